"""What each theory leads one to expect, where the two part."""

from __future__ import annotations

from typing import Any, Literal

from bor_widgets.theory.arithmetic import Leaning, Number, where
from bor_widgets.theory.checks import criterion, one_of, within
from bor_widgets.theory.provenance import computes

Lens = Literal["balance of relationships", "balance of power"]
LENSES: tuple[Lens, ...] = ("balance of relationships", "balance of power")

#: how well balance of power must explain so that it is enough (ours)
ENOUGH = 0.5


@computes("R159")
def reaction_to_norms(pressure: Number, lens: Lens) -> Number:
    """Return how far a state reacts to normative pressure, 0..1 on our scale.

    Under realist balance of power it would perhaps not have cared; that it does is
    evidence for something else (P0 L37-39, R159, implied). The form is ours.

    Parameters
    ----------
    pressure
        Normative pressure on it, 0..1 on our scale.
    lens
        ``"balance of relationships"`` or ``"balance of power"``.
    """
    within("pressure", pressure, 0.0, 1.0)
    return pressure * (1.0 if one_of("lens", lens, LENSES) == LENSES[0] else 0.0)


@computes("R158")
def controls_neighbours(capability: Number, lens: Lens) -> Leaning:
    """Whether unilateral control over a small neighbour is to be expected.

    It is expected of a bipolar or a hierarchical power, and China seems to refrain from
    it (P0 L45-52, L122-126, R158). A state without the upper hand is not spoken of.

    Parameters
    ----------
    capability
        -1 far weaker .. 1 far stronger than the neighbour, our scale.
    lens
        ``"balance of power"`` expects it, ``"balance of relationships"`` does not.

    Returns
    -------
    +1 expected, -1 not expected, 0 not said.
    """
    within("capability", capability, -1.0, 1.0)
    sign = -1 if one_of("lens", lens, LENSES) == LENSES[0] else 1
    return sign * where(capability > 0.0, 1, 0)


@computes("R157")
def amity_possible(difference: Number, two_poles: Any, lens: Lens) -> Leaning:
    """Whether two great powers can be on friendly terms.

    It is claimed that they can, whatever their differences and without the confrontation
    of two poles (P0 L17-21, L1624-1630, R157; Xi's claim, embraced). So under this lens
    neither input changes the answer. The other lens expects confrontation of two poles;
    without them it is not said.

    Parameters
    ----------
    difference
        How far the two differ, 0..1 on our scale.
    two_poles
        Whether the system has two poles (yes, no, open).
    lens
        ``"balance of relationships"`` or ``"balance of power"``.

    Returns
    -------
    +1 possible, -1 confrontation expected, 0 not said.
    """
    within("difference", difference, 0.0, 1.0)
    poles = criterion("two_poles", two_poles)
    if one_of("lens", lens, LENSES) == LENSES[0]:
        return where(difference >= 0.0, 1, 0) + 0 * poles
    return where(poles > 0, -1, 0) + 0 * where(difference >= 0.0, 1, 0)


@computes("R147")
def theory_called_for(fit: Number, enough: float = ENOUGH) -> Any:
    """Name the theory that is called for, from how well balance of power explains.

    Balance of relationships is called for in cases where balance of power does not
    explain sufficiently (P0 L1472-1474, R147). Where it does, the paper makes no such
    call. What is sufficient is ours.

    Parameters
    ----------
    fit
        How well balance of power explains the case, 0..1 on our scale.
    enough
        Fit from which on it is sufficient, 0..1 (ours).
    """
    within("fit", fit, 0.0, 1.0)
    within("enough", enough, 0.0, 1.0)
    return where(fit < enough, "balance of relationships", "not said")
