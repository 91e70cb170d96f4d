"""Two worlds without a screen: in step, paired by their chance, stopped and told."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.piece import play
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.world import World
from bor_widgets.widgets.world_pair import PAIRS, TwoWorlds, change_specs, changeable
from bor_widgets.widgets.world_pairs import LAST, WorldPairs

SMALL = "three-partners"


class Page:
    """What a page would have received."""

    def __init__(self, worlds: TwoWorlds) -> None:
        self.worlds = worlds
        self.stage = worlds.stage
        self.got: list[tuple[dict[str, Any], list[bytes]]] = []
        self.stage.send = lambda content, buffers=None: self.got.append((content, buffers or []))

    def tell(self, kind: str, **more: Any) -> None:
        self.stage.tell({"kind": kind, **more})

    def set(self, name: str, value: Any) -> None:
        self.worlds.inputs.values = {**self.worlds.inputs.values, name: value}

    def run_out(self) -> None:
        self.tell("compare")
        while self.stage.progress:
            self.tell("more")


@pytest.fixture
def page() -> Page:
    return Page(TwoWorlds())


def small() -> Page:
    page = Page(TwoWorlds(SMALL, "strikes", 0.6))
    page.set("pairs_asked", 10)
    page.set("rounds_asked", 10)
    return page


def test_only_the_one_change_differs(page: Page) -> None:
    one, other = page.worlds.configs
    assert other == one.with_(riser_doctrine="power")
    assert one == presets()["neighbours-free"].config


def test_both_run_in_step_and_each_is_the_world_of_its_configuration(page: Page) -> None:
    for _ in range(12):
        page.tell("next")
    frame, buffers = page.got[-1]
    assert (frame["shown"], frame["round"], len(buffers)) == (12, 12, 14)
    for course, config in zip(page.stage.courses, page.worlds.configs, strict=True):
        assert course.world.worlds.same_as(World(config).run(12).worlds)
    page.tell("look", round=5)
    assert [course.shown for course in page.stage.courses] == [5, 5]
    assert page.got[-1][0]["round"] == 12


def test_a_pair_shares_its_number_whatever_the_slices() -> None:
    one, other = TwoWorlds(SMALL, "strikes", 0.6).configs
    cut = WorldPairs(one, other, 30, LAST)
    while not cut.complete:
        cut.advance(0.0)  # a single round at a time
    for side, config in enumerate((one, other)):
        alone = play(config, range(30), LAST, LAST, "arrays")
        assert alone is not None
        np.testing.assert_allclose(cut.values[:, side], alone.values[:, -1], rtol=1e-12)


def test_the_same_world_on_both_sides_differs_in_nothing() -> None:
    one = presets()[SMALL].config
    runs = WorldPairs(one, one, 5, 12)
    while not runs.complete:
        runs.advance()
    np.testing.assert_array_equal(runs.values[:, 0], runs.values[:, 1])


def test_pairs_are_run_told_and_exported() -> None:
    page = small()
    page.run_out()
    assert page.stage.result["pairs"] == 10
    assert "in 10 pairs" in page.stage.result["text"]
    name, text = page.worlds._export("csv")
    lines = text.splitlines()
    assert name == "two-worlds.csv"
    assert lines[0].split(",") == ["pair", "world", *measures()]
    assert [line.split(",")[:2] for line in lines[1:3]] == [["0", "A"], ["0", "B"]]
    assert len(lines) == 1 + 2 * 10


def test_every_question_for_more_is_answered() -> None:
    page = small()
    page.tell("compare")
    before = len(page.got)
    page.tell("more")
    assert {"kind": "slice"} in [content for content, _ in page.got[before:]]


def test_a_run_is_stopped_kept_and_gone_on_with(page: Page) -> None:
    page.set("pairs_asked", 60)
    page.set("rounds_asked", 10)
    page.tell("compare")
    runs = page.stage.runs
    assert runs is not None
    while not runs.done:
        page.tell("more")
    page.tell("cancel")
    done = runs.done
    assert page.stage.progress == {}
    assert f"Stopped after {done} of 60 pairs" in page.stage.status
    page.tell("more")  # a late question of the page runs nothing
    assert page.stage.runs is runs
    assert runs.done == done
    page.run_out()
    assert page.stage.runs is runs
    assert runs.done == 60


def test_another_change_forgets_the_pairs(page: Page) -> None:
    page.set("pairs_asked", 10)
    page.set("rounds_asked", 10)
    page.run_out()
    page.set("field", "forced")
    assert page.worlds.field == "forced"
    assert page.worlds.value == 1.0  # far from what the scene has
    assert page.stage.result["pairs"] == 0
    page.set("forced", 0.5)
    assert page.worlds.configs[1].forced == 0.5
    assert "0.50" in page.stage.scene["sides"][1]["title"]


def test_two_equal_worlds_are_said_to_be_equal(page: Page) -> None:
    page.set("riser_doctrine", "relationships")
    assert "the same" in page.stage.status


def test_a_refused_value_gets_one_sentence(page: Page) -> None:
    page.set("pairs_asked", 3)
    assert "pairs takes a whole number from 10 to 1000" in page.worlds.inputs.errors["pairs_asked"]
    page.set("pairs_asked", PAIRS[2])
    page.set("field", "gravity_low")
    page.set("gravity_low", 1.0)
    assert "at most gravity_high" in page.worlds.inputs.errors["gravity_low"]
    assert page.worlds.configs[1].gravity_low <= page.worlds.configs[1].gravity_high


@pytest.mark.parametrize("field", changeable())
def test_every_number_can_be_the_one_change(field: str) -> None:
    page = Page(TwoWorlds())
    page.set("field", field)
    assert page.worlds.inputs.errors == {}
    one, other = page.worlds.configs
    assert other == one.with_(**{field: getattr(other, field)})
    assert other != one
    assert field in {spec["name"] for group in change_specs(field) for spec in group["parameters"]}
    page.tell("next")
    assert [course.round for course in page.stage.courses] == [1, 1]


def test_unknown_scene_or_number_is_refused() -> None:
    with pytest.raises(ValueError, match="preset takes one of"):
        TwoWorlds("paradise")
    with pytest.raises(ValueError, match="field takes one of"):
        TwoWorlds(field="seed", value=3)
    with pytest.raises(ValueError, match="strikes takes a number from 0 to 1"):
        TwoWorlds(field="strikes", value=3)


def test_nonsense_from_a_page_changes_nothing(page: Page) -> None:
    for message in ({"kind": "look", "round": "x"}, {"kind": "next", "serial": -1}, {"kind": "x"}):
        page.stage.tell(message)
    assert page.stage.courses[0].round == 0
    page.stage.measure = "<b>"
    assert page.stage.measure in measures()
