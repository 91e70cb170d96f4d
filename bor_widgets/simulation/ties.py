"""What becomes of ties in a round: the reference, in arrays over all ordered pairs."""

from __future__ import annotations

from typing import Any

from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import (
    BREAKUP,
    COMPROMISE,
    DOCTRINES,
    HARD,
    MIX,
    SOFT,
    YIELD,
)
from bor_widgets.simulation.moves import Moves, kind_of, own_mean
from bor_widgets.simulation.rules import ease_of, harmony, worry
from bor_widgets.simulation.start import UNITS
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.tables import OLDEST, tables_for
from bor_widgets.simulation.tallies import Tallies
from bor_widgets.theory.credibility import SACRIFICES, credibility
from bor_widgets.theory.double_standard import KINDS

#: moves that enact a tie
ENACTING = (COMPROMISE, MIX, YIELD)

#: a counter of rounds never passes this (a byte keeps it)
LONGEST = 250


def reputation(worlds: Worlds) -> Any:
    """How credible each state's wish for stable ties is (R22, R23), 0..1."""
    given_up = dict.fromkeys(SACRIFICES, worlds.sacrifice)
    return credibility(given_up, worlds.confrontation)


def trust_in(worlds: Worlds) -> Any:
    """How far others follow a state's restraint: its credibility, as far as it is legitimate."""
    return reputation(worlds) * worlds.legitimacy


def ritual_due(config: WorldConfig, worlds: Worlds) -> Any:
    """Whether each tie's ritual falls into this round; the ties take turns."""
    _, n, _ = worlds.shape
    if not config.ritual_every:
        return np.zeros((n, n), np.bool_)
    low, high = (
        np.minimum.outer(np.arange(n), np.arange(n)),
        np.maximum.outer(np.arange(n), np.arange(n)),
    )
    return (worlds.round + low * 7 + high * 13) % config.ritual_every == 0


def imposes(config: WorldConfig, worlds: Worlds) -> Any:
    """Whether the state of the row imposes its value on that of the column."""
    presses = (worlds.doctrine == DOCTRINES.index("values")) & (worlds.retrieving == 0)
    presses &= worlds.commitment > 0.0
    gap = np.abs(worlds.value[:, :, None] - worlds.value[:, None, :])
    return presses[:, :, None] & (gap > config.tolerance)


def renew(config: WorldConfig, worlds: Worlds, moves: Moves) -> Tallies:
    """Change the ties of all worlds by what was done, and count what happened.

    The arrays of the worlds are changed in place.
    """
    w, tables = worlds, tables_for(config)
    count, n, _ = w.shape
    real = w.level.dtype
    at = (moves.world, moves.struck, moves.by)
    action = np.zeros((count, n, n), np.int64)
    action[at] = moves.move
    fought = np.zeros((count, n, n), np.bool_)
    fought[at] = moves.fights
    fights = fought | fought.transpose(0, 2, 1)
    tallies = Tallies.empty(count, n)

    # own restraint, as each state's move says
    change = moves.amount[:, None] * tables.restraint_change[moves.move, moves.area]
    before = w.restraint[at].astype(float)
    after = np.clip(before + change, -1.0, 1.0)
    w.restraint[at] = after.astype(real)
    tallies.count_moves(moves, after - before)

    # each side moves towards the other's restraint
    r = w.restraint.astype(float)
    # a spreader that retrieves ties holds back towards all (R50)
    r = r + (config.pace.mending * w.holding)[:, :, None, None] * (1.0 - r)
    theirs = r.transpose(0, 2, 1, 3)
    upwards = (config.reciprocity * ease_of(w.culture))[:, :, None] * trust_in(w)[:, None, :]
    difference = theirs - r
    rate = np.where(difference > 0.0, upwards[..., None], config.retaliation)
    w.restraint[...] = ((r + rate * difference) * (1.0 - config.restraint_fading)).astype(real)
    itself = np.arange(n)
    w.restraint[:, itself, itself] = 0.0  # nobody has a tie with itself

    # harmony, worry, and the level of the tie
    r = w.restraint.astype(float)
    own, other = own_mean(r), own_mean(r).transpose(0, 2, 1)
    fits = (r * r.transpose(0, 2, 1, 3) >= 0.0).all(axis=-1)
    normal = w.embargo == 0
    normal = normal & normal.transpose(0, 2, 1)
    calm = (harmony(own, other, fits) > 0) & normal
    imposed = imposes(config, w).transpose(0, 2, 1)
    worried = worry(other, own, imposed)
    broken = (action == BREAKUP) | (action.transpose(0, 2, 1) == BREAKUP) | fights
    level = w.level.astype(float)
    old = level * tables.fade[w.age]
    grown = level + config.mending * np.maximum(config.ceiling - level, 0.0)
    fallen = np.maximum(level * (1.0 - config.break_loss), np.minimum(level, config.floor))
    # neither wear nor worry takes a tie below the floor that is left for a new start (R06)
    worn = np.maximum(level * (1.0 - config.wear), np.minimum(level, config.floor))
    worn = np.where((own < 0.0) & (other < 0.0), worn, level)
    new = np.where(broken, fallen, np.where(calm, grown, worn))
    new = np.maximum(new * (1.0 - config.worry_loss * worried), np.minimum(new, config.floor))
    off = ~np.eye(n, dtype=bool)
    w.level[...] = np.where(off, new, 0.0).astype(real)
    enacted = np.isin(action, ENACTING) | (
        ritual_due(config, w) & (own >= 0.0) & (other >= 0.0) & normal
    )
    w.age[...] = np.where(enacted | ~off, 0, np.minimum(w.age.astype(np.int64) + 1, OLDEST))

    # how long efforts, coalitions and failures last
    soft = action == SOFT
    running = np.maximum(w.campaign.astype(np.int64) - 1, 0)
    w.campaign[...] = np.where(soft, config.campaign_rounds, running)
    more = np.minimum(w.acts.astype(np.int64) + 1, LONGEST)
    w.acts[...] = np.where(soft, more, np.where(w.campaign > 0, w.acts, 0))
    left = np.maximum(w.coalition.astype(np.int64) - 1, 0)
    w.coalition[...] = np.where(action == HARD, config.coalition_rounds, left)
    over = np.maximum(w.failed.astype(np.int64) - 1, 0)
    ended = (action == BREAKUP) | (action.transpose(0, 2, 1) == BREAKUP)
    w.failed[...] = np.where(ended, config.failed_rounds, over)
    past = np.maximum(w.power_failed.astype(np.int64) - 1, 0)
    w.power_failed[...] = np.where(fought & (action == HARD), config.failed_rounds, past)

    # what states have against them
    sustained = (w.acts >= config.sustained_from) & (w.campaign > 0)
    is_soft = tables.is_soft[sustained.astype(np.int64)] & (w.campaign > 0)
    w.units[...] = np.rint(w.capability * UNITS).astype(np.int64)
    w.opposing[...] = ((w.coalition > 0) * w.units[:, :, None]).sum(axis=1)
    strength = w.level.astype(float) * tables.fade[w.age]
    tallies.fights += fights.sum(axis=2)
    tallies.strength += strength.sum(axis=2)
    tallies.calm += (calm & off).sum(axis=2)
    tallies.calm_strength += np.where(calm, strength, 0.0).reshape(count, -1).sum(axis=1)
    tallies.restrained += ((own > 0.0) & off).reshape(count, -1).sum(axis=1)
    tallies.change += np.abs(strength - old).reshape(count, -1).sum(axis=1)
    tallies.worry += np.where(off, worried, 0.0).reshape(count, -1).sum(axis=1)
    tallies.against += is_soft.sum(axis=1)
    tallies.balanced += (w.coalition > 0).sum(axis=1)
    gap = np.abs(w.value[:, :, None] - w.value[:, None, :])
    seen = kind_of(config, strength, gap, w.failed)
    counted = off & (w.doctrine == DOCTRINES.index("values"))[:, :, None]
    for kind in range(len(KINDS)):
        tallies.kinds[..., kind] += (counted & (seen == kind)).sum(axis=2)
    return tallies
