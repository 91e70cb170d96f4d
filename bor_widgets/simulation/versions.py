"""Which packages decide the bits of a result, and in which versions."""

from __future__ import annotations

import sys

from bor_widgets.simulation.arrays import numpy_only as np


def own_version() -> str:
    """Return the version of this package.

    It is read where it is loaded already: the package's front door names widgets too, and a
    simulation knows none of them.
    """
    return str(sys.modules["bor_widgets"].__version__)


def versions() -> dict[str, str]:
    """Return the packages that decide the bits of a result, and their versions."""
    return {"bor_widgets": own_version(), "numpy": np.__version__}
