"""The laboratory of worlds where there is no NumPy: a page in words, not a fault."""

from __future__ import annotations

import os
import subprocess
import sys

ASKED = """
from bor_widgets.dashboards.worlds_lab import ELSEWHERE, page
opened = page()
assert [type(part).__name__ for part in opened.children] == ["PageHeader"]
assert opened.children[0].first == ELSEWHERE
assert "NumPy" in ELSEWHERE and "Binder" in ELSEWHERE
"""


def test_the_laboratory_says_where_it_works() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKED],
        env={**os.environ, "BOR_ARRAYS": "plain"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
