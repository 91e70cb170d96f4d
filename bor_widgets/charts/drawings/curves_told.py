"""Curves in words and as a table: the same facts as the picture."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from bor_widgets.charts.drawings.base import Entry

#: what the table and the text alternative say beside the caller's own words
WORDS = {
    "axes": "Across: {x}, {x_low} to {x_high}. Up: {y}, {y_low} to {y_high}",
    "aim": "{label} (an aim, not an outcome)",
    "open": "{label} (open)",
    "empty": "no value",
    "level": "{y} throughout",
    "course": "{y} at {x}, {last_y} at {last_x}",
    "highest": "highest {y} at {x}",
    "lowest": "lowest {y} at {x}",
    "unmeasured": "open from {x_from} to {x_to}, an area without a line: no value is given",
    "between": "between {low} and {high} at {x_from}, between {last_low} and {last_high} at {x_to}",
    "stretch": "From {x_from} to {x_to}: {label}",
    "here": "At {x_label} {x}: {values}",
    "stretches": "stretch",
    "lower": "{label}, lowest",
    "upper": "{label}, highest",
}


def short(value: float) -> str:
    """Return a number of an axis as it is told; a year has no decimals."""
    return f"{round(value, 2) + 0.0:.10g}"


def titled(axis: dict[str, Any]) -> str:
    """Return the name of an axis with its scale."""
    return f"{axis['label']} ({axis['scale']})" if axis["scale"] else str(axis["label"])


def named(line: dict[str, Any]) -> str:
    """Return the name of a line, and whether it is an aim or open."""
    key = "aim" if line["aim"] else "open" if line["tone"] == "open" else ""
    return WORDS[key].format(label=line["label"]) if key else str(line["label"])


def course(line: dict[str, Any]) -> str:
    """Tell where a line begins, ends and turns."""
    known = [(px, py) for px, py in zip(line["xs"], line["ys"], strict=True) if py is not None]
    if not known:
        return WORDS["empty"]
    (x0, y0), (x1, y1) = known[0], known[-1]
    high = max(known, key=lambda point: point[1])
    low = min(known, key=lambda point: point[1])
    if short(high[1]) == short(low[1]):
        return WORDS["level"].format(y=short(y0))
    parts = [WORDS["course"].format(y=short(y0), x=short(x0), last_y=short(y1), last_x=short(x1))]
    if high[1] > max(y0, y1):
        parts.append(WORDS["highest"].format(y=short(high[1]), x=short(high[0])))
    if low[1] < min(y0, y1):
        parts.append(WORDS["lowest"].format(y=short(low[1]), x=short(low[0])))
    return ", ".join(parts)


def height_at(line: dict[str, Any], place: float) -> float | None:
    """Return how high a drawn line stands at a place; None in a gap or beyond its ends."""
    points = list(zip(line["xs"], line["ys"], strict=True))
    # the last of two points at one place: after a jump, not before it
    for px, py in reversed(points):
        if px == place:
            return None if py is None else float(py)
    for (x0, y0), (x1, y1) in pairwise(points):
        if x0 < place < x1 and y0 is not None and y1 is not None:
            return float(y0 + (y1 - y0) * (place - x0) / (x1 - x0))
    return None


def extent(band: dict[str, Any]) -> str:
    """Tell where an area lies; of an open one only how far it goes, never how high."""
    return WORDS["unmeasured" if band["open"] else "between"].format(
        x_from=short(band["xs"][0]),
        x_to=short(band["xs"][-1]),
        low=short(band["lower"][0]),
        high=short(band["upper"][0]),
        last_low=short(band["lower"][-1]),
        last_high=short(band["upper"][-1]),
    )


def told(data: dict[str, Any]) -> list[str]:
    """Return the sentences of the text alternative."""
    x, y, at = data["x"], data["y"], data["at"]
    sentences = [
        WORDS["axes"].format(
            x=titled(x),
            y=titled(y),
            x_low=short(x["low"]),
            x_high=short(x["high"]),
            y_low=short(y["low"]),
            y_high=short(y["high"]),
        )
    ]
    for line in data["lines"]:
        sentences += [f"{named(line)}: {course(line)}", line["note"]]
    sentences += [f"{band['label']}: {extent(band)}" for band in data["bands"]]
    for region in data["regions"]:
        label = WORDS["open"].format(label=region["label"]) if region["open"] else region["label"]
        words = {"x_from": short(region["from"]), "x_to": short(region["to"]), "label": label}
        sentences.append(WORDS["stretch"].format(**words))
    if at is not None:
        heights = ((line["label"], height_at(line, at)) for line in data["lines"])
        values = ", ".join(
            f"{label} {WORDS['empty'] if height is None else short(height)}"
            for label, height in heights
        )
        if values:
            words = {"x_label": x["label"], "x": short(at), "values": values}
            sentences.append(WORDS["here"].format(**words))
        sentences.append(data["at_label"])
    return sentences


def table(data: dict[str, Any]) -> tuple[tuple[str, ...], tuple[tuple[Entry, ...], ...]]:
    """Return the head and the rows: one for each place at which something is known.

    An open area has no number: its cells are None, which a table shows as "open".
    A line that has no point at a place has an empty cell there.
    """
    columns = [data["x"]["label"], *(named(line) for line in data["lines"])]
    for band in data["bands"]:
        keys = ("open",) if band["open"] else ("lower", "upper")
        columns += [WORDS[key].format(label=band["label"]) for key in keys]
    if data["regions"]:
        columns.append(WORDS["stretches"])
    places = {px for part in (*data["lines"], *data["bands"]) for px in part["xs"]}
    for region in data["regions"]:
        places |= {region["from"], region["to"]}
    return tuple(columns), tuple(_row(data, place) for place in sorted(places))


def _row(data: dict[str, Any], place: float) -> tuple[Entry, ...]:
    row: list[Entry] = [round(place, 3)]
    for line in data["lines"]:
        known = [py for px, py in zip(line["xs"], line["ys"], strict=True) if px == place]
        row.append("" if not known or known[-1] is None else round(known[-1], 3))
    for band in data["bands"]:
        at = band["xs"].index(place) if place in band["xs"] else None
        if band["open"]:
            row.append(None if band["xs"][0] <= place <= band["xs"][-1] else "")
        else:
            edges = (band["lower"], band["upper"])
            row += ["" if at is None else round(edge[at], 3) for edge in edges]
    if data["regions"]:
        inside = (r for r in data["regions"] if r["from"] <= place <= r["to"])
        row.append("; ".join(region["label"] for region in inside))
    return tuple(row)
