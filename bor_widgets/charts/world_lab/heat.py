"""A map of cells: one mean with its interval in each, or how sure each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Drawing, in_words
from bor_widgets.charts.theme import STROKES, SURFACES, TONES

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

#: tones by how wide an interval is beside all differences, and up to which share of them
CLASSES = ("calm", "caution", "warn", "alarm")
CLASS_ENDS = (0.1, 0.25, 0.5)

#: the two ends of the scale of colour
PALE, DEEP = STROKES["accent-soft"], STROKES["accent-strong"]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell.

    Attributes
    ----------
    text, small
        What stands in it, and below that where there is room.
    told
        The whole of it in words.
    share
        Place on the scale of colour, 0..1; None for no colour.
    tone
        A tone of the theme, whose texture it wears instead; "" for none.
    state
        ``"done"``, ``"none"`` (nothing to measure) or ``"wait"`` (not run yet).
    value
        The number behind it; None where there is none.
    """

    text: str
    small: str
    told: str
    share: float | None = None
    tone: str = ""
    state: str = "done"
    value: float | None = None


def mixed(share: float) -> str:
    """Return a colour between the ends of the scale."""
    ends = [[int(colour[k : k + 2], 16) for k in (1, 3, 5)] for colour in (PALE, DEEP)]
    parts = [round(a + (b - a) * share) for a, b in zip(*ends, strict=True)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def heat(
    name: str,
    title: str,
    *,
    x_label: str,
    x_values: Sequence[str],
    y_label: str,
    y_values: Sequence[str],
    rows: Sequence[Sequence[HeatCell]],
    legend: Sequence[tuple[str, str]],
    foot: str,
    columns: Sequence[str],
    table: Sequence[Sequence[Any]],
    axis_label: str = "",
) -> Drawing:
    """Return a map as a drawing.

    Parameters
    ----------
    rows
        Cells by value of y, the lowest first, and by value of x.
    legend
        Tone (or, for the scale of colour, ``""``) and what it means.
    axis_label
        What the colour shows, for the figure to explore.
    """
    data = {
        "x": {"label": x_label, "values": list(x_values)},
        "y": {"label": y_label, "values": list(y_values)},
        "rows": [[_cell(cell) for cell in row] for row in rows],
        "legend": [
            {"tone": tone, "text": text, "fills": [] if tone else [mixed(k / 8) for k in range(9)]}
            for tone, text in legend
        ],
        "foot": foot,
        "axis": axis_label,
    }
    told = [cell.told for row in rows for cell in row]
    return Drawing(
        "heat", name, title, in_words([title, *told, foot]), data, tuple(columns),
        tuple(tuple(row) for row in table), wide=True,
    )  # fmt: skip


def _cell(cell: HeatCell) -> dict[str, Any]:
    fill = SURFACES["card"]
    if cell.tone:
        fill = TONES[cell.tone].fill
    elif cell.share is not None:
        fill = mixed(min(max(cell.share, 0.0), 1.0))
    return {
        "text": cell.text,
        "small": cell.small,
        "told": cell.told,
        "fill": fill,
        "tone": cell.tone,
        "state": cell.state,
        "value": cell.value,
    }


def heat_figure(drawing: Drawing) -> Figure:
    """Return the map as a plotly figure."""
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, plain

    data = drawing.data
    trace = go.Heatmap(
        x=plain(data["x"]["values"]),
        y=plain(data["y"]["values"]),
        z=[[cell["value"] for cell in row] for row in data["rows"]],
        text=[plain([cell["text"] for cell in row]) for row in data["rows"]],
        customdata=[plain([cell["told"] for cell in row]) for row in data["rows"]],
        texttemplate="%{text}",
        hovertemplate="%{customdata}<extra></extra>",
        colorscale=[[0.0, PALE], [1.0, DEEP]],
        colorbar={"title": {"text": plain([data["axis"]])[0]}},
        xgap=2,
        ygap=2,
    )
    axes = {
        "xaxis": {"title": {"text": plain([data["x"]["label"]])[0]}, "type": "category"},
        "yaxis": {"title": {"text": plain([data["y"]["label"]])[0]}, "type": "category"},
    }
    return go.Figure(trace, layout(drawing.title, **axes))
