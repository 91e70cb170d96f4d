"""Force as a statement, and the corners of the signal map."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from bor_widgets.sources import lists
from bor_widgets.theory.provenance import phrase
from bor_widgets.theory.signal_corners import CORNERS, corner, typical_of_relationships
from bor_widgets.theory.symbolic_force import (
    MEANINGS,
    can_be_justified,
    main_purpose,
    material_gain,
    pull_to_force,
    read_force,
    region_is,
)
from tests.theory.strategies import for_all, numbers


@for_all(numbers(0.0, 1.0))
def test_force_hardly_ever_pays(force: float) -> None:
    # P0 L831-852, R114
    assert 0.0 <= material_gain(force) <= 0.1


def test_a_greater_self_is_needed_and_justifies_nothing_alone() -> None:
    # P0 L864-872, R115
    assert [can_be_justified(said) for said in (True, None, False)] == [1, 0, -1]
    told = {reason.key: reason.text for reason in read_force(greater_self=True).reasons}
    assert "does not justify" in told["met"]


def test_an_injured_image_pulls_and_power_is_no_input() -> None:
    # P0 L884-902, R116
    assert pull_to_force(0.9) > pull_to_force(0.2) > pull_to_force(0.0) == 0.0


def test_the_main_text_and_the_footnote_name_two_purposes() -> None:
    # P0 L817-821 against L845-849, R117, E19
    assert main_purpose(True) == "restore the hierarchy"
    assert main_purpose(None) == main_purpose(False) == "not said"
    qing = read_force(hierarchy_disturbed=True, border_at_stake=True)
    assert [reason.key for reason in qing.reasons if reason.rule == "R117"] == [
        "restores",
        "border",
    ]


def test_a_strong_china_goes_with_a_stable_region() -> None:
    # P0 L809-813, R118
    assert region_is(np.array([-0.5, 0.0, 0.5])).tolist() == ["in conflict", "not said", "stable"]


def test_india_1962_shows_image_and_not_gain() -> None:
    # P0 L884-896: C14
    war = read_force(("challenge_to_self_image",), injury=0.9)
    assert war.meanings == ("challenge_to_self_image",)
    assert {"R114", "R116"} <= {reason.rule for reason in war.reasons}
    assert war.pull > material_gain(1.0)
    assert not war.open


def test_there_are_five_meanings_and_the_list_is_not_closed() -> None:
    assert len(MEANINGS) == lists["D08"].text.count("(") - 1 == 5
    assert all(phrase("force_meaning", name) for name in MEANINGS)
    unsaid = read_force(()).open
    assert [one.rule for one in unsaid] == ["R114"]
    assert unsaid[0].text


def test_meanings_are_told_in_the_papers_order_and_others_refused() -> None:
    assert read_force((MEANINGS[3], MEANINGS[0])).meanings == (MEANINGS[0], MEANINGS[3])
    with pytest.raises(ValueError, match="a meaning is one of"):
        read_force(("conquest",))


@pytest.mark.parametrize("answers", list(product((True, False, None), repeat=3)))
def test_every_reading_of_force_has_its_words(answers: tuple[bool | None, ...]) -> None:
    disturbed, border, self_ = answers
    reading = read_force(
        injury=0.5, hierarchy_disturbed=disturbed, border_at_stake=border, greater_self=self_
    )
    assert all(reason.text for reason in reading.reasons)


@pytest.mark.parametrize(
    ("capability", "concession", "name", "typical"),
    [
        (0.8, 0.8, "the stronger gives way", 1),
        (-0.8, -0.8, "the weaker resists", 1),
        (0.8, -0.8, "the stronger coerces", -1),
        (-0.8, 0.8, "the weaker yields", -1),
        (0.0, 0.8, "no corner", 0),
        (0.8, 0.0, "no corner", 0),
    ],
)
def test_the_corners_of_the_signal_map(
    capability: float, concession: float, name: str, typical: int
) -> None:
    # P0 L736-744, R24, D23
    assert corner(capability, concession) == name
    assert typical_of_relationships(capability, concession) == typical


def test_the_signal_map_is_drawn_in_one_call() -> None:
    x, y = (axis.ravel() for axis in np.meshgrid(np.linspace(-1, 1, 5), np.linspace(-1, 1, 5)))
    assert corner(x, y).tolist() == [corner(float(a), float(b)) for a, b in zip(x, y, strict=True)]
    assert set(corner(x, y).tolist()) == set(CORNERS)
    assert set(typical_of_relationships(x, y).tolist()) == {-1, 0, 1}
