"""Arrays put together, repeated, put in order, and multiplied as tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, product
from math import prod
from typing import Any

from bor_widgets.simulation.plain.array import Array
from bor_widgets.simulation.plain.dtypes import cast, int64, meet_all
from bor_widgets.simulation.plain.making import asarray
from bor_widgets.simulation.plain.shapes import axis_of, spread


def concatenate(parts: Sequence[Any], axis: int = 0) -> Array:
    """Return arrays one behind the other along an axis they have.

    Raises
    ------
    ValueError
        For no array, or some whose other axes differ.
    """
    arrays = [asarray(part) for part in parts]
    if not arrays:
        raise ValueError("concatenate takes at least one array; given was none")
    first = arrays[0].shape
    at = axis_of(axis, len(first))
    rest = {each.shape[:at] + each.shape[at + 1 :] for each in arrays}
    if len(rest) > 1:
        raise ValueError(f"arrays of the shapes {[a.shape for a in arrays]} cannot be joined")
    dtype = meet_all(each.dtype for each in arrays)
    blocks = [(cast(each.flat, each.dtype, dtype), prod(each.shape[at:])) for each in arrays]
    flat: list[Any] = []
    for outer in range(prod(first[:at])):
        for block, size in blocks:
            flat += block[outer * size : (outer + 1) * size]
    length = sum(each.shape[at] for each in arrays)
    return Array(flat, (*first[:at], length, *first[at + 1 :]), dtype)


def stack(parts: Sequence[Any], axis: int = 0) -> Array:
    """Return arrays of one shape as one, along an axis of their own."""
    arrays = [asarray(part) for part in parts]
    at = axis_of(axis, arrays[0].ndim + 1)
    return concatenate(
        [each.reshape((*each.shape[:at], 1, *each.shape[at:])) for each in arrays], at
    )


def repeat(values: Any, counts: Any) -> Array:
    """Return each element as often as it is said, in one row."""
    own, often = asarray(values), asarray(counts)
    times = spread(often.flat, often.shape, (own.size,))
    flat = [value for value, count in zip(own.flat, times, strict=True) for _ in range(count)]
    return Array(flat, (len(flat),), own.dtype)


def tile(values: Any, count: int) -> Array:
    """Return a row so many times, one behind the other."""
    own = asarray(values)
    return Array(own.flat * count, (own.size * count,), own.dtype)


def insert(values: Array, at: Array, new: Array) -> Array:
    """Return a row with new elements before some of its places, those of one place in order."""
    added = cast(new.flat, new.dtype, values.dtype)
    pairs = sorted(zip(at.flat, added, strict=True), key=lambda pair: pair[0])
    flat, begin = [], 0
    for place, value in pairs:
        flat += values.flat[begin:place]
        flat.append(value)
        begin = place
    flat += values.flat[begin:]
    return Array(flat, (len(flat),), values.dtype)


def cumsum(values: Array) -> Array:
    """Return the sums of whole numbers up to each place, in one row."""
    return Array(list(accumulate(values.flat)), (values.size,), int64)


def flatnonzero(values: Array) -> Array:
    """Return the places of what is not 0, in one row."""
    return values.ravel().nonzero()[0]


def _rows(values: Array) -> list[list[Any]]:
    length = values.shape[-1]
    return [values.flat[k * length : (k + 1) * length] for k in range(prod(values.shape[:-1]))]


def _last(values: Array, axis: int) -> None:
    if axis_of(axis, values.ndim) != values.ndim - 1:
        raise ValueError(f"the last axis is taken; given was axis {axis}")


def argsort(values: Array, axis: int = -1, kind: str = "stable") -> Array:
    """Return the places of the elements along the last axis in rising order, equals in theirs."""
    _last(values, axis)
    flat: list[int] = []
    for row in _rows(values):
        flat += sorted(range(len(row)), key=row.__getitem__)
    return Array(flat, values.shape, int64)


def sort(values: Array) -> Array:
    """Return the elements along the last axis in rising order."""
    flat = [value for row in _rows(values) for value in sorted(row)]
    return Array(flat, values.shape, values.dtype)


def take_along_axis(values: Array, order: Array, axis: int = -1) -> Array:
    """Return, for each row along the last axis, the elements at its own places."""
    _last(values, axis)
    rows = zip(_rows(values), _rows(order), strict=True)
    return Array([row[k] for row, wanted in rows for k in wanted], order.shape, values.dtype)


def einsum(said: str, one: Array, other: Array) -> Array:
    """Return sums of products of two arrays of whole numbers, as the letters of their axes say."""
    given, result = said.split("->")
    names = given.split(",")
    length = dict(zip("".join(names), (*one.shape, *other.shape), strict=True))
    summed = [name for name in length if name not in result]

    def steps_of(array: Array, letters: str, name: str) -> int:
        place = letters.find(name)
        return prod(array.shape[place + 1 :]) if place >= 0 else 0

    def starts(array: Array, letters: str, axes: Sequence[str]) -> list[int]:
        moves = [(range(length[name]), steps_of(array, letters, name)) for name in axes]
        return [
            sum(k * step for k, (_, step) in zip(at, moves, strict=True))
            for at in product(*(move for move, _ in moves))
        ]

    left = [starts(one, names[0], axes) for axes in (result, summed)]
    right = [starts(other, names[1], axes) for axes in (result, summed)]
    flat = [
        sum(one.flat[a + c] * other.flat[b + d] for c, d in zip(left[1], right[1], strict=True))
        for a, b in zip(left[0], right[0], strict=True)
    ]
    return Array(flat, tuple(length[name] for name in result), one.dtype)
