"""A sweep as a map: means with their intervals, or how sure each of them is."""

from __future__ import annotations

import math
from typing import Any

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.world_lab.finding import finding
from bor_widgets.charts.world_lab.heat import CLASS_ENDS, CLASSES, HeatCell, heat
from bor_widgets.charts.world_lab.words import lower_first, number, told
from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.axis import Axis
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.results import Grid
from bor_widgets.simulation.sweep import SweepResult

#: what the map can show
VIEWS = ("mean", "sure")


def sweep_view(result: SweepResult, measure: str, view: str = "mean") -> Drawing:
    """Return a sweep, or what there is of it so far, as a drawing.

    Raises
    ------
    ValueError
        For a measure that there is not.
    """
    grid = result.grid(measure)
    done = result.measured.done
    ran = done.sum(axis=1).reshape(np.shape(grid.mean))
    if not done.any():
        title = told("finding", "waiting")
    else:
        title = _sure_title(grid) if view == "sure" else finding(grid, measure)
        if not result.complete:
            title = told(
                "finding", "so_far", done=f"{int(done.sum()):,}", total=f"{done.size:,}",
                finding=lower_first(title) if view == "sure" else title,
            )  # fmt: skip
    label = measures()[measure].label
    low, high = _ends(np.asarray(grid.mean))
    rows = [
        [_cell(grid, ran, j, i, label, view, low, high) for i in range(len(grid.x.values))]
        for j in range(len(grid.y.values) if grid.y else 1)
    ]
    if view == "sure":
        legend = [(tone, told("map", f"class_{k}")) for k, tone in enumerate(CLASSES)]
    else:
        legend = [("", f"{number(low)} … {number(high)}")] if not math.isnan(low) else []
    shown = told("map", "axis_sure", measure=lower_first(label)) if view == "sure" else label
    heads, table = _table(grid, ran)
    times = result.measured.times
    every = times[-1] - (times[-2] if len(times) > 1 else 0)
    return heat(
        "sweep", title,
        x_label=grid.x.label, x_values=[_written(v) for v in grid.x.values],
        y_label=grid.y.label if grid.y else "",
        y_values=[_written(v) for v in grid.y.values] if grid.y else [""],
        rows=rows, legend=legend, foot=told("map", "foot", rounds=times[-1], every=every),
        columns=heads, table=table, axis_label=shown,
    )  # fmt: skip


def _ends(mean: Any) -> tuple[float, float]:
    known = mean[~np.isnan(mean)]
    return (float(known.min()), float(known.max())) if known.size else (math.nan, math.nan)


def _cell(
    grid: Grid, ran: Any, j: int, i: int, label: str, view: str, lowest: float, highest: float
) -> HeatCell:
    mean, low, high = (float(np.asarray(v)[j, i]) for v in (grid.mean, grid.low, grid.high))
    n = int(np.asarray(grid.n)[j, i])
    where: dict[str, Any] = {
        "x_label": grid.x.label,
        "x": _written(grid.x.values[i]),
        "and_y": "",
        "measure": label,
    }
    if grid.y:
        where["and_y"] = told(
            "map", "and_y", y_label=lower_first(grid.y.label), y=_written(grid.y.values[j])
        )
    if not ran[j, i]:
        return HeatCell(told("map", "wait"), "", told("map", "cell_wait", **where), state="wait")
    if math.isnan(mean):
        say = told("map", "cell_none", n=int(ran[j, i]), **where)
        return HeatCell(told("map", "none"), "", say, tone="open", state="none")
    share = (mean - lowest) / (highest - lowest) if highest > lowest else 0.5
    if math.isnan(low):
        say = told("map", "cell_one", mean=number(mean), **where)
        if view == "sure":
            return HeatCell(told("map", "none"), "", say, tone="open", state="none")
        return HeatCell(number(mean), "", say, share, value=mean)
    ends = {"low": number(low), "high": number(high)}
    say = told("map", "cell", mean=number(mean), n=f"{n:,}", **ends, **where)
    if view == "sure":
        text = told("map", "sure", reach=number((high - low) / 2.0))
        tone = width_class(high - low, highest - lowest)
        small = told("map", "worlds", n=f"{n:,}")
        return HeatCell(text, small, say, tone=tone, value=high - low)
    return HeatCell(number(mean), told("map", "interval", **ends), say, share, value=mean)


def width_class(width: float, spread: float) -> str:
    """Return the tone of an interval's width beside the differences between all means."""
    if width <= 0.0:
        return CLASSES[0]
    share = width / spread if spread > 0.0 else math.inf
    return CLASSES[sum(share > end for end in CLASS_ENDS)]


def _sure_title(grid: Grid) -> str:
    widths = (np.asarray(grid.high) - np.asarray(grid.low)).ravel()
    widths = widths[~np.isnan(widths)]
    if not widths.size:
        return told("map", "sure_none")
    low, high = _ends(np.asarray(grid.mean))
    return told(
        "map", "sure_title", narrow=number(float(widths.min())), wide=number(float(widths.max())),
        spread=number(high - low),
    )  # fmt: skip


def _table(grid: Grid, ran: Any) -> tuple[list[str], list[tuple[Any, ...]]]:
    axes: list[Axis] = [grid.x, *([grid.y] if grid.y else [])]
    columns = ("column_mean", "column_low", "column_high", "column_n")
    heads = [axis.label for axis in axes] + [told("map", key) for key in columns]
    rows: list[tuple[Any, ...]] = []
    for j in range(len(grid.y.values) if grid.y else 1):
        for i, x in enumerate(grid.x.values):
            if not ran[j, i]:
                continue
            y = (grid.y.values[j],) if grid.y else ()
            numbers = (float(np.asarray(v)[j, i]) for v in (grid.mean, grid.low, grid.high))
            listed = ("" if math.isnan(v) else round(v, 6) for v in numbers)
            rows.append((x, *y, *listed, int(np.asarray(grid.n)[j, i])))
    return heads, rows


def _written(value: float) -> str:
    return f"{value:.4g}".replace("-", "\u2212")
