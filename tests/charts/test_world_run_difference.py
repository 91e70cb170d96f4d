"""The difference of two worlds in words: size, interval, pairs, and no more than that."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bor_widgets.charts.world_run.difference import Change, differences, finding, rows
from bor_widgets.simulation.intervals import Interval
from bor_widgets.simulation.measures import measures

CHANGE = Change("The riser follows", "balance of relationships", "balance of power", 100, 200)
WHERE = list(measures()).index("containment")


def pairs(*differing: float) -> np.ndarray:
    """Pairs whose worlds differ in containment by these, and in nothing else."""
    values = np.full((len(differing), 2, len(measures())), 0.25)
    values[:, 1, WHERE] += differing
    return values


def test_the_difference_is_that_of_the_pairs_with_student_s_interval() -> None:
    found = differences(pairs(0.1, 0.2, 0.3))["containment"]
    assert found is not None
    # mean 0.2, standard deviation 0.1; t with 2 degrees of freedom is 4.3027 (any table)
    half = 4.302652729696 * 0.1 / math.sqrt(3)
    assert found.mean == pytest.approx(0.2)
    assert (found.low, found.high) == pytest.approx((0.2 - half, 0.2 + half))
    assert found.count == 3


def test_a_pair_with_nothing_to_measure_is_left_out() -> None:
    values = pairs(0.1, 0.2, 0.3, 0.9)
    values[3, 0, WHERE] = np.nan
    found = differences(values)["containment"]
    assert found is not None
    assert found.count == 3
    assert found.mean == pytest.approx(0.2)


def test_one_pair_has_no_interval() -> None:
    assert differences(pairs(0.5))["containment"] is None
    assert "an interval takes two at least" in finding(CHANGE, "containment", None, 1)


def test_the_sentence_states_direction_size_interval_and_pairs() -> None:
    higher = finding(CHANGE, "containment", Interval(0.21, 0.17, 0.25, 200), 200)
    assert "is higher by 0.21 (0.17 to 0.25) after 100 rounds, in 200 pairs" in higher
    assert "The riser follows: balance of power” instead of “balance of relationships" in higher
    lower = finding(CHANGE, "containment", Interval(-0.21, -0.25, -0.17, 200), 200)
    assert "is lower by 0.21 (0.17 to 0.25)" in lower


def test_an_interval_around_zero_is_no_finding_and_no_proof() -> None:
    told = finding(CHANGE, "containment", Interval(0.01, -0.02, 0.04, 200), 200)
    assert "no difference" in told
    assert "(\u22120.020 to 0.040)" in told
    assert "does not prove" in told


def test_nothing_is_said_before_a_pair_was_run() -> None:
    assert finding(CHANGE, "containment", None, 0).startswith("No pair has been run yet")
    assert "nothing to measure" in finding(CHANGE, "containment", None, 50)


def test_rows_hold_only_what_could_be_measured() -> None:
    values = pairs(0.1, 0.2)
    values[:, :, 0] = np.nan
    names = [row["name"] for row in rows(differences(values))]
    assert next(iter(measures())) not in names
    assert len(names) == len(measures()) - 1
    unseen = next(row for row in rows(differences(values)) if row["name"] != "containment")
    assert (unseen["seen"], unseen["told"]) == (False, "0.00 (0.00 to 0.00)")
