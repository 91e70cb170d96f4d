"""How long a decision map takes."""

from __future__ import annotations

import statistics
import time

REPETITIONS = 15


def measure(size: int, repetitions: int = REPETITIONS) -> float:
    """Return the median milliseconds of one ``size`` by ``size`` decision map.

    Parameters
    ----------
    size : int
        Points along each side.
    repetitions : int
        How often it is computed after a first time that is not counted.
    """
    from bor_widgets import Situation, decision_map

    situation = Situation(threat=0.7, relationship=0.4)
    seconds: list[float] = []
    for _ in range(repetitions + 1):
        start = time.perf_counter()
        decision_map(situation, x="relationship", y="threat", n=size)
        seconds.append(time.perf_counter() - start)
    return 1000 * statistics.median(seconds[1:])
