"""Back to ties: a system stops guiding, a tie is wanted again, or a crisis comes."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Leaning, where
from bor_widgets.theory.checks import criterion, one_of
from bor_widgets.theory.provenance import computes

#: other systems of rationality, by what they rest on (P0 L1271-1277)
RESTS_ON = ("power", "institutions", "identity")


@computes("R52")
def falls_back_on_ties(rests_on: str, guides: Any) -> Leaning:
    """Whether a system must fall back on particular ties between two states.

    Those that rest on power, institutions or identity always have to, once their
    constraints stop giving guidance (P0 L1271-1277, R52). While they guide, nothing is said.

    Parameters
    ----------
    rests_on
        ``"power"``, ``"institutions"`` or ``"identity"``.
    guides
        Whether the system still gives guidance (yes, no, open).

    Returns
    -------
    +1 yes, 0 not said.
    """
    one_of("rests_on", rests_on, RESTS_ON)
    return where(criterion("guides", guides) < 0, 1, 0)


@computes("R62")
def regresses(will: Any) -> Leaning:
    """Whether there is a move back towards balance of relationships.

    Wherever there is a will to retrieve a loosened tie (P0 L1089-1095, R62). Without the
    will the paper does not say.

    Returns
    -------
    +1 yes, 0 not said.
    """
    return where(criterion("will", will) > 0, 1, 0)


@computes("R145")
def in_some_measure(crisis_judged: Any) -> Leaning:
    """Whether every nation uses balance of relationships in some measure.

    Once a crisis is judged to exist, all do (P0 L1516-1518, R145); how much, and what
    they do without a crisis, is not said there.

    Returns
    -------
    +1 yes, 0 not said.
    """
    return where(criterion("crisis_judged", crisis_judged) > 0, 1, 0)
