"""The compiled path: the same round as the reference in arrays, bit for bit, tie by tie."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from bor_widgets.simulation.conditions import Arrivals, possible_rate
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import FIRST_TABLE, QUESTIONS
from bor_widgets.simulation.moves import (
    Moves,
    dictation_of,
    milder_line,
    system_cut,
)
from bor_widgets.simulation.moves_compiled import answer_strikes, count_moves, restrain
from bor_widgets.simulation.rules import ease_of
from bor_widgets.simulation.rules_compiled import numbers_of
from bor_widgets.simulation.start import UNITS
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.tables import tables_for
from bor_widgets.simulation.tallies import Tallies
from bor_widgets.simulation.ties import trust_in
from bor_widgets.simulation.ties_compiled import renew_ties


class Given(NamedTuple):
    """What both compiled loops read of a configuration: plain numbers and the theory's answers."""

    numbers: Any
    strikes: float
    possible: float
    imposition: float
    opposition: float
    alarm: float
    gravity_low: float
    gravity_spread: float
    gap_weight: float
    punishment_means: float
    compromise_means: float
    cut_weak: float
    cut_existential: float
    existential_is_hard: bool
    soft_tilt: float
    milder_line: float
    undetermined: int
    tolerance: float
    revisionist_from: float
    ally_from: float
    violence: float
    soft_violence: float
    ambition: float
    retaliation: float
    restraint_fading: float
    mending: float
    ceiling: float
    break_loss: float
    floor: float
    wear: float
    worry_loss: float
    ritual_every: int
    campaign_rounds: int
    coalition_rounds: int
    failed_rounds: int
    soft_from: int
    sustained_from: int
    action_of_grade: Any
    power_option: Any
    hard_possible: Any
    system: Any
    room: Any
    compromises: Any
    is_soft: Any
    fade: Any
    restraint_change: Any
    own_tables: Any


@lru_cache(maxsize=64)
def given_by(config: WorldConfig) -> Given:
    """Gather what the compiled loops read; kept for the last configurations."""
    tables, cal = tables_for(config), config.calibration
    own = [table.codes for table in config.tables] or [(0,) * len(QUESTIONS)]
    said: dict[str, Any] = {
        "numbers": numbers_of(cal),
        "possible": possible_rate(config),
        "gravity_spread": config.gravity_high - config.gravity_low,
        "milder_line": milder_line(tables.soft_tilt),
        "cut_weak": cal.cut_weak,
        "cut_existential": cal.cut_existential,
        "undetermined": ("wait", "relationships", "power").index(config.undetermined),
        "own_tables": np.array(own, np.int64),
    }
    for name in Given._fields:
        if name not in said:
            source = tables if hasattr(tables, name) else config
            said[name] = getattr(source, name)
    return Given(**said)


def play(
    config: WorldConfig, worlds: Worlds, arrivals: Arrivals, at: int, full: bool = True
) -> tuple[Moves, Tallies]:
    """Play the moves and the ties of a round; the worlds are changed in place.

    Parameters
    ----------
    at
        Place of the round in its block of arrivals.
    full
        Whether to count also what only a measurement at the end of this round reads.
    """
    given, w = given_by(config), worlds
    count, n, _ = w.shape
    ease = ease_of(w.culture)
    upwards = (config.reciprocity * ease, trust_in(w))
    answers = answer_strikes(
        given, w.level, w.age, w.restraint, w.coalition, w.failed, w.power_failed, w.access,
        w.capability, w.growth, w.value, w.leadership, w.doctrine, w.forced,
        w.commitment, w.retrieving,
        w.legitimacy, w.units, w.opposing, system_cut(config, ease),
        dictation_of(config, w.bargains),
        arrivals.bounds[:, at].copy(), arrivals.bounds[:, at + 1].copy(),
        arrivals.struck, arrivals.by, arrivals.level, arrivals.forced,
        arrivals.gravity, arrivals.fight, arrivals.lot, arrivals.area, FIRST_TABLE,
    )  # fmt: skip
    moves = Moves(*answers)
    tallies = Tallies.empty(count, n)
    m = moves
    added = restrain(
        m.world, m.struck, m.by, m.area, m.move, m.amount, given.restraint_change, w.restraint
    )
    tallies.rounds += 1
    count_moves(
        m.world, m.struck, m.grade, m.move, m.amount, m.left_open, m.instrument, m.deviance,
        added, tallies.moves, tallies.grades, tallies.instruments, tallies.left_open,
        tallies.deviance, tallies.enforced, tallies.given_up, tallies.asked,
        tallies.conceding, tallies.confronting,
    )  # fmt: skip
    w.units[...] = np.rint(w.capability * UNITS).astype(np.int64)
    renew_ties(
        given, full, w.round, moves.world, moves.struck, moves.by, moves.move, moves.fights,
        w.level, w.age, w.restraint, w.campaign, w.acts, w.coalition, w.failed,
        w.power_failed, w.embargo,
        w.value, w.doctrine, w.commitment, w.retrieving, w.units,
        config.pace.mending * w.holding, *upwards,
        w.opposing, tallies.fights, tallies.strength,
        tallies.calm, tallies.calm_strength, tallies.restrained, tallies.change, tallies.worry,
        tallies.against, tallies.balanced, tallies.kinds,
    )  # fmt: skip
    return moves, tallies
