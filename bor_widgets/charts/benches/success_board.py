"""Success board (L10): seven of seven is not certain, none is not impossible.

Rules S15-S17, S28-S32, S49, S50; tensions E57, E59, E60, E67.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.charts.benches.success_drawings import (
    conditions_drawing,
    conflict_drawing,
    effects_drawing,
    gates_drawing,
    granted_of,
    state_of,
    success_drawing,
)
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.situation import Situation, parameters
from bor_widgets.theory.externalities import good_effects, transition
from bor_widgets.theory.questions import ask
from bor_widgets.theory.success import CONDITIONS, Prospects, conflict_risk, prospects
from bor_widgets.theory.success_reasons import (
    conflict_reason,
    gate_reasons,
    harm_reason,
    outcome_reasons,
    prospect_reasons,
    risk_level,
)

KINDS = ("curves", "gauges", "cells")
TEXT = bench_text("success_board")

TONES = {
    "all": "good",
    "none": "warn",
    "unjudged": "open",
    "more favourable": "good",
    "less favourable": "warn",
    "mixed": "caution",
}

#: where a condition that holds, fails or stays open stands on a slider: at an end, or midway
PLACE_OF = {True: 1.0, False: 0.0, None: 0.5}

GATES = ("mutual_destruction", "ideology_managed")
GATE_ANSWERS = {"yes": True, "no": False, "open": None}


def view(values: Values) -> View:
    """Draw the bench.

    Parameters
    ----------
    values
        A full set of checked values, see ``success_board.toml``.
    """
    found = prospects(_situation(values))
    drawings = [
        success_drawing(values, found),
        conflict_drawing(values, found),
        conditions_drawing(found),
        gates_drawing(values),
        effects_drawing(values),
    ]
    # the figure that is looked at leads; the others keep their order
    drawings.sort(key=lambda drawing: drawing.name != values["look"])
    return View(_finding(values, found), tuple(drawings))


def pick(values: Values, what: str, key: str) -> Mapping[str, Any]:
    """Go on with a chosen condition (holds, fails, left open), or set a chosen pair of gates."""
    if what == "conditions" and key in CONDITIONS:
        held, unjudged = set(values["held"]), set(values["unjudged"])
        if key in unjudged:
            unjudged.remove(key)
            held.add(key)
        elif key in held:
            held.remove(key)
        else:
            unjudged.add(key)
        return {"set": {"held": sorted(held), "unjudged": sorted(unjudged)}}
    parts = key.split(" ")
    if what == "gates" and len(parts) == len(GATES) and set(parts) <= set(GATE_ANSWERS):
        answers = (GATE_ANSWERS[part] for part in parts)
        return {"set": dict(zip(GATES, answers, strict=True))}
    return {}


def _situation(values: Values) -> Situation:
    holds = {
        name: None if name in values["unjudged"] else name in values["held"] for name in CONDITIONS
    }
    # the theory knows the threat and not its absence
    given: dict[str, Any] = {"threat": 1.0 - PLACE_OF[holds.pop("low_threat")]}
    for name, answer in holds.items():
        given[name] = PLACE_OF[answer] if parameters()[name].kind == "slider" else answer
    return Situation(**given)


def _finding(values: Values, found: Prospects) -> Finding:
    risk = conflict_risk(values["rivalry"], values["ambition"], least=values["least"])
    high = risk_level(risk) == "high"
    state = state_of(found)
    gates = tuple(values[name] for name in GATES)
    balancing = values["institutional_balancing"]
    change = transition(values["moderation"], values["other_moderation"], crisis=values["crisis"])
    headline = TEXT.word("headline_conflict" if high else "headline", state)
    tone = "alarm" if high else TONES[state]
    summary = granted_of(*gates)
    if values["succeeded"] is not None:
        summary = "worked" if values["succeeded"] else "failed"
        headline, tone = TEXT.word("headline_attempt", summary), "calm"
    attempt = outcome_reasons(values["succeeded"], values["sanctions"] is True)
    return Finding(
        headline=headline,
        kicker=TEXT.word("kicker"),
        summary=TEXT.word("summary", summary),
        tone=tone,
        reasons=(
            *attempt,
            *prospect_reasons(found),
            conflict_reason(values["rivalry"], values["ambition"], values["least"]),
            *good_effects(balancing, *gates).reasons,
            *gate_reasons(*gates),
        ),
        open=ask("effect on order"),
        notes=(
            harm_reason(values["escalation"], values["mismanagement"]),
            *change.reasons,
        ),
        tensions=_tensions(values, high),
    )


def _tensions(values: Values, high: bool) -> tuple[str, ...]:
    met = []
    if high:
        met.append("E59")
    if values["succeeded"] is not None:
        met.append("E60")
    if values["succeeded"] is False:
        # the League is soft balancing in an era of hard balancing
        met.append("E57")
    if any(values[name] is not True for name in GATES):
        met.append("E67")
    return tuple(met)
