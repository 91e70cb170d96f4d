"""Two self-restraints that meet: harmony, worry, and the tie between them."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, all_of, clip, leaning, where
from bor_widgets.theory.provenance import computes

#: what is left of the hold on a tie that is of no use, where nobody feels isolated (ours)
LEAST_HOLD = 0.1


def _holds_back(restraint: Number) -> Leaning:
    return where(restraint > 0.0, 1, -1)


@computes("R20")
def harmony(own: Number, other: Number, compatible: Any) -> Leaning:
    """Whether peaceful harmony is possible: only if both hold back, in ways that fit.

    Parameters
    ----------
    own, other
        Self-restraint of the two sides, -1 (revoked) .. 1 (enhanced), our scale.
    compatible
        Whether the two restraints fit each other (yes, no, open).

    Returns
    -------
    +1 yes, 0 open, -1 no. A "yes" is a necessary condition met, not a promise
    (P0 L700-702, R20).
    """
    return all_of(_holds_back(own), _holds_back(other), leaning(compatible))


@computes("R21")
def worry(own: Number, other: Number, imposed: Any) -> Number:
    """How far restraint that one side practises and imposes can frighten or confuse.

    0 is no more than usual, 1 the most on our scale. It grows with the own restraint, and only
    where the other side does not hold back and it is imposed (P0 L704-706, R21: "can"). Where
    both hold back, however unequally, the paper speaks of no such worry.
    """
    # the other's restraint decides whether there is any, and only its sign does
    alone = clip(own, 0.0, 1.0) + 0.0 * other
    one_sided = all_of(leaning(imposed), -_holds_back(other)) > 0
    return where(one_sided, alone, 0.0 * alone)


@computes("R154")
def is_relationship(practical: Any, governable: Any, agreed: Any, tolerant: Any) -> Leaning:
    """Whether there is a relationship at all: four tests, all of them.

    A practical, governable pattern of mutually agreed reciprocal tolerance
    (P0 L1419-1421, R154). Returns +1 yes, 0 open, -1 no.
    """
    return all_of(leaning(practical), leaning(governable), leaning(agreed), leaning(tolerant))


@computes("R47")
def denied_reciprocity(denied: bool) -> tuple[str, ...]:
    """Name the states through which denied reciprocity leads, in order.

    Loss of mutuality, then isolation, then the threat of uncertainty (P0 L1200-1206, R47).
    """
    return ("mutuality lost", "isolation", "uncertainty") if denied else ()


@computes("R46")
def attachment(usefulness: Number, isolation: Number, least: float = LEAST_HOLD) -> Number:
    """How strongly a state holds on to a tie it has, 0..1 on our scale, never below `least`.

    It protects even a doubtfully useful tie, above all when it feels isolated
    (P0 L720-726, R46). The form is ours: usefulness and isolation add alike to
    what is always left.
    """
    return least + (1.0 - least) * 0.5 * (usefulness + isolation)
