"""The live world without a screen: playing, looking back, changing, keeping."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.world import World
from bor_widgets.widgets import world_course, world_saved
from bor_widgets.widgets.packing import StateError, pack
from bor_widgets.widgets.world_course import WorldCourse, longest
from bor_widgets.widgets.world_run import WorldRun
from bor_widgets.widgets.world_stage import EVENT_RULES


class Page:
    """What a page would have received."""

    def __init__(self, run: WorldRun) -> None:
        self.run = run
        self.got: list[tuple[dict[str, Any], list[bytes]]] = []
        run.stage.send = lambda content, buffers=None: self.got.append((content, buffers or []))

    def tell(self, kind: str, **more: Any) -> None:
        self.run.stage.tell({"kind": kind, **more})

    def play(self, rounds: int) -> None:
        for _ in range(rounds):
            self.tell("next", rounds=1)

    @property
    def frames(self) -> list[dict[str, Any]]:
        return [content for content, _ in self.got if content["kind"] == "frame"]

    def set(self, name: str, value: Any) -> None:
        self.run.inputs.values = {**self.run.inputs.values, name: value}


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


# ---- keeping


def played(page: Page) -> None:
    page.play(6)
    page.set("strikes", 0.3)
    page.tell("shock", what="embargo", one=1, other=2)
    page.play(4)


def test_a_saved_course_is_played_again_bit_for_bit(page: Page) -> None:
    played(page)
    text = world_saved.to_file(page.run.course)
    assert json.loads(text)["made_with"].startswith("bor-widgets ")
    other = Page(WorldRun("concert"))
    other.run.links.tell({"kind": "opened", "text": text})
    assert other.run.course.world.worlds.same_as(page.run.course.world.worlds)
    for name, values in page.run.course.world.history.items():
        np.testing.assert_array_equal(other.run.course.world.history[name], values)
    assert other.run.course.preset == "neighbours-free"
    assert other.run.course.shocks() == page.run.course.shocks()


def broken(text: str, **changed: Any) -> str:
    content = json.loads(text)
    for key, value in changed.items():
        place = content["course"] if key in content["course"] else content
        place[key] = value
    return json.dumps(content)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda t: t[: len(t) // 2], "damaged"),
        (lambda t: "[]", "not a saved course"),
        (lambda t: broken(t, format="another"), "not a saved course"),
        (lambda t: broken(t, version=99), "newer version"),
        (lambda t: broken(t, course=7), "damaged"),
        (lambda t: broken(t, rounds=10**9), "rounds takes a whole number from 0 to 2000"),
        (lambda t: broken(t, rounds=True), "rounds takes a whole number"),
        (lambda t: broken(t, configs=[]), "damaged"),
        (lambda t: broken(t, configs=[[0, {"strikes": 5}]]), "strikes takes a number from 0 to 1"),
        (lambda t: broken(t, configs=[[0, {"<b>": 1}]]), "cannot be played"),
        (lambda t: broken(t, configs=[[0, {}], [3, {"states": 5}]]), "belongs to the start"),
        (lambda t: t + " " * 2_000_001, "too large"),
    ],
)
def test_a_damaged_or_foreign_file_gets_one_sentence(page: Page, spoil: Any, sentence: str) -> None:
    played(page)
    text = world_saved.to_file(page.run.course)
    before = page.run.course.world
    page.run.links.tell({"kind": "opened", "text": spoil(text)})
    assert sentence in page.run.links.problem
    assert "\n" not in page.run.links.problem
    assert page.run.course.world is before


def test_a_link_opens_the_same_world_in_the_same_round(page: Page) -> None:
    page.run.open_scene("neighbours-forced")
    page.set("strikes", 0.2)
    page.set("seed", 42)
    page.set("forced", 0.0)  # a neutral value that the scene does not have
    page.play(9)
    page.tell("rest")
    assert len(page.run.links.link) <= 2000
    other = WorldRun(link=page.run.links.link)
    assert other.course.config == page.run.course.config
    assert (other.course.preset, other.course.shown) == ("neighbours-forced", 9)
    assert other.course.world.worlds.same_as(page.run.course.world.worlds)


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ("!!!", "damaged"),
        (pack({"v": 1}), "not a saved"),
        (pack({"w": 2}), "newer"),
        (pack({"w": 1, "c": {"states": 1}}), "states takes a whole number"),
        (pack({"w": 1, "c": {"states": 500}, "r": 2000}), "from 0 to 200"),
        (pack({"w": 1, "c": [1]}), "damaged"),
    ],
)
def test_a_bad_link_gets_one_sentence(page: Page, link: str, sentence: str) -> None:
    page.play(3)
    page.run.links.tell({"kind": "arrived", "link": link})
    assert sentence in page.run.links.problem
    assert page.run.course.round == 3


def test_a_scene_that_a_link_does_not_know_is_the_first_one() -> None:
    assert world_saved.from_link(pack({"w": 1, "p": "nowhere"}))[0] == world_course.FIRST_PRESET
    with pytest.raises(StateError):
        world_saved.from_link("")


def test_the_table_of_measures_leaves_empty_what_is_not_measured() -> None:
    run = WorldRun("concert")  # no riser: nothing to contain
    run.course.forward(2)
    name, text = run._export("csv")
    rows = [line.split(",") for line in text.splitlines()]
    assert name == "world-measures.csv"
    assert rows[0] == ["round", *measures()]
    assert [row[0] for row in rows[1:]] == [str(k + 1) for k in range(run.course.round)]
    assert all(row[rows[0].index("containment")] == "" for row in rows[1:])
    assert all(row[rows[0].index("ties")] != "" for row in rows[1:])


def test_an_unknown_scene_is_refused() -> None:
    with pytest.raises(ValueError, match="preset takes one of neighbours-free"):
        WorldRun("paradise")
