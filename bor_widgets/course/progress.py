"""How far a student has come: read from the journal, never kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from bor_widgets.course.folder import lesson_paths, lessons_folder
from bor_widgets.course.journal import Journal
from bor_widgets.course.predictions import PredictionFileError, load_predictions
from bor_widgets.course.quiz_items import QuizFileError, load_quiz


@dataclass(frozen=True, slots=True)
class Asked:
    """What a lesson asks: keys of its predictions, ids of its quiz items."""

    predictions: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """How far a student is in a lesson.

    ``committed`` of ``predictions`` are made; of ``items``, ``answered`` are closed (solved,
    or the answer was asked for) and ``solved`` are solved.
    """

    committed: int
    predictions: int
    answered: int
    solved: int
    items: int

    @property
    def state(self) -> str:
        """``"new"``, ``"begun"`` or ``"done"``."""
        if self.committed == self.predictions and self.answered == self.items:
            return "done"
        return "begun" if self.committed or self.answered else "new"


def asked(folder: Path | None = None) -> Mapping[str, Asked]:
    """Return what every lesson of a folder asks, by id of the lesson."""
    return _asked(folder or lessons_folder())


@cache
def _asked(folder: Path) -> Mapping[str, Asked]:
    found = {}
    for lesson in lesson_paths(folder):
        number = lesson[1:]
        try:
            predictions = load_predictions(folder / "predictions" / f"{number}.toml", lesson)
            items = load_quiz(folder / "quizzes" / f"{number}.toml")
        except (PredictionFileError, QuizFileError):
            # a fault in one lesson must not close the others; `bor check` names it
            continue
        found[lesson] = Asked(
            tuple(entry.key for entry in predictions.values()), tuple(item.id for item in items)
        )
    return MappingProxyType(found)


def done(journal: Journal, lesson: Asked) -> Done:
    """Return how far a journal is in a lesson."""
    attempts = {item: journal.all("answer", item) for item in lesson.items}
    solved = {item for item, found in attempts.items() if any(e.value["right"] for e in found)}
    # what was handed in is answered, whatever the class makes of it later
    shown = {item for item, found in attempts.items() if any(_is_closed(e.value) for e in found)}
    committed = sum(bool(journal.all("prediction", key)) for key in lesson.predictions)
    return Done(
        committed, len(lesson.predictions), len(solved | shown), len(solved), len(lesson.items)
    )


def _is_closed(value: Mapping[str, object]) -> bool:
    return value["response"] is None or value["right"] is None
