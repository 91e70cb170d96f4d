"""What a web of ties comes to beside its gauges, told as reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bor_widgets.theory.claims_at_risk import seeks_stable_tie
from bor_widgets.theory.containment import STABLE, interference_threat, tie_after_compliance
from bor_widgets.theory.lens_expectations import LENSES, Lens
from bor_widgets.theory.multilateral_frame import (
    Frame,
    frame_order,
    practised_idea,
    renews_hierarchy,
)
from bor_widgets.theory.provenance import OpenQuestion, Reason
from bor_widgets.theory.revisionists import security_under_zeal
from bor_widgets.theory.third_party import side_has_to_be_chosen


def compliance_claims(
    ties: Sequence[float], must_choose: Sequence[Any], complies: Any
) -> tuple[Reason | OpenQuestion, ...]:
    """Say what a hegemon's request does to the ties of the neighbours that comply (R78).

    Parameters
    ----------
    ties
        Tie of each neighbour with us, -1..1 on our scale.
    must_choose
        For each neighbour, whether it is forced to take sides (yes, no, open).
    complies
        Whether they do what the hegemon asks (yes, no, open).

    Returns
    -------
    Nothing where nobody complies; else what stays as it is, and what is not said.
    """
    if not complies:
        return ()
    after = [
        tie_after_compliance(tie, complies, forced)
        for tie, forced in zip(ties, must_choose, strict=True)
    ]
    told: list[Reason | OpenQuestion] = []
    if any(tie is not None for tie in after):
        told.append(Reason("R78", "unchanged"))
    if any(tie is None for tie in after):
        told.append(OpenQuestion("R78"))
    return tuple(told)


def web_reasons(
    mine: Sequence[float], others: Sequence[float], pressure: float, stable: float = STABLE
) -> tuple[Reason, ...]:
    """Say what one's own ties do to interference, and what stable ties keep (R76, R82).

    Parameters
    ----------
    mine, others
        One's own ties, and those of the other pairs, -1..1 on our scale.
    pressure
        Global pressure to become uniform, 0..1 on our scale.
    stable
        Strength from which a tie counts as stable (ours).
    """
    reasons = []
    if interference_threat(pressure, mine) < pressure:
        reasons.append(Reason("R76"))
    if any(tie >= stable for tie in (*mine, *others)):
        reasons.append(Reason("R82"))
    return tuple(reasons)


def frame_reasons(lens: Lens, frame: Frame, patterns: Sequence[float]) -> tuple[Reason, ...]:
    """Say which frame comes first, and what a frame of pairs allows (R70, R86, R90).

    Parameters
    ----------
    lens
        ``"balance of relationships"`` or ``"balance of power"``.
    frame
        ``"bilateral"``, ``"multi-bilateral"`` or ``"multilateral"``.
    patterns
        How each partner is treated, 0..1 on our scale; fewer than two say nothing of sides.
    """
    reasons = []
    follows = lens == LENSES[0]
    if frame_order(lens)[0] == "bilateral":
        reasons.append(Reason("R70"))
    if len(patterns) > 1 and side_has_to_be_chosen(min(patterns), max(patterns), follows) < 0:
        reasons.append(Reason("R86"))
    if renews_hierarchy(frame) > 0:
        reasons.append(Reason("R90"))
    return tuple(reasons)


def zeal_reasons(zeal: float, destroys_wrong_tie: Any) -> tuple[Reason, ...]:
    """Say what zeal for justice does to relational security (R75).

    Parameters
    ----------
    zeal
        Zeal for justice, 0..1 on our scale; without any, nothing is said.
    destroys_wrong_tie
        Whether the purpose is to destroy a wrong tie (yes, no, open).
    """
    if zeal <= 0.0:
        return ()
    _, dangerous = security_under_zeal(1.0, zeal, destroys_wrong_tie)
    if dangerous > 0:
        return (Reason("R75", "dangerous"),)
    return (Reason("R75", "open" if destroys_wrong_tie is None else "exception"),)


def practice_reasons(shared: float, practice: float, capability: float) -> tuple[Reason, ...]:
    """Say what practice does to a shared idea, and whose tie is sought (R87, R89).

    Parameters
    ----------
    shared, practice
        Where the shared idea, and the practice of two states, would lead: -1..1.
    capability
        -1 far weaker .. 1 far stronger than the partner; it changes nothing.
    """
    reasons = []
    if practised_idea(shared, practice) != shared:
        reasons.append(Reason("R87"))
    if seeks_stable_tie(capability) > 0:
        reasons.append(Reason("R89"))
    return tuple(reasons)
