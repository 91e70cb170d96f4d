"""One meeting of a tournament: two entries share worlds, half and half, in exchanged places."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.criteria import Scores, criteria
from bor_widgets.simulation.engine import Engine, Path
from bor_widgets.simulation.entries import Entry


def meet(
    base: WorldConfig,
    one: Entry,
    other: Entry,
    sides: Sequence[int],
    numbers: Sequence[int],
    rounds: int,
    path: Path | None = None,
    stop: threading.Event | None = None,
) -> Mapping[str, Any] | None:
    """Let two entries meet.

    Parameters
    ----------
    base
        What the worlds are; what it says of doctrines is replaced.
    sides
        Whose each place is, 0 or 1; then the places are exchanged.
    numbers
        Which replications.
    stop
        Stops it when set.

    Returns
    -------
    For each criterion an array (2, replications): the mean over the states that follow the
    one, and over those that follow the other, in both ways to hold the places. None if it was
    stopped. With itself an entry has the mean over all states, twice.
    """
    first = _states(base, one, other, sides, numbers, rounds, path, stop)
    if first is None:
        return None
    if one.name == other.name:
        return {name: np.stack([first[name].mean(axis=1)] * 2) for name in criteria()}
    exchanged = [1 - side for side in sides]
    second = _states(base, one, other, exchanged, numbers, rounds, path, stop)
    if second is None:
        return None
    where = np.array(sides)
    return {
        name: np.stack(
            [
                (
                    first[name][:, where == side].mean(axis=1)
                    + second[name][:, where != side].mean(axis=1)
                )
                / 2.0
                for side in (0, 1)
            ]
        )
        for name in criteria()
    }


def _states(
    base: WorldConfig,
    one: Entry,
    other: Entry,
    sides: Sequence[int],
    numbers: Sequence[int],
    rounds: int,
    path: Path | None,
    stop: threading.Event | None,
) -> dict[str, Any] | None:
    """Play worlds whose states follow the entries by their sides; return every state's score."""
    tables = {entry.name: entry.table for entry in (one, other) if entry.table is not None}
    config = base.with_(
        assigned=tuple((one.name, other.name)[side] for side in sides),
        tables=tuple(tables.values()),
    )
    engine = Engine.of(config, numbers, path)
    scores = Scores(config, engine.worlds)
    for _ in range(rounds):
        if stop is not None and stop.is_set():
            return None
        tallies = engine.step()
        scores.add(engine.worlds, tallies)
    return scores.of(engine.worlds)


@lru_cache(maxsize=256)
def spread(states: int, part: int) -> tuple[int, ...]:
    """Return whose each place is, 0 or 1: half and half; one of several ways to do so.

    In even parts the first two places, which are the riser's and the hegemon's, belong to
    both, in odd parts to one. The first part takes turns; in the others the rest is drawn.
    """
    if part == 0 or states < 3:
        return tuple(place % 2 for place in range(states))
    head = (0, 1) if part % 2 == 0 else (0, 0)
    left = [side for side in (0, 1) for _ in range((states + 1 - side) // 2 - head.count(side))]
    order = np.random.Generator(np.random.PCG64(part)).permutation(len(left))
    return (*head, *(left[place] for place in order.tolist()))
