"""The live world as a picture and in words: what the rules allow to be said, and no more."""

from __future__ import annotations

from math import hypot, nan
from typing import Any

import numpy as np
import pytest

from bor_widgets.charts.world_run import frame, homes, looks, question, settings, verdict
from bor_widgets.charts.world_run.frame import Frame
from bor_widgets.simulation.config import WorldConfig, world_groups, world_parameters
from bor_widgets.simulation.events import Event
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.world import AT_THE_START, World

RULES = ("R01", "R02")


def event(one: int = 0, other: int = 1, **changed: Any) -> Event:
    known = {
        "round": 0, "one": one, "other": other, "grade": "direct", "move": "breakup", "area": 0,
        "rule": "R02", "conflict": False, "left_open": False, "instrument": "",
    }  # fmt: skip
    return Event(**{**known, **changed})


def three(restraints: dict[tuple[int, int], tuple[float, float]]) -> World:
    """A world of three states with the restraint of each towards each, by area."""
    world = World(WorldConfig(states=3, riser=False, hegemon=False, areas=2))
    for (one, other), by_area in restraints.items():
        world.worlds.restraint[0, one, other] = by_area
    return world


def picture(world: World, *events: Event) -> Frame:
    return frame.frame(world.config, world.worlds, events, RULES)


def states_of(drawn: Frame) -> dict[tuple[int, int], str]:
    return {
        (int(one), int(other)): looks.TIE_STATES[int(state)]
        for (one, other), (_, state) in zip(drawn.ends, drawn.ties, strict=True)
    }


def test_harmony_is_drawn_only_where_both_hold_back() -> None:
    # R20 (P0 L700-702): only if both restrain themselves, in ways that fit
    drawn = picture(
        three({
            (0, 1): (0.5, 0.5), (1, 0): (0.1, 0.3),  # both
            (0, 2): (0.9, 0.9), (2, 0): (0.0, 0.0),  # one alone
        })
    )  # fmt: skip
    assert states_of(drawn) == {(0, 1): "mutual", (0, 2): "one_sided", (1, 2): "quiet"}
    assert drawn.counts[looks.MUTUAL] == 1


def test_restraints_that_do_not_fit_are_no_harmony() -> None:
    world = three({(0, 1): (0.9, -0.2), (1, 0): (-0.2, 0.9)})
    assert states_of(picture(world))[0, 1] == "one_sided"


def test_revoked_restraint_and_conflict_are_told_apart() -> None:
    world = three(
        {(0, 1): (-0.5, -0.5), (1, 0): (0.5, 0.5), (1, 2): (0.5, 0.5), (2, 1): (0.5, 0.5)}
    )
    drawn = picture(world, event(2, 1, conflict=True))
    assert states_of(drawn) == {(0, 1): "revoked", (0, 2): "quiet", (1, 2): "conflict"}


def test_every_tie_is_drawn_until_there_are_too_many_and_then_it_is_said() -> None:
    few = picture(World(WorldConfig(states=12)))
    assert few.total == len(few.ends) == 66
    assert verdict.drawn_told(few) == "All 66 ties are drawn."
    world = World(WorldConfig(states=80)).run(3)
    many = frame.frame(world.config, world.worlds, world.log[-1], RULES)
    assert many.total == 80 * 79 // 2
    assert len(many.ends) == frame.MOST_TIES
    assert "2,400 of 3,160" in verdict.drawn_told(many)
    fighting = {frozenset((e.one, e.other)) for e in world.log[-1] if e.conflict}
    assert fighting  # otherwise nothing is tested
    drawn = {frozenset(map(int, ends)) for ends in many.ends}
    assert fighting <= drawn


def test_conflicts_lead_the_list_and_the_list_says_what_it_leaves_out() -> None:
    world = World(WorldConfig(states=12))
    events = [event(k % 12, (k + 1) % 12, rule="R02") for k in range(frame.MOST_EVENTS + 5)]
    events.append(event(3, 4, conflict=True))
    drawn = frame.frame(world.config, world.worlds, events, RULES)
    assert len(drawn.who) == frame.MOST_EVENTS
    assert tuple(drawn.who[0]) == (3, 4)
    assert drawn.answers[0].tolist() == [3, 3, 2, 1, 0, 0]
    assert "300 of 306" in verdict.listed_told(drawn, 1)


def test_a_frame_is_small() -> None:
    drawn = frame.frame(*_ran(WorldConfig(states=500), 1), RULES)
    # whatever there is of it: 2,400 ties of 6 bytes, 300 answers of 10, 500 states of 18
    assert sum(map(len, drawn.buffers())) <= 2400 * 6 + 300 * 10 + 500 * 18


def _ran(config: WorldConfig, rounds: int) -> tuple[Any, Any, Any]:
    world = World(config).run(rounds)
    return config, world.worlds, world.log[-1] if world.log else ()


@pytest.mark.parametrize("name", presets())
def test_every_state_has_a_name_and_a_place_of_its_own(name: str) -> None:
    config = presets()[name].config
    names, places = homes.names(config), homes.homes(config)
    assert len(set(names)) == len(names) == len(places) == config.states
    assert all(max(abs(x), abs(y)) <= 1.0 for x, y in places)
    nearest = min(hypot(a[0] - b[0], a[1] - b[1]) for k, a in enumerate(places) for b in places[:k])
    assert nearest > 0.1


def test_500_states_have_places_of_their_own() -> None:
    places = homes.homes(WorldConfig(states=500))
    assert len(set(places)) == 500
    assert all(max(abs(x), abs(y)) <= 1.0 for x, y in places)


def test_the_powers_stand_in_the_middle_and_neighbours_near_the_riser() -> None:
    config = WorldConfig(states=12, neighbours=5)
    roles, places = homes.roles(config), homes.homes(config)
    assert roles[:2] == ["riser", "hegemon"]
    assert roles.count("neighbour") == 5
    riser = places[0]
    far: dict[str, list[float]] = {"neighbour": [], "state": [], "hegemon": [], "riser": []}
    for role, (x, y) in zip(roles, places, strict=True):
        far[role].append(hypot(x - riser[0], y - riser[1]))
    assert max(far["neighbour"]) < np.mean(far["state"])


def test_shapes_and_dashes_differ_so_that_colour_is_never_alone() -> None:
    shown = looks.looks()
    for part, mark in (("doctrines", "shape"), ("ties", "dash")):
        marks = [entry[mark] for entry in shown[part]]
        assert len(set(marks)) == len(marks)


def test_the_verdict_counts_harmony_and_never_forecasts() -> None:
    world = three({(0, 1): (0.5, 0.5), (1, 0): (0.1, 0.3)})
    found = verdict.verdict(picture(world, event()), [event()], {}, 1)
    assert found["headline"].startswith("Harmony is possible on 1 of 3 ties")
    assert found["rules"] == ["R20", "R156"]
    # R61 (P0 L1397-1403): no systemic consequence is guaranteed; it is said in every round
    for shown in (0, 1):
        lines = verdict.verdict(picture(world), [], {}, shown)["lines"]
        assert [
            line for line in lines if line["rules"] == ["R61"] and "no forecast" in line["text"]
        ]


def test_what_the_paper_leaves_open_is_said_to_be_open() -> None:
    world = three({})
    events = [event(left_open=True, move="none", rule=""),
              event(1, 2, move="soft balancing", instrument="sanctions", rule="S08")]  # fmt: skip
    lines = verdict.verdict(picture(world, *events), events, {}, 1)["lines"]
    told = {tuple(line["rules"]): line["text"] for line in lines}
    assert "leaves the answer open" in told["R130",]
    assert "by lot" in told["S19",]
    assert ("S19",) not in {
        tuple(line["rules"]) for line in verdict.verdict(picture(world), [], {}, 1)["lines"]
    }


def test_conflict_out_of_soft_balancing_names_its_rule() -> None:
    world = three({})
    for move, wanted in (("soft balancing", ["R125", "S17"]), ("breakup", ["R125"])):
        fight = event(move=move, conflict=True)
        lines = verdict.verdict(picture(world, fight), [fight], {}, 1)["lines"]
        assert lines[0] == {"text": "One pair is in conflict in this round.", "rules": wanted}


def test_containment_is_told_only_where_it_is_measured() -> None:
    world = three({})
    for values, told in (([0.1, 0.4], True), ([nan, nan], False)):
        lines = verdict.verdict(picture(world), [], {"containment": values}, 2)["lines"]
        assert any("R77" in line["rules"] for line in lines) is told


def test_the_question_fits_the_scene() -> None:
    ask = {name: question.asked_measure(scene.config) for name, scene in presets().items()}
    assert ask["neighbours-forced"] == "containment"
    assert ask["determined"] == "commitment"
    assert ask["concert"] == "harmony"


@pytest.mark.parametrize(
    ("then", "key"), [(0.5, "higher"), (0.1, "lower"), (0.315, "same"), (0.285, "same"), (nan, "")]
)
def test_what_came_is_one_of_the_answers(then: float, key: str) -> None:
    history = {"harmony": [0.3] * 99 + [then]}
    assert question.came(history, "harmony", changed=False)["key"] == key


def test_nothing_has_come_before_the_rounds_are_played() -> None:
    assert question.came({"harmony": [0.3] * 99}, "harmony", changed=False) == {}


def test_an_answer_says_that_somebody_interfered() -> None:
    history = {"harmony": [0.3] * 100}
    plain = question.came(history, "harmony", changed=False)["text"]
    assert question.came(history, "harmony", changed=True)["text"].startswith(plain)
    assert question.came(history, "harmony", changed=True)["text"] != plain


def test_every_number_has_one_input_in_its_group() -> None:
    specs = settings.setting_specs("First")
    names = [spec["name"] for group in specs for spec in group["parameters"]]
    assert sorted(names) == sorted(set(world_parameters()) - set(settings.LEFT_OUT))
    assert [group["name"] for group in specs] == ["first", *world_groups()]
    assert [spec["name"] for spec in specs[0]["parameters"]] == list(settings.FIRST)


def test_what_moves_most_takes_effect_while_a_world_runs() -> None:
    assert not set(AT_THE_START) & set(settings.FIRST)


def test_values_go_through_a_control_and_back() -> None:
    config = WorldConfig(riser=False)
    for name, shown in settings.shown_values(config).items():
        assert settings.read_value(name, shown) == getattr(config, name)
    with pytest.raises(ValueError, match="strikes takes a number from 0 to 1; given was 2"):
        settings.read_value("strikes", 2)
