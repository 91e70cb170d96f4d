"""Order kept by stable ties, and what power is still good for."""

from __future__ import annotations

from collections.abc import Sequence

from bor_widgets.theory.arithmetic import Leaning, Number, clip, where
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import computes


@computes("R82")
def order(ties: Sequence[Number]) -> Number:
    """Return how well order is kept, 0..1 on our scale: by stable ties between two states.

    Source: P0 L1036-1040 (R82). That every pair weighs alike is ours.

    Parameters
    ----------
    ties
        One tie for each pair of states, -1 (hostile) .. 1 (close), our scale; a hostile
        tie keeps no order.

    Raises
    ------
    ValueError
        For no pair, or a tie outside -1..1.
    """
    if not len(ties):
        raise ValueError("ties takes at least one pair; given was none")
    total: Number = 0.0
    for tie in ties:
        total = total + clip(within("a tie", tie, -1.0, 1.0), 0.0, 1.0)
    return total / len(ties)


@computes("R83")
def worth_of_power_balancing(stability: Number, horizon: Number) -> Number:
    """Return what investing in balance of power is worth, 0..1 on our scale.

    With stable ties keeping order it would be redundant in the long run (P0 L1040-1042,
    R83). The form is ours: at once it is worth its price; the more stable the ties and
    the longer the view, the less is left.

    Parameters
    ----------
    stability
        How stable the ties are, 0..1 on our scale.
    horizon
        Length of the view in rounds, 1 (at once) and up.
    """
    within("stability", stability, 0.0, 1.0)
    within("horizon", horizon, 1.0, float("inf"))
    return (1.0 - stability) + stability / horizon


@computes("R84")
def keep_hard_power(may_break: Number, may_coerce: Number) -> Leaning:
    """Whether investing in hard power is wise: at every moment, since two things may happen.

    Ties may still collapse, and a hegemon may still coerce the neighbours (P0 L1042-1046,
    R84). The paper says "always" and gives these two reasons; if a student rules out both,
    the reasons are gone and the answer is not said.

    Parameters
    ----------
    may_break, may_coerce
        How likely each is held to be, 0..1 on our scale.

    Returns
    -------
    +1 wise, 0 not said.
    """
    within("may_break", may_break, 0.0, 1.0)
    within("may_coerce", may_coerce, 0.0, 1.0)
    return where(may_break + may_coerce > 0.0, 1, 0)
