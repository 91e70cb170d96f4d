"""Random numbers: the draws that a world makes, in the bits in which NumPy makes them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from math import prod
from typing import Any

from bor_widgets.simulation.plain.array import Array
from bor_widgets.simulation.plain.dtypes import dtype_of, float32, float64, int64, uint8
from bor_widgets.simulation.plain.pcg import PCG64
from bor_widgets.simulation.plain.seeds import SeedSequence

__all__ = ["PCG64", "Generator", "SeedSequence"]

#: mean from which events are drawn by rejection, and no longer counted one by one
_MANY = 10.0

_BYTE = 1 << 8


class Generator:
    """Draws from a row of random bits.

    Parameters
    ----------
    bits
        The row.
    """

    def __init__(self, bits: PCG64) -> None:
        self._bits = bits

    def random(self, size: int | Sequence[int], dtype: Any = float64) -> Array:
        """Return numbers from 0 to below 1."""
        kind = dtype_of(dtype)
        draw = self._bits.single if kind is float32 else self._bits.double
        shape = (size,) if isinstance(size, int) else tuple(size)
        return Array([draw() for _ in range(prod(shape))], shape, kind)

    def poisson(self, mean: float, size: int) -> Array:
        """Return how many independent events happen, if so many do on average.

        Few are counted by a product of random numbers (Knuth). Many are drawn by transformed
        rejection: W. Hörmann, "The transformed rejection method for generating Poisson random
        variables", 1993, algorithm PTRS.
        """
        draw = _many(mean) if mean >= _MANY else _few(mean)
        double = self._bits.double
        found = [draw(double) if mean else 0 for _ in range(size)]
        return Array(found, (size,), int64)

    def permutation(self, count: int) -> Array:
        """Return the whole numbers below a count in random order (Fisher and Yates)."""
        order = list(range(count))
        for last in range(count - 1, 0, -1):
            place = self._bits.up_to(last)
            order[last], order[place] = order[place], order[last]
        return Array(order, (count,), int64)

    def integers(self, low: int, high: int, size: int, dtype: Any = uint8) -> Array:
        """Return whole numbers from one up to below another, as bytes.

        A word of 32 bits gives four of them; what is left of the last word is not kept.

        Raises
        ------
        TypeError, ValueError
            For another kind, or for bounds that a byte does not span.
        """
        if dtype_of(dtype) is not uint8:
            raise TypeError(f"integers takes uint8; given was {dtype_of(dtype)}")
        span = high - low
        if not (low >= 0 and span > 0 and high <= _BYTE):
            raise ValueError(f"integers takes bounds from 0 to {_BYTE}; given: {low} and {high}")
        if span == 1:
            return Array([low] * size, (size,), uint8)
        draw = _bytes(self._bits)
        return Array([low + _byte_below(draw, span) for _ in range(size)], (size,), uint8)


def _bytes(bits: PCG64) -> Callable[[], int]:
    waiting: list[int] = []

    def draw() -> int:
        if not waiting:
            # the lowest byte comes first
            waiting.extend(reversed(bits.half().to_bytes(4, "little")))
        return waiting.pop()

    return draw


def _byte_below(draw: Callable[[], int], span: int) -> int:
    """Return a byte below a bound, none likelier than another (Lemire 2019)."""
    if span == _BYTE:
        return draw()
    product = draw() * span
    if product % _BYTE < span:
        line = _BYTE % span
        while product % _BYTE < line:
            product = draw() * span
    return product // _BYTE


def _few(mean: float) -> Callable[[Callable[[], float]], int]:
    least = math.exp(-mean)

    def draw(double: Callable[[], float]) -> int:
        count, left = 0, double()
        while left > least:
            count += 1
            left *= double()
        return count

    return draw


def _many(mean: float) -> Callable[[Callable[[], float]], int]:
    log_mean = math.log(mean)
    # the hat around the distribution, and the box in which no further question is asked
    b = 0.931 + 2.53 * math.sqrt(mean)
    a = -0.059 + 0.02483 * b
    height = math.log(1.1239 + 1.1328 / (b - 3.4))
    box = 0.9277 - 3.6224 / (b - 2.0)

    def draw(double: Callable[[], float]) -> int:
        while True:
            u, v = double() - 0.5, double()
            edge = 0.5 - abs(u)
            if edge == 0.0:  # the farthest end of the hat lies beyond all counts
                continue
            count = math.floor((2.0 * a / edge + b) * u + mean + 0.43)
            if edge >= 0.07 and v <= box:
                return count
            if count < 0 or (edge < 0.013 and v > edge):
                continue
            log_v = math.log(v) if v else -math.inf
            reached = log_v + height - math.log(a / (edge * edge) + b)
            if reached <= -mean + count * log_mean - math.lgamma(count + 1.0):
                return count

    return draw
