"""Copies of a journal, and the order of files: neither changes what is counted."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.course.class_course import Course
from bor_widgets.course.class_figures import class_figures
from bor_widgets.course.class_files import ClassFiles, HandedIn, merged
from bor_widgets.course.class_student import Reader
from bor_widgets.course.gain import gain_of
from bor_widgets.course.journal import Journal, salvage
from tests.course.class_journals import (
    Said,
    answer,
    expected,
    handed_in,
    named,
    predicted,
    small_course,
    text_of,
)

CASE = "iraq-2003-united-states"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return small_course(tmp_path_factory.mktemp("small"))


RESPONSES = st.sampled_from(["yes", "no", "other", "gone", None, 7, ["yes"], {"yes": "no"}])
KEYS = st.sampled_from(["B-1", "B-2", "A-1", "A-2", "L01-a", "L99-z"])


@given(st.lists(st.tuples(KEYS, RESPONSES), max_size=12))
def test_the_gain_is_the_one_that_the_student_is_told(
    small: Course, given_: list[tuple[str, Any]]
) -> None:
    journal, faults = salvage(text_of([answer(key, response) for key, response in given_]))
    assert not faults
    student = Reader(small).student(handed_in(journal))
    assert student.gain == gain_of(journal, small.pairs)


SAID = st.lists(
    st.one_of(
        st.builds(answer, KEYS, RESPONSES),
        st.builds(predicted, st.sampled_from(["a", "b", "z"])),
        st.builds(named, st.sampled_from(["Ada", "Bo", ""])),
        st.builds(expected, st.just(CASE), st.sampled_from(["mix", "none"])),
    ),
    max_size=8,
)


def journals_of(texts: list[str]) -> list[Journal]:
    return [salvage(text)[0] for text in texts]


@given(st.lists(SAID, max_size=6), st.integers(0, 1000))
def test_the_order_of_the_journals_does_not_matter(
    small: Course, class_: list[list[Said]], seed: int
) -> None:
    there = [handed_in(journal) for journal in journals_of([text_of(said) for said in class_])]
    back = list(there)
    random.Random(seed).shuffle(back)
    assert class_figures(there, small) == class_figures(back, small)


@given(SAID, SAID)
def test_copies_merge_in_any_order_and_a_copy_of_itself_changes_nothing(
    small: Course, one: list[Said], two: list[Said]
) -> None:
    first, second = journals_of([text_of(one, "ab" * 8), text_of(two, "ab" * 8)])
    there = merged([HandedIn(first, ("a",)), HandedIn(second, ("b",))])
    back = merged([HandedIn(second, ("b",)), HandedIn(first, ("a",)), HandedIn(first, ("a",))])
    assert there.journal.as_text() == back.journal.as_text()
    assert there.files == back.files == ("a", "b")
    assert there.disputed == back.disputed == 0
    assert len(there.journal) == len(one) + len(two)
    alone = merged([HandedIn(first, ("a",)), HandedIn(first, ("a",))])
    assert alone.journal.as_text() == first.as_text()
    assert class_figures([alone], small) == class_figures([HandedIn(first, ("a",))], small)


def test_copies_that_contradict_each_other_are_told_and_the_earlier_one_counts(
    tmp_path: Path, small: Course
) -> None:
    text = text_of([answer("B-1", "no")], "ab" * 8)
    changed = text.replace('"no"', '"yes"').replace("09:00:00", "09:00:01")
    for number, (one, other) in enumerate([(text, changed), (changed, text)]):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "a.jsonl").write_text(one, encoding="utf-8")
        (folder / "b.jsonl").write_text(other, encoding="utf-8")
        (student,) = class_figures(ClassFiles(folder).journals(), small).students
        assert (student.disputed, student.gain.before) == (1, 0)
