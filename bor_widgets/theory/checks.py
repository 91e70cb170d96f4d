"""Range checks: a value outside its range is refused, never clipped in silence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, TypeVar

from bor_widgets.theory.arithmetic import Leaning, is_array, leaning

T = TypeVar("T")


def within(name: str, value: T, low: float, high: float) -> T:
    """Return the value, if it is a finite number from low to high.

    Parameters
    ----------
    name
        The argument, as the caller knows it.
    value
        One number, or an array of them. An array passes only if every entry does.
    low, high
        The allowed range, both ends included. An infinite bound leaves that side open.

    Raises
    ------
    TypeError
        If it is not a number (True and False are not).
    ValueError
        If it is not finite or outside the range.
    """
    if is_array(value):
        _array(name, value, low, high)
        return value
    # a NumPy scalar without an axis is a number like any other
    number = value.item() if hasattr(value, "item") and hasattr(value, "__array__") else value
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise TypeError(_refusal(name, low, high, _short(number)))
    try:
        finite = math.isfinite(number)
    except OverflowError:  # a whole number too long for a float
        finite = False
    if not finite or not low <= number <= high:
        raise ValueError(_refusal(name, low, high, _short(number)))
    return value


def _array(name: str, value: Any, low: float, high: float) -> None:
    import numpy as np

    array = np.asarray(value)
    if array.dtype.kind not in "fiu":
        raise TypeError(_refusal(name, low, high, f"an array of {array.dtype}"))
    bad = ~(np.isfinite(array) & (array >= low) & (array <= high))
    if bad.any():
        raise ValueError(_refusal(name, low, high, _short(array[bad].flat[0].item())))


def _short(given: Any) -> str:
    # what was typed may be of any length; a refusal stays one readable sentence
    try:
        shown = repr(given)
    except ValueError:  # Python refuses to write out a whole number of thousands of digits
        shown = "a very long number"
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


def _refusal(name: str, low: float, high: float, given: str) -> str:
    if math.isinf(low) and math.isinf(high):
        allowed = "a finite number"
    elif math.isinf(high):
        allowed = f"a number from {low:g} upwards"
    elif math.isinf(low):
        allowed = f"a number up to {high:g}"
    else:
        allowed = f"a number from {low:g} to {high:g}"
    return f"{name} takes {allowed}; given was {given}"


def criterion(name: str, value: Any) -> Leaning:
    """Read a criterion as +1 (yes), 0 (open) or -1 (no), and refuse what is none.

    Parameters
    ----------
    name
        The argument, as the caller knows it.
    value
        True, False, None for open, or a degree from 0 to 1 (an array of degrees too).

    Raises
    ------
    TypeError, ValueError
        If it is anything else.
    """
    if value is None or isinstance(value, bool):
        return leaning(value)
    if is_array(value) and value.dtype.kind == "b":
        return leaning(value.astype(float))
    return leaning(within(name, value, 0.0, 1.0))


def one_of(name: str, value: str, options: Sequence[str]) -> str:
    """Return the value, if it is one of the options.

    Raises
    ------
    ValueError
        If it is not.
    """
    if value not in options:
        raise ValueError(f"{name} takes one of {', '.join(options)}; given was {_short(value)}")
    return value


def whole(name: str, value: int, low: int, high: int) -> int:
    """Return the value, if it is a whole number from low to high.

    Raises
    ------
    TypeError
        If it is not a whole number.
    ValueError
        If it is outside the range.
    """
    told = f"{name} takes a whole number from {low} to {high}; given was {_short(value)}"
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(told)
    if not low <= value <= high:
        raise ValueError(told)
    return value
