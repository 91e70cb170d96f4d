"""Intervention balance (L05): the stake decides nothing, the region's word does.

Rules R100-R122; tensions E10-E13, E19, E22, E99.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.charts.benches.intervention_drawings import (
    balance_drawing,
    cases_drawing,
    consent_drawing,
    force_drawing,
    horns_drawing,
    overlay_drawing,
)
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.benches.view import Claim, Finding, View
from bor_widgets.theory.aims_of_intervention import InterventionReading, read_intervention
from bor_widgets.theory.intervention import consent, dilemma, side_taken
from bor_widgets.theory.intervention_reasons import (
    claim_reasons,
    consent_open,
    consent_reasons,
    dilemma_reasons,
    fit_reason,
    recognition_reasons,
    region_reasons_of,
    side_reasons,
    talks_reason,
    third_nation_reasons,
)
from bor_widgets.theory.symbolic_force import ForceReading, read_force

KINDS = ("cells", "balance", "gauges")
TEXT = bench_text("intervention_balance")

TONES = {
    "possible": "good",
    "withheld": "warn",
    "text silent": "open",
    "support": "good",
    "condemn": "alarm",
    "not specified": "open",
}

#: what picking a cell of a table sets: row, then column
OVERLAY_INPUTS = ("intervener", "target")


def view(values: Values) -> View:
    """Draw the bench.

    Parameters
    ----------
    values
        A full set of checked values, see ``intervention_balance.toml``.
    """
    reading = read_intervention(
        values["aim"],
        values["measure"],
        on_third_state=values["on_third_state"],
        operating_authority=values["operating_authority"],
        other_settlement=values["other_settlement"],
        target_decides=values["target_decides"],
        values_stability=values["values_stability"],
    )
    force = _force(values)
    drawings = [
        consent_drawing(values),
        balance_drawing(values),
        overlay_drawing(values, reading),
        horns_drawing(values),
    ]
    if values["cases_shown"] == "shown":
        drawings.append(cases_drawing(wide=values["look"] != "cases"))
    if force is not None:
        drawings.append(force_drawing(values))
    # the figure that is looked at leads; the others keep their order
    drawings.sort(key=lambda drawing: drawing.name != values["look"])
    return View(_finding(values, reading, force), tuple(drawings))


def pick(values: Values, what: str, key: str) -> Mapping[str, Any]:
    """Set what a chosen cell stands for: a regional organisation's word, or a pair of states."""
    known = TEXT.parameters
    if what == "consent" and key in known["regional"].options:
        return {"set": {"regional": key}}
    parts = key.split(" ")
    if what == "sides" and len(parts) == len(OVERLAY_INPUTS):
        chosen = dict(zip(OVERLAY_INPUTS, parts, strict=True))
        if all(part in known[name].options for name, part in chosen.items()):
            return {"set": chosen}
    return {}


def _touched(values: Values, *names: str) -> bool:
    """Whether a reader has set any of these inputs; what is left alone says nothing."""
    return any(values[name] != TEXT.parameters[name].neutral for name in names)


def _force(values: Values) -> ForceReading | None:
    names = ("own_force", "found", "injury", "hierarchy_disturbed", "border_at_stake")
    if not _touched(values, *names, "greater_self"):
        return None
    return read_force(
        values["found"],
        injury=values["injury"],
        hierarchy_disturbed=values["hierarchy_disturbed"],
        border_at_stake=values["border_at_stake"],
        greater_self=values["greater_self"],
    )


def _finding(values: Values, reading: InterventionReading, force: ForceReading | None) -> Finding:
    approval = values["regional"]
    reported = values["overlay"] == "report"
    granted = consent(approval, values["stake"])
    side = side_taken(values["intervener"], values["target"])
    sides, sides_open = side_reasons(values["intervener"], values["target"])
    found = side if reported else granted
    summary = "possible_against" if found == "possible" and reading.against else found
    reasons: list[Claim] = [
        *(sides if reported else ()),
        *consent_reasons(approval, values["stake"]),
        *dilemma_reasons(values["push"], values["pull_back"]),
        *(reason for reason in reading.reasons if reason.rule in reading.against),
    ]
    return Finding(
        headline=TEXT.word("headline", found),
        kicker=TEXT.word("kicker", values["overlay"]),
        summary=TEXT.word("summary", summary),
        tone=TONES[found],
        reasons=reasons,
        open=(
            *(sides_open if reported else ()),
            *consent_open(approval),
            *(force.open if force else ()),
        ),
        notes=[
            *(reason for reason in reading.reasons if reason.rule not in reading.against),
            *_notes(values, force),
        ],
        tensions=_tensions(values),
    )


def _notes(values: Values, force: ForceReading | None) -> list[Claim]:
    notes: list[Claim] = [*third_nation_reasons(values["intervener"], values["target"])]
    if _touched(values, "estimate", "hint"):
        notes.append(talks_reason(values["estimate"], values["hint"]))
    if _touched(values, "elsewhere"):
        support = dilemma(values["push"], values["pull_back"], values["least"]).support
        notes.append(fit_reason(support, values["elsewhere"]))
    notes += recognition_reasons(1.0, values["early"])
    if force is not None:
        notes += force.reasons
    notes += region_reasons_of(values["china_strength"])
    notes += claim_reasons(
        values["pressure"], values["sphere"], values["seeks_security"], values["expands"]
    )
    return notes


def _tensions(values: Values) -> tuple[str, ...]:
    met = []
    if values["overlay"] == "report":
        met.append("E12")
    if values["cases_shown"] == "shown":
        # two of the three cases rest on an organisation, and all three on a stake in trade
        met += ["E10", "E99"]
    if values["measure"] != "none" and values["on_third_state"] is not True:
        met.append("E11")
    if "indirect_target" in values["found"]:
        met.append("E22")
    if values["border_at_stake"]:
        met.append("E19")
    if values["expands"]:
        met.append("E13")
    return tuple(met)
