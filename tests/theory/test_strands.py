"""Two strands over one threat (S08, S14, S15; E50): never made one, silent in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.theory.strands import Marks, level_of, soft_expected, strand_reasons

THREATS = st.floats(0, 1)


def test_at_a_low_threat_they_part() -> None:
    # P2 L123 for the authors, P2 L69 for Levick and Schulz
    authors, others = soft_expected(0.1, "authors"), soft_expected(0.1, "levick-schulz")
    assert authors is not None
    assert others == 0.0
    assert authors > others


def test_where_survival_is_at_stake_they_part_the_other_way() -> None:
    # P2 L103: hard balancing, often
    assert soft_expected(1.0, "authors") == 0.0
    assert soft_expected(1.0, "levick-schulz") == 1.0


@given(THREATS, THREATS)
def test_a_graver_threat_never_speaks_more_for_it_with_the_authors(a: float, b: float) -> None:
    low, high = sorted((a, b))
    soft = [soft_expected(x, "authors") for x in (low, high)]
    assert soft[0] is not None
    assert soft[1] is not None
    assert soft[0] >= soft[1]


@given(THREATS)
def test_of_what_lies_between_the_second_strand_is_silent(threat: float) -> None:
    silent = soft_expected(threat, "levick-schulz") is None
    assert silent == (level_of(threat) == "between")


@pytest.mark.parametrize(
    ("threat", "rules"),
    [
        (0.1, [("S14", "low"), ("S15", "low")]),
        (0.5, [("S14", "between")]),
        (0.7, [("S14", "high")]),
        (1.0, [("S14", "high")]),
    ],
)
def test_each_level_is_told(threat: float, rules: list[tuple[str, str]]) -> None:
    told = strand_reasons(threat)
    assert [(reason.rule, reason.key) for reason in told] == rules
    assert all(reason.text for reason in told)


def test_marks_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match=r"rise in this order; given were 0\.7, 0\.6 and 0\.9"):
        Marks(low_until=0.7)


def test_an_unknown_strand_is_refused() -> None:
    with pytest.raises(ValueError, match="given was 'realists'"):
        soft_expected(0.5, "realists")  # type: ignore[arg-type]
