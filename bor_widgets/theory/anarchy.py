"""Between anarchy and harmony: what states fear, and what ties take off them."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Number, clip, where
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.provenance import computes

#: harmony that practice can come close to and does not reach (ours; the paper: "hardly")
CEILING = 0.95


@computes("R164")
def pull_out_of_anarchy(anarchy: Number) -> tuple[Number, Number]:
    """Return the enmity a state must presume, and its wish for ties, each 0..1 on our scale.

    Under anarchy it would have to take others for enemies, and it wants out so as not to
    have to (P0 L1162-1168, R164). Both rise with it; that they rise alike is ours.

    Parameters
    ----------
    anarchy
        How far the state feels it lives in anarchy, 0..1 on our scale.
    """
    within("anarchy", anarchy, 0.0, 1.0)
    return anarchy * 1.0, anarchy * 1.0


@computes("R149")
def systems_open_to(fear: Number) -> tuple[Any, Any]:
    """Whether fear of unrestrained violence opens balance of relationships, and of power.

    The same fear leads to either: anarchy is undesirable but not inevitable (P0
    L1226-1241, R149: "could"). Without fear the paper does not say.

    Parameters
    ----------
    fear
        Fear of violence under anarchy, 0..1 on our scale.

    Returns
    -------
    Two leanings, +1 open to the state or 0 not said.
    """
    within("fear", fear, 0.0, 1.0)
    ready = where(fear > 0.0, 1, 0)
    return ready, ready


@computes("R139")
def survival_priority(relational_security: Number) -> Number:
    """Return how far survival comes first among a state's interests, 0..1 on our scale.

    States rarely keep it there, because they usually have some relational security (P0
    L1208-1214, R139). The form is ours: it falls as that security grows.

    Parameters
    ----------
    relational_security
        Safety drawn from stable ties, 0..1 on our scale.
    """
    return 1.0 - within("relational_security", relational_security, 0.0, 1.0)


@computes("R156")
def harmony_and_uncertainty(
    own: Number,
    other: Number,
    compatible: Any,
    relational_security: Number,
    ceiling: float = CEILING,
) -> tuple[Number, Number]:
    """Return how near harmony comes, and the uncertainty that is left, 0..1 on our scale.

    Harmony as a final state is hardly reached or fixed in practice; relational security
    is an answer to uncertainty all the same (P0 L1307-1311, R156). The form is ours: the
    lesser of two fitting restraints carries it, and it stays below the top.

    Parameters
    ----------
    own, other
        Self-restraint, -1 (revoked) .. 1 (enhanced), our scale.
    compatible
        Whether the two fit each other (yes, no, open).
    relational_security
        Safety drawn from stable ties, 0..1 on our scale.
    ceiling
        What harmony stays below, above 0 and under 1 (ours).
    """
    within("own", own, -1.0, 1.0)
    within("other", other, -1.0, 1.0)
    within("relational_security", relational_security, 0.0, 1.0)
    within("ceiling", ceiling, 0.01, 0.99)
    lesser = clip(where(own < other, own, other), 0.0, 1.0)
    near = where(criterion("compatible", compatible) > 0, ceiling * lesser, 0.0 * lesser)
    return near, 1.0 - relational_security


@computes("R161")
def incentive_for_ties(
    shared_identity: Number, common_rules: Number, accepted_structure: Number
) -> Number:
    """Return the systemic incentive to rely on ties, 0..1 on our scale.

    A shared identity, common rules and an accepted structure of power make dealings
    easier; where they are imperfect, states have a reason to turn to balance of
    relationships (P0 L230-254, R161). It rises as any of the three falls; that they
    weigh alike is ours.

    Parameters
    ----------
    shared_identity, common_rules, accepted_structure
        How perfect each is, 0..1 on our scale.
    """
    within("shared_identity", shared_identity, 0.0, 1.0)
    within("common_rules", common_rules, 0.0, 1.0)
    within("accepted_structure", accepted_structure, 0.0, 1.0)
    return 1.0 - (shared_identity + common_rules + accepted_structure) / 3.0
