"""Docutils nodes for the records: texts stay texts, so that nothing in them is read as markup."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from docutils import nodes
from sphinx import addnodes

from bor_widgets.printed.records import Facts, IndexEntry


def paragraph(text: str, *classes: str) -> Any:
    """Return a text as a paragraph."""
    return nodes.paragraph("", "", nodes.Text(text), classes=list(classes))


def heading(name: str, title: str, *children: Any, classes: Sequence[str] = ()) -> Any:
    """Return a section with an anchor of exactly this name."""
    return nodes.section(
        "", nodes.title("", "", nodes.Text(title)), *children, ids=[name], classes=list(classes)
    )


def fact_list(facts: Facts) -> list[Any]:
    """Return labels with their lines; nothing for no facts."""
    if not facts:
        return []
    items = []
    for label, lines in facts:
        told = nodes.definition("", *(paragraph(line) for line in lines))
        term = nodes.term("", "", nodes.Text(label))
        items.append(nodes.definition_list_item("", term, told))
    return [nodes.definition_list("", *items, classes=["simple", "bor-facts"])]


def folded(label: str, *inside: Any) -> list[Any]:
    """Return what is folded away, between the markup that folds it."""
    before = (
        f'<details class="bor-fold bor-answer"><summary>{escape(label)}</summary>'
        '<div class="bor-fold-body">'
    )
    return [
        nodes.raw("", before, format="html"),
        *inside,
        nodes.raw("", "</div></details>", format="html"),
    ]


def entry_node(entry: IndexEntry) -> Any:
    """Return an entry as a section with its id as the anchor."""
    title = nodes.title(
        "",
        "",
        nodes.inline("", entry.id, classes=["bor-id"]),
        nodes.Text(f" {entry.title}"),
    )
    # found by its code alone as well
    known = addnodes.index(entries=[("single", entry.id, entry.id, "main", None)])
    parts: list[Any] = [title, known]
    if entry.badge:
        parts.append(paragraph(entry.badge, "bor-badge"))
    parts += [paragraph(text) for text in entry.text]
    parts += fact_list(entry.facts)
    if entry.fold:
        label, texts, facts = entry.fold
        parts += folded(label, *(paragraph(text) for text in texts), *fact_list(facts))
    return nodes.section("", *parts, ids=[entry.id], classes=["bor-entry"])


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], *classes: str) -> Any:
    """Return a table with a head."""
    group = nodes.tgroup(cols=len(columns))
    group += [nodes.colspec(colwidth=1) for _ in columns]
    head = nodes.thead("", _row(columns))
    group += [head, nodes.tbody("", *(_row(row) for row in rows))]
    return nodes.table("", group, classes=list(classes))


def _row(cells: Sequence[str]) -> Any:
    return nodes.row("", *(nodes.entry("", paragraph(cell)) for cell in cells))
