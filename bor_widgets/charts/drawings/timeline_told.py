"""A timeline in words and as a table: the same facts as the picture."""

from __future__ import annotations

from typing import Any

from bor_widgets.charts.drawings.base import Entry

#: what the table and the text alternative say beside the caller's own words
WORDS = {
    "name": "what",
    "kind": "kind",
    "from": "from",
    "to": "to",
    "lane": "row",
    "detail": "in words",
    "period": "period",
    "open": "period, open",
    "event": "event",
    "axis": "From {start} to {end}",
    "told": "{when}: {label}",
    "told_open": "{when}: {label} (open)",
    "nothing": "nothing on this timeline",
    "here": "In {year}: {labels}",
    "until": "{start} to {end}",
}


def year(value: float) -> str:
    """Return a year as it is told."""
    return f"{round(value, 2):.10g}"


def when(first: float, last: float | None) -> str:
    """Return the years of a period or an event."""
    if last is None or last == first:
        return year(first)
    return WORDS["until"].format(start=year(first), end=year(last))


def present(data: dict[str, Any], at: float) -> list[dict[str, Any]]:
    """Return the periods and events that a year belongs to; a border year to both sides."""
    spans = [span for span in data["spans"] if span["start"] <= at <= span["end"]]
    ends = (
        (event, event["year"] if event["end"] is None else event["end"]) for event in data["events"]
    )
    return [*spans, *(event for event, end in ends if event["year"] <= at <= end)]


def told(data: dict[str, Any]) -> list[str]:
    """Return the sentences of the text alternative, row by row."""
    sentences = [WORDS["axis"].format(start=year(data["start"]), end=year(data["end"]))]
    at = data["at"]
    if at is not None:
        labels = "; ".join(part["label"] for part in present(data, at)) or WORDS["nothing"]
        sentences += [data["at_label"], WORDS["here"].format(year=year(at), labels=labels)]
    for lane in range(max(len(data["lanes"]), 1)):
        if data["lanes"]:
            sentences.append(f"{data['lanes'][lane]}:")
        for span in (part for part in data["spans"] if part["lane"] == lane):
            words = WORDS["told_open" if span["open"] else "told"]
            years = when(span["start"], span["end"])
            sentences += [words.format(when=years, label=span["label"]), span["detail"]]
        for event in (part for part in data["events"] if part["lane"] == lane):
            years = when(event["year"], event["end"])
            sentences += [WORDS["told"].format(when=years, label=event["label"]), event["detail"]]
    return sentences


def table(data: dict[str, Any]) -> tuple[tuple[str, ...], tuple[tuple[Entry, ...], ...]]:
    """Return the head and the rows: periods first, then events, each by year."""
    keys = ["name", "kind", "from", "to", *(["lane"] if data["lanes"] else []), "detail"]
    rows: list[tuple[Entry, ...]] = []
    for part in (*data["spans"], *data["events"]):
        kind = "event" if "year" in part else "open" if part["open"] else "period"
        lane = [data["lanes"][part["lane"]]] if data["lanes"] else []
        first, last = part.get("year", part.get("start")), part["end"]
        # an event of one year has no last year: an empty cell, for nothing is open there
        years = (first, "" if last is None else last)
        rows.append((part["label"], WORDS[kind], *years, *lane, part["detail"]))
    return tuple(WORDS[key] for key in keys), tuple(rows)
