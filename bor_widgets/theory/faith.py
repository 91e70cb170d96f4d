"""Faith in the security of ties: how it grows, and why it stays once it has taken root."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from bor_widgets.theory.arithmetic import Number, clip, where
from bor_widgets.theory.checks import one_of, within
from bor_widgets.theory.provenance import Reason, computes

#: faith from which on it counts as rooted (ours)
ROOTED = 0.6

#: how far one round moves a faith, and the belief in shared fates, at most (ours)
RATE, COUPLING_RATE = 0.2, 0.1

#: two readings of one sentence whose grammar is ambiguous (E33)
Reading = Literal["uncertainty compels", "stability compels"]
READINGS: tuple[Reading, ...] = ("uncertainty compels", "stability compels")


@computes("R97")
def next_faith(
    faith: Number,
    payoff: Number,
    *,
    stability: Number = 0.5,
    rooted: float = ROOTED,
    rate: float = RATE,
) -> Number:
    """Return the faith in ties after one more round, 0..1 on our scale.

    Once it has taken root it may persist whether or not it looks rational at once (P0
    L728-736, R97: "may"): from the root upwards a bad payoff takes nothing from it.
    Before that it follows experience. So the same bad years undo a young faith and leave
    an old one standing. The form and the numbers are ours.

    Parameters
    ----------
    faith
        The faith so far, 0..1 on our scale.
    payoff
        What ties bring for the moment, -1..1 on our scale.
    stability
        How stable ties are, 0..1 on our scale: it feeds the growth (see R95).
    rooted
        Faith from which on it counts as rooted.
    rate
        How far one round moves it at most.

    Raises
    ------
    TypeError, ValueError
        For a number outside its range.
    """
    within("faith", faith, 0.0, 1.0)
    within("payoff", payoff, -1.0, 1.0)
    within("stability", stability, 0.0, 1.0)
    within("rooted", rooted, 0.01, 1.0)
    within("rate", rate, 0.0, 1.0)
    growth = rate * stability * clip(payoff, 0.0, 1.0) * (1.0 - faith)
    loss = where(faith >= rooted, 0.0, rate * clip(-payoff, 0.0, 1.0) * faith)
    return clip(faith + growth - loss, 0.0, 1.0)


def faith_path(
    payoffs: Sequence[Number],
    start: Number = 0.2,
    *,
    stability: Number = 0.5,
    rooted: float = ROOTED,
    rate: float = RATE,
) -> tuple[Number, ...]:
    """Return the faith before the first round and after each round.

    Parameters
    ----------
    payoffs
        What ties bring at once in each round, -1..1 on our scale.
    start
        Faith before the first round, 0..1.
    stability, rooted, rate
        As for ``next_faith``.
    """
    path = [within("start", start, 0.0, 1.0)]
    for payoff in payoffs:
        path.append(next_faith(path[-1], payoff, stability=stability, rooted=rooted, rate=rate))
    return tuple(path)


def faith_reasons(path: Sequence[float], rooted: float = ROOTED) -> tuple[Reason, ...]:
    """Say what the course of a faith shows. For one course, not an array of them."""
    fell = any(after < before for before, after in pairwise(path))
    if path[-1] >= rooted:
        return (Reason("R97", "took_root" if path[0] < rooted else "stays_rooted"),)
    return (Reason("R97", "undone" if fell else "not_rooted"),)


@computes("R95")
def coupling_belief(belief: Number, stability: Number, rate: float = COUPLING_RATE) -> Number:
    """Return the belief that states must couple their fates, after one more round, 0..1.

    Long experience of stable ties reproduces the belief that no state survives without
    coupling welfare, leadership and security to others (P0 L637-643, R95). Stable ties
    raise it; what unstable ones do to it is not said, so they leave it as it is.

    Parameters
    ----------
    belief, stability
        0..1 on our scale.
    rate
        How far one round moves it at most (ours).
    """
    within("belief", belief, 0.0, 1.0)
    within("stability", stability, 0.0, 1.0)
    within("rate", rate, 0.0, 1.0)
    return belief + rate * stability * (1.0 - belief)


@computes("R94")
def effort_to_test_intentions(
    uncertainty: Number, stability: Number, reading: Reading = "uncertainty compels"
) -> Number:
    """Return how much leaders must test what others intend, 0..1 on our scale.

    Our reading: uncertainty compels them to, and stable ties presumably free them from
    it (P0 L598-600, R94). The grammar of the sentence also allows that stable ties
    compel them; the second reading is a switch (E33). The form is ours.

    Parameters
    ----------
    uncertainty, stability
        Of the surroundings and of the ties, 0..1 on our scale.
    reading
        ``"uncertainty compels"`` or ``"stability compels"``.
    """
    within("uncertainty", uncertainty, 0.0, 1.0)
    within("stability", stability, 0.0, 1.0)
    one_of("reading", reading, READINGS)
    if reading == "stability compels":
        return stability + 0.0 * uncertainty
    return uncertainty * (1.0 - stability)
