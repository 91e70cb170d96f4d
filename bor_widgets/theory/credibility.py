"""How a state convinces others that it wants a stable tie."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.theory.arithmetic import Number, where
from bor_widgets.theory.provenance import computes

#: the apparent interests that can be given up (P0 L706-710)
SACRIFICES = ("territory", "power", "energy", "economic gains")

#: share of a statement about the proper tie that fades in a round (ours)
DECAY = 0.05


@computes("R22", "R23")
def credibility(sacrifice: Mapping[str, Number], confrontation: Number) -> Number:
    """How credible the wish for a stable tie is, 0..1 on our scale.

    Giving up apparent interests makes it credible (P0 L706-710, R22), and so does
    readiness to confront (P0 L710-716, R23). The two are interchangeable here, because
    the same act cannot tell a sincere state from another (E17). The form is ours.

    Raises
    ------
    ValueError
        For an interest that the paper does not name.
    """
    for kind in sacrifice:
        if kind not in SACRIFICES:
            raise ValueError(f"a sacrifice is one of {', '.join(SACRIFICES)}; given was {kind!r}")
    given_up = sum(sacrifice.values(), 0.0) / len(SACRIFICES)
    return 1.0 - (1.0 - given_up) * (1.0 - confrontation)


@computes("R24")
def signature(capability: Number, concession: Number) -> Number:
    """How well a move fits what observers of BoR should look for, 0..1 on our scale.

    Compromise towards the weaker and resistance towards the stronger score high, force
    against the weaker and yielding to the stronger low; between equals nothing can be
    told (P0 L736-744, L1405-1409, R24).

    Parameters
    ----------
    capability
        -1 far weaker .. 1 far stronger than the counterpart.
    concession
        -1 full resistance or coercion .. 1 full concession.
    """
    return 0.5 + 0.5 * capability * concession


@computes("R25")
def territorial_posture(capability: Number) -> Any:
    """Say whether to expect restraint or a show of resolve over territory.

    Hold back where one has the upper hand, show resolve where one lacks the capacity to
    take (P0 L122-130, R25; said of China). Equal power is not spoken of.
    """
    return where(capability > 0, "restraint", where(capability < 0, "resolve", "not said"))


@computes("R26")
def concession_is_cheap(capability: Number) -> Any:
    """Whether a concession is a cost-efficient investment: for the stronger side it is.

    Source: P0 L1326-1332 (R26). For the weaker side the paper does not say.
    """
    return where(capability > 0, "cost-efficient", "not said")


@computes("R27")
def proper_tie(level: Number, rounds_since: Number, decay: float = DECAY) -> Number:
    """Return what is left of a tie since it was last enacted, 0..1 on our scale.

    Statements about the proper tie need re-enactment from time to time, or the tie is
    not reproduced (P0 L1405-1411, R27). The rate of decay is ours.
    """
    return level * (1.0 - decay) ** rounds_since
