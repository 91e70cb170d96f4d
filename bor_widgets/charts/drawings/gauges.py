"""Gauges: how high each of a few quantities stands, some of them deliberately unmeasured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Drawing, checked_tone, in_words, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


@dataclass(frozen=True, slots=True)
class Gauge:
    """One bar with its meaning in words.

    Attributes
    ----------
    label
        What is measured.
    value
        Where it stands; None where nobody says (drawn as an open track).
    text
        The value in words, shown beside the label: the bar alone is never the message.
    low, high
        Ends of the scale (ours).
    low_label, high_label
        What the ends mean.
    band
        From and to, where only a range is known; drawn instead of a bar.
    mark, mark_label
        A place to compare with, for example what it was before.
    tone
        A tone of the theme.
    """

    label: str
    value: float | None
    text: str
    low: float = 0.0
    high: float = 1.0
    low_label: str = ""
    high_label: str = ""
    band: tuple[float, float] | None = None
    mark: float | None = None
    mark_label: str = ""
    tone: str = "calm"


def gauges(
    name: str,
    title: str,
    entries: Sequence[Gauge],
    *,
    columns: tuple[str, str, str] = ("quantity", "value", "in words"),
    scale: str = "",
    alt: Sequence[str] = (),
    wide: bool = False,
) -> Drawing:
    """Return gauges as a drawing.

    Parameters
    ----------
    name, title, wide
        See :class:`Drawing`.
    entries
        The gauges from top to bottom.
    columns
        Heads of the table.
    scale
        Whose scale it is, for example "our scale, 0 to 1".
    alt
        Sentences to add to the text alternative.

    Raises
    ------
    ValueError
        For a value outside its gauge, or an unknown tone.
    """
    shown: list[dict[str, Any]] = []
    for entry in entries:
        for value in (entry.value, entry.mark, *(entry.band or ())):
            if value is not None and not entry.low - 1e-9 <= value <= entry.high + 1e-9:
                raise ValueError(
                    f"{entry.label} takes {entry.low:g} to {entry.high:g}; given was {value!r}"
                )
        shown.append(
            {
                "label": entry.label,
                "value": entry.value,
                "text": entry.text,
                "low": entry.low,
                "high": entry.high,
                "low_label": entry.low_label,
                "high_label": entry.high_label,
                "band": list(entry.band) if entry.band else None,
                "mark": entry.mark,
                "mark_label": entry.mark_label,
                "tone": checked_tone(entry.tone),
            }
        )
    told = [f"{entry.label}: {entry.text}" for entry in entries]
    rows = tuple((e.label, None if e.value is None else round(e.value, 3), e.text) for e in entries)
    return Drawing(
        "gauges", name, title, in_words([title, *told, *alt]),
        {"gauges": shown, "scale": scale}, columns, rows, wide,
    )  # fmt: skip


def gauges_figure(drawing: Drawing) -> Figure:
    """Return the gauges as a plotly figure."""
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, pattern, plain

    entries = list(reversed(drawing.data["gauges"]))
    labels = plain([entry["label"] for entry in entries])
    starts = [e["band"][0] if e["band"] else max(e["low"], min(0.0, e["high"])) for e in entries]
    ends = [e["band"][1] if e["band"] else e["value"] for e in entries]
    looks = [look_of(entry["tone"]) for entry in entries]
    bar = go.Bar(
        orientation="h",
        y=labels,
        base=starts,
        x=[0.0 if end is None else end - start for start, end in zip(starts, ends, strict=True)],
        text=plain([entry["text"] for entry in entries]),
        textposition="outside",
        cliponaxis=False,
        hoverinfo="text",
        marker={
            "color": [look.fill for look in looks],
            "line": {"color": [look.ink for look in looks], "width": 1.5},
            "pattern": {
                "shape": [pattern(look)["shape"] for look in looks],
                "fgcolor": [look.ink for look in looks],
                "solidity": 0.25,
            },
        },
    )
    low = min((e["low"] for e in entries), default=0.0)
    high = max((e["high"] for e in entries), default=1.0)
    figure = go.Figure(
        bar,
        layout(
            drawing.title,
            xaxis={"range": [low, high], "title": {"text": drawing.data["scale"]}},
            yaxis={"type": "category", "automargin": True},
        ),
    )
    figure.update_layout(height=max(260, 90 + 54 * len(entries)))
    return figure
