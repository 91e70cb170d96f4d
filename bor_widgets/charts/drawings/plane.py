"""Plane: named fields, places on them, and a point that can be moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Axis, Drawing, checked_tone, in_words, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


@dataclass(frozen=True, slots=True)
class Zone:
    """A named field.

    Attributes
    ----------
    label
        Its name.
    corners
        Its outline as pairs of x and y on the axes' scales.
    tone
        A tone of the theme.
    active
        Whether the point stands in it.
    """

    label: str
    corners: tuple[tuple[float, float], ...]
    tone: str = "calm"
    active: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the plane, for example a case.

    Attributes
    ----------
    label, detail
        Its name, and what is read when it is pointed at or focused.
    x, y
        Where it stands.
    tone
        A tone of the theme.
    case
        Slug of the case that opens when it is chosen, if any.
    hollow
        Whether its place is ours and not the paper's: drawn as a ring.
    """

    label: str
    x: float
    y: float
    detail: str = ""
    tone: str = "calm"
    case: str = ""
    hollow: bool = False


def plane(
    name: str,
    title: str,
    x: Axis,
    y: Axis,
    *,
    zones: Sequence[Zone] = (),
    spots: Sequence[Spot] = (),
    at: tuple[float, float] | None = None,
    at_label: str = "",
    moves: tuple[str, str] | None = None,
    columns: tuple[str, str, str] = ("place", "across", "up"),
    alt: Sequence[str] = (),
    wide: bool = False,
) -> Drawing:
    """Return a plane as a drawing.

    Parameters
    ----------
    name, title, wide
        See :class:`Drawing`.
    x, y
        The two axes.
    zones, spots
        Fields and places; fields are drawn in their order, later ones on top.
    at, at_label
        The point that stands for the present values, and what is said of it.
    moves
        Names of the two inputs that the point sets when it is dragged or moved by keys.
    columns
        Heads of the table of places.
    alt
        Sentences to add to the text alternative.

    Raises
    ------
    ValueError
        For an unknown tone, or a point outside the axes.
    """
    for place, (px, py) in [("at", at)] if at else []:
        if not (x.low <= px <= x.high and y.low <= py <= y.high):
            raise ValueError(f"{place} lies outside the axes; given was {at!r}")
    data: dict[str, Any] = {
        "x": x.as_data(),
        "y": y.as_data(),
        "zones": [
            {
                "label": zone.label,
                "corners": [list(corner) for corner in zone.corners],
                "tone": checked_tone(zone.tone),
                "active": zone.active,
            }
            for zone in zones
        ],
        "spots": [
            {
                "label": spot.label,
                "detail": spot.detail,
                "x": spot.x,
                "y": spot.y,
                "tone": checked_tone(spot.tone),
                "case": spot.case,
                "hollow": spot.hollow,
            }
            for spot in spots
        ],
        "at": list(at) if at else None,
        "at_label": at_label,
        "moves": list(moves) if moves else None,
    }
    told = [f"{spot.label}: {spot.detail}" if spot.detail else spot.label for spot in spots]
    here = [] if at is None else [(at_label, round(at[0], 3), round(at[1], 3))]
    rows = (*here, *((s.label, round(s.x, 3), round(s.y, 3)) for s in spots))
    text = in_words([title, at_label, *told, *alt])
    return Drawing("plane", name, title, text, data, columns, rows, wide)


def plane_figure(drawing: Drawing) -> Figure:
    """Return the plane as a plotly figure."""
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, pattern, plain
    from bor_widgets.charts.theme import TEXTS

    data = drawing.data
    traces: list[Any] = []
    for zone in data["zones"]:
        look = look_of(zone["tone"])
        corners = [*zone["corners"], zone["corners"][0]]
        traces.append(
            go.Scatter(
                x=[corner[0] for corner in corners],
                y=[corner[1] for corner in corners],
                mode="lines",
                fill="toself",
                fillpattern=pattern(look),
                line={"color": look.ink, "width": 3 if zone["active"] else 1},
                name=plain([f"{look.glyph} {zone['label']}"])[0],
                hoverinfo="name",
                showlegend=True,
            )
        )
    for spot in data["spots"]:
        look = look_of(spot["tone"])
        ring = {"color": look.text, "width": 2}
        traces.append(
            go.Scatter(
                x=[spot["x"]],
                y=[spot["y"]],
                mode="markers+text",
                text=plain([spot["label"]]),
                textposition="top center",
                hovertext=plain([spot["detail"] or spot["label"]]),
                hoverinfo="text",
                marker={"size": 11, "color": "#fff" if spot["hollow"] else look.text, "line": ring},
                showlegend=False,
            )
        )
    if data["at"]:
        traces.append(
            go.Scatter(
                x=[data["at"][0]],
                y=[data["at"][1]],
                mode="markers+text",
                text=plain([data["at_label"]]),
                textposition="top center",
                marker={"size": 16, "color": TEXTS["ink"], "line": {"color": "#fff", "width": 3}},
                showlegend=False,
            )
        )
    axes = {
        f"{name}axis": {
            "title": {"text": plain([f"{data[name]['label']} ({data[name]['scale']})"])[0]},
            "range": [data[name]["low"], data[name]["high"]],
        }
        for name in ("x", "y")
    }
    legend = {"orientation": "h", "y": -0.22, "x": 0}
    figure = go.Figure(traces, layout(drawing.title, showlegend=True, legend=legend, **axes))
    figure.update_layout(height=460, margin_b=110)
    return figure
