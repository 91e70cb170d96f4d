"""Who balances softly, where, and through what: the findings told as reasons."""

from __future__ import annotations

from bor_widgets.theory.governance_model import binding
from bor_widgets.theory.institutional_balancing import attraction
from bor_widgets.theory.norm_building import legitimacy_of_outside_support
from bor_widgets.theory.provenance import OpenQuestion, Reason
from bor_widgets.theory.regions_and_world import (
    ActorClass,
    direct_response,
    interact,
    regional_weight,
    tendency,
    tilt,
)


def actor_reasons(actor_class: ActorClass | None, soft_balancing: float) -> tuple[Reason, ...]:
    """Say what a class of state tends to do, and what it can prevent (S22, S23).

    Parameters
    ----------
    actor_class
        ``"great"``, ``"rising"``, ``"middle"``, ``"small"``, or None where it is open.
    soft_balancing
        How strongly secondary states balance softly, 0..1 on our scale.
    """
    if actor_class is None:
        return ()
    reasons = list(tendency(actor_class).reasons)
    if actor_class != "great" and direct_response(1.0, soft_balancing) < 1.0:
        reasons.append(Reason("S23"))
    return tuple(reasons)


def region_reasons(
    interdependence: float, institutions: float, norms: float, retrenchment: float
) -> tuple[Reason, ...]:
    """Say what tilts a region to soft tools, and what regions weigh (S24, S25, S26).

    All four are numbers from 0 to 1 on our scale.
    """
    value = tilt(interdependence, institutions, norms)
    tilted = "towards" if value > 0.5 else "away" if value < 0.5 else "even"
    reasons = [Reason("S24", tilted)]
    if interact(1.0, 0.0)[1] > 0 and interact(0.0, 1.0)[0] > 0:
        reasons.append(Reason("S25"))
    if regional_weight(retrenchment) > regional_weight(0.0):
        reasons.append(Reason("S26"))
    return tuple(reasons)


def means_reasons(
    legitimacy: float, low_cost: float, flexibility: float, rival_norm: float
) -> tuple[tuple[Reason, ...], tuple[OpenQuestion, ...]]:
    """Say what draws states to institutions and norms, and what stays open (S18, S58, S19).

    All four are numbers from 0 to 1 on our scale.
    """
    drawn = attraction(legitimacy, low_cost, flexibility)
    reasons = [Reason("S18", "some" if drawn.value > 0 else "none")]
    if legitimacy_of_outside_support(rival_norm) < legitimacy_of_outside_support(0.0):
        reasons.append(Reason("S58"))
    return tuple(reasons), (*drawn.open, OpenQuestion("S64"))


def binding_reasons(norms: float, rules: float, procedures: float) -> tuple[Reason, ...]:
    """Say whether members of an institution bind one another (S55)."""
    return (Reason("S55"),) if binding(norms, rules, procedures) > 0 else ()
