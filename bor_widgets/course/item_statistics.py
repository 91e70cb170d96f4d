"""How hard a question is, and whether it tells those who know more from those who know less.

Every function takes plain answers, right or not, and knows nothing of a course.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

#: fewer students than this, and a correlation says nothing (our scale)
LEAST = 10

#: why a correlation has no value: too few students; all have answered the question alike;
#: all do equally well in the rest
Why = Literal["", "few", "alike", "rest"]


@dataclass(frozen=True, slots=True)
class Separation:
    """The corrected item-total correlation from -1 to 1, or why there is none.

    ``students`` are those on whom it rests.
    """

    value: float | None
    why: Why
    students: int


def difficulty(answers: Sequence[bool]) -> float | None:
    """Return the share of right answers; None where nobody has answered."""
    return sum(answers) / len(answers) if answers else None


def separation(item: str, students: Sequence[Mapping[str, bool]], least: int = LEAST) -> Separation:
    """Correlate one question with the rest of its quiz or test.

    The rest of a student is the share of right answers among the other questions that this
    student has answered; whoever has answered no other one is left out.

    Parameters
    ----------
    item
        Id of the question.
    students
        For each student, which questions of the quiz were answered, and whether rightly.
    least
        With fewer students there is no value.
    """
    own: list[bool] = []
    rest: list[float] = []
    for answers in students:
        if item in answers and len(answers) > 1:
            right = sum(answers.values()) - answers[item]
            own.append(answers[item])
            # division rounds equal shares to the same number, however they are counted
            rest.append(right / (len(answers) - 1))
    count = len(own)
    if count < max(least, 2):
        return Separation(None, "few", count)
    if len(set(own)) == 1:
        return Separation(None, "alike", count)
    if len(set(rest)) == 1:
        return Separation(None, "rest", count)
    value = statistics.correlation([float(x) for x in own], rest)
    return Separation(max(-1.0, min(1.0, value)), "", count)


def by_chance(students: int) -> float | None:
    """Return how far from 0 chance alone takes a correlation in 19 of 20 such classes.

    The usual approximation, 2 divided by the root of the number of students less one.
    """
    return min(1.0, 2 / sqrt(students - 1)) if students > 1 else None


def spread(counts: Sequence[int]) -> float | None:
    """Return how often two students, drawn by lot, have chosen differently.

    0 where all chose alike; None where fewer than two have chosen.
    """
    total = sum(counts)
    if total < 2:
        return None
    alike = sum(count * (count - 1) for count in counts)
    return 1 - alike / (total * (total - 1))
