"""The numbers that are ours: ranges, order, and what they cannot break."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from bor_widgets.theory import NEUTRAL, Calibration, calibration_parameters
from tests.theory.strategies import calibrations, for_all


def test_the_neutral_numbers_are_the_declared_ones() -> None:
    for name, parameter in calibration_parameters().items():
        assert getattr(NEUTRAL, name) == parameter.neutral
    assert not NEUTRAL.changed()


def test_the_suggested_weights_and_cut_points() -> None:
    assert NEUTRAL.cuts == (0.1, 0.4, 0.7)
    weights = (
        NEUTRAL.weight_relationship,
        NEUTRAL.weight_punishment,
        NEUTRAL.weight_compromise,
        NEUTRAL.weight_leadership,
    )
    assert weights == (0.6, 0.2, 0.2, 0.15)
    assert NEUTRAL.sensitivity == 0.5


def test_every_number_is_declared_and_every_declared_number_exists() -> None:
    assert [field.name for field in dataclasses.fields(Calibration)] == [*calibration_parameters()]


@pytest.mark.parametrize("name", calibration_parameters())
def test_a_number_outside_its_range_is_refused_by_name(name: str) -> None:
    parameter = calibration_parameters()[name]
    for value in (parameter.low - 0.01, parameter.high + 0.01, float("nan"), float("inf")):
        with pytest.raises(ValueError, match=f"^{name} takes a number from"):
            NEUTRAL.with_(**{name: value})


@pytest.mark.parametrize("name", calibration_parameters())
@pytest.mark.parametrize("value", [None, "0.5", True, [0.5]])
def test_a_number_of_the_wrong_type_is_refused_by_name(name: str, value: Any) -> None:
    with pytest.raises(TypeError, match=f"^{name} takes a number from"):
        NEUTRAL.with_(**{name: value})


def test_an_unknown_number_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="weight_of_fate"):
        NEUTRAL.with_(weight_of_fate=0.5)


@pytest.mark.parametrize(
    "cuts", [(0.4, 0.4, 0.7), (0.5, 0.4, 0.7), (0.1, 0.8, 0.7), (0.1, 0.7, 0.7)]
)
def test_cut_points_that_do_not_rise_are_refused(cuts: tuple[float, float, float]) -> None:
    names = ("cut_potential", "cut_indirect", "cut_direct")
    with pytest.raises(ValueError, match=r"must rise.*given were"):
        NEUTRAL.with_(**dict(zip(names, cuts, strict=True)))


def test_a_revoked_restraint_milder_than_a_lessened_one_is_refused() -> None:
    with pytest.raises(ValueError, match=r"revoked.*milder.*-0\.2 and -0\.5"):
        NEUTRAL.with_(revoked_restraint=-0.2)


def test_it_cannot_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        NEUTRAL.sensitivity = 1.0  # type: ignore[misc]


def test_a_weight_to_punish_may_be_negative_since_the_paper_leaves_its_direction_open() -> None:
    assert NEUTRAL.with_(weight_punishment=-1.0).weight_punishment == -1.0


@for_all(calibrations())
def test_what_was_changed_is_all_it_takes_to_build_it_again(calibration: Calibration) -> None:
    assert Calibration(**calibration.changed()) == calibration
    assert hash(Calibration(**calibration.changed())) == hash(calibration)
