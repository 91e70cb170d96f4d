"""Reading the parts of a configuration that are more than numbers: lists, ties, nested tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from bor_widgets.simulation.doctrines import RuleTable
from bor_widgets.simulation.shocks import Shock
from bor_widgets.theory.checks import whole, within


def tuple_of(name: str, value: Any, part: type) -> tuple[Any, ...]:
    """Return a list as a tuple, if all of its entries are of one kind."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise TypeError(f"{name} takes a list; given was {type(value).__name__}")
    entries = tuple(value)
    for entry in entries:
        if not isinstance(entry, part):
            raise TypeError(
                f"{name} takes a list of {part.__name__}; given was {type(entry).__name__}"
            )
    return entries


def values_of(given: Any, states: int) -> tuple[float, ...]:
    """Return the values given for states, if they are as many and from 0 to 1."""
    values = tuple_of("values_given", given, object)
    if values and len(values) != states:
        raise ValueError(
            f"values_given takes one value for each of {states} states, or none; "
            f"given were {len(values)}"
        )
    return tuple(
        float(within(f"values_given[{k}]", value, 0.0, 1.0)) for k, value in enumerate(values)
    )


def ties_of(given: Any, states: int) -> tuple[tuple[int, int, float], ...]:
    """Return the ties given for the start, if each names two states and a level."""
    ties = []
    for k, entry in enumerate(tuple_of("ties_given", given, object)):
        if not isinstance(entry, list | tuple) or len(entry) != 3:
            raise ValueError(f"ties_given[{k}] takes two places and a level; given was another")
        one, other = (whole(f"ties_given[{k}]", place, 0, states - 1) for place in entry[:2])
        if one == other:
            raise ValueError(f"ties_given[{k}] takes two states; given was {one} twice")
        ties.append((one, other, float(within(f"ties_given[{k}]", entry[2], 0.0, 1.0))))
    return tuple(ties)


def list_in(name: str, values: Mapping[str, Any]) -> list[Any]:
    """Return the list under a name in plain data."""
    if not isinstance(values[name], list | tuple):
        raise TypeError(f"{name} takes a list; given was {type(values[name]).__name__}")
    return list(values[name])


def part_of(name: str, part: type, entry: Any) -> Any:
    """Build one entry of a list from plain data."""
    if isinstance(entry, part):
        return entry
    if not isinstance(entry, Mapping):
        raise TypeError(f"{name} takes a list of tables; given was {type(entry).__name__}")
    known = {each.name for each in fields(part)}
    for key in entry:
        if key not in known:
            raise TypeError(f"{name} has no field {key!r:.80}")
    missing = {"name", "moves"} if part is RuleTable else {"round", "kind", "one"}
    if missing - set(entry):
        raise TypeError(f"{name} takes {sorted(missing - set(entry))[0]!r} too; it was missing")
    return part(**entry)


def numbers_of(name: str, neutral: Any, given: Any) -> Any:
    """Build a nested table of numbers from plain data."""
    if isinstance(given, type(neutral)):
        return given
    if not isinstance(given, Mapping):
        raise TypeError(f"{name} takes a table of numbers; given was {type(given).__name__}")
    known = {entry.name for entry in fields(neutral)}
    for key in given:
        if key not in known:
            raise TypeError(f"{name} has no number {key!r:.80}")
    return replace(neutral, **given)


def check_shocks(shocks: tuple[Shock, ...], states: int, both_powers: bool) -> None:
    """Refuse shocks that name a state that is not there, or need a power that is not."""
    for shock in shocks:
        if max(shock.one, shock.other) >= states:
            raise ValueError(
                f"a shock's one and other take places from 0 to {states - 1}; "
                f"given was {max(shock.one, shock.other)}"
            )
        if shock.kind == "call for sides" and not both_powers:
            raise ValueError(
                "a shock of call for sides takes a world with riser and hegemon; "
                "given was one without"
            )
