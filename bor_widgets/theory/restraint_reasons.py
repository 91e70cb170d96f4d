"""How conduct is seen, what a long view changes, and what faith in ties does, told as reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.theory.faith import Reading, effort_to_test_intentions
from bor_widgets.theory.hidden_interests import given_up, odd_moves
from bor_widgets.theory.holding_back import FAR_WEAKER, protests
from bor_widgets.theory.horizon import weight_of_differences
from bor_widgets.theory.long_run_analogies import bargaining_cost, hedge, repeated_play_cooperates
from bor_widgets.theory.mutual_help import mutual_benefit
from bor_widgets.theory.perception import (
    seen_friendliness,
    soft_power_kind,
    spontaneous_respect,
    threat_seen_in,
    worry_about_intentions,
)
from bor_widgets.theory.provenance import OpenQuestion, Reason
from bor_widgets.theory.rules_and_ties import open_to_interference
from bor_widgets.theory.time_frame import meet_mismatch

#: from which share on, 0..1, isolation is felt and a tie is useful (ours)
MARKED = 0.5


def sincerity_reasons(
    own: float, sacrifice: Mapping[str, float], confrontation: float
) -> tuple[Reason, ...]:
    """Say what own restraint is for, and what makes the wish for a tie believable.

    Rules R05, R22 and R23.

    Parameters
    ----------
    own
        Own self-restraint, -1 (revoked) .. 1 (enhanced), our scale.
    sacrifice
        Part of each apparent interest that was given up, 0..1 on our scale.
    confrontation
        How openly one confronts, 0..1 on our scale.
    """
    reasons = []
    if own > 0.0:
        reasons.append(Reason("R05"))
    if given_up(sacrifice) > 0.0:
        reasons.append(Reason("R22", "gives_up"))
    if confrontation > 0.0:
        reasons.append(Reason("R23", "confronts"))
    return tuple(reasons)


def image_reasons(
    restraint: float, coercion: float, treatment: float, adaptation: float, advocacy: float
) -> tuple[Reason, ...]:
    """Say how one's conduct is seen, and how one sees the other (R29, R30, R33).

    Parameters are those of ``spontaneous_respect``, ``seen_friendliness`` and
    ``worry_about_intentions``.
    """
    friendly = seen_friendliness(treatment)
    if restraint <= 0.0:
        won = "none"
    else:
        free = spontaneous_respect(restraint, coercion) == spontaneous_respect(restraint, 0.0)
        won = "free" if free else "forced"
    change = worry_about_intentions(adaptation, advocacy) - worry_about_intentions(0.0, 0.0)
    return (
        Reason("R29", "friend" if friendly > 0.0 else "badly" if friendly < 0.0 else "neither"),
        Reason("R30", won),
        Reason("R33", "eased" if change < 0.0 else "preached" if change > 0.0 else "even"),
    )


def soft_power_reasons(blocking: float, dislike: float, diffusion: float) -> tuple[Reason, ...]:
    """Say whether a disliked state seems a threat, and which soft power it shows (R34, R35).

    Parameters are those of ``threat_seen_in`` and ``soft_power_kind``.
    """
    if threat_seen_in(blocking, dislike) > 0.0:
        seen = "blocks"
    else:
        seen = "disliked" if dislike > 0.0 else "clear"
    spreads = soft_power_kind(diffusion, blocking) in ("synchronising", "both")
    return (Reason("R34", seen), Reason("R35", "values" if spreads else "apart"))


def protest_reasons(
    capability: float, betrayal: Any, far: float = FAR_WEAKER
) -> tuple[Reason, ...]:
    """Say whether a far weaker, betrayed party may threaten the stronger one (R31)."""
    return (Reason("R31"),) if protests(capability, betrayal, far) > 0 else ()


def long_view_reasons(horizon: float, conviction: float, daily: float) -> tuple[Reason, ...]:
    """Say what a long view does to differences and to everyday reckoning (R40, R41, R44).

    Parameters
    ----------
    horizon
        Number of rounds that count, from 1 upwards.
    conviction
        Conviction that stable ties always pay, 0..1 on our scale.
    daily
        Weight that differences always keep (ours).
    """
    lighter = weight_of_differences(horizon, daily) < weight_of_differences(1.0, daily)
    odd = odd_moves(conviction, horizon) > 0.0
    return (
        Reason("R40", "holds" if lighter else "moment"),
        Reason("R41"),
        Reason("R44", "holds" if odd else "none"),
    )


def likeness_reasons(
    horizon: float, institutions: float, hedging: float, risk: float
) -> tuple[Reason, ...]:
    """Say what other theories expect of the same long view (R63, R64, R65).

    Parameters are those of ``repeated_play_cooperates``, ``bargaining_cost`` and ``hedge``.
    """
    holds = repeated_play_cooperates(horizon) > 0
    saves = bargaining_cost(institutions, horizon) < 1.0
    reasons = [
        Reason("R63", "again" if holds else "once"),
        Reason("R64", "cheaper" if saves else "full"),
    ]
    if hedge(hedging, risk)[1] < risk:
        reasons.append(Reason("R65", "averts"))
    return tuple(reasons)


def mismatch_claims(stabilising: Any) -> tuple[Reason | OpenQuestion, ...]:
    """Say how a mismatch is met, and what the paper leaves out there (R93).

    Parameters
    ----------
    stabilising
        Its judged long-run effect: True, False, or None where it is not judged.
    """
    if not meet_mismatch(stabilising).judged:
        return (Reason("R93", "not_judged"),)
    return (Reason("R93", "judged"), OpenQuestion("R93"))


def security_reasons(uncertainty: float, stability: float, reading: Reading) -> tuple[Reason, ...]:
    """Say whether stable ties spare the testing of intentions, and what they renew (R94, R95).

    Parameters are those of ``effort_to_test_intentions``.
    """
    if reading == "stability compels":
        tested = Reason("R94", "other_way")
    elif uncertainty == 0.0:
        tested = Reason("R94", "calm")
    else:
        spared = effort_to_test_intentions(uncertainty, stability, reading) < uncertainty
        tested = Reason("R94", "spared" if spared else "tests")
    return (tested, Reason("R95", "grows" if stability > 0.0 else "still"))


def keeping_reasons(
    usefulness: float,
    isolation: float,
    certainty: float,
    reciprocity: float,
    danger: float,
    marked: float = MARKED,
) -> tuple[Reason, ...]:
    """Say why a tie is kept, who gains, and what its danger opens (R46, R98, R32).

    Parameters
    ----------
    usefulness, isolation, certainty, reciprocity, danger
        0..1 on our scale, see ``attachment``, ``mutual_benefit`` and ``open_to_interference``.
    marked
        Share from which on isolation counts as felt, and a tie as useful.
    """
    doubtful = usefulness < marked
    isolated = isolation >= marked
    gains = mutual_benefit(certainty, reciprocity)[0] > 0.0
    reasons = [
        Reason("R46", ("isolated" if isolated else "holds") if doubtful else "useful"),
        Reason("R98", "both" if gains else "lacking"),
    ]
    if open_to_interference(danger) > 0.0:
        reasons.append(Reason("R32"))
    return tuple(reasons)
