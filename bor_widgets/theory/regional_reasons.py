"""Soft balancing with regional characteristics: the findings of four regions told as reasons."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.checks import within
from bor_widgets.theory.externalities import Transition, good_effects
from bor_widgets.theory.governance_model import perceived_interest, renegotiation
from bor_widgets.theory.institutional_balancing import form, influence
from bor_widgets.theory.layering import focal_strength
from bor_widgets.theory.norm_building import intervention_left, norm_strength
from bor_widgets.theory.provenance import OpenQuestion, Reason
from bor_widgets.theory.success_reasons import gate_reasons, harm_reason
from bor_widgets.theory.two_levels import Level, after_shock, gains, repertoire, use


def inside_reasons(
    own: float, expected: float, institutions: float, treaty_revision: Any, long_crisis: Any
) -> tuple[Reason, ...]:
    """Say what a dense organisation does to its members (S42, S43).

    Parameters
    ----------
    own, expected
        A member's interest as it would see it alone, and what rules and practices lead it
        to expect, -1..1 on our scale.
    institutions
        How dense the institutions are, 0..1 on our scale.
    treaty_revision, long_crisis
        Whether there is one (yes, no, open).
    """
    moved = perceived_interest(own, expected, institutions) != own
    code = renegotiation(treaty_revision, long_crisis)
    occasion = "likely" if code > 0 else "quiet" if code < 0 else "open"
    return (Reason("S42", "embedded" if moved else "unmoved"), Reason("S43", occasion))


def rivalry_reasons(
    balancing: float,
    mutual_destruction: Any,
    ideology_managed: Any,
    escalation: float,
    mismanagement: float,
) -> tuple[Reason, ...]:
    """Say what two great powers that balance through institutions bring about (S29, S30, S32).

    The three amounts are numbers from 0 to 1 on our scale; the two conditions take yes,
    no or open.
    """
    granted = good_effects(balancing, mutual_destruction, ideology_managed)
    return (
        *granted.reasons,
        *gate_reasons(mutual_destruction, ideology_managed),
        harm_reason(escalation, mismanagement),
    )


def form_reasons(target_inside: Any) -> tuple[Reason, ...]:
    """Name the form of institutional balancing towards a target (S60; yes, no, open)."""
    return (Reason("S60", f"{form(target_inside)}"),)


def order_reasons(told: Transition) -> tuple[tuple[Reason, ...], tuple[OpenQuestion, ...]]:
    """Say what is claimed of a change of order, and what is only asked (S31, S28)."""
    return told.reasons, (OpenQuestion("S28"),)


def level_reasons(
    level: Level, soft_balancing: float, shock: bool
) -> tuple[tuple[Reason, ...], tuple[OpenQuestion, ...]]:
    """Say how a level of central Asia balances softly, and what stays open (S33-S35, S37, S67).

    Parameters
    ----------
    level
        ``"great"`` or ``"regional"``.
    soft_balancing
        How much regional powers balance softly, 0..1 on our scale.
    shock
        Whether an outside shock is looked at.
    """
    means = repertoire(level)
    reasons = [
        Reason("S33") if level == "great" else Reason("S34", values={"count": len(means)}),
        use(level)[1],
    ]
    if level == "regional":
        reasons.append(
            Reason("S37", "some" if gains(soft_balancing).autonomy_and_security else "none")
        )
    return tuple(reasons), after_shock(shock)[1]


def mix_reasons(balancing: float, non_balancing: float) -> tuple[Reason, ...]:
    """Say what a mix of initiatives does to a group, 0..1 on our scale each (S41)."""
    alone = focal_strength(balancing, 0.0) + focal_strength(0.0, non_balancing)
    mixed = focal_strength(balancing, non_balancing) > alone
    return (Reason("S41", "mixed" if mixed else "unmixed"),)


def norm_reasons(
    support: float, years: float, enforcement: float, forum_use: float
) -> tuple[Reason, ...]:
    """Say what norms and forums do for weaker states and over time (S46, S59, S61).

    Parameters
    ----------
    support
        How far weaker states support a norm together, 0..1 on our scale.
    years
        Age of the norm, from 0.
    enforcement
        How strictly it is enforced, 0..1 on our scale.
    forum_use
        How much a state uses multilateral forums, 0..1 on our scale.

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("support", support, 0.0, 1.0)
    reasons = []
    if intervention_left(1.0, support, years) < 1.0:
        reasons.append(Reason("S46"))
    if norm_strength(years, enforcement) > norm_strength(0.0, enforcement):
        reasons.append(Reason("S59"))
    if influence(0.0, forum_use) > 0.0:
        reasons.append(Reason("S61"))
    return tuple(reasons)


def organisation_questions() -> tuple[OpenQuestion, ...]:
    """Return what stays open of every organisation used for soft balancing (S64, S66)."""
    return (OpenQuestion("S64"), OpenQuestion("S66"))
