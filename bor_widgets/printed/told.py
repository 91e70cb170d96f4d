"""How sources, words and findings are told on a page: the data that the templates show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bor_widgets.charts.words import firmness, place_label, source_note
from bor_widgets.printed.where import entry_link
from bor_widgets.sources import concepts

#: how firmly a paper says something, in a word and in a sentence
FIRMNESS: Mapping[str, tuple[str, str]] = firmness()

WORDS = {
    "who_says": "Who says so?",
    "source_of": "Source: {name}",
    "firmness": "How firmly",
    "paper": "Paper",
    "places": "Where",
    "who": "Said by",
    "qualifier": "Note",
    "entry": "{id} in the index",
    "entry_term": "{id} in the glossary",
}


def told_source(source: str | Mapping[str, Any]) -> dict[str, Any]:
    """Return what a page shows of a source.

    Parameters
    ----------
    source
        Id of a rule, tension, debate or case, or a note of :func:`source_note`.

    Raises
    ------
    KeyError
        For an unknown id, with the nearest known ones.
    """
    note = source_note(source) if isinstance(source, str) else source
    short, long = FIRMNESS[note["explicitness"]]
    name = note["name"]
    facts = [
        (WORDS["firmness"], long),
        (WORDS["paper"], note["paper"]),
        (WORDS["places"], "; ".join(note["places"])),
        (WORDS["who"], note["who"]),
        (WORDS["qualifier"], note["qualifier"]),
    ]
    return {
        "id": note["id"],
        "label": short,
        "spoken": WORDS["source_of"].format(name=name or note["id"]),
        "name": name,
        "text": note["text"],
        "facts": [(label, text) for label, text in facts if text],
        "href": entry_link(note["id"]),
        "link": WORDS["entry"].format(id=note["id"]),
    }


def told_sources(sources: Sequence[str | Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return what a page shows of several sources, each once."""
    found = [told_source(source) for source in sources]
    return list({note["id"]: note for note in found}.values())


def told_term(name: str) -> dict[str, Any]:
    """Return what a page shows of a word of the glossary.

    Raises
    ------
    KeyError
        For an unknown id, with the nearest known ones.
    """
    concept = concepts[name]
    places = "; ".join(place_label(place) for place in concept.places)
    return {
        "id": concept.id,
        "term": concept.term,
        "text": concept.text,
        "facts": [(WORDS["places"], places)],
        "href": entry_link(concept.id),
        "link": WORDS["entry_term"].format(id=concept.id),
    }


def told_claims(claims: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return sentences of a finding, each with its source if it has one."""
    return [
        {
            "text": claim["text"],
            "sources": [told_source(claim["source"])] if claim.get("source") else [],
        }
        for claim in claims
    ]
