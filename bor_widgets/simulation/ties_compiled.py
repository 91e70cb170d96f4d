"""What becomes of ties in a round, pair by pair; the twin of the reference in ``ties``."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from bor_widgets.simulation import doctrines as d
from bor_widgets.simulation.moves_compiled import VALUES, kind_seen
from bor_widgets.simulation.tables import OLDEST
from bor_widgets.simulation.ties import LONGEST
from bor_widgets.theory.restraint import harmony, worry

COMPROMISE, MIX, BREAKUP = d.COMPROMISE, d.MIX, d.BREAKUP
HARD, YIELD, SOFT = d.HARD, d.YIELD, d.SOFT


#: ties are renewed in squares of so many states: their memory stays at hand
TILE = 32


@numba.njit(nogil=True, error_model="numpy")
def renew_ties(
    g: Any, full: Any, round_: Any, world: Any, struck: Any, by: Any, move: Any, fought: Any,
    level: Any, age: Any, restraint: Any, campaign: Any, acts: Any, coalition: Any, failed: Any,
    power_failed: Any, embargo: Any, value: Any, doctrine: Any, commitment: Any,
    retrieving: Any, units: Any, offered: Any, ready: Any, credible: Any,
    opposing: Any, t_fights: Any, t_strength: Any,
    t_calm: Any, t_calm_strength: Any, t_restrained: Any, t_change: Any, t_worry: Any,
    t_against: Any, t_balanced: Any, t_kinds: Any,
) -> None:  # fmt: skip
    """Change the ties of all worlds in place, and fill the tallies.

    What is as of a round (the sums of strengths, and the like) is counted only if `full`.
    """
    worlds, n, _, areas = restraint.shape
    # plain names: the loops below run for every pair of every world
    ally_from = g.ally_from
    break_loss = g.break_loss
    campaign_rounds = g.campaign_rounds
    ceiling = g.ceiling
    coalition_rounds = g.coalition_rounds
    fade = g.fade
    failed_rounds = g.failed_rounds
    floor = g.floor
    is_soft = g.is_soft
    mending = g.mending
    restraint_fading = g.restraint_fading
    retaliation = g.retaliation
    revisionist_from = g.revisionist_from
    ritual_every = g.ritual_every
    sustained_from = g.sustained_from
    tolerance = g.tolerance
    wear = g.wear
    worry_loss = g.worry_loss
    keep = 1.0 - restraint_fading
    from_rounds = max(ritual_every, 1)
    step = 13 % from_rounds
    action = np.zeros((n, n), np.int8)
    fight = np.zeros((n, n), np.bool_)
    opposing[...] = 0
    k = 0
    for w in range(worlds):
        begin = k
        while k < world.size and world[k] == w:
            i, j = struck[k], by[k]
            action[i, j] = move[k]
            if fought[k] and move[k] == HARD:
                power_failed[w, i, j] = failed_rounds + 1  # counted down once below
            if fought[k] and not fight[i, j]:
                fight[i, j] = True
                fight[j, i] = True
                t_fights[w, i] += 1
                t_fights[w, j] += 1
            k += 1
        level_w = level[w]
        age_w = age[w]
        restraint_w = restraint[w]
        campaign_w = campaign[w]
        acts_w = acts[w]
        coalition_w = coalition[w]
        failed_w = failed[w]
        power_failed_w = power_failed[w]
        embargo_w = embargo[w]
        moved, fear, resting, holding = 0.0, 0.0, 0.0, 0
        # in tiles, so that a tie and its way back are both at hand
        for down in range(0, n, TILE):
            for across in range(down, n, TILE):
                for i in range(down, min(down + TILE, n)):
                    begins = max(i + 1, across)
                    # whether the ritual of a pair is due: counted on, not divided for each
                    turn = (round_ + i * 7 + (begins - 1) * 13) % from_rounds
                    for j in range(begins, min(across + TILE, n)):
                        turn += step
                        if turn >= from_rounds:
                            turn -= from_rounds
                        fits: Any = True
                        first: Any = 0.0
                        second: Any = 0.0
                        up_i, up_j = ready[w, i] * credible[w, j], ready[w, j] * credible[w, i]
                        # a spreader that retrieves ties holds back towards all (R50)
                        give_i, give_j = offered[w, i], offered[w, j]
                        for a in range(areas):
                            mine = np.float64(restraint_w[i, j, a])
                            theirs = np.float64(restraint_w[j, i, a])
                            mine = mine + give_i * (1.0 - mine)
                            theirs = theirs + give_j * (1.0 - theirs)
                            there, back = theirs - mine, mine - theirs
                            to = up_i if there > 0.0 else retaliation
                            fro = up_j if back > 0.0 else retaliation
                            restraint_w[i, j, a] = (mine + to * there) * keep
                            restraint_w[j, i, a] = (theirs + fro * back) * keep
                            fits &= (
                                np.float64(restraint_w[i, j, a]) * np.float64(restraint_w[j, i, a])
                                >= 0.0
                            )
                            first += np.float64(restraint_w[i, j, a])
                            second += np.float64(restraint_w[j, i, a])
                        first, second = first / areas, second / areas
                        normal = (embargo_w[i, j] == 0) & (embargo_w[j, i] == 0)
                        calm = (harmony(first, second, fits) > 0) & normal
                        ended = (action[i, j] == BREAKUP) | (action[j, i] == BREAKUP)
                        broken = fight[i, j] | ended
                        ritual = ritual_every > 0 and turn == 0 and normal
                        ritual = ritual and first >= 0.0 and second >= 0.0
                        gap = abs(value[w, i] - value[w, j])
                        for side in range(2):
                            one, two = (i, j) if side == 0 else (j, i)
                            own, other = (first, second) if side == 0 else (second, first)
                            did = action[one, two]
                            presses = (doctrine[w, two] == VALUES) & (retrieving[w, two] == 0)
                            imposed = presses & (commitment[w, two] > 0.0) & (gap > tolerance)
                            worried = worry(other, own, imposed)
                            tie = np.float64(level_w[one, two])
                            old = tie * fade[age_w[one, two]]
                            # every outcome is computed and one is picked: a jump would cost more
                            fallen = max(tie * (1.0 - break_loss), min(tie, floor))
                            grown = tie + mending * max(ceiling - tie, 0.0)
                            worn = max(tie * (1.0 - wear), min(tie, floor))
                            new = worn if (own < 0.0) & (other < 0.0) else tie
                            new = grown if calm else new
                            new = fallen if broken else new
                            feared = new * (1.0 - worry_loss * worried)
                            level_w[one, two] = max(feared, min(new, floor))
                            enacts = did in (COMPROMISE, MIX, YIELD)
                            if enacts or ritual:
                                age_w[one, two] = 0
                            elif age_w[one, two] < OLDEST:
                                age_w[one, two] += 1
                            if did == SOFT:
                                campaign_w[one, two] = campaign_rounds
                            elif campaign_w[one, two] > 0:
                                campaign_w[one, two] -= 1
                            if campaign_w[one, two] == 0:
                                acts_w[one, two] = 0
                            elif did == SOFT and acts_w[one, two] < LONGEST:
                                acts_w[one, two] += 1
                            if did == HARD:
                                coalition_w[one, two] = coalition_rounds
                            elif coalition_w[one, two] > 0:
                                coalition_w[one, two] -= 1
                            if ended:
                                failed_w[one, two] = failed_rounds
                            elif failed_w[one, two] > 0:
                                failed_w[one, two] -= 1
                            if power_failed_w[one, two] > 0:
                                power_failed_w[one, two] -= 1

                            strength = np.float64(level_w[one, two]) * fade[age_w[one, two]]
                            moved += abs(strength - old)
                            fear += worried
                            if coalition_w[one, two] > 0:
                                opposing[w, two] += units[w, one]
                                t_balanced[w, two] += 1
                            if campaign_w[one, two] > 0:
                                sustained = 1 if acts_w[one, two] >= sustained_from else 0
                                if is_soft[sustained]:
                                    t_against[w, two] += 1
                            if full:
                                t_strength[w, one] += strength
                                holding += 1 if own > 0.0 else 0
                                t_calm[w, one] += 1 if calm else 0
                                resting += strength if calm else 0.0
                                if doctrine[w, one] == VALUES:
                                    broke = failed_w[one, two]
                                    kind = kind_seen(
                                        strength, gap, broke, revisionist_from, ally_from
                                    )
                                    t_kinds[w, one, kind] += 1
        t_change[w] += moved
        t_worry[w] += fear
        t_restrained[w] += holding
        t_calm_strength[w] += resting
        for e in range(begin, k):
            action[struck[e], by[e]] = 0
            fight[struck[e], by[e]] = False
            fight[by[e], struck[e]] = False
