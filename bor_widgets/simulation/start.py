"""How worlds begin: what is drawn once, from a stream of each world's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import DOCTRINES, FIRST_TABLE, shares_to_counts
from bor_widgets.simulation.state import Worlds

#: places of the two states that have a part of their own
RISER, HEGEMON = 0, 1

#: capability is summed in whole units, so that no order of adding changes a bit
UNITS = 2.0**20


def stream(config: WorldConfig, world: int, block: int) -> np.random.Generator:
    """Return the chance of one world in one block of rounds; block 0 is the start."""
    return np.random.Generator(
        np.random.PCG64(np.random.SeedSequence(config.seed, spawn_key=(world, block)))
    )


def border(config: WorldConfig) -> range:
    """Places of the riser's neighbours: the first states that are neither of the two powers."""
    first = 2 if config.hegemon else 1
    return range(first, first + config.bordering)


def begin(config: WorldConfig, worlds: Sequence[int]) -> Worlds:
    """Return worlds at their start.

    Parameters
    ----------
    worlds
        Numbers of the replications; each one's start follows from the seed and its number.
    """
    drawn = [_draw(config, stream(config, number, 0)) for number in worlds]
    stacked = {name: np.stack([each[name] for each in drawn]) for name in drawn[0]}
    count, n = len(drawn), config.states
    ties = (count, n, n)
    real = np.float32 if config.precision == "single" else np.float64
    spreads = stacked["doctrine"] == DOCTRINES.index("values")
    commitment = np.where(spreads, config.determination, 0.0)
    return Worlds(
        round=0,
        numbers=np.array(worlds, np.int64),
        level=stacked.pop("level").astype(real),
        age=np.zeros(ties, np.uint8),
        restraint=np.zeros((*ties, config.areas), real),
        campaign=np.zeros(ties, np.uint8),
        acts=np.zeros(ties, np.uint8),
        coalition=np.zeros(ties, np.uint8),
        failed=np.zeros(ties, np.uint8),
        power_failed=np.zeros(ties, np.uint8),
        embargo=np.zeros(ties, np.uint8),
        access=_access(stacked["members"]),
        commitment=commitment,
        fatigue=np.zeros((count, n)),
        drive=commitment.copy(),
        retrieving=np.zeros((count, n), np.int64),
        holding=np.zeros((count, n)),
        legitimacy=np.ones((count, n)),
        sacrifice=np.zeros((count, n)),
        confrontation=np.zeros((count, n)),
        units=np.zeros((count, n), np.int64),
        opposing=np.zeros((count, n), np.int64),
        bargains=np.zeros(count),
        **stacked,
    )


def _draw(config: WorldConfig, rng: np.random.Generator) -> dict[str, Any]:
    n = config.states
    centred = {name: rng.random(n) * 2.0 - 1.0 for name in ("power", "value", "leader", "culture")}
    capability = 1.0 + 0.9 * config.capability_spread * centred["power"]
    if config.hegemon:
        capability[HEGEMON] = config.hegemon_capability
    growth = config.growth * rng.random(n)
    if config.riser:
        growth[RISER] = config.riser_growth
    level = config.tie + config.tie_spread * (rng.random((n, n)) - 0.5)
    level = np.clip((level + level.T) / 2.0, 0.0, config.ceiling)
    for one, other, given in config.ties_given:
        level[one, other] = level[other, one] = given
    np.fill_diagonal(level, 0.0)
    forced = np.zeros(n, np.bool_)
    if config.riser and config.hegemon:
        around = border(config)
        forced[around.start : around.start + round(config.forced * len(around))] = True
    members, excludes = _institutions(config, rng)
    return {
        "level": level,
        "capability": capability,
        "growth": growth,
        "value": np.array(config.values_given)
        if config.values_given
        else 0.5 + 0.5 * config.value_spread * centred["value"],
        "leadership": config.leadership_spread * centred["leader"],
        "culture": np.clip(config.culture + config.culture_spread * centred["culture"], 0.0, 1.0),
        "doctrine": _doctrines(config, rng),
        "forced": forced,
        "members": members,
        "excludes": excludes,
    }


def _doctrines(config: WorldConfig, rng: np.random.Generator) -> Any:
    order = rng.permutation(config.states)  # drawn always, so that the rest of the stream stays
    if config.assigned:
        names = (*DOCTRINES, *(table.name for table in config.tables))
        return np.array([names.index(name) for name in config.assigned], np.int8)
    counts = shares_to_counts(config.weights, config.states)
    codes = np.empty(config.states, np.int8)
    codes[order] = np.repeat(np.arange(FIRST_TABLE, dtype=np.int8), counts)
    for there, place, said in (
        (config.riser, RISER, config.riser_doctrine),
        (config.hegemon, HEGEMON, config.hegemon_doctrine),
    ):
        if there and said != "as drawn":
            codes[place] = DOCTRINES.index(said)
    return codes


def _institutions(config: WorldConfig, rng: np.random.Generator) -> tuple[Any, Any]:
    count = config.institutions
    members = rng.random((count, config.states)) < config.membership
    excludes = np.arange(count) >= round(config.inclusive * count)
    for there, place in ((config.riser, RISER), (config.hegemon, HEGEMON)):
        if there:
            members[:, place] = ~excludes
    return members, excludes


def _access(members: Any) -> Any:
    """Mark what is at hand against each other: 1 an institution shared, 2 one that keeps it out."""
    inside = members.astype(np.int64)
    both = np.einsum("rki,rkj->rij", inside, inside) > 0
    without = np.einsum("rki,rkj->rij", inside, 1 - inside) > 0
    return (both * 1 + without * 2).astype(np.uint8)
