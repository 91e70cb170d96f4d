"""What many worlds say together: means and shares with intervals of 95 %.

A mean has Student's interval, exact for every number of worlds; a share has Wilson's. Both
take no more than the standard library and NumPy.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import Any

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.intervals import t_quantile

#: what an interval covers
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean or a share, with its interval of 95 %; numbers, or arrays of them.

    Attributes
    ----------
    mean
        The mean, or the share; not a number where nothing was measured.
    low, high
        Ends of the interval; not a number where there are too few worlds for one.
    n
        Worlds in which there was something to measure.
    """

    mean: Any
    low: Any
    high: Any
    n: Any


@cache
def normal_quantile() -> float:
    """Return how many standard errors an interval of 95 % reaches, were the spread known."""
    return NormalDist().inv_cdf(0.5 + LEVEL / 2.0)


@cache
def student_quantile(freedom: int) -> float:
    """Return how many standard errors an interval of 95 % reaches for so many degrees of freedom.

    Raises
    ------
    ValueError
        For fewer than one degree.
    """
    if freedom < 1:
        raise ValueError(f"freedom takes a whole number from 1; given was {freedom}")
    return t_quantile(0.5 + LEVEL / 2.0, freedom)


def mean_interval(values: Any, axis: int = 0) -> Interval:
    """Return the mean along an axis with its interval; what is not a number is left out.

    Parameters
    ----------
    values : array
        One number a world.
    axis
        Along which the worlds lie.
    """
    values = np.asarray(values, float)
    there = ~np.isnan(values)
    n = there.sum(axis=axis)
    with np.errstate(all="ignore"):
        mean = np.where(there, values, 0.0).sum(axis=axis) / n
        apart = np.where(there, values - np.expand_dims(mean, axis), 0.0)
        error = np.sqrt((apart**2).sum(axis=axis) / (n - 1) / n)
    reach = np.where(n > 1, _reaches(n) * error, np.nan)
    return _interval(mean, mean - reach, mean + reach, n)


def _reaches(n: Any) -> Any:
    counts, where = np.unique(n, return_inverse=True)
    reach = [student_quantile(int(count) - 1) if count > 1 else math.nan for count in counts]
    return np.array(reach)[where].reshape(np.shape(n))


def share_interval(held: Any, n: Any) -> Interval:
    """Return a share with Wilson's interval.

    Parameters
    ----------
    held, n
        In how many worlds something held, and out of how many; numbers or arrays.

    Raises
    ------
    ValueError
        If something held more often than there are worlds.
    """
    held, n = np.asarray(held), np.asarray(n)
    if (held < 0).any() or (held > n).any():
        raise ValueError("held takes a number from 0 to n; given was another")
    z = normal_quantile()
    with np.errstate(all="ignore"):
        share = held / n
        scale = 1.0 + z**2 / n
        middle = (share + z**2 / (2.0 * n)) / scale
        reach = z / scale * np.sqrt(share * (1.0 - share) / n + z**2 / (4.0 * n**2))
    # at none and at all the end is exact; rounding must not push it past
    low = np.where(held == 0, np.where(n > 0, 0.0, np.nan), middle - reach)
    high = np.where(held == n, np.where(n > 0, 1.0, np.nan), middle + reach)
    return _interval(share, low, high, n)


def share_above(values: Any, above: float, axis: int = 0) -> Interval:
    """Return the share of worlds in which a number is above another, with its interval.

    Worlds in which there was nothing to measure are left out.
    """
    values = np.asarray(values, float)
    there = ~np.isnan(values)
    held = (np.where(there, values, -np.inf) > above).sum(axis=axis)
    return share_interval(held, there.sum(axis=axis))


def _interval(mean: Any, low: Any, high: Any, n: Any) -> Interval:
    if np.ndim(n):
        return Interval(mean, low, high, n)
    return Interval(float(mean), float(low), float(high), int(n))
