"""The words of the charts, and how values and sources are told to a reader."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bor_widgets.cases import cases
from bor_widgets.situation import Parameter
from bor_widgets.sources import (
    OutsideWork,
    Place,
    Rule,
    Tension,
    debates,
    papers,
    rules,
    tensions,
)
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


def firmness() -> dict[str, tuple[str, str]]:
    """Return how firmly something may be said: a word and a sentence, by explicitness."""
    return {key: (entry["short"], entry["long"]) for key, entry in _words()["firmness"].items()}


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
    """Return what a source button shows: id, place, explicitness and our paraphrase.

    Parameters
    ----------
    source
        A rule, a work from outside the papers, or the id of a rule, a tension, a debate or
        a case. A tension is marked as derived: the papers hold both passages, setting them
        against each other is our step. Of a case only the setting is told, never what was
        done.

    Raises
    ------
    KeyError
        For an unknown id, with the nearest known ones.
    """
    if isinstance(source, OutsideWork):
        return _note(source.id, source.citation, source.used_for, (), "outside")
    if isinstance(source, str) and source in tensions:
        tension = tensions[source]
        return _note(tension.id, "", tension.text, tension.places, "derived")
    if isinstance(source, str) and source in debates:
        debate = debates[source]
        text = word("debate_note", claim=debate.claim, stance=debate.stance)
        return _note(debate.id, debate.school, text, debate.places, "reported")
    if isinstance(source, str) and source[:1] == "C" and source in cases:
        case = cases[source]
        return _note(case.id, case.title, case.setting, case.places, "case")
    rule = rules[source] if isinstance(source, str) else source
    return {
        **_note(rule.id, rule.name, rule.text, rule.places, rule.explicitness),
        "qualifier": rule.qualifier,
        "who": rule.who,
    }


def _note(
    name: str, title: str, text: str, places: tuple[Place, ...], explicitness: str
) -> dict[str, Any]:
    cited = dict.fromkeys(place.paper for place in places)
    return {
        "id": name,
        "name": title,
        "text": text,
        "paper": "; ".join(papers[code].short for code in cited),
        "places": [place_label(place) for place in places],
        "explicitness": explicitness,
        "qualifier": "",
        "who": "",
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
