"""How far ahead a state looks, and whether it calculates at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.provenance import Reason, computes


@dataclass(frozen=True, slots=True)
class TimeAttitude:
    """How a state deals with time.

    Attributes
    ----------
    label
        ``"calculation"``, ``"patience"``, ``"not said"`` or ``"open"``.
    reasons
        Who says so.
    """

    label: str
    reasons: tuple[Reason, ...]


@computes("R45", "R96")
def attitude_to_time(calculable: Any, solution_obvious: Any = None) -> TimeAttitude:
    """Say which attitude to time follows from the belief about the long run.

    Whether long-run totals can be calculated is a matter of belief, and the belief
    breeds the attitude to time (P0 L681-687, R96). Where no calculation is thought long
    enough and no solution is obvious, patience is called for, not justice or order (P0
    L627-633, R45: "may at times"). Calculation with a clear base belongs to realism and
    liberalism (P0 L622-625).

    Parameters
    ----------
    calculable
        The belief that the whole can be calculated (yes, no, open).
    solution_obvious
        Whether a mismatch has an obvious solution (yes, no, open).
    """
    belief = criterion("calculable", calculable)
    obvious = criterion("solution_obvious", solution_obvious)
    if belief > 0:
        return TimeAttitude("calculation", (Reason("R96", "calculable"),))
    if belief == 0:
        return TimeAttitude("open", (Reason("R96", "belief_open"),))
    if obvious > 0:
        return TimeAttitude("not said", (Reason("R45", "solution_obvious"),))
    if obvious == 0:
        return TimeAttitude("open", (Reason("R96", "not_calculable"), Reason("R45", "not_judged")))
    return TimeAttitude("patience", (Reason("R96", "not_calculable"), Reason("R45", "patience")))


@computes("R66")
def realpolitik_pull(urgency: Number) -> Number:
    """Return how far an immediate need draws a state to realpolitik, 0..1 on our scale.

    The paper explains why the parabellum way of thinking is not the preferred answer:
    it probably serves an immediate or sudden need only (P0 L671-675, R66, implied).

    Parameters
    ----------
    urgency
        How immediate the need is, 0..1 on our scale.
    """
    return within("urgency", urgency, 0.0, 1.0) * 1.0


@computes("R163")
def horizon_of_judgement(horizon: Number, judgement_needed: Number, stretch: float = 1.0) -> Number:
    """Return the horizon once compromise has to be judged, in rounds.

    Whether and how much to compromise needs human judgement, and this makes people
    think longer-term and in ties (P0 L1287-1291, R163).

    Parameters
    ----------
    horizon
        Rounds that counted before, from 1 upwards.
    judgement_needed
        How far judgement is needed, 0..1 on our scale.
    stretch
        By how much full need lengthens the horizon, as a share of it; above 0 (ours).
    """
    within("horizon", horizon, 1.0, float("inf"))
    within("judgement_needed", judgement_needed, 0.0, 1.0)
    within("stretch", stretch, 0.01, 100.0)
    return horizon * (1.0 + stretch * judgement_needed)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """How a mismatch between a state and another party is met.

    Attributes
    ----------
    judged
        Whether its long-run effect has been judged.
    stabilising
        That effect: True, False, or None where it has not been judged.
    ways, dispositions
        What is open to the state; the paper does not say which goes with which effect.
    at_cost_of_apparent
        True: the disposition is held at the expense of apparent, current interests.
    """

    judged: bool
    stabilising: bool | None
    ways: tuple[str, ...] = ("assimilate", "co-exist")
    dispositions: tuple[str, ...] = ("compromise", "confrontation")
    at_cost_of_apparent: bool = True


@computes("R93")
def meet_mismatch(stabilising: Any) -> Mismatch:
    """Say how a perceived mismatch is met, and what has to be judged first.

    Whether it stabilises or destabilises in the long run is the immediate concern; it is
    met by assimilating or co-existing, with compromise or confrontation at the expense
    of apparent interests (P0 L578-596, R93). Which effect leads to which of them is not
    said, so all stay open whatever the judgement.

    Parameters
    ----------
    stabilising
        The judged long-run effect: True stabilising, False destabilising, None not judged.
    """
    code: Leaning = criterion("stabilising", stabilising)
    return Mismatch(judged=code != 0, stabilising=None if code == 0 else bool(code > 0))
