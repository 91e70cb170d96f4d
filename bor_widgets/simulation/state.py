"""The state of a row of worlds: arrays whose first axis is the world."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from bor_widgets.simulation.arrays import np


@dataclass(slots=True)
class Worlds:
    """Worlds of one configuration in one round; R worlds, n states, A areas, K institutions.

    Attributes
    ----------
    round
        Rounds played so far.
    numbers : (R,)
        Which replications these are; each has its own chance.
    level : (R, n, n)
        The proper level of each tie, seen by the state of the row, 0..1.
    age : (R, n, n)
        Rounds since the tie was enacted; what is left of the level fades with it.
    restraint : (R, n, n, A)
        Restraint of the state of the row towards that of the column, -1..1, by area.
    campaign, acts : (R, n, n)
        Rounds for which a soft-balancing effort goes on, and acts that it consists of so far.
    coalition, failed, power_failed, embargo : (R, n, n)
        Rounds left in a coalition against the other; in which balance of relationships, and
        in which balance of power, counts as failed on the tie; and whether an embargo is on (1).
    access : (R, n, n)
        Institutions at hand against the other: 1 shared with it, 2 one that keeps it out.
    capability, growth, value, leadership, culture : (R, n)
        What each state is; capability is above 0, the others as their parameters say.
    doctrine : (R, n)
        Code of what it follows.
    forced : (R, n)
        Whether it must choose between riser and hegemon.
    commitment, fatigue, drive, retrieving, holding : (R, n)
        A value-spreader's clock; the last is the restraint by which it retrieves ties.
    legitimacy, sacrifice, confrontation : (R, n)
        Standing, and reputation for giving something up and for confronting, 0..1.
    units, opposing : (R, n)
        Capability when coalitions were last counted, and that of the coalition against a
        state, in whole units of 2**-20.
    members, excludes : (R, K, n), (R, K)
        Who is in each institution, and whether it keeps the powers out.
    bargains : (R,)
        Rounds of compensation in the institutions so far, on our scale.
    """

    round: int
    numbers: Any
    level: Any
    age: Any
    restraint: Any
    campaign: Any
    acts: Any
    coalition: Any
    failed: Any
    power_failed: Any
    embargo: Any
    access: Any
    capability: Any
    growth: Any
    value: Any
    leadership: Any
    culture: Any
    doctrine: Any
    forced: Any
    commitment: Any
    fatigue: Any
    drive: Any
    retrieving: Any
    holding: Any
    legitimacy: Any
    sacrifice: Any
    confrontation: Any
    units: Any
    opposing: Any
    members: Any
    excludes: Any
    bargains: Any

    @property
    def shape(self) -> tuple[int, int, int]:
        """Numbers of worlds, states and areas."""
        worlds, states, _, areas = self.restraint.shape
        return worlds, states, areas

    def copy(self) -> Worlds:
        """Return the same state in arrays of its own."""
        arrays = {
            entry.name: getattr(self, entry.name).copy()
            for entry in fields(self)
            if entry.name != "round"
        }
        return replace(self, **arrays)

    @property
    def nbytes(self) -> int:
        """Bytes that the arrays take."""
        return sum(
            getattr(self, entry.name).nbytes for entry in fields(self) if entry.name != "round"
        )

    def same_as(self, other: Worlds) -> bool:
        """Whether both hold the same bits."""
        return self.round == other.round and all(
            np.array_equal(getattr(self, entry.name), getattr(other, entry.name))
            for entry in fields(self)
            if entry.name != "round"
        )
