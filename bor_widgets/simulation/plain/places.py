"""Which elements an index means: places in the row of all elements, and the shape they form."""

from __future__ import annotations

from functools import lru_cache
from math import prod
from typing import Any

from bor_widgets.simulation.plain.shapes import KEPT, Shape, pattern, shared_by, steps

#: a simple part of an index as a key that can be kept: a place, a slice, or a new axis
Simple = int | tuple[int | None, ...] | None

#: all places of an axis; and an axis that something else picks from
ALL: Simple = (None, None, None)
PASSED: Simple = ()


def _length(shape: Shape, k: int) -> int:
    if k >= len(shape):
        raise IndexError(f"an array of {len(shape)} axes was given more places")
    return shape[k]


def _place(place: int, length: int) -> int:
    if not -length <= place < length:
        raise IndexError(f"a place takes {-length} to {length - 1}; given was {place}")
    return place % length


@lru_cache(maxsize=KEPT)
def simple_places(shape: Shape, key: tuple[Simple, ...]) -> tuple[Shape, tuple[int, ...]]:
    """Return what places, slices and new axes pick."""
    found, result, axis, step = [0], [], 0, steps(shape)
    for part in key:
        if part is None:
            result.append(1)
            continue
        length = _length(shape, axis)
        if part == PASSED:
            axis += 1
            continue
        if isinstance(part, int):
            place = _place(part, length) * step[axis]
            moves = range(place, place + 1)
        else:
            picked = range(length)[slice(*part)]
            result.append(len(picked))
            moves = range(0)
            if len(picked):
                by = picked.step * step[axis] or 1
                begin = picked[0] * step[axis]
                moves = range(begin, begin + by * len(picked), by)
        found = [start + move for start in found for move in moves]
        axis += 1
    return tuple(result), tuple(found)


def places(shape: Shape, key: Any) -> tuple[Shape, Any]:
    """Return the shape and the places of what an index picks, as NumPy reads it.

    Parameters
    ----------
    key
        Places, slices, new axes, an ellipsis, arrays of places or of truth, or a tuple of them.
    """
    parts = list(key) if isinstance(key, tuple) else [key]
    parts = [_truth_out(part) for part in parts]
    flat = [each for part in parts for each in (part if isinstance(part, list) else [part])]
    axes = sum(part is not None and part is not Ellipsis for part in flat)
    rest: list[Any] = [slice(None)] * (len(shape) - axes)
    if any(part is Ellipsis for part in flat):
        at = next(k for k, part in enumerate(flat) if part is Ellipsis)
        flat[at : at + 1] = rest
    else:
        at = len(flat)
        flat += rest
    arrays = [k for k, part in enumerate(flat) if hasattr(part, "flat")]
    if not arrays:
        return simple_places(shape, tuple(_simple(part) for part in flat))
    return _array_places(shape, flat, arrays, at)


def _truth_out(part: Any) -> Any:
    """Return an array of truth as arrays of places, one an axis."""
    if not (hasattr(part, "flat") and part.dtype.kind == "b"):
        return part
    return part.nonzero()


def _simple(part: Any) -> Simple:
    if isinstance(part, slice):
        return (part.start, part.stop, part.step)
    if part is None or type(part) is int:
        return part
    raise IndexError(f"an index takes places, slices and arrays; given was {type(part).__name__}")


def _array_places(
    shape: Shape, key: list[Any], arrays: list[int], cut: int
) -> tuple[Shape, list[int]]:
    # a bare place beside arrays goes with them
    together = [k for k, part in enumerate(key) if k in arrays or type(part) is int]
    picked = shared_by([key[k].shape for k in arrays])
    axis, step, moves = 0, steps(shape), [0] * prod(picked)
    for k, part in enumerate(key):
        if part is None:
            continue
        length = _length(shape, axis)
        if k in together:
            moves = _moved(moves, part, picked, length, step[axis])
        axis += 1
    others: list[Simple] = [PASSED if k in together else _simple(p) for k, p in enumerate(key)]
    if all(part in (PASSED, ALL) for part in others) and together == list(range(len(together))):
        size = step[together[-1]]
        left = shape[len(together) :]
        if size == 1 and not left:
            return picked, moves
        return picked + left, [move + k for move in moves for k in range(size)]
    adjacent = together == list(range(together[0], together[-1] + 1))
    # an ellipsis parts the arrays also where it stands for nothing
    first = together[0] if adjacent and not together[0] < cut <= together[-1] else 0
    return _between(shape, others, first, picked, moves)


def _moved(moves: list[int], part: Any, picked: Shape, length: int, step: int) -> list[int]:
    if type(part) is int:
        place = _place(part, length) * step
        return [move + place for move in moves]
    flat = part.flat
    if flat and (min(flat) < -length or max(flat) >= length):
        raise IndexError(f"places take {-length} to {length - 1}; given was one beyond")
    if flat and min(flat) < 0:
        flat = [place % length for place in flat]
    if part.shape != picked:
        flat = list(map(flat.__getitem__, pattern(part.shape, picked)))
    if step == 1:
        return [move + place for move, place in zip(moves, flat, strict=True)]
    return [move + place * step for move, place in zip(moves, flat, strict=True)]


def _between(
    shape: Shape, others: list[Simple], first: int, picked: Shape, moves: list[int]
) -> tuple[Shape, list[int]]:
    """Join arrays of places with slices around them; arrays that stand apart come first."""
    front = others[:first]
    # the axes before the arrays alone, then those after them
    begun = sum(part is not None for part in front)
    before, starts = simple_places(shape, tuple(front))
    after, ends = simple_places(shape, (PASSED,) * begun + tuple(others[len(front) :]))
    return before + picked + after, [a + m + b for a in starts for m in moves for b in ends]
