"""What one journal of a class says, judged anew by the questions of the course."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bor_widgets.cases import cases
from bor_widgets.course.class_course import Course, LessonAsked
from bor_widgets.course.class_files import HandedIn
from bor_widgets.course.class_text import plain_line
from bor_widgets.course.gain import Gain, is_right
from bor_widgets.course.journal import Entry
from bor_widgets.course.progress import Done
from bor_widgets.course.quiz_answers import NoAnswerError, read_answer
from bor_widgets.course.quiz_items import Item
from bor_widgets.theory import ACTIONS, GRADES

#: a longer answer is nobody else's, and is judged without being remembered
LONGEST_KEPT = 200


@dataclass(slots=True)
class Answered:
    """How a student stands with one question.

    ``first`` is whether the first attempt was right, ``given`` what it said; both are None
    where there was none that the question offers. ``last`` is whether the last one was.
    """

    first: bool | None = None
    given: Any = None
    last: bool = False
    solved: bool = False
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What a student expected in a case, before the answer: action, judged grade, reason."""

    action: str
    grade: str
    reason: str


@dataclass(slots=True)
class Student:
    """One student, as the report needs it.

    ``unknown`` counts entries that belong to nothing the course has, ``remarked`` answers
    whose mark in the file is not the one that the questions give today.
    """

    id: str
    files: tuple[str, ...]
    entries: int
    name: str = ""
    made_up: bool = False
    disputed: int = 0
    began: str = ""
    ended: str = ""
    answers: dict[str, Answered] = field(default_factory=dict)
    predictions: dict[str, str] = field(default_factory=dict)
    cases: dict[str, Expected] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    gain: Gain = field(default_factory=lambda: Gain(None, None, 0))
    unknown: int = 0
    remarked: int = 0


class Reader:
    """Turns journals into students, all by the questions of one course.

    Parameters
    ----------
    course
        What was asked.
    """

    def __init__(self, course: Course) -> None:
        self.course = course
        # most answers of a class to a question are the same few
        self._judged: dict[tuple[str, str], bool | None] = {}
        self._slugs = frozenset(cases)

    def student(self, handed_in: HandedIn) -> Student:
        """Read one journal."""
        journal = handed_in.journal
        found = Student(
            journal.id,
            handed_in.files,
            len(journal),
            made_up=handed_in.made_up,
            disputed=handed_in.disputed,
        )
        entries = list(journal)
        if entries:
            found.began, found.ended = entries[0].at, entries[-1].at
        for entry in entries:
            if not self._take(found, entry):
                found.unknown += 1
        pairs = self.course.pairs
        found.gain = Gain(
            _right(found, [pair.before for pair in pairs]),
            _right(found, [pair.after for pair in pairs]),
            len(pairs),
        )
        return found

    def _take(self, found: Student, entry: Entry) -> bool:
        """Take over an entry; False if it belongs to nothing that the course has."""
        key, value = entry.key, entry.value
        match entry.kind:
            case "name":
                found.name = plain_line(value)
            case "answer":
                return self._answer(found, entry)
            case "prediction":
                asked = self.course.predictions.get(key)
                if asked is None or all(value["choice"] != o.key for o in asked.options):
                    return False
                found.predictions.setdefault(key, value["choice"])
            case "case":
                if key not in self._slugs or value["action"] not in ACTIONS:
                    return False
                grade = value.get("grade")
                told = str(grade) if grade in GRADES else ""
                found.cases.setdefault(key, Expected(value["action"], told, value["reason"]))
            case _:
                if key not in self.course.notes:
                    return False
                # a note is written over as long as one likes: the last one counts
                found.notes[key] = value
        return True

    def _answer(self, found: Student, entry: Entry) -> bool:
        item = self.course.items.get(entry.key)
        if item is None:
            return False
        response = entry.value["response"]
        stands = found.answers.get(item.id)
        if stands is None:
            stands = found.answers[item.id] = Answered()
        right = None if response is None else self._judge(item, response)
        if response is not None and right is None:
            # in a test, what the question does not offer is an answer that is not right
            stands.last = False
            return False
        if right is None:
            stands.shown = True
            stands.last = False
            return True
        if entry.value["right"] is not None and entry.value["right"] != right:
            found.remarked += 1
        stands.last = right
        if stands.shown:
            # whoever has read the answer solves nothing any more
            return True
        if stands.first is None:
            stands.first, stands.given = right, response
        stands.solved |= right
        return True

    def _judge(self, item: Item, response: Any) -> bool | None:
        """Return whether a response is right; None if the item does not offer it."""
        try:
            key = (item.id, repr(response))
        except RecursionError:
            # nested as no page would send it
            return None
        if key not in self._judged:
            right = _judged(item, response)
            if len(key[1]) > LONGEST_KEPT:
                return right
            self._judged[key] = right
        return self._judged[key]


def _right(found: Student, items: list[Item]) -> int | None:
    """Count right answers in a test as :func:`~bor_widgets.course.gain.gain_of` does."""
    given = [found.answers[item.id].last for item in items if item.id in found.answers]
    return sum(given) if given else None


def _judged(item: Item, response: Any) -> bool | None:
    try:
        read_answer(item, response)
    except (NoAnswerError, OverflowError):
        return None
    return is_right(item, response)


def done_of(student: Student, lesson: LessonAsked) -> Done:
    """Return how far a student is in a lesson."""
    stands = [student.answers.get(item.id) for item in lesson.items]
    solved = sum(one is not None and one.solved for one in stands)
    closed = sum(one is not None and (one.solved or one.shown) for one in stands)
    committed = sum(entry.key in student.predictions for entry in lesson.predictions)
    return Done(committed, len(lesson.predictions), closed, solved, len(lesson.items))


def state_of(student: Student, lesson: LessonAsked, done: Done) -> str:
    """Return ``"new"``, ``"begun"`` or ``"done"``; notes count where nothing else is asked."""
    if done.items or done.predictions:
        return done.state
    written = sum(key in student.notes for key in lesson.notes)
    return "done" if written == len(lesson.notes) else "begun" if written else "new"
