"""What is given up can be reckoned; what it secures is a band without a number."""

from __future__ import annotations

import pytest

from bor_widgets.theory.credibility import SACRIFICES
from bor_widgets.theory.hidden_interests import (
    account,
    concession_reasons,
    given_up,
    harmony_prospect,
    hidden_reach,
    odd_moves,
    tie_before_gain,
)
from tests.theory.strategies import for_all, numbers

ALL = dict.fromkeys(SACRIFICES, 1.0)


def test_the_four_interests_are_the_papers() -> None:
    # P0 L708-710: territory, power, energy supplies, economic gains
    assert given_up({}) == 0.0
    assert given_up(ALL) == 1.0
    assert 0.0 < given_up({"territory": 0.5}) < given_up({"territory": 0.5, "energy": 0.5})
    with pytest.raises(ValueError, match="pride"):
        given_up({"pride": 1.0})
    with pytest.raises(ValueError, match="energy takes a number from 0 to 1; given was 2"):
        given_up({"energy": 2})


@for_all(numbers(0.0, 1.0), numbers(0.0, 1.0), numbers(1.0, 1.0))
def test_for_one_round_every_concession_looks_foolish(
    part: float, certainty: float, horizon: float
) -> None:
    drawn = account({"power": part}, certainty, horizon)
    assert drawn.low == drawn.high == drawn.apparent == -part / 4
    # a part too small for a quarter of it to be told from nothing costs nothing
    assert (drawn.apparent < 0) == (part / 4 > 0)


def test_a_longer_view_opens_a_band_and_never_fills_it() -> None:
    widths = []
    for horizon in (1.0, 2.0, 10.0, 100.0):
        drawn = account({"territory": 1.0}, 0.8, horizon)
        assert drawn.apparent == -0.25  # R42: the loss itself does not depend on the view
        assert drawn.measured is False  # P0 L691-694
        widths.append(drawn.high - drawn.low)
    assert widths == sorted(widths)
    assert widths[0] == 0.0 < widths[1]


def test_the_band_does_not_depend_on_what_was_given_up() -> None:
    # hidden interests are conditions, not a return on the concession (P0 L687-694)
    little, much = account({"power": 0.1}, 0.6, 8.0), account(ALL, 0.6, 8.0)
    assert little.high - little.low == pytest.approx(much.high - much.low)


def test_the_words_follow_the_account() -> None:
    def keys(*given: object) -> list[str]:
        reasons = concession_reasons(*given)  # type: ignore[arg-type]
        assert all(reason.text for reason in reasons)
        return [reason.key for reason in reasons]

    assert keys({}, 0.5, 9.0) == ["nothing_given_up"]
    assert keys(ALL, 0.5, 1.0) == ["one_round", "band_closed"]
    assert keys(ALL, 0.0, 9.0) == ["no_certainty", "band_closed"]
    assert keys(ALL, 0.5, 9.0) == ["spent_for_the_tie", "not_measured"]


@for_all(numbers(0.0, 1.0), numbers(0.0, 1.0))
def test_no_gain_is_large_enough_to_turn_the_order(gain: float, tie: float) -> None:
    # P0 L369-375, R42
    assert tie_before_gain(gain * 1000, tie) == tie_before_gain(0.0, tie) == (1 if tie > 0 else 0)


def test_without_certainty_nothing_is_secured() -> None:
    assert hidden_reach(0.0, 100.0) == 0.0
    assert hidden_reach(0.5, 100.0) > 0.0


def test_odd_moves_need_conviction_and_a_long_view() -> None:
    # P0 L675-681, R44
    assert odd_moves(1.0, 1.0) == odd_moves(0.0, 100.0) == 0.0
    assert odd_moves(1.0, 100.0) > odd_moves(1.0, 5.0) > 0.0


def test_the_hope_of_harmony_needs_good_ties_with_all() -> None:
    # P0 L1356-1368, R124: with all concerned
    better, hope = harmony_prospect({"north": 0.5, "south": 0.8})
    worse, none = harmony_prospect({"north": 0.5, "south": -0.1})
    assert (hope, none) == (1, 0)
    assert better > worse
    with pytest.raises(ValueError, match="at least one party"):
        harmony_prospect({})
