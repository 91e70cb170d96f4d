"""Functions of each element: the greater of two, one or the other, rounding, what is a number."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from bor_widgets.simulation.plain.array import Array
from bor_widgets.simulation.plain.combine import combine, is_bare, kinds_meet, operand, pick
from bor_widgets.simulation.plain.dtypes import bool_, cast, float64, int64, settle
from bor_widgets.simulation.plain.making import asarray
from bor_widgets.simulation.plain.places import places
from bor_widgets.simulation.plain.shapes import shared_by, spread


class Pairwise:
    """A function of two elements, with what NumPy hangs on it.

    Parameters
    ----------
    name
        Which one, by the names in ``combine``.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, one: Any, other: Any) -> Any:
        """Return it of two numbers, or element by element."""
        found = Array(*combine(self._name, one, other))
        return found.flat[0] if is_bare(one) and is_bare(other) else found

    def outer(self, one: Array, other: Array) -> Array:
        """Return it of each element of one with each of another."""
        return Array(*combine(self._name, one.reshape(-1, 1), other.reshape(1, -1)))

    def at(self, target: Array, key: Any, value: Any) -> None:
        """Apply it in place, one after the other, also where a place is named more than once."""
        shape, found = places(target.shape, key)
        given = asarray(value)
        values = cast(spread(given.flat, given.shape, shape), given.dtype, target.dtype)
        flat, dtype = target.flat, target.dtype
        for place, each in zip(found, values, strict=False):
            flat[place] = settle(combine(self._name, flat[place], each)[0], dtype)[0]


add, maximum, minimum = Pairwise("add"), Pairwise("maximum"), Pairwise("minimum")


def where(condition: Any, yes: Any, no: Any) -> Any:
    """Return one or the other, by a condition of each element."""
    return Array(*pick(asarray(condition), yes, no))


def clip(values: Array, low: float, high: float) -> Array:
    """Keep every element between two bounds."""
    return values.clip(low, high)


def choose(codes: Array, options: Sequence[Any]) -> Array:
    """Return each element out of the option that its code names."""
    dtype = kinds_meet(options)
    shape = shared_by([codes.shape, *(each.shape for each in options if not is_bare(each))])
    rows = [list(operand(each, dtype, shape)) for each in map(asarray, options)]
    asked = spread(codes.flat, codes.shape, shape)
    return Array([rows[code][k] for k, code in enumerate(asked)], shape, dtype)


def divmod_(one: Array, other: Any) -> tuple[Array, Array]:
    """Return whole quotients and what is left."""
    return (
        Array(*combine("floor_divide", one, other)),
        Array(*combine("remainder", one, other)),
    )


def absolute(values: Array) -> Array:
    """Return how far each element is from 0."""
    return abs(values)


def rint(values: Array) -> Array:
    """Return the nearest whole number of each element, the even one of two."""
    return _each(lambda v: float(round(v)) if math.isfinite(v) else v, values)


def floor(values: Array) -> Array:
    """Return the whole number below each element."""
    return _each(lambda v: float(math.floor(v)) if math.isfinite(v) else v, values)


def isnan(values: Any) -> Any:
    """Whether each element is not a number."""
    return _asked(math.isnan, values)


def isfinite(values: Any) -> Any:
    """Whether each element is a number without infinity."""
    return _asked(math.isfinite, values)


def isin(values: Array, wanted: Any) -> Array:
    """Whether each element is one of some."""
    known = set(asarray(wanted).flat)
    return Array([value in known for value in values.flat], values.shape, bool_)


def array_equal(one: Any, other: Any) -> bool:
    """Whether two arrays have the same shape and equal elements."""
    left, right = asarray(one), asarray(other)
    # element by element: a list would take one thing for equal to itself, also what is no number
    same = all(a == b for a, b in zip(left.flat, right.flat, strict=False))
    return left.shape == right.shape and same


@contextmanager
def errstate(**_: str) -> Iterator[None]:
    """Say nothing about divisions by nothing; here nothing ever is said."""
    yield


def _each(function: Callable[[float], float], values: Array) -> Array:
    own = values if values.dtype.kind == "f" else values.astype(float64)
    return Array(settle(map(function, own.flat), own.dtype), own.shape, own.dtype)


def _asked(question: Callable[[float], bool], values: Any) -> Any:
    if is_bare(values):
        return question(values)
    return Array(list(map(question, values.flat)), values.shape, bool_)


def bincount(values: Array, minlength: int = 0) -> Array:
    """Return how often each whole number from 0 on occurs."""
    counts = [0] * max(minlength, max(values.flat, default=-1) + 1)
    for value in values.flat:
        counts[value] += 1
    return Array(counts, (len(counts),), int64)
