"""Stable ties along the borders: what they do to containment, to pressure, and to the hegemon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, all_of, clip, where
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.provenance import computes

#: strength from which a tie counts as stable, 0..1 (ours)
STABLE = 0.6


@dataclass(frozen=True, slots=True)
class Containment:
    """What all-round border ties come to.

    Attributes
    ----------
    threat
        Threat of being contained, 0..1 on our scale.
    hegemon_tie
        The own tie with the hegemon, -1 (confrontation) .. 1 (close), our scale.
    resolved
        Whether the threat is resolved: +1 yes, because all border ties are stable and no
        neighbour must take sides; 0 not said, because all are stable and a neighbour must, or
        may have to; -1 no, because not all are stable.
    """

    threat: Number
    hegemon_tie: Number
    resolved: Leaning


def _checked(ties: Sequence[Number], forced: Sequence[Any]) -> None:
    if len(ties) == 0 or len(ties) != len(forced):
        raise ValueError(
            "border_ties and must_choose take at least one neighbour and one entry each; "
            f"given were {len(ties)} and {len(forced)}"
        )
    for tie in ties:
        within("a border tie", tie, -1.0, 1.0)


@computes("R77")
def resists_hegemon(must_choose: Sequence[Any]) -> Leaning:
    """Whether a superpower's order has to be resisted: not if no neighbour must take sides.

    Source: P0 L987-991 (R77; China is the example). What follows where a neighbour must
    choose is not said, only suggested by the "if".

    Parameters
    ----------
    must_choose
        For each neighbour, whether it is forced to take sides (yes, no, open).

    Returns
    -------
    -1 no need to resist, 0 not said.
    """
    if not len(must_choose):
        raise ValueError("must_choose takes at least one neighbour; given was none")
    free = all_of(*(-criterion("must_choose", forced) for forced in must_choose))
    return where(free > 0, -1, 0)


@computes("R78")
def tie_after_compliance(tie: Number, complies: Any, must_choose: Any = False) -> Number | None:
    """Return a neighbour's tie with us after it has done what a hegemon asks: unchanged.

    Source: P0 L993-1006 (R78; said about China's neighbours). It follows where the
    neighbour need not take sides; for one that must, the paper does not say, and the
    result is None.

    Parameters
    ----------
    tie
        The tie before, -1..1 on our scale.
    complies
        Whether the neighbour complies with the hegemon (yes, no, open).
    must_choose
        Whether it is forced to take sides (yes, no, open).
    """
    within("tie", tie, -1.0, 1.0)
    free = criterion("must_choose", must_choose) < 0
    return tie if free or criterion("complies", complies) < 0 else None


@computes("R79")
def containment(
    border_ties: Sequence[Number],
    must_choose: Sequence[Any],
    hegemon_tie: Number = 0.0,
    *,
    stable: float = STABLE,
    kept: float = 0.5,
    unforced: float = 0.5,
) -> Containment:
    """Return the threat of containment, and the least that the tie with the hegemon is.

    Stable ties all along the borders resolve the threat, and the own tie with the hegemon
    stays at least free of confrontation (P0 L1006-1010, R79; said about China). The paper
    comes to this from neighbours that need not take sides (P0 L987-995); for one that must,
    although its tie is stable, it leaves the matter open. The threat short of that is ours:
    each tie that is not stable adds its part, more so where the neighbour must
    take sides, which also puts the tie itself in doubt.

    Parameters
    ----------
    border_ties
        Tie with each neighbour, -1 (hostile) .. 1 (close), our scale.
    must_choose
        For each neighbour, whether it is forced to take sides (yes, no, open).
    hegemon_tie
        The own tie with the hegemon before, -1..1 on our scale.
    stable
        Strength from which a tie counts as stable, 0.01..1 (ours).
    kept
        Share of a tie that counts while the neighbour must take sides, 0..1 (ours).
    unforced
        Weight of an unstable tie whose neighbour need not take sides, 0..1 (ours).

    Raises
    ------
    ValueError
        For no neighbour, lists of unlike length, or a number outside its range.
    """
    _checked(border_ties, must_choose)
    within("hegemon_tie", hegemon_tie, -1.0, 1.0)
    within("stable", stable, 0.01, 1.0)
    within("kept", kept, 0.0, 1.0)
    within("unforced", unforced, 0.0, 1.0)
    threat: Number = 0.0
    resolved: Leaning = 1
    for tie, said in zip(border_ties, must_choose, strict=True):
        choosing = criterion("must_choose", said)
        forced = choosing > 0
        counts = clip(tie, 0.0, 1.0) * where(forced, kept, 1.0)
        threat = threat + where(forced, 1.0, unforced) * clip(1.0 - counts / stable, 0.0, 1.0)
        steady = where(tie >= stable, where(choosing < 0, 1, 0), -1)
        resolved = all_of(resolved, steady)
    at_least = where(resolved > 0, clip(hegemon_tie, 0.0, 1.0), hegemon_tie)
    return Containment(threat / len(border_ties), at_least, resolved)


@computes("R76")
def interference_threat(pressure: Number, ties: Sequence[Number]) -> Number:
    """Return the threat from global interference, 0..1 on our scale.

    Engaging in bilateral ties neutralises the multilateral pressure to become uniform, so
    that interference can do little (P0 L983-987, R76: "can"). The form is ours: the
    pressure is shared out over the ties, so that more of them, and better ones, lower it.

    Parameters
    ----------
    pressure
        Pressure to become uniform, 0..1 on our scale.
    ties
        The ties engaged in, -1..1 on our scale; hostile ones lower nothing.
    """
    within("pressure", pressure, 0.0, 1.0)
    engaged: Number = 0.0
    for tie in ties:
        engaged = engaged + clip(within("a tie", tie, -1.0, 1.0), 0.0, 1.0)
    return pressure / (1.0 + engaged)
