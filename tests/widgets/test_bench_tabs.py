"""A bench with tabs: inputs that belong to a choice come and go with it, here in four regions."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.charts.benches.conditions import conditions_of
from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.inputs import bench_specs
from bor_widgets.widgets.bench_state import BenchState
from bor_widgets.widgets.benches import FourRegions
from bor_widgets.widgets.controls import Controls


def names(controls: Controls) -> list[str]:
    """Return the inputs that a panel shows."""
    return [spec["name"] for group in controls.specs for spec in group["parameters"]]


def typed(controls: Controls, **values: Any) -> None:
    """Type as a page does: the whole dict comes back with the change in it."""
    controls.values = {**controls.values, **values}


def test_another_tab_brings_its_own_inputs() -> None:
    bench = FourRegions()
    assert names(bench.core) == ["region", "arms", "density", "long_crisis", "kept_out"]
    typed(bench.core, region="brics")
    assert names(bench.core) == ["region", "rounds", "demand", "balancing_done", "other_done"]
    assert set(bench.core.values) == set(names(bench.core))
    assert bench.verdict.card["headline"] == bench.text.word("brics", "headline_start")


def test_what_was_set_on_a_tab_is_there_when_one_comes_back() -> None:
    bench = FourRegions()
    typed(bench.core, arms=0.4)
    typed(bench.core, region="brics")
    typed(bench.core, rounds=3)
    typed(bench.core, region="europe")
    assert bench.core.values["arms"] == 0.4
    assert bench.state.now.values["rounds"] == 3


def test_the_other_inputs_follow_the_tab_too() -> None:
    bench = FourRegions(unfold=["inputs"])
    assert "erosion" in names(bench.rest)
    typed(bench.core, region="central_asia")
    assert "war_settled" in names(bench.rest)
    assert "erosion" not in names(bench.rest)


def test_an_input_may_hang_on_two_choices() -> None:
    bench = FourRegions(region="states", country="Turkey")
    assert "passage" in names(bench.core)
    assert "military_ties" not in names(bench.core)
    typed(bench.core, country="Philippines")
    assert "military_ties" in names(bench.core)


def test_a_moved_slider_sends_no_new_inputs() -> None:
    bench = FourRegions()
    before = bench.core.specs
    typed(bench.core, arms=0.4)
    assert bench.core.specs is before


def test_a_few_options_stand_side_by_side() -> None:
    text = bench_text("four_regions")
    kinds = {
        spec["name"]: spec["kind"]
        for group in bench_specs(text, ("region", "state", "country"))
        for spec in group["parameters"]
    }
    assert kinds == {"region": "segments", "state": "choice", "country": "segments"}


def test_a_condition_that_no_choice_meets_is_refused() -> None:
    data: dict[str, Any] = {
        "group": {"g": {"only": "tab=one"}, "h": {}},
        "parameter": {"tab": {"group": "h", "options": ["one", "two"]}, "x": {"group": "g"}},
    }
    assert conditions_of(data) == {"x": (("tab", ("one",)),)}
    for wrong in ("tab=three", "tob=one", "tab=one|three"):
        data["group"]["g"]["only"] = wrong
        with pytest.raises(ValueError, match="x belongs to"):
            conditions_of(data)


def test_a_question_sets_its_scene_and_not_its_answer() -> None:
    state = BenchState(bench_text("four_regions"))
    brics = next(i for i, p in enumerate(state.phases) if p.step.begin.get("region") == "brics")
    state.go(brics)
    assert not state.phase.revealed  # type: ignore[union-attr]
    assert state.now.values["region"] == "brics"
    assert state.now.values["rounds"] == 0
    state.go(brics + 1)
    assert state.now.values["rounds"] == 9
    state.go(brics)
    assert state.now.values["rounds"] == 0
    # the scene of a question that has not come yet is not set
    state.go(0)
    assert state.now.values["region"] == "europe"
