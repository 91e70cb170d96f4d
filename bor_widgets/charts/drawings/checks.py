"""What drawings made of named parts refuse, each with one clear sentence."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

#: how far a number may lie beyond an end because of rounding
SLACK = 1e-9


def checked_names(what: str, names: Sequence[str]) -> None:
    """Refuse a name that says nothing, and a name that two parts share.

    Raises
    ------
    ValueError
        With the name that was given.
    """
    for name in names:
        if not isinstance(name, str) or not name.strip():
            raise ValueError(f"{what} takes a text that is not empty; given was {name!r}")
        if names.count(name) > 1:
            raise ValueError(f"{what} takes a text of its own; {name!r} was given twice")


def checked_number(what: str, value: float, low: float, high: float) -> float:
    """Return a finite number between two ends.

    Raises
    ------
    ValueError
        For anything else, also for a truth value: a picture of it would mislead.
    """
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not isfinite(value) or not low - SLACK <= value <= high + SLACK:
        raise ValueError(f"{what} takes {low:g} to {high:g}; given was {value!r}")
    return float(value)


def checked_count(what: str, given: int, low: int, high: int) -> None:
    """Refuse too few and too many parts.

    Raises
    ------
    ValueError
        With the number that was given.
    """
    if not low <= given <= high:
        raise ValueError(f"{what} takes {low} to {high}; given was {given}")
