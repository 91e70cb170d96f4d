"""What keeps a tie alive, what it guards against, and what power is still good for, in reasons."""

from __future__ import annotations

from collections.abc import Mapping

from bor_widgets.theory.dangers import Imagined, TieState, danger_of
from bor_widgets.theory.delayed_meaning import felt_by_others
from bor_widgets.theory.making_of_ties import benefits_both, part_of_identity, stable_tie_prospect
from bor_widgets.theory.order_by_ties import keep_hard_power, worth_of_power_balancing
from bor_widgets.theory.provenance import OpenQuestion, Reason
from bor_widgets.theory.ties_despite import Identity, conduct_open_to

Claims = tuple[Reason | OpenQuestion, ...]


def power_claims(stability: float, horizon: float, may_break: float, may_coerce: float) -> Claims:
    """Say what hard power and balance of power are worth (R83, R84).

    Parameters
    ----------
    stability
        How stable the ties are, 0..1 on our scale.
    horizon
        Length of the view in rounds, from 1 (at once).
    may_break, may_coerce
        How likely it is held that ties break and that a hegemon coerces neighbours, 0..1.
    """
    wise = keep_hard_power(may_break, may_coerce) > 0
    told: list[Reason | OpenQuestion] = [Reason("R84") if wise else OpenQuestion("R84")]
    if worth_of_power_balancing(stability, horizon) < 1.0:
        told.append(Reason("R83"))
    return tuple(told)


def tie_claims(swing: float, ingredients: Mapping[str, float], concerns: float) -> Claims:
    """Say what makes a tie steady, good for both, and a part of both (R80, R85, R88).

    Parameters
    ----------
    swing
        How far the tie moves with shifts of power or new alliances, 0..1 on our scale.
    ingredients
        How far ``"coincidence"``, ``"will"`` and ``"consensus"`` are there, 0..1.
    concerns
        How far the two answer each other's particular concerns, 0..1.
    """
    told: list[Reason | OpenQuestion] = []
    told.append(Reason("R80") if benefits_both(swing) > 0 else OpenQuestion("R80"))
    there = stable_tie_prospect(**ingredients) > 0.0
    told.append(Reason("R85", "there" if there else "lacking"))
    if part_of_identity(concerns, 1.0) > 0.0:
        told.append(Reason("R88"))
    return tuple(told)


def danger_reasons(state: TieState, imagined: Imagined, identity: Identity) -> tuple[Reason, ...]:
    """Say what is guarded against, where danger is seen, and what identity settles.

    Rules R91, R92 and R67.

    Parameters
    ----------
    state
        ``"kept"``, ``"breached"`` or ``"undefined"``.
    imagined
        ``"harmony"`` or ``"anarchy"``.
    identity
        ``"confrontational"`` or ``"alliance"``; either leaves the same open.
    """
    guarded = danger_of(state)
    key = "kept" if guarded.threat == "none of the two" else state
    reasons = [Reason("R91", key), Reason("R92", imagined)]
    if len(conduct_open_to(identity)) > 1:
        reasons.append(Reason("R67"))
    return tuple(reasons)


def delay_reasons(delay: int) -> tuple[Reason, ...]:
    """Say when what happens between two states reaches the others (R127).

    Parameters
    ----------
    delay
        Number of rounds until it is felt (ours); 0 is at once.
    """
    return (Reason("R127"),) if felt_by_others([1.0], delay)[0] < 1.0 else ()
