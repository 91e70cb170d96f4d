"""Lesson: what a lesson's cells call for, found by the lesson's number."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from bor_widgets.charts.words import source_note
from bor_widgets.sources import lessons
from bor_widgets.widgets.predict import Predict
from bor_widgets.widgets.quiz import Quiz
from bor_widgets.widgets.quiz_items import load_quiz
from bor_widgets.widgets.source_row import SourceRow

#: where the lessons lie, if not in the folder at hand
FOLDER_VARIABLE = "BOR_LESSONS"


def _folder() -> Path:
    """Return the folder that holds the quizzes: the one named, the one at hand, or lessons/."""
    named = os.environ.get(FOLDER_VARIABLE)
    tried = (
        [Path(named)]
        if named
        else [Path.cwd(), Path.cwd() / "lessons", Path.cwd().parent / "lessons"]
    )
    for folder in tried:
        if (folder / "quizzes").is_dir():
            return folder
    looked = ", ".join(str(folder) for folder in tried)
    raise FileNotFoundError(
        f"the lessons' quizzes are in none of these folders: {looked}; "
        f"set {FOLDER_VARIABLE} to the folder that holds them"
    )


class Lesson:
    """One lesson of the course.

    Parameters
    ----------
    number
        1 to 12.

    Raises
    ------
    KeyError
        For a lesson that does not exist.

    Examples
    --------
    >>> Lesson(3).title
    'Three principles: the threat dial'
    """

    def __init__(self, number: int) -> None:
        self.number = f"{number:02d}"
        self.record = lessons[f"L{self.number}"]
        self.title = self.record.title

    def predict(self, name: str) -> Predict:
        """Ask one of the lesson's predictions, found by its name.

        Raises
        ------
        KeyError
            For an unknown name.
        """
        path = _folder() / "predictions" / f"{self.number}.toml"
        entries: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        if name not in entries:
            raise KeyError(
                f"lesson {self.number} has no prediction {name!r}; it has {', '.join(entries)}"
            )
        entry = entries[name]
        answer = {
            "key": entry["answer"],
            "text": entry["reveal"],
            "sources": [source_note(rule) for rule in entry["sources"]],
        }
        return Predict(entry["question"], entry["options"], answer, entry.get("hint", ""))

    def quiz(self) -> Quiz:
        """Return the questions at the end of the lesson."""
        return Quiz(load_quiz(_folder() / "quizzes" / f"{self.number}.toml"))

    @staticmethod
    def sources(*ids: str) -> SourceRow:
        """Return a row of source buttons for the claims just made."""
        return SourceRow(*ids)
