"""Balance: what weighs on either side, where the beam stands, and a stretch it may stay in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Drawing, Entry, checked_tone, in_words, look_of
from bor_widgets.charts.drawings.checks import checked_count, checked_names, checked_number

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

#: what the table and the text alternative say beside the caller's own words
WORDS = {
    "side": "side",
    "weight": "what weighs",
    "value": "how much",
    "nothing": "nothing",
    "pan": "{label}: {weights}",
    "entry": "{label} ({value})",
    "left": "{label} weighs more",
    "right": "{label} weighs more",
    "level": "The two sides weigh the same",
    "inside": "The pointer is inside: {band}",
    "outside": "The pointer is outside: {band}",
    "ends": "{low} on the left, {high} on the right",
    "stand": "where the pointer stands",
    "stretch": "stretch",
    "to": "{low} to {high}",
}

#: how many blocks one side can hold and still be read
MOST_WEIGHTS = 6

#: a tilt smaller than this is told as level (our scale)
LEVEL = 0.005


@dataclass(frozen=True, slots=True)
class Pan:
    """One side of the balance.

    Attributes
    ----------
    label
        What this side stands for.
    weights
        What lies on it: a name and how much it weighs, 0 or more, on our scale.
    tone
        A tone of the theme.
    """

    label: str
    weights: Sequence[tuple[str, float]]
    tone: str = "calm"


def balance(
    name: str,
    title: str,
    left: Pan,
    right: Pan,
    *,
    tilt: float,
    band: tuple[float, float] | None = None,
    band_label: str = "",
    ends: tuple[str, str] = ("", ""),
    scale: str = "",
    alt: Sequence[str] = (),
    wide: bool = False,
) -> Drawing:
    """Return a balance as a drawing.

    Parameters
    ----------
    name, title, wide
        See :class:`Drawing`.
    left, right
        The two sides.
    tilt
        Where the beam stands: −1 the left side is down, 0 level, 1 the right side is down.
    band
        A stretch of the same scale, drawn on a track below with the pointer on it, for
        example support that is more than none and less than full. None draws no track.
    band_label
        What the stretch means.
    ends
        What the left and the right end of the track mean.
    scale
        Whose numbers these are, for example "our scale, 0 to 1".
    alt
        Sentences to add to the text alternative.

    Raises
    ------
    ValueError
        For a tilt or a stretch outside −1 to 1, a negative weight, a name used twice, too
        many weights, an unknown tone, or a stretch without a name.
    """
    checked_names("label of a side", [left.label, right.label])
    stand = checked_number("tilt", tilt, -1, 1)
    for pan in (left, right):
        checked_count(f"{pan.label}: number of weights", len(pan.weights), 0, MOST_WEIGHTS)
        checked_names(f"{pan.label}: name of a weight", [label for label, _ in pan.weights])
        for label, value in pan.weights:
            checked_number(label, value, 0, inf)
    if band is not None:
        low, high = (checked_number("band", edge, -1, 1) for edge in band)
        if low >= high or not band_label.strip():
            raise ValueError(
                f"band takes a stretch from left to right with a name; "
                f"given was {band!r}, {band_label!r}"
            )
    data: dict[str, Any] = {
        "left": _side(left),
        "right": _side(right),
        "tilt": stand,
        "band": list(band) if band else None,
        "band_label": band_label if band else "",
        "low_label": ends[0],
        "high_label": ends[1],
        "scale": scale,
    }
    rows: list[tuple[Entry, ...]] = [
        (pan.label, label, round(value, 3)) for pan in (left, right) for label, value in pan.weights
    ]
    rows.append(("", WORDS["stand"], round(stand, 3)))
    if band:
        span = WORDS["to"].format(low=f"{band[0]:g}", high=f"{band[1]:g}")
        rows.append(("", band_label, span))
    columns = (WORDS["side"], WORDS["weight"], WORDS["value"])
    text = in_words([title, *_told(data), *alt])
    return Drawing("balance", name, title, text, data, columns, tuple(rows), wide)


def _side(pan: Pan) -> dict[str, Any]:
    return {
        "label": pan.label,
        "tone": checked_tone(pan.tone),
        "weights": [{"label": label, "value": float(value)} for label, value in pan.weights],
    }


def _told(data: dict[str, Any]) -> list[str]:
    """Return the sentences of the text alternative."""
    told = []
    for key in ("left", "right"):
        weights = ", ".join(
            WORDS["entry"].format(label=part["label"], value=f"{part['value']:.2f}")
            for part in data[key]["weights"]
        )
        weights = weights or WORDS["nothing"]
        told.append(WORDS["pan"].format(label=data[key]["label"], weights=weights))
    tilt, band = data["tilt"], data["band"]
    side = "level" if abs(tilt) < LEVEL else "left" if tilt < 0 else "right"
    told.append(WORDS[side].format(label=data.get(side, {}).get("label", "")))
    if band:
        where = "inside" if band[0] <= tilt <= band[1] else "outside"
        told.append(WORDS[where].format(band=data["band_label"]))
        if data["low_label"] or data["high_label"]:
            told.append(WORDS["ends"].format(low=data["low_label"], high=data["high_label"]))
    return [*told, data["scale"]]


def balance_figure(drawing: Drawing) -> Figure:
    """Return the balance as a plotly figure: stacked weights, and the pointer on its track."""
    import plotly.graph_objects as go
    from plotly.subplots import make_subplots

    from bor_widgets.charts.figure import layout, plain
    from bor_widgets.charts.theme import STROKES, TEXTS

    data = drawing.data
    figure = make_subplots(rows=2, cols=1, row_heights=[0.8, 0.2], vertical_spacing=0.16)
    sides = plain([data["left"]["label"], data["right"]["label"]])
    for key, side in zip(("left", "right"), sides, strict=True):
        look = look_of(data[key]["tone"])
        # every side has its place, also one on which nothing lies
        for part in data[key]["weights"] or [{"label": "", "value": 0.0}]:
            text = f"{part['label']} {part['value']:.2f}" if part["label"] else WORDS["nothing"]
            bar = go.Bar(
                x=[side],
                y=[part["value"]],
                text=plain([text]),
                textposition="inside" if part["value"] else "outside",
                insidetextanchor="middle",
                textfont={"color": TEXTS["ink"]},
                hoverinfo="text",
                marker={"color": look.fill, "line": {"color": look.ink, "width": 1.5}},
            )
            figure.add_trace(bar, row=1, col=1)
    marker = {"symbol": "triangle-down", "size": 18, "color": TEXTS["ink"]}
    pointer = go.Scatter(
        x=[data["tilt"]], y=[0], mode="markers", marker=marker, hoverinfo="x", name=WORDS["stand"]
    )
    figure.add_trace(pointer, row=2, col=1)
    if data["band"]:
        low, high = data["band"]
        figure.add_shape(
            type="rect", x0=low, x1=high, y0=-0.8, y1=0.8, row=2, col=1, layer="below",
            fillcolor=STROKES["accent-soft"], line={"color": STROKES["focus"], "width": 1.5},
        )  # fmt: skip
        figure.add_annotation(
            x=(low + high) / 2, y=-0.8, yanchor="top", showarrow=False, row=2, col=1,
            text=plain([data["band_label"]])[0],
        )  # fmt: skip
    for place, anchor, label in ((-1, "left", "low_label"), (1, "right", "high_label")):
        figure.add_annotation(
            x=place, y=0.8, yanchor="bottom", xanchor=anchor, showarrow=False, row=2, col=1,
            text=plain([data[label]])[0],
        )  # fmt: skip
    shared = layout(drawing.title).to_plotly_json()
    figure.update_layout({key: shared[key] for key in shared if key not in ("xaxis", "yaxis")})
    figure.update_layout(barmode="stack", height=520)
    figure.update_yaxes(title={"text": plain([data["scale"]])[0]}, fixedrange=True, row=1, col=1)
    figure.update_yaxes(visible=False, range=[-1.6, 1.6], row=2, col=1)
    figure.update_xaxes(type="category", fixedrange=True, row=1, col=1)
    figure.update_xaxes(range=[-1.05, 1.05], fixedrange=True, row=2, col=1)
    return figure
