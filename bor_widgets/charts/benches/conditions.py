"""When an input of a bench belongs on the screen, as the bench's file says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: an input that decides, and the options with which another input belongs on the screen
Condition = tuple[str, tuple[str, ...]]


def _read(said: str) -> tuple[Condition, ...]:
    """Read to which choices an input belongs, as in "region=eu|brics, country=Turkey"."""
    pairs = (part.strip().partition("=") for part in said.split(",") if part.strip())
    return tuple((decides, tuple(options.split("|"))) for decides, _, options in pairs)


def conditions_of(data: Mapping[str, Any]) -> dict[str, tuple[Condition, ...]]:
    """Return for each input what it says of itself, and what its group says of all its inputs.

    Parameters
    ----------
    data
        The file of a bench, with its tables ``group`` and ``parameter``.

    Raises
    ------
    ValueError
        For a choice that the bench does not have.
    """
    said = {
        name: (
            *_read(data["group"].get(entry.get("group", ""), {}).get("only", "")),
            *_read(entry.get("only", "")),
        )
        for name, entry in data["parameter"].items()
    }
    for name, conditions in said.items():
        for decides, options in conditions:
            known = data["parameter"].get(decides, {}).get("options", ())
            if not set(options) <= set(known):
                given = "|".join(options)
                raise ValueError(
                    f"{name} belongs to a choice of the bench; given: {decides}={given}"
                )
    return {name: conditions for name, conditions in said.items() if conditions}
