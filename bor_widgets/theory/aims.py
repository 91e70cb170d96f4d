"""What each of the three principles is for. Aims, which the paper never calls outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bor_widgets.theory.arithmetic import Number, clip
from bor_widgets.theory.provenance import Reason, computes


@dataclass(frozen=True, slots=True)
class Aim:
    """Where an action is meant to take the tie.

    Attributes
    ----------
    level
        Strength of the tie that is aimed at, 0..1 on our scale; None where the paper
        names a direction only.
    lowest
        The tie is not meant to fall below this.
    directions
        Which ways stay open: ``"up"``, ``"down"``.
    status
        Always ``"aim"``: the paper promises no outcome.
    """

    level: Number | None
    lowest: Number
    directions: tuple[Literal["up", "down"], ...]
    status: Literal["aim"] = "aim"


@computes("R05", "R06", "R07", "R155")
def aims_of(action: str) -> tuple[Reason, ...]:
    """Name the aims of an action.

    Own restraint is to enable the other's (R05, P0 L401-403) and the tie is to stand as
    if never challenged (R155, P0 L397-401); a breakup leaves only improvement (R06, P0
    L409-413); a mix keeps both ways open (R07, P0 L421-423).
    """
    match action:
        case "compromise":
            return (Reason("R05"), Reason("R155"))
        case "breakup":
            return (Reason("R06"),)
        case "mix":
            return (Reason("R07"),)
        case _:
            return ()


def aim_for_tie(action: str, before: Number, floor: Number = 0.0) -> Aim:
    """Say where the tie is meant to go, from its strength before the breach.

    Parameters
    ----------
    action
        The action taken.
    before
        Strength of the tie before the breach, 0..1 on our scale.
    floor
        Where a broken tie comes to rest, 0..1 on our scale (ours: the paper says only
        that what follows can but improve, P0 L409-413).
    """
    match action:
        case "compromise":
            return Aim(before, before, ("up",))
        case "breakup":
            return Aim(None, floor, ("up",))
        case "mix":
            return Aim(None, 0.0, ("up", "down"))
        case _:
            return Aim(before, before, ())


def after_breakup(change: Number, floor: Number = 0.0) -> Number:
    """Return a broken tie after a further change: meant never to fall below the floor (R06)."""
    return clip(floor + change, floor, 1.0)
