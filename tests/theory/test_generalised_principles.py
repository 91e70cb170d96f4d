"""Generalised principles: alike, or case by case (Q06)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from bor_widgets.theory.arithmetic import answer
from bor_widgets.theory.generalised_principles import generalised, treatment_variance
from bor_widgets.theory.venue import by_quality
from tests.theory.strategies import for_all, numbers

treatments = st.lists(numbers(0.0, 1.0), min_size=1, max_size=6)


@for_all(numbers(0.0, 1.0), st.integers(2, 6))
def test_treating_all_alike_keeps_the_principle(level: float, partners: int) -> None:
    assert generalised([level] * partners) == 1


def test_one_partner_treated_otherwise_breaks_it() -> None:
    # P1 L23: no case-by-case differences
    assert generalised([1.0, 1.0, 1.0, 0.0]) == -1


def test_one_partner_alone_leaves_it_open() -> None:
    assert generalised([0.4]) == 0
    assert generalised(np.array([0.4])) == 0


def test_a_broken_principle_breaks_the_ensemble() -> None:
    assert by_quality(True, answer(generalised([1.0, 0.2])), True) == -1
    assert by_quality(True, answer(generalised([0.7, 0.7])), True) == 1


@for_all(treatments)
def test_the_variance_is_bounded_and_arrays_agree(treatment: list[float]) -> None:
    variance = treatment_variance(treatment)
    assert 0.0 <= variance <= 0.25
    assert treatment_variance(np.array(treatment)) == pytest.approx(variance)


@for_all(st.lists(st.lists(numbers(0.0, 1.0), min_size=3, max_size=3), min_size=2, max_size=4))
def test_rows_of_an_array_are_judged_one_by_one(rows: list[list[float]]) -> None:
    variances = treatment_variance(np.array(rows))
    tolerance = 0.0123
    if np.isclose(variances, tolerance).any():
        return
    together = generalised(np.array(rows), tolerance=tolerance)
    assert together.tolist() == [generalised(row, tolerance=tolerance) for row in rows]


def test_a_wider_tolerance_never_breaks_what_held() -> None:
    wide = [generalised([0.2, 0.5], tolerance=t) for t in (0.0, 0.02, 0.03, 0.25)]
    assert wide == [-1, -1, 1, 1]


@pytest.mark.parametrize("nobody", [[], np.array([])])
def test_nobody_to_treat_is_refused(nobody: list[float]) -> None:
    with pytest.raises(ValueError, match="at least one partner"):
        generalised(nobody)


@pytest.mark.parametrize("bad", [[0.5, 1.5], np.array([0.5, 1.5])])
def test_a_treatment_out_of_range_is_refused(bad: list[float]) -> None:
    with pytest.raises(ValueError, match=r"treatment takes .*0 to 1; given was 1.5"):
        treatment_variance(bad)
