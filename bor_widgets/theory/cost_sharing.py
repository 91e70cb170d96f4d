"""Indivisibility: who bears which part of what an action costs and brings."""

from __future__ import annotations

from collections.abc import Sequence

from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import computes
from bor_widgets.theory.tables import Table, rows_of


def _spread(count: int, reach: float, first: int) -> list[float]:
    """Share a whole among `count` places: all on one at reach 0, evenly at reach 1."""
    even = reach / count
    return [even + (1.0 - reach if i == first else 0.0) for i in range(count)]


def _whole(name: str, value: int, low: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < low:
        raise ValueError(f"{name} takes a whole number from {low} upwards; given was {value!r}")


@computes("Q05")
def shares(
    states: int,
    issues: int,
    geographic: float,
    functional: float,
    *,
    state: int = 0,
    issue: int = 0,
) -> list[list[float]]:
    """Return who bears which part of an action's costs, or gets which part of its benefits.

    Indivisibility is the scope, geographic and functional, over which they are spread
    (Q05, P1 L23, after Caporaso). The form is ours: with no scope all falls on the state
    and issue where the action began, with full scope every state and issue has the same
    part, and between them the two are blended.

    Parameters
    ----------
    states, issues
        How many there are, each at least 1.
    geographic, functional
        Scope over states and over issues, 0..1 on our scale.
    state, issue
        Where the action began, counted from 0.

    Returns
    -------
    One row per state and one column per issue; all parts together are 1.

    Raises
    ------
    ValueError
        For a count below 1, a scope outside 0..1, or a place that does not exist.
    """
    _whole("states", states, 1)
    _whole("issues", issues, 1)
    within("geographic", geographic, 0.0, 1.0)
    within("functional", functional, 0.0, 1.0)
    within("state", state, 0, states - 1)
    within("issue", issue, 0, issues - 1)
    over_states = _spread(states, geographic, state)
    over_issues = _spread(issues, functional, issue)
    return [[row * column for column in over_issues] for row in over_states]


def _scope_of(parts: Sequence[float]) -> float:
    """Read how evenly a whole is shared: 0 all on one, 1 all alike; one place holds it all."""
    count = len(parts)
    if count == 1:
        return 1.0
    total = sum(parts)
    distance = sum(abs(part / total - 1.0 / count) for part in parts) / 2.0
    return min(max(1.0 - distance / (1.0 - 1.0 / count), 0.0), 1.0)


def scope(table: Table) -> tuple[float, float]:
    """Read the scope off a table of costs or benefits: over states, and over issues.

    Each is 0..1 on our scale and undoes ``shares``. The measure is ours: one minus the
    part that would have to change hands to make all alike, set to 0 where all is on one.

    Raises
    ------
    ValueError
        For a table without rows, with rows of unlike length, with a part below nought,
        or with nothing in it.
    """
    rows = rows_of("table", table)
    for value in (value for row in rows for value in row):
        within("table", value, 0.0, float("inf"))
    over_states = [sum(row) for row in rows]
    if sum(over_states) <= 0.0:
        raise ValueError("table takes parts above 0 somewhere; given were only zeros")
    return _scope_of(over_states), _scope_of([sum(column) for column in zip(*rows, strict=True)])
