"""The theory's own functions for arrays of either kind: no rule is written a second time.

They take NumPy's arrays as they are. Where arrays are plain, each is asked element by element,
with numbers as the console hands them over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from bor_widgets.simulation.arrays import PLAIN, np
from bor_widgets.theory import (
    arithmetic,
    commitment,
    culture,
    double_standard,
    judgement,
    restraint,
    revisionists,
    success,
)
from bor_widgets.theory.containment import containment as _containment
from bor_widgets.theory.layering import Layering
from bor_widgets.theory.layering import layering as _layering

P = ParamSpec("P")
T = TypeVar("T")


def _rule(function: Callable[P, T]) -> Callable[P, T]:
    """Return a function that takes the arrays that worlds are made of here."""
    if not PLAIN:
        return function
    from bor_widgets.simulation.plain.asked import each

    return each(function)


conflict_risk = _rule(success.conflict_risk)
containment = _rule(_containment)
count_reached = _rule(arithmetic.count_reached)
double_standard_index = _rule(double_standard.double_standard_index)
harmony = _rule(restraint.harmony)
perceived_confrontation = _rule(revisionists.perceived_confrontation)
perceived_threat = _rule(judgement.perceived_threat)
recoverability = _rule(judgement.recoverability)
security_under_zeal = _rule(revisionists.security_under_zeal)
security_with_labels = _rule(revisionists.security_with_labels)
worry = _rule(restraint.worry)


def _ease(support: Any) -> Any:
    return culture.adoption(support)[1]


#: how easily each state takes balance of relationships up (R143), 0..1
ease_of = _rule(_ease)


def _strained_round(now: commitment.Round, pace: commitment.Pace, strain: Any) -> commitment.Round:
    return commitment.next_round(now, replace(pace, strain=strain))


#: the next round of a spreader's clock, under a strain of its own
strained_round = _rule(_strained_round)


if TYPE_CHECKING or not PLAIN:

    class _Exponents(np.ndarray[Any, Any]):
        """Exponents that are taken one by one, as Python takes them.

        NumPy takes some at once, where a processor can, and the last bit then depends on the
        processor: a world would not be the same on another machine.
        """

        def __rpow__(self, base: Any, modulo: None = None, /) -> Any:
            return np.float_power(base, np.asarray(self))


_layering_here = _rule(_layering)


def layering(rounds: Any, demand: float) -> Layering:
    """Return what institutional layers do, by rounds of compensation (S39, S40)."""
    return _layering_here(rounds if PLAIN else rounds.view(_Exponents), demand)
