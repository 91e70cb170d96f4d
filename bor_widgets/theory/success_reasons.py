"""What is said of success, of conflict, and of the side effects, told as reasons."""

from __future__ import annotations

from typing import Any

from bor_widgets.situation import Situation
from bor_widgets.theory.arithmetic import leaning
from bor_widgets.theory.externalities import HARMS, harm, harms_within_reach
from bor_widgets.theory.provenance import Reason, phrase
from bor_widgets.theory.soft_balancing import define, is_strategy
from bor_widgets.theory.soft_motives import uses_of_sanctions
from bor_widgets.theory.success import CONDITIONS, Prospects, conflict_risk, positive_externalities

#: from where and up to where a risk is told as high or low (ours)
HIGH_RISK, LOW_RISK = 0.7, 0.3

#: an attempt that meets the definition: what it is does not depend on whether it worked
ATTEMPT = {
    "instruments": ("institutions",),
    "concerted": True,
    "deliberate": True,
    "sustained": True,
    "delegitimising": True,
}


def prospect_reasons(found: Prospects) -> tuple[Reason, ...]:
    """Say what the seven conditions promise (S15) and what they do not (S16)."""
    if found.open == len(CONDITIONS):
        return (Reason("S15", "none_judged"), Reason("S16", "some"))
    key = {"more favourable": "more", "less favourable": "less", "mixed": "mixed"}[found.outlook]
    count = {"count": found.count}
    bound = (
        "all"
        if found.count == len(CONDITIONS)
        else "none"
        if not found.count and not found.open
        else "some"
    )
    return (Reason("S15", key, count), Reason("S16", bound))


def risk_level(risk: float) -> str:
    """Name a risk of conflict: ``"high"``, ``"some"`` or ``"low"``; the cut points are ours."""
    return "high" if risk >= HIGH_RISK else "low" if risk <= LOW_RISK else "some"


def conflict_reason(rivalry: float, ambition: float, least: float) -> Reason:
    """Say whether soft balancing may end in conflict (S17); all three 0..1 on our scale."""
    level = risk_level(conflict_risk(rivalry, ambition, least=least))
    return Reason("S17", "high" if level == "high" else "low" if level == "low" else "some")


def gate_reasons(mutual_destruction: Any, ideology_managed: Any) -> tuple[Reason, ...]:
    """Say which of the two conditions of the good side effects fails, if any (S30)."""
    granted = positive_externalities(mutual_destruction, ideology_managed)
    if granted > 0:
        return (Reason("S30", "both"),)
    if granted == 0:
        return (Reason("S30", "open"),)
    reasons = []
    if leaning(mutual_destruction) < 0:
        reasons.append(Reason("S30", "no_deterrence"))
    if leaning(ideology_managed) < 0:
        reasons.append(Reason("S30", "no_management"))
    return tuple(reasons)


def harms_of(escalation: float, mismanagement: float) -> tuple[str, ...]:
    """Name the bad side effects within reach (S32), in words; both 0..1 on our scale."""
    reached = harms_within_reach(harm(escalation, mismanagement))
    return tuple(phrase("harm", name) for name in HARMS[:reached])


def harm_reason(escalation: float, mismanagement: float) -> Reason:
    """Say what badly managed competition could bring (S32); both 0..1 on our scale."""
    told = harms_of(escalation, mismanagement)
    return Reason("S32", "within", {"harms": ", ".join(told)}) if told else Reason("S32", "none")


def outcome_reasons(succeeded: bool | None, sanctions: bool) -> tuple[Reason, ...]:
    """Say what success and failure do to the name of strategy (S49), and what sanctions are for.

    Parameters
    ----------
    succeeded
        Whether the attempt worked; None where that is not asked.
    sanctions
        Whether sanctions are among its means (S50).
    """
    reasons = []
    if succeeded is not None and is_strategy(define(Situation(**ATTEMPT)), succeeded):
        reasons.append(Reason("S49", "worked" if succeeded else "failed"))
    if uses_of_sanctions(sanctions):
        reasons.append(Reason("S50"))
    return tuple(reasons)
