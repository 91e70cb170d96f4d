"""What tilts a state towards one system or the other, beside the table itself."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.anarchy import survival_priority, systems_open_to
from bor_widgets.theory.checks import criterion
from bor_widgets.theory.culture import adoption, can_take_up
from bor_widgets.theory.evidence import weigh
from bor_widgets.theory.lens_expectations import theory_called_for
from bor_widgets.theory.motifs import keeps_first_motif, keeps_second_motif
from bor_widgets.theory.mutual_help import help_payoffs
from bor_widgets.theory.provenance import Reason
from bor_widgets.theory.return_to_ties import falls_back_on_ties, in_some_measure
from bor_widgets.theory.systems import (
    Mode,
    after_failure,
    fear_tilts_to_power,
    policy_mode,
    reciprocation_can_appear,
)


def failure_reasons(ties_failed: Any, power_balancing_works: Any) -> tuple[Reason, ...]:
    """Say where failure tilts thinking: towards the other system (R133)."""
    reasons = []
    if criterion("ties_failed", ties_failed) > 0 and after_failure("balance of relationships"):
        reasons.append(Reason("R133", "ties"))
    if criterion("works", power_balancing_works) < 0 and after_failure("balance of power"):
        reasons.append(Reason("R133", "power"))
    return tuple(reasons)


def security_reasons(
    needs: float, security: float, *, survival_feared: Any = None, violence_feared: Any = None
) -> tuple[Reason, ...]:
    """Say what security and fear do to the choice of a system (R137, R138, R139, R149).

    Parameters
    ----------
    needs, security
        Needs of survival and development, and the relational security that is to meet
        them, 0..1 on our scale.
    survival_feared, violence_feared
        Whether there is fear for survival, or of unrestrained violence (yes, no, open).
    """
    appears = reciprocation_can_appear(needs, security)
    reasons = [Reason("R138", "can" if appears else "cannot")]
    reasons.append(Reason("R139", "some" if survival_priority(security) < 1.0 else "none"))
    if fear_tilts_to_power(survival_feared) > 0:
        reasons.append(Reason("R137"))
    if criterion("violence_feared", violence_feared) > 0 and all(systems_open_to(1.0)):
        reasons.append(Reason("R149"))
    return tuple(reasons)


def return_reasons(
    rests_on: str, guides: Any, *, crisis: Any = None, acknowledged: Any = None
) -> tuple[Reason, ...]:
    """Say what leads back to particular ties (R52, R140, R145).

    Parameters
    ----------
    rests_on
        What another system rests on: ``"power"``, ``"institutions"`` or ``"identity"``.
    guides, crisis, acknowledged
        Whether that system still gives guidance, whether a crisis is judged to exist,
        and whether the tie is acknowledged and kept up (yes, no, open).
    """
    reasons = []
    if falls_back_on_ties(rests_on, guides) > 0:
        reasons.append(Reason("R52", "holds", {"system": rests_on}))
    if in_some_measure(crisis) > 0:
        reasons.append(Reason("R145"))
    if help_payoffs(1.0, acknowledged)[1] > 0:
        reasons.append(Reason("R140"))
    return tuple(reasons)


def culture_reasons(
    supports: Any, far_civilisation: Any, own_integrity: Any, power_balancing_works: Any
) -> tuple[Reason, ...]:
    """Say who can take up the theory, and how easily (R143, R144, R152).

    Parameters
    ----------
    supports
        Whether culture at home supports ties.
    far_civilisation
        Whether the state belongs to another civilisation than the theory's.
    own_integrity
        Whether its culture stresses the integrity of the single actor instead of ties.
    power_balancing_works
        Whether balance of power has a result. Each yes, no, or open.
    """
    reasons = []
    support = criterion("supports", supports)
    if support:
        key = "supports" if support > 0 else "little"
        if adoption(1.0 if support > 0 else 0.0)[0] > 0:
            reasons.append(Reason("R143", key))
    if criterion("far_civilisation", far_civilisation) > 0 and adoption(0.0, 1.0)[0] > 0:
        reasons.append(Reason("R152"))
    if criterion("own_integrity", own_integrity) > 0:
        can = can_take_up(False, power_balancing_works) > 0
        reasons.append(Reason("R144", "can" if can else "not_said"))
    return tuple(reasons)


def policy_reasons(by_partner: dict[str, Mode]) -> tuple[Reason, ...]:
    """Say whether both systems run in one policy (R146)."""
    return (Reason("R146"),) if policy_mode(by_partner) == "mixed" else ()


def motif_reasons(puts_first: str | None, restores: Any, follows_power: Any) -> tuple[Reason, ...]:
    """Say whether a policy keeps the two closing motifs (R150, R151).

    Parameters
    ----------
    puts_first
        What it puts first: ``"ties"``, ``"uniformity"``, or None where that is open.
    restores, follows_power
        Whether its acts serve restoration, and whether they follow relative power (yes,
        no, open). With neither said, nothing is told.
    """
    reasons = []
    if puts_first is not None:
        ties_first = puts_first == "ties"
        kept = keeps_first_motif(1.0 if ties_first else 0.0, 0.0 if ties_first else 1.0)
        reasons.append(Reason("R150", "kept" if kept > 0 else "broken"))
    if restores is not None or follows_power is not None:
        code = keeps_second_motif(restores, follows_power)
        reasons.append(Reason("R151", {1: "kept", 0: "open", -1: "broken"}[code]))
    return tuple(reasons)


def evidence_reasons(
    power_explains: Any, compromises: int, confrontations: int
) -> tuple[Reason, ...]:
    """Say what counts for the theory, and when it is called for (R147, R148).

    Parameters
    ----------
    power_explains
        Whether balance of power explains the case well enough (yes, no, open).
    compromises, confrontations
        How many acts of each kind depart from a synchronising pressure.
    """
    reasons = []
    explains = criterion("power_explains", power_explains)
    if explains < 0 and theory_called_for(0.0) == "balance of relationships":
        reasons.append(Reason("R147"))
    acts = [("compromise", True)] * compromises + [("confrontation", True)] * confrontations
    return (*reasons, *weigh(acts).reasons) if acts else tuple(reasons)
