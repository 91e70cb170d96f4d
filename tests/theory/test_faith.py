"""Faith that has taken root outlasts bad years; a young one does not."""

from __future__ import annotations

import pytest

from bor_widgets.theory.faith import (
    ROOTED,
    coupling_belief,
    effort_to_test_intentions,
    faith_path,
    faith_reasons,
    next_faith,
)
from tests.theory.strategies import for_all, numbers


@for_all(numbers(ROOTED, 1.0), numbers(-1.0, 1.0))
def test_rooted_faith_never_falls_whatever_pays(faith: float, payoff: float) -> None:
    # P0 L728-736, R97
    assert next_faith(faith, payoff) >= faith


@for_all(numbers(0.1, ROOTED - 0.01), numbers(-1.0, -0.1))
def test_a_young_faith_falls_with_bad_years(faith: float, payoff: float) -> None:
    assert next_faith(faith, payoff) < faith


def test_the_same_years_leave_two_histories_apart() -> None:
    # hysteresis: where it stands depends on where it has been
    bad = [-0.5] * 10
    grown = faith_path([1.0] * 20 + bad, start=0.2, stability=0.9)
    young = faith_path([0.0] * 20 + bad, start=0.2, stability=0.9)
    assert grown[-1] >= ROOTED > 0.2 > young[-1]
    assert grown[20] == grown[-1]
    assert len(grown) == 31


@pytest.mark.parametrize(
    ("payoffs", "start", "key"),
    [
        ([1.0] * 30, 0.2, "took_root"),
        ([-1.0] * 5, 0.9, "stays_rooted"),
        ([-1.0] * 5, 0.3, "undone"),
        ([0.0] * 5, 0.3, "not_rooted"),
    ],
)
def test_what_the_course_shows(payoffs: list[float], start: float, key: str) -> None:
    (reason,) = faith_reasons(faith_path(payoffs, start, stability=0.9))
    assert reason.key == key
    assert reason.text


@for_all(numbers(0.0, 1.0))
def test_unstable_ties_leave_the_belief_in_coupling_as_it_is(belief: float) -> None:
    # P0 L637-643, R95 speaks of stable ties only
    assert coupling_belief(belief, 0.0) == belief
    assert coupling_belief(belief, 1.0) >= belief


def test_two_readings_of_one_sentence_point_opposite_ways() -> None:
    # P0 L598-600, R94, E33
    for reading, sign in (("uncertainty compels", -1), ("stability compels", 1)):
        low = effort_to_test_intentions(0.8, 0.2, reading)  # type: ignore[arg-type]
        high = effort_to_test_intentions(0.8, 0.9, reading)  # type: ignore[arg-type]
        assert sign * (high - low) > 0
    with pytest.raises(ValueError, match="reading takes one of"):
        effort_to_test_intentions(0.8, 0.2, "both")  # type: ignore[arg-type]
