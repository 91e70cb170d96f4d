"""The words of the charts, and how values and sources are told to a reader."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bor_widgets.situation import Parameter
from bor_widgets.sources import OutsideWork, Place, Rule, Tension, papers, rules, tensions
from bor_widgets.theory import OpenQuestion, Reason


@cache
def _words() -> dict[str, Any]:
    resource = files("bor_widgets.charts").joinpath("words.toml")
    return tomllib.loads(resource.read_text(encoding="utf-8"))


def word(*path: str, **values: Any) -> str:
    """Return a title or label by its path in the word file, filled in."""
    entry: Any = _words()
    for key in path:
        entry = entry[key]
    return str(entry).format_map(values) if values else str(entry)


def value_label(parameter: Parameter, value: Any) -> str:
    """Tell the value of an input to a reader."""
    if value is None:
        return word("value", "open")
    if isinstance(value, bool):
        return word("value", "yes" if value else "no")
    if isinstance(value, tuple):
        told = [_option(parameter, entry) for entry in value]
        return ", ".join(told) or word("value", "nothing")
    if isinstance(value, str):
        return _option(parameter, value)
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _option(parameter: Parameter, value: str) -> str:
    if value in parameter.options:
        return parameter.option_labels[parameter.options.index(value)]
    return value


def place_label(place: Place) -> str:
    """Tell a place as paper, lines and section."""
    section = papers[place.paper].section_of(place)
    return f"{place} ({section})" if section else str(place)


def source_note(source: Rule | OutsideWork | str) -> dict[str, Any]:
    """Return what a source button shows: id, place, explicitness and our paraphrase."""
    known = rules[source] if isinstance(source, str) else source
    if isinstance(known, OutsideWork):
        return {
            "id": known.id,
            "name": known.citation,
            "text": known.used_for,
            "paper": "",
            "places": [],
            "explicitness": "outside",
            "qualifier": "",
            "who": "",
        }
    cited = sorted({place.paper for place in known.places})
    return {
        "id": known.id,
        "name": known.name,
        "text": known.text,
        "paper": "; ".join(papers[code].short for code in cited),
        "places": [place_label(place) for place in known.places],
        "explicitness": known.explicitness,
        "qualifier": known.qualifier,
        "who": known.who,
    }


def tension_note(tension: Tension | str) -> dict[str, Any]:
    """Return what is shown of a tension: id, text and both passages' places."""
    known = tensions[tension] if isinstance(tension, str) else tension
    return {
        "id": known.id,
        "text": known.text,
        "places": [place_label(place) for place in known.places],
    }


def told(reason: Reason | OpenQuestion) -> dict[str, Any]:
    """Return a finding with its source, as the panels show it."""
    return {"text": reason.text, "source": source_note(reason.source)}
