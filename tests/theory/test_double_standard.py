# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T22 and T23: the mix of partners alone makes double standards."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st

from bor_widgets.theory.double_standard import (
    KINDS,
    LATITUDE,
    after_compromise,
    answer_to_deviance,
    double_standard_index,
    enforcement_consistency,
    index_reasons,
    latitude,
    single_value_promotion,
)
from tests.theory.strategies import for_all, numbers

MIXES = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 6))


def test_T22_a_mix_of_kinds_raises_the_index() -> None:
    mixed = double_standard_index({"ally": 1, "complying": 1, "revisionist": 1})
    for same in (1, 3, 10):
        assert mixed > double_standard_index({"complying": same})


@for_all(st.integers(1, 6), st.sampled_from(KINDS), st.sampled_from(KINDS))
def test_T22_whichever_kinds_they_are(number: int, one: str, other: str) -> None:
    if one != other:
        together = double_standard_index({one: number, other: number})
        assert together > double_standard_index({one: 2 * number})


@pytest.mark.parametrize("table", [LATITUDE, {**LATITUDE, "ally": 0.5, "defector": 0.0}])
def test_T23_the_same_deviance_gives_an_ally_more_room(table: Any) -> None:
    assert latitude("ally", table) > latitude("defector", table)
    assert answer_to_deviance("ally") == "compromise"
    assert answer_to_deviance("defector") == "not said"


@for_all(MIXES)
def test_the_index_is_on_its_scale_and_zero_only_without_a_pair(mix: dict[str, int]) -> None:
    # P0 L1062-1068, R58: inevitable between ties, each with its own history
    index = double_standard_index(mix)
    assert 0.0 <= index <= 1.0
    assert (index > 0.0) == (sum(mix.values()) >= 2)


def test_one_ally_one_complier_and_two_revisionists_never_reach_zero() -> None:
    # the question of lesson L08
    mix = {"ally": 1, "complying": 1, "revisionist": 2}
    assert double_standard_index(mix, history=0.001) > 0.1


@for_all(MIXES)
def test_the_order_in_which_partners_are_named_says_nothing(mix: dict[str, int]) -> None:
    turned = dict(reversed(mix.items()))
    assert double_standard_index(mix) == pytest.approx(double_standard_index(turned))


@pytest.mark.parametrize(
    ("mix", "rules"),
    [
        ({"ally": 1}, ["R58"]),
        ({"complying": 3}, ["R58"]),
        ({"complying": 1, "revisionist": 1}, ["R53"]),
        ({"ally": 1, "defector": 2}, ["R55", "R54"]),
        ({"complying": 1, "defector": 1}, ["R153"]),
        ({"ally": 1, "complying": 1, "revisionist": 1}, ["R53", "R54"]),
    ],
)
def test_the_index_tells_why(mix: dict[str, int], rules: list[str]) -> None:
    reasons = index_reasons(mix)
    assert [reason.rule for reason in reasons] == rules
    assert all(reason.text for reason in reasons)


@for_all(numbers(0.0, 0.99), numbers(0.01, 1.0))
def test_what_compromise_could_bring(level: float, size: float) -> None:
    # P0 L1281-1287, R56 and R57
    for kind, gain in (("complying", "support"), ("revisionist", "warmth")):
        told, after = after_compromise(kind, level, size)
        assert told == gain
        assert level < after <= 1.0
    for kind in ("ally", "defector"):
        assert after_compromise(kind, level, size) == ("not said", level)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"ally": 0.5}, "missing was 'complying'"),
        ({**LATITUDE, "ally": 0.1}, "ally more room than a defector"),
        ({**LATITUDE, "complying": 0.4}, "different room"),
        ({**LATITUDE, "ally": 1.5}, "takes a number from 0 to 1"),
    ],
)
def test_a_table_against_the_text_is_refused(table: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        double_standard_index({"ally": 2}, table)


def test_unknown_kinds_and_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="kind takes one of ally"):
        double_standard_index({"neutral": 1})
    with pytest.raises(ValueError, match="complying takes a number from 0"):
        double_standard_index({"complying": -1})
    with pytest.raises(ValueError, match="history takes"):
        double_standard_index({"complying": 2}, history=0.0)


def test_more_partners_mean_less_of_one_value() -> None:
    # P0 L1081-1089, R59 and R60
    assert single_value_promotion(1) > single_value_promotion(2) > single_value_promotion(9)
    assert enforcement_consistency(0.0) == 1.0
    assert enforcement_consistency(30.0) < enforcement_consistency(3.0) < 1.0
