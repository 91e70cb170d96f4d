"""Side effects of institutional balancing: three good ones, bad ones, and the transition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, clip, count_reached, where
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import Reason, computes
from bor_widgets.theory.success import positive_externalities


@dataclass(frozen=True, slots=True)
class GoodEffects:
    """The three good side effects, each 0..1 on our scale, and whether they are granted.

    Attributes
    ----------
    granted
        Both gates together: +1 yes, 0 open, -1 no.
    dynamism, cooperation_motives, public_goods
        Sustained institutional dynamism, new motives to cooperate, public goods. They
        are 0 unless granted.
    """

    granted: Leaning
    dynamism: Number
    cooperation_motives: Number
    public_goods: Number

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The finding for a reader, of one situation."""
        if self.granted > 0:
            return (Reason("S29", "granted" if self.dynamism > 0.0 else "unused"),)
        return (Reason("S29", "withheld" if self.granted < 0 else "open"),)


@computes("S29")
def good_effects(
    institutional_balancing: Number, mutual_destruction: Any, ideology_managed: Any
) -> GoodEffects:
    """Return the good side effects of institutional balancing between two great powers.

    Dynamic institutions, new motives to cooperate and public goods (S29, P2 L153,
    reported of He and Feng), and only where both gates are open (S30). The form is ours:
    each grows with the balancing itself.

    Parameters
    ----------
    institutional_balancing
        How much the two balance through institutions, 0..1 on our scale.
    mutual_destruction, ideology_managed
        The two gates (yes, no, open).

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("institutional_balancing", institutional_balancing, 0.0, 1.0)
    granted = positive_externalities(mutual_destruction, ideology_managed)
    amount = where(granted > 0, institutional_balancing, 0.0 * institutional_balancing)
    return GoodEffects(granted, amount, amount, amount)


#: what badly managed competition may lead to, in rising order (P2 L153)
HARMS = ("diplomatic tension", "strategic rivalry", "military conflict")


@computes("S32")
def harm(escalation: Number, mismanagement: Number) -> Number:
    """How bad the side effects of competition get, 0..1 on our scale.

    Escalating competition could, if mismanaged, bring tension, rivalry and potentially
    war (S32, P2 L153, reported of He and Feng). The form is ours: it takes both, and each
    worsens the other.

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("escalation", escalation, 0.0, 1.0)
    within("mismanagement", mismanagement, 0.0, 1.0)
    return escalation * mismanagement


#: from where on each of HARMS is within reach (our scale)
HARM_CUTS = (0.1, 0.4, 0.7)


def harms_within_reach(level: Number, *, cuts: tuple[float, float, float] = HARM_CUTS) -> Any:
    """How many of HARMS have come within reach at a level; the cut points are ours.

    Raises
    ------
    ValueError
        For a level outside 0..1.
    """
    within("level", level, 0.0, 1.0)
    return count_reached(level, cuts)


@dataclass(frozen=True, slots=True)
class Transition:
    """What to expect of a change of order, each 0..1 on our scale."""

    more_peaceful: Number
    crisis_risk: Number

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The finding for a reader, of one situation."""
        return (Reason("S31", "moderated" if self.more_peaceful > 0.5 else "not_moderated"),)


#: risk of regional crises (our scale)
CRISIS = 0.2


@computes("S31")
def transition(
    moderation: Number, other_moderation: Number, *, crisis: float = CRISIS
) -> Transition:
    """Say how a change of order goes where great powers moderate their rivalry.

    If both moderate it through institutions, it could be more peaceful than earlier
    ones, even with a risk of regional military crises (S31, P2 L153, reported of He and
    Feng). The form is ours: the less moderate of the two decides, and the risk of crises
    stays as it is, because nothing is said that lowers it.

    Parameters
    ----------
    moderation, other_moderation
        How far each power moderates the rivalry through institutions, 0..1.
    crisis
        Risk of regional crises, 0.05..1 (ours).

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("moderation", moderation, 0.0, 1.0)
    within("other_moderation", other_moderation, 0.0, 1.0)
    within("crisis", crisis, 0.05, 1.0)
    both = where(moderation < other_moderation, moderation, other_moderation)
    return Transition(both, clip(crisis + 0.0 * both, 0.0, 1.0))
