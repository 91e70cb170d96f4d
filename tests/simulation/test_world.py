"""One world: what a person does with it, and what it refuses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation import MOVES, WorldConfig, world_parameters
from bor_widgets.simulation.doctrines import QUESTIONS, RuleTable
from bor_widgets.simulation.engine import Engine
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.moves import INSTRUMENTS
from bor_widgets.simulation.shocks import ALONE, SHOCKS, Shock
from bor_widgets.simulation.world import AT_THE_START, LONGEST_COURSE, World
from bor_widgets.sources import rules
from bor_widgets.theory.judgement import GRADES
from tests.hostile import VALUES
from tests.simulation.worlds_seen import refusal

BUSY = WorldConfig(states=8, strikes=0.2, soft=0.3, values=0.3, gravity_high=1.0)


# ---- running


def test_a_world_begins_before_its_first_round() -> None:
    world = World()
    assert world.round == 0
    assert world.log == []
    assert world.now() == {}
    assert world.config == WorldConfig()


def test_a_round_leaves_a_value_of_each_measure_and_a_log() -> None:
    world = World(BUSY).run(10)
    assert world.round == 10
    assert len(world.log) == 10
    assert set(world.history) == set(measures())
    assert all(len(values) == 10 for values in world.history.values())
    assert world.now() == {name: values[-1] for name, values in world.history.items()} or any(
        np.isnan(value) for value in world.now().values()
    )
    assert world.step().round == 11


@pytest.mark.parametrize("rounds", [-1, 1.5, None, True, "3", float("nan"), 10**400])
def test_a_number_of_rounds_that_is_none_is_refused(rounds: Any) -> None:
    assert refusal(World().run, rounds).startswith("rounds takes")


def test_no_rounds_change_nothing() -> None:
    world = World(BUSY)
    before = world.worlds.copy()
    assert world.run(0).worlds.same_as(before)


@pytest.mark.parametrize("config", [WorldConfig.to_json(BUSY), {}, 5, "neutral", BUSY.changed()])
def test_what_is_no_configuration_is_refused(config: Any) -> None:
    assert refusal(World, config).startswith("config takes")


@pytest.mark.parametrize("number", [-1, 1.5, None, "1", True, 10**400])
def test_a_number_of_a_replication_that_is_none_is_refused(number: Any) -> None:
    assert refusal(World, BUSY, number=number).startswith("number takes")


@pytest.mark.parametrize("path", ["", "fast", 5])
def test_a_path_that_there_is_not_is_refused(path: Any) -> None:
    assert "arrays" in refusal(lambda: World(BUSY, path=path))


def test_replications_and_seeds_differ() -> None:
    first = World(BUSY).run(5)
    assert not first.worlds.same_as(World(BUSY, number=1).run(5).worlds)
    assert not first.worlds.same_as(World(BUSY.with_(seed=2)).run(5).worlds)


# ---- the log


def test_an_event_says_who_did_what_to_whom_and_by_which_rule() -> None:
    events = [event for round_ in World(BUSY).run(40).log for event in round_]
    assert len(events) > 100
    for event in events:
        assert 0 <= event.one < 8
        assert 0 <= event.other < 8
        assert event.one != event.other
        assert event.grade in GRADES
        assert event.move in MOVES
        assert 0 <= event.area < BUSY.areas
        assert event.rule in rules or event.rule == ""
        # what does nothing follows no rule; S19 leaves only the instrument to the lot
        assert (event.rule == "") <= (event.move == "none")
        assert (event.instrument in INSTRUMENTS) == (event.move == "soft balancing")
    assert {"compromise", "mix", "breakup", "soft balancing"} <= {event.move for event in events}


def test_the_log_keeps_its_rounds() -> None:
    for number, events in enumerate(World(BUSY).run(20).log):
        assert {event.round for event in events} <= {number}


def test_the_moves_of_a_students_own_table_come_from_no_paper() -> None:
    table = RuleTable("mine", ("compromise",) * len(QUESTIONS))
    world = World(BUSY.with_(tables=(table,), assigned=("mine",) * 8)).run(10)
    events = [event for round_ in world.log for event in round_]
    assert events
    assert {event.rule for event in events} == {""}
    assert {event.move for event in events} == {"compromise"}


# ---- looking back


def test_a_state_that_is_looked_at_is_that_of_its_round() -> None:
    world = World(BUSY)
    kept = [world.worlds.copy()]
    for _ in range(20):
        kept.append(world.step().worlds.copy())
    for number, state in enumerate(kept):
        assert world.at(number).round == number
        assert world.at(number).same_as(state)


@pytest.mark.parametrize("back", [-1, 11, 1.5, None, "3", True])
def test_a_round_that_was_not_played_is_refused(back: Any) -> None:
    world = World(BUSY).run(10)
    assert refusal(world.at, back).startswith("round takes")
    assert refusal(world.rewind, back).startswith("round takes")
    assert world.round == 10


def test_a_look_back_sees_what_was_changed_on_the_way() -> None:
    world = World(BUSY).run(10)
    state = world.worlds.copy()
    world.change(strikes=0.0).run(5)
    later = world.worlds.copy()
    world.shock("power shift", 0).run(5)
    assert world.at(10).same_as(state)
    assert world.at(15).same_as(later)


# ---- shocks and changes


@pytest.mark.parametrize("kind", SHOCKS)
def test_a_shock_happens_before_the_next_round(kind: str) -> None:
    config = BUSY.with_(forced=0.5)
    before = () if kind != "end of embargo" else (Shock(3, "embargo", 0, 2),)
    world = World(config.with_(shocks=before)).run(6)
    by_hand = world.shock(kind, 0, 2).run(6)
    planned = World(config.with_(shocks=(*before, Shock(6, kind, 0, 2)))).run(12)
    assert by_hand.worlds.same_as(planned.worlds)
    assert by_hand.log == planned.log


def test_a_shock_that_was_added_is_forgotten_with_what_came_after() -> None:
    plain = World(BUSY).run(20)
    world = World(BUSY).run(10).shock("betrayal", 0, 2).run(5).rewind(8).run(12)
    assert world.worlds.same_as(plain.worlds)


def test_a_shock_that_was_planned_stays_when_a_world_is_rewound() -> None:
    config = BUSY.with_(shocks=(Shock(15, "betrayal", 0, 2),))
    plain = World(config).run(20)
    assert World(config).run(20).rewind(10).run(10).worlds.same_as(plain.worlds)
    assert World(config).run(20).rewind(0).run(20).worlds.same_as(plain.worlds)
    assert not plain.worlds.same_as(World(BUSY).run(20).worlds)


@pytest.mark.parametrize("value", VALUES)
def test_a_shock_of_no_kind_is_refused_and_nothing_is_lost(value: Any) -> None:
    world = World(BUSY).run(3)
    before = world.record()
    refusal(world.shock, value, 0, 1)
    assert world.record() == before


@pytest.mark.parametrize(("one", "other"), [(0, 8), (8, 0), (-1, 0), (0, 0), (0, None), ("a", 1)])
def test_a_shock_to_no_state_is_refused(one: Any, other: Any) -> None:
    world = World(BUSY).run(3)
    refusal(world.shock, "betrayal", one, other)
    assert world.config == BUSY


def test_some_shocks_take_one_state_alone() -> None:
    for kind in ALONE:
        assert World(BUSY).shock(kind, 3).step().round == 1


def test_a_change_holds_from_the_next_round() -> None:
    world, plain = World(BUSY).run(5), World(BUSY).run(5)
    world.change(strikes=0.0, imposition=0.0, opposition=0.0, alarm=0.0, choosing=0.0)
    assert world.worlds.same_as(plain.worlds)
    world.run(3)
    assert not any(world.log[5:])
    assert any(world.log[:5])


@pytest.mark.parametrize("value", [-0.1, 1.1, None, "x", float("nan"), [], np.array([0.1, 0.2])])
def test_a_bad_change_is_refused_and_nothing_is_lost(value: Any) -> None:
    world = World(BUSY).run(5)
    before = world.worlds.copy()
    assert refusal(lambda: world.change(strikes=value)).startswith("strikes takes")
    assert world.config == BUSY
    assert world.worlds.same_as(before)


def test_a_change_of_a_field_that_there_is_not_names_it() -> None:
    assert "'strike'" in refusal(lambda: World(BUSY).change(strike=0.1))


def other_value(name: str) -> Any:
    """Return a value of a number that differs from the one that BUSY has."""
    parameter, now = world_parameters()[name], getattr(BUSY, name)
    if parameter.kind == "switch":
        return not now
    if parameter.kind == "choice":
        return next(option for option in parameter.options if option != now)
    # the far end, so that there is something to see
    far = parameter.low if now - parameter.low > parameter.high - now else parameter.high
    return int(far) if parameter.kind == "count" else far


@pytest.mark.parametrize("name", tuple(world_parameters()))
def test_a_change_does_something_or_is_said_to_belong_to_the_start(name: str) -> None:
    start = BUSY.with_(gravity_high=0.9, gravity_low=0.1, forced=0.5, soft_violence=0.5)
    world = World(start).run(4)
    value = {"gravity_low": 0.5, "gravity_high": 0.5}.get(name, other_value(name))
    if name in AT_THE_START:
        sentence = refusal(lambda: world.change(**{name: value}))
        assert sentence.startswith(f"{name} belongs to the start")
        return
    plain = World(world.config).run(4)
    world.change(**{name: value})
    world.run(60)
    plain.run(60)
    if name == "undetermined":  # the blank of the table of systems is rare
        return
    same = world.worlds.same_as(plain.worlds) and all(
        np.array_equal(world.history[each], plain.history[each], equal_nan=True)
        for each in measures()
    )
    assert not same


def test_a_course_has_a_longest_length() -> None:
    assert str(LONGEST_COURSE) in refusal(World().run, LONGEST_COURSE + 1)


# ---- rows of worlds


@pytest.mark.parametrize("numbers", [[], [-1], [1.5], None])
def test_a_row_of_no_worlds_is_refused(numbers: Any) -> None:
    refusal(Engine.of, BUSY, numbers, "arrays")
