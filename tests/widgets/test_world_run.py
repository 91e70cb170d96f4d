"""The live world without a screen: playing, looking back, changing, keeping."""

from __future__ import annotations

import numpy as np
import pytest

from bor_widgets.simulation.events import EVENT_RULES
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.world import World
from bor_widgets.widgets import world_course
from bor_widgets.widgets.world_course import WorldCourse, longest
from bor_widgets.widgets.world_run import WorldRun
from tests.widgets.world_seen import Page


@pytest.fixture
def page() -> Page:
    return Page(WorldRun())


def still() -> float:
    return 0.0


def test_one_question_brings_one_round_and_one_answer(page: Page) -> None:
    page.play(3)
    assert [frame["round"] for frame in page.frames] == [1, 2, 3]
    content, buffers = page.got[-1]
    assert len(buffers) == 7
    values = np.frombuffer(buffers[6], np.float32).reshape(-1, len(measures()))
    assert content["since"] == 2  # only what is new
    wanted = [page.run.course.world.history[name][2] for name in measures()]
    np.testing.assert_array_equal(values[0], np.array(wanted, np.float32))


def test_the_course_is_the_world_s_own(page: Page) -> None:
    page.play(12)
    alone = World(presets()["neighbours-free"].config).run(12)
    assert page.run.course.world.worlds.same_as(alone.worlds)


def test_a_long_question_is_cut_into_slices_of_time() -> None:
    ticks = iter(np.arange(0.0, 100.0, world_course.SLICE / 3))
    course = WorldCourse(clock=lambda: float(next(ticks)))
    assert course.forward(1000)
    assert 1 <= course.round <= 4  # and not a thousand: a pause would have to wait for them


def test_looking_back_changes_nothing(page: Page) -> None:
    page.play(20)
    before = page.run.course.world.worlds.copy()
    page.tell("look", round=7)
    frame = page.frames[-1]
    assert (frame["shown"], frame["round"]) == (7, 20)
    assert page.run.course.state().same_as(World(presets()["neighbours-free"].config).run(7).worlds)
    assert page.run.course.world.worlds.same_as(before)
    page.play(1)  # forward through what was played
    assert (page.frames[-1]["shown"], page.frames[-1]["round"]) == (8, 20)
    page.tell("look", round=10_000)
    assert page.frames[-1]["shown"] == 20


def test_going_on_from_an_earlier_round_forgets_the_later_ones(page: Page) -> None:
    page.play(10)
    page.tell("look", round=4)
    page.tell("resume")
    assert (page.run.course.shown, page.run.course.round) == (4, 4)
    assert "round 4" in page.run.stage.status
    page.play(6)
    assert page.run.course.world.worlds.same_as(
        World(presets()["neighbours-free"].config).run(10).worlds
    )


def test_a_number_takes_effect_from_the_next_round(page: Page) -> None:
    page.play(5)
    serial = page.run.course.serial
    page.set("strikes", 0.5)
    assert (page.run.course.serial, page.run.course.round) == (serial, 5)
    assert "from the next round on" in page.run.stage.status
    page.play(1)
    alone = World(presets()["neighbours-free"].config).run(5).change(strikes=0.5).run(1)
    assert page.run.course.world.worlds.same_as(alone.worlds)


def test_what_belongs_to_the_start_begins_a_new_world_and_says_so(page: Page) -> None:
    page.play(5)
    page.set("states", 20)
    assert page.run.course.config.states == 20
    assert page.run.course.round == 0
    assert "a new world begins" in page.run.stage.status
    assert len(page.run.stage.scene["names"]) == 20
    page.run._step("undo")  # and nothing is lost
    assert (page.run.course.config.states, page.run.course.round) == (12, 5)


def test_a_scene_whose_states_are_named_one_by_one_can_be_made_larger() -> None:
    page = Page(WorldRun("three-partners"))
    page.set("states", 9)
    assert page.run.inputs.errors == {}
    assert page.run.course.config.states == 9
    assert page.run.course.config.assigned == ()
    page.play(1)
    assert page.run.course.round == 1


def test_a_refused_number_gets_one_sentence_and_changes_nothing(page: Page) -> None:
    page.play(3)
    before = page.run.course.config
    page.set("strikes", 7)
    assert page.run.inputs.errors == {"strikes": "strikes takes a number from 0 to 1; given was 7"}
    page.set("strikes", 0.05)
    assert page.run.inputs.errors == {}
    page.set("gravity_high", 0.1)
    page.set("gravity_low", 0.9)
    assert "gravity_low takes at most gravity_high" in page.run.inputs.errors["gravity_low"]
    assert page.run.course.config == before.with_(gravity_high=0.1)


def test_all_numbers_come_when_they_are_unfolded_and_stay_in_step(page: Page) -> None:
    assert page.run.more is None
    page.run.fold.unfold()
    more = page.run.more
    assert more is not None
    more.values = {**more.values, "decay": 0.3}
    assert page.run.course.config.decay == 0.3
    more.values = {**more.values, "decay": 3}
    assert "decay takes a number" in more.errors["decay"]
    page.run.open_scene("concert")
    assert more.errors == {}
    assert more.values["states"] == page.run.inputs.values["states"] == 6


def test_something_is_made_to_happen_before_the_next_round(page: Page) -> None:
    page.play(4)
    page.tell("shock", what="annexation", one=1, other=3)
    assert page.frames[-1]["shocks"] == [[4, "annexation", 1, 3]]
    assert "before round 5" in page.run.stage.status
    page.play(1)
    alone = World(presets()["neighbours-free"].config).run(4).shock("annexation", 1, 3).run(1)
    assert page.run.course.world.worlds.same_as(alone.worlds)
    page.tell("shock", what="betrayal", one=2, other=2)
    assert "takes two states" in page.run.stage.status


def test_the_prediction_comes_before_the_run_and_is_compared_after_it(page: Page) -> None:
    assert not page.run.stage.ask["over"]
    page.tell("predict", key="lower")
    assert page.run.stage.ask["committed"] == "lower"
    page.tell("predict", key="higher")  # what was said stays
    assert page.run.stage.ask["committed"] == "lower"
    page.play(99)
    assert page.run.stage.ask["came"] == {}
    page.play(1)
    values = page.run.course.world.history["containment"]
    wanted = "higher" if values[99] > values[0] + 0.02 else "lower"
    assert page.run.stage.ask["came"]["key"] == wanted
    page.run.again()
    assert page.run.stage.ask["over"]  # asked before the first run only
    page.run.open_scene("concert")
    assert not page.run.stage.ask["over"]


def test_an_old_page_and_nonsense_change_nothing(page: Page) -> None:
    page.play(2)
    for message in (
        {"kind": "next", "rounds": 1, "serial": -5},
        {"kind": "next", "rounds": 0},
        {"kind": "next", "rounds": "many"},
        {"kind": "next"},
        {"kind": "look", "round": 1.5},
        {"kind": "shock", "what": 3, "one": 0, "other": 1},
        {"kind": "predict", "key": "<b>"},
        {"kind": "format the disk"},
    ):
        page.run.stage.tell(message)
    assert page.run.course.round == 2


def test_a_course_ends_and_says_so(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(world_course, "FEWEST_ROUNDS", 3)
    monkeypatch.setattr(world_course, "MOST_ROUNDS", 3)
    page.play(5)
    assert page.run.course.round == 3
    assert page.got[-1][0]["kind"] == "stopped"
    assert "3 rounds" in page.run.stage.status


def test_a_large_world_keeps_fewer_rounds() -> None:
    assert longest(12) == 2000
    assert longest(500) == 200


def test_only_known_measures_are_drawn_and_four_at_most(page: Page) -> None:
    page.run.stage.picked = ["harmony", "harmony", "nonsense", *list(measures())[:6]]
    assert (
        page.run.stage.picked
        == ["harmony", *[n for n in list(measures())[:5] if n != "harmony"]][:4]
    )


@pytest.mark.parametrize("name", presets())
def test_every_scene_plays_and_names_only_rules_with_a_source(name: str) -> None:
    page = Page(WorldRun(name))
    page.play(25)
    rules = {event.rule for log in page.run.course.world.log for event in log} - {""}
    assert rules <= set(EVENT_RULES)
    named = {
        rule
        for frame in page.frames
        for line in frame["finding"]["lines"]
        for rule in line["rules"]
    }
    assert named <= set(page.run.stage.sources)
    assert all(page.run.stage.sources[rule]["text"] for rule in named | set(EVENT_RULES))
