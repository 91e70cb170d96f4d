"""Rows with a value and its interval each: dots for places on a scale, bars for sizes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Drawing, checked_tone, in_words, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

#: ticks of an axis, about
TICKS = 5


@dataclass(frozen=True, slots=True)
class Range:
    """One row.

    Attributes
    ----------
    label, note
        What it is, and a few words under that.
    mean, low, high
        Its value and the ends of its interval, which may be infinite.
    told
        The whole of it in words.
    tone
        A tone of the theme.
    """

    label: str
    note: str
    mean: float
    low: float
    high: float
    told: str
    tone: str = "calm"


def ranges(
    name: str,
    title: str,
    rows: Sequence[Range],
    *,
    axis: str,
    foot: str,
    columns: Sequence[str] = (),
    table: Sequence[Sequence[Any]] = (),
    bars: bool = False,
) -> Drawing:
    """Return rows with intervals as a drawing.

    Parameters
    ----------
    bars
        Whether a value is a size that begins at 0.
    """
    ends = [v for row in rows for v in (row.mean, row.low, row.high) if math.isfinite(v)]
    low, high, ticks = scale_of([0.0, *ends] if bars else ends)
    data = {
        "rows": [
            {
                "label": row.label,
                "note": row.note,
                "mean": row.mean,
                "low": max(row.low, low),
                "high": min(row.high, high),
                "told": row.told,
                "tone": checked_tone(row.tone),
            }
            for row in rows
        ],
        "axis": {"label": axis, "low": low, "high": high, "ticks": ticks},
        "bars": bars,
        "foot": foot,
    }
    text = in_words([title, *(row.told for row in rows), axis, foot])
    listed = tuple(tuple(row) for row in table)
    return Drawing("ranges", name, title, text, data, tuple(columns), listed, wide=True)


def scale_of(values: Sequence[float]) -> tuple[float, float, list[float]]:
    """Return round ends for an axis that holds all of these, and its ticks."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    if high - low < 1e-9:
        low, high = low - 0.5, high + 0.5
    rough = (high - low) / TICKS
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * k for k in (1.0, 2.0, 2.5, 5.0, 10.0) if size * k >= rough)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = [round(step * k, 10) for k in range(first, last + 1)]
    return ticks[0], ticks[-1], ticks


def ranges_figure(drawing: Drawing) -> Figure:
    """Return the rows as a plotly figure."""
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, pattern, plain

    rows = drawing.data["rows"][::-1]
    names = plain([row["label"] for row in rows])
    reach = {
        "type": "data",
        "symmetric": False,
        "array": [row["high"] - row["mean"] for row in rows],
        "arrayminus": [row["mean"] - row["low"] for row in rows],
    }
    shared: dict[str, Any] = {
        "x": [row["mean"] for row in rows],
        "y": names,
        "error_x": reach,
        "customdata": plain([row["told"] for row in rows]),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    if drawing.data["bars"]:
        looks = [look_of(row["tone"]) for row in rows]
        patterns = [pattern(look)["shape"] for look in looks]
        marker = {"color": [look.fill for look in looks], "pattern": {"shape": patterns}}
        trace: Any = go.Bar(orientation="h", marker=marker, **shared)
    else:
        inks = [look_of(row["tone"]).text for row in rows]
        trace = go.Scatter(mode="markers", marker={"size": 12, "color": inks}, **shared)
    axis = drawing.data["axis"]
    axes = {
        "xaxis": {
            "title": {"text": plain([axis["label"]])[0]},
            "range": [axis["low"], axis["high"]],
        },
        "yaxis": {"type": "category", "automargin": True},
    }
    figure = go.Figure(trace, layout(drawing.title, **axes))
    figure.update_layout(height=max(260, 150 + 44 * len(rows)))
    return figure
