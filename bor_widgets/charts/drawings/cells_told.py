"""A table of verdicts in words: the same facts as the picture."""

from __future__ import annotations

from typing import Any

from bor_widgets.charts.drawings.base import Entry

#: what the cells, the table and the text alternative say beside the caller's own words
WORDS = {
    "silent": "the papers do not say",
    "here": "you are here",
    "empty": "There is nothing to show here.",
    "corner": "row",
    "left_open": "{text} (left open)",
    "marked": "{text} ({mark})",
    "noted": "{text}: {note}",
    "share": "{column}, as a share from 0 to 1",
    "row": "{row}: {cells}",
    "cell": "{column}: {text}",
}


def entry_of(cell: dict[str, Any], here: str) -> str:
    """Tell one cell: its verdict, whether it is open or the present one, note and source."""
    text = str(cell["text"])
    if cell["open"] and text != WORDS["silent"]:
        text = WORDS["left_open"].format(text=text)
    if cell["chosen"]:
        text = WORDS["marked"].format(text=text, mark=here)
    if cell["note"]:
        text = WORDS["noted"].format(text=text, note=cell["note"])
    if cell["source"]:
        text = WORDS["marked"].format(text=text, mark=cell["source"]["id"])
    return text


def label_of(entry: dict[str, Any]) -> str:
    """Tell the head of a row or column with its note."""
    if entry["note"]:
        return WORDS["marked"].format(text=entry["label"], mark=entry["note"])
    return str(entry["label"])


def row_of(row: dict[str, Any], here: str) -> str:
    """Tell the head of a row, and whether the row is the present one."""
    text = label_of(row)
    return WORDS["marked"].format(text=text, mark=here) if row["chosen"] else text


def told(data: dict[str, Any]) -> list[str]:
    """Tell every row in one sentence."""
    if not data["rows"]:
        return [str(data["empty"])]
    return [
        WORDS["row"].format(
            row=row_of(row, data["here"]),
            cells="; ".join(
                WORDS["cell"].format(column=label_of(column), text=_spoken(cell, data["here"]))
                for column, cell in zip(data["columns"], row["cells"], strict=True)
            ),
        )
        for row in data["rows"]
    ]


def _spoken(cell: dict[str, Any], here: str) -> str:
    text = entry_of(cell, here)
    return text if cell["value"] is None else f"{text}, {cell['value']:.2f}"


def table(data: dict[str, Any]) -> tuple[tuple[str, ...], tuple[tuple[Entry, ...], ...]]:
    """Return heads and rows; a column that holds shares has a second one for the numbers."""
    heads: list[str] = [str(data["corner"]) or WORDS["corner"]]
    shares = [
        any(row["cells"][index]["value"] is not None for row in data["rows"])
        for index in range(len(data["columns"]))
    ]
    for column, has_share in zip(data["columns"], shares, strict=True):
        heads.append(label_of(column))
        if has_share:
            heads.append(WORDS["share"].format(column=column["label"]))
    rows: list[tuple[Entry, ...]] = []
    for row in data["rows"]:
        entries: list[Entry] = [row_of(row, data["here"])]
        for cell, has_share in zip(row["cells"], shares, strict=True):
            entries.append(entry_of(cell, data["here"]))
            if has_share:
                # None is shown as "open", and only what is marked as open may say so
                missing = None if cell["open"] else ""
                entries.append(missing if cell["value"] is None else round(cell["value"], 3))
        rows.append(tuple(entries))
    return tuple(heads), tuple(rows)
