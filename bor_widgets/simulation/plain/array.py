"""An array on a list: elements in a row, a shape, and one kind of number."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from math import prod
from typing import Any

from bor_widgets.simulation.plain import folding
from bor_widgets.simulation.plain.combine import combine, is_bare
from bor_widgets.simulation.plain.dtypes import (
    DType,
    as_bytes,
    bool_,
    cast,
    dtype_of,
    float64,
    int64,
    number,
    settle,
)
from bor_widgets.simulation.plain.places import places
from bor_widgets.simulation.plain.shapes import Shape, axis_of, filled, spread, turned


class Array:
    """Numbers of one kind in a shape; what is cut out of it is always a copy.

    Parameters
    ----------
    flat
        The elements, the last axis quickest; kept, not copied.
    shape
        How many there are along each axis.
    dtype
        Their kind.
    """

    __slots__ = ("dtype", "flat", "shape")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, flat: list[Any], shape: Shape, dtype: DType) -> None:
        self.flat, self.shape, self.dtype = flat, shape, dtype

    # ---- what it is

    @property
    def size(self) -> int:
        """How many elements there are."""
        return len(self.flat)

    @property
    def ndim(self) -> int:
        """How many axes there are."""
        return len(self.shape)

    @property
    def nbytes(self) -> int:
        """Bytes that the numbers take where they are handed over."""
        return len(self.flat) * self.dtype.itemsize

    def __len__(self) -> int:
        if not self.shape:
            raise TypeError("an array without an axis has no length")
        return self.shape[0]

    def __iter__(self) -> Iterator[Any]:
        return (self[k] for k in range(len(self)))

    def __bool__(self) -> bool:
        return bool(self.item())

    def __float__(self) -> float:
        return float(self.item())

    def __int__(self) -> int:
        return int(self.item())

    def __index__(self) -> int:
        return operator.index(self.item())

    def __repr__(self) -> str:
        return f"Array({self.tolist()!r:.400}, {self.dtype})"

    def item(self) -> Any:
        """Return the only element.

        Raises
        ------
        ValueError
            If there are more, or none: several are neither true nor a number.
        """
        if len(self.flat) != 1:
            raise ValueError(f"one element is taken; given was an array of {len(self.flat)}")
        return self.flat[0]

    def tolist(self) -> Any:
        """Return lists in lists."""
        if not self.shape:
            return self.flat[0]
        if len(self.shape) == 1:
            return list(self.flat)
        return [each.tolist() for each in self]

    def tobytes(self) -> bytes:
        """Return the elements as NumPy would hand them over."""
        return as_bytes(self.flat, self.dtype)

    # ---- other forms

    def copy(self) -> Array:
        """Return the same in a list of its own."""
        return Array(list(self.flat), self.shape, self.dtype)

    def astype(self, dtype: Any) -> Array:
        """Return the same numbers as another kind."""
        target = dtype_of(dtype)
        return Array(cast(self.flat, self.dtype, target), self.shape, target)

    def reshape(self, *shape: Any) -> Array:
        """Return the same elements in another shape."""
        wanted = shape[0] if len(shape) == 1 else shape
        return Array(list(self.flat), filled(wanted, len(self.flat)), self.dtype)

    def ravel(self) -> Array:
        """Return the elements along one axis."""
        return self.reshape(-1)

    def transpose(self, *axes: int) -> Array:
        """Return it with its axes in another order; without one, in reverse."""
        order = axes or tuple(reversed(range(self.ndim)))
        flat = list(map(self.flat.__getitem__, turned(self.shape, order)))
        return Array(flat, tuple(self.shape[axis] for axis in order), self.dtype)

    @property
    def T(self) -> Array:  # noqa: N802  (NumPy's name)
        """The axes in reverse."""
        return self.transpose()

    def nonzero(self) -> list[Array]:
        """Return the places of what is not 0, an array for each axis."""
        left = [k for k, value in enumerate(self.flat) if value]
        found = []
        for axis in range(self.ndim):
            below, length = prod(self.shape[axis + 1 :]), self.shape[axis]
            found.append(Array([k // below % length for k in left], (len(left),), int64))
        return found

    # ---- parts

    def __getitem__(self, key: Any) -> Any:
        if key is Ellipsis:
            return self.copy()
        shape, picked = places(self.shape, key)
        flat = list(map(self.flat.__getitem__, picked))
        if not shape and not _holds_array(key):
            return flat[0]
        return Array(flat, shape, self.dtype)

    def __setitem__(self, key: Any, value: Any) -> None:
        shape: Shape
        shape, picked = (
            (self.shape, range(len(self.flat))) if key is Ellipsis else places(self.shape, key)
        )
        if is_bare(value):
            values: Any = repeat(number(value, self.dtype))
        else:
            given = value if isinstance(value, Array) else _listed(value)
            values = cast(spread(given.flat, given.shape, shape), given.dtype, self.dtype)
        if key is Ellipsis and not is_bare(value):
            self.flat[:] = values
            return
        flat = self.flat
        for place, each in zip(picked, values, strict=False):
            flat[place] = each

    # ---- folding

    def sum(self, axis: int | None = None, keepdims: bool = False) -> Any:
        """Return sums along an axis, or of all."""
        at = None if axis is None else axis_of(axis, self.ndim)
        if self.dtype.kind == "f":
            found = folding.total(self.flat, self.shape, at, self.dtype)
            return self._folded(found, at, keepdims, self.dtype)
        found = [sum(lane) for lane in folding.lanes(self.flat, self.shape, at)]
        return self._folded(found, at, keepdims, int64)

    def mean(self, axis: int | None = None) -> Any:
        """Return means along an axis, or of all; nothing of nothing is not a number."""
        length = self.size if axis is None else self.shape[axis]
        own = self if self.dtype.kind == "f" else self.astype(float)
        found = own.sum(axis)
        if length and is_bare(found):
            return settle([found / length], own.dtype)[0]
        return found / length if not is_bare(found) else float("nan")

    def any(self, axis: int | None = None) -> Any:
        """Whether any along an axis, or any at all, is true."""
        return self._each(any, axis, bool_)

    def all(self, axis: int | None = None) -> Any:
        """Whether all along an axis, or all there are, are true."""
        return self._each(all, axis, bool_)

    def max(self, axis: int | None = None) -> Any:
        """Return the greatest along an axis, or of all."""
        return self._each(max, axis, self.dtype)

    def min(self, axis: int | None = None) -> Any:
        """Return the least along an axis, or of all."""
        return self._each(min, axis, self.dtype)

    def _each(self, fold: Callable[[list[Any]], Any], axis: int | None, dtype: DType) -> Any:
        at = None if axis is None else axis_of(axis, self.ndim)
        found = [fold(lane) for lane in folding.lanes(self.flat, self.shape, at)]
        return self._folded(found, at, False, dtype)

    def _folded(self, found: list[Any], axis: int | None, keep: bool, dtype: DType) -> Any:
        shape = folding.without(self.shape, axis, keep)
        return Array(found, shape, dtype) if shape else found[0]

    def clip(self, low: float, high: float) -> Array:
        """Keep every element between two bounds; what is not a number stays so."""
        return Array(*combine("minimum", Array(*combine("maximum", self, low)), high))

    # ---- arithmetic

    def _with(self, name: str, other: Any, swapped: bool = False) -> Any:
        if not (is_bare(other) or isinstance(other, Array)):
            return NotImplemented
        return Array(*(combine(name, other, self) if swapped else combine(name, self, other)))

    def _change(self, name: str, other: Any) -> Array:
        flat, shape, dtype = combine(name, self, other)
        if shape != self.shape:
            raise ValueError(f"an array of shape {self.shape} cannot take one of shape {shape}")
        if dtype.kind == "f" and self.dtype.kind != "f":
            raise TypeError(f"an array of {self.dtype} cannot take {dtype} in place")
        self.flat[:] = cast(flat, dtype, self.dtype)
        return self

    def __neg__(self) -> Array:
        return Array(settle(map(operator.neg, self.flat), self.dtype), self.shape, self.dtype)

    def __abs__(self) -> Array:
        return Array(settle(map(abs, self.flat), self.dtype), self.shape, self.dtype)

    def __invert__(self) -> Array:
        turn = operator.not_ if self.dtype is bool_ else operator.invert
        return Array(settle(map(turn, self.flat), self.dtype), self.shape, self.dtype)


def _holds_array(key: Any) -> bool:
    parts: Sequence[Any] = key if isinstance(key, tuple) else (key,)
    return any(isinstance(part, Array) for part in parts)


def _listed(value: Any) -> Array:
    """Return a list of numbers, possibly of lists, as an array."""
    rows = list(value)
    if rows and not is_bare(rows[0]):
        parts = [each if isinstance(each, Array) else _listed(each) for each in rows]
        first = parts[0]
        if any(part.shape != first.shape for part in parts):
            raise ValueError("lists of unlike length make no array")
        kinds = {part.dtype for part in parts}
        dtype = first.dtype if len(kinds) == 1 else float64
        flat = [v for part in parts for v in cast(part.flat, part.dtype, dtype)]
        return Array(flat, (len(parts), *first.shape), dtype)
    kinds_seen = {type(each) for each in rows}
    kind = next((kind for kind in (float, int, bool) if kind in kinds_seen), float)
    return Array(list(map(kind, rows)), (len(rows),), dtype_of(kind))


listed = _listed

_OPERATORS = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide",
    "floordiv": "floor_divide", "mod": "remainder", "pow": "power",
    "and": "and", "or": "or", "xor": "xor",
}  # fmt: skip
_COMPARED = {
    "lt": "less", "le": "less_equal", "eq": "equal", "ne": "not_equal",
    "ge": "greater_equal", "gt": "greater",
}  # fmt: skip


def _give_operators() -> None:
    for short, name in _OPERATORS.items():
        setattr(Array, f"__{short}__", lambda self, other, n=name: self._with(n, other))
        setattr(Array, f"__r{short}__", lambda self, other, n=name: self._with(n, other, True))
        setattr(Array, f"__i{short}__", lambda self, other, n=name: self._change(n, other))
    for short, name in _COMPARED.items():
        setattr(Array, f"__{short}__", lambda self, other, n=name: self._with(n, other))


_give_operators()
