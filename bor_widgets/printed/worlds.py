"""Tables of what a world is made of, read from the model itself, for the appendix on worlds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from markupsafe import Markup, escape

from bor_widgets.charts.words import place_label
from bor_widgets.printed.part import Part, lines, render
from bor_widgets.printed.told import FIRMNESS
from bor_widgets.printed.where import entry_link
from bor_widgets.printed.world_words import DOCTRINE_NOTES, FIXED, MOVE_NOTES, PACE_NOTES, WORDS
from bor_widgets.simulation.config import WorldConfig, world_groups, world_parameters
from bor_widgets.simulation.doctrines import (
    DOCTRINE_LABELS,
    MOVES,
    OTHERS,
    POWERS,
    QUESTIONS,
    TIES,
)
from bor_widgets.simulation.measures import measures as declared_measures
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.shocks import SHOCKS
from bor_widgets.simulation.tables import tables_for
from bor_widgets.situation import Parameter
from bor_widgets.sources import rules
from bor_widgets.theory.calibration import calibration_parameters
from bor_widgets.theory.commitment import PACE, Pace
from bor_widgets.theory.judgement import GRADES


def parameters(group: str) -> Part:
    """Return every number of one group of a world's numbers.

    Raises
    ------
    ValueError
        For another group.
    """
    groups = world_groups()
    if group not in groups:
        raise ValueError(f"group takes one of {', '.join(groups)}; given was {group!r:.80}")
    found = [entry for entry in world_parameters().values() if entry.group == group]
    return _numbers(WORDS["numbers"].format(group=groups[group]), found)


def calibration() -> Part:
    """Return every number of the judgement."""
    return _numbers(WORDS["calibration"], list(calibration_parameters().values()))


def pace() -> Part:
    """Return the numbers of a value-spreader's clock that a world reads."""
    rows = [
        (entry.name, f"{getattr(PACE, entry.name):g}", PACE_NOTES[entry.name])
        for entry in fields(Pace)
        if entry.name in PACE_NOTES
    ]
    return _table(WORDS["pace"], ("name", "neutral", "meaning"), rows)


def fixed() -> Part:
    """Return the numbers of ours that no setting changes."""
    rows = [(what, f"{value:g}", where) for what, value, where in FIXED]
    return _table(WORDS["fixed"], ("what", "value", "where_used"), rows)


def measures() -> Part:
    """Return every measure with the rules that it makes visible."""
    rows = [
        (each.label, each.name, each.meaning, _linked(each.rules))
        for each in declared_measures().values()
    ]
    return _table(WORDS["measures"], ("measure", "name", "meaning", "rules"), rows)


def doctrines() -> Part:
    """Return what states can follow."""
    rows = [
        (label, name, DOCTRINE_NOTES[name][0], _linked(DOCTRINE_NOTES[name][1]))
        for name, label in DOCTRINE_LABELS.items()
    ]
    return _table(WORDS["doctrines"], ("doctrine", "name", "meaning", "rules"), rows)


def moves() -> Part:
    """Return what a state can do, with what it changes in its own restraint."""
    change = tables_for(WorldConfig()).restraint_change
    rows = [
        (
            move,
            MOVE_NOTES[move][0],
            _signed(change[code, 0, 0]),
            _signed(change[code, 0, 1]),
            _linked(MOVE_NOTES[move][1]),
        )
        for code, move in enumerate(MOVES)
    ]
    return _table(WORDS["moves"], ("move", "meaning", "struck_area", "other_area", "rules"), rows)


def questions() -> Part:
    """Return what a rule table of a student's own is asked."""
    asked = (("grade", GRADES), ("tie", TIES), ("power", POWERS), ("other", OTHERS))
    rows = [(WORDS[key], ", ".join(answers)) for key, answers in asked]
    return _table(WORDS["questions"].format(count=len(QUESTIONS)), ("asked", "answers"), rows)


def shocks() -> Part:
    """Return what can be made to happen from outside."""
    return _table(WORDS["shocks"], ("shock", "meaning"), list(SHOCKS.items()))


def scenes() -> Part:
    """Return the scenes of the papers that a world can begin from."""
    rows = [
        (scene.label, scene.name, scene.meaning, "; ".join(scene.places), _linked(scene.rules))
        for scene in presets().values()
    ]
    return _table(WORDS["scenes"], ("scene", "name", "meaning", "places", "rules"), rows)


def rests_on(*ids: str) -> Part:
    """Return the rules that a step rests on, with their places and how firmly they are said.

    Raises
    ------
    KeyError
        For an unknown id, with the nearest known ones.
    """
    rows = []
    for name in ids:
        rule = rules[name]
        places = "; ".join(place_label(place) for place in rule.places)
        rows.append((_linked([name]), rule.name, places, FIRMNESS[rule.explicitness][0]))
    return _table(WORDS["rests_on"], ("id", "rule", "places", "firmness"), rows)


def _numbers(title: str, declared: Sequence[Parameter]) -> Part:
    rows = [
        (
            entry.label,
            entry.name,
            _range(entry),
            _value(entry, entry.neutral),
            entry.meaning,
            "; ".join(entry.places),
        )
        for entry in declared
    ]
    columns = ("number", "name", "range", "neutral", "meaning", "places")
    return _table(title, columns, rows)


def _range(entry: Parameter) -> str:
    if entry.kind == "switch":
        return WORDS["switch"]
    if entry.kind == "choice":
        return "; ".join(_value(entry, option) for option in entry.options)
    return WORDS["range_of"].format(low=f"{entry.low:.10g}", high=f"{entry.high:.10g}")


def _value(entry: Parameter, value: Any) -> str:
    if entry.kind == "switch":
        return WORDS["yes"] if value else WORDS["no"]
    if entry.kind == "choice":
        return entry.option_labels[entry.options.index(value)]
    return f"{value:.10g}"


def _signed(value: float) -> str:
    return f"{value:+g}".replace("-", "−") if value else "0"


def _linked(ids: Sequence[str]) -> Markup:
    """Return ids, each leading to its entry where there is a site."""
    made = [
        Markup('<a href="{}">{}</a>').format(link, name) if (link := entry_link(name)) else name
        for name in ids
    ]
    return Markup(", ").join(escape(each) for each in made)


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Part:
    heads = [WORDS[f"column_{column}"] for column in columns]
    html = render("world_table", title=title, columns=heads, rows=rows)
    told = [" | ".join(_plain(entry) for entry in row) for row in rows]
    return Part(html, lines(title, told))


def _plain(entry: str) -> str:
    return entry.striptags() if isinstance(entry, Markup) else entry
