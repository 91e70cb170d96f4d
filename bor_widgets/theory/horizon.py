"""What the long run does to differences between states."""

from __future__ import annotations

from bor_widgets.theory.arithmetic import Number
from bor_widgets.theory.provenance import computes

#: what differences of value, institution, identity and power weigh in day-to-day policy,
#: however long the horizon (our scale)
DAILY_WEIGHT = 0.1


@computes("R40", "R41")
def weight_of_differences(horizon: Number, daily: float = DAILY_WEIGHT) -> Number:
    """Return what the differences weigh, 1 for the moment alone, falling with the horizon.

    Parameters
    ----------
    horizon
        Number of rounds that count, from 1 upwards (our scale).
    daily
        Weight that always remains: the differences keep their effect on daily policy
        (P0 L431-433, R41).

    Notes
    -----
    They lose weight as long-run stability is at stake (P0 L425-431, R40). The form is ours.
    """
    return daily + (1.0 - daily) / horizon
