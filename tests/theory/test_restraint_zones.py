"""Full restraint of one side lands in worry, not in harmony."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import strategies as st

from bor_widgets.theory.arithmetic import pick
from bor_widgets.theory.restraint import harmony, worry
from bor_widgets.theory.restraint_zones import ZONES, meet, zone_codes
from tests.theory.strategies import for_all, numbers

ANSWERS = st.sampled_from((True, False, None))


def test_the_surprise_of_the_bench() -> None:
    # P0 L700-706, R20 and R21: own restraint to the top, the other's at zero
    alone = meet(1.0, 0.0, True)
    assert alone.zone == "worry"
    assert alone.worry == 1.0
    assert [reason.rule for reason in alone.reasons] == ["R21", "R20"]
    assert meet(1.0, 1.0, True).zone == "harmony"


@pytest.mark.parametrize(
    ("own", "other", "compatible", "imposed", "zone"),
    [
        (0.5, 0.5, True, True, "harmony"),
        (0.5, 0.5, False, True, "misfit"),
        (0.5, 0.5, None, True, "fit_open"),
        (0.5, -0.5, True, True, "worry"),
        (-0.5, 0.5, True, True, "worry"),
        (0.5, -0.5, True, False, "alone"),
        (0.5, -0.5, True, None, "alone_open"),
        (1.0, 0.0, True, False, "alone"),
        (-0.5, -0.5, True, True, "break"),
        (0.0, 0.0, True, True, "neither"),
        (0.0, -0.5, True, True, "neither"),
    ],
)
def test_every_field(own: float, other: float, compatible: Any, imposed: Any, zone: str) -> None:
    met = meet(own, other, compatible, imposed)
    assert met.zone == zone
    assert met.reasons
    assert all(reason.text for reason in met.reasons)


@for_all(numbers(-1.0, 1.0), numbers(-1.0, 1.0), ANSWERS, ANSWERS)
def test_only_one_sided_restraint_worries(own: float, other: float, fit: Any, imposed: Any) -> None:
    # R21, P0 L704-706: restraint that one side practises and imposes; T14
    one_sided = (own > 0.0) != (other > 0.0)
    assert (meet(own, other, fit, imposed).worry > 0.0) == (one_sided and imposed is True)


@for_all(numbers(-1.0, 1.0), numbers(-1.0, 1.0), ANSWERS, ANSWERS)
def test_the_fields_follow_the_rules(own: float, other: float, fit: Any, imposed: Any) -> None:
    met = meet(own, other, fit, imposed)
    assert (met.zone == "harmony") == (harmony(own, other, fit) > 0)
    assert 0.0 <= met.worry <= 1.0
    if met.zone == "worry":
        assert max(worry(own, other, imposed), worry(other, own, imposed)) > 0.0
    # nobody's view is special: changing sides keeps the field
    assert meet(other, own, fit, imposed).zone == met.zone


@pytest.mark.parametrize("fit", [True, False, None])
@pytest.mark.parametrize("imposed", [True, False, None])
def test_a_map_is_the_same_as_its_points(fit: Any, imposed: Any) -> None:
    axis = np.linspace(-1.0, 1.0, 9)
    own, other = np.meshgrid(axis, axis)
    drawn = pick(ZONES, zone_codes(own, other, fit, imposed))
    alone = [[meet(float(x), float(y), fit, imposed).zone for x in axis] for y in axis]
    assert drawn.tolist() == alone


def test_wrong_input_is_refused() -> None:
    with pytest.raises(ValueError, match="own takes a number from -1 to 1; given was 2"):
        meet(2.0, 0.0, True)
    with pytest.raises(TypeError, match="compatible takes"):
        meet(0.5, 0.5, "yes")
    with pytest.raises(ValueError, match="one pair"):
        meet(np.array([0.1, 0.2]), 0.0, True)  # type: ignore[arg-type]
