"""The decision map as Python sees it."""

from __future__ import annotations

import re

import pytest
from traitlets import TraitError

from bor_widgets.widgets.assets import script
from bor_widgets.widgets.decision_map_view import WORDS, DecisionMapView


def test_an_empty_map_can_be_made() -> None:
    view = DecisionMapView()
    assert (view.x, view.y) == (0.5, 0.5)
    assert view.bands == []


def test_a_drag_in_the_page_arrives_as_two_numbers() -> None:
    view = DecisionMapView(x=0.2, y=0.3)
    heard: list[tuple[float, float]] = []
    view.observe(lambda _change: heard.append((view.x, view.y)), names=["x", "y"])
    view.set_state({"x": 0.71, "y": 0.44})
    assert heard[-1] == (0.71, 0.44)


@pytest.mark.parametrize("wrong", ["0.5", None, [0.5]])
def test_a_place_must_be_a_number(wrong: object) -> None:
    view = DecisionMapView(x=0.2)
    with pytest.raises(TraitError):
        view.set_trait("x", wrong)
    assert view.x == 0.2


def test_words_can_be_replaced_for_one_view_only() -> None:
    view = DecisionMapView(words={**WORDS, "hint": "拖动圆点。"})
    assert view.words["hint"] == "拖动圆点。"
    assert DecisionMapView().words["hint"] == WORDS["hint"]


def test_the_script_asks_for_no_word_that_is_missing() -> None:
    text = script("decision_map_view", "map_areas", "map_axes")
    own = text[text.index("/* The axes of the decision map") :]
    assert set(re.findall(r"words(?:\(\))?\.(\w+)", own)) == set(WORDS)
