"""Made-up classes: the same for the same seed, readable to the last line, and marked."""

from __future__ import annotations

import json

import pytest

from bor_widgets.course.class_course import Course, course_in
from bor_widgets.course.class_student import Reader
from bor_widgets.course.folder import lessons_folder
from bor_widgets.course.gain import is_right
from bor_widgets.course.journal import read_journal
from bor_widgets.course.made_up import MOST, made_up_class
from bor_widgets.course.made_up_answers import right_answer
from tests.course.class_journals import handed_in


@pytest.fixture(scope="module")
def course() -> Course:
    return course_in(lessons_folder())


def test_the_seed_decides(course: Course) -> None:
    first = dict(made_up_class(course, 2, 7))
    assert first == dict(made_up_class(course, 2, 7))
    other = dict(made_up_class(course, 2, 8))
    assert set(first) == set(other)
    assert all(first[name] != other[name] for name in first)


def test_every_journal_is_whole_known_to_the_course_and_marked(course: Course) -> None:
    reader = Reader(course)
    for name, text in made_up_class(course, 6, 1):
        journal = read_journal(text)
        assert "made-up" in name
        assert "Made-up" in journal.student
        assert json.loads(text.split("\n")[0])["made_up"] is True
        student = reader.student(handed_in(journal))
        assert (student.unknown, student.remarked) == (0, 0)


def test_a_full_journal_leaves_nothing_out(course: Course) -> None:
    ((_, text),) = made_up_class(course, 1, 3, full=True)
    student = Reader(course).student(handed_in(read_journal(text)))
    assert set(student.predictions) == set(course.predictions)
    assert set(student.answers) == set(course.items)
    assert set(student.notes) == set(course.notes)
    assert student.gain.before is not None
    assert student.gain.after is not None


def test_a_right_answer_is_right_for_every_question_of_the_course(course: Course) -> None:
    assert len(course.items) > 100
    assert all(is_right(item, right_answer(item)) for item in course.items.values())


@pytest.mark.parametrize("students", [0, -1, MOST + 1])
def test_a_class_has_a_size(students: int, course: Course) -> None:
    with pytest.raises(ValueError, match=f"1 to {MOST} students; given was {students}"):
        next(made_up_class(course, students, 1))
