"""Courses of worlds that NumPy and plain arrays both play; run as a program, they are printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, fields
from functools import cache
from struct import iter_unpack
from typing import Any

from bor_widgets.simulation import DOCTRINES, Shock, WorldConfig
from bor_widgets.simulation.events import EVENT_RULES
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.world import World
from bor_widgets.theory import Calibration
from bor_widgets.theory.commitment import Pace
from bor_widgets.widgets.world_course import WorldCourse
from tests.simulation.every_move import EVERY_MOVE

#: each kind of shock once
SHOCKS = (
    Shock(1, "annexation", 0, 2),
    Shock(2, "embargo", 1, 2),
    Shock(3, "betrayal", 4, 5),
    Shock(5, "early recognition", 3, 6),
    Shock(6, "call for sides", 1),
    Shock(9, "end of embargo", 1, 2),
    Shock(11, "regional approval", 0),
    Shock(12, "retrenchment", 1),
    Shock(13, "power shift", 0),
)

SEEDS = (0, 7, 2**31 - 1)


def configs() -> Mapping[str, WorldConfig]:
    """Return every scene under some seeds, and worlds in which everything occurs."""
    found = {
        f"{name}, seed {seed}": preset.config.with_(seed=seed)
        for name, preset in presets().items()
        for seed in SEEDS
    }
    crowd: dict[str, Any] = {
        "states": 12,
        "tables": (EVERY_MOVE,),
        "assigned": ("every move", *DOCTRINES, *DOCTRINES, "every move"),
        "shocks": SHOCKS,
        "areas": 3,
        "forced": 1.0,
        "strikes": 0.4,
        "gravity_high": 1.0,
        "institutions": 3,
        "determination": 1.0,
    }
    for precision in ("double", "single"):
        found[f"all doctrines, all shocks, {precision}"] = WorldConfig(
            precision=precision, undetermined="power", **crowd
        )
    found["other numbers"] = WorldConfig(
        states=33,
        areas=4,
        wording="conclusion",
        undetermined="relationships",
        ritual_every=0,
        floor=0.4,
        strikes=0.2,
        seed=11,
        institutions=4,
        calibration=Calibration(sensitivity=1.0, cut_weak=0.0),
        pace=Pace(strain=0.5, mending=0.9),
    )
    found["two states"] = WorldConfig(states=2, hegemon=False, strikes=0.9, seed=5)
    return found


def state_of(world: World) -> dict[str, Any]:
    """Return the state of a world as plain data."""
    held = world.worlds
    return {
        entry.name: held.round if entry.name == "round" else getattr(held, entry.name).tolist()
        for entry in fields(held)
    }


@cache
def played(config: WorldConfig, rounds: int = 18) -> dict[str, Any]:
    """Play a course; return every state, the log, the measures and the last picture."""
    course = WorldCourse(rules=EVENT_RULES)
    course.begin(config)
    states = [state_of(course.world)]
    for _ in range(rounds):
        course.world.step()
        states.append(state_of(course.world))
    course.shown = rounds - 3
    return {
        "states": states,
        "log": [[asdict(event) for event in events] for events in course.world.log],
        "measures": course.world.history,
        "picture": [part.hex() for part in course.picture().buffers()],
        # there are many bits for what is no number, and they mean the same
        "series": [repr(value) for (value,) in iter_unpack("<f", course.series(0))],
        "back": state_of(course.world.rewind(5)),
    }


def written(config: WorldConfig) -> str:
    """Return a course as text in which no bit is lost, the sign of 0 included."""
    return json.dumps(played(config))


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for name, config in configs().items():
        if not wanted or name in wanted:
            print(json.dumps([name, written(config)]))
