"""Shapes of arrays: sizes, steps, and how one shape is spread over another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from itertools import product
from math import prod
from typing import Any

Shape = tuple[int, ...]

#: shapes and patterns that are kept; a world uses few
KEPT = 2048


@lru_cache(maxsize=KEPT)
def steps(shape: Shape) -> Shape:
    """Return how far apart in the row of all elements two neighbours along each axis are."""
    return tuple(prod(shape[k + 1 :]) for k in range(len(shape)))


@lru_cache(maxsize=KEPT)
def shared(one: Shape, other: Shape) -> Shape:
    """Return the shape that two spread over.

    Raises
    ------
    ValueError
        If they fit no common one.
    """
    size = max(len(one), len(other))
    left = (1,) * (size - len(one)) + one
    right = (1,) * (size - len(other)) + other
    for a, b in zip(left, right, strict=True):
        if a != b and 1 not in (a, b):
            raise ValueError(f"shapes {one} and {other} do not fit each other")
    return tuple(b if a == 1 else a for a, b in zip(left, right, strict=True))


def shared_by(shapes: Sequence[Shape]) -> Shape:
    """Return the shape that all spread over."""
    return reduce(shared, shapes, ())


@lru_cache(maxsize=KEPT)
def pattern(shape: Shape, target: Shape) -> tuple[int, ...]:
    """Return, for each element of a target, its place in a smaller array spread over it."""
    if shared(shape, target) != target:
        raise ValueError(f"shape {shape} does not spread over {target}")
    sizes = (1,) * (len(target) - len(shape)) + shape
    found = [0]
    for size, length, step in zip(sizes, target, steps(sizes), strict=True):
        moves = range(0, length * step, step) if size > 1 else (0,) * length
        found = [start + move for start in found for move in moves]
    return tuple(found)


def spread(flat: list[Any], shape: Shape, target: Shape) -> list[Any]:
    """Return the elements of an array, repeated so that they fill a target."""
    if shape == target:
        return flat
    if len(flat) == 1:
        shared(shape, target)
        return flat * prod(target)
    return list(map(flat.__getitem__, pattern(shape, target)))


@lru_cache(maxsize=KEPT)
def turned(shape: Shape, axes: Shape) -> tuple[int, ...]:
    """Return the place of each element of an array whose axes are exchanged."""
    step = steps(shape)
    rows = [range(0, shape[axis] * step[axis], step[axis]) for axis in axes if step[axis]]
    if len(rows) < len(axes):  # nothing is in it
        return ()
    return tuple(map(sum, product(*rows)))


def axis_of(axis: int, dimensions: int) -> int:
    """Return an axis counted from the front.

    Raises
    ------
    ValueError
        For an axis that there is not.
    """
    if not -dimensions <= axis < dimensions:
        raise ValueError(f"axis takes {-dimensions} to {dimensions - 1}; given was {axis}")
    return axis % dimensions


def filled(shape: Sequence[int] | int, size: int) -> Shape:
    """Return a shape for so many elements; one length may be -1 and follows from the rest.

    Raises
    ------
    ValueError
        If the elements do not fit.
    """
    wanted = (shape,) if isinstance(shape, int) else tuple(shape)
    if -1 in wanted:
        known = prod(length for length in wanted if length != -1)
        rest = size // known if known else 0
        wanted = tuple(rest if length == -1 else length for length in wanted)
    if prod(wanted) != size:
        raise ValueError(f"shape {wanted} does not hold {size} elements")
    return wanted
