"""What is counted in a round, before any of it is read as a measure."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.doctrines import BREAKUP, COMPROMISE, ENFORCE, MIX, MOVES
from bor_widgets.theory.double_standard import KINDS
from bor_widgets.theory.judgement import GRADES

if TYPE_CHECKING:
    from bor_widgets.simulation.moves import Moves

#: what adds up over the rounds between two measurements; all else is as of the last round
SUMMED = (
    "rounds",
    "moves",
    "grades",
    "instruments",
    "left_open",
    "deviance",
    "enforced",
    "given_up",
    "asked",
    "fights",
    "change",
    "worry",
)

#: moves of the principles that give something up for a tie, and that confront for its sake: what
#: is done to balance a state or to spread a value is no sign of wanting a tie
CONCEDING = (COMPROMISE, MIX)
CONFRONTING = (BREAKUP, MIX)

#: what only a measurement reads; a round that none follows may leave it at 0
LAST = ("strength", "calm", "calm_strength", "restrained", "kinds")


@dataclass(slots=True)
class Tallies:
    """Counts of R worlds of n states in one round, or summed over some.

    Attributes
    ----------
    rounds : (R,)
        Rounds counted.
    moves : (R, 8), grades : (R, 4), instruments : (R, 4)
        Struck ties by what was done, by judged grade, and efforts by instrument.
    left_open, deviance : (R,)
        Ties on which the table of systems was blank; deviance met by value-spreaders.
    enforced : (R, n)
        Sum of the enforcement by each state.
    given_up : (R, n)
        Apparent interests given up for ties: added restraint, summed.
    asked : (R, n)
        Ties of each state that were struck.
    fights : (R, n)
        Conflicts of each state.
    conceding, confronting : (R, n)
        Ties on which it gave something up, and on which it confronted, for the ties' sake.
    strength : (R, n)
        Sum of the strengths of its ties.
    calm : (R, n), calm_strength : (R,)
        Its ties with mutual restraint that fits, and the sum of the strengths of all of these.
    restrained : (R,)
        Ties on which the state of the row holds back.
    change, worry : (R,)
        Sums of how far ties moved, and of worry.
    against, balanced : (R, n)
        Soft-balancing efforts, and coalition members, against it.
    kinds : (R, n, 4)
        Partners of each kind, as a value-spreader sees them; 0 for all others.
    """

    rounds: Any
    moves: Any
    grades: Any
    instruments: Any
    left_open: Any
    deviance: Any
    enforced: Any
    given_up: Any
    asked: Any
    fights: Any
    conceding: Any
    confronting: Any
    strength: Any
    calm: Any
    calm_strength: Any
    restrained: Any
    change: Any
    worry: Any
    against: Any
    balanced: Any
    kinds: Any

    @classmethod
    def empty(cls, worlds: int, states: int) -> Tallies:
        """Return counts of nothing."""
        whole, real = np.int64, np.float64
        one, each = (worlds,), (worlds, states)
        return cls(
            rounds=np.zeros(one, whole),
            moves=np.zeros((worlds, len(MOVES)), whole),
            grades=np.zeros((worlds, len(GRADES)), whole),
            instruments=np.zeros((worlds, 4), whole),
            left_open=np.zeros(one, whole),
            deviance=np.zeros(one, whole),
            enforced=np.zeros(each, real),
            given_up=np.zeros(each, real),
            asked=np.zeros(each, whole),
            fights=np.zeros(each, whole),
            conceding=np.zeros(each, whole),
            confronting=np.zeros(each, whole),
            strength=np.zeros(each, real),
            calm=np.zeros(each, whole),
            calm_strength=np.zeros(one, real),
            restrained=np.zeros(one, whole),
            change=np.zeros(one, real),
            worry=np.zeros(one, real),
            against=np.zeros(each, whole),
            balanced=np.zeros(each, whole),
            kinds=np.zeros((worlds, states, len(KINDS)), whole),
        )

    def count_moves(self, moves: Moves, added: Any) -> None:
        """Count what was done about struck ties, and what restraint was added by area."""
        m = moves
        self.rounds += 1
        np.add.at(self.moves, (m.world, m.move), 1)
        np.add.at(self.grades, (m.world, m.grade), 1)
        efforts = m.instrument >= 0
        np.add.at(self.instruments, (m.world[efforts], m.instrument[efforts]), 1)
        np.add.at(self.left_open, m.world[m.left_open], 1)
        np.add.at(self.deviance, m.world[m.deviance], 1)
        hard_on = m.move == ENFORCE
        np.add.at(self.enforced, (m.world[hard_on], m.struck[hard_on]), m.amount[hard_on])
        np.add.at(self.asked, (m.world, m.struck), 1)
        conceded = np.isin(m.move, CONCEDING)
        np.add.at(self.conceding, (m.world, m.struck), conceded)
        np.add.at(self.confronting, (m.world, m.struck), np.isin(m.move, CONFRONTING))
        gains = np.where(conceded[:, None], np.maximum(added, 0.0), 0.0)
        np.add.at(self.given_up, (m.world, m.struck), gains.sum(axis=1))

    def after(self, earlier: Tallies) -> Tallies:
        """Return both together: sums where things add up, and otherwise the later state."""
        return Tallies(
            **{
                entry.name: getattr(earlier, entry.name) + getattr(self, entry.name)
                if entry.name in SUMMED
                else getattr(self, entry.name)
                for entry in fields(self)
            }
        )
