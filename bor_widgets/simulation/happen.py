"""Shocks: what is done to worlds from outside at the beginning of a round."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.conditions import UTMOST, Arrivals
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.shocks import Shock
from bor_widgets.simulation.start import border, stream
from bor_widgets.simulation.state import Worlds

#: gravity of the strikes that a betrayal and an annexation bring, between mildest and gravest
GRAVE = 1.0

#: chance of shocks comes from blocks of its own, far beyond those of the rounds
FIRST_BLOCK = 1_000_000


def happen(config: WorldConfig, worlds: Worlds, arrivals: Arrivals, at: int) -> Arrivals:
    """Apply the shocks of this round in place, and return the arrivals with their strikes."""
    for place, shock in enumerate(config.shocks):
        if shock.round == worlds.round:
            _change(config, worlds, shock)
            arrivals = _strike(config, worlds, arrivals, at, _struck_by(worlds, shock), place)
    return arrivals


def _change(config: WorldConfig, w: Worlds, shock: Shock) -> None:
    one, other = shock.one, shock.other
    match shock.kind:
        case "betrayal":
            w.restraint[:, one, other, :] = config.calibration.revoked_restraint
        case "embargo":
            w.embargo[:, one, other] = 1
            w.restraint[:, one, other, :] = config.calibration.lessened_restraint
        case "end of embargo":
            w.embargo[:, one, other] = 0
        case "early recognition":
            for a, b in ((one, other), (other, one)):
                w.age[:, a, b] = 0
                w.failed[:, a, b] = 0
                held = w.restraint[:, a, b, :]
                w.restraint[:, a, b, :] = np.maximum(held, config.calibration.enhanced_restraint)
        case "regional approval":
            w.forced[...] = False
        case "call for sides":
            around = border(config)
            w.forced[:, around.start : around.stop] = True
        case "retrenchment":
            w.capability[:, one] *= 0.5
        case "power shift":
            w.capability[:, one] *= 2.0


def _struck_by(w: Worlds, shock: Shock) -> list[tuple[int, int, float]]:
    """Ties that a shock strikes: who perceives it, from whom, and how gravely."""
    one, other = shock.one, shock.other
    if shock.kind == "betrayal":
        return [(other, one, GRAVE)]
    if shock.kind == "annexation":
        seen = [i for i in range(w.shape[1]) if i != one]
        return [(i, one, UTMOST if i == other else GRAVE) for i in seen]
    return []


def _strike(
    config: WorldConfig,
    w: Worlds,
    arrivals: Arrivals,
    at: int,
    ties: list[tuple[int, int, float]],
    place: int,
) -> Arrivals:
    """Put strikes at the end of a round, so that they are the ones that count."""
    if not ties:
        return arrivals
    worlds = len(arrivals.bounds)
    places = np.repeat(arrivals.bounds[:, at + 1], len(ties))
    struck, by = (np.tile(np.array([tie[k] for tie in ties], np.int16), worlds) for k in (0, 1))
    gravity = np.tile(np.array([tie[2] for tie in ties], np.float32), worlds)
    chance = np.concatenate(
        [
            stream(config, int(number), FIRST_BLOCK + place).random((len(ties), 3), np.float32)
            for number in w.numbers
        ]
    )
    shift = np.zeros_like(arrivals.bounds)
    shift[:, at + 1 :] = len(ties)
    shift += np.arange(worlds)[:, None] * len(ties)
    insert: dict[str, Any] = {
        "struck": struck,
        "by": by,
        "level": np.full(len(places), -1.0, np.float32),
        "forced": np.zeros(len(places), np.bool_),
        "gravity": gravity,
        "fight": chance[:, 0],
        "lot": chance[:, 1],
        "area": (chance[:, 2] * config.areas).astype(np.uint8),
    }
    changed = {
        name: np.insert(getattr(arrivals, name), places, values) for name, values in insert.items()
    }
    return replace(arrivals, bounds=arrivals.bounds + shift, **changed)
