"""The live world without a screen: courses that are saved, links, tables."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation.measures import measures
from bor_widgets.widgets import world_course, world_saved
from bor_widgets.widgets.packing import StateError, pack
from bor_widgets.widgets.world_run import WorldRun
from tests.widgets.world_seen import Page


@pytest.fixture
def page() -> Page:
    return Page(WorldRun())


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
