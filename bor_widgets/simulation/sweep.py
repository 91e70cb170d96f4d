"""A sweep: one or two numbers of a world varied, and many worlds run for each value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from threading import Event
from typing import Any

from bor_widgets.simulation import engine
from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.axis import Axis
from bor_widgets.simulation.batch import run_on
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.fields import configs_of
from bor_widgets.simulation.parquet import read_results, write_results
from bor_widgets.simulation.plan import MOST_WORLDS, Plan, check_numbers, times_of
from bor_widgets.simulation.progress import Tell
from bor_widgets.simulation.results import Grid, Measured

#: what a file of a sweep is called in its header
KIND = "a sweep"

WORDS = {
    "axes": "a sweep takes one or two numbers to vary; given were {given}",
    "large": "a sweep takes at most {most:,} worlds; given were {given:,}",
    "plain": "a sweep takes config, axes, worlds, rounds and every; given was something else",
    "unread": "{name} does not hold what its beginning promises: nothing was read",
}


@dataclass(frozen=True, slots=True)
class Sweep:
    """What is swept: a configuration, one or two axes, and how long and how often it is run.

    The worlds of all cells have the same numbers, and so the same chance: what differs between
    two cells comes of what was varied.

    Attributes
    ----------
    config
        What all worlds share.
    axes
        One or two axes; the first is drawn along x.
    worlds
        Worlds of each cell.
    rounds, every
        Rounds to run, and rounds between two measurements; the last round is always measured.

    Raises
    ------
    TypeError, ValueError
        Before anything is run, for a name that is none, a value outside its range, or values
        that do not fit together; the sentence names the field, its range and what was given.
    """

    config: WorldConfig
    axes: tuple[Axis, ...]
    worlds: int = 200
    rounds: int = 100
    every: int = 10

    def __post_init__(self) -> None:
        if not isinstance(self.config, WorldConfig):
            given = type(self.config).__name__
            raise TypeError(f"config takes a WorldConfig; given was {given}")
        axes = tuple(self.axes)
        if not 1 <= len(axes) <= 2 or not all(isinstance(axis, Axis) for axis in axes):
            raise ValueError(WORDS["axes"].format(given=len(axes)))
        if len(axes) == 2 and axes[0].field == axes[1].field:
            raise ValueError(WORDS["axes"].format(given=f"{axes[0].field} twice"))
        object.__setattr__(self, "axes", axes)
        check_numbers(self.worlds, self.rounds, self.every)
        cells = int(np.prod([len(axis.values) for axis in axes]))
        if cells * self.worlds > MOST_WORLDS:
            raise ValueError(WORDS["large"].format(most=MOST_WORLDS, given=cells * self.worlds))
        self.configs()

    @classmethod
    def over(
        cls, config: WorldConfig, values: Mapping[str, Sequence[float]], **numbers: int
    ) -> Sweep:
        """Return a sweep over one or two fields, each with the values that it takes.

        Parameters
        ----------
        numbers
            ``worlds``, ``rounds`` and ``every``, where they are not the usual ones.

        Examples
        --------
        >>> len(Sweep.over(WorldConfig(), {"tie": (0.2, 0.4, 0.6), "states": (4, 8)}).points)
        6
        """
        axes = (Axis(name, tuple(listed)) for name, listed in values.items())
        return cls(config, tuple(axes), **numbers)

    @property
    def x(self) -> Axis:
        """The first axis."""
        return self.axes[0]

    @property
    def y(self) -> Axis | None:
        """The second axis, if there is one."""
        return self.axes[1] if len(self.axes) > 1 else None

    @property
    def points(self) -> tuple[dict[str, float], ...]:
        """What is varied in each cell; x changes quickest."""
        rows = product(*(axis.values for axis in reversed(self.axes)))
        names = [axis.field for axis in reversed(self.axes)]
        return tuple(dict(zip(names, row, strict=True)) for row in rows)

    def configs(self) -> tuple[WorldConfig, ...]:
        """Return the configuration of each cell."""
        return configs_of(self.config, self.points)

    def plan(self, path: engine.Path | None = None) -> Plan:
        """Return what is to be run."""
        return Plan(self.configs(), self.worlds, self.rounds, self.every, path)

    def to_plain(self) -> dict[str, Any]:
        """Return the sweep as plain data for a file."""
        return {
            "kind": KIND,
            "config": self.config.changed(),
            "axes": [{"field": axis.field, "values": list(axis.values)} for axis in self.axes],
            "worlds": self.worlds,
            "rounds": self.rounds,
            "every": self.every,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Sweep:
        """Build a sweep from plain data, as :meth:`to_plain` gives it.

        Raises
        ------
        TypeError, ValueError
            For data that are no sweep, or hold what a field refuses.
        """
        refusal = ValueError(WORDS["plain"])
        keys = {"kind", "config", "axes", "worlds", "rounds", "every"}
        if not isinstance(plain, Mapping) or set(plain) != keys or plain["kind"] != KIND:
            raise refusal
        if not isinstance(plain["axes"], list | tuple):
            raise refusal
        axes = []
        for entry in plain["axes"]:
            if not isinstance(entry, Mapping) or set(entry) != {"field", "values"}:
                raise refusal
            axes.append(Axis(entry["field"], entry["values"]))
        numbers = {key: plain[key] for key in ("worlds", "rounds", "every")}
        return cls(WorldConfig.from_plain(plain["config"]), tuple(axes), **numbers)

    def run(
        self,
        scheduler: str | None = None,
        *,
        threads: int = 2,
        path: engine.Path | None = None,
        checkpoint: str | Path | None = None,
        on_progress: Tell | None = None,
        stop: Event | None = None,
    ) -> SweepResult:
        """Run the sweep; see :func:`~bor_widgets.simulation.batch.run_on`.

        Returns
        -------
        What came of it; a part of it if `stop` was set. With the same `checkpoint` another
        call goes on where this one stopped, and its result is the same, bit for bit.
        """
        runs = run_on(
            self.plan(path),
            scheduler,
            threads=threads,
            checkpoint=None if checkpoint is None else Path(checkpoint),
            about={"run": self.to_plain()},
            on_progress=on_progress,
            stop=stop,
        )
        return SweepResult(self, Measured.of(runs))


@dataclass(frozen=True, slots=True)
class SweepResult:
    """What came of a sweep. It forecasts nothing (R61, P0 L1397-1403).

    Attributes
    ----------
    sweep
        What was run.
    measured
        Its cells, in the order of the sweep's points.
    """

    sweep: Sweep
    measured: Measured

    @property
    def complete(self) -> bool:
        """Whether all worlds were run."""
        return self.measured.complete

    def grid(self, measure: str, after: int | None = None, above: float | None = None) -> Grid:
        """Return a measure over the cells: its mean, or with `above` the share of worlds above.

        Parameters
        ----------
        after
            The round after which it was measured; the last by default.

        Raises
        ------
        ValueError
            For a measure that there is not, or a round after which nothing was measured.
        """
        if above is None:
            found = self.measured.mean(measure, after)
        else:
            found = self.measured.share(measure, above, after)
        x, y = self.sweep.x, self.sweep.y
        shape = (len(y.values) if y else 1, len(x.values))
        return Grid(
            x=x,
            y=y,
            **{
                name: np.reshape(getattr(found, name), shape)
                for name in ("mean", "low", "high", "n")
            },
        )

    def same_as(self, other: SweepResult) -> bool:
        """Whether both are the same sweep and hold the same bits."""
        return self.sweep == other.sweep and self.measured.same_as(other.measured)

    def save(self, path: str | Path) -> Path:
        """Write a Parquet file with the configuration inside; see :func:`write_results`."""
        columns = self.measured.columns()
        points = self.sweep.points
        varied = {
            axis.field: np.array([point[axis.field] for point in points])[columns["cell"]]
            for axis in self.sweep.axes
        }
        place = columns.pop("cell")
        return write_results(
            path,
            KIND,
            self.sweep.config.to_json(),
            {**self.measured.about(), "run": self.sweep.to_plain()},
            {"cell": place, **varied, **columns},
        )

    @classmethod
    def load(cls, path: str | Path) -> SweepResult:
        """Read a file that :meth:`save` wrote.

        Raises
        ------
        FileNotFoundError, ValueError
            If there is none, or it is damaged or of another kind; nothing is read in part.
        """
        _, about, columns = read_results(path, KIND)
        name = Path(path).name
        try:
            sweep = Sweep.from_plain(about["run"])
        except (KeyError, TypeError, ValueError):
            raise ValueError(WORDS["unread"].format(name=name)) from None
        shape = (len(sweep.points), sweep.worlds)
        times = times_of(sweep.rounds, sweep.every)
        return cls(sweep, Measured.from_columns(name, columns, about, shape, times))
