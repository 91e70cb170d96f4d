"""Arithmetic that takes one number or an array of them alike.

NumPy is imported only when an array comes in, so that single situations are judged
where NumPy is missing (a browser without a server has none).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

#: a float, or an array of floats
Number = Any
#: +1 yes, 0 open, -1 no: one number or an array of them
Leaning = Any


def is_array(*values: Any) -> bool:
    """Whether any of the values is an array with at least one axis."""
    return any(hasattr(v, "__array__") and getattr(v, "ndim", 0) > 0 for v in values)


def clip(value: Number, low: float, high: float) -> Number:
    """Keep a value between two bounds."""
    if is_array(value):
        return value.clip(low, high)
    return min(max(value, low), high)


def where(condition: Any, yes: Any, no: Any) -> Any:
    """Choose between two values, element by element for arrays."""
    if is_array(condition, yes, no):
        import numpy as np

        return np.where(condition, yes, no)
    return yes if condition else no


def count_reached(value: Number, cuts: tuple[float, ...]) -> Any:
    """How many of the rising cut points a value has reached."""
    if is_array(value):
        import numpy as np

        return np.searchsorted(np.asarray(cuts), value, side="right").astype(np.int8)
    return sum(value >= cut for cut in cuts)


def pick(options: tuple[Any, ...], code: Any) -> Any:
    """Look a code up in a list of options."""
    if is_array(code):
        import numpy as np

        return np.asarray(options)[code]
    return options[code]


def leaning(value: Any) -> Leaning:
    """Read a criterion as +1 (yes), 0 (open) or -1 (no).

    None is open. A degree between 0 and 1 leans to yes above the middle and to no
    below it; the middle itself is neutral, and so open.
    """
    if value is None:
        return 0
    if isinstance(value, bool):
        return 1 if value else -1
    if is_array(value):
        import numpy as np

        return np.sign(value - 0.5).astype(np.int8)
    return (value > 0.5) - (value < 0.5)


def _fold(scalar: Callable[..., Any], name: str, values: tuple[Leaning, ...]) -> Leaning:
    if is_array(*values):
        import numpy as np

        return reduce(getattr(np, name), values)
    return scalar(values)


def all_of(*leanings: Leaning) -> Leaning:
    """Yes if all are yes, no if any is no, otherwise open."""
    return _fold(min, "minimum", leanings)


def any_of(*leanings: Leaning) -> Leaning:
    """Yes if any is yes, no if all are no, otherwise open."""
    return _fold(max, "maximum", leanings)


def answer(code: Leaning) -> bool | None:
    """Turn one leaning into True, False or None (open)."""
    return None if code == 0 else bool(code > 0)


def steps(low: float, high: float, n: int) -> list[float]:
    """Return n evenly spaced numbers from low to high, both included."""
    width = (high - low) / (n - 1)
    return [low + width * i for i in range(n - 1)] + [high]
