"""How long `import bor_widgets` takes in a fresh Python, and what it brings along."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass

#: Modules that must not come with the bare package.
HEAVY = ("IPython", "anywidget", "ipywidgets", "networkx", "numpy", "plotly", "traitlets")

REPETITIONS = 7

PROBE = """
import json, sys, time
start = time.perf_counter()
{statement}
seconds = time.perf_counter() - start
print(json.dumps([seconds, [name for name in {heavy!r} if name in sys.modules]]))
"""


@dataclass(frozen=True)
class ImportCost:
    """What one import statement costs.

    Parameters
    ----------
    milliseconds : float
        Median wall time of the statement alone, in a fresh process.
    brought : tuple of str
        Heavy modules that were loaded afterwards.
    """

    milliseconds: float
    brought: tuple[str, ...]


def measure(statement: str = "import bor_widgets", repetitions: int = REPETITIONS) -> ImportCost:
    """Measure one statement; the first run, which may write caches, is not counted."""
    seconds: list[float] = []
    brought: list[str] = []
    for _ in range(repetitions + 1):
        done = subprocess.run(
            [sys.executable, "-c", PROBE.format(statement=statement, heavy=HEAVY)],
            capture_output=True,
            text=True,
            check=True,
        )
        taken, brought = json.loads(done.stdout)
        seconds.append(taken)
    return ImportCost(1000 * statistics.median(seconds[1:]), tuple(brought))
