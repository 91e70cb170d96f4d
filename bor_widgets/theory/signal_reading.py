"""What a move says: signs of balance of relationships, and how long a statement lasts."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.credibility import (
    DECAY,
    concession_is_cheap,
    proper_tie,
    territorial_posture,
)
from bor_widgets.theory.holding_back import protests
from bor_widgets.theory.provenance import Reason
from bor_widgets.theory.signal_corners import CORNERS, corner

#: share of a statement from which on it still counts as made (ours)
STILL_SAID = 0.5


def signal_reasons(
    capability: float,
    concession: float,
    *,
    rounds_since: int = 0,
    decay: float = DECAY,
    still_said: float = STILL_SAID,
    betrayal: Any = None,
    over_territory: Any = None,
) -> tuple[Reason, ...]:
    """Say what one move is a sign of.

    Parameters
    ----------
    capability
        -1 far weaker .. 1 far stronger than the counterpart, our scale.
    concession
        -1 full resistance or coercion .. 1 full concession, our scale.
    rounds_since
        Rounds since the proper tie was last enacted (R27).
    decay
        Share of it that fades in a round, our scale.
    still_said
        Share of it from which on it still counts as made, our scale.
    betrayal
        Whether the weaker party perceives betrayal (yes, no, open; R31).
    over_territory
        Whether territory is at stake (yes, no, open; R25, said of China).

    Raises
    ------
    TypeError, ValueError
        For a number outside its range, or a criterion that is none.
    """
    where_it_lies = corner(capability, concession)
    keys = dict(zip(CORNERS, ("concedes", "resists", "coerces", "yields", "none"), strict=True))
    reasons = [Reason("R24", keys[where_it_lies])]
    if where_it_lies == "the stronger gives way":
        reasons.append(Reason("R22", "gives_up"))
        if concession_is_cheap(capability) == "cost-efficient":
            reasons.append(Reason("R26"))
    if where_it_lies == "the weaker resists":
        reasons.append(Reason("R23", "confronts"))
    if protests(capability, betrayal) > 0:
        reasons.append(Reason("R31"))
    if over_territory is True and territorial_posture(capability) != "not said":
        reasons.append(Reason("R25", territorial_posture(capability)))
    left = proper_tie(1.0, rounds_since, decay)
    reasons.append(Reason("R27", "fresh" if left >= still_said else "fading"))
    return tuple(reasons)
