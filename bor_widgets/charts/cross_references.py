"""Which record leads to which: read from the records' own fields, texts and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from bor_widgets.cases import Case, cases
from bor_widgets.sources import (
    Concept,
    Debate,
    Enumeration,
    Lesson,
    Place,
    Rule,
    Tension,
    concepts,
    debates,
    lessons,
    lists,
    rules,
    tensions,
)

Entry = Rule | Concept | Enumeration | Debate | Tension | Lesson | Case

#: how an id of a record is written in a text; a line number ("P0 L12", "L12-15") is none.
#: The page in the browser uses the same pattern, so it keeps to what both languages know.
MENTION = (
    r"(?<!P[0-2] )\b(?:[RQSX]\d{2,3}|A\d{3}|D\d{2}|E\d{2,3}|F\d{2}|C\d{2,3}|L(?:0[1-9]|1[0-2]))"
    r"\b(?!-\d)"
)
_RUN = re.compile(r"\b([A-Z])(\d{2,3})-\1(\d{2,3})\b")

#: two records stand in the same lines if they share at least this part of all their lines
SAME_LINES = 0.2


@cache
def entries() -> Mapping[str, Entry]:
    """Return every record that can be opened, by id; a case by its id, not its slug."""
    catalogues = (rules, concepts, lists, debates, tensions, lessons)
    found: dict[str, Entry] = {entry.id: entry for part in catalogues for entry in part.values()}
    for case in cases.values():
        found.setdefault(case.id, case)
    return MappingProxyType(found)


def mentioned(text: str) -> Iterator[str]:
    """Ids of records that a text names, runs such as ``C82-C84`` written out."""
    for found in re.finditer(MENTION, _RUN.sub(_written_out, text)):
        if found[0] in entries():
            yield found[0]


def _written_out(run: re.Match[str]) -> str:
    first, last, width = int(run[2]), int(run[3]), len(run[2])
    return ", ".join(f"{run[1]}{number:0{width}}" for number in range(first, last + 1))


def text_of(entry: Entry) -> str:
    """Everything that a reader sees of a record; of a case not what was done."""
    parts: tuple[str, ...]
    match entry:
        case Rule():
            parts = (entry.text, entry.qualifier, entry.who, entry.inputs, entry.outcome)
        case Tension():
            parts = (entry.text, entry.shown_by)
        case Debate():
            parts = (entry.claim, entry.stance)
        case Lesson():
            parts = (entry.title,)
        case Case():
            parts = (entry.setting,)
        case _:
            parts = (entry.text,)
    return " ".join(parts)


def places_of(entry: Entry) -> tuple[Place, ...]:
    """Where a record stands in the papers; a lesson stands in none."""
    return () if isinstance(entry, Lesson) else entry.places


def _shared(one: Place, other: Place) -> float:
    """Part of all the lines of two places that both have, 0..1."""
    if one.paper != other.paper:
        return 0.0
    common = min(one.last, other.last) - max(one.first, other.first) + 1
    return max(0, common) / (max(one.last, other.last) - min(one.first, other.first) + 1)


def rules_at(place: Place, first: tuple[str, ...] = (), most: int = 5) -> tuple[str, ...]:
    """Ids of the rules that stand in a passage, the closest first; not our own comparisons.

    Parameters
    ----------
    place
        The passage.
    first
        Ids of rules that come before the others.
    most
        How many are named at most.
    """
    near = {
        rule.id: max(_shared(place, own) for own in rule.places)
        for rule in rules.values()
        if rule.explicitness != "derived" and any(_shared(place, own) for own in rule.places)
    }
    ranked = sorted(near, key=lambda name: (name not in first, -near[name]))
    return tuple(ranked[:most])


def _in_the_same_lines() -> Iterator[tuple[str, str]]:
    """Pairs of records that share enough lines; each pair once."""
    placed = sorted(
        (place.paper, place.first, place.last, entry.id)
        for entry in entries().values()
        if isinstance(entry, (Rule, Concept, Enumeration, Debate))
        for place in entry.places
    )
    for index, (paper, first, last, name) in enumerate(placed):
        one = Place(paper, first, last)
        for other_paper, begins, ends, other in placed[index + 1 :]:
            # in the order of the lines, nothing further on can reach back
            if other_paper != paper or begins > last:
                break
            if other != name and _shared(one, Place(paper, begins, ends)) >= SAME_LINES:
                yield name, other


def _named_in_fields(entry: Entry) -> Iterator[tuple[str, str]]:
    match entry:
        case Rule():
            fields = (("lessons", entry.lessons), ("tensions", entry.tensions))
        case Tension():
            fields = (("lessons", entry.lessons), ("rules", entry.rules))
        case Case():
            # what explains a case tells what was done: a page keeps it back
            yield from (("explained_by", name) for name in (*entry.explained_by, *entry.tensions))
            return
        case Lesson():
            yield from (("rules", name) for name in entry.claims)
            yield from (("concepts", name) for name in entry.concepts)
            yield from (("cases", name) for name in entry.cases)
            yield from (("tensions", name) for name in entry.tensions)
            return
        case _:
            return
    for relation, names in fields:
        yield from ((relation, name) for name in names)


#: what the record at the other end calls the relation, by what names it
_BACK = {Rule: "rules", Tension: "tensions", Lesson: "lessons", Case: "explains"}


@cache
def references() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return for every record where it leads.

    Returns
    -------
    Mapping
        Id -> relation -> ids. The relations are ``lessons``, ``rules``, ``concepts``,
        ``cases``, ``tensions`` (named by either of the two), ``explained_by`` (of a case:
        rules and tensions that tell what was done) and ``explains`` (the other way round),
        ``mentions`` and ``mentioned_by`` (an id in the text), and ``same_lines``.

    Raises
    ------
    KeyError
        If a record names one that does not exist.
    """
    found: dict[str, dict[str, dict[str, None]]] = {name: {} for name in entries()}

    def add(name: str, relation: str, other: str) -> None:
        found[name].setdefault(relation, {})[other] = None

    for entry in entries().values():
        for relation, other in _named_in_fields(entry):
            add(entry.id, relation, other)
            add(other, _BACK[type(entry)], entry.id)
        for other in mentioned(text_of(entry)):
            if other != entry.id:
                add(entry.id, "mentions", other)
                add(other, "mentioned_by", entry.id)
    for name, other in _in_the_same_lines():
        add(name, "same_lines", other)
        add(other, "same_lines", name)
    order = {name: index for index, name in enumerate(entries())}
    return MappingProxyType(
        {
            name: MappingProxyType(
                {kind: tuple(sorted(ids, key=order.__getitem__)) for kind, ids in linked.items()}
            )
            for name, linked in found.items()
        }
    )
