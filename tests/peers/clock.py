"""The clock of a value-spreader in plain numbers."""

from __future__ import annotations

from typing import NamedTuple

from bor_widgets.simulation.turn import UNPROVOKED
from bor_widgets.theory.commitment import Pace


class Clock(NamedTuple):
    """Where a value-spreader stands: determined, tired, retrieving its ties, holding back."""

    commitment: float
    fatigue: float
    drive: float
    retrieving: int
    holding: float


def next_clock(pace: Pace, now: Clock, enforced: float) -> Clock:
    """Move a value-spreader's clock on by a round in which it enforced so much."""
    if now.retrieving:
        fatigue = min(max(now.fatigue - pace.relief, 0.0), 1.0)
        retrieving = int(fatigue > pace.rested)
    else:
        strain = pace.strain * (UNPROVOKED + (1.0 - UNPROVOKED) * enforced)
        strain = min(max(strain, 0.01), 1.0)
        fatigue = min(max(now.fatigue + strain * now.commitment, 0.0), 1.0)
        retrieving = int(fatigue >= pace.tiring)
    drive = now.drive
    if now.retrieving and not retrieving:
        drive = pace.renewal * drive
    commitment = now.commitment * (1.0 - pace.letting_go) if retrieving else drive
    holding = 1.0 - commitment if retrieving else 0.0
    return Clock(commitment, fatigue, drive, retrieving, holding)
