"""The corners of the signal map: who gives way, who resists, and which theory finds it odd."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, where
from bor_widgets.theory.checks import within
from bor_widgets.theory.credibility import signature

CORNERS = (
    "the stronger gives way",
    "the weaker resists",
    "the stronger coerces",
    "the weaker yields",
    "no corner",
)


def _check(capability: Number, concession: Number) -> None:
    within("capability", capability, -1.0, 1.0)
    within("concession", concession, -1.0, 1.0)


def corner(capability: Number, concession: Number) -> Any:
    """Name the corner of the signal map in which a move lies.

    Parameters
    ----------
    capability
        -1 far weaker .. 1 far stronger than the counterpart, our scale.
    concession
        -1 full resistance or coercion .. 1 full concession, our scale.

    Returns
    -------
    One of ``CORNERS``; the last between equals, or where a move is neither.
    """
    _check(capability, concession)
    stronger = where(concession > 0, CORNERS[0], where(concession < 0, CORNERS[2], CORNERS[4]))
    weaker = where(concession > 0, CORNERS[3], where(concession < 0, CORNERS[1], CORNERS[4]))
    return where(capability > 0, stronger, where(capability < 0, weaker, CORNERS[4]))


def typical_of_relationships(capability: Number, concession: Number) -> Leaning:
    """Whether a move carries the signature of balance of relationships (R24).

    To the viewpoint of apparent interest just these moves do not look rational (P0
    L716-718, L736-744). That a move looks so is no proof: a miscalculation looks alike (E18).

    Returns
    -------
    +1 typical, -1 what power would lead one to expect, 0 neither.
    """
    _check(capability, concession)
    fit = signature(capability, concession)
    return where(fit > 0.5, 1, where(fit < 0.5, -1, 0))
