"""The Philippines, Turkey and Vietnam: the label changes with the definition.

Rules S47, S48, S01, S20, R65; tensions E54, E55, E95.
"""

from __future__ import annotations

from functools import partial

from bor_widgets.charts.benches.regions_shared import TEXT
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.situation import Situation
from bor_widgets.theory.provenance import Reason
from bor_widgets.theory.regional_pickers import (
    COUNTRIES,
    Country,
    Explained,
    Label,
    labels,
    philippines,
    turkey,
    turkish_target,
)

word = partial(TEXT.word, "states")

#: parts of the definition that the bench takes as given until the reader says otherwise
ASSUMED = ("deliberate", "sustained", "delegitimising")
CRITERIA = ("delegitimising", "deliberate", "sustained", "retributive", "instruments")
TENSIONS = {"Philippines": ("E55", "E95"), "Turkey": ("E54",), "Vietnam": ("E95",)}
TONES = {
    "soft balancing": "good",
    "from hedging to soft balancing": "good",
    "not soft balancing": "warn",
    "complement": "caution",
    "long-run calculation": "calm",
    "open": "open",
    "not said": "open",
}
PARTS = {True: ("there", "good"), False: ("missing", "warn"), None: ("not_judged", "open")}


def view(values: Values) -> View:
    """Draw the tab of three states."""
    country: Country = values["country"]
    readings = {state: _labels(state, values) for state in COUNTRIES}
    here = readings[country]
    differ = here[0].label != here[1].label
    told = _explained(country, values)
    explained, target = told if told else (None, ())
    finding = Finding(
        headline=word("headline_differ" if differ else "headline_same", country=country),
        kicker=word("kicker"),
        summary=word(
            "summary",
            **{label.reading: _named(label.label) for label in here[:2]},
            ties=_named(here[2].label),
        ),
        tone="open" if here[1].label == "open" else "caution" if differ else "good",
        reasons=(
            *(explained.reasons if explained else ()),
            *target,
            *(reason for label in here for reason in label.reasons),
        ),
        tensions=TENSIONS[country],
    )
    return View(finding, (_table(readings, values, differ), _parts(country, values, explained)))


def _named(label: str) -> str:
    return word("label", label)


def _labels(country: Country, values: Values) -> tuple[Label, ...]:
    said = Situation(**{name: values[name] for name in CRITERIA})
    return labels(country, said, military_ties=values["military_ties"])


def _explained(country: Country, values: Values) -> tuple[Explained, tuple[Reason, ...]] | None:
    """Return what is concluded from the parts of an explanation; None where none is told."""
    match country:
        case "Philippines":
            parts = ("hedging", "partnership", "code_of_conduct")
            return philippines(*(values[part] for part in parts)), ()
        case "Turkey":
            reasons = ("resentment", "uncertain_membership", "low_trust", "cyprus_unresolved")
            told = turkey(*(values[part] for part in reasons))
            return told, (turkish_target(values["passage"])[1],)
    return None


def _table(readings: dict[Country, tuple[Label, ...]], values: Values, differ: bool) -> Drawing:
    chosen = values["country"]
    taken = all(values[name] is True for name in ASSUMED)
    rows = [
        CellRow(
            state,
            [
                Cell(
                    _named(label.label),
                    TONES[label.label],
                    chosen=state == chosen and label.reading == "definition",
                    source=label.reasons[0].rule,
                )
                for label in told
            ],
            key=state,
        )
        for state, told in readings.items()
    ]
    columns = [
        Column(word("reported")),
        Column(word("definition"), word("definition_taken" if taken else "definition_note")),
        Column(word("ties")),
    ]
    title = word("title" if differ else "title_same", country=chosen)
    return cells("labels", title, columns, rows, corner=word("corner"))


def _parts(country: Country, values: Values, told: Explained | None) -> Drawing:
    if told is None:
        rows = [CellRow(word("conclusion"), [Cell(word("cited"), open=True, source="S20")])]
        title = word("parts_title_none")
    else:
        rows = []
        for part, there in told.present.items():
            key, tone = PARTS[there]
            rows.append(CellRow(word("part", part), [Cell(word(key), tone)]))
        rule = told.reasons[0].rule
        drawn = _named(told.label)
        tone = "open" if told.label in ("open", "not said") else "good"
        rows.append(CellRow(word("result"), [Cell(drawn, tone, source=rule)]))
        if country == "Turkey":
            target, _ = turkish_target(values["passage"])
            rows.append(CellRow(word("target"), [Cell(_named(target), "calm", source="E54")]))
        key = {"open": "open", "not said": "part"}.get(told.label, "whole")
        title = word(f"parts_title_{key}", label=drawn)
    return cells("parts", title, [word("parts_column")], rows, corner=word("parts_corner"))
