"""The test of an act: a checklist, and a row of acts from the paper beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from bor_widgets.charts.benches.text import Values, bench_text, opened
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.situation import Situation
from bor_widgets.theory.governance_model import binding
from bor_widgets.theory.iraq_2003 import kind_of_resistance, read_iraq_2003
from bor_widgets.theory.regional_pickers import philippines, turkey
from bor_widgets.theory.soft_balancing import Definition, define, rule_of

TEXT = bench_text("soft_balancing_test")

LABEL_TONES = {
    "soft balancing": "good",
    "complement": "good",
    "not soft balancing": "warn",
    "open": "open",
}
LABEL_WORDS = {
    "soft balancing": "yes",
    "complement": "complement",
    "not soft balancing": "no",
    "open": "open",
}


def situation_of(values: Values) -> Situation:
    """Return the act as the theory reads it."""
    return Situation(
        instruments=values["instruments"],
        concerted=values["concerted"],
        deliberate=values["deliberate"],
        sustained=values["sustained"],
        delegitimising=values["delegitimising"],
        retributive=values["retributive"],
        military_means=values["military"],
    )


def tested(values: Values) -> Definition:
    """Test the act against the definition."""
    return define(
        situation_of(values),
        target=values["target"],
        perceived_threat=values["perceived"] == "yes",
    )


def checklist(values: Values, definition: Definition) -> Drawing:
    """Draw the checklist: each criterion met, missing or open; press one to change it."""
    word, names = TEXT.words["test"], TEXT.words["criterion"]
    rows = []
    for name, holds in definition.met.items():
        state = "open" if holds is None else "met" if holds else "missing"
        rows.append(
            CellRow(
                names[name],
                [
                    Cell(
                        word[state],
                        tone={"met": "good", "missing": "alarm", "open": "open"}[state],
                        glyph={"met": "✓", "missing": "✗"}.get(state),
                        open=holds is None,
                        note=word["hint"],
                        source=rule_of(name, values["target"]),
                        key=name,
                    )
                ],
            )
        )
    return cells("test", _title(definition), [word["column"]], rows, corner=word["corner"])


def _title(definition: Definition) -> str:
    names = TEXT.words["criterion"]
    missing, unsaid = definition.missing, definition.unsaid
    if missing:
        key = "title_one" if len(missing) == 1 else "title_more"
        told = ", ".join(names[name] for name in missing)
        return TEXT.word("test", key, names=told, count=len(missing))
    if unsaid:
        return TEXT.word(
            "test", "title_open_one" if len(unsaid) == 1 else "title_open", count=len(unsaid)
        )
    return TEXT.word(
        "test", "title_met" if definition.label != "complement" else "title_complement"
    )


@cache
def preset(key: str) -> Mapping[str, Any]:
    """Return the inputs of one of the acts, checked.

    Raises
    ------
    KeyError
        For an act that is not listed.
    """
    given = opened(TEXT.words["preset"][key]["set"], TEXT.parameters)
    return {name: TEXT.parameters[name].check(value) for name, value in given.items()}


def loaded(key: str) -> dict[str, Any]:
    """Return the inputs of an act to be set; nothing for one that is not listed."""
    return dict(preset(key)) if key in TEXT.words["preset"] else {}


def reported(key: str) -> tuple[str, str]:
    """Return how an act is reported in the paper, and the rule that reports it."""
    match key:
        case "friction":
            return "friction", "S03"
        case "week":
            return "necessarily", "S04"
        case "years":
            return "threshold", "S02"
        case "refusal":
            return kind_of_resistance("some European states"), "S53"
        case "iraq":
            return read_iraq_2003("France").label, "S51"
        case "duterte":
            return philippines(True, True, True).label, "S48"
        case "turkey":
            return turkey(True, True, True, True).label, "S47"
    return ("binds" if binding(1.0, 1.0, 1.0) > 0 else "necessarily"), "S55"


@cache
def _rows() -> tuple[tuple[str, Definition, str, str], ...]:
    neutral = TEXT.neutral()
    return tuple(
        (key, tested({**neutral, **preset(key)}), *reported(key)) for key in TEXT.words["preset"]
    )


def acts(values: Values) -> Drawing:
    """Draw acts from the paper under the one test; press a row to load its act."""
    word, names, said = TEXT.words["acts"], TEXT.words["criterion"], TEXT.words["reported"]
    rows, labels = [], []
    for key, definition, report, rule in _rows():
        entry = TEXT.words["preset"][key]
        here = all(values[name] == value for name, value in preset(key).items())
        labels.append(definition.label)
        listed = definition.missing or definition.unsaid
        told = ", ".join(names[name] for name in listed) or word["nothing"]
        rows.append(
            CellRow(
                entry["label"],
                [
                    Cell(
                        word[LABEL_WORDS[definition.label]],
                        tone=LABEL_TONES[definition.label],
                        open=definition.label == "open",
                        chosen=here,
                        note=f"{'?' if not definition.missing else '✗'} {told}" if listed else told,
                    ),
                    Cell(said[report], glyph="”", source=rule, case=entry.get("case", "")),
                ],
                key=key,
            )
        )
    passing = sum(label in ("soft balancing", "complement") for label in labels)
    title = TEXT.word("acts", "title", count=len(rows), passing=passing, open=labels.count("open"))
    return cells(
        "acts", title, [word["definition"], word["reported"]], rows,
        corner=word["corner"], here=word["here"],
    )  # fmt: skip
