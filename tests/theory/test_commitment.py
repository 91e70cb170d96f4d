# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T21: a determined start always bends back."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bor_widgets.theory.commitment import (
    PACE,
    Pace,
    commitment_path,
    consistency,
    path_reasons,
    pull_to_ties,
    recovered,
)
from tests.theory.strategies import for_all, numbers


def test_T21_full_commitment_does_not_last_and_fatigue_brings_ties_back() -> None:
    path = commitment_path(1.0, 100)
    assert path[0].commitment == 1.0
    assert path[-1].commitment < 1.0
    first = next(now for now in path if now.retrieving)
    assert first.fatigue >= PACE.tiring  # fatigue triggers it
    assert path[first.number - 1].fatigue < PACE.tiring
    # while it goes on: less commitment, more restraint, less fatigue, better ties (R50, R51)
    after = path[first.number + 1]
    assert after.commitment < path[0].commitment
    assert after.restraint > 0.0
    assert after.fatigue < first.fatigue
    assert after.tie > first.tie


@for_all(numbers(0.2, 1.0), numbers(0.0, 1.0))
def test_T21_whatever_the_start(determination: float, tie: float) -> None:
    path = commitment_path(determination, 120, tie=tie)
    assert any(now.retrieving for now in path)
    assert path[-1].commitment < determination
    assert consistency(path) < 1.0  # R48


@for_all(numbers(0.0, 1.0), numbers(0.0, 1.0))
def test_everything_stays_on_its_scale_and_the_drive_never_grows(
    determination: float, tie: float
) -> None:
    path = commitment_path(determination, 80, tie=tie)
    drives = [now.drive for now in path]
    assert drives == sorted(drives, reverse=True)
    for now in path:
        for value in (now.commitment, now.fatigue, now.tie, now.restraint):
            assert 0.0 <= value <= 1.0
        assert now.commitment <= determination


def test_high_moments_return_each_weaker_than_the_last() -> None:
    # P0 L1263-1269, R50: oscillation, in the aftermath or in between; R126: no fixed end
    path = commitment_path(1.0, 120)
    heights = sorted({now.commitment for now in path if not now.retrieving}, reverse=True)
    assert len(heights) >= 3
    assert heights[0] == 1.0


def test_ties_suffer_in_the_high_moment_and_are_better_in_the_long_run() -> None:
    # P0 L456-462, R49
    path = commitment_path(1.0, 200)
    first = next(now for now in path if now.retrieving)
    assert first.tie < path[0].tie
    early = sum(now.tie for now in path[:20]) / 20
    late = sum(now.tie for now in path[-20:]) / 20
    assert late > early


@for_all(numbers(0.0, 1.0))
def test_short_run_looks_change_nothing(tie: float) -> None:
    assert pull_to_ties(tie, "deterministic") == pull_to_ties(tie, "opportunistic")
    assert pull_to_ties(tie, "deterministic") >= 0.0


def test_without_determination_nothing_happens() -> None:
    path = commitment_path(0.0, 50)
    assert not any(now.retrieving for now in path)
    assert path[-1].fatigue == 0.0
    assert path[-1].tie > path[0].tie
    assert consistency(path) == 0.0


def test_recovery_takes_fatigue_away() -> None:
    # P0 L1269-1273, R51
    assert recovered(0.7) < 0.7
    assert recovered(0.0) == 0.0


def test_many_starts_at_once_are_as_one_by_one() -> None:
    starts = np.array([0.0, 0.3, 0.75, 1.0])
    together = commitment_path(starts, 60)
    for i, start in enumerate(starts):
        alone = commitment_path(float(start), 60)
        for now, one in zip(together, alone, strict=True):
            for name in ("commitment", "fatigue", "tie", "restraint", "retrieving", "drive"):
                assert getattr(now, name)[i] == getattr(one, name)
    assert consistency(together).tolist() == [
        consistency(commitment_path(float(start), 60)) for start in starts
    ]


@pytest.mark.parametrize(
    ("determination", "rounds", "keys"),
    [
        (0.0, 20, ["nothing_to_keep"]),
        (1.0, 2, ["still_high", "long_run"]),
        (1.0, 6, ["retrieved"]),
        (1.0, 60, ["retrieved", "holds", "holds"]),
    ],
)
def test_the_course_tells_what_it_shows(determination: float, rounds: int, keys: Any) -> None:
    reasons = path_reasons(commitment_path(determination, rounds))
    assert [reason.key for reason in reasons] == keys
    assert all(reason.text for reason in reasons)


@pytest.mark.parametrize(
    ("numbers_given", "told"),
    [
        ({"rested": 0.9}, "rested must be below tiring"),
        ({"renewal": 1.0}, "renewal takes"),
        ({"strain": 0.0}, "strain takes"),
    ],
)
def test_a_pace_that_would_never_bend_is_refused(numbers_given: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Pace(**numbers_given)


def test_wrong_input_is_refused() -> None:
    with pytest.raises(ValueError, match="determination takes a number from 0 to 1"):
        commitment_path(1.2)
    with pytest.raises(ValueError, match="rounds takes a whole number from 1 to 500"):
        commitment_path(0.5, 0)
    with pytest.raises(ValueError, match="at least one round"):
        consistency([])
