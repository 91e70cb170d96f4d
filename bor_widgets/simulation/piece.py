"""One task's work: some worlds of one configuration, run and measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.engine import Engine, Path
from bor_widgets.simulation.measures import measure, measures, security_of
from bor_widgets.simulation.plan import times_of
from bor_widgets.simulation.tallies import Tallies

#: sums of each state over the whole run, in the order in which they are kept
STATE_SUMS = ("security", "conflicts", "given_up", "growth")


@dataclass(frozen=True, slots=True)
class Piece:
    """What came of some worlds.

    Attributes
    ----------
    values : (R, T, M)
        Each measure at each measurement.
    states : (R, 4, n)
        Of each state: its relational security (mean over the measurements), its conflicts and
        the apparent interests that it gave up (sums over all rounds), and its capability at
        the end over that at the start.
    doctrine : (R, n)
        Code of what each state follows.
    """

    values: Any
    states: Any
    doctrine: Any


def play(
    config: WorldConfig,
    numbers: Sequence[int],
    rounds: int,
    every: int,
    path: Path,
    stopped: Callable[[], bool] | None = None,
) -> Piece | None:
    """Run some worlds and measure them.

    Parameters
    ----------
    config
        What the worlds are.
    numbers
        Which replications they are; each follows from the configuration and its number.
    rounds, every
        Rounds to run, and rounds between two measurements.
    path
        How rounds are computed.
    stopped
        Asked before each round; if it says yes, the worlds are given up.

    Returns
    -------
    What came of them; None if they were given up.
    """
    engine = Engine.of(config, numbers, path)
    count, n = len(numbers), config.states
    times = times_of(rounds, every)
    values = np.empty((count, len(times), len(measures())))
    sums = np.zeros((count, len(STATE_SUMS), n))
    before = engine.worlds.capability.copy()
    counted: Tallies | None = None
    at = 0
    for now in range(1, rounds + 1):
        if stopped is not None and stopped():
            return None
        tallies = engine.step(full=now == times[at])
        counted = tallies if counted is None else tallies.after(counted)
        if now != times[at]:
            continue
        found = measure(config, engine.worlds, counted)
        sums[:, 0] += security_of(config, engine.worlds, counted)
        for place, value in enumerate(found.values()):
            values[:, at, place] = value
        sums[:, 1] += counted.fights
        sums[:, 2] += counted.given_up
        counted, at = None, at + 1
    values[np.isnan(values)] = np.nan  # there are many bits for nothing; here there is one
    sums[:, 0] /= len(times)
    sums[:, 3] = engine.worlds.capability / before
    return Piece(values, sums, engine.worlds.doctrine.copy())
