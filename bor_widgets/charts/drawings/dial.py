"""Dial: a hand that points at one of a few stops, and is turned by the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Drawing, Entry, checked_tone, in_words, look_of
from bor_widgets.charts.drawings.checks import checked_count, checked_names

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

#: what the picture, the table and the text alternative say beside the caller's own words
WORDS = {
    "stop": "stop",
    "chosen": "chosen",
    "detail": "in words",
    "yes": "yes",
    "at": "The hand points at: {label}",
    "none": "Nothing is chosen yet",
    "stops": "The stops from left to right: {labels}",
}


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the dial.

    Attributes
    ----------
    key
        The value that the input takes.
    label
        What stands on it.
    tone
        A tone of the theme.
    detail
        What is read when it is pointed at, focused or chosen.
    """

    key: str
    label: str
    tone: str
    detail: str = ""


def dial(
    name: str,
    title: str,
    stops: Sequence[Stop],
    *,
    at: str | None,
    moves: str,
    label: str = "",
    alt: Sequence[str] = (),
    wide: bool = False,
) -> Drawing:
    """Return a dial as a drawing.

    Parameters
    ----------
    name, title, wide
        See :class:`Drawing`.
    stops
        Three to six stops from left to right.
    at
        Key of the stop at which the hand points; None while nothing is chosen.
    moves
        Name of the input that the hand sets.
    label
        What is chosen, for a reader who cannot see the picture: "your judgement of the
        threat"; the title if it is empty.
    alt
        Sentences to add to the text alternative.

    Raises
    ------
    ValueError
        For too few or too many stops, a key or label used twice, an unknown tone, a hand
        that points at no stop, or no input.
    """
    checked_count(f"dial {name!r}: number of stops", len(stops), 3, 6)
    checked_names("key of a stop", [stop.key for stop in stops])
    checked_names("label of a stop", [stop.label for stop in stops])
    checked_names("moves", [moves])
    known = {stop.key: stop for stop in stops}
    if at is not None and at not in known:
        raise ValueError(f"at takes one of {', '.join(known)}, or None; given was {at!r}")
    data: dict[str, Any] = {
        "stops": [
            {
                "key": stop.key,
                "label": stop.label,
                "tone": checked_tone(stop.tone),
                "detail": stop.detail,
            }
            for stop in stops
        ],
        "at": at,
        "moves": moves,
        "label": label or title,
        "none": WORDS["none"],
    }
    here = WORDS["none"] if at is None else WORDS["at"].format(label=known[at].label)
    detail = "" if at is None else known[at].detail
    labels = WORDS["stops"].format(labels=", ".join(stop.label for stop in stops))
    rows: list[tuple[Entry, ...]] = [
        (stop.label, WORDS["yes"] if stop.key == at else "", stop.detail) for stop in stops
    ]
    columns = (WORDS["stop"], WORDS["chosen"], WORDS["detail"])
    text = in_words([title, here, detail, labels, *alt])
    return Drawing("dial", name, title, text, data, columns, tuple(rows), wide)


def _aside(angle: float) -> str:
    """Return on which side of its place a name stands so that it stays off the ring."""
    return "middle right" if angle < 70 else "middle left" if angle > 110 else "top center"


def dial_figure(drawing: Drawing) -> Figure:
    """Return the dial as a plotly figure."""
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, pattern, plain
    from bor_widgets.charts.theme import TEXTS

    stops, at = drawing.data["stops"], drawing.data["at"]
    share = 180 / len(stops)
    middles = [180 - share * (index + 0.5) for index in range(len(stops))]
    traces: list[Any] = []
    for stop, middle in zip(stops, middles, strict=True):
        look = look_of(stop["tone"])
        chosen = stop["key"] == at
        label = plain([f"{look.glyph} {stop['label']}"])[0]
        traces.append(
            go.Barpolar(
                base=[0.42],
                r=[0.58],
                theta=[middle],
                width=[share],
                name=label,
                hovertext=plain([stop["detail"] or stop["label"]]),
                hoverinfo="text",
                marker={
                    "color": look.fill,
                    "line": {
                        "color": TEXTS["ink"] if chosen else look.ink,
                        "width": 4 if chosen else 1,
                    },
                    "pattern": pattern(look),
                },
            )
        )
        traces.append(
            go.Scatterpolar(
                r=[1.05],
                theta=[middle],
                mode="text",
                textposition=_aside(middle),
                text=[f"<b>{label}</b>" if chosen else label],
                hoverinfo="skip",
                cliponaxis=False,
            )
        )
        if chosen:
            traces.append(
                go.Scatterpolar(
                    r=[0, 0.74],
                    theta=[middle, middle],
                    mode="lines+markers",
                    line={"color": TEXTS["ink"], "width": 6},
                    marker={"size": [20, 1], "color": TEXTS["ink"]},
                    hoverinfo="skip",
                )
            )
    figure = go.Figure(traces, layout(drawing.title))
    hidden = {"visible": False}
    figure.update_layout(
        polar={
            "sector": [0, 180],
            "radialaxis": {**hidden, "range": [0, 1.15]},
            "angularaxis": hidden,
            "bgcolor": "rgba(0,0,0,0)",
        },
        height=420,
        # names stand beside the ring
        margin={"l": 130, "r": 130},
    )
    return figure
