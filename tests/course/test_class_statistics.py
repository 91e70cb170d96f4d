"""Difficulty, separation and spread: expectations worked out by hand."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.course.item_statistics import by_chance, difficulty, separation, spread

R, W = True, False


def students(*rows: tuple[bool, ...]) -> list[dict[str, bool]]:
    return [dict(zip("abcdefgh", row, strict=False)) for row in rows]


def test_difficulty_is_the_share_right() -> None:
    assert difficulty([R, R, W, W, W]) == pytest.approx(2 / 5)
    assert difficulty([]) is None


def test_separation_of_four_students_by_hand() -> None:
    # the rest of a is (1, 1/2, 1/2, 0), with mean 1/2; a itself is (1, 1, 0, 0)
    # products 1/4 + 0 + 0 + 1/4, squares 1 and 1/2: r = (1/2) / sqrt(1 * 1/2)
    four = students((R, R, R), (R, R, W), (W, R, W), (W, W, W))
    found = separation("a", four, least=2)
    assert found.value == pytest.approx(1 / sqrt(2))
    assert found.students == 4
    assert found.why == ""


def test_the_question_itself_is_not_part_of_the_rest() -> None:
    # right at a whenever wrong at b: with a counted in, the total would hide it
    assert separation("a", students((R, W), (R, W), (W, R), (W, R)), least=2).value == -1


def test_a_rest_with_gaps_is_the_share_of_what_was_answered() -> None:
    # rests of a: 1/1, 2/2, 0/2, 0/1: as far apart as a is
    gaps = [{"a": R, "b": R}, {"a": R, "b": R, "c": R}, {"a": W, "b": W, "c": W}, {"a": W, "c": W}]
    assert separation("a", gaps, least=2).value == pytest.approx(1)


def test_who_answered_nothing_else_is_left_out() -> None:
    alone = [*students((R, R), (W, W)), {"a": R}, {"b": R}]
    found = separation("a", alone, least=2)
    assert found.students == 2
    assert found.value == pytest.approx(1)


@pytest.mark.parametrize(
    ("rows", "least", "why"),
    [
        ([(R, R), (W, W)], 3, "few"),
        ([], 0, "few"),
        ([(R, R)], 0, "few"),
        ([(R, R), (R, W)], 2, "alike"),
        ([(W, R), (W, W)], 2, "alike"),
        ([(R, R), (W, R)], 2, "rest"),
        # a third, three times: not three slightly different roundings
        ([(R, R, W, W), (W, W, R, W), (R, W, W, R)], 2, "rest"),
    ],
)
def test_where_there_is_no_value_there_is_a_reason(
    rows: list[tuple[bool, ...]], least: int, why: str
) -> None:
    found = separation("a", students(*rows), least)
    assert (found.value, found.why) == (None, why)


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), max_size=20), st.randoms())
def test_separation_stays_in_its_range_and_knows_no_order(
    rows: list[list[bool]], draw: st.DrawFn
) -> None:
    answers = students(*(tuple(row) for row in rows))
    found = separation("b", answers, least=2)
    draw.shuffle(answers)  # type: ignore[attr-defined]  # hypothesis gives a Random
    again = separation("b", answers, least=2)
    assert (found.why, found.students) == (again.why, again.students)
    if found.value is not None:
        assert -1 <= found.value <= 1
        assert again.value == pytest.approx(found.value)


@pytest.mark.parametrize(
    ("counts", "value"),
    [
        ([4, 0, 0], 0),
        # of six pairs of four students two agree
        ([2, 2], 4 / 6),
        # of six pairs three agree
        ([3, 1], 3 / 6),
        ([1, 1, 1, 1], 1),
        ([1], None),
        ([], None),
    ],
)
def test_spread_is_how_often_two_differ(counts: list[int], value: float | None) -> None:
    found = spread(counts)
    assert found is None if value is None else found == pytest.approx(value)


def test_chance_is_smaller_in_a_larger_class() -> None:
    # 2 / sqrt(26 - 1) and 2 / sqrt(101 - 1)
    assert by_chance(26) == pytest.approx(0.4)
    assert by_chance(101) == pytest.approx(0.2)
    assert by_chance(2) == 1
    assert by_chance(1) is None
