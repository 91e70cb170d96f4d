"""Many worlds of one configuration, each with a chance of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.batch import finished, on_path, on_threads
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.engine import Path
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.piece import STATE_SUMS, Piece
from bor_widgets.simulation.plan import Plan, Task
from bor_widgets.simulation.progress import Clock, Tell
from bor_widgets.simulation.summary import Interval, mean_interval, share_above
from bor_widgets.simulation.versions import versions
from bor_widgets.theory.checks import one_of, whole


@dataclass(frozen=True, slots=True)
class Replications:
    """Worlds of one configuration, measured. They forecast nothing (R61, P0 L1397-1403).

    Attributes
    ----------
    config
        What the worlds were; its seed is among it.
    times : (T,)
        Rounds after which there was a measurement.
    numbers : (W,)
        Which replications were run; fewer than were asked for if the run was stopped.
    asked
        How many were asked for.
    values : (W, T, M)
        Each measure, in the order of `names`; not a number where there was nothing to measure.
    security, conflicts, given_up, growth : (W, n)
        Of each state: its relational security (mean over the measurements), its conflicts and
        the apparent interests that it gave up (sums over all rounds), and its capability at
        the end over that at the start.
    doctrine : (W, n)
        Code of what each state followed.
    names
        Names of the measures.
    path
        How rounds were computed.
    versions
        Versions of the packages that decide the bits of a result.
    """

    config: WorldConfig
    times: tuple[int, ...]
    numbers: Any
    asked: int
    values: Any
    security: Any
    conflicts: Any
    given_up: Any
    growth: Any
    doctrine: Any
    names: tuple[str, ...]
    path: Path
    versions: Mapping[str, str] = field(default_factory=versions)

    @property
    def seed(self) -> int:
        """The seed under which all of them ran."""
        return self.config.seed

    @property
    def complete(self) -> bool:
        """Whether all worlds that were asked for were run."""
        return len(self.numbers) == self.asked

    def of(self, measure: str) -> Any:
        """Return one measure, (W, T).

        Raises
        ------
        ValueError
            For a measure that there is not.
        """
        return self.values[..., self.names.index(one_of("measure", measure, self.names))]

    def mean(self, measure: str) -> Interval:
        """Return the mean of a measure after each time, with its interval of 95 %; each (T,)."""
        return mean_interval(self.of(measure))

    def share(self, measure: str, above: float) -> Interval:
        """Return in what share of the worlds a measure was above a number, after each time."""
        return share_above(self.of(measure), above)

    def same_as(self, other: Replications) -> bool:
        """Whether both hold the same worlds and the same bits."""
        arrays = ("numbers", "values", *STATE_SUMS, "doctrine")
        return (
            self.config == other.config
            and (self.times, self.names, self.asked) == (other.times, other.names, other.asked)
            and all(_same(getattr(self, name), getattr(other, name)) for name in arrays)
        )


def replicate(
    config: WorldConfig,
    worlds: int = 200,
    rounds: int = 100,
    every: int = 10,
    path: Path | None = None,
    threads: int = 2,
    on_progress: Tell | None = None,
    stop: Event | None = None,
) -> Replications:
    """Run many worlds of one configuration and measure them.

    Parameters
    ----------
    config
        What the worlds are.
    worlds
        How many; they are numbered from 0, and each follows from `config` and its number.
    rounds, every
        Rounds to run, and rounds between two measurements; the last round is always measured.
    path
        How rounds are computed; the quicker path where it is there, by default.
    threads
        How many threads share the work. The result is the same for any number of them.
    on_progress
        Told how far the run is; called in this thread.
    stop
        Stops the run once it is set; the worlds that are finished are returned.

    Raises
    ------
    TypeError, ValueError
        For numbers outside their range.
    """
    whole("threads", threads, 1, 256)
    plan = Plan((config,), worlds, rounds, every, path)
    stop = stop or Event()
    clock = Clock(worlds, 0, float(worlds * config.states**2), on_progress)
    clock.say()
    found: dict[Task, Piece] = {}
    with on_threads(threads, stop) as crew:
        plan = on_path(plan, crew)
        for task, piece in finished(plan, plan.tasks(slots=threads), crew, stop):
            found[task] = piece
            clock.count(task.count, plan.work(task))
    return _together(plan, found)


def _together(plan: Plan, found: Mapping[Task, Piece]) -> Replications:
    config = plan.configs[0]
    in_order = sorted(found, key=lambda task: task.first)
    n, names = config.states, tuple(measures())
    # an empty piece in front, so that a run stopped at once has its shapes too
    values = [np.empty((0, len(plan.times), len(names)))] + [found[t].values for t in in_order]
    states = [np.empty((0, len(STATE_SUMS), n))] + [found[t].states for t in in_order]
    doctrine = [np.empty((0, n), np.int8)] + [found[t].doctrine for t in in_order]
    sums = np.concatenate(states)
    by_state: dict[str, Any] = {name: sums[:, k].copy() for k, name in enumerate(STATE_SUMS)}
    assert plan.path is not None
    return Replications(
        config=config,
        times=plan.times,
        numbers=np.array([k for task in in_order for k in task.numbers], np.int64),
        asked=plan.worlds,
        values=np.concatenate(values),
        **by_state,
        doctrine=np.concatenate(doctrine),
        names=names,
        path=plan.path,
    )


def _same(one: Any, other: Any) -> bool:
    if one.shape != other.shape or one.dtype != other.dtype:
        return False
    return bool(one.tobytes() == other.tobytes())
