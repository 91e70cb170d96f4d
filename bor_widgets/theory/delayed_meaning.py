"""What happens between two states often reaches the others late, or by a detour."""

from __future__ import annotations

from collections.abc import Sequence

from bor_widgets.theory.arithmetic import Number
from bor_widgets.theory.checks import whole, within
from bor_widgets.theory.provenance import computes


@computes("R127")
def felt_by_others(
    events: Sequence[Number], delay: int = 3, passed_on: float = 0.5
) -> tuple[Number, ...]:
    """Return what others feel of a tie between two states, round by round, our scale.

    The multilateral meaning of a bilateral tie is often neither direct nor immediate (P0
    L1401-1403, R127: "often"). The form is ours: each event reaches the others after a
    delay, and only in part. The result goes on until the last event has arrived.

    Parameters
    ----------
    events
        What happens in the tie in each round, -1 (worse) .. 1 (better), our scale.
    delay
        Number of rounds until it is felt, 0 to 100 (ours).
    passed_on
        Part that arrives, 0..1 (ours).

    Raises
    ------
    TypeError, ValueError
        For a number outside its range.
    """
    whole("delay", delay, 0, 100)
    within("passed_on", passed_on, 0.0, 1.0)
    arrived = [passed_on * within("an event", event, -1.0, 1.0) for event in events]
    return (*[0.0] * delay, *arrived)
