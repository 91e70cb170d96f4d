"""The stretch in which success lies: open at both ends, and never a number."""

from __future__ import annotations

from dataclasses import dataclass

from bor_widgets.theory.checks import within
from bor_widgets.theory.success import CONDITIONS

#: how far success stays away from impossible and from certain (ours)
MARGIN = 0.1

#: how wide the stretch is where every condition is judged (ours)
WIDTH = 0.4


@dataclass(frozen=True, slots=True)
class SuccessBand:
    """From where to where success may lie, 0 (impossible) .. 1 (certain), both never reached."""

    low: float
    high: float


def success_band(
    count: int, unjudged: int = 0, *, margin: float = MARGIN, width: float = WIDTH
) -> SuccessBand:
    """Return the stretch in which success lies for a number of conditions that hold.

    Success is likelier with them (S15, P2 L123), but they are ideals of which not all are
    needed (S16, P2 L123). So the stretch rises with the count, and reaches neither end
    whatever the count. No paper gives a number: shape and width are ours.

    Parameters
    ----------
    count
        How many of the seven conditions hold.
    unjudged
        How many are left open; each might hold, so the stretch reaches higher.
    margin
        How far it stays away from either end, 0.02..0.25 (ours).
    width
        How wide it is where all is judged, 0.1..0.5 (ours).

    Raises
    ------
    ValueError
        For more conditions than there are, or a number outside its range.
    """
    within("margin", margin, 0.02, 0.25)
    within("width", width, 0.1, 0.5)
    most = len(CONDITIONS)
    if count < 0 or unjudged < 0 or count + unjudged > most:
        raise ValueError(
            f"count and unjudged take 0 to {most} together; given were {count} and {unjudged}"
        )
    room = 1.0 - 2.0 * margin - width
    low = margin + room * count / most
    high = margin + room * (count + unjudged) / most + width
    return SuccessBand(low, high)
