"""What strikes ties: arrivals drawn in blocks of rounds, the same however a world is run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import DOCTRINES
from bor_widgets.simulation.start import HEGEMON, RISER, border, stream

#: rounds that are drawn at a time
BLOCK = 16


#: gravity of a strike by which survival is at stake, whatever the mildest and gravest usual are
UTMOST = 1e6


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Possible strikes of some worlds in a block of rounds, before they are let through.

    Attributes
    ----------
    bounds : (R, BLOCK + 1)
        Where each round of each world begins in the other arrays, and where the last ends.
    struck, by : (E,)
        The state that perceives the challenge, and the one it comes from.
    level : (E,)
        0..1: a strike is let through if its rate, as a share of the greatest, is above this.
    forced : (E,)
        Whether it comes of having to choose, and not of the other conditions.
    gravity, fight, lot : (E,)
        0..1: where its gravity lies between mildest and gravest, whether it turns violent,
        and which way an open choice falls.
    area : (E,)
        The struck area.
    """

    bounds: Any
    struck: Any
    by: Any
    level: Any
    forced: Any
    gravity: Any
    fight: Any
    lot: Any
    area: Any


def possible_rate(config: WorldConfig) -> float:
    """Return the greatest rate at which conditions can strike a tie, in strikes a round."""
    weights = dict(zip(DOCTRINES, config.weights, strict=True))
    follows = {name for name, weight in weights.items() if weight > 0.0}
    follows |= {config.riser_doctrine, config.hegemon_doctrine}
    if config.assigned:
        follows = set(config.assigned)
    rate = config.strikes
    if "values" in follows:
        rate += config.imposition
    if follows - {"relationships", "values", "as drawn"}:
        rate += config.opposition
    if "power" in follows:
        rate += config.alarm
    return rate


def draw(config: WorldConfig, numbers: Any, block: int) -> Arrivals:
    """Draw the arrivals of some worlds in a block of rounds.

    Arrivals are Poisson; several may meet one tie in a round, of which the last that is let
    through counts.
    """
    parts = [_draw_one(config, stream(config, int(number), 1 + block)) for number in numbers]
    sizes = np.array([part["sizes"] for part in parts])
    ends = np.cumsum(sizes).reshape(sizes.shape)
    bounds = np.concatenate([(ends[:, :1] - sizes[:, :1]), ends], axis=1)
    joined = {
        name: np.concatenate([part[name] for part in parts])
        for name in ("struck", "by", "level", "forced", "gravity", "fight", "lot", "area")
    }
    return Arrivals(bounds=bounds, **joined)


def _draw_one(config: WorldConfig, rng: np.random.Generator) -> dict[str, Any]:
    n, around = config.states, border(config)
    choices = 4 * len(around) if config.hegemon else 0
    usual = rng.poisson(possible_rate(config) * n * (n - 1), BLOCK)
    choosing = rng.poisson(config.choosing * choices, BLOCK)
    sizes = usual + choosing
    total = int(sizes.sum())
    # in each round the usual ones come first
    forced = np.repeat(np.tile([False, True], BLOCK), np.stack([usual, choosing], 1).ravel())
    place = rng.random(total)
    struck = (place * (n * (n - 1))).astype(np.int64)
    struck, by = np.divmod(struck, n - 1)
    by += by >= struck
    if choices:
        pick = (place[forced] * choices).astype(np.int64)
        neighbour, kind = around.start + pick // 4, pick % 4
        power = np.where(kind < 2, RISER, HEGEMON)
        struck[forced] = np.where(kind % 2 == 0, neighbour, power)
        by[forced] = np.where(kind % 2 == 0, power, neighbour)
    return {
        "sizes": sizes,
        "struck": struck.astype(np.int16),
        "by": by.astype(np.int16),
        "forced": forced,
        "level": rng.random(total, np.float32),
        "gravity": rng.random(total, np.float32),
        "fight": rng.random(total, np.float32),
        "lot": rng.random(total, np.float32),
        "area": rng.integers(0, config.areas, total, np.uint8),
    }
