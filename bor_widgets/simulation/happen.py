"""Shocks: what is done to worlds from outside at the beginning of a round."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from bor_widgets.simulation.conditions import Arrivals
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.shocks import Shock
from bor_widgets.simulation.start import border
from bor_widgets.simulation.state import Worlds

#: gravity of the strikes that a betrayal and an annexation bring, 0..1 between mildest and gravest
GRAVE = 1.0


def happen(config: WorldConfig, worlds: Worlds, arrivals: Arrivals, at: int) -> Arrivals:
    """Apply the shocks of this round in place, and return the arrivals with their strikes."""
    for shock in config.shocks:
        if shock.round == worlds.round:
            _change(config, worlds, shock)
            arrivals = _strike(arrivals, at, _struck_by(worlds, shock))
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


def _struck_by(w: Worlds, shock: Shock) -> list[tuple[int, int]]:
    """Ties that a shock strikes gravely: who perceives it, and from whom."""
    if shock.kind == "betrayal":
        return [(shock.other, shock.one)]
    if shock.kind == "annexation":
        n = w.shape[1]
        return [(i, shock.one) for i in range(n) if i != shock.one]
    return []


def _strike(arrivals: Arrivals, at: int, ties: list[tuple[int, int]]) -> Arrivals:
    """Put strikes at the end of a round, so that they are the ones that count."""
    if not ties:
        return arrivals
    worlds = len(arrivals.bounds)
    places = np.repeat(arrivals.bounds[:, at + 1], len(ties))
    struck, by = (np.tile(np.array([tie[k] for tie in ties], np.int16), worlds) for k in (0, 1))
    shift = np.zeros_like(arrivals.bounds)
    shift[:, at + 1 :] = len(ties)
    shift += np.arange(worlds)[:, None] * len(ties)
    insert: dict[str, Any] = {
        "struck": struck,
        "by": by,
        "level": np.full(len(places), -1.0, np.float32),
        "forced": np.zeros(len(places), np.bool_),
        "gravity": np.full(len(places), GRAVE, np.float32),
        "fight": np.zeros(len(places), np.float32),
        "lot": np.full(len(places), 0.5, np.float32),
        "area": np.zeros(len(places), np.uint8),
    }
    changed = {
        name: np.insert(getattr(arrivals, name), places, values) for name, values in insert.items()
    }
    return replace(arrivals, bounds=arrivals.bounds + shift, **changed)
