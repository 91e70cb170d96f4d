"""Why realists like to work in pairs: the bargain, the clear view, the need to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Number, where
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import Reason, computes

#: how much pairs of states stand out in security without any hostility (ours)
LEAST_SALIENCE = 0.5


@dataclass(frozen=True, slots=True)
class Bargain:
    """What changes hands in an alliance of unequals, each 0..1 on our scale.

    Attributes
    ----------
    protection
        Cover that the strong side gives to the weak one.
    patronage
        Political patronage that the weak side gives in return.
    """

    protection: Number
    patronage: Number

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The finding for a reader, of one alliance."""
        return (Reason("Q10", "exchange" if self.protection > 0.0 else "equals"),)


@computes("Q10")
def bargain(power_gap: Number) -> Bargain:
    """Say what the strong and the weak ally exchange: protection for patronage.

    Bilateral alliance often rests on unequal power (Q10, P1 L27: "often"). The form is
    ours: both sides of the exchange grow with the gap, and equals exchange neither.

    Parameters
    ----------
    power_gap
        How unequal the two are: 0 equal .. 1 as unequal as can be, our scale.

    Raises
    ------
    ValueError
        For a gap outside 0..1.
    """
    within("power_gap", power_gap, 0.0, 1.0)
    return Bargain(power_gap, power_gap)


@computes("Q11")
def readability(parties: Any) -> Number:
    """How well a state can read what the others do and say, 0..1 on our scale.

    Realists fear that a larger multilateral structure makes this harder (Q11, P1 L27).
    The form is ours: 1 for a pair, then falling with the number of states.

    Raises
    ------
    ValueError
        For fewer than two states: there is nobody to read.
    """
    within("parties", parties, 2, float("inf"))
    return 2.0 / parties


@computes("Q12")
def salience(hostility: Number, *, least: float = LEAST_SALIENCE) -> Number:
    """How much pairs of states stand out in security, 0..1 on our scale.

    Their effect showed most at the time of great ideological hostility between East and
    West (Q12, P1 L27, a historical statement). What is left without hostility is ours.

    Raises
    ------
    ValueError
        For a hostility or a remainder outside 0..1.
    """
    within("hostility", hostility, 0.0, 1.0)
    within("least", least, 0.0, 1.0)
    return least + (1.0 - least) * hostility


@computes("Q14")
def capability_sensitivity(territory: Number, domestic_order: Number, status_quo: Number) -> Number:
    """How alert a state is to relative capabilities, 0..1 on our scale.

    Alertness grows with what hangs on them: keeping territory, keeping order at home,
    and defending or changing the status quo (Q14, P1 L39). The three count alike because
    the paper ranks none.

    Raises
    ------
    ValueError
        For a goal outside 0..1.
    """
    within("territory", territory, 0.0, 1.0)
    within("domestic_order", domestic_order, 0.0, 1.0)
    within("status_quo", status_quo, 0.0, 1.0)
    return (territory + domestic_order + status_quo) / 3.0


def view_of(parties: int) -> Reason:
    """Say how well realists think others can be read in a group of this size."""
    return Reason("Q11", "pair" if readability(parties) == 1.0 else "group")


def pairs_within(parties: Any) -> Any:
    """How many pairs a group of states contains; none below two.

    Raises
    ------
    ValueError
        For fewer than one state.
    """
    within("parties", parties, 1, float("inf"))
    return where(parties >= 2, parties * (parties - 1) // 2, 0)
