"""What states do about struck ties, strike by strike; the twin of the reference in ``moves``."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from bor_widgets.simulation import doctrines as d
from bor_widgets.simulation.conditions import UTMOST
from bor_widgets.simulation.moves import FULL_RISE, UNEASE
from bor_widgets.simulation.rules_compiled import SeenTie
from bor_widgets.simulation.start import UNITS
from bor_widgets.simulation.tables import EITHER
from bor_widgets.theory.arithmetic import count_reached
from bor_widgets.theory.double_standard import KINDS
from bor_widgets.theory.judgement import perceived_threat, recoverability
from bor_widgets.theory.success import conflict_risk

POWER, VALUES, SOFT_BALANCER, BY_TABLE = 1, 2, 3, 4
NONE, COMPROMISE, MIX, BREAKUP = d.NONE, d.COMPROMISE, d.MIX, d.BREAKUP
HARD, YIELD, SOFT, ENFORCE = d.HARD, d.YIELD, d.SOFT, d.ENFORCE
TIE_CUTS = d.TIE_CUTS
TIES, POWERS, OTHERS = len(d.TIES), len(d.POWERS), len(d.OTHERS)
ALLY, COMPLYING, REVISIONIST, DEFECTOR = (KINDS.index(kind) for kind in KINDS)


@numba.njit(nogil=True)
def kind_seen(strength: Any, gap: Any, failed: Any, revisionist_from: Any, ally_from: Any) -> Any:
    """Kind of a partner, as a value-spreader sees it."""
    if failed > 0:
        return DEFECTOR
    if strength >= ally_from:
        return ALLY
    return COMPLYING if gap < revisionist_from else REVISIONIST


@numba.njit(nogil=True)
def answer_strikes(
    g: Any, level: Any, age: Any, restraint: Any, coalition: Any, failed: Any,
    power_failed: Any, access: Any, capability: Any, growth: Any, value: Any, leadership: Any,
    doctrine: Any, forced_state: Any,
    commitment: Any, retrieving: Any, legitimacy: Any, units: Any, opposing: Any,
    cut: Any, dictation: Any,
    starts: Any, ends: Any, struck: Any, by: Any, share: Any, forced: Any, gravity: Any,
    fight: Any, lot: Any, area: Any, first_table: Any,
) -> Any:  # fmt: skip
    """Let arrivals through, judge, and respond; the columns of :class:`Moves` come back."""
    worlds, n, _, areas = restraint.shape
    most = 0
    for w in range(worlds):
        most += ends[w] - starts[w]
    world = np.empty(most, np.int64)
    place = np.empty(most, np.int64)
    last = np.full((n, n), -1, np.int64)
    count = 0
    best, next_best = np.zeros(n), np.zeros(n)
    nearest = np.zeros(n, np.int64)
    for w in range(worlds):
        first = count
        alarmed = False
        for one_of in range(n):
            alarmed |= doctrine[w, one_of] == POWER
        if alarmed:
            for holder in range(n):
                most_of: Any = 0.0
                next_of: Any = 0.0
                with_whom = -1
                for third in range(n):
                    near = np.float64(level[w, holder, third]) * g.fade[age[w, holder, third]]
                    if near > most_of:
                        next_of, most_of, with_whom = most_of, near, third
                    elif near > next_of:
                        next_of = near
                best[holder], next_best[holder], nearest[holder] = most_of, next_of, with_whom
        for e in range(starts[w], ends[w]):
            i, j = np.int64(struck[e]), np.int64(by[e])
            if forced[e]:
                if not (forced_state[w, i] or forced_state[w, j]):
                    continue
            else:
                rate = g.strikes
                if doctrine[w, j] == VALUES and retrieving[w, j] == 0:
                    gap = abs(value[w, i] - value[w, j])
                    imposed = commitment[w, j] * gap * legitimacy[w, j] * dictation[w]
                    rate = rate + g.imposition * imposed
                if coalition[w, j, i] > 0:
                    rate = rate + g.opposition
                if doctrine[w, i] == POWER:
                    own, others = capability[w, i], capability[w, j]
                    rises = min(max((growth[w, j] - growth[w, i]) / FULL_RISE, 0.0), 1.0)
                    stronger = max(rises, (others - own) / (others + own))
                    close = next_best[j] if nearest[j] == i else best[j]
                    stronger = 1.0 - (1.0 - stronger) * (1.0 - UNEASE * close)
                    rate = rate + g.alarm * stronger
                if share[e] >= 0.0 and not np.float64(share[e]) * g.possible < rate:
                    continue
            last[i, j] = e
            world[count], place[count] = w, e
            count += 1
        # of several strikes on one tie the last one counts
        kept = first
        for k in range(first, count):
            e = place[k]
            i, j = np.int64(struck[e]), np.int64(by[e])
            if last[i, j] == e:
                world[kept], place[kept] = w, e
                kept += 1
        for k in range(kept, count):
            e = place[k]
            last[struck[e], by[e]] = -1
        count = kept
        for k in range(first, count):
            e = place[k]
            last[struck[e], by[e]] = -1

    one = np.empty(count, np.int64)
    other = np.empty(count, np.int64)
    where = np.empty(count, np.int64)
    grades = np.empty(count, np.int64)
    moves = np.empty(count, np.int64)
    amounts = np.empty(count, np.float64)
    fights = np.empty(count, np.bool_)
    left_open = np.empty(count, np.bool_)
    instrument = np.empty(count, np.int64)
    deviance = np.empty(count, np.bool_)
    tilted = np.empty(count, np.bool_)
    for k in range(count):
        w, e = world[k], place[k]
        i, j = np.int64(struck[e]), np.int64(by[e])
        gap = abs(value[w, i] - value[w, j])
        strength = np.float64(level[w, i, j]) * g.fade[age[w, i, j]]
        drawn = np.float64(gravity[e])
        weight = 1.0 if drawn >= UTMOST else g.gravity_low + g.gravity_spread * drawn
        threat = min(weight + g.gap_weight * gap, 1.0)
        tie: Any = SeenTie(strength, g.punishment_means, g.compromise_means, leadership[w, i])
        perceived = perceived_threat(threat, recoverability(tie, g.numbers), g.numbers)
        grade = count_reached(perceived, g.numbers.cuts)
        own, others = capability[w, i], capability[w, j]
        relative = (own - others) / (own + others)
        power = 0 if relative <= -g.cut_weak else 1 if relative <= 0.0 else 2
        # nobody is an ally of itself
        itself = units[w, i] if coalition[w, i, j] > 0 else 0
        willing = (opposing[w, j] - itself) / UNITS / others
        allies = 0 if willing < 0.5 else 2 if willing > 0.5 else 1
        chance = np.float64(lot[e])
        follows = doctrine[w, i]

        by_ties = np.int64(g.action_of_grade[grade])
        by_power: Any = np.int64(g.power_option[power, allies])
        if by_power == EITHER:
            by_power = HARD if chance < 0.5 else YIELD
        hard_possible = g.hard_possible[power, allies]
        kind = kind_seen(strength, gap, failed[w, i, j], g.revisionist_from, g.ally_from)
        deviant = follows == VALUES and gap > g.tolerance and retrieving[w, i] == 0
        partner = 0.0
        for a in range(areas):
            partner += np.float64(restraint[w, j, i, a])
        partner /= areas
        blank = False
        move: Any = by_ties
        if follows == POWER:
            move = by_power
        elif follows == VALUES:
            move = by_ties
            if deviant and g.compromises[kind]:
                move = COMPROMISE
            elif deviant and kind >= REVISIONIST:
                move = ENFORCE
        elif follows == SOFT_BALANCER:
            existential = threat >= g.cut_existential and g.existential_is_hard
            line = g.soft_tilt if existential else g.milder_line
            move = HARD if hard_possible and chance >= line else SOFT
            if grade < g.soft_from:
                move = NONE
            if hard_possible and line > 0.0:
                chance = chance / line  # what is left of the lot picks the instrument
        elif follows == BY_TABLE:
            in_sight = 1 if strength >= cut[w, i] else 0
            system = g.system[in_sight, 1 if hard_possible else 0]
            ties_failed, power_did = failed[w, i, j] > 0, power_failed[w, i, j] > 0
            blank = system == 2 and not ties_failed and not power_did
            move = by_power
            if not ties_failed:
                if power_did or system == 0:
                    move = by_ties
                elif blank:
                    move = NONE
                    if g.undetermined == 1:
                        move = by_ties
                    elif g.undetermined == 2:
                        move = by_power
        elif follows >= first_table:
            holds = 0 if partner < 0.0 else 2 if partner > 0.0 else 1
            question = (grade * TIES + count_reached(strength, TIE_CUTS)) * POWERS + power
            move = g.own_tables[follows - first_table, question * OTHERS + holds]
        else:
            move = by_ties

        amount = 1.0
        if move == ENFORCE:
            amount = commitment[w, i] * (1.0 - g.room[kind])
        fought = False
        if move in (BREAKUP, HARD, ENFORCE):
            fought = partner <= 0.0 and np.float64(fight[e]) < g.violence * amount
        elif move == SOFT:
            risk = conflict_risk(1.0 - strength, g.ambition)
            fought = np.float64(fight[e]) < g.soft_violence * risk
        tool = -1
        if move == SOFT:
            shared = (access[w, i, j] & 1) > 0
            keeps_out = (access[w, i, j] & 2) > 0
            entente = willing > 0.0
            at_hand = 1 + (1 if shared else 0) + (1 if keeps_out else 0) + (1 if entente else 0)
            pick: Any = min(np.int64(chance * at_hand), at_hand - 1)
            tool = 3
            if shared:
                if pick == 0:
                    tool = 0
                pick -= 1
            if keeps_out:
                if pick == 0:
                    tool = 1
                pick -= 1
            if entente and pick == 0:
                tool = 2
        one[k], other[k], where[k] = i, j, np.int64(area[e])
        grades[k], moves[k], amounts[k], fights[k] = grade, move, amount, fought
        left_open[k], instrument[k], deviance[k] = blank, tool, deviant
        tilt = failed[w, i, j] > 0 or power_failed[w, i, j] > 0
        tilted[k] = follows == BY_TABLE and tilt
    return (
        world[:count].copy(), one, other, where, grades, moves, amounts, fights, left_open,
        instrument, deviance, tilted,
    )  # fmt: skip


@numba.njit(nogil=True)
def count_moves(
    world: Any, struck: Any, grade: Any, move: Any, amount: Any, left_open: Any, instrument: Any,
    deviance: Any, added: Any, t_moves: Any, t_grades: Any, t_instruments: Any,
    t_left_open: Any, t_deviance: Any, t_enforced: Any, t_given_up: Any, t_asked: Any,
    t_conceding: Any, t_confronting: Any,
) -> None:  # fmt: skip
    """Count what was done about struck ties; the twin of :meth:`Tallies.count_moves`."""
    for k in range(world.size):
        w = world[k]
        t_moves[w, move[k]] += 1
        t_grades[w, grade[k]] += 1
        if instrument[k] >= 0:
            t_instruments[w, instrument[k]] += 1
        if left_open[k]:
            t_left_open[w] += 1
        if deviance[k]:
            t_deviance[w] += 1
        if move[k] == ENFORCE:
            t_enforced[w, struck[k]] += amount[k]
        t_asked[w, struck[k]] += 1
        if move[k] in (COMPROMISE, MIX):
            t_conceding[w, struck[k]] += 1
            given_up = 0.0
            for a in range(added.shape[1]):
                given_up += max(added[k, a], 0.0)
            t_given_up[w, struck[k]] += given_up
        if move[k] in (BREAKUP, MIX):
            t_confronting[w, struck[k]] += 1


@numba.njit(nogil=True)
def restrain(
    world: Any, struck: Any, by: Any, area: Any, move: Any, amount: Any, restraint_change: Any,
    restraint: Any,
) -> Any:  # fmt: skip
    """Change own restraint as each move says, in place; return what was added, by area."""
    added = np.empty((move.size, restraint.shape[3]), np.float64)
    for k in range(move.size):
        w, i, j = world[k], struck[k], by[k]
        for a in range(added.shape[1]):
            before = np.float64(restraint[w, i, j, a])
            change = amount[k] * restraint_change[move[k], area[k], a]
            after = min(max(before + change, -1.0), 1.0)
            restraint[w, i, j, a] = after
            added[k, a] = after - before
    return added
