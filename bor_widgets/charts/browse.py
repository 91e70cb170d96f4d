"""The records as rows of a browser: what is listed, searched, filtered and opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from bor_widgets.cases import Case
from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.cross_references import (
    Entry,
    entries,
    places_of,
    references,
    rules_at,
)
from bor_widgets.charts.words import place_label, source_note
from bor_widgets.sources import (
    Concept,
    Debate,
    Enumeration,
    Lesson,
    Rule,
    Tension,
    lessons,
    papers,
    rules,
    tensions,
)

Row = dict[str, Any]

#: what a record is called, in the order in which the kinds are offered
KINDS: Mapping[type, str] = {
    Rule: "rule",
    Concept: "concept",
    Enumeration: "list",
    Debate: "debate",
    Tension: "tension",
    Case: "case",
    Lesson: "lesson",
}

#: a tension between passages of several papers
BETWEEN = "between"


def _own_part(entry: Entry) -> Row:
    match entry:
        case Rule():
            return {
                "name": entry.name,
                "text": entry.text,
                "explicitness": entry.explicitness,
                "qualifier": entry.qualifier,
                "who": entry.who,
                "inputs": entry.inputs,
                "outcome": entry.outcome,
                "treatment": entry.treatment,
                "topic": entry.topic,
            }
        case Concept():
            return {"name": entry.term, "text": entry.text}
        case Enumeration():
            return {"name": entry.title, "text": entry.text}
        case Debate():
            return {"name": entry.school, "text": entry.claim, "stance": entry.stance}
        case Tension():
            return {"text": entry.text, "shown_by": entry.shown_by, "where": where(entry)}
        case Lesson():
            return {"name": entry.title, "text": bench_names()[entry.id].purpose}
        case Case():
            shown = {"name": entry.title, "text": entry.setting, "years": entry.years}
            return {**shown, "theirs": entry.theirs}


def where(tension: Tension) -> str:
    """Tell in which paper both sides of a tension stand, or that it is between papers."""
    codes = {place.paper for place in tension.places}
    return codes.pop() if len(codes) == 1 else BETWEEN


def papers_of(entry: Entry) -> tuple[str, ...]:
    """Codes of the papers in which a record stands, in the papers' order."""
    found = {place.paper for place in places_of(entry)}
    return tuple(code for code in papers if code in found)


def row(entry: Entry) -> Row:
    """Return a record as the browser shows it; what is empty is left out.

    What was done in a case and how a paper reads it are not part of it: a reader commits
    to a prediction first.
    """
    full = {
        "id": entry.id,
        "kind": KINDS[type(entry)],
        **_own_part(entry),
        "papers": list(papers_of(entry)),
        "places": [place_label(place) for place in places_of(entry)],
        "links": {relation: list(ids) for relation, ids in references()[entry.id].items()},
    }
    if isinstance(entry, Tension):
        full["passages"] = [list(rules_at(place, entry.rules)) for place in entry.places]
    return {key: value for key, value in full.items() if value}


@cache
def all_rows() -> tuple[Row, ...]:
    """Return every record as a row, kind by kind in the order of the papers.

    The rows are made once and shared: nobody may change them.
    """
    order = {kind: index for index, kind in enumerate(KINDS.values())}
    made = [row(entry) for entry in entries().values()]
    return tuple(sorted(made, key=lambda entry: order[entry["kind"]]))


def tension_rows(links: Mapping[str, str] | None = None) -> tuple[Row, ...]:
    """Return the tensions as rows, each with the benches that show it.

    Parameters
    ----------
    links
        Where a tension can be seen, by its id: the page of one of its benches and, after
        ``?``, the state. Takes the place of the plain page.

    Raises
    ------
    KeyError
        If a link is given for a tension that does not exist.
    ValueError
        If a link leads to a page that is no bench of the tension's lessons.
    """
    found = {
        entry.id: {**row(entry), "benches": [bench_row(name) for name in _lessons_of(entry.id)]}
        for entry in tensions.values()
    }
    for name, link in (links or {}).items():
        benches = found[tensions[name].id]["benches"]
        pages = [bench["href"] for bench in benches]
        page = link.partition("?")[0]
        if page not in pages:
            raise ValueError(f"{name} is shown on {', '.join(pages)}; given was {link!r}")
        benches[pages.index(page)]["href"] = link
    return tuple(found.values())


def _lessons_of(name: str) -> tuple[str, ...]:
    return references()[name]["lessons"]


def bench_row(lesson: str) -> Row:
    """Return a lesson's bench: its lesson's title, its name, page and purpose."""
    bench = bench_names()[lesson]
    return {
        "lesson": lesson,
        "lesson_title": lessons[lesson].title,
        "name": bench.name,
        "title": bench.title,
        "href": bench.notebook,
        "purpose": bench.purpose,
    }


def passage_notes() -> dict[str, Row]:
    """Return the source notes of all rules that stand in a passage of a tension."""
    named = {
        name
        for entry in tensions.values()
        for place in entry.places
        for name in rules_at(place, entry.rules)
    }
    linked = {
        name for entry in tensions.values() for name in references()[entry.id].get("rules", ())
    }
    return {name: source_note(name) for name in rules if name in named | linked}


def counts(rows: tuple[Row, ...], field: str) -> dict[str, int]:
    """Return how many rows have each value of a field, whether it holds one or several."""
    counted: Counter[str] = Counter()
    for entry in rows:
        value = entry.get(field, ())
        counted.update([value] if isinstance(value, str) else value)
    return dict(counted)
