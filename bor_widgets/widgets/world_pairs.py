"""WorldPairs: pairs of worlds with the same chance, run a slice of time at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from bor_widgets.simulation.arrays import PLAIN, np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.engine import Engine
from bor_widgets.simulation.measures import measure, measures
from bor_widgets.simulation.tallies import Tallies
from bor_widgets.widgets.world_course import PATH

#: pairs that are run together, if their states are few; plain arrays gain nothing by it
TOGETHER = 1 if PLAIN else 25

#: pairs of states in a row of worlds at most, so that it stays in the processor's own memory
MOST_PAIRS = 40_000

#: what is counted in a world is counted over so many of its last rounds
LAST = 10

#: seconds that one slice takes: a page answers between two of them
SLICE = 0.06


class WorldPairs:
    """Two configurations, each pair of worlds under one number.

    Replication k of a configuration follows from the configuration and k alone; a pair are
    the two worlds of one k, and what differs between them is the change and what it led to.

    Parameters
    ----------
    one, other
        The configurations.
    pairs
        How many pairs.
    rounds
        Rounds after which they are measured.
    clock
        Seconds that only grow.

    Attributes
    ----------
    done
        Pairs that are finished.
    values : (pairs, 2, measures)
        Their measures: what is, as of the last round; what is counted, over the last ten.
    """

    def __init__(
        self,
        one: WorldConfig,
        other: WorldConfig,
        pairs: int,
        rounds: int,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.configs = (one, other)
        self.pairs, self.rounds = pairs, rounds
        self.done = 0
        self.values = np.full((pairs, 2, len(measures())), np.nan)
        self._clock = clock
        self._work = self._play()
        self._steps = 0
        self._seconds = 0.0

    @property
    def complete(self) -> bool:
        """Whether all pairs are finished."""
        return self.done == self.pairs

    @property
    def left(self) -> float:
        """Seconds of work that are left, estimated; not a number before anything was done."""
        total = sum(2 * self.rounds for _ in self._rows())
        return self._seconds / self._steps * (total - self._steps) if self._steps else np.nan

    def advance(self, seconds: float = SLICE) -> None:
        """Work for some time, for one round of one row at least."""
        began = self._clock()
        for _ in self._work:
            self._steps += 1
            if self._clock() - began >= seconds:
                break
        self._seconds += self._clock() - began

    def _rows(self) -> list[range]:
        size = max(1, min(TOGETHER, MOST_PAIRS // max(c.states for c in self.configs) ** 2))
        return [range(k, min(k + size, self.pairs)) for k in range(0, self.pairs, size)]

    def _play(self) -> Iterator[None]:
        for row in self._rows():
            for side, config in enumerate(self.configs):
                engine = Engine.of(config, row, PATH)
                counted: Tallies | None = None
                for k in range(self.rounds):
                    tallies = engine.step()
                    if k >= self.rounds - LAST:
                        counted = tallies if counted is None else tallies.after(counted)
                    if k < self.rounds - 1:
                        yield
                assert counted is not None
                found = measure(config, engine.worlds, counted)
                for place, value in enumerate(found.values()):
                    self.values[row.start : row.stop, side, place] = value
                if side:
                    self.done = row.stop
                yield
