"""What is said of an act of soft balancing, and of a threat, beside the definition test."""

from __future__ import annotations

from typing import Any

from bor_widgets.situation import Situation
from bor_widgets.theory.arithmetic import leaning
from bor_widgets.theory.provenance import Reason
from bor_widgets.theory.soft_balancing import Definition, Target, is_strategy
from bor_widgets.theory.soft_balancing_views import View, friction_debate, next_stage, supplements
from bor_widgets.theory.soft_motives import (
    common_thread,
    cost_of_hard_means,
    meant_to_avoid,
    uses_of_sanctions,
)
from bor_widgets.theory.soft_or_hard import after_invasion


def target_reasons(
    definition: Definition, target: Target, perceived_threat: bool
) -> tuple[Reason, ...]:
    """Say why an unusual target is admitted (S11, S20); a refused one has its own reason."""
    if "threat" in definition.missing:
        return ()
    if target == "ally" and perceived_threat:
        return (Reason("S11", "ally"),)
    return (Reason("S20", "institution"),) if target == "institution" else ()


def act_reasons(
    s: Situation, definition: Definition, perceived_threat: Any, succeeded: bool | None
) -> tuple[Reason, ...]:
    """Say what else the paper tells of such an act (S49, S50, S54, S56, S65).

    Parameters
    ----------
    s
        The act.
    definition
        The outcome of its test.
    perceived_threat
        Whether the target is perceived as a threat (yes, no, open).
    succeeded
        Whether it worked, where that is known; success decides nothing (S49).
    """
    reasons = []
    if uses_of_sanctions("sanctions" in s.instruments):
        reasons.append(Reason("S50"))
    reasons += friction_debate(s).reasons
    if leaning(s.military_means) > 0:
        reasons.append(supplements("balancing")[1])
    if common_thread(perceived_threat, s.military_means) > 0:
        reasons.append(Reason("S65"))
    if succeeded is not None and is_strategy(definition, succeeded):
        reasons.append(Reason("S49", "worked" if succeeded else "failed"))
    return tuple(reasons)


def threat_reasons(
    existential: bool, interdependence: float, invaded: bool | None, view: View | None
) -> tuple[Reason, ...]:
    """Say what else speaks for soft or hard means (S09, S13, S57, S62).

    Parameters
    ----------
    existential
        Whether survival is at stake.
    interdependence
        How deeply the economies depend on each other, 0..1 on our scale.
    invaded
        Whether escalation ended in an invasion; None where nothing of the kind happened.
    view
        How soft balancing is seen, None where no view is taken.
    """
    reasons = []
    if meant_to_avoid("soft", existential):
        reasons.append(Reason("S09"))
    dearer = cost_of_hard_means(interdependence) > cost_of_hard_means(0.0)
    reasons.append(Reason("S57", "dearer" if dearer else "no_trade"))
    if invaded is not None:
        hard = after_invasion(invaded) == "hard dominant"
        reasons.append(Reason("S13", "invaded" if hard else "before"))
    if view is not None:
        reasons.append(next_stage(view)[1])
    return tuple(reasons)
