"""Kinds of number that an array holds, how two of them meet, and how a value becomes one."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, reduce
from typing import Any


@dataclass(frozen=True, slots=True)
class DType:
    """One kind of number.

    Attributes
    ----------
    name
        What it is called, as in NumPy.
    kind
        ``"b"`` truth, ``"i"`` whole, ``"u"`` whole and not below 0, ``"f"`` broken.
    itemsize
        Bytes that one takes where it is handed over.
    code
        Its letter in the standard library's arrays.
    """

    name: str
    kind: str
    itemsize: int
    code: str

    def __str__(self) -> str:
        return self.name

    @property
    def type(self) -> type:
        """The kind of Python number that stands for it."""
        return {"b": bool, "f": float}.get(self.kind, int)


bool_ = DType("bool", "b", 1, "B")
int8 = DType("int8", "i", 1, "b")
int16 = DType("int16", "i", 2, "h")
int32 = DType("int32", "i", 4, "i")
int64 = DType("int64", "i", 8, "q")
uint8 = DType("uint8", "u", 1, "B")
uint16 = DType("uint16", "u", 2, "H")
uint32 = DType("uint32", "u", 4, "I")
float32 = DType("float32", "f", 4, "f")
float64 = DType("float64", "f", 8, "d")

DTYPES = (bool_, int8, int16, int32, int64, uint8, uint16, uint32, float32, float64)
_SIGNED = (int8, int16, int32, int64)
_NATIVE: dict[type, DType] = {bool: bool_, int: int64, float: float64}
_NAMED = {dtype.name: dtype for dtype in DTYPES} | {"<f8": float64, "<f4": float32}


def dtype_of(given: Any) -> DType:
    """Return the kind that a kind, a type of Python's or a name stands for.

    Raises
    ------
    TypeError
        For anything else.
    """
    if isinstance(given, DType):
        return given
    found = _NATIVE.get(given) if isinstance(given, type) else _NAMED.get(given)
    if found is None:
        raise TypeError(f"dtype takes one of {', '.join(_NAMED)}; given was {given!r:.60}")
    return found


@cache
def meet(one: DType, other: DType) -> DType:
    """Return the smallest kind that holds what both hold."""
    if one == other or other.kind == "b":
        return one
    if one.kind == "b":
        return other
    if "f" in (one.kind, other.kind):
        wide = [d for d in (one, other) if d.itemsize > (4 if d.kind == "f" else 2)]
        return float64 if wide else float32
    if one.kind == other.kind:
        return one if one.itemsize > other.itemsize else other
    signed, bare = (one, other) if one.kind == "i" else (other, one)
    if signed.itemsize > bare.itemsize:
        return signed
    return next(d for d in _SIGNED if d.itemsize > bare.itemsize)


def meet_all(dtypes: Iterable[DType]) -> DType:
    """Return the kind in which several meet; broken numbers decide before whole ones do."""
    return reduce(meet, sorted(dtypes, key=lambda dtype: dtype.kind != "f"))


def meet_number(dtype: DType, number: type) -> DType:
    """Return the kind that an array of one kind and a bare number of Python's make together."""
    if number is float and dtype.kind != "f":
        return float64
    if number is int and dtype.kind == "b":
        return int64
    return dtype


def _whole(dtype: DType) -> Callable[[int], int]:
    most = 1 << 8 * dtype.itemsize
    half = most >> 1 if dtype.kind == "i" else 0
    return lambda value: (value + half) % most - half


_WRAP = {dtype: _whole(dtype) for dtype in DTYPES if dtype.kind in "iu"}
_SPANS = {
    dtype: (-(1 << 8 * dtype.itemsize - 1), (1 << 8 * dtype.itemsize - 1) - 1)
    if dtype.kind == "i"
    else (0, (1 << 8 * dtype.itemsize) - 1)
    for dtype in _WRAP
}


def settle(values: Iterable[Any], dtype: DType) -> list[Any]:
    """Return results of arithmetic as their kind keeps them: rounded, or come round."""
    if dtype is float64:
        return list(values)
    if dtype is float32:
        # the standard library's arrays round to the nearest, as a processor does
        return array("f", values).tolist()
    if dtype is bool_:
        return list(map(bool, values))
    found = list(values)
    low, high = _SPANS[dtype]
    if found and (min(found) < low or max(found) > high):
        return list(map(_WRAP[dtype], found))
    return found


def cast(values: Iterable[Any], source: DType, target: DType) -> list[Any]:
    """Return values of one kind as values of another."""
    if source is target:
        return list(values)
    if target.kind == "f" and source.kind != "f":
        values = map(float, values)
    elif target.kind in "iu" and source.kind in "fb":
        values = map(int, values)
    return settle(values, target)


def number(value: Any, dtype: DType) -> Any:
    """Return one bare number as a kind keeps it.

    Raises
    ------
    OverflowError
        For a whole number that the kind cannot hold.
    """
    if dtype.kind in "iu":
        low, high = _SPANS[dtype]
        if not low <= int(value) <= high:
            raise OverflowError(f"{dtype} takes {low} to {high}; given was {value}")
        return int(value)
    return settle([float(value)], dtype)[0] if dtype.kind == "f" else bool(value)


def as_bytes(values: Iterable[Any], dtype: DType) -> bytes:
    """Return values as the bytes that NumPy would hand over."""
    return array(dtype.code, values).tobytes()
