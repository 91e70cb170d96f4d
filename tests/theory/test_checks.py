"""Range checks name the argument, the range and what was given."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bor_widgets.theory.checks import criterion, one_of, whole, within
from tests.theory.strategies import for_all, numbers


@for_all(numbers(-3.0, 3.0))
def test_a_number_comes_back_exactly_if_it_is_inside(value: float) -> None:
    if 0.0 <= value <= 1.0:
        assert within("degree", value, 0.0, 1.0) == value
    else:
        with pytest.raises(ValueError, match="degree takes a number from 0 to 1; given was"):
            within("degree", value, 0.0, 1.0)


def test_both_ends_are_inside() -> None:
    assert within("degree", 0, 0.0, 1.0) == 0
    assert within("degree", 1.0, 0.0, 1.0) == 1.0


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), -float("inf"), 10**400, 10**6000],
    ids=["nan", "inf", "-inf", "400 digits", "6000 digits"],
)
def test_what_is_not_finite_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="degree takes a number from 0 upwards"):
        within("degree", value, 0.0, float("inf"))


@pytest.mark.parametrize("value", [None, "0.5", True, [0.5], {}, 1j, np.bool_(True)])
def test_what_is_no_number_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="degree takes a number from 0 to 1"):
        within("degree", value, 0.0, 1.0)


def test_an_array_passes_only_as_a_whole() -> None:
    good = np.array([0.0, 0.5, 1.0])
    assert within("degree", good, 0.0, 1.0) is good
    for bad, told in ((1.5, "1.5"), (np.nan, "nan"), (-0.1, "-0.1")):
        with pytest.raises(ValueError, match=f"degree takes .* given was {told}"):
            within("degree", np.array([0.0, bad]), 0.0, 1.0)
    with pytest.raises(TypeError, match="an array of"):
        within("degree", np.array(["a"]), 0.0, 1.0)
    with pytest.raises(TypeError, match="an array of bool"):
        within("degree", np.array([True]), 0.0, 1.0)


def test_numpy_numbers_without_an_axis_are_numbers() -> None:
    assert within("degree", np.float64(0.5), 0.0, 1.0) == 0.5
    assert within("degree", np.array(0.5), 0.0, 1.0) == 0.5
    with pytest.raises(ValueError, match=r"given was 2\.0"):
        within("degree", np.float64(2.0), 0.0, 1.0)


def test_a_refusal_stays_short() -> None:
    with pytest.raises(TypeError) as refused:
        within("degree", "x" * 10_000, 0.0, 1.0)
    assert len(str(refused.value)) < 140


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (-1.0, 1.0, "a number from -1 to 1"),
        (1.0, float("inf"), "a number from 1 upwards"),
        (-float("inf"), 1.0, "a number up to 1"),
        (-float("inf"), float("inf"), "a finite number"),
    ],
)
def test_the_range_is_told(low: float, high: float, told: str) -> None:
    with pytest.raises(ValueError, match=f"x takes {told}; given was nan"):
        within("x", float("nan"), low, high)


@pytest.mark.parametrize(
    ("value", "code"), [(True, 1), (False, -1), (None, 0), (0.5, 0), (0.9, 1), (0, -1)]
)
def test_a_criterion_is_read(value: Any, code: int) -> None:
    assert criterion("fit", value) == code


def test_a_criterion_may_be_an_array() -> None:
    assert criterion("fit", np.array([0.0, 0.5, 1.0])).tolist() == [-1, 0, 1]
    assert criterion("fit", np.array([True, False])).tolist() == [1, -1]


@pytest.mark.parametrize(("value", "error"), [("yes", TypeError), (2.0, ValueError)])
def test_a_criterion_that_is_none_is_refused(value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="fit takes"):
        criterion("fit", value)


def test_options_and_whole_numbers() -> None:
    assert one_of("kind", "ally", ("ally", "foe")) == "ally"
    with pytest.raises(ValueError, match="kind takes one of ally, foe; given was 'friend'"):
        one_of("kind", "friend", ("ally", "foe"))
    assert whole("rounds", 3, 1, 5) == 3
    with pytest.raises(ValueError, match="rounds takes a whole number from 1 to 5; given was 6"):
        whole("rounds", 6, 1, 5)
    for wrong in (2.0, True, "3"):
        with pytest.raises(TypeError, match="rounds takes a whole number from 1 to 5"):
            whole("rounds", wrong, 1, 5)  # type: ignore[arg-type]
