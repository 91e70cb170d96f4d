"""What was typed into inputs, sorted: what may be set, and what gets a sentence instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def sort_typed(
    typed: Mapping[str, Any], held: Mapping[str, Any], check: Callable[[str, Any], Any]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what may be set, and one sentence for each value that may not.

    Parameters
    ----------
    typed
        What stands in the inputs, by name.
    held
        What is held now, as the page keeps it. A name that is not held is left out, and so is
        a value that is held already.
    check
        Returns the value to set for a name and what was typed, or raises the sentence.
    """
    good: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name, value in typed.items():
        if name not in held or value == held[name]:
            continue
        try:
            good[name] = check(name, value)
        except (TypeError, ValueError) as error:
            errors[name] = str(error)
    return good, errors
