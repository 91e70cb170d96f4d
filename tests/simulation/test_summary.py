"""Means and shares with intervals: expectations from printed tables and from the definitions."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from bor_widgets.simulation.summary import (
    mean_interval,
    normal_quantile,
    share_above,
    share_interval,
    student_quantile,
)


# as every printed table of Student's distribution gives them, two-sided, 5 %
@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (10, 2.228), (29, 2.045), (60, 2.000),
     (120, 1.980), (200, 1.972), (201, 1.972), (1000, 1.962), (10**6, 1.960)],
)  # fmt: skip
def test_students_quantile_is_the_tables(freedom: int, quantile: float) -> None:
    assert round(student_quantile(freedom), 3) == quantile


def test_two_degrees_have_a_closed_form() -> None:
    # for two degrees F(t) = 1/2 + t / (2 sqrt(2 + t²)), so t = (2p - 1) sqrt(2 / (4p(1 - p)))
    p = 0.975
    assert student_quantile(2) == pytest.approx(
        (2 * p - 1) * math.sqrt(2 / (4 * p * (1 - p))), abs=1e-9
    )


def test_the_quantile_falls_towards_the_normal_one_without_a_step() -> None:
    found = [student_quantile(freedom) for freedom in range(1, 400)]
    assert all(one > other for one, other in pairwise(found))
    assert normal_quantile() == pytest.approx(1.959964, abs=1e-6)
    assert student_quantile(10**9) == pytest.approx(normal_quantile(), abs=1e-8)


def test_no_degree_is_refused() -> None:
    with pytest.raises(ValueError, match=r"freedom takes .* from 1"):
        student_quantile(0)


def test_a_mean_and_its_interval_by_hand() -> None:
    # 1, 2, 3, 4: mean 2.5, variance 5/3, error sqrt(5/12), and 3.182446 errors to either side
    found = mean_interval([1.0, 2.0, 3.0, 4.0])
    assert (found.mean, found.n) == (2.5, 4)
    assert found.high - found.mean == pytest.approx(3.182446 * math.sqrt(5 / 12), abs=1e-5)
    assert found.mean - found.low == pytest.approx(found.high - found.mean)


def test_what_is_no_number_is_left_out() -> None:
    nan = math.nan
    values = np.array([[1.0, nan, nan, 5.0], [3.0, 7.0, nan, 5.0], [5.0, nan, nan, 5.0]])
    found = mean_interval(values)
    assert found.n.tolist() == [3, 1, 0, 3]
    assert found.mean[[0, 1, 3]].tolist() == [3.0, 7.0, 5.0]
    assert np.isnan(found.mean[2])
    # one world has no spread, and none has no mean
    assert np.isnan(found.low[[1, 2]]).all()
    assert np.isnan(found.high[[1, 2]]).all()
    assert found.low[3] == found.high[3] == 5.0


def test_the_interval_covers_what_it_says() -> None:
    # 4,000 samples of 8: the share that covers lies within four standard errors of 0.95
    rng = np.random.default_rng(1)
    found = mean_interval(rng.normal(3.0, 2.0, (8, 4000)))
    covered = ((found.low <= 3.0) & (found.high >= 3.0)).mean()
    assert abs(covered - 0.95) < 4 * math.sqrt(0.95 * 0.05 / 4000)


# ends of Wilson's interval solve |p - share| = z sqrt(p (1 - p) / n)
@pytest.mark.parametrize(("held", "n"), [(1, 10), (5, 10), (9, 10), (37, 200), (199, 200)])
def test_wilsons_ends_solve_his_equation(held: int, n: int) -> None:
    found = share_interval(held, n)
    z = normal_quantile()
    for end in (found.low, found.high):
        assert abs(end - held / n) == pytest.approx(z * math.sqrt(end * (1 - end) / n))
    assert found.low < found.mean == held / n < found.high


def test_none_and_all_keep_within_the_scale() -> None:
    for n in (1, 7, 200):
        none, every = share_interval(0, n), share_interval(n, n)
        reach = normal_quantile() ** 2 / (n + normal_quantile() ** 2)
        assert (none.low, every.high) == (0.0, 1.0)
        assert none.high == pytest.approx(reach)
        assert every.low == pytest.approx(1.0 - reach)


def test_no_worlds_have_no_share() -> None:
    found = share_interval(0, 0)
    assert math.isnan(found.mean)
    assert math.isnan(found.low)
    assert math.isnan(found.high)


@pytest.mark.parametrize(("held", "n"), [(-1, 4), (5, 4)])
def test_more_than_all_is_refused(held: int, n: int) -> None:
    with pytest.raises(ValueError, match="held takes a number from 0 to n"):
        share_interval(held, n)


def test_the_share_above_counts_only_what_was_measured() -> None:
    found = share_above([[0.1, math.nan], [0.2, math.nan], [0.3, math.nan]], 0.1)
    assert found.n.tolist() == [3, 0]
    assert found.mean[0] == pytest.approx(2 / 3)
    assert np.isnan(found.mean[1])
