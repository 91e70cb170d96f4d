"""How a class stands with questions and predictions: rows of figures, without words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bor_widgets.course.class_student import Answered, Student
from bor_widgets.course.item_statistics import LEAST, Separation, difficulty, separation, spread
from bor_widgets.course.predictions import Prediction
from bor_widgets.course.quiz_items import Item


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to answer: its words, how many took it, and whether the course answers so."""

    key: str
    label: str
    count: int
    right: bool


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A class at one question.

    ``tried`` students answered it, ``right`` of them rightly, ``solved`` in the end, and
    ``shown`` asked for the answer. ``wrong`` is the wrong answer that was given most often.
    """

    item: Item
    where: str
    tried: int
    right: int
    solved: int
    shown: int
    difficulty: float | None
    separation: Separation
    wrong: Choice | None


@dataclass(frozen=True, slots=True)
class PredictionRow:
    """A class at one prediction."""

    prediction: Prediction
    where: str
    made: int
    right: int
    choices: tuple[Choice, ...]
    spread: float | None

    @property
    def share(self) -> float | None:
        """Share of the predictions made that are as the course answers."""
        return self.right / self.made if self.made else None


def item_rows(
    students: Sequence[Student],
    items: Sequence[Item],
    where: str,
    *,
    last: bool = False,
    least: int = LEAST,
) -> tuple[ItemRow, ...]:
    """Return a row for each question of a quiz or a test.

    Parameters
    ----------
    students
        The class.
    items
        All questions of the quiz or the test: each is set against the others.
    where
        Id of the lesson, or ``"before"`` or ``"after"``.
    last
        Count the last answer, as in a test that tells nothing until it is handed in; else
        the first attempt.
    least
        Fewer students than this, and no correlation is given.
    """
    marks = [dict(_marks(student.answers, items, last=last)) for student in students]
    return tuple(_item_row(item, students, marks, where, least) for item in items)


def _marks(
    answers: Mapping[str, Answered], items: Sequence[Item], *, last: bool
) -> Iterator[tuple[str, bool]]:
    """Yield of each question that was tried whether the answer that counts was right."""
    for item in items:
        stands = answers.get(item.id)
        if stands is not None and stands.first is not None:
            yield item.id, stands.last if last else stands.first


def _item_row(
    item: Item,
    students: Sequence[Student],
    marks: Sequence[Mapping[str, bool]],
    where: str,
    least: int,
) -> ItemRow:
    counted = [found[item.id] for found in marks if item.id in found]
    stands = [student.answers[item.id] for student in students if item.id in student.answers]
    return ItemRow(
        item,
        where,
        len(counted),
        sum(counted),
        sum(one.solved for one in stands),
        sum(one.shown for one in stands),
        difficulty(counted),
        separation(item.id, marks, least),
        _usual_mistake(item, stands),
    )


def _usual_mistake(item: Item, stands: Sequence[Answered]) -> Choice | None:
    """Return the wrong first answer that most students gave, if at least two gave it.

    Only of questions with fixed answers: what somebody typed is nobody else's mistake.
    """
    if item.kind not in ("single", "multiple"):
        return None
    wrong = Counter(_keys(one.given) for one in stands if one.first is False)
    # of two that are as frequent, the one that the quiz names first
    ranked = sorted(wrong.items(), key=lambda pair: (-pair[1], [*map(item.keys.index, pair[0])]))
    if not ranked or ranked[0][1] < 2:
        return None
    keys, count = ranked[0]
    return Choice(" ".join(keys), "; ".join(item.label(key) for key in keys), count, right=False)


def _keys(given: Any) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(sorted(set(given)))


def prediction_rows(
    students: Sequence[Student], predictions: Sequence[Prediction], where: str
) -> tuple[PredictionRow, ...]:
    """Return a row for each prediction of a lesson; only the first commitment counts."""
    rows = []
    for asked in predictions:
        made = Counter(s.predictions[asked.key] for s in students if asked.key in s.predictions)
        choices = tuple(
            Choice(option.key, option.label, made[option.key], option.key == asked.answer)
            for option in asked.options
        )
        right = made[asked.answer]
        differ = spread([choice.count for choice in choices])
        rows.append(PredictionRow(asked, where, made.total(), right, choices, differ))
    return tuple(rows)
