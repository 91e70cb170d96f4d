"""A determined start bends back: commitment, fatigue and the retrieval of ties, round by round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Number, clip, where
from bor_widgets.theory.checks import one_of, whole, within
from bor_widgets.theory.provenance import Reason, computes

#: the longest course that is computed, in rounds (ours)
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Pace:
    """The numbers behind the clock. All are ours; the paper states directions only.

    Attributes
    ----------
    strain
        Fatigue that a round of full commitment adds.
    relief
        Fatigue that a round of retrieval takes away.
    tiring, rested
        Fatigue at which retrieval sets in, and at which it ends.
    letting_go
        Share of the commitment that a round of retrieval gives up.
    renewal
        What is left of the drive at the next high moment, as a share of the last.
    wear, mending, pull
        What a round of full commitment costs the tie, what retrieval mends, and the
        constant pull towards stable ties, as shares.
    """

    strain: float = 0.12
    relief: float = 0.2
    tiring: float = 0.6
    rested: float = 0.1
    letting_go: float = 0.5
    renewal: float = 0.7
    wear: float = 0.25
    mending: float = 0.3
    pull: float = 0.03

    def __post_init__(self) -> None:
        for name in ("strain", "relief", "letting_go", "wear", "mending", "pull"):
            within(name, getattr(self, name), 0.01, 1.0)
        within("renewal", self.renewal, 0.0, 0.99)
        within("tiring", self.tiring, 0.01, 1.0)
        within("rested", self.rested, 0.0, 1.0)
        if not self.rested < self.tiring:
            raise ValueError(
                "rested must be below tiring; given were "
                f"{self.rested:g} for rested and {self.tiring:g} for tiring"
            )


PACE = Pace()


@dataclass(frozen=True, slots=True)
class Round:
    """How a value-spreader stands in one round; each a number, or an array of them.

    Attributes
    ----------
    number
        The round, counted from 0.
    commitment, fatigue, tie
        0..1 on our scale.
    restraint
        Self-restraint by which ties are retrieved, 0..1 on our scale; 0 in a high moment.
    retrieving
        1 while ties are being retrieved, 0 in a high moment.
    drive
        The commitment of this or the next high moment, 0..1 on our scale.
    """

    number: int
    commitment: Number
    fatigue: Number
    tie: Number
    restraint: Number
    retrieving: Any
    drive: Number


@computes("R49")
def pull_to_ties(tie: Number, appearance: str, pull: float = PACE.pull) -> Number:
    """Return how far a tie is pulled towards stability in a round, 0..1 on our scale.

    In the long run states always try for stable reciprocal ties, however deterministic
    or opportunistic they look in the short run (P0 L456-462, R49). So the appearance is
    taken and changes nothing. The form is ours.

    Parameters
    ----------
    tie
        Strength of the tie, 0..1 on our scale.
    appearance
        ``"deterministic"`` or ``"opportunistic"``.
    pull
        Share of the way to the top in one round (ours).
    """
    within("tie", tie, 0.0, 1.0)
    one_of("appearance", appearance, ("deterministic", "opportunistic"))
    within("pull", pull, 0.0, 1.0)
    return pull * (1.0 - tie)


@computes("R51")
def recovered(fatigue: Number, relief: float = PACE.relief) -> Number:
    """Return the fatigue after a round of balancing relationships, 0..1 on our scale.

    It lets states recover from overcommitment and the uncertainty that it brings (P0
    L1269-1273, R51).
    """
    within("fatigue", fatigue, 0.0, 1.0)
    within("relief", relief, 0.0, 1.0)
    return clip(fatigue - relief, 0.0, 1.0)


def next_round(now: Round, pace: Pace = PACE) -> Round:
    """Return the round that follows: a high moment goes on, or ties are being retrieved."""
    resting = now.retrieving
    pulled = pull_to_ties(now.tie, "deterministic", pace.pull)
    mended = clip(now.tie + pulled + pace.mending * (1.0 - now.tie), 0.0, 1.0)
    worn = clip(now.tie + pulled - pace.wear * now.commitment * now.tie, 0.0, 1.0)
    tired = clip(now.fatigue + pace.strain * now.commitment, 0.0, 1.0)
    fatigue = where(resting > 0, recovered(now.fatigue, pace.relief), tired)
    retrieving = where(
        resting > 0, where(fatigue > pace.rested, 1, 0), where(fatigue >= pace.tiring, 1, 0)
    )
    # the drive is renewed, weaker, when a retrieval ends
    ends = resting - resting * retrieving
    drive = where(ends > 0, pace.renewal * now.drive, now.drive)
    commitment = where(retrieving > 0, now.commitment * (1.0 - pace.letting_go), drive)
    return Round(
        number=now.number + 1,
        commitment=commitment,
        fatigue=fatigue,
        tie=where(resting > 0, mended, worn),
        restraint=where(retrieving > 0, 1.0 - commitment, 0.0 * commitment),
        retrieving=retrieving,
        drive=drive,
    )


@computes("R50", "R126")
def commitment_path(
    determination: Number, rounds: int = 60, *, tie: Number = 0.6, pace: Pace = PACE
) -> tuple[Round, ...]:
    """Follow a state that sets out to spread one way of thinking.

    High moments hold to it at the expense of ties; then reciprocity is retrieved by
    restraint, afterwards or in an interval (P0 L1263-1269, R50). The quest for ties is
    too strong for it to go on consistently or towards a fixed end (P0 L1295-1301, R126),
    which is drawn as a weaker high moment each time. That drawing, and the form, are ours.

    Parameters
    ----------
    determination
        Commitment at the start, 0..1 on our scale (a number or an array).
    rounds
        Number of rounds to follow, 1 to 500.
    tie
        Strength of the ties at the start, 0..1 on our scale.
    pace
        The numbers behind the course (ours).

    Returns
    -------
    The start and each round after it.

    Raises
    ------
    TypeError, ValueError
        For a number outside its range.
    """
    within("determination", determination, 0.0, 1.0)
    whole("rounds", rounds, 1, LONGEST)
    within("tie", tie, 0.0, 1.0)
    blank = 0.0 * (determination + tie)
    start = Round(
        number=0,
        commitment=determination + blank,
        fatigue=blank,
        tie=tie + blank,
        restraint=blank,
        retrieving=where(blank > 0.0, 1, 0),
        drive=determination + blank,
    )
    path = [start]
    for _ in range(rounds):
        path.append(next_round(path[-1], pace))
    return tuple(path)


@computes("R48")
def consistency(path: Sequence[Round]) -> Number:
    """Return how much of the first commitment was kept over a course, 0..1 on our scale.

    Nobody sticks to one synchronic rationality in the long run (P0 L455-460, L1245-1253,
    R48; a prediction): over a course that is long enough it is below 1. The measure, the
    mean commitment as a share of the first, is ours. Without any commitment at the start
    there is none to keep, and it is 0.

    Raises
    ------
    ValueError
        For an empty course.
    """
    if not path:
        raise ValueError("path takes at least one round; given was none")
    total: Number = 0.0
    for now in path:
        total = total + now.commitment
    first = path[0].commitment
    return where(first > 0.0, total / where(first > 0.0, first * len(path), 1.0), 0.0)


def path_reasons(path: Sequence[Round]) -> tuple[Reason, ...]:
    """Say what a course shows. For one course, not an array of them."""
    if path[0].commitment == 0.0:
        return (Reason("R48", "nothing_to_keep"),)
    began = [now.number for now in path if now.retrieving]
    if not began:
        return (Reason("R50", "still_high"), Reason("R48", "long_run"))
    reasons = [Reason("R50", "retrieved", {"round": began[0]})]
    if any(not now.retrieving for now in path[began[0] :]):
        reasons += [Reason("R51"), Reason("R126")]
    return tuple(reasons)
