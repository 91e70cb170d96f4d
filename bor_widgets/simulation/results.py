"""What came of a run over many configurations, as tables, means and maps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.axis import Axis
from bor_widgets.simulation.batch import Runs
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.summary import Interval, mean_interval, share_above
from bor_widgets.simulation.versions import versions
from bor_widgets.theory.checks import one_of

WORDS = {
    "time": "round takes one of {times}; given was {given!r:.60}",
    "foreign": "{name} does not hold what its beginning promises: nothing was read",
}


@dataclass(frozen=True, slots=True)
class Grid:
    """A map over the cells of a sweep; each array is (values of y, values of x).

    Attributes
    ----------
    x, y
        The axes; `y` is None where only one number was varied.
    mean, low, high, n
        Mean or share, the ends of its interval of 95 %, and the worlds behind it.
    """

    x: Axis
    y: Axis | None
    mean: Any
    low: Any
    high: Any
    n: Any


@dataclass(frozen=True, slots=True)
class Measured:
    """Worlds of many configurations, measured; cells of a sweep, or settings of a sample.

    Attributes
    ----------
    times : (T,)
        Rounds after which there was a measurement.
    names : (M,)
        Names of the measures.
    values : (cells, worlds, T, M)
        Each measure; not a number where there was nothing to measure, or no run.
    done : (cells, worlds)
        Which worlds were run.
    path
        How rounds were computed.
    versions
        Versions of the packages that decide the bits of a result.
    """

    times: tuple[int, ...]
    names: tuple[str, ...]
    values: Any
    done: Any
    path: str
    versions: Mapping[str, str] = field(default_factory=versions)

    @classmethod
    def of(cls, runs: Runs) -> Measured:
        """Return what came of a plan."""
        plan = runs.plan
        return cls(plan.times, tuple(measures()), runs.values, runs.done, str(plan.path))

    @property
    def complete(self) -> bool:
        """Whether all worlds were run."""
        return bool(self.done.all())

    def at(self, measure: str, after: int | None = None) -> Any:
        """Return one measure after one of the times, (cells, worlds); the last by default.

        Raises
        ------
        ValueError
            For a measure that there is not, or a round after which nothing was measured.
        """
        place = self.names.index(one_of("measure", measure, self.names))
        if after is not None and after not in self.times:
            times = ", ".join(map(str, self.times))
            raise ValueError(WORDS["time"].format(times=times, given=after))
        return self.values[:, :, self.times.index(after) if after is not None else -1, place]

    def mean(self, measure: str, after: int | None = None) -> Interval:
        """Return the mean of a measure over the worlds of each cell, with its interval."""
        return mean_interval(self.at(measure, after), axis=1)

    def share(self, measure: str, above: float, after: int | None = None) -> Interval:
        """Return in what share of a cell's worlds a measure was above a number."""
        return share_above(self.at(measure, after), above, axis=1)

    def same_as(self, other: Measured) -> bool:
        """Whether both hold the same worlds and the same bits."""
        return (
            (self.times, self.names) == (other.times, other.names)
            and self.values.shape == other.values.shape
            and self.values.tobytes() == other.values.tobytes()
            and bool(np.array_equal(self.done, other.done))
        )

    def about(self) -> dict[str, Any]:
        """Return how it was run, as plain data for a file."""
        return {
            "measures": list(self.names),
            "path": self.path,
            "versions": dict(self.versions),
        }

    def columns(self) -> dict[str, Any]:
        """Return a table of what was run: a row for each cell, world and time."""
        cell, world = np.nonzero(self.done)
        count = len(self.times)
        found = {
            "cell": np.repeat(cell.astype(np.int32), count),
            "world": np.repeat(world.astype(np.int32), count),
            "round": np.tile(np.array(self.times, np.int32), len(cell)),
        }
        rows = self.values[self.done].reshape(-1, len(self.names))
        found.update({name: rows[:, k].copy() for k, name in enumerate(self.names)})
        return found

    @classmethod
    def from_columns(
        cls,
        name: str,
        columns: Mapping[str, Any],
        about: Mapping[str, Any],
        shape: tuple[int, int],
        times: tuple[int, ...],
    ) -> Measured:
        """Read a table back, as :meth:`columns` gives it.

        Parameters
        ----------
        name
            Name of the file, for a refusal.
        about
            ``measures``, ``path`` and ``versions``, as the file tells them.
        shape
            Numbers of cells and worlds.
        times
            Rounds after which there must be a row.

        Raises
        ------
        ValueError
            If the table does not hold what it should.
        """
        refusal = ValueError(WORDS["foreign"].format(name=name))
        names = tuple(about["measures"])
        if not {"cell", "world", "round", *names} <= set(columns):
            raise refusal
        cell, world, after = (columns[key] for key in ("cell", "world", "round"))
        if any(column.dtype.kind != "i" for column in (cell, world, after)):
            raise refusal
        place = np.searchsorted(times, after).clip(0, len(times) - 1)
        fits: Any = (np.asarray(times)[place] == after) & (cell >= 0) & (world >= 0)
        if not (fits & (cell < shape[0]) & (world < shape[1])).all():
            raise refusal
        counts: Any = np.zeros((*shape, len(times)), np.int64)
        np.add.at(counts, (cell, world, place), 1)
        done: Any = counts.any(axis=2)
        if not (counts == done[..., None]).all():  # a row twice, or a world only in part
            raise refusal
        values = np.full((*shape, len(times), len(names)), np.nan)
        values[cell, world, place] = np.stack(
            [np.asarray(columns[each], float) for each in names], axis=-1
        )
        told = {str(key): str(value) for key, value in about["versions"].items()}
        return cls(times, names, values, done, str(about["path"]), told)
