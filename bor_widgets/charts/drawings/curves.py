"""Curves: how a few quantities go along one axis, with stretches and what nobody measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Axis, Drawing, checked_tone, in_words, look_of
from bor_widgets.charts.drawings.curves_told import named, table, titled, told

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

#: how the lines of a figure differ where colour does not tell them apart
MARKS = ("circle", "square", "triangle-up", "diamond", "x", "triangle-down")
AIM_DASHES = ("dash", "dashdot", "longdash")

#: how far a number may lie beyond an end because of rounding
SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Curve:
    """One line.

    Attributes
    ----------
    label
        What it shows; written at its end.
    xs, ys
        Its points from left to right; None in ``ys`` is a gap.
    tone
        A tone of the theme; "open" draws it dotted.
    aim
        Whether it is what someone wants and not what comes about: thin and dashed.
    note
        What is read when it is pointed at or focused.
    """

    label: str
    xs: Sequence[float]
    ys: Sequence[float | None]
    tone: str = "calm"
    aim: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """An area between two edges, without a line in its middle.

    Attributes
    ----------
    label
        What it shows.
    xs, lower, upper
        Its edges from left to right.
    tone
        A tone of the theme.
    open
        Whether it is deliberately not measured: dashed edges, and no number in the table.
    """

    label: str
    xs: Sequence[float]
    lower: Sequence[float]
    upper: Sequence[float]
    tone: str = "open"
    open: bool = True


@dataclass(frozen=True, slots=True)
class Region:
    """A named upright stretch in the background, from one place on the x axis to another."""

    label: str
    x_from: float
    x_to: float
    tone: str
    open: bool = False


def curves(
    name: str,
    title: str,
    x: Axis,
    y: Axis,
    *,
    lines: Sequence[Curve],
    bands: Sequence[Band] = (),
    regions: Sequence[Region] = (),
    at: float | None = None,
    at_label: str = "",
    moves: str | None = None,
    step: float = 0.01,
    alt: Sequence[str] = (),
    wide: bool = False,
) -> Drawing:
    """Return curves as a drawing.

    Parameters
    ----------
    name, title, wide
        See :class:`Drawing`.
    x, y
        The two axes.
    lines, bands, regions
        What is drawn on them; regions lie behind, lines on top.
    at, at_label
        An upright cursor on the x axis, and what is said of this place.
    moves
        Name of the input that the cursor sets when it is dragged or moved by keys.
    step
        The cursor's step, on the scale of the x axis.
    alt
        Sentences to add to the text alternative.

    Raises
    ------
    ValueError
        For a point outside the axes, points out of order, a name used twice, an unknown
        tone, or a cursor that has no place or no step.
    """
    if not lines and not bands:
        raise ValueError(f"curves {name!r} takes at least one line or band; given was none")
    labels = [*(line.label for line in lines), *(band.label for band in bands)]
    for label in labels:
        if not label.strip() or labels.count(label) > 1:
            raise ValueError(f"every line and band takes a name of its own; given was {label!r}")
    for line in lines:
        _checked(line.label, x, y, line.xs, line.ys)
    for band in bands:
        _checked(band.label, x, y, band.xs, band.lower, band.upper)
        edges = list(zip(band.lower, band.upper, strict=True))
        if len(edges) < 2 or any(lower > upper for lower, upper in edges):
            raise ValueError(
                f"{band.label} takes two points or more, its lower edge below its upper one; "
                f"given was {edges[:3]!r}"
            )
    for region in regions:
        _inside(region.label, x, region.x_from, region.x_to)
        if region.x_from >= region.x_to:
            raise ValueError(
                f"{region.label} takes a stretch from left to right; "
                f"given was {region.x_from!r} to {region.x_to!r}"
            )
    if at is not None:
        _inside("at", x, at)
    if moves is not None and (at is None or not (isfinite(step) and step > 0)):
        raise ValueError(
            f"moves takes a place in at and a step above 0; given was {at!r}, {step!r}"
        )
    data: dict[str, Any] = {
        "x": x.as_data(),
        "y": y.as_data(),
        "lines": [
            {
                "label": line.label,
                "xs": list(line.xs),
                "ys": list(line.ys),
                "tone": checked_tone(line.tone),
                "aim": line.aim,
                "note": line.note,
            }
            for line in lines
        ],
        "bands": [
            {
                "label": band.label,
                "xs": list(band.xs),
                "lower": list(band.lower),
                "upper": list(band.upper),
                "tone": checked_tone(band.tone),
                "open": band.open,
            }
            for band in bands
        ],
        "regions": [
            {
                "label": region.label,
                "from": region.x_from,
                "to": region.x_to,
                "tone": checked_tone(region.tone),
                "open": region.open,
            }
            for region in regions
        ],
        "at": at,
        "at_label": at_label if at is not None else "",
        "moves": moves,
        "step": step,
    }
    columns, rows = table(data)
    text = in_words([title, *told(data), *alt])
    return Drawing("curves", name, title, text, data, columns, rows, wide)


def _inside(what: str, axis: Axis, *values: float) -> None:
    for value in values:
        if not (isfinite(value) and axis.low - SLACK <= value <= axis.high + SLACK):
            raise ValueError(
                f"{what} takes {axis.low:g} to {axis.high:g} on {axis.label}; given was {value!r}"
            )


def _checked(
    label: str, x: Axis, y: Axis, xs: Sequence[float], *heights: Sequence[float | None]
) -> None:
    """Refuse points that cannot be drawn where they belong."""
    if not xs or any(len(ys) != len(xs) for ys in heights):
        counts = ", ".join(str(len(values)) for values in (xs, *heights))
        raise ValueError(f"{label} takes as many places as heights, one or more; given: {counts}")
    _inside(label, x, *xs)
    if any(a > b for a, b in pairwise(xs)):
        raise ValueError(f"{label} takes its points from left to right; given was another order")
    for ys in heights:
        _inside(label, y, *(value for value in ys if value is not None))


def curves_figure(drawing: Drawing) -> Figure:
    """Return the curves as a plotly figure."""
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, pattern, plain
    from bor_widgets.charts.theme import TEXTS

    data = drawing.data
    traces: list[Any] = []
    for band in data["bands"]:
        look = look_of(band["tone"])
        traces.append(
            go.Scatter(
                x=[*band["xs"], *reversed(band["xs"])],
                y=[*band["upper"], *reversed(band["lower"])],
                mode="lines",
                fill="toself",
                fillpattern=pattern(look),
                line={"color": look.ink, "width": 1.5, "dash": "dash" if band["open"] else "solid"},
                name=plain([f"{look.glyph} {band['label']}"])[0],
                hoverinfo="name",
            )
        )
    for index, line in enumerate(data["lines"]):
        dash = (
            "dot" if line["tone"] == "open" else AIM_DASHES[index % 3] if line["aim"] else "solid"
        )
        colour = look_of(line["tone"]).text
        traces.append(
            go.Scatter(
                x=line["xs"],
                y=line["ys"],
                mode="lines+markers",
                connectgaps=False,
                name=plain([named(line)])[0],
                hovertext=plain([line["note"] or line["label"]])[0],
                line={"color": colour, "width": 1.5 if line["aim"] else 3, "dash": dash},
                marker={
                    "symbol": MARKS[index % len(MARKS)] + ("-open" if line["aim"] else ""),
                    "size": 9,
                    "color": colour,
                    "maxdisplayed": 9,
                },
            )
        )
    axes = {
        f"{name}axis": {
            "title": {"text": plain([titled(data[name])])[0]},
            "range": [data[name]["low"], data[name]["high"]],
        }
        for name in ("x", "y")
    }
    legend = {"orientation": "h", "y": -0.22, "x": 0}
    figure = go.Figure(traces, layout(drawing.title, showlegend=True, legend=legend, **axes))
    for region in data["regions"]:
        look = look_of(region["tone"])
        figure.add_vrect(
            x0=region["from"],
            x1=region["to"],
            layer="below",
            fillcolor=look.soft,
            line={"color": look.ink, "width": 1, "dash": "dash" if region["open"] else "solid"},
            annotation={"text": plain([f"{look.glyph} {region['label']}"])[0]},
            annotation_position="top",
        )
    if data["at"] is not None:
        figure.add_vline(
            x=data["at"],
            line={"color": TEXTS["ink"], "width": 2, "dash": "dot"},
            annotation={"text": plain([data["at_label"]])[0]},
            annotation_position="bottom right",
        )
    figure.update_layout(height=460, margin_b=110)
    return figure
