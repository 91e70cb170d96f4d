"""Where two restraints meet: the fields of one plane, own restraint against the other's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, clip, is_array, pick, where
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.provenance import Reason
from bor_widgets.theory.restraint import harmony, worry

#: the fields, by code. Their order says nothing.
ZONES = ("neither", "harmony", "misfit", "fit_open", "worry", "break", "alone", "alone_open")


@dataclass(frozen=True, slots=True)
class Meeting:
    """What follows when two self-restraints meet.

    Attributes
    ----------
    zone
        ``"harmony"`` (possible, not promised), ``"misfit"`` (both hold back, in ways that
        do not fit), ``"fit_open"``, ``"worry"`` (one-sided and imposed), ``"alone"``
        (one-sided, not imposed), ``"alone_open"`` (one-sided, and whether it is imposed is
        open), ``"break"`` (both have withdrawn their restraint; the name is ours) or
        ``"neither"``.
    worry
        How far the restraint of the one can frighten or confuse the other, 0..1, our scale.
    reasons
        Who says so.
    """

    zone: str
    worry: Number
    reasons: tuple[Reason, ...]


def zone_codes(own: Number, other: Number, compatible: Any, imposed: Any) -> Any:
    """Return the code of the field for each pair of restraints.

    Harmony needs both to hold back in ways that fit (R20, P0 L700-702); restraint that
    is one-sided and imposed can frighten (R21, P0 L704-706). The rest is named by us.

    Parameters
    ----------
    own, other
        Self-restraint, -1 (revoked) .. 1 (enhanced), our scale: numbers or arrays.
    compatible
        Whether the two fit each other (yes, no, open).
    imposed
        Whether who holds back alone also imposes it on the other (yes, no, open).

    Raises
    ------
    TypeError, ValueError
        For a restraint outside -1..1, or a criterion that is none.
    """
    within("own", own, -1.0, 1.0)
    within("other", other, -1.0, 1.0)
    fit = criterion("compatible", compatible)
    pressed = criterion("imposed", imposed)
    both = harmony(own, other, True)
    possible: Leaning = harmony(own, other, compatible)
    held_back = where(possible > 0, 1, where(fit < 0, 2, 3))
    frightened = worry(own, other, imposed) + worry(other, own, imposed)
    most = where(own < other, other, own)
    alone = where(frightened > 0.0, 4, where(pressed < 0, 6, 7))
    nobody = where(most < 0.0, 5, 0)
    return where(both > 0, held_back, where(most > 0.0, alone, nobody))


def meet(own: float, other: float, compatible: Any, imposed: Any = True) -> Meeting:
    """Say where one pair of restraints stands, and why.

    Parameters are those of ``zone_codes``, for a single pair.

    Raises
    ------
    TypeError, ValueError
        For an array, a restraint outside -1..1, or a criterion that is none.
    """
    if is_array(own, other, compatible, imposed):
        raise ValueError("meet takes one pair of restraints; use zone_codes for arrays")
    zone = str(pick(ZONES, zone_codes(own, other, compatible, imposed)))
    frightened = clip(worry(own, other, imposed) + worry(other, own, imposed), 0.0, 1.0)
    return Meeting(zone, frightened, _reasons(zone, own, other))


def _reasons(zone: str, own: float, other: float) -> tuple[Reason, ...]:
    match zone:
        case "harmony":
            return (Reason("R20"),)
        case "misfit":
            return (Reason("R20", "misfit"),)
        case "fit_open":
            return (Reason("R20", "fit_open"),)
        case "worry":
            return (Reason("R21", "own" if own > other else "other"), Reason("R20", "one_sided"))
        case "alone":
            return (Reason("R20", "one_sided"), Reason("R21", "not_imposed"))
        case "alone_open":
            return (Reason("R20", "one_sided"), Reason("R21", "imposed_open"))
        case "break":
            return (Reason("R20", "nobody"), Reason("R160", "both_revoked"))
        case _:
            return (Reason("R20", "nobody"),)
