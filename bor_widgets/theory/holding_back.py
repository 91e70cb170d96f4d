"""When the strong may hold back, and when the weak speak up."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, all_of, where
from bor_widgets.theory.checks import criterion, one_of, within
from bor_widgets.theory.provenance import computes

#: how far below the counterpart counts as far weaker, on -1..1 (ours)
FAR_WEAKER = -0.5

#: systems whose tactics leaders may follow
SYSTEMS = ("balance of relationships", "balance of power", "bandwagoning")


@computes("R14")
def may_refrain(major_power: Any, improvable_by_tie: Any) -> Leaning:
    """Whether a major power may hold back from intervening and build a tie instead.

    It may when it judges that a challenge to the order it wants can be improved if a tie
    can be built (P0 L1535-1541, R14: "may"). Where either is not so, the paper does not
    say what it does.

    Parameters
    ----------
    major_power, improvable_by_tie
        Each yes, no, or open.

    Returns
    -------
    +1 it may, 0 not said.
    """
    both = all_of(
        criterion("major_power", major_power), criterion("improvable_by_tie", improvable_by_tie)
    )
    return where(both > 0, 1, 0)


@computes("R31")
def protests(capability: Number, betrayal: Any, far: float = FAR_WEAKER) -> Leaning:
    """Whether a weak party threatens a far stronger one to protest at perceived betrayal.

    Drawn from one case (P0 L1555-1559, R31). For parties that are not far weaker, or
    without a perceived betrayal, nothing is said.

    Parameters
    ----------
    capability
        -1 far weaker .. 1 far stronger than the counterpart, our scale.
    betrayal
        Whether betrayal is perceived (yes, no, open).
    far
        Capability up to which it counts as far weaker, -1 up to below 0 (ours).

    Returns
    -------
    +1 yes, 0 not said.
    """
    within("capability", capability, -1.0, 1.0)
    within("far", far, -1.0, -0.01)
    weak = where(capability <= far, 1, 0)
    return where(all_of(weak, criterion("betrayal", betrayal)) > 0, 1, 0)


@computes("R123")
def may_not_contain(capability: Number) -> tuple[Leaning, str]:
    """Whether a power may refrain from containing a riser, and for what.

    A militarily superior one at times does, for a later benefit that is not specified
    (P0 L1332-1344, R123; with a quotation from Nye). For a power that is not superior
    nothing is said here.

    Parameters
    ----------
    capability
        -1 far weaker .. 1 far stronger than the riser, our scale.

    Returns
    -------
    +1 it may or 0 not said, and what is known of the benefit: ``"unspecified"``.
    """
    within("capability", capability, -1.0, 1.0)
    return where(capability > 0.0, 1, 0), "unspecified"


@computes("R142")
def restraint_is_rational(tactics: str) -> bool:
    """Whether leaders who follow these tactics find restraint rational: whichever they follow.

    Even those who subscribe to balance-of-power tactics do (P0 L1326-1328, R142).

    Raises
    ------
    ValueError
        For tactics that the paper does not name.
    """
    return one_of("tactics", tactics, SYSTEMS) in SYSTEMS


@computes("R160")
def means_for(tie: str) -> str:
    """Name what brings a tie about, or puts it right.

    Restraint is how ties of every kind are acquired, and revoking it how a wrong one is
    rectified (P0 L145-149, R160). A tie that stands and is right is not spoken of there.

    Parameters
    ----------
    tie
        ``"absent"``, ``"wrong"`` or ``"right"``.

    Returns
    -------
    ``"restrain"``, ``"revoke restraint"`` or ``"not said"``.

    Raises
    ------
    ValueError
        For another state of a tie.
    """
    one_of("tie", tie, ("absent", "wrong", "right"))
    return {"absent": "restrain", "wrong": "revoke restraint"}.get(tie, "not said")
