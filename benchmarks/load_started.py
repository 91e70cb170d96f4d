"""`bor serve` with Pythons that are started, not forked: for comparison only."""

from __future__ import annotations

import sys

from bor_widgets.cli import main
from bor_widgets.voila import forked

if __name__ == "__main__":
    forked.POSSIBLE = False
    sys.exit(main())
