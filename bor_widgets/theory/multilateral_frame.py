"""Many states in one frame: attitude, volatility, shared ideas, and what comes first."""

from __future__ import annotations

from typing import Any, Literal

from bor_widgets.theory.arithmetic import Leaning, Number, where
from bor_widgets.theory.checks import criterion, one_of, within
from bor_widgets.theory.lens_expectations import LENSES, Lens
from bor_widgets.theory.provenance import computes

Frame = Literal["bilateral", "multi-bilateral", "multilateral"]
FRAMES: tuple[Frame, ...] = ("bilateral", "multi-bilateral", "multilateral")


@computes("R70")
def frame_order(system: Lens) -> tuple[str, ...]:
    """Return which frame comes first: ties between two, without ruling out many.

    Balance of relationships privileges bilateral ties and does not preclude multilateral
    ones (P0 L953-957, L1678-1682, R70). No such order is given for balance of power.
    """
    if one_of("system", system, LENSES) == LENSES[0]:
        return ("bilateral", "multilateral")
    return ("not said",)


def tie_is(system: Lens) -> str:
    """Say what a bilateral tie is for: a goal in itself, or an instrument (P0 L1014-1018)."""
    return (
        "goal in itself"
        if one_of("system", system, LENSES) == LENSES[0]
        else "instrument against potential threats"
    )


@computes("R71")
def intervening_attitude(frame: Frame, all_parties_follow: Any) -> Leaning:
    """Whether taking part calls for an intervening attitude towards all members' practices.

    In a multilateral frame yes, unless every relevant party follows balance of
    relationships, as in the example of ASEAN (P0 L957-965, R71). Of other frames this
    sentence does not speak.

    Parameters
    ----------
    frame
        ``"bilateral"``, ``"multi-bilateral"`` or ``"multilateral"``.
    all_parties_follow
        Whether all parties follow balance of relationships (yes, no, open).

    Returns
    -------
    +1 called for, -1 not, 0 open or not said.
    """
    code = -criterion("all_parties_follow", all_parties_follow)
    return code if one_of("frame", frame, FRAMES) == "multilateral" else 0 * code


@computes("R72")
def volatility(
    frame: Frame, general_rules: Number, pragmatism: Number, all_parties_follow: Any = False
) -> Number:
    """Return how volatile relations in a frame become, 0..1 on our scale.

    A multilateral frame usually depends on universal rules, and relational pragmatism fits
    them ill, so it makes such relations volatile (P0 L462-466, L1380-1386, R72; said of
    China). The form is ours: it takes both, and a multilateral frame. That it stays calm
    where all follow balance of relationships is our reading of the exception in R71.

    Parameters
    ----------
    frame
        ``"bilateral"``, ``"multi-bilateral"`` or ``"multilateral"``.
    general_rules
        How far the frame depends on universal rules, 0..1 on our scale.
    pragmatism
        How far a state's policy follows ties instead of rules, 0..1 on our scale.
    all_parties_follow
        Whether all parties follow balance of relationships (yes, no, open).
    """
    within("general_rules", general_rules, 0.0, 1.0)
    within("pragmatism", pragmatism, 0.0, 1.0)
    reached = one_of("frame", frame, FRAMES) == "multilateral"
    calm = criterion("all_parties_follow", all_parties_follow) > 0
    return general_rules * pragmatism * where(calm, 0.0, 1.0 if reached else 0.0)


@computes("R87")
def practised_idea(shared: Number, practice: Number, pull: float = 0.5) -> Number:
    """Return what two states practise, where many share an idea: a mix, the idea still in it.

    Shared ideas constrain in a multilateral frame; practice between two states compromises
    them without necessarily replacing them (P0 L1109-1117, R87). The form is ours: practice
    moves part of the way and never all of it.

    Parameters
    ----------
    shared, practice
        Where the shared idea, and the practice between the two, would lead: -1..1 on a
        scale of ours.
    pull
        How much of the way practice goes, 0..0.99 (ours).
    """
    within("shared", shared, -1.0, 1.0)
    within("practice", practice, -1.0, 1.0)
    within("pull", pull, 0.0, 0.99)
    return (1.0 - pull) * shared + pull * practice


@computes("R90")
def renews_hierarchy(frame: Frame) -> Leaning:
    """Whether hierarchy between states is usually reproduced in a frame: in pairs it is.

    Source: P0 L977-981 (R90, reported from Lake: "usually"). Of the others not said.

    Returns
    -------
    +1 usually, 0 not said.
    """
    return 1 if one_of("frame", frame, FRAMES) in ("bilateral", "multi-bilateral") else 0
