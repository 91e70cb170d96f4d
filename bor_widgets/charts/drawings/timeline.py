"""Timeline: periods, the years nobody classified, and what happened when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Drawing, checked_tone, in_words, look_of
from bor_widgets.charts.drawings.timeline_told import table, told, when

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


#: letters of a row's name in a figure; the whole name is read by pointing at it
LONGEST = 70


@dataclass(frozen=True, slots=True)
class Span:
    """A period.

    Attributes
    ----------
    label
        Its name.
    start, end
        Its first and last year; two periods may share a year at their border.
    tone
        A tone of the theme.
    lane
        In which row of the timeline it lies, counted from 0.
    open
        Whether nobody classified these years: dashed, with a question mark.
    detail
        What is read when it is pointed at or focused.
    """

    label: str
    start: float
    end: float
    tone: str
    lane: int = 0
    open: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a year, or over a few years.

    Attributes
    ----------
    label
        Its name.
    year, end
        Its year, and its last year if it took longer.
    lane
        In which row of the timeline it lies, counted from 0.
    tone
        A tone of the theme.
    detail
        What is read when it is pointed at or focused.
    case
        Slug of the case that opens when it is chosen, if any.
    """

    label: str
    year: float
    end: float | None = None
    lane: int = 0
    tone: str = "calm"
    detail: str = ""
    case: str = ""


def timeline(
    name: str,
    title: str,
    start: float,
    end: float,
    *,
    spans: Sequence[Span],
    events: Sequence[Event],
    at: float | None = None,
    moves: str | None = None,
    at_label: str = "",
    lanes: Sequence[str] = (),
    alt: Sequence[str] = (),
    wide: bool = True,
) -> Drawing:
    """Return a timeline as a drawing.

    Parameters
    ----------
    name, title, wide
        See :class:`Drawing`.
    start, end
        Its first and last year.
    spans, events
        Periods, and what happened when.
    at, at_label
        The year of the cursor, and what is said of it.
    moves
        Name of the input that the cursor sets, a year at a time.
    lanes
        Names of the rows from top to bottom; without any there is one row.
    alt
        Sentences to add to the text alternative.

    Raises
    ------
    ValueError
        For years outside the timeline or in the wrong order, a row that is not there, a part
        without a name, an unknown tone, or a cursor without a year.
    """
    if not (isfinite(start) and isfinite(end) and start < end):
        raise ValueError(f"a timeline takes an earlier and a later year; given: {start!r}, {end!r}")
    years = (start, end)
    for span in spans:
        _checked(span.label, span.lane, lanes, years, span.start, span.end)
        if span.start == span.end:
            raise ValueError(f"{span.label} takes a period of some length; given: {span.start!r}")
    for event in events:
        _checked(event.label, event.lane, lanes, years, *_years(event))
    if at is not None:
        _checked("at", 0, lanes, years, at)
    if moves is not None and at is None:
        raise ValueError("moves takes a year in at; given was None")
    data: dict[str, Any] = {
        "start": start,
        "end": end,
        "lanes": list(lanes),
        "spans": [
            {
                "label": span.label,
                "start": span.start,
                "end": span.end,
                "tone": checked_tone(span.tone),
                "lane": span.lane,
                "open": span.open,
                "detail": span.detail,
            }
            for span in sorted(spans, key=lambda span: (span.start, span.end))
        ],
        "events": [
            {
                "label": event.label,
                "year": event.year,
                "end": event.end,
                "lane": event.lane,
                "tone": checked_tone(event.tone),
                "detail": event.detail,
                "case": event.case,
            }
            for event in sorted(events, key=_years)
        ],
        "at": at,
        "at_label": at_label if at is not None else "",
        "moves": moves,
    }
    columns, rows = table(data)
    text = in_words([title, *told(data), *alt])
    return Drawing("timeline", name, title, text, data, columns, rows, wide)


def _years(event: Event) -> tuple[float, ...]:
    return (event.year,) if event.end is None else (event.year, event.end)


def _checked(
    label: str, lane: int, lanes: Sequence[str], allowed: tuple[float, float], *years: float
) -> None:
    """Refuse what cannot be drawn where it belongs."""
    if not label.strip():
        raise ValueError(f"every period and event takes a name; given was {label!r}")
    for year in years:
        if not (isfinite(year) and allowed[0] <= year <= allowed[1]):
            raise ValueError(
                f"{label} takes years from {allowed[0]:g} to {allowed[1]:g}; given was {year!r}"
            )
    if list(years) != sorted(years):
        raise ValueError(f"{label} takes its first year before its last; given: {years!r}")
    if not 0 <= lane < max(len(lanes), 1):
        raise ValueError(f"{label} takes a row from 0 to {max(len(lanes), 1) - 1}; given: {lane!r}")


def timeline_figure(drawing: Drawing) -> Figure:
    """Return the timeline as a plotly figure."""
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, pattern, plain
    from bor_widgets.charts.theme import TEXTS

    data = drawing.data
    traces: list[Any] = []
    rows: list[str] = []
    # a row of its own for each part: in a file nobody can point at a dot to read its name
    for part in (*data["spans"], *data["events"]):
        look = look_of(part["tone"])
        event = "year" in part
        first = part["year"] if event else part["start"]
        last = first if part["end"] is None else part["end"]
        dashed = not event and part["open"]
        sign = "?" if dashed else look.glyph
        row = f"{sign} {when(first, last)} {part['label']}"
        label = plain([row if len(row) <= LONGEST else f"{row[: LONGEST - 1]}…"])[0]
        rows.append(label)
        lane = data["lanes"][part["lane"]] if data["lanes"] else ""
        text = ": ".join(plain([word for word in (lane, part["label"], part["detail"]) if word]))
        place = f"{len(rows)}"
        if last > first:
            traces.append(
                go.Bar(
                    orientation="h",
                    base=[first],
                    x=[last - first],
                    y=[place],
                    name=label,
                    hovertext=text,
                    hoverinfo="text",
                    marker={
                        "color": look.soft if dashed else look.fill,
                        "line": {"color": look.ink, "width": 1.5},
                        "pattern": pattern(look),
                    },
                )
            )
        else:
            marker = {"size": 12, "color": look.fill, "line": {"color": look.text, "width": 2}}
            traces.append(
                go.Scatter(
                    x=[first], y=[place], mode="markers", name=label,
                    hovertext=text, hoverinfo="text", marker=marker,
                )
            )  # fmt: skip
    figure = go.Figure(
        traces,
        layout(
            drawing.title,
            xaxis={"range": [data["start"], data["end"]]},
            yaxis={
                "type": "category",
                "autorange": "reversed",
                "automargin": True,
                "tickvals": [f"{index + 1}" for index in range(len(rows))],
                "ticktext": rows,
            },
        ),
    )
    if data["at"] is not None:
        figure.add_vline(
            x=data["at"],
            line={"color": TEXTS["ink"], "width": 2, "dash": "dot"},
            annotation={"text": plain([data["at_label"]])[0]},
        )
    figure.update_layout(height=max(300, 110 + 30 * len(rows)), barmode="overlay")
    return figure
