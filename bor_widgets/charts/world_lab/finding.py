"""What a map of means says, in one sentence, or that nothing can be told from chance."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

from bor_widgets.charts.world_lab.words import number, told
from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.results import Grid

#: how sure a difference between any two cells of a map must be, all pairs looked at together
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Ways:
    """Which way a measure goes along one axis.

    Attributes
    ----------
    up, down, lines
        In how many rows (or columns) the last cell is clearly above the first, clearly below,
        and how many have both ends.
    first, last
        Mean over the lines of the first cell, and of the last.
    """

    up: int
    down: int
    lines: int
    first: float
    last: float

    @property
    def way(self) -> str:
        """``"rises"`` or ``"falls"`` where all lines do so, else ``""``."""
        if not self.lines:
            return ""
        return "rises" if self.up == self.lines else "falls" if self.down == self.lines else ""


def ways(grid: Grid, axis: int) -> Ways:
    """Compare the two ends of each line: clearly apart are intervals that do not meet.

    Parameters
    ----------
    axis
        1 along x, 0 along y.
    """
    low, high, mean = (
        np.moveaxis(np.asarray(v), axis, -1) for v in (grid.low, grid.high, grid.mean)
    )
    if low.shape[-1] < 2:
        return Ways(0, 0, 0, float("nan"), float("nan"))
    known = ~np.isnan(low[:, 0]) & ~np.isnan(low[:, -1])
    up = int((known & (low[:, -1] > high[:, 0])).sum())
    down = int((known & (high[:, -1] < low[:, 0])).sum())
    if not known.any():
        return Ways(0, 0, 0, float("nan"), float("nan"))
    return Ways(
        up, down, int(known.sum()), float(mean[known, 0].mean()), float(mean[known, -1].mean())
    )


def any_apart(grid: Grid) -> bool:
    """Whether any two cells can be told apart, all pairs looked at together (Bonferroni)."""
    mean, low, high = (np.asarray(v).ravel() for v in (grid.mean, grid.low, grid.high))
    known = ~np.isnan(low)
    mean, reach = mean[known], (high[known] - low[known]) / 2.0
    pairs = len(mean) * (len(mean) - 1) / 2.0
    if pairs < 1:
        return False
    normal = NormalDist()
    wider = normal.inv_cdf(1.0 - (1.0 - LEVEL) / pairs / 2.0) / normal.inv_cdf(0.5 + LEVEL / 2.0)
    apart = np.abs(mean[:, None] - mean[None, :])
    return bool((apart > wider * np.hypot(reach[:, None], reach[None, :]) + 1e-12).any())


def finding(grid: Grid, measure: str) -> str:
    """Say what a map shows.

    Parameters
    ----------
    grid
        The map; cells that were not run yet are not numbers.
    measure
        Name of the measure.
    """
    label = measures()[measure].label
    names: dict[str, Any] = {
        "x": grid.x.label,
        "y": grid.y.label if grid.y else "",
    }
    known = ~np.isnan(np.asarray(grid.low))
    if not known.any():
        empty = np.asarray(grid.n) == 0
        ran = told("finding", "nothing", measure=label)
        return told("finding", "few") if not empty.all() or not empty.size else ran
    if known.sum() == 1 < known.size:
        return told("finding", "few")  # one cell is nothing to compare with
    means = np.asarray(grid.mean)[known]
    ends = {"low": number(float(means.min())), "high": number(float(means.max()))}
    if np.asarray(grid.mean).size == 1:
        low, high = (number(float(np.asarray(v).ravel()[0])) for v in (grid.low, grid.high))
        return told(
            "finding", "one_cell", measure=label, mean=number(float(means[0])), low=low, high=high
        )
    x, y = ways(grid, 1), ways(grid, 0)
    if x.way and y.way:
        return told(
            "finding", "both", measure=label, one=told("finding", x.way),
            other=told("finding", y.way), **names, **ends,
        )  # fmt: skip
    for here, swap in ((x, False), (y, True)):
        if not here.way:
            continue
        one, other = (names["y"], names["x"]) if swap else (names["x"], names["y"])
        # it goes the same way at each of several values of the other
        whatever = told("finding", "whatever", y=other) if here.lines > 1 else ""
        return told(
            "finding", "up" if here.way == "rises" else "down", measure=label, x=one,
            whatever=whatever, low=number(here.first), high=number(here.last),
        )  # fmt: skip
    return _partly(grid, label, x, y, names, ends)


def _partly(
    grid: Grid, label: str, x: Ways, y: Ways, names: dict[str, Any], ends: dict[str, str]
) -> str:
    """Say what holds in some rows only, or that nothing does."""
    lines = [(x, names["x"], names["y"]), (y, names["y"], names["x"])]
    here, one, other = max(
        lines, key=lambda line: (line[0].up + line[0].down) / (line[0].lines or 1)
    )
    if here.up and here.down:
        return told(
            "finding", "turns", measure=label, x=one, y=other, up=here.up, down=here.down,
            all=here.lines,
        )  # fmt: skip
    if (here.up or here.down) and here.lines > 1:
        does = told("finding", "rises" if here.up else "falls")
        some = here.up or here.down
        return told(
            "finding", "depends", measure=label, x=one, y=other, does=does, some=some,
            all=here.lines,
        )  # fmt: skip
    if any_apart(grid):
        key = "uneven" if grid.y else "uneven_line"
        return told("finding", key, measure=label, x=names["x"], **ends)
    return told("finding", "chance", measure=label)
