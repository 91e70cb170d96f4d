"""Made-up journals, to try the report on a class out before there is a class.

Nobody has written them: a student here is a number that says how well the questions go. Each
file says in its first line, and each name, that it is made up; the report says so, too.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from bor_widgets.cases import cases
from bor_widgets.course.class_course import Course, LessonAsked
from bor_widgets.course.journal import Entry, Journal, Kind
from bor_widgets.course.made_up_answers import right_answer, wrong_answer
from bor_widgets.course.quiz_items import Item
from bor_widgets.theory import ACTIONS, GRADES

WORDS = {
    "name": "Made-up student {number}",
    "note": "This note is made up. It stands where a student's own argument would stand.",
    "reason": "This reason is made up.",
}

#: most students of a class that is made up
MOST = 2_000

_FIRST_DAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

#: share of students who stop before the last lesson, and of those who skip a test
_STOP, _SKIP = 0.3, 0.12

#: share of the lessons begun in which something is left out
_LEAVE_OUT = 0.25

#: attempts after which a made-up student asks for the answer
_PATIENCE = 3


def made_up_class(
    course: Course, students: int, seed: int, *, full: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield name and text of a file for each made-up student; the same for the same seed.

    Parameters
    ----------
    course
        What they were asked.
    students
        How many.
    seed
        Another seed makes another class.
    full
        Every student has done everything, as for measuring how long a report takes.

    Raises
    ------
    ValueError
        If there are no students, or too many.
    """
    if not 1 <= students <= MOST:
        raise ValueError(f"a made-up class has 1 to {MOST} students; given was {students}")
    # what is hard is so for the whole class
    of_the_class = Random(seed)
    hardness = {name: of_the_class.gauss(-0.7, 1.1) for name in course.items}
    hardness |= {pair.after.id: hardness[pair.before.id] for pair in course.pairs}
    digits = len(str(students))
    for number in range(1, students + 1):
        chance = Random(f"{seed}/{number}")
        student = _Student(chance, hardness, chance.gauss(0, 1))
        shown = f"{number:0{digits}}"
        journal = student.journal(course, WORDS["name"].format(number=shown), full=full)
        head = {**json.loads(journal.head()), "made_up": True}
        rest = journal.as_text().partition("\n")[2]
        yield f"made-up-{shown}.jsonl", f"{json.dumps(head)}\n{rest}"


@dataclass(slots=True)
class _Student:
    """Somebody who is more or less able, and writes one entry after the other."""

    chance: Random
    hardness: dict[str, float]
    ability: float
    now: datetime = _FIRST_DAY

    def journal(self, course: Course, name: str, *, full: bool) -> Journal:
        draw = self.chance
        found = Journal(f"{draw.getrandbits(64):016x}")
        lessons = course.lessons
        if not full and draw.random() < _STOP:
            lessons = lessons[: draw.randint(1, len(lessons))] if lessons else ()
        found.take([self._entry("name", "", name)])
        if full or draw.random() > _SKIP:
            found.take(self._test([pair.before for pair in course.pairs], learnt=-0.9))
        for week, lesson in enumerate(lessons):
            self.now = max(self.now, _FIRST_DAY + timedelta(weeks=week, hours=draw.randint(1, 60)))
            found.take(self._lesson(lesson, full=full))
        if len(lessons) == len(course.lessons) and (full or draw.random() > _SKIP):
            found.take(self._test([pair.after for pair in course.pairs], learnt=0.5))
        return found

    def _entry(self, kind: Kind, key: str, value: Any) -> Entry:
        self.now += timedelta(seconds=self.chance.randint(5, 90))
        return Entry(f"{self.chance.getrandbits(64):016x}", self.now.isoformat(), kind, key, value)

    def _knows(self, item: Item, learnt: float) -> bool:
        ease = self.ability + learnt - self.hardness[item.id]
        return self.chance.random() < 1 / (1 + math.exp(-1.4 * ease))

    def _answer(self, item: Item, right: bool, attempt: int) -> Entry:
        made = right_answer(item) if right else wrong_answer(item, self.chance)
        value = {"response": made, "right": right, "attempt": attempt}
        return self._entry("answer", item.id, value)

    def _test(self, items: list[Item], learnt: float) -> Iterator[Entry]:
        for item in items:
            yield self._answer(item, self._knows(item, learnt), 1)

    def _lesson(self, lesson: LessonAsked, *, full: bool) -> Iterator[Entry]:
        draw = self.chance
        # most of those who begin a lesson finish it, the others leave out something here and there
        whole = full or draw.random() > _LEAVE_OUT
        for asked in lesson.predictions:
            if whole or draw.random() > 0.1:
                # most people fall for the same wrong option: the first one that is wrong
                keys = [option.key for option in asked.options if option.key != asked.answer]
                weights = [3.0, *(1.0 for _ in keys[1:])]
                choice = draw.choices([asked.answer, *keys], [2 + self.ability / 2 + 1, *weights])
                right = choice[0] == asked.answer
                value = {"choice": choice[0], "right": right}
                yield self._entry("prediction", asked.key, value)
        yield from self._cases(lesson)
        for item in lesson.items:
            if whole or draw.random() > 0.15:
                yield from self._attempts(item)
        for key in lesson.notes:
            if full or draw.random() > 0.4:
                yield self._entry("note", key, WORDS["note"])

    def _attempts(self, item: Item) -> Iterator[Entry]:
        for attempt in range(1, _PATIENCE + 1):
            right = self._knows(item, 1.3 * (attempt - 1))
            yield self._answer(item, right, attempt)
            if right:
                return
        value = {"response": None, "right": False, "attempt": _PATIENCE + 1}
        yield self._entry("answer", item.id, value)

    def _cases(self, lesson: LessonAsked) -> Iterator[Entry]:
        """Yield what is expected in up to two of the lesson's cases."""
        of_lesson = [case for case in cases.values() if lesson.id in case.lessons][:4]
        for case in self.chance.sample(of_lesson, min(2, len(of_lesson))):
            liked = [ACTIONS[len(case.slug) % 4], case.observed.action if case.observed else "mix"]
            action = self.chance.choice([*ACTIONS, *liked, *liked])
            value: dict[str, Any] = {"action": action, "reason": ""}
            if self.chance.random() < 0.6:
                value["reason"] = WORDS["reason"]
            if self.chance.random() < 0.7:
                value["grade"] = self.chance.choice(GRADES)
            yield self._entry("case", case.slug, value)
