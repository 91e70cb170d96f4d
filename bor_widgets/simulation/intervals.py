"""Means with intervals by Student's t, with nothing but the standard library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

#: steps after which a continued fraction, and a bisection, have long settled
_STEPS = 300

#: degrees of freedom from which Student's distribution is the normal one to six digits
NEARLY_NORMAL = 1_000_000


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and what it may well be.

    Attributes
    ----------
    mean
        Mean of the values.
    low, high
        Ends of its interval; infinite where there is one value only.
    count
        How many values there were.
    """

    mean: float
    low: float
    high: float
    count: int

    @property
    def holds_zero(self) -> bool:
        """Whether nothing at all may well be the case."""
        return self.low <= 0.0 <= self.high


def interval(values: Sequence[float], level: float = 0.95) -> Interval:
    """Return the mean of independent values with its interval by Student's t.

    Parameters
    ----------
    values
        At least one.
    level
        How sure, between 0 and 1.

    Raises
    ------
    ValueError
        If there are no values.
    """
    count = len(values)
    if not count:
        raise ValueError("an interval takes at least one value; given was none")
    mean = math.fsum(values) / count
    if count == 1:
        return Interval(mean, -math.inf, math.inf, 1)
    spread = math.fsum((value - mean) ** 2 for value in values) / (count - 1)
    half = t_quantile(0.5 + level / 2.0, count - 1) * math.sqrt(spread / count)
    return Interval(mean, mean - half, mean + half, count)


@lru_cache(maxsize=512)
def t_quantile(share: float, freedom: int) -> float:
    """Return the value below which a share of Student's distribution lies; share from 0.5 to 1."""
    if freedom > NEARLY_NORMAL:  # the fraction below loses digits where the two are one
        return NormalDist().inv_cdf(share)
    low, high = 0.0, 1.0
    while t_share(high, freedom) < share and high < 1e300:
        high *= 2.0
    for _ in range(_STEPS):
        middle = (low + high) / 2.0
        if t_share(middle, freedom) < share:
            low = middle
        else:
            high = middle
    return high


def t_share(value: float, freedom: int) -> float:
    """Return the share of Student's distribution below a value from 0 upwards."""
    x = freedom / (freedom + value * value)
    return 1.0 - 0.5 * _incomplete_beta(freedom / 2.0, 0.5, x)


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function, by its continued fraction (Lentz)."""
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    if x > (a + 1.0) / (a + b + 2.0):  # beyond this the other side settles sooner
        return 1.0 - _incomplete_beta(b, a, 1.0 - x)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    tiny = 1e-300
    c, d = 1.0, 1.0 - (a + b) * x / (a + 1.0)
    d = 1.0 / (d if abs(d) > tiny else tiny)
    total = d
    for m in range(1, _STEPS):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1.0 + numerator * d
            d = 1.0 / (d if abs(d) > tiny else tiny)
            c = 1.0 + numerator / c
            c = c if abs(c) > tiny else tiny
            total *= c * d
        if abs(c * d - 1.0) < 1e-15:
            break
    return front * total / a
