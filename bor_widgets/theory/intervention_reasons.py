"""The findings on an intervention told as reasons: consent, the dilemma, sides, talks, claims."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.aims_of_intervention import fitted_to_each_case
from bor_widgets.theory.claims_at_risk import no_expansion_stands, no_sphere_stands
from bor_widgets.theory.intervention import Approval, Feeling, consent, dilemma, side_taken
from bor_widgets.theory.negotiation import after_recognition, next_estimate
from bor_widgets.theory.provenance import OpenQuestion, Reason
from bor_widgets.theory.symbolic_force import region_is
from bor_widgets.theory.third_party import third_nation

#: how a feeling stands on the scale of ties, -1 (enemy) .. 1 (friend), our scale
TIE_OF: dict[Feeling, float] = {"enemy": -1.0, "neutral": 0.0, "friend": 1.0}


def consent_reasons(approval: Approval, stake: float) -> tuple[Reason, ...]:
    """Say why consent is possible, withheld or not spoken of (R107), and what has no part (R108).

    Parameters
    ----------
    approval
        What the regional organisation says.
    stake
        Stake in energy or trade, 0..1 on our scale; told only where there is one.
    """
    found = consent(approval, stake)
    answer = {"possible": "approved", "withheld": "not_approved", "text silent": "silent"}[found]
    reasons = [Reason("R107", answer)]
    if stake > 0.0 and found == consent(approval, 0.0):
        reasons.append(Reason("R108", "no_effect"))
    return tuple(reasons)


def consent_open(approval: Approval) -> tuple[OpenQuestion, ...]:
    """Say what is not said about consent, if anything."""
    return (OpenQuestion("R107"),) if consent(approval) == "text silent" else ()


def dilemma_reasons(push: float, pull_back: float) -> tuple[Reason, ...]:
    """Say how a demand to intervene is weighed (R100, R105, R106); both 0..1 on our scale."""
    support = dilemma(push, pull_back).support
    weighs = "more_for" if support > 0.5 else "more_against" if support < 0.5 else "even"
    return (Reason("R105"), Reason("R106"), Reason("R100", weighs))


def side_reasons(
    intervener: Feeling, target: Feeling
) -> tuple[tuple[Reason, ...], tuple[OpenQuestion, ...]]:
    """Say what the report on friends and enemies tells of this pair, or that it tells nothing."""
    side = side_taken(intervener, target)
    if side == "not specified":
        return (), (OpenQuestion("R113"),)
    return (Reason("R113", side),), ()


def third_nation_reasons(intervener: Feeling, target: Feeling) -> tuple[Reason, ...]:
    """Say how a state between the two stands (R109), and what each good tie encourages (R110)."""
    stand = third_nation(TIE_OF[intervener], TIE_OF[target])
    reasons = [Reason("R109")] if stand.enforces < 0 else []
    if stand.concessions > 0.0:
        reasons.append(Reason("R110", "concessions"))
    if stand.respect > 0.0:
        reasons.append(Reason("R110", "respect"))
    return tuple(reasons)


def talks_reason(estimate: float, hint: float) -> Reason:
    """Say what one round of talks does to the estimate of a tie (R111); both 0..1."""
    after = next_estimate(estimate, hint)
    heard = "steadier" if after > estimate else "shakier" if after < estimate else "as_before"
    return Reason("R111", heard)


def fit_reason(here: float, elsewhere: float) -> Reason:
    """Say whether two cases are handled each in its own way (R112); support 0..1, our scale."""
    fitted = fitted_to_each_case([here, elsewhere]) > 0
    return Reason("R112", "fitted" if fitted else "one_pattern")


def region_reasons_of(china_strength: float) -> tuple[Reason, ...]:
    """Say how East Asia was by China's strength (R118), -1 weak .. 1 strong; else nothing."""
    known = region_is(china_strength)
    if known == "not said":
        return ()
    return (Reason("R118", "strong" if known == "stable" else "weak"),)


def recognition_reasons(risk: float, earliness: float) -> tuple[Reason, ...]:
    """Say what an early recognition does to a crisis elsewhere (R119); both 0..1, our scale."""
    eased = after_recognition(risk, earliness).risk < risk
    return (Reason("R119", "dissolves"),) if eased else ()


def claim_reasons(
    pressure: float, sphere: Any, seeks_security: Any, expands: Any
) -> tuple[Reason, ...]:
    """Say whether two claims that events can test still stand (R120, R122); untested: nothing.

    Parameters
    ----------
    pressure
        Outside pressure on the rising power, 0..1 on our scale.
    sphere, seeks_security, expands
        Whether it sets up a sphere, seeks security, and widens its influence by it (yes,
        no, open).
    """
    reasons = []
    no_sphere = no_sphere_stands(pressure, sphere)
    if no_sphere:
        reasons.append(Reason("R120", "stands" if no_sphere > 0 else "against"))
    no_expansion = no_expansion_stands(seeks_security, expands)
    if no_expansion:
        reasons.append(Reason("R122", "stands" if no_expansion > 0 else "against"))
    return tuple(reasons)
