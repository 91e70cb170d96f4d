"""The figures of a class as tables: rows for a spreadsheet, and how students are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bor_widgets.course.class_figures import ClassFigures
from bor_widgets.course.class_student import Student
from bor_widgets.course.class_text import plain_line, plain_text
from bor_widgets.course.spreadsheet import as_csv
from bor_widgets.theory import ACTIONS, GRADES

#: of each table its name as a file, and the heads of its columns
HEADS = {
    "students": (
        "student", "journal", "files", "same name as another", "made up", "first entry",
        "last entry", "entries", "entries unknown to the course", "lessons done",
        "predictions made", "predictions as the course answers", "questions tried",
        "right at first attempt", "solved", "cases", "notes", "test before", "test after",
        "questions in each test", "gain",
    ),
    "items": (
        "quiz or test", "question", "kind", "claim", "words", "tried", "right",
        "share right (difficulty)", "solved in the end", "asked for the answer",
        "separation (discrimination)", "separation rests on", "why there is none",
        "most frequent wrong answer", "given by",
    ),
    "predictions": ("lesson", "prediction", "words", "option", "course answers so", "chosen by",
                    "of", "spread"),
    "cases": ("case", "name", "title", "students", *(f"expected: {a}" for a in ACTIONS),
              "record states", "as the record", "spread", *(f"judged: {g}" for g in GRADES)),
    "claims": ("claim", "share right before", "share right after", "students"),
    "notes": ("student", "about", "words", "text"),
}  # fmt: skip

WORDS = {
    "student": "Student {number}",
    "nameless": "no name ({file})",
    "lesson": "{lesson} {title}",
    "yes": "yes",
    "no": "no",
    "few": "too few students",
    "alike": "all answered alike",
    "rest": "all the same in the rest",
    "": "",
}


def called(figures: ClassFigures, *, anonymous: bool) -> list[str]:
    """Return what each student is called: by name, by file where there is none, or by number."""
    if anonymous:
        count = range(1, len(figures.students) + 1)
        return [WORDS["student"].format(number=number) for number in count]
    return [s.name or WORDS["nameless"].format(file=s.files[0]) for s in figures.students]


def class_tables(
    figures: ClassFigures, *, anonymous: bool = False, notes: bool = False
) -> dict[str, str]:
    """Return CSV texts by the stem of their file.

    Parameters
    ----------
    figures
        The class.
    anonymous
        Number the students, and leave out files, journals and days.
    notes
        Add what the students have written.
    """
    names = called(figures, anonymous=anonymous)
    lessons = tuple(
        WORDS["lesson"].format(lesson=row.lesson.id, title=row.lesson.title)
        for row in figures.lessons
    )
    students = [
        (*row, *states)
        for row, states in zip(
            _students(figures, names, anonymous=anonymous), figures.states, strict=True
        )
    ]
    tables: dict[str, tuple[Sequence[str], Any]] = {
        "students": ((*HEADS["students"], *lessons), students),
        "items": (HEADS["items"], _items(figures)),
        "predictions": (HEADS["predictions"], _predictions(figures)),
        "cases": (HEADS["cases"], _cases(figures)),
        "claims": (HEADS["claims"], _claims(figures)),
    }
    if notes:
        tables["notes"] = (HEADS["notes"], _notes(figures, names))
    return {name: as_csv(head, rows) for name, (head, rows) in tables.items()}


def _students(
    figures: ClassFigures, names: Sequence[str], *, anonymous: bool
) -> Iterator[tuple[Any, ...]]:
    for at, (student, done) in enumerate(zip(figures.students, figures.done, strict=True)):
        own = (student.id, "; ".join(student.files), student.began[:10], student.ended[:10])
        journal, files, began, ended = ("", "", "", "") if anonymous else own
        quiz = [student.answers[i] for i in student.answers if i in figures.course.quiz_items]
        tried = [stands for stands in quiz if stands.first is not None]
        yield (
            names[at],
            journal,
            files,
            _yes(at in figures.twins),
            _yes(student.made_up),
            began,
            ended,
            student.entries,
            student.unknown,
            figures.states[at].count("done"),
            len(student.predictions),
            predicted_right(figures, student),
            len(tried),
            sum(stands.first is True for stands in tried),
            sum(one.solved for one in done),
            len(student.cases),
            len(student.notes),
            student.gain.before,
            student.gain.after,
            student.gain.items,
            _rounded(student.gain.normalised),
        )


def predicted_right(figures: ClassFigures, student: Student) -> int:
    """Return how many of a student's predictions are as the course answers."""
    known = figures.course.predictions
    return sum(known[key].answer == choice for key, choice in student.predictions.items())


def _items(figures: ClassFigures) -> Iterator[tuple[Any, ...]]:
    for row in (
        *(r for one in figures.lessons for r in one.items),
        *figures.before,
        *figures.after,
    ):
        item, apart, wrong = row.item, row.separation, row.wrong
        yield (
            row.where, item.id, item.kind, item.source, plain_line(item.prompt, 2_000),
            row.tried, row.right, _rounded(row.difficulty), row.solved, row.shown,
            _rounded(apart.value), apart.students, WORDS[apart.why],
            wrong.label if wrong else "", wrong.count if wrong else None,
        )  # fmt: skip


def _predictions(figures: ClassFigures) -> Iterator[tuple[Any, ...]]:
    for lesson in figures.lessons:
        for row in lesson.predictions:
            asked = row.prediction
            for choice in row.choices:
                yield (
                    row.where, asked.name, asked.question, choice.label, _yes(choice.right),
                    choice.count, row.made, _rounded(row.spread),
                )  # fmt: skip


def _cases(figures: ClassFigures) -> Iterator[tuple[Any, ...]]:
    for row in figures.cases:
        yield (
            row.case.id, row.case.slug, row.case.title, row.expected, *row.actions.values(),
            row.observed, row.as_observed if row.observed else None, _rounded(row.spread),
            *row.grades.values(),
        )  # fmt: skip


def _claims(figures: ClassFigures) -> Iterator[tuple[Any, ...]]:
    for row in figures.gain.claims:
        yield row.claim, _rounded(row.before), _rounded(row.after), figures.gain.both


def _notes(figures: ClassFigures, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for name, student in zip(names, figures.students, strict=True):
        for key, text in student.notes.items():
            yield name, key, figures.course.notes[key], plain_text(text)
        for slug, expected in student.cases.items():
            if expected.reason.strip():
                yield name, slug, "", plain_text(expected.reason)


def _yes(value: bool) -> str:
    return WORDS["yes"] if value else WORDS["no"]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
