"""Packed answers: each is read back as it was, and never another one."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.charts.explorable_pack import LETTERS, pack, plain, unpack
from tests.hostile import TEXTS

LEAF = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.floats(-2, 2).map(lambda number: round(number, 3)).map(plain),
    st.text(max_size=8),
    st.sampled_from(["Tie 0.40. Threat 0.50, more.", "Tie −1.", "a; b: c", "", *TEXTS[:6]]),
)
ANSWER = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(["title", "source", "rows", "é"]), inner, max_size=4),
    ),
    max_leaves=12,
)
GRIDS = st.sampled_from([(2,), (3, 2), (2, 2, 3), (5, 3)])


def every(shape: tuple[int, ...]) -> list[tuple[int, ...]]:
    return [
        tuple((number // math.prod(shape[axis + 1 :])) % stops for axis, stops in enumerate(shape))
        for number in range(math.prod(shape))
    ]


@given(st.data())
def test_every_answer_is_read_back_and_no_other(data: Any) -> None:
    shape = data.draw(GRIDS)
    # few different answers on many places: that is where a column could be mixed up
    known = data.draw(st.lists(ANSWER, min_size=1, max_size=5))
    answers = [data.draw(st.sampled_from(known)) for _ in every(shape)]
    packed = json.loads(json.dumps(pack(answers, shape)))
    for place, answer in zip(every(shape), answers, strict=True):
        found = json.dumps(unpack(packed, place), sort_keys=True)
        assert found == json.dumps(answer, sort_keys=True)


def test_places_of_many_values_take_more_than_one_letter() -> None:
    count = len(LETTERS) * 2 + 5
    packed = pack([{"n": number} for number in range(count)], (count,))
    assert [unpack(packed, (at,))["n"] for at in range(count)] == list(range(count))


def test_what_one_slider_moves_takes_as_many_places_as_it_has_stops() -> None:
    answers = [{"a": one, "b": other} for one in range(7) for other in range(5)]
    packed = pack(answers, (7, 5))
    assert sorted((axes, len(letters)) for axes, letters in packed["columns"]) == [
        ([0], 7),
        ([1], 5),
    ]


def test_what_is_the_same_everywhere_is_kept_once() -> None:
    packed = pack([{"source": {"id": "R01", "text": "long " * 50}}] * 400, (20, 20))
    assert len(json.dumps(packed)) < 500


def test_true_is_not_taken_for_one() -> None:
    packed = pack([[True], [1]], (2,))
    assert unpack(packed, (0,))[0] is True
    assert unpack(packed, (1,))[0] is not True


@pytest.mark.parametrize("place", [(2, 0), (0, -1), (0,), (0, 0, 0)])
def test_a_stop_that_is_not_there_is_refused(place: tuple[int, ...]) -> None:
    with pytest.raises(IndexError, match="the stops are"):
        unpack(pack([0, 1, 2, 3], (2, 2)), place)


def test_too_few_answers_are_refused() -> None:
    with pytest.raises(ValueError, match="4 answers are needed; given were 3"):
        pack([1, 2, 3], (2, 2))


def test_what_no_page_can_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="a picture holds texts"):
        plain({"picture": object()})
