"""What every number, shock, measure and scene must do, whatever is added."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation import WorldConfig, world_parameters
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.shocks import ALONE, SHOCKS, Shock
from bor_widgets.simulation.world import World
from bor_widgets.sources import rules
from bor_widgets.sources.places import Place
from bor_widgets.theory.calibration import Calibration, calibration_parameters
from bor_widgets.theory.commitment import Pace
from tests.simulation.worlds_seen import RICH, refusal, see

NAMES = tuple(world_parameters())


# ---- is every number alive?


def settings_of(name: str) -> list[Any]:
    parameter = world_parameters()[name]
    if parameter.kind == "choice":
        return list(parameter.options)
    if parameter.kind == "switch":
        return [True, False]
    if name == "states":
        return [9, 12]
    if name == "seed":
        return [1, 2]
    low, high = parameter.low, parameter.high
    return [low, high] if parameter.kind == "slider" else [int(low), int(high)]


#: far weaker states, no ties and no allies: the blank of the table of systems
LONELY = WorldConfig(
    states=6, tie=0.0, by_table=1.0, hegemon_capability=10.0, relationships=0.0, strikes=0.2
)


@cache
def traces(config: WorldConfig) -> tuple[bytes, ...]:
    """Return what a few worlds leave behind, to the last bit."""
    seen = see(config, 30, range(4))
    found = seen.measures()
    return (seen.worlds.level.tobytes(), *(found[name].tobytes() for name in sorted(found)))


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("seed", "precision")])
def test_a_number_that_is_changed_changes_something(name: str) -> None:
    # so that no dead slider stands on the page
    rich = LONELY if name == "undetermined" else RICH
    changed = []
    for value in settings_of(name):
        extra = {"gravity_high": 1.0} if name == "gravity_low" else {}
        extra |= {"areas": 3} if name == "areas" else {}
        try:
            changed.append(rich.with_(**{name: value, **extra}))
        except ValueError:  # two numbers that do not fit each other
            continue
    assert any(traces(config) != traces(rich) for config in changed)


@pytest.mark.parametrize("name", tuple(calibration_parameters()))
def test_a_number_of_the_judgement_that_is_changed_changes_something(name: str) -> None:
    parameter = calibration_parameters()[name]
    before, alive = traces(RICH), False
    middles = ((end + parameter.neutral) / 2.0 for end in (parameter.low, parameter.high))
    for value in (parameter.low, parameter.high, *middles):
        try:
            config = RICH.with_(calibration=Calibration(**{name: value}))
        except ValueError:
            continue
        alive = alive or traces(config) != before
    assert alive


#: what the clock of a value-spreader says of a tie: a world's ties are its own, as its docs say
OF_A_TIE = ("wear", "pull")


@pytest.mark.parametrize("name", [entry.name for entry in fields(Pace)])
def test_a_number_of_the_pace_changes_something_unless_it_is_of_a_tie(name: str) -> None:
    values = {"renewal": (0.0, 0.9), "tiring": (0.2, 1.0), "rested": (0.0, 0.5)}
    before = traces(RICH)
    assert (name not in OF_A_TIE) == any(
        traces(RICH.with_(pace=Pace(**{name: value}))) != before
        for value in values.get(name, (0.01, 0.9))
    )


# ---- shocks


@pytest.mark.parametrize("kind", SHOCKS)
def test_a_shock_takes_its_states(kind: str) -> None:
    assert SHOCKS[kind].endswith(".")
    assert Shock(0, kind, 0, 1).kind == kind
    if kind in ALONE:
        assert Shock(0, kind, 1, 1).one == 1
    else:
        assert "two states" in refusal(Shock, 0, kind, 1, 1)
    for field in ("round", "one", "other"):
        for value in (-1, 1.5, None, True, "0", float("nan"), 10**400):
            whole = {"round": 0, "kind": kind, "one": 0, "other": 1, field: value}
            assert refusal(Shock, **whole).startswith(f"{field} takes")


@pytest.mark.parametrize("kind", SHOCKS)
def test_a_shock_changes_a_world(kind: str) -> None:
    shocks = (Shock(5, "embargo", 0, 2),) if kind == "end of embargo" else ()
    config = RICH.with_(shocks=shocks, forced=0.5)
    before, after = (
        see(each, 12, range(3)).worlds
        for each in (config, config.with_(shocks=(*shocks, Shock(8, kind, 0, 2))))
    )
    assert not before.same_as(after)


@pytest.mark.parametrize("kind", SHOCKS)
def test_a_shock_changes_nothing_before_its_round(kind: str) -> None:
    config = RICH.with_(shocks=(Shock(6, kind, 0, 2),))
    assert see(config, 6, range(3)).worlds.same_as(see(RICH.with_(shocks=()), 6, range(3)).worlds)


# ---- measures and scenes


@pytest.mark.parametrize("name", tuple(measures()))
def test_a_measure_says_what_it_is_and_which_rule_it_shows(name: str) -> None:
    each = measures()[name]
    assert each.label
    assert each.meaning.endswith(".")
    assert each.rules
    assert set(each.rules) <= set(rules)


def test_measures_are_told_apart() -> None:
    labels = [each.label for each in measures().values()]
    assert len(set(labels)) == len(labels)


@cache
def measured() -> tuple[dict[str, Any], ...]:
    """Measures of a few worlds of every kind."""
    small = [preset.config for preset in presets().values() if preset.config.states < 20]
    return tuple(see(config, 20, range(4)).measures() for config in (RICH, LONELY, *small))


@pytest.mark.parametrize("name", tuple(measures()))
def test_a_measure_moves_in_some_world(name: str) -> None:
    values = np.concatenate([each[name] for each in measured()])
    assert len(set(values[np.isfinite(values)])) > 1


@pytest.mark.parametrize("name", tuple(measures()))
def test_a_measure_is_a_number_or_nothing(name: str) -> None:
    values = np.concatenate([each[name] for each in measured()])
    assert not np.isinf(values).any()
    # nothing to measure is no number, and there is always something to measure about ties
    if name in ("harmony", "ties", "conflict", "volatility", "given_up", "legitimacy"):
        assert np.isfinite(values).all()


@pytest.mark.parametrize("name", tuple(presets()))
def test_a_scene_begins_a_world_that_runs(name: str) -> None:
    preset = presets()[name]
    assert preset.name == name
    assert preset.label
    assert preset.meaning.endswith(".")
    assert preset.rules
    assert set(preset.rules) <= set(rules)
    for place in preset.places:
        assert str(Place.parse(place)) == place
    world = World(preset.config).run(20)
    assert world.round == 20
    assert WorldConfig.from_json(preset.config.to_json()) == preset.config
    assert sum(len(events) for events in world.log) > 0


def test_scenes_are_told_apart() -> None:
    labels = [preset.label for preset in presets().values()]
    assert len(set(labels)) == len(labels)
    prints = [preset.config.fingerprint() for preset in presets().values()]
    assert len(set(prints)) == len(prints)
