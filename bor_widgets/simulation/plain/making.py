"""New arrays: of zeros, of one number, of a list, of places."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

from bor_widgets.simulation.plain.array import Array, listed
from bor_widgets.simulation.plain.combine import is_bare
from bor_widgets.simulation.plain.dtypes import DType, cast, dtype_of, float64, int64, number
from bor_widgets.simulation.plain.shapes import Shape


def _shape(given: int | Sequence[int]) -> Shape:
    return (int(given),) if isinstance(given, int) else tuple(int(length) for length in given)


def full(shape: Any, value: Any, dtype: Any = None) -> Array:
    """Return an array of one number."""
    kind = dtype_of(type(value) if dtype is None else dtype)
    wanted = _shape(shape)
    return Array([number(value, kind)] * prod(wanted), wanted, kind)


def zeros(shape: Any, dtype: Any = float64) -> Array:
    """Return an array of nothing."""
    return full(shape, 0, dtype)


def ones(shape: Any, dtype: Any = float64) -> Array:
    """Return an array of ones."""
    return full(shape, 1, dtype)


#: what is to be filled may begin with anything
empty = zeros


def zeros_like(other: Array) -> Array:
    """Return nothing in the shape and the kind of another array."""
    return zeros(other.shape, other.dtype)


def asarray(given: Any, dtype: Any = None) -> Array:
    """Return a number, a list or an array as an array; one that fits already as it is."""
    if isinstance(given, Array):
        found = given
    elif is_bare(given):
        found = full((), given)
    else:
        found = listed(given)
    if dtype is None or found.dtype is dtype_of(dtype):
        return found
    kind = dtype_of(dtype)
    return Array(cast(found.flat, found.dtype, kind), found.shape, kind)


def array(given: Any, dtype: Any = None) -> Array:
    """Return a number, a list or an array as an array of its own."""
    found = asarray(given, dtype)
    return found.copy() if found is given else found


#: the elements of an array always lie in a row
ascontiguousarray = asarray


def arange(first: int, last: int | None = None, dtype: Any = int64) -> Array:
    """Return whole numbers in their order."""
    kind: DType = dtype_of(dtype)
    found = list(range(first)) if last is None else list(range(first, last))
    return Array(cast(found, int64, kind), (len(found),), kind)


def eye(size: int, dtype: Any = float64) -> Array:
    """Return ones where both places are the same, and zeros elsewhere."""
    found = zeros((size, size), dtype)
    fill_diagonal(found, 1)
    return found


def fill_diagonal(table: Array, value: Any) -> None:
    """Set the elements whose two places are the same."""
    size = table.shape[1]
    for k in range(min(table.shape)):
        table.flat[k * (size + 1)] = number(value, table.dtype)


def triu_indices(size: int, above: int = 0) -> tuple[Array, Array]:
    """Return the places of the elements so far above the diagonal, and further."""
    pairs = [(i, j) for i in range(size) for j in range(max(i + above, 0), size)]
    one, other = [i for i, _ in pairs], [j for _, j in pairs]
    return Array(one, (len(pairs),), int64), Array(other, (len(pairs),), int64)
