"""Apparent interests that can be reckoned now, and hidden ones that are not measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, where
from bor_widgets.theory.checks import one_of, within
from bor_widgets.theory.credibility import SACRIFICES
from bor_widgets.theory.provenance import Reason, computes

#: the longest view that a control offers, in rounds (ours)
LONGEST = 1_000.0


@dataclass(frozen=True, slots=True)
class Account:
    """What a concession looks like: one line that is reckoned, one band that is not.

    Attributes
    ----------
    apparent
        The apparent balance now, -1..0 on our scale: minus what was given up.
    low, high
        Where the balance may lie once hidden interests are counted in, on our scale.
        The paper gives no value inside it, so there is no middle line and no estimate.
    measured
        Always False: hidden interests are not open to estimation at once.
    """

    apparent: Number
    low: Number
    high: Number
    measured: bool = False


def given_up(sacrifice: Mapping[str, Number]) -> Number:
    """Return how much of the four apparent interests was given up, 0..1 on our scale.

    The four weigh alike here (ours); the paper names them and ranks none (P0 L706-710).

    Raises
    ------
    TypeError, ValueError
        For an interest that the paper does not name, or a part outside 0..1.
    """
    total: Number = 0.0
    for kind, part in sacrifice.items():
        one_of("a sacrifice", kind, SACRIFICES)
        total = total + within(kind, part, 0.0, 1.0)
    return total / len(SACRIFICES)


@computes("R42")
def tie_before_gain(gain_now: Number, tie: Number) -> Leaning:
    """Whether a stable tie is put before an immediate, concrete gain: yes, of any size.

    Such gains are held less useful and may be spent for the tie (P0 L369-375, L736-740,
    L1174-1176, R42: "sometimes", "may"). How large the gain is changes nothing, because
    the paper names no price at which the order turns.

    Parameters
    ----------
    gain_now
        The gain, 0 or above on our scale.
    tie
        Strength of the tie at stake, 0..1 on our scale; at 0 no tie is at stake, and
        the paper does not speak of that.

    Returns
    -------
    +1 yes, 0 open.
    """
    within("gain_now", gain_now, 0.0, float("inf"))
    within("tie", tie, 0.0, 1.0)
    return where(tie > 0.0, 1, 0) + 0 * where(gain_now > 0.0, 1, 0)


@computes("R43")
def hidden_reach(certainty: Number, horizon: Number) -> Number:
    """Return how far hidden interests may secure the apparent ones later, 0..1 on our scale.

    They are long-term conditions, above all control over the uncertainty of ties, on
    which apparent interests can rest (P0 L572-578, L687-694, R43: "presumably"). This is
    the upper edge of a band, never a value in it. The form is ours: nothing for the
    moment alone, more the further one looks and the more certain the tie is.

    Parameters
    ----------
    certainty
        How certain the tie is, 0..1 on our scale.
    horizon
        Number of rounds that count, from 1 upwards.
    """
    within("certainty", certainty, 0.0, 1.0)
    within("horizon", horizon, 1.0, LONGEST)
    return certainty * (1.0 - 1.0 / horizon)


def account(sacrifice: Mapping[str, Number], certainty: Number, horizon: Number) -> Account:
    """Draw up both sides of a concession: the apparent line and the unmeasured band.

    Parameters
    ----------
    sacrifice
        Part of each apparent interest that was given up, 0..1 on our scale.
    certainty, horizon
        As for ``hidden_reach``.

    Raises
    ------
    TypeError, ValueError
        For an unknown interest or a number outside its range.
    """
    apparent = -given_up(sacrifice)
    reach = hidden_reach(certainty, horizon)
    return Account(apparent, apparent + 0.0 * reach, apparent + reach)


def concession_reasons(
    sacrifice: Mapping[str, Number], certainty: Number, horizon: Number
) -> tuple[Reason, ...]:
    """Say what a concession looks like at this horizon. For one situation, not an array."""
    drawn = account(sacrifice, certainty, horizon)
    if drawn.apparent == 0.0:
        return (Reason("R42", "nothing_given_up"),)
    if drawn.high == drawn.apparent:
        key = "one_round" if horizon == 1.0 else "no_certainty"
        return (Reason("R42", key), Reason("R43", "band_closed"))
    return (Reason("R42", "spent_for_the_tie"), Reason("R43", "not_measured"))


@computes("R44")
def odd_moves(faith: Number, horizon: Number) -> Number:
    """Return how often policy will break everyday calculation, 0..1 on our scale.

    Frequent breaks are to be expected if one is convinced that stable ties pay in the
    extreme long run (P0 L675-681, R44). The form is ours: no conviction, or a view of
    one round, gives none.

    Parameters
    ----------
    faith
        Conviction that stable ties always pay, 0..1 on our scale.
    horizon
        Number of rounds that count, from 1 upwards.
    """
    within("faith", faith, 0.0, 1.0)
    within("horizon", horizon, 1.0, LONGEST)
    return faith * (1.0 - 1.0 / horizon)


@computes("R124")
def harmony_prospect(ties: Mapping[str, Number]) -> tuple[Number, Any]:
    """Say what good ties with all concerned are kept for: a hope of gains or smaller losses.

    It is realism, not virtue, and a hope, not a promise (P0 L1356-1368, R124).

    Parameters
    ----------
    ties
        Each party concerned and the tie with it, -1 (hostile) .. 1 (friendly), our scale.

    Returns
    -------
    Mean quality of the ties, and +1 where all are positive: only then the hope holds as
    the paper puts it. Elsewhere 0, because it does not say what partly good ties bring.

    Raises
    ------
    TypeError, ValueError
        For no party, or a tie outside -1..1.
    """
    if not ties:
        raise ValueError("ties takes at least one party; given was none")
    total: Number = 0.0
    hope: Any = 1
    for party, tie in ties.items():
        total = total + within(f"the tie with {party}", tie, -1.0, 1.0)
        hope = where(tie > 0.0, hope, 0)
    return total / len(ties), hope
