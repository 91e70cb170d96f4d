"""How a tie between two states arises, stays steady, and becomes part of both."""

from __future__ import annotations

from collections.abc import Sequence

from bor_widgets.theory.arithmetic import Leaning, Number, where
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import computes


def _lesser(one: Number, other: Number) -> Number:
    return where(one < other, one, other)


@computes("R85")
def stable_tie_prospect(coincidence: Number, will: Number, consensus: Number) -> Number:
    """Return how near a stable tie is to appearing and lasting, 0..1 on our scale.

    Its patterns and rituals involve coincidence, will and consensus (P0 L1060-1063,
    L1429-1431, R85). The paper names these and no more: that the least of them decides,
    so that none makes up for another, is ours. It is no probability.

    Parameters
    ----------
    coincidence, will, consensus
        How far each is there, 0..1 on our scale.
    """
    within("coincidence", coincidence, 0.0, 1.0)
    within("will", will, 0.0, 1.0)
    within("consensus", consensus, 0.0, 1.0)
    return _lesser(_lesser(coincidence, will), consensus) * 1.0


def swing_of(levels: Sequence[Number]) -> Number:
    """Return how far a tie swung over some rounds, 0..1: the highest less the lowest (ours).

    Parameters
    ----------
    levels
        The tie in each round, 0..1 on our scale; at least one.
    """
    if not len(levels):
        raise ValueError("levels takes at least one round; given was none")
    highest = lowest = within("levels", levels[0], 0.0, 1.0)
    for level in levels[1:]:
        within("levels", level, 0.0, 1.0)
        highest, lowest = where(level > highest, level, highest), _lesser(level, lowest)
    return highest - lowest


@computes("R80")
def benefits_both(swing: Number, steady: float = 0.2) -> Leaning:
    """Whether a tie benefits both sides: if it does not swing with power or new alliances.

    Source: P0 L1018-1022 (R80). The paper gives the "if" and says nothing of a tie that
    swings. How little counts as steady is ours.

    Parameters
    ----------
    swing
        How far the tie moves with perceived shifts in power or with new alliances, 0..1.
    steady
        Swing up to which it counts as steady, 0..1 (ours).

    Returns
    -------
    +1 yes, 0 not said.
    """
    within("swing", swing, 0.0, 1.0)
    within("steady", steady, 0.0, 1.0)
    return where(swing <= steady, 1, 0)


@computes("R88")
def part_of_identity(answers_concerns: Number, rounds: Number, rate: float = 0.1) -> Number:
    """Return how far a tie has become part of what each of the two states is, 0..1, our scale.

    Ideas built between two states answer their own concerns and make the tie a part of
    each (P0 L1117-1123, R88; printed "alienable", see E28). The form is ours: it grows
    with every round in which their concerns are answered, and is never quite complete.

    Parameters
    ----------
    answers_concerns
        How far the two answer each other's particular concerns, 0..1 on our scale.
    rounds
        How many rounds of this they share, 0 and up.
    rate
        How much of what is missing a round can add, 0.01..0.99 (ours).
    """
    within("answers_concerns", answers_concerns, 0.0, 1.0)
    within("rounds", rounds, 0.0, float("inf"))
    within("rate", rate, 0.01, 0.99)
    return 1.0 - (1.0 - rate * answers_concerns) ** rounds
