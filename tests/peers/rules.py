"""The answer to a struck tie, in plain numbers: what both peers share."""

from __future__ import annotations

from typing import Any, NamedTuple

from bor_widgets.simulation.conditions import UTMOST, possible_rate
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import (
    BREAKUP,
    COMPROMISE,
    DOCTRINES,
    ENFORCE,
    FIRST_TABLE,
    HARD,
    NONE,
    SOFT,
    TIE_CUTS,
    YIELD,
)
from bor_widgets.simulation.moves import FULL_RISE, MILDER, UNEASE
from bor_widgets.simulation.tables import EITHER, SYSTEMS, tables_for
from bor_widgets.simulation.turn import WITHOUT_LAYERS
from bor_widgets.theory.double_standard import KINDS
from bor_widgets.theory.layering import LIMITING, STRENGTHENING
from bor_widgets.theory.success import LEAST
from tests.peers.strikes import Strike

RELATIONSHIPS, POWER, VALUES, SOFT_BALANCER, BY_TABLE = range(len(DOCTRINES))
ALLY, COMPLYING, REVISIONIST, DEFECTOR = range(len(KINDS))
UNDETERMINED = SYSTEMS.index("undetermined")

#: instruments, in the order of the counts; the first two go through institutions
SHARED, KEEPS_OUT, ENTENTE, SANCTIONS = range(4)

#: capability is added in whole units of this
UNIT = 2.0**-20


class Answer(NamedTuple):
    """What a state does about a strike."""

    grade: int
    move: int
    amount: float
    area: int
    fights: bool
    left_open: bool
    instrument: int
    deviance: bool
    tilted: bool


def mean_of(restraint: list[float]) -> float:
    """Return the mean over the areas, added in their order (`sum` would round another way)."""
    total = 0.0
    for each in restraint:
        total += each
    return total / len(restraint)


def fits(one: list[float], other: list[float]) -> bool:
    """Whether two restraints point the same way in every area."""
    return all(a * b >= 0.0 for a, b in zip(one, other, strict=True))


class Closest(NamedTuple):
    """A state's strongest tie, with whom it is, and the strength of its second strongest."""

    first: float
    place: int
    second: float

    def besides(self, place: int) -> float:
        """Return the strength of its strongest tie with anybody but one."""
        return self.second if self.place == place else self.first


def closest_of(strengths: dict[int, float]) -> Closest:
    """Find the two strongest ties of a state, by the places of the others."""
    place = max(strengths, key=strengths.__getitem__)
    second = max((each for there, each in strengths.items() if there != place), default=0.0)
    return Closest(strengths[place], place, second)


def alarm(own: float, others: float, outgrows: float, closest: float) -> float:
    """How alarming another is to a state that watches power: its rise, its power, its ties."""
    rises = min(max(outgrows / FULL_RISE, 0.0), 1.0)
    stronger = max(rises, (others - own) / (others + own))
    return 1.0 - (1.0 - stronger) * (1.0 - UNEASE * closest)


class Rules:
    """The numbers of a configuration as plain floats and lists, and the answer to a strike."""

    def __init__(self, config: WorldConfig) -> None:
        tables = tables_for(config)
        self.config = config
        self.calibration = config.calibration
        self.greatest_rate = possible_rate(config)
        self.fade: list[float] = tables.fade.tolist()
        self.action_of_grade: list[int] = tables.action_of_grade.tolist()
        self.restraint_change: list[Any] = tables.restraint_change.tolist()
        self.power_option: list[list[int]] = tables.power_option.tolist()
        self.hard_possible: list[list[bool]] = tables.hard_possible.tolist()
        self.existential_is_hard = bool(tables.existential_is_hard)
        self.system: list[list[int]] = tables.system.tolist()
        self.is_soft: list[bool] = tables.is_soft.tolist()
        self.room: list[float] = tables.room.tolist()
        self.compromises: list[bool] = tables.compromises.tolist()
        self.gap_weight = float(tables.gap_weight)
        self.soft_tilt = float(tables.soft_tilt)
        self.milder_line = 1.0 - MILDER * (1.0 - self.soft_tilt)
        self.own_tables = [table.codes for table in config.tables]

    def dictation(self, bargains: float) -> float:
        """How far powers can still dictate after rounds of compensation."""
        return float((1.0 - LIMITING) ** (bargains * self.config.compensation))

    def bite(self, bargains: float) -> float:
        """How much of its legitimacy soft balancing can take from a state."""
        potential = 1.0 - (1.0 - STRENGTHENING) ** (bargains * self.config.compensation)
        return float(WITHOUT_LAYERS + (1.0 - WITHOUT_LAYERS) * potential)

    def kind(self, strength: float, gap: float, failed: int) -> int:
        """What sort of partner a value-spreader sees."""
        if failed > 0:
            return DEFECTOR
        if strength >= self.config.ally_from:
            return ALLY
        return COMPLYING if gap < self.config.revisionist_from else REVISIONIST

    def grade(self, threat: float, strength: float, leadership: float) -> int:
        """Judge a threat to a tie: how many cut points it reaches."""
        cal, config = self.calibration, self.config
        recovery = (
            cal.weight_relationship * strength
            + cal.weight_punishment * config.punishment_means
            + cal.weight_compromise * config.compromise_means
            + cal.weight_leadership * leadership
        )
        recovery = min(max(recovery, 0.0), 1.0)
        perceived = threat * (1.0 + cal.sensitivity * (1.0 - 2.0 * recovery))
        perceived = min(max(perceived, 0.0), 1.0)
        if perceived >= cal.cut_direct:
            return 3
        if perceived >= cal.cut_indirect:
            return 2
        return 1 if perceived >= cal.cut_potential else 0

    def answer(
        self,
        strike: Strike,
        *,
        doctrine: int,
        leadership: float,
        ease: float,
        commitment: float,
        retrieving: int,
        gap: float,
        strength: float,
        own: float,
        others: float,
        opposing: int,
        failed: int,
        power_failed: int,
        partner: float,
        access: int,
    ) -> Answer:
        """Judge a strike and respond to it as the state's doctrine says."""
        config, cal = self.config, self.calibration
        spread = config.gravity_high - config.gravity_low
        gravity = config.gravity_low + spread * strike.gravity
        if strike.gravity >= UTMOST:
            gravity = 1.0
        threat = min(gravity + self.gap_weight * gap, 1.0)
        grade = self.grade(threat, strength, leadership)
        relative = (own - others) / (own + others)
        power = 0 if relative <= -cal.cut_weak else 1 if relative <= 0.0 else 2
        willing = opposing * UNIT / others
        allies = 0 if willing < 0.5 else 2 if willing > 0.5 else 1
        hard_possible = self.hard_possible[power][allies]
        kind = self.kind(strength, gap, failed)
        lot = strike.lot

        by_ties = self.action_of_grade[grade]
        by_power = self.power_option[power][allies]
        if by_power == EITHER:
            by_power = HARD if lot < 0.5 else YIELD
        deviance = doctrine == VALUES and gap > config.tolerance and retrieving == 0
        left_open = False

        if doctrine >= FIRST_TABLE:
            move = self._by_own_table(doctrine - FIRST_TABLE, grade, strength, power, partner)
        elif doctrine == POWER:
            move = by_power
        elif doctrine == SOFT_BALANCER:
            existential = threat >= cal.cut_existential and self.existential_is_hard
            line = self.soft_tilt if existential else self.milder_line
            if grade < config.soft_from:
                move = NONE
            else:
                move = HARD if hard_possible and lot >= line else SOFT
            if hard_possible and line > 0.0:
                lot = lot / line
        elif doctrine == BY_TABLE:
            in_sight = strength >= cal.cut_reciprocity * (1.5 - ease)
            system = self.system[in_sight][hard_possible]
            left_open = system == UNDETERMINED and failed == 0 and power_failed == 0
            if failed:
                move = by_power
            elif power_failed or system == 0:
                move = by_ties
            elif left_open:
                move = {"wait": NONE, "relationships": by_ties, "power": by_power}[
                    config.undetermined
                ]
            else:
                move = by_power
        elif deviance and self.compromises[kind]:
            move = COMPROMISE
        elif deviance and kind in (REVISIONIST, DEFECTOR):
            move = ENFORCE
        else:
            move = by_ties

        amount = commitment * (1.0 - self.room[kind]) if move == ENFORCE else 1.0
        fights = self._turns_violent(strike.fight, move, amount, partner, strength)
        instrument = self._instrument(access, willing, lot) if move == SOFT else -1
        tilted = doctrine == BY_TABLE and (failed > 0 or power_failed > 0)
        return Answer(
            grade, move, amount, strike.area, fights, left_open, instrument, deviance, tilted
        )

    def _by_own_table(
        self, table: int, grade: int, strength: float, power: int, partner: float
    ) -> int:
        tie = 0 if strength < TIE_CUTS[0] else 1 if strength < TIE_CUTS[1] else 2
        other = 0 if partner < 0.0 else 2 if partner > 0.0 else 1
        return self.own_tables[table][((grade * 3 + tie) * 3 + power) * 3 + other]

    def _turns_violent(
        self, fight: float, move: int, amount: float, partner: float, strength: float
    ) -> bool:
        if move in (BREAKUP, HARD, ENFORCE):
            return partner <= 0.0 and fight < self.config.violence * amount
        if move == SOFT:
            risk = LEAST + (1.0 - LEAST) * 0.5 * ((1.0 - strength) + self.config.ambition)
            return fight < self.config.soft_violence * min(max(risk, 0.0), 1.0)
        return False

    def _instrument(self, access: int, willing: float, lot: float) -> int:
        at_hand = []
        if access & 1:
            at_hand.append(SHARED)
        if access & 2:
            at_hand.append(KEEPS_OUT)
        if willing > 0.0:
            at_hand.append(ENTENTE)
        at_hand.append(SANCTIONS)
        return at_hand[min(int(lot * len(at_hand)), len(at_hand) - 1)]
