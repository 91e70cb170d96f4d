"""Courses of one world, recorded and played again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bor_widgets.simulation import WorldConfig
from bor_widgets.simulation.world import World
from tests.hostile import VALUES
from tests.simulation.worlds_seen import refusal

BUSY = WorldConfig(states=8, strikes=0.2, soft=0.3, values=0.3, gravity_high=1.0)


# ---- records


def test_a_record_is_plain_data() -> None:
    world = World(BUSY, number=3).run(5).change(strikes=0.3).run(2)
    world.shock("betrayal", 0, 1).run(3)
    record = json.loads(json.dumps(world.record()))
    again = World.again(record)
    assert again.worlds.same_as(world.worlds)
    assert again.log == world.log
    assert again.number == 3


@pytest.mark.parametrize(
    "record",
    [
        None,
        {},
        [],
        5,
        "record",
        {"number": 0, "rounds": 3},
        {"number": 0, "rounds": 3, "configs": [], "more": 1},
        {"number": 0, "rounds": 3, "configs": []},
        {"number": 0, "rounds": 3, "configs": None},
        {"number": 0, "rounds": 3, "configs": "configs"},
        {"number": 0, "rounds": 3, "configs": [5]},
        {"number": 0, "rounds": 3, "configs": [[0]]},
        {"number": 0, "rounds": 3, "configs": [[0, None]]},
        {"number": 0, "rounds": 3, "configs": [[0, {"strikes": 9}]]},
        {"number": 0, "rounds": 3, "configs": [[0, {}], [4, {}]]},
        {"number": 0, "rounds": 3, "configs": [[0, {}], [2, {"states": 5}]]},
        {"number": 0, "rounds": 9, "configs": [[0, {}], [4, {}], [2, {}]]},
        {"number": 0, "rounds": 3, "configs": [[2, {}]]},
        {"number": "0", "rounds": 3, "configs": [[0, {}]]},
        {"number": 0, "rounds": -1, "configs": [[0, {}]]},
        {"number": 0, "rounds": 1.5, "configs": [[0, {}]]},
        {"number": 0, "rounds": 10**9, "configs": [[0, {}]]},
    ],
)
def test_a_damaged_record_is_refused_in_one_sentence(record: Any) -> None:
    refusal(World.again, record)


@pytest.mark.parametrize("value", VALUES)
def test_whatever_stands_in_a_record_is_refused_in_one_sentence(value: Any) -> None:
    refusal(World.again, value)
    refusal(World.again, {"number": 0, "rounds": 1, "configs": value})
    if value not in (None, 0, 1, 7, True):
        refusal(World.again, {"number": 0, "rounds": value, "configs": [[0, {}]]})
