"""Arithmetic element by element: what two operands make, with shapes and kinds of number."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

from bor_widgets.simulation.plain.dtypes import (
    DType,
    bool_,
    dtype_of,
    float32,
    float64,
    meet_all,
    meet_number,
    number,
    settle,
)
from bor_widgets.simulation.plain.shapes import Shape, shared, spread

#: elements, shape and kind of a result
Parts = tuple[list[Any], Shape, DType]


def _divided(a: float, b: float) -> float:
    try:
        return a / b
    except ZeroDivisionError:
        if a == 0 or a != a:
            return math.nan
        return math.copysign(math.inf, a) * math.copysign(1.0, b)


def _raised(a: float, b: float) -> float:
    try:
        return math.pow(a, b)
    except OverflowError:
        odd = b == math.floor(b) and b % 2 == 1
        return -math.inf if a < 0 and odd else math.inf
    except ValueError:  # nothing raised to a negative power, or a root of what is below nothing
        return math.nan if a else math.inf


def _greater(a: Any, b: Any) -> Any:
    return a if a >= b or a != a else b


def _lesser(a: Any, b: Any) -> Any:
    return a if a <= b or a != a else b


def _floored(a: Any, b: Any) -> Any:
    return a // b if b else 0


def _left(a: Any, b: Any) -> Any:
    return a % b if b else 0


def _power(a: Any, b: Any) -> Any:
    return a * a if b == 2 else _raised(a, b) if isinstance(a, float) else a**b


_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "add": operator.add,
    "subtract": operator.sub,
    "multiply": operator.mul,
    "divide": operator.truediv,
    "floor_divide": _floored,
    "remainder": _left,
    "power": _power,
    "maximum": _greater,
    "minimum": _lesser,
    "and": operator.and_,
    "or": operator.or_,
    "xor": operator.xor,
}
_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "less": operator.lt,
    "less_equal": operator.le,
    "equal": operator.eq,
    "not_equal": operator.ne,
    "greater_equal": operator.ge,
    "greater": operator.gt,
}


def is_bare(value: Any) -> bool:
    """Whether a value is one number of Python's."""
    return isinstance(value, bool | int | float)


def kinds_meet(operands: Iterable[Any]) -> DType:
    """Return the kind in which arrays and bare numbers meet; a bare number gives way."""
    listed = list(operands)
    arrays: list[DType] = [each.dtype for each in listed if not is_bare(each)]
    bare: list[type] = [type(each) for each in listed if is_bare(each)]
    if not arrays:
        widest = max(bare, key=(bool, int, float).index)
        return dtype_of(widest)
    found = meet_all(arrays)
    for kind in bare:
        found = meet_number(found, kind)
    return found


def operand(value: Any, dtype: DType, target: Shape, compared: bool = False) -> Iterable[Any]:
    """Return an operand's elements as a kind's numbers, spread over a shape.

    A whole number that the kind cannot hold may be compared with it, but not reckoned with.
    """
    if is_bare(value):
        return repeat(value if compared and dtype.kind in "iu" else number(value, dtype))
    flat = spread(value.flat, value.shape, target)
    if value.dtype.type is dtype.type:
        return flat
    return list(map(dtype.type, flat))


def combine(name: str, left: Any, right: Any) -> Parts:
    """Return what an operation makes of two arrays, or of an array and a bare number.

    Raises
    ------
    TypeError
        For the difference of truths, which there is none of.
    """
    dtype = kinds_meet((left, right))
    compared = name in _COMPARISONS
    if name == "divide" and dtype.kind != "f":
        dtype = float64
    if name == "subtract" and dtype is bool_:
        raise TypeError("truths cannot be subtracted; given were two arrays of them")
    shape = shared(() if is_bare(left) else left.shape, () if is_bare(right) else right.shape)
    function = _COMPARISONS[name] if compared else _ARITHMETIC[name]
    if name == "power" and is_bare(right) and right == 2:
        function, right = operator.mul, left
    one, other = (operand(each, dtype, shape, compared) for each in (left, right))
    if shape == () and is_bare(left) and is_bare(right):
        return [function(left, right)], (), bool_ if compared else dtype
    try:
        found = list(map(function, one, other))
    except ZeroDivisionError:
        one, other = operand(left, dtype, shape), operand(right, dtype, shape)
        found = list(map(_divided, one, other))
    if compared:
        return found, shape, bool_
    return (found if dtype is float64 else settle(found, dtype)), shape, dtype


def pick(condition: Any, yes: Any, no: Any) -> Parts:
    """Return one or the other, element by element."""
    dtype = kinds_meet((yes, no))
    shape = condition.shape
    for each in (yes, no):
        if not is_bare(each):
            shape = shared(shape, each.shape)
    asked = spread(condition.flat, condition.shape, shape)
    one, other = operand(yes, dtype, shape), operand(no, dtype, shape)
    found = [a if said else b for said, a, b in zip(asked, one, other, strict=False)]
    return (found if dtype in (float64, float32) else settle(found, dtype)), shape, dtype
