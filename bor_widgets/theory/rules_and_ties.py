"""What general rules do to a tie: an embargo, a demand for rules, rules relaxed, a tie at risk."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, where
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.provenance import computes


@computes("R37")
def tie_can_be_normal(embargo: Any) -> Leaning:
    """Whether a tie can be normal: never while an embargo lasts (P0 L31-33, R37).

    Reported as China's view. Without an embargo nothing is promised, so it stays open.

    Parameters
    ----------
    embargo
        Whether an embargo is in force (yes, no, open).

    Returns
    -------
    -1 no, 0 open.
    """
    return where(criterion("embargo", embargo) > 0, -1, 0)


@computes("R38")
def suspected_inequality(rule_based_demand: Number) -> Number:
    """Return how far one suspects never to have been taken as an equal, 0..1 on our scale.

    A quest for a society based on rules breeds this suspicion (P0 L33-37, R38; reported
    from Kavalski). The form is ours.

    Parameters
    ----------
    rule_based_demand
        How far the other side asks for general rules, 0..1 on our scale.
    """
    return within("rule_based_demand", rule_based_demand, 0.0, 1.0) * 1.0


@computes("R36")
def after_relaxing_rules(
    tie: Number, restraint: Number, relaxation: Number, reach: float = 0.5
) -> tuple[Number, Number]:
    """Return the tie and the other's restraint once rules are applied less strictly to it.

    If the European Union and the United States relaxed the application of rules in
    China's favour, the tie could be better, and China would presumably hold back and
    improve its record (P0 L1634-1640, R36: "could", "presumably"). The form is ours.

    Parameters
    ----------
    tie
        Strength of the tie before, 0..1 on our scale.
    restraint
        The other's self-restraint before, -1..1 on our scale.
    relaxation
        How far the rules are relaxed in its favour, 0..1 on our scale.
    reach
        How much of the way to the top full relaxation brings, 0..1 (ours).
    """
    within("tie", tie, 0.0, 1.0)
    within("restraint", restraint, -1.0, 1.0)
    within("relaxation", relaxation, 0.0, 1.0)
    within("reach", reach, 0.0, 1.0)
    way = reach * relaxation
    return tie + way * (1.0 - tie), restraint + way * (1.0 - restraint)


@computes("R32")
def open_to_interference(danger: Number) -> Number:
    """Return how open one's own integrity is to interference, 0..1 on our scale.

    It is so where a reciprocal tie is in jeopardy (P0 L345-347, R32; said about China).
    The form is ours.

    Parameters
    ----------
    danger
        How far a reciprocal tie is in danger, 0..1 on our scale.
    """
    return within("danger", danger, 0.0, 1.0) * 1.0
