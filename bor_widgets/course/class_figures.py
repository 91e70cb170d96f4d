"""A class in figures: who did what, which questions are hard, where judgements part, the gain.

Nothing here is said in words, and nothing names a file: :mod:`bor_widgets.charts.class_page`
makes a page of it, :mod:`bor_widgets.course.class_tables` makes tables.
"""

from __future__ import annotations

import gc
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from bor_widgets.cases import Case, cases
from bor_widgets.course.class_course import Course, LessonAsked
from bor_widgets.course.class_files import HandedIn
from bor_widgets.course.class_items import ItemRow, PredictionRow, item_rows, prediction_rows
from bor_widgets.course.class_student import Reader, Student, done_of, state_of
from bor_widgets.course.class_text import same_name
from bor_widgets.course.gain import class_gain
from bor_widgets.course.item_statistics import LEAST, spread
from bor_widgets.course.progress import Done
from bor_widgets.theory import ACTIONS, GRADES


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A class in one lesson; ``states`` counts the students by how far they are."""

    lesson: LessonAsked
    states: dict[str, int]
    items: tuple[ItemRow, ...]
    predictions: tuple[PredictionRow, ...]
    notes: dict[str, int]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A class at one case: expected actions, and grades by those who judged one.

    ``observed`` is the action that the case's record states; "" where it states none.
    ``spread`` is that of the actions.
    """

    case: Case
    expected: int
    actions: dict[str, int]
    grades: dict[str, int]
    observed: str
    as_observed: int
    spread: float | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim of the two tests, over those who took both."""

    claim: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class ClassGain:
    """The two tests of a class.

    ``before`` and ``after`` are the mean shares right over the ``both`` students who took
    both tests, ``normalised`` is the gain of these means, ``mean`` that of the students'
    own gains over the ``valued`` of them who have one.
    """

    items: int
    both: int
    only_before: int
    only_after: int
    before: float | None
    after: float | None
    normalised: float | None
    mean: float | None
    valued: int
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """Everything that is known of a class.

    ``done`` and ``states`` hold for each student how far each lesson is, in the lessons'
    order; ``twins`` the places of students who share their name with another journal.
    """

    course: Course
    students: tuple[Student, ...]
    done: tuple[tuple[Done, ...], ...]
    states: tuple[tuple[str, ...], ...]
    twins: frozenset[int]
    lessons: tuple[LessonRow, ...]
    before: tuple[ItemRow, ...]
    after: tuple[ItemRow, ...]
    cases: tuple[CaseRow, ...]
    gain: ClassGain


def class_figures(
    journals: Iterable[HandedIn], course: Course, *, least: int = LEAST, by_id: bool = False
) -> ClassFigures:
    """Count everything in a class.

    Parameters
    ----------
    journals
        One for each student.
    course
        What was asked.
    least
        Fewer students than this, and no correlation is given.
    by_id
        Put the students in the order of their journals' ids, which tells nothing of them;
        else in the order of their names.
    """
    reader = Reader(course)
    with _without_search():
        students = [reader.student(handed_in) for handed_in in journals]
    students.sort(key=lambda s: s.id if by_id else (same_name(s.name or "\uffff"), s.files, s.id))
    done = [tuple(done_of(student, lesson) for lesson in course.lessons) for student in students]
    states = [
        tuple(state_of(student, *pair) for pair in zip(course.lessons, row, strict=True))
        for student, row in zip(students, done, strict=True)
    ]
    tests = [[pair.before for pair in course.pairs], [pair.after for pair in course.pairs]]
    before, after = (
        item_rows(students, items, where, last=True, least=least)
        for items, where in zip(tests, ("before", "after"), strict=True)
    )
    return ClassFigures(
        course,
        tuple(students),
        tuple(done),
        tuple(states),
        _twins(students),
        tuple(
            _lesson_row(students, lesson, [row[at] for row in states], least)
            for at, lesson in enumerate(course.lessons)
        ),
        before,
        after,
        case_rows(students),
        _gain(students, course),
    )


@contextmanager
def _without_search() -> Iterator[None]:
    """Let Python not look for objects that hold each other: journals have none.

    Looking for them again and again takes a fifth of the time of a large class.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def _lesson_row(
    students: Sequence[Student], lesson: LessonAsked, states: Sequence[str], least: int
) -> LessonRow:
    reached = Counter(states)
    return LessonRow(
        lesson,
        {state: reached[state] for state in ("done", "begun", "new")},
        item_rows(students, lesson.items, lesson.id, least=least),
        prediction_rows(students, lesson.predictions, lesson.id),
        {key: sum(bool(s.notes.get(key)) for s in students) for key in lesson.notes},
    )


def _twins(students: Sequence[Student]) -> frozenset[int]:
    named = Counter(same_name(student.name) for student in students if student.name)
    return frozenset(at for at, s in enumerate(students) if s.name and named[same_name(s.name)] > 1)


def case_rows(students: Sequence[Student]) -> tuple[CaseRow, ...]:
    """Return a row for each case that somebody expected something in, in the cases' order."""
    known = {slug for student in students for slug in student.cases}
    rows = []
    for slug in (slug for slug in cases if slug in known):
        case = cases[slug]
        made = [student.cases[slug] for student in students if slug in student.cases]
        actions = Counter(one.action for one in made)
        grades = Counter(one.grade for one in made if one.grade)
        observed = case.observed.action if case.observed else ""
        counts = {action: actions[action] for action in ACTIONS}
        rows.append(
            CaseRow(
                case,
                len(made),
                counts,
                {grade: grades[grade] for grade in GRADES},
                observed,
                actions[observed] if observed else 0,
                spread(list(counts.values())),
            )
        )
    return tuple(rows)


def _gain(students: Sequence[Student], course: Course) -> ClassGain:
    gains = [student.gain for student in students]
    both = [s for s in students if s.gain.before is not None and s.gain.after is not None]
    own = [g for g in (student.gain.normalised for student in both) if g is not None]
    items = len(course.pairs)

    def mean(scores: list[int | None]) -> float | None:
        return statistics.fmean(score or 0 for score in scores) / items if scores else None

    def share(item: str) -> float:
        last = (student.answers.get(item) for student in both)
        return sum(one is not None and one.last for one in last) / len(both)

    claims = (ClaimRow(p.claim, share(p.before.id), share(p.after.id)) for p in course.pairs)
    return ClassGain(
        items,
        len(both),
        sum(g.before is not None and g.after is None for g in gains),
        sum(g.after is not None and g.before is None for g in gains),
        mean([student.gain.before for student in both]),
        mean([student.gain.after for student in both]),
        class_gain(gains),
        statistics.fmean(own) if own else None,
        len(own),
        tuple(claims) if both else (),
    )
