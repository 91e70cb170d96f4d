"""How fast this machine moves memory: what no way of computing a world can beat."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

#: floats that each thread copies: far more than any cache holds
FLOATS = 32 * 1024 * 1024
THREADS = 2
REPETITIONS = 15


def measure(threads: int = THREADS, repetitions: int = REPETITIONS) -> float:
    """Return the bytes a second, read and written ones together, of the quickest large copy.

    The quickest and not the median: a limit is what can be reached, and other work on the machine
    only hides it.

    Parameters
    ----------
    threads
        How many copies run at a time, each of arrays of its own.
    repetitions
        How often they are timed.
    """
    source = [np.ones(FLOATS) for _ in range(threads)]
    target = [np.zeros(FLOATS) for _ in range(threads)]
    rates: list[float] = []
    with ThreadPoolExecutor(threads) as pool:
        for _ in range(repetitions):
            start = time.perf_counter()
            list(pool.map(np.copyto, target, source))
            rates.append(2 * threads * source[0].nbytes / (time.perf_counter() - start))
    return max(rates)
