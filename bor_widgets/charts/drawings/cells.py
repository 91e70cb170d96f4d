"""Cells: a table of verdicts, one sign, texture and sentence in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Drawing, checked_tone, in_words, look_of
from bor_widgets.charts.drawings.cells_told import WORDS, entry_of, table, told
from bor_widgets.charts.words import source_note
from bor_widgets.sources import OutsideWork, Rule

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

#: letters of a text in a figure; the whole text stands in the table
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes
    ----------
    label
        What it asks, or whose reading it holds.
    note
        A few words under the label.
    """

    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One verdict.

    Attributes
    ----------
    text
        The verdict in words; may be left out only where the papers do not say.
    tone
        A tone of the theme; "open" says the same as ``open``.
    glyph
        A sign of its own instead of the tone's. What is open has "?" always.
    open
        Whether the papers leave it open: dashed, with a question mark.
    chosen
        Whether it is the present one: thick border and a mark in words.
    note
        What is read when it is pointed at or focused.
    source
        Id of the rule or tension that it rests on, shown as a source button.
    case
        Slug of the case that opens when it is chosen, if any.
    key
        What the page hands back when it is chosen, if anything.
    value
        A share from 0 to 1, drawn as a small bar under the text.
    """

    text: str
    tone: str = "calm"
    glyph: str | None = None
    open: bool = False
    chosen: bool = False
    note: str = ""
    source: Rule | OutsideWork | str | None = None
    case: str = ""
    key: str = ""
    value: float | None = None


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row of verdicts.

    Attributes
    ----------
    label
        What it is about.
    cells
        One for each column.
    note
        A few words under the label.
    case, key
        As in :class:`Cell`, for the label of the row.
    chosen
        Whether the whole row is the present one: a bar and a mark at its label.
    """

    label: str
    cells: Sequence[Cell]
    note: str = ""
    case: str = ""
    key: str = ""
    chosen: bool = False


def cells(
    name: str,
    title: str,
    columns: Sequence[Column | str],
    rows: Sequence[CellRow],
    *,
    corner: str = "",
    here: str = "",
    foot: str = "",
    alt: Sequence[str] = (),
    wide: bool = False,
) -> Drawing:
    """Return a table of verdicts as a drawing.

    Parameters
    ----------
    name, title, wide
        See :class:`Drawing`. What the page hands back for a chosen ``key`` names the
        drawing as ``what``.
    columns
        Heads of the columns; a bare string is a head without a note.
    rows
        The rows from top to bottom, each with one cell for every column.
    corner
        What the rows are, written above their labels.
    here
        The mark of a chosen cell or row; "you are here" if empty.
    foot
        A sentence under the table that must be read with it.
    alt
        Sentences to add to the text alternative.

    Raises
    ------
    ValueError
        For a table without columns, a head or label without words, a row that is too long
        or too short, a cell without words that is not open, a share outside 0 to 1, or an
        unknown tone.
    KeyError
        For an unknown rule, with the nearest known ones.
    """
    heads = [Column(entry) if isinstance(entry, str) else entry for entry in columns]
    if not heads:
        raise ValueError(f"the table {name} needs at least one column; given was none")
    for number, head in enumerate(heads, start=1):
        if not head.label.strip():
            raise ValueError(f"column {number} of the table {name} needs a label; it is empty")
    data: dict[str, Any] = {
        "corner": corner,
        "columns": [{"label": head.label, "note": head.note} for head in heads],
        "rows": [_row(name, number, row, heads) for number, row in enumerate(rows, start=1)],
        "here": here or WORDS["here"],
        "foot": foot,
        "empty": WORDS["empty"],
    }
    columns_told, rows_told = table(data)
    text = in_words([title, *told(data), foot, *alt])
    return Drawing("cells", name, title, text, data, columns_told, rows_told, wide)


def _row(name: str, number: int, row: CellRow, heads: Sequence[Column]) -> dict[str, Any]:
    if not row.label.strip():
        raise ValueError(f"row {number} of the table {name} needs a label; it is empty")
    if len(row.cells) != len(heads):
        raise ValueError(
            f"row {row.label!r} takes {len(heads)} cells, one for each column; "
            f"given were {len(row.cells)}"
        )
    pairs = zip(heads, row.cells, strict=True)
    return {
        "label": row.label,
        "note": row.note,
        "case": row.case,
        "key": row.key,
        "chosen": row.chosen,
        "cells": [_cell(f"{row.label}, {head.label}", cell) for head, cell in pairs],
    }


def _cell(where: str, cell: Cell) -> dict[str, Any]:
    is_open = cell.open or cell.tone == "open"
    if not cell.text.strip() and not is_open:
        raise ValueError(f"the cell {where!r} has no text, so it must be marked as open")
    if cell.value is not None and not (isfinite(cell.value) and 0 <= cell.value <= 1):
        raise ValueError(f"the cell {where!r} takes a share from 0 to 1; given was {cell.value!r}")
    checked_tone(cell.tone)
    tone = "open" if is_open else cell.tone
    return {
        "text": cell.text if cell.text.strip() else WORDS["silent"],
        "tone": tone,
        "glyph": cell.glyph if cell.glyph and not is_open else look_of(tone).glyph,
        "open": is_open,
        "chosen": cell.chosen,
        "note": cell.note,
        "source": None if cell.source is None else source_note(cell.source),
        "case": cell.case,
        "key": cell.key,
        "value": cell.value,
    }


def cells_figure(drawing: Drawing) -> Figure:
    """Return the table as a plotly figure."""
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, plain
    from bor_widgets.charts.theme import STROKES, SURFACES, TEXTS

    data = drawing.data

    def shown(text: str) -> str:
        return plain([text if len(text) <= LONGEST else f"{text[:LONGEST]}…"])[0]

    def head(entry: dict[str, Any]) -> str:
        note = f"<br>{shown(entry['note'])}" if entry["note"] else ""
        return f"<b>{shown(entry['label'])}</b>{note}"

    texts: list[list[str]] = [[head(row) for row in data["rows"]]]
    fills = [[SURFACES["card"] for _ in data["rows"]]]
    for index, _ in enumerate(data["columns"]):
        column = [row["cells"][index] for row in data["rows"]]
        texts.append([_written(cell, data["here"], shown) for cell in column])
        fills.append([look_of(cell["tone"]).fill for cell in column])
    line = {"color": STROKES["line-strong"], "width": 1}
    trace = go.Table(
        header={
            "values": [shown(data["corner"]), *(head(column) for column in data["columns"])],
            "fill": {"color": SURFACES["sunken"]},
            "font": {"color": TEXTS["ink"], "size": 14},
            "align": "left",
            "line": line,
        },
        cells={
            "values": texts,
            "fill": {"color": fills},
            "font": {"color": TEXTS["ink"], "size": 14},
            "align": "left",
            "height": 30,
            "line": line,
        },
    )
    figure = go.Figure(trace, layout(drawing.title))
    figure.update_layout(height=max(260, 160 + 56 * len(data["rows"])), margin={"l": 24, "b": 24})
    return figure


def _written(cell: dict[str, Any], here: str, shown: Any) -> str:
    text = f"{shown(cell['glyph'])} {shown(entry_of(cell, here))}"
    return f"<b>{text}</b>" if cell["chosen"] else text
