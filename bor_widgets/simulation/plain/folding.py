"""Sums and other ways to fold an axis, in the very order in which NumPy adds.

A sum of floats depends on the order of adding. NumPy adds neighbours in eight rows at once and
halves what is longer than 128; across an axis whose elements lie apart it adds one after the
other. Both are kept here, so that the last bit is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

from bor_widgets.simulation.plain.dtypes import DType, float32, settle
from bor_widgets.simulation.plain.shapes import Shape

#: so many neighbours are added in eight rows; more are halved first
_BLOCK = 128
_ROWS = 8


def _rounded(value: float) -> float:
    return float(settle([value], float32)[0])


def _exact(value: float) -> float:
    return value


def neighbours_sum(flat: list[Any], round_: Callable[[float], float] = _exact) -> Any:
    """Return the sum of elements that lie side by side."""
    size = len(flat)
    if size < _ROWS:
        total = 0.0
        for value in flat:
            total = round_(total + value)
        return total
    if size > _BLOCK:
        half = size // 2
        half -= half % _ROWS
        return round_(neighbours_sum(flat[:half], round_) + neighbours_sum(flat[half:], round_))
    rows = flat[:_ROWS]
    whole = size - size % _ROWS
    for begin in range(_ROWS, whole, _ROWS):
        rows = [round_(a + b) for a, b in zip(rows, flat[begin : begin + _ROWS], strict=True)]
    while len(rows) > 1:
        rows = [round_(rows[k] + rows[k + 1]) for k in range(0, len(rows), 2)]
    total = rows[0]
    for value in flat[whole:]:
        total = round_(total + value)
    return total


def total(flat: list[Any], shape: Shape, axis: int | None, dtype: DType) -> list[Any]:
    """Return the sums of floats over an axis, or over all."""
    round_ = _rounded if dtype is float32 else _exact
    if axis is None:
        return [neighbours_sum(flat, round_)]
    length, inner = shape[axis], prod(shape[axis + 1 :])
    if inner == 1:
        return [
            neighbours_sum(flat[k * length : (k + 1) * length], round_)
            for k in range(prod(shape[:axis]))
        ]
    found = []
    for lane in lanes(flat, shape, axis):
        added = 0.0
        for value in lane:
            added = round_(added + value)
        found.append(added)
    return found


def lanes(flat: list[Any], shape: Shape, axis: int | None) -> list[list[Any]]:
    """Return the elements along an axis, a list for each of the others; or all in one list."""
    if axis is None:
        return [flat]
    length, inner = shape[axis], prod(shape[axis + 1 :])
    block = length * inner
    return [
        flat[outer * block + k : (outer + 1) * block : inner] if block else []
        for outer in range(prod(shape[:axis]))
        for k in range(inner)
    ]


def without(shape: Shape, axis: int | None, keep: bool) -> Shape:
    """Return the shape that is left when an axis, or all, is folded."""
    if axis is None:
        return (1,) * len(shape) if keep else ()
    return shape[:axis] + ((1,) if keep else ()) + shape[axis + 1 :]
