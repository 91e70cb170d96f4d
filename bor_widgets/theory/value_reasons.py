"""What a course of commitment and a mix of partners lead to, told as reasons."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bor_widgets.theory.commitment import PACE, Round, consistency, pull_to_ties
from bor_widgets.theory.double_standard import (
    after_compromise,
    enforcement_consistency,
    single_value_promotion,
)
from bor_widgets.theory.evidence import inconsistency_means
from bor_widgets.theory.provenance import Reason


def course_reasons(path: Sequence[Round], appearance: str) -> tuple[Reason, ...]:
    """Say how much of a commitment was kept, and where the long run leads (R48, R49).

    Parameters
    ----------
    path
        A course as ``commitment_path`` returns it.
    appearance
        How the state looks in the short run; it changes nothing (R49).
    """
    reasons = []
    if any(now.retrieving for now in path):
        reasons.append(Reason("R48", "kept", {"share": f"{consistency(path):.2f}"}))
    if pull_to_ties(path[-1].tie, appearance, PACE.pull) > 0:
        reasons.append(Reason("R49"))
    return tuple(reasons)


def compromise_reasons(kinds: Collection[str], size: float) -> tuple[Reason, ...]:
    """Say what compromise could bring, by the kinds of partner that are there (R56, R57)."""
    if size <= 0.0:
        return ()
    brings = [after_compromise(kind, 0.0, size)[0] for kind in kinds]
    return tuple(
        reason
        for gain, reason in (("support", Reason("R56")), ("warmth", Reason("R57")))
        if gain in brings
    )


def reach_reasons(partners: int, interactions: int) -> tuple[Reason, ...]:
    """Say what many partners and many dealings do to one value (R59, R60).

    Parameters
    ----------
    partners
        How many partners there are; with fewer than two nothing is said.
    interactions
        How many dealings a rising power has taken on, from 0.
    """
    reasons = []
    if enforcement_consistency(interactions) < 1.0:
        reasons.append(Reason("R59"))
    if partners > 0 and single_value_promotion(partners) < 1.0:
        reasons.append(Reason("R60", "holds", {"number": partners}))
    return tuple(reasons)


def inconsistency_reasons(index: float) -> tuple[Reason, ...]:
    """Say what unequal treatment means to the two theories (R61)."""
    meanings = (
        inconsistency_means("balance of relationships"),
        inconsistency_means("balance of power"),
    )
    return (Reason("R61"),) if index > 0.0 and meanings[0] != meanings[1] else ()
