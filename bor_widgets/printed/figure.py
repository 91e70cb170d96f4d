"""A drawing on a page without a kernel: a plotly figure, its words and its numbers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from bor_widgets.charts.drawings.base import Drawing, Entry
from bor_widgets.charts.drawings.figures import drawing_figure
from bor_widgets.printed.part import render

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

WORDS = {
    "in_words": "The picture in words",
    "table_in_words": "The table in words",
    "in_words_and_numbers": "The picture in words and numbers",
    "no_script": "The picture needs JavaScript, which is switched off. Everything it shows is told "
    "below, in words and numbers.",
    "nothing": "–",
}

#: drawings that are tables of words: a page shows them as such
TABLES = frozenset({"cells"})

#: space that a title takes in a figure; on the page the title stands above it
TITLE_SPACE = 40

#: height of a figure that has none of its own
DEFAULT_HEIGHT = 380


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with its finding, its text alternative and its numbers."""

    name: str
    title: str
    alt: str
    figure: Figure | None
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Entry]] = ()


def told_drawing(drawing: Drawing) -> Told:
    """Return a bench's drawing as a page shows it."""
    table = drawing.kind in TABLES and drawing.rows
    figure = None if table else drawing_figure(drawing)
    return Told(drawing.name, drawing.title, drawing.alt, figure, drawing.columns, drawing.rows)


def printed_figure(told: Told) -> Markup:
    """Return the markup of a figure; a script of the site draws it when it comes near."""
    data, height = (None, 0) if told.figure is None else _data(told.figure)
    return Markup(
        render(
            "figure",
            name=told.name,
            title=told.title,
            alt=told.alt,
            data=data,
            height=height,
            columns=list(told.columns),
            rows=[[_entry(entry) for entry in row] for row in told.rows],
            words=WORDS,
        )
    )


def _data(figure: Figure) -> tuple[Markup, int]:
    """Return a figure as JSON that can stand in a page, and its height."""
    plain = json.loads(figure.to_json())
    layout = plain["layout"]
    title = layout.pop("title", None)
    margin = layout.setdefault("margin", {})
    height = int(layout.get("height", DEFAULT_HEIGHT))
    if title:
        margin["t"] = max(int(margin.get("t", 0)) - TITLE_SPACE, 8)
        height -= TITLE_SPACE
    layout["height"] = height
    text = json.dumps({"data": plain["data"], "layout": layout}, ensure_ascii=False)
    return Markup(in_a_page(text)), height


def in_a_page(text: str) -> str:
    """Return JSON with the signs that would end a script, or begin a comment, written otherwise."""
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _entry(entry: Entry) -> str:
    if entry is None or entry == "":
        return WORDS["nothing"]
    return f"{entry:g}" if isinstance(entry, float) else str(entry)
