"""Every record of the papers as an entry of the index: title, text, facts, what is folded away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from bor_widgets.cases import Case
from bor_widgets.charts.browse import BETWEEN, where
from bor_widgets.charts.case_page import case_page, case_reveal
from bor_widgets.charts.cross_references import references, rules_at
from bor_widgets.charts.words import place_label
from bor_widgets.printed.cases import BASES, case_facts, coded_facts
from bor_widgets.printed.told import FIRMNESS
from bor_widgets.sources import (
    Concept,
    Debate,
    Enumeration,
    OutsideWork,
    Paper,
    Place,
    Rule,
    Tension,
    lessons,
    papers,
)

WORDS = {
    "firmness": "How firmly",
    "who": "Said by",
    "note": "Note",
    "places": "In the paper",
    "inputs": "Depends on",
    "outcome": "Leads to",
    "treatment": "In this course",
    "lessons": "Lessons",
    "rules": "Rules",
    "tensions": "Tensions",
    "cases": "Cases",
    "concepts": "Words",
    "same_lines": "In the same lines",
    "stance": "Where the papers stand",
    "passage_rules": "{place}: {rules}",
    "shown_by": "How the course shows it",
    "done": "What was done, and how the paper reads it",
    "observed": "Which answer",
    "reading": "How the paper reads it",
    "coded": "Coded inputs",
    "coding": "{label}: {value} ({basis}). {why}",
    "explained": "Explained by",
    "open": "Open",
    "notes": "Notes",
    "authors": "By",
    "sections": "Sections",
    "section": "{name} (L{first}-{last})",
    "used_for": "Used for",
    "inside": "inside one paper",
    "between": "between papers",
}

#: what the product does with a rule
TREATMENTS = {
    "computed": "computed: the benches and the console apply it",
    "taught": "taught in the lessons, not computed",
    "open": "left open, as the paper leaves it",
}

#: where a sentence ends and the next begins
_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z])")

Facts = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A record as it stands in the index.

    Attributes
    ----------
    id
        Its id, and the anchor of its entry.
    title
        Its name, or the beginning of its text.
    badge
        One word on it, for instance how firmly it is said; "" for none.
    text
        Its paragraphs.
    facts
        Labels, each with one or more lines.
    fold
        What is folded away, as label, paragraphs and facts; None for nothing.
    """

    id: str
    title: str
    badge: str = ""
    text: tuple[str, ...] = ()
    facts: Facts = ()
    fold: tuple[str, tuple[str, ...], Facts] | None = None


@singledispatch
def index_entry(record: Any) -> IndexEntry:
    """Return a record as an entry.

    Raises
    ------
    TypeError
        For anything that is no record.
    """
    raise TypeError(f"an entry is made of a record, not of {type(record).__name__}")


@index_entry.register
def _rule(record: Rule) -> IndexEntry:
    short, long = FIRMNESS[record.explicitness]
    return IndexEntry(
        record.id,
        record.name,
        short,
        (record.text,),
        _facts(
            ("firmness", [long]),
            ("who", [record.who]),
            ("note", [record.qualifier]),
            ("places", _places(record.places)),
            ("inputs", [record.inputs]),
            ("outcome", [record.outcome]),
            ("treatment", [TREATMENTS[record.treatment]]),
            *_linked(record.id, "lessons", "tensions", "concepts"),
        ),
    )


@index_entry.register
def _concept(record: Concept) -> IndexEntry:
    return IndexEntry(
        record.id,
        record.term,
        "",
        (sentence(record.text),),
        _facts(("places", _places(record.places)), *_linked(record.id, "lessons", "same_lines")),
    )


@index_entry.register
def _list(record: Enumeration) -> IndexEntry:
    return IndexEntry(
        record.id,
        record.title,
        "",
        (sentence(record.text),),
        _facts(("places", _places(record.places)), *_linked(record.id, "lessons", "same_lines")),
    )


@index_entry.register
def _debate(record: Debate) -> IndexEntry:
    taught_in = [name for name, lesson in lessons.items() if record.id in lesson.debates]
    return IndexEntry(
        record.id,
        record.school,
        FIRMNESS["reported"][0],
        (sentence(record.claim),),
        _facts(
            ("stance", [sentence(record.stance)]),
            ("places", _places(record.places)),
            ("lessons", [", ".join(taught_in)]),
            *_linked(record.id, "same_lines"),
        ),
    )


@index_entry.register
def _tension(record: Tension) -> IndexEntry:
    passages = []
    for place in record.places:
        near = rules_at(place, record.rules)
        told = place_label(place)
        passages.append(
            WORDS["passage_rules"].format(place=told, rules=", ".join(near)) if near else told
        )
    # a tension has no name: its first sentence says what it is about
    title, *rest = _SENTENCE.split(record.text, maxsplit=1)
    return IndexEntry(
        record.id,
        title,
        WORDS["inside"] if where(record) != BETWEEN else WORDS["between"],
        tuple(rest),
        _facts(
            ("places", passages),
            ("shown_by", [record.shown_by]),
            *_linked(record.id, "lessons", "rules"),
        ),
    )


@index_entry.register
def _case(record: Case) -> IndexEntry:
    reveal = case_reveal(record)
    coded = [
        WORDS["coding"]
        .format(
            label=entry["label"],
            value=entry["value_label"],
            basis=BASES[entry["basis"]],
            why=entry["why"],
        )
        .strip()
        for entry in case_page(record, (), committed=True)["coded"]
    ]
    explained = [*record.explained_by, *record.tensions]
    fold = _facts(
        ("reading", [record.reading]),
        ("observed", [reveal["observed"]]),
        ("coded", coded),
        ("explained", [", ".join(explained)]),
        ("open", record.open),
        ("notes", record.notes),
    )
    known = _facts(
        ("places", _places(record.places)),
        ("coded", coded_facts(record, committed=False)),
        ("lessons", [", ".join(record.lessons)]),
    )
    facts = (*((label, (text,)) for label, text in case_facts(record)), *known)
    done = (record.done,) if record.done else ()
    return IndexEntry(
        record.id,
        record.title,
        record.years,
        (record.setting,) if record.setting else (),
        facts,
        (WORDS["done"], done, fold),
    )


@index_entry.register
def _paper(record: Paper) -> IndexEntry:
    sections = [
        WORDS["section"].format(name=part.name, first=part.first, last=part.last)
        for part in record.sections
    ]
    return IndexEntry(
        record.id,
        record.short,
        record.year,
        (record.citation, record.note),
        _facts(("authors", [", ".join(record.authors)]), ("sections", sections)),
    )


@index_entry.register
def _outside(record: OutsideWork) -> IndexEntry:
    return IndexEntry(
        record.id,
        record.citation,
        FIRMNESS["outside"][0],
        (),
        _facts(("used_for", [record.used_for])),
    )


def sentence(text: str) -> str:
    """Return a text as a sentence, with a capital and a full stop."""
    text = text.strip()
    if not text:
        return ""
    ended = text if text[-1] in ".?!" else f"{text}."
    return ended[0].upper() + ended[1:]


def _facts(*rows: tuple[str, Sequence[str]]) -> Facts:
    kept = ((key, tuple(line for line in told if line)) for key, told in rows)
    return tuple((WORDS[key], told) for key, told in kept if told)


def _places(places: Sequence[Place]) -> list[str]:
    return [f"{papers[place.paper].short}: {place_label(place)}" for place in places]


def _linked(name: str, *relations: str) -> list[tuple[str, Sequence[str]]]:
    """Return the records that one leads to, by relation; an id becomes a link on the page."""
    known = references().get(name, {})
    return [(relation, [", ".join(known.get(relation, ()))]) for relation in relations]
