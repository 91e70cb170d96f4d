"""What states do about struck ties: the reference, in arrays over all strikes of a round."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.conditions import UTMOST, Arrivals, possible_rate
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
    question_code,
)
from bor_widgets.simulation.rules import (
    conflict_risk,
    count_reached,
    ease_of,
    layering,
    perceived_threat,
    recoverability,
)
from bor_widgets.simulation.start import UNITS
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.tables import EITHER, SYSTEMS, tables_for
from bor_widgets.theory.double_standard import KINDS

#: how much faster growth a round alarms in full (ours)
FULL_RISE = 0.05

#: how much of the alarm at a rising power a perfect tie between two others causes (ours)
UNEASE = 0.5

#: how often a threat that is not existential is met hard where nothing speaks against it (ours)
MILDER = 0.4

#: instruments of soft balancing at hand, which a world picks from by lot: the papers leave it open
INSTRUMENTS = ("institution shared", "institution that keeps out", "entente", "sanctions")


@dataclass(slots=True)
class Moves:
    """What was done in a round, one entry for each struck tie.

    Attributes
    ----------
    world, struck, by, area
        Which tie of which world, and where.
    grade, move
        The judged grade, and what was done.
    amount
        How much of it: below 1 only for enforcement, whose force the partner's kind tempers.
    fights
        Whether it turned violent.
    left_open
        Whether the table of systems was blank.
    instrument
        Place in INSTRUMENTS, or -1.
    deviance
        Whether a value-spreader met deviance.
    tilted
        Whether the failure of one system had tilted the state to the other on this tie.
    """

    world: Any
    struck: Any
    by: Any
    area: Any
    grade: Any
    move: Any
    amount: Any
    fights: Any
    left_open: Any
    instrument: Any
    deviance: Any
    tilted: Any


def system_cut(config: WorldConfig, ease: Any) -> Any:
    """Strength from which a reciprocal tie is in sight: lower where culture eases it (ours)."""
    return config.calibration.cut_reciprocity * (1.5 - ease)


def milder_line(tilt: Any) -> Any:
    """Lot below which a threat that is not existential is met softly (ours).

    Soft balancing is often the answer to it (S08), the more so the more speaks for it (S05).
    """
    return 1.0 - MILDER * (1.0 - tilt)


def closest_others(strength: Any) -> tuple[Any, Any, Any]:
    """Return each state's strongest tie, with whom it is, and its second strongest, (R, n) each."""
    order = np.argsort(-strength, axis=2, kind="stable")[:, :, :2]
    two = np.take_along_axis(strength, order, axis=2)
    return two[:, :, 0], order[:, :, 0], two[:, :, -1]


def dictation_of(config: WorldConfig, bargains: Any) -> Any:
    """How far powers can still dictate, by rounds of compensation in institutions (S39)."""
    return layering(bargains, config.compensation).dictation


def own_mean(restraint: Any) -> Any:
    """Mean restraint over the areas, added in their order, in double precision."""
    total = restraint[..., 0].astype(float)
    for area in range(1, restraint.shape[-1]):
        total = total + restraint[..., area].astype(float)
    return total / restraint.shape[-1]


def let_through(config: WorldConfig, worlds: Worlds, arrivals: Arrivals, at: int) -> Any:
    """Pick the arrivals of a round that strike: their places, one for each struck tie."""
    count, n, _ = worlds.shape
    starts, ends = arrivals.bounds[:, at], arrivals.bounds[:, at + 1]
    world = np.repeat(np.arange(count), ends - starts)
    place = np.concatenate([np.arange(a, b) for a, b in zip(starts, ends, strict=True)])
    i, j = arrivals.struck[place].astype(np.int64), arrivals.by[place].astype(np.int64)
    w = worlds
    gap = np.abs(w.value[world, i] - w.value[world, j])
    dictation = dictation_of(config, w.bargains)
    presses = (w.doctrine[world, j] == DOCTRINES.index("values")) & (w.retrieving[world, j] == 0)
    imposed = w.commitment[world, j] * gap * w.legitimacy[world, j] * dictation[world]
    own, others = w.capability[world, i], w.capability[world, j]
    alarmed = w.doctrine[world, i] == DOCTRINES.index("power")
    # facing a riser (R135), or one that is far stronger already
    rises = np.clip((w.growth[world, j] - w.growth[world, i]) / FULL_RISE, 0.0, 1.0)
    stronger = np.maximum(rises, (others - own) / (others + own))
    if alarmed.any():  # a close tie between two others alarms too (R81)
        strength = w.level.astype(float) * tables_for(config).fade[w.age]
        first, with_whom, second = closest_others(strength)
        close = np.where(with_whom[world, j] == i, second[world, j], first[world, j])
        stronger = 1.0 - (1.0 - stronger) * (1.0 - UNEASE * close)
    rate = np.full(len(place), config.strikes)
    rate = rate + np.where(presses, config.imposition * imposed, 0.0)
    rate = rate + np.where(w.coalition[world, j, i] > 0, config.opposition, 0.0)
    rate = rate + np.where(alarmed, config.alarm * stronger, 0.0)
    level = arrivals.level[place].astype(float)
    usual = (level < 0.0) | (level * possible_rate(config) < rate)
    chooses = w.forced[world, i] | w.forced[world, j]
    struck = np.where(arrivals.forced[place], chooses, usual)
    world, place, i, j = world[struck], place[struck], i[struck], j[struck]
    last = np.full(count * n * n, -1, np.int64)
    tie = (world * n + i) * n + j
    last[tie] = np.arange(len(tie))  # where a tie is named twice, the last one stays
    keep = np.sort(last[last >= 0])
    return world[keep], place[keep], i[keep], j[keep]


def kind_of(config: WorldConfig, strength: Any, gap: Any, failed: Any) -> Any:
    """Place in KINDS of a partner, as a value-spreader sees it (where the lines run is ours)."""
    ally, complying, revisionist, defector = (KINDS.index(kind) for kind in KINDS)
    by_gap = np.where(gap < config.revisionist_from, complying, revisionist)
    return np.where(failed > 0, defector, np.where(strength >= config.ally_from, ally, by_gap))


def decide(config: WorldConfig, worlds: Worlds, arrivals: Arrivals, at: int) -> Moves:
    """Judge every struck tie, and respond as each state's doctrine says."""
    tables, cal, w = tables_for(config), config.calibration, worlds
    world, place, i, j = let_through(config, worlds, arrivals, at)
    gap = np.abs(w.value[world, i] - w.value[world, j])
    strength = w.level[world, i, j].astype(float) * tables.fade[w.age[world, i, j]]
    spread = config.gravity_high - config.gravity_low
    drawn = arrivals.gravity[place].astype(float)
    gravity = np.where(drawn >= UTMOST, 1.0, config.gravity_low + spread * drawn)
    threat = np.minimum(gravity + tables.gap_weight * gap, 1.0)
    seen = SimpleNamespace(
        relationship=strength,
        punishment_means=config.punishment_means,
        compromise_means=config.compromise_means,
        leadership=w.leadership[world, i],
    )
    recovery = recoverability(seen, cal)  # type: ignore[arg-type]
    grade = count_reached(perceived_threat(threat, recovery, cal), cal.cuts).astype(np.int64)
    own, others = w.capability[world, i], w.capability[world, j]
    relative = (own - others) / (own + others)
    power = np.where(relative <= -cal.cut_weak, 0, np.where(relative <= 0.0, 1, 2))
    # nobody is an ally of itself
    itself = np.where(w.coalition[world, i, j] > 0, w.units[world, i], 0)
    willing = (w.opposing[world, j] - itself) / UNITS / others
    allies = np.where(willing < 0.5, 0, np.where(willing > 0.5, 2, 1))
    lot = arrivals.lot[place].astype(float)
    doctrine = w.doctrine[world, i]
    failed, power_failed = w.failed[world, i, j], w.power_failed[world, i, j]

    by_ties = tables.action_of_grade[grade].astype(np.int64)
    option = tables.power_option[power, allies].astype(np.int64)
    # where both are open the papers do not say: by lot
    by_power = np.where(option == EITHER, np.where(lot < 0.5, HARD, YIELD), option)
    hard_possible = tables.hard_possible[power, allies]

    existential = (threat >= cal.cut_existential) & tables.existential_is_hard
    line = np.where(existential, tables.soft_tilt, milder_line(tables.soft_tilt))
    goes_hard = hard_possible & (lot >= line)
    # what is left of the lot picks the instrument
    split = hard_possible & (line > 0.0) & (doctrine == DOCTRINES.index("soft"))
    lot = np.where(split, lot / np.where(line > 0.0, line, 1.0), lot)
    # a state that is no threat is outside the definition (S01)
    by_soft = np.where(grade < config.soft_from, NONE, np.where(goes_hard, HARD, SOFT))

    in_sight = strength >= system_cut(config, ease_of(w.culture[world, i]))
    system = tables.system[in_sight.astype(np.int64), hard_possible.astype(np.int64)]
    blank = (system == SYSTEMS.index("undetermined")) & (failed == 0) & (power_failed == 0)
    blank_move = {"wait": NONE, "relationships": by_ties, "power": by_power}[config.undetermined]
    by_system = np.where(system == 0, by_ties, np.where(blank, blank_move, by_power))
    # the failure of either tilts to the other (R132, R133)
    by_system = np.where(power_failed > 0, by_ties, by_system)
    by_system = np.where(failed > 0, by_power, by_system)

    kind = kind_of(config, strength, gap, failed)
    deviant = (gap > config.tolerance) & (w.retrieving[world, i] == 0)
    deviant &= doctrine == DOCTRINES.index("values")
    met = np.where(kind >= KINDS.index("revisionist"), ENFORCE, by_ties)
    met = np.where(tables.compromises[kind], COMPROMISE, met)
    by_values = np.where(deviant, met, by_ties)

    move = np.choose(
        np.minimum(doctrine, FIRST_TABLE).astype(np.int64),
        [by_ties, by_power, by_values, by_soft, by_system, by_ties],
    )
    partner = own_mean(w.restraint[world, j, i])
    move = _by_own_tables(config, doctrine, grade, strength, power, partner, move)
    amount = w.commitment[world, i] * (1.0 - tables.room[kind])
    amount = np.where(move == ENFORCE, amount, 1.0)
    fights = _turns_violent(
        config, arrivals.fight[place].astype(float), move, amount, partner, strength
    )
    return Moves(
        world=world,
        struck=i,
        by=j,
        area=arrivals.area[place].astype(np.int64),
        grade=grade,
        move=move,
        amount=amount,
        fights=fights,
        left_open=blank & (doctrine == DOCTRINES.index("by_table")),
        instrument=_instrument(w, world, i, j, move, lot, willing),
        deviance=deviant,
        tilted=(doctrine == DOCTRINES.index("by_table")) & ((failed > 0) | (power_failed > 0)),
    )


def _by_own_tables(
    config: WorldConfig,
    doctrine: Any,
    grade: Any,
    strength: Any,
    power: Any,
    partner: Any,
    move: Any,
) -> Any:
    if not config.tables:
        return move
    tie = count_reached(strength, TIE_CUTS).astype(np.int64)
    other = np.where(partner < 0.0, 0, np.where(partner > 0.0, 2, 1))
    question = question_code(grade, tie, power, other)
    own = np.array([table.codes for table in config.tables], np.int64)
    follows = doctrine >= FIRST_TABLE
    return np.where(follows, own[np.where(follows, doctrine - FIRST_TABLE, 0), question], move)


def _turns_violent(
    config: WorldConfig, fight: Any, move: Any, amount: Any, partner: Any, strength: Any
) -> Any:
    """Whether a move turns violent: only against one that does not hold back, or by S17."""
    forceful = (move == BREAKUP) | (move == HARD) | (move == ENFORCE)
    open_fight = forceful & (partner <= 0.0) & (fight < config.violence * amount)
    risk = conflict_risk(1.0 - strength, config.ambition)
    return open_fight | ((move == SOFT) & (fight < config.soft_violence * risk))


def _instrument(w: Worlds, world: Any, i: Any, j: Any, move: Any, lot: Any, willing: Any) -> Any:
    """Pick an instrument at hand by lot: which one a state prefers is open (S19)."""
    access = w.access[world, i, j]
    shared, keeps_out, entente = (access & 1) > 0, (access & 2) > 0, willing > 0.0
    at_hand = shared.astype(np.int64) + keeps_out + entente + 1
    pick = np.minimum((lot * at_hand).astype(np.int64), at_hand - 1)
    chosen = np.full(len(move), 3, np.int64)
    for place, there in ((2, entente), (1, keeps_out), (0, shared)):
        # the pick-th of those at hand: count how many at hand come before this one
        before = (shared.astype(np.int64) if place > 0 else 0) + (
            keeps_out.astype(np.int64) if place > 1 else 0
        )
        chosen = np.where(there & (pick == before), place, chosen)
    return np.where(move == SOFT, chosen, -1)
