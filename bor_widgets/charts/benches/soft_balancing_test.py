"""Is it soft balancing? (L09): a test of acts, two strands over a threat, eras, and places.

Rules S01-S14, S18-S27, S47-S51, S53-S58, S62, S64, S65; tensions E50-E58, E60-E63.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.charts.benches.soft_acts import (
    TEXT,
    acts,
    checklist,
    loaded,
    situation_of,
    tested,
)
from bor_widgets.charts.benches.soft_threat import (
    four_reasons,
    marks_of,
    strands,
    verdict_of,
)
from bor_widgets.charts.benches.soft_years import era_state, eras, region
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.theory import Reason, ask
from bor_widgets.theory.place_reasons import actor_reasons, means_reasons, region_reasons
from bor_widgets.theory.regions_and_world import tendency
from bor_widgets.theory.soft_balancing import Definition
from bor_widgets.theory.soft_reasons import act_reasons, target_reasons, threat_reasons
from bor_widgets.theory.strands import level_of, strand_reasons
from bor_widgets.theory.year_reasons import year_reasons

KINDS = ("cells", "curves", "gauges", "timeline")

__all__ = ["KINDS", "TEXT", "pick", "view"]

ACT_TONES = {
    "soft balancing": "good",
    "complement": "good",
    "not soft balancing": "warn",
    "open": "open",
}
THREAT_TONES = {"none": "calm", "soft": "good", "hard": "alarm", "contested": "caution"}
ERA_TONES = {
    "favourable": "good",
    "mixed": "caution",
    "hard": "alarm",
    "edge": "caution",
    "none": "open",
}


def view(values: Values) -> View:
    """Draw the bench: the view that is looked at, with the drawing next to it.

    Parameters
    ----------
    values
        A full set of checked values, see ``soft_balancing_test.toml``.
    """
    match values["look"]:
        case "threat":
            return View(_threat_finding(values), (strands(values), four_reasons(values)))
        case "years":
            return View(_year_finding(values), (eras(values),))
        case "places":
            return View(_place_finding(values), (region(values),))
    definition = tested(values)
    return View(_act_finding(values, definition), (checklist(values, definition), acts(values)))


def pick(values: Values, what: str, key: str) -> Mapping[str, Any]:
    """Change the answer to a criterion, or load one of the acts."""
    if what == "acts":
        return {"set": loaded(key)}
    if what != "test":
        return {}
    match key:
        case "instruments":
            return {"set": {"instruments": [] if values["instruments"] else ["sanctions"]}}
        case "threat":
            return {"set": {"perceived": "yes" if values["perceived"] == "no" else "no"}}
        case "not_retribution":
            # said retribution is what counts; a no and an open answer read alike
            return {"set": {"retributive": values["retributive"] is not True}}
    following = {None: True, True: False, False: None}
    return {"set": {key: following[values[key]]}}


def _act_finding(values: Values, definition: Definition) -> Finding:
    names = TEXT.words["criterion"]
    label = definition.label
    headline = label
    if "not_retribution" in definition.missing:
        # the paper says "not necessarily", and so does the headline
        headline = "not_necessarily"
    listed = definition.missing or definition.unsaid
    key = {"soft balancing": "met", "complement": "complement"}.get(
        label, "missing" if definition.missing else "open"
    )
    perceived = values["perceived"] == "yes"
    s = situation_of(values)
    return Finding(
        headline=TEXT.word("headline", headline),
        kicker=TEXT.word("kicker", values["look"]),
        summary=TEXT.word("summary", key, names=", ".join(names[name] for name in listed)),
        tone=ACT_TONES[label],
        reasons=(*definition.reasons, *target_reasons(definition, values["target"], perceived)),
        notes=act_reasons(s, definition, perceived, values["succeeded"]),
        tensions=_act_tensions(values, definition),
    )


def _act_tensions(values: Values, definition: Definition) -> tuple[str, ...]:
    met = []
    if "not_retribution" in definition.missing and "sanctions" in values["instruments"]:
        met.append("E53")
    if "threat" in definition.missing:
        met.append("E52")
    if definition.label == "complement":
        met.append("E56")
    if "limited_alignment" in values["instruments"] and values["military"] is None:
        met.append("E55")
    if values["succeeded"] is not None:
        met.append("E60")
    if values["target"] == "institution":
        met.append("E62")
    if "concerted" in definition.missing:
        met.append("E63")
    return tuple(met)


def _threat_finding(values: Values) -> Finding:
    verdict = verdict_of(values)
    marks = marks_of(values)
    level = level_of(values["threat"], marks)
    return Finding(
        headline=TEXT.word("threat", f"headline_{verdict.label}"),
        kicker=TEXT.word("kicker", values["look"]),
        summary=TEXT.word("threat", f"summary_{verdict.label}"),
        tone=THREAT_TONES[verdict.label],
        reasons=(*verdict.reasons, *strand_reasons(values["threat"], marks)),
        open=(*ask("interaction of the four reasons"), *verdict.open),
        notes=threat_reasons(
            level == "existential",
            values["interdependence"],
            values["invaded"],
            values["seen_as"],
        ),
        tensions=("E50", "E58") if values["seen_as"] is None else ("E50", "E56"),
    )


def _year_finding(values: Values) -> Finding:
    state, _ = era_state(values["year"])
    met = ["E57"] if state == "hard" else []
    if values["year"] >= 2010:
        met.append("E61")
    return Finding(
        headline=TEXT.word("years", f"headline_{state}"),
        kicker=TEXT.word("kicker", values["look"]),
        summary=TEXT.word("years", "summary"),
        tone=ERA_TONES[state],
        reasons=year_reasons(values["year"]),
        tensions=tuple(met),
    )


def _place_finding(values: Values) -> Finding:
    said = values["actor"] is not None and tendency(values["actor"]).label != "not said"
    state = "region" if said else "not_said"
    drawn, unsaid = means_reasons(
        values["legitimacy"], values["cheap"], values["flexible"], values["rival_norm"]
    )
    reasons: tuple[Reason, ...] = (
        *actor_reasons(values["actor"], 1.0),
        *region_reasons(
            values["interdependence"],
            values["region_institutions"],
            values["region_norms"],
            values["retreat"],
        ),
    )
    return Finding(
        headline=TEXT.word("places", f"headline_{state}"),
        kicker=TEXT.word("kicker", values["look"]),
        summary=TEXT.word("places", f"summary_{state}"),
        tone="good" if said else "open",
        reasons=reasons,
        notes=drawn,
        open=unsaid,
        tensions=("E51",),
    )
