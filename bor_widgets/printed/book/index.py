"""The directive that fills a page of the index with the entries of one kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from docutils.parsers.rst import directives
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from bor_widgets.cases import cases
from bor_widgets.printed.book.nodes import entry_node, heading
from bor_widgets.printed.records import index_entry
from bor_widgets.printed.where import page_of
from bor_widgets.sources import (
    Rule,
    concepts,
    debates,
    lists,
    outside,
    papers,
    rules,
    tensions,
)

#: topic of a rule -> heading
TOPICS = {
    "principles": "The three principles, and how a threat is judged",
    "restraint": "Self-restraint, credibility and signals",
    "time": "The long run, hidden interests, inconsistency",
    "ties": "Bilateral ties, settings of many, ties of others",
    "intervention": "Intervention, and the use of force",
    "systems": "Balance of power and balance of relationships, side by side",
    "discriminators": "Comparisons between the papers",
}

WORDS = {
    "signs": "Signs",
    "dated": "With a year",
    "undated": "Without a year",
    "within": "Inside {paper}",
    "between": "Between papers",
    "elsewhere": "Elsewhere",
}

Grouped = Mapping[str, list[Any]]

#: name under which the environment keeps which page holds an entry
KEPT = "bor_entries"


class Entries(SphinxDirective):
    """``{bor-entries} KIND``: every record of a kind, in groups with headings."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"flat": directives.flag}

    def run(self) -> list[Any]:
        """Return the groups as sections, or the entries alone."""
        kind = self.arguments[0]
        if kind not in KINDS:
            raise ExtensionError(f"bor-entries takes one of {', '.join(KINDS)}; given was {kind!r}")
        made = []
        for title, records in KINDS[kind]().items():
            entries = []
            for record in records:
                self._keep(record.id)
                entries.append(entry_node(index_entry(record)))
            made += entries if "flat" in self.options else [heading(slug(title), title, *entries)]
        return made

    def _keep(self, name: str) -> None:
        expected = page_of(name)
        if self.env.docname != expected:
            raise ExtensionError(f"{name} belongs on {expected}, not on {self.env.docname}")
        kept_entries(self.env)[name] = self.env.docname


def slug(title: str) -> str:
    """Return a title as an anchor."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "signs"


def kept_entries(env: Any) -> dict[str, str]:
    """Return which page holds which entry, as far as pages were read."""
    if not hasattr(env, KEPT):
        setattr(env, KEPT, {})
    kept: dict[str, str] = getattr(env, KEPT)
    return kept


def grouped(records: Iterable[Any], group: Callable[[Any], str]) -> dict[str, list[Any]]:
    """Put records under headings, in the order in which the headings come up."""
    found: dict[str, list[Any]] = {}
    for record in records:
        found.setdefault(group(record), []).append(record)
    return found


def _rules(letter: str, group: Callable[[Rule], str]) -> Callable[[], Grouped]:
    return lambda: grouped((rule for rule in rules.values() if rule.id[0] == letter), group)


def _section(rule: Rule) -> str:
    place = rule.places[0]
    return papers[place.paper].section_of(place) or WORDS["elsewhere"]


def _letter(term: str) -> str:
    first = term.lstrip("\"'“‘( ")[:1].upper()
    return first if first.isalpha() else WORDS["signs"]


def _glossary() -> Grouped:
    ordered = sorted(concepts.values(), key=lambda c: c.term.lstrip("\"'“‘( ").lower())
    return dict(sorted(grouped(ordered, lambda concept: _letter(concept.term)).items()))


def _tensions() -> Grouped:
    def group(tension: Any) -> str:
        cited = {place.paper for place in tension.places}
        if len(cited) > 1:
            return WORDS["between"]
        return WORDS["within"].format(paper=papers[cited.pop()].short)

    return grouped(tensions.values(), group)


#: what a page may ask for -> its records in groups
KINDS: Mapping[str, Callable[[], Grouped]] = {
    "rules-p0": _rules("R", lambda rule: TOPICS[rule.topic]),
    "rules-p1": _rules("Q", _section),
    "rules-p2": _rules("S", _section),
    "rules-ours": _rules("X", lambda rule: TOPICS[rule.topic]),
    "glossary": _glossary,
    "cases": lambda: grouped(
        cases.values(), lambda case: WORDS["dated" if case.first_year else "undated"]
    ),
    "tensions": _tensions,
    "debates": lambda: {"debates": list(debates.values())},
    "lists": lambda: {"lists": list(lists.values())},
    "papers": lambda: {"papers": list(papers.values())},
    "outside": lambda: {"outside": list(outside.values())},
}


def _purge(_app: Any, env: Any, page: str) -> None:
    kept = kept_entries(env)
    for name in [name for name, held_by in kept.items() if held_by == page]:
        del kept[name]


def _merge(_app: Any, env: Any, pages: Any, other: Any) -> None:
    theirs = kept_entries(other)
    kept_entries(env).update({name: page for name, page in theirs.items() if page in pages})


def register(app: Any) -> None:
    """Register the directive, and what keeps its findings across parallel work."""
    app.add_directive("bor-entries", Entries)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
