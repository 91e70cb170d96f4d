"""What an intervention is for, and whether that speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bor_widgets.theory.arithmetic import Leaning, Number, all_of, any_of, where
from bor_widgets.theory.checks import criterion, one_of, within
from bor_widgets.theory.generalised_principles import generalised
from bor_widgets.theory.provenance import Reason, computes

Purpose = Literal["transform", "restore", "none"]
PURPOSES: tuple[Purpose, ...] = ("transform", "restore", "none")
Measure = Literal["sanctions", "military intervention", "none"]
MEASURES: tuple[Measure, ...] = ("sanctions", "military intervention", "none")


@computes("R101")
def leave_alone(operating_authority: Any, other_settlement: Any) -> Leaning:
    """Whether to refrain from bringing others into line.

    Yes where an authority operates or differences can be settled in another way (P0
    L335-341, R101: "in theory"). Where neither is so, the paper does not say that one
    should step in.

    Parameters
    ----------
    operating_authority, other_settlement
        Whether there is a working authority, and another means (yes, no, open).

    Returns
    -------
    +1 refrain, 0 open or not said.
    """
    either = any_of(
        criterion("operating_authority", operating_authority),
        criterion("other_settlement", other_settlement),
    )
    return where(either > 0, 1, 0)


@computes("R102")
def aim_is_admissible(aim: Purpose, target_decides: Any) -> Leaning:
    """Whether an intervention meets the doctrine: no remaking, and the target decides.

    It should not aim to transform values or institutions, and the target decides what
    suits it, whatever outside standards say (P0 L317-325, R102; doctrine named by Shih and
    Huang). A condition that is met, not a call to intervene.

    Parameters
    ----------
    aim
        ``"transform"``, ``"restore"`` or ``"none"``.
    target_decides
        Whether the target decides for itself (yes, no, open).

    Returns
    -------
    +1 met, 0 open, -1 not.
    """
    keeps_hands_off = -1 if one_of("aim", aim, PURPOSES) == "transform" else 1
    return all_of(keeps_hands_off, criterion("target_decides", target_decides))


@computes("R103")
def security_after_force(
    security: Number, force: Number, aim: Purpose, loss: float = 0.5
) -> Number:
    """Return what is left of faith in relational security, 0..1 on our scale.

    Force that intervenes in the name of global governance, to transform, threatens it (P0
    L880-884, R103; said about China). Of other aims this sentence does not speak, so they
    take nothing here. The form is ours.

    Parameters
    ----------
    security
        Relational security before, 0..1 on our scale.
    force
        How much force is used, 0..1 on our scale.
    aim
        What it is for.
    loss
        Share that full force takes, 0..1 (ours).
    """
    within("security", security, 0.0, 1.0)
    within("force", force, 0.0, 1.0)
    within("loss", loss, 0.0, 1.0)
    weighs = loss if one_of("aim", aim, PURPOSES) == "transform" else 0.0
    return security * (1.0 - weighs * force)


@computes("R104")
def stance_on(measure: Measure, on_third_state: Any) -> Leaning:
    """Whether a measure against another state tends to be opposed.

    Sanctions and military intervention against others disrupt ties and leave the future
    regime without a perspective (P0 L764-769, R104: "tends to"; said about China). In a
    dispute of its own the paper has China use limited sanctions (P0 L116-122, E11), so
    there it stays open.

    Parameters
    ----------
    measure
        ``"sanctions"``, ``"military intervention"`` or ``"none"``.
    on_third_state
        Whether it is directed at a third state, not at a partner of one's own dispute
        (yes, no, open).

    Returns
    -------
    -1 tends to oppose, 0 not said.
    """
    used = one_of("measure", measure, MEASURES) != "none"
    return where(criterion("on_third_state", on_third_state) > 0, -1 if used else 0, 0)


@computes("R121")
def supports_planting(plants: Any, values_stability: Any) -> Leaning:
    """Whether an intervention is supported that plants an ideology or raises a regime type.

    Not by a state that values stable ties (P0 L278-286, R121, reported from Wang and
    Rosenau; the paper finds the view too idealist, P0 L299-307).

    Parameters
    ----------
    plants
        Whether it is designed to plant an ideology or raise a type of regime.
    values_stability
        Whether the state values stable ties. Each yes, no, or open.

    Returns
    -------
    -1 not supported, 0 not said.
    """
    both = all_of(criterion("plants", plants), criterion("values_stability", values_stability))
    return where(both > 0, -1, 0)


@computes("R112")
def fitted_to_each_case(treatments: Sequence[float]) -> Leaning:
    """Whether interventions are individual, as balance of relationships asks.

    They have to be highly individual and fitted to their context (P0 L1616-1618, R112). The
    test is ours: not all cases are handled alike.

    Parameters
    ----------
    treatments
        How strongly each case was intervened in, 0..1 on our scale; at least one.

    Returns
    -------
    +1 individual, -1 one pattern for all, 0 open (one case shows no pattern).
    """
    return -generalised(treatments)


@dataclass(frozen=True, slots=True)
class InterventionReading:
    """What speaks against an intervention.

    Attributes
    ----------
    against
        Ids of the rules that speak against it.
    reasons
        The findings, also where nothing is said against it.
    """

    against: tuple[str, ...]
    reasons: tuple[Reason, ...]


def read_intervention(
    aim: Purpose,
    measure: Measure,
    *,
    on_third_state: Any = True,
    operating_authority: Any = None,
    other_settlement: Any = None,
    target_decides: Any = None,
    values_stability: Any = True,
) -> InterventionReading:
    """Collect what the doctrine says against an intervention (R101-R104, R121).

    Parameters are those of the single rules; an aim to transform counts as planting.
    """
    reasons, against = [], []
    if leave_alone(operating_authority, other_settlement) > 0:
        against.append("R101")
        reasons.append(Reason("R101"))
    fits = aim_is_admissible(aim, target_decides)
    if fits < 0:
        against.append("R102")
        reasons.append(Reason("R102", "transforms" if aim == "transform" else "decided_outside"))
    else:
        reasons.append(Reason("R102", "met" if fits > 0 else "open"))
    if aim == "transform" and measure == "military intervention":
        against.append("R103")
        reasons.append(Reason("R103"))
    if stance_on(measure, on_third_state) < 0:
        against.append("R104")
        reasons.append(Reason("R104"))
    elif measure != "none":
        reasons.append(Reason("R104", "own_dispute"))
    if supports_planting(aim == "transform", values_stability) < 0:
        against.append("R121")
        reasons.append(Reason("R121"))
    return InterventionReading(tuple(against), tuple(reasons))
