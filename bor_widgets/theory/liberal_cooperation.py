"""Why liberals expect states to cooperate, and why even the strongest need others."""

from __future__ import annotations

from dataclasses import dataclass

from bor_widgets.theory.arithmetic import Number
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import computes

#: cooperation that is left without democracy, and what the strongest state reaches alone (ours)
LEAST_COOPERATION = 0.2
MOST_ALONE = 0.9


@computes("Q15")
def cooperation(
    democracy: Number, self_interest: Number = 1.0, *, least: float = LEAST_COOPERATION
) -> Number:
    """How far liberals expect cooperation, 0..1 on our scale, never none.

    Interests of their own do not keep states from cooperating, so self-interest is taken
    and changes nothing; democratic institutions promote peace and prosperity (Q15,
    P1 L31, reported). What is left without democracy is ours.

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("democracy", democracy, 0.0, 1.0)
    within("self_interest", self_interest, 0.0, 1.0)
    within("least", least, 0.0, 1.0)
    return least + (1.0 - least) * democracy + 0.0 * self_interest


@dataclass(frozen=True, slots=True)
class Need:
    """How much stability is needed, and what multilateral cooperation meets of it, 0..1."""

    needed: Number
    met: Number
    unmet: Number


@computes("Q16")
def stability(
    multilateralism: Number, danger: Number, vulnerability: Number, interdependence: Number
) -> Need:
    """Say how much stability states need, and how much multilateralism brings.

    Common dangers, weak points and dependence on one another make stability, peace and
    cooperation necessary, and multilateralism brings them (Q16, P1 L33-35, what liberal
    institutionalists assume). The form is ours: the three causes of the need count
    alike, and cooperation meets its own share of the need.

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("multilateralism", multilateralism, 0.0, 1.0)
    within("danger", danger, 0.0, 1.0)
    within("vulnerability", vulnerability, 0.0, 1.0)
    within("interdependence", interdependence, 0.0, 1.0)
    needed = (danger + vulnerability + interdependence) / 3.0
    return Need(needed, needed * multilateralism, needed * (1.0 - multilateralism))


#: what even the strongest cannot get alone (P1 L35)
GOODS = ("security", "safe environment", "prosperity")


@computes("Q17")
def reach_alone(capability: Number, *, most: float = MOST_ALONE) -> Number:
    """How much of any of the three goods a state gets alone, 0 .. below 1 on our scale.

    Even the strongest state cannot have security, a safe environment and prosperity by
    itself, which is why the system rests on a network of treaties and bodies (Q17,
    P1 L35, reported of Newman). What is missing to 1 is the part left to the network.

    Parameters
    ----------
    capability
        -1 far weaker .. 1 far stronger than others.
    most
        What the strongest state reaches, from 0 to 0.99 (ours).

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("capability", capability, -1.0, 1.0)
    within("most", most, 0.0, 0.99)
    return most * (capability + 1.0) / 2.0
