"""What stable ties give to those in them: help, benefit, survival."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bor_widgets.theory.arithmetic import Number, clip, where
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.provenance import computes


@computes("R140")
def help_payoffs(effort: Number, acknowledged: Any, share: float = 0.5) -> tuple[Number, Number]:
    """Return what a state's effort for itself brings to it, and to the other, our scale.

    Where reciprocal ties are acknowledged and reproduced, helping oneself can mean
    helping each other (P0 L1226-1232, R140: "could"). Without them, or where this is
    open, the other gets nothing from it. The form is ours.

    Parameters
    ----------
    effort
        What the state does for itself, 0..1 on our scale.
    acknowledged
        Whether the tie is acknowledged and reproduced (yes, no, open).
    share
        Part of the effort that then also helps the other, 0..1 (ours).
    """
    within("effort", effort, 0.0, 1.0)
    within("share", share, 0.0, 1.0)
    passed_on = where(criterion("acknowledged", acknowledged) > 0, share, 0.0)
    return effort + 0.0 * passed_on, effort * passed_on


@computes("R98")
def mutual_benefit(certainty: Number, reciprocity: Number) -> tuple[Number, Number]:
    """Return what a stable tie gives to each of the two partners, 0..1 on our scale.

    A stable tie that ensures certainty and reciprocity is believed to benefit both (P0
    L929-935, R98; a belief). Nobody's share is said to be the larger, so both are alike.
    The form is ours.

    Parameters
    ----------
    certainty, reciprocity
        What the tie ensures, 0..1 on our scale.
    """
    within("certainty", certainty, 0.0, 1.0)
    within("reciprocity", reciprocity, 0.0, 1.0)
    benefit = certainty * reciprocity
    return benefit, benefit


@computes("R162")
def society_lasts(restraints: Sequence[Number]) -> Number:
    """Return how well a society and its members are placed to survive, 0..1 on our scale.

    Restraint is what allegedly makes this possible and lasting (P0 L262-268, R162;
    reported as Confucian teaching). It rises with each member's restraint; withdrawn
    restraint counts as none. The form is ours.

    Parameters
    ----------
    restraints
        Self-restraint of each member, -1 (revoked) .. 1 (enhanced), our scale.

    Raises
    ------
    TypeError, ValueError
        For no member, or a restraint outside -1..1.
    """
    if len(restraints) == 0:
        raise ValueError("restraints takes at least one member; given was none")
    total: Number = 0.0
    for restraint in restraints:
        total = total + clip(within("a restraint", restraint, -1.0, 1.0), 0.0, 1.0)
    return total / len(restraints)
