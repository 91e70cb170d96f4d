"""What a configuration takes, what it refuses, and what every number of it must be."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation import WorldConfig, world_groups, world_parameters
from bor_widgets.simulation.doctrines import DOCTRINES, QUESTIONS, RuleTable
from bor_widgets.simulation.shocks import Shock
from bor_widgets.situation import Parameter
from bor_widgets.sources.places import Place
from tests.simulation.worlds_seen import refusal, see

NAMES = tuple(world_parameters())


# ---- every number, one after the other


def bad_values(parameter: Parameter) -> list[Any]:
    never = [
        None,
        float("nan"),
        float("inf"),
        -float("inf"),
        "a text",
        "0.5",
        [],
        [0.5],
        {},
        (),
        object(),
        b"1",
        1j,
        np.array([0.1, 0.2]),
        10**400,
    ]
    match parameter.kind:
        case "slider":
            return [*never, True, parameter.low - 0.01, parameter.high + 0.01]
        case "count":
            return [*never, True, 2.5, int(parameter.low) - 1, int(parameter.high) + 1]
        case "switch":
            return [*never, 0, 1, "yes"]
        case _:
            return [*never, True, 0, "nothing of the kind", parameter.option_labels[0] + "!"]


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_number_is_refused_by_its_name_and_range(name: str) -> None:
    parameter = world_parameters()[name]
    for value in bad_values(parameter):
        sentence = refusal(WorldConfig, **{name: value})
        assert sentence.startswith(f"{name} takes ")
        assert "given was" in sentence
        if parameter.kind in ("slider", "count"):
            assert f"from {parameter.low:g} to " in sentence
        if parameter.kind == "choice":
            assert all(option in sentence for option in parameter.options)


@pytest.mark.parametrize("name", NAMES)
def test_a_number_is_declared_in_full(name: str) -> None:
    parameter = world_parameters()[name]
    assert parameter.label
    assert parameter.label[0].isupper() or parameter.label[0].isdigit()
    assert parameter.meaning.endswith(".")
    assert parameter.group in world_groups()
    assert parameter.check(parameter.neutral) == parameter.neutral
    assert getattr(WorldConfig(), name) == parameter.neutral
    for place in parameter.places:
        assert str(Place.parse(place)) == place
    if parameter.kind == "choice":
        assert len(parameter.options) == len(parameter.option_labels)
    if parameter.kind in ("slider", "count"):
        assert parameter.low <= parameter.neutral <= parameter.high


@pytest.mark.parametrize("name", NAMES)
def test_no_meaning_says_that_a_paper_gives_the_number(name: str) -> None:
    meaning = world_parameters()[name].meaning.lower()
    claims = ("the papers give", "paper gives the", "according to the paper", "measured")
    assert not any(claim in meaning for claim in claims)


def test_labels_differ_and_every_group_has_a_number() -> None:
    labels = [parameter.label for parameter in world_parameters().values()]
    assert len(set(labels)) == len(labels)
    assert {p.group for p in world_parameters().values()} == set(world_groups())


def test_every_number_is_a_field_and_every_field_is_declared_or_nested() -> None:
    nested = {
        "assigned",
        "tables",
        "shocks",
        "calibration",
        "pace",
        "values_given",
        "ties_given",
    }
    assert {entry.name for entry in fields(WorldConfig)} == set(NAMES) | nested


# ---- numbers that must fit each other


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"gravity_low": 0.9, "gravity_high": 0.1}, "gravity_low"),
        ({"floor": 0.5, "ceiling": 0.5}, "floor"),
        ({"states": 2, "hegemon": True}, "hegemon"),
        (dict.fromkeys(DOCTRINES, 0.0), "weight"),
        ({"states": 4, "assigned": ("relationships",)}, "assigned"),
        ({"states": 2, "hegemon": False, "assigned": ("relationships", "nobody")}, "assigned"),
        ({"tables": (RuleTable("a", ("none",) * len(QUESTIONS)),) * 2}, "tables"),
        ({"states": 4, "shocks": (Shock(0, "power shift", 4),)}, "shock"),
        ({"states": 4, "values_given": (0.5,) * 3}, "values_given"),
        ({"states": 2, "hegemon": False, "values_given": (0.5, 2.0)}, "values_given"),
        ({"ties_given": ((0, 1),)}, "ties_given"),
        ({"ties_given": ((0, 99, 0.5),)}, "ties_given"),
        ({"ties_given": ((0, 1, 1.5),)}, "ties_given"),
        ({"ties_given": ((1, 1, 0.5),)}, "ties_given"),
        ({"shocks": ("power shift",)}, "shocks"),
        ({"tables": "table"}, "tables"),
        ({"calibration": {}}, "calibration"),
        ({"pace": None}, "pace"),
    ],
)
def test_numbers_that_do_not_fit_are_refused_together(changes: dict[str, Any], named: str) -> None:
    assert named in refusal(WorldConfig, **changes)


@pytest.mark.parametrize("states", [2, 3, 500])
def test_smallest_and_largest_worlds_are_taken(states: int) -> None:
    config = WorldConfig(states=states, hegemon=states > 2)
    assert see(config, 1, range(1)).worlds.level.shape == (1, states, states)


def test_a_configuration_is_frozen() -> None:
    config = WorldConfig()
    with pytest.raises(FrozenInstanceError):
        config.strikes = 0.5  # type: ignore[misc]
    assert hash(config) == hash(WorldConfig())
    assert config == WorldConfig()
    assert config.with_(seed=2) != config


def test_an_unknown_field_is_named() -> None:
    for make in (WorldConfig().with_, lambda **kw: WorldConfig.from_plain(kw)):
        assert "'strike'" in refusal(make, strike=0.5)
