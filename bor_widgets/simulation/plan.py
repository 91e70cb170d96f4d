"""What is to be run: worlds of one or many configurations, cut into tasks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Any

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.engine import Path
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.world import LONGEST_COURSE
from bor_widgets.theory.checks import one_of, whole

#: worlds that one plan may hold
MOST_WORLDS = 1_000_000

#: bytes that the measures of one plan may take
MOST_BYTES = 2**30

#: worlds are run together as long as their state takes no more than this, about what the second
#: cache of a usual processor holds: a round finds the last one's state there, and what a round
#: costs besides is shared. State grows with the square of the states, so fewer fit the more
#: there are; with larger parts nothing is quicker, and a stop or a lost worker costs more.
CHUNK_BYTES = 2**20

#: no more worlds are run together, however small: a run must be quick to stop
MOST_TOGETHER = 128

#: no fewer, where there are more: each round of a chunk has a cost of its own
FEWEST_TOGETHER = 16

WORDS = {
    "configs": "configs takes WorldConfigs, at least one; given was something else",
    "worlds": "a run takes at most {most:,} worlds; given were {given:,}: {worlds:,} for each of "
    "{cells:,}",
    "bytes": "the measures of a run take at most {most:,} bytes; given were {given:,}: "
    "measure less often (`every`), or take fewer worlds",
}


@dataclass(frozen=True, slots=True)
class Task:
    """Worlds of one configuration that are run together.

    Attributes
    ----------
    cell
        Place of the configuration in the plan.
    first, count
        Number of the first world, and how many there are.
    """

    cell: int
    first: int
    count: int

    @property
    def numbers(self) -> range:
        """Numbers of the worlds."""
        return range(self.first, self.first + self.count)


@dataclass(frozen=True, slots=True)
class Plan:
    """Worlds to be run: each configuration in as many worlds, which are numbered from 0.

    Attributes
    ----------
    configs
        What the worlds are, cell by cell.
    worlds
        Worlds of each.
    rounds
        Rounds that each is run.
    every
        Rounds between two measurements; the last round is always measured.
    path
        How rounds are computed; None: the quicker path where it is there.

    Raises
    ------
    TypeError, ValueError
        For numbers outside their range, and for a plan that is too large to be kept.
    """

    configs: tuple[WorldConfig, ...]
    worlds: int
    rounds: int
    every: int
    path: Path | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "configs", tuple(self.configs))
        if not self.configs or not all(isinstance(each, WorldConfig) for each in self.configs):
            raise TypeError(WORDS["configs"])
        check_numbers(self.worlds, self.rounds, self.every)
        if self.path is not None:
            one_of("path", self.path, ("arrays", "compiled"))
        if self.total > MOST_WORLDS:
            raise ValueError(
                WORDS["worlds"].format(
                    most=MOST_WORLDS, given=self.total, cells=len(self.configs), worlds=self.worlds
                )
            )
        size = self.total * len(self.times) * len(measures()) * 8
        if size > MOST_BYTES:
            raise ValueError(WORDS["bytes"].format(most=MOST_BYTES, given=size))

    @property
    def total(self) -> int:
        """Worlds in all."""
        return len(self.configs) * self.worlds

    @property
    def times(self) -> tuple[int, ...]:
        """Rounds after which there is a measurement; the last round is one of them."""
        return times_of(self.rounds, self.every)

    def work(self, task: Task) -> float:
        """Return the work of a task, in ties."""
        return float(task.count * self.configs[task.cell].states ** 2)

    def fingerprint(self) -> str:
        """Return a short name that only these worlds have, run so long and measured so often."""
        name = sha256(f"{self.worlds} {self.rounds} {self.every}".encode())
        for config in self.configs:
            name.update(config.fingerprint().encode())
        return name.hexdigest()[:16]

    def tasks(self, done: Any = None, slots: int = 1, most: int | None = None) -> Iterator[Task]:
        """Cut what is not done into tasks.

        Parameters
        ----------
        done : (cells, worlds), optional
            Which worlds are finished; none by default.
        slots
            How many tasks can be worked on at a time; each should get its share.
        most
            Worlds of a task at most; by default as many as the cache holds.
        """
        missing = ~done if done is not None else np.ones((len(self.configs), self.worlds), bool)
        fair = max(FEWEST_TOGETHER, -(-int(missing.sum()) // (4 * slots)))
        for cell, config in enumerate(self.configs):
            limit = most or min(together(config), fair)
            for first, stop in _runs(missing[cell]):
                pieces = -(-(stop - first) // limit)
                ends = [first + (stop - first) * k // pieces for k in range(pieces + 1)]
                for start, end in pairwise(ends):
                    yield Task(cell, start, end - start)


def check_numbers(worlds: int, rounds: int, every: int) -> None:
    """Refuse numbers of worlds, rounds and rounds between measurements that cannot be.

    Raises
    ------
    TypeError, ValueError
        The sentence names the number, its range and what was given.
    """
    whole("worlds", worlds, 1, MOST_WORLDS)
    whole("rounds", rounds, 1, LONGEST_COURSE)
    whole("every", every, 1, LONGEST_COURSE)


def times_of(rounds: int, every: int) -> tuple[int, ...]:
    """Return the rounds after which there is a measurement: each `every`, and the last."""
    times = range(every, rounds + 1, every)
    return (*times, rounds) if rounds % every else tuple(times)


def together(config: WorldConfig) -> int:
    """Return how many worlds are run together so that their state stays in the cache."""
    real = 4 if config.precision == "single" else 8
    # of a tie: its level, its restraint by area, and eight small counters; of a state: a dozen
    size = config.states**2 * (real * (1 + config.areas) + 8) + config.states * 12 * 8
    return max(1, min(MOST_TOGETHER, CHUNK_BYTES // size))


def _runs(missing: Any) -> list[tuple[int, int]]:
    """Return where each row of missing worlds begins, and where it ends."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], missing, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
