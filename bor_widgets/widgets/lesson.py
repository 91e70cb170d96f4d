"""Lesson: what a lesson's cells call for, found by the lesson's number."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import Any

from bor_widgets.course.folder import lesson_paths, lessons_folder
from bor_widgets.course.plans import own_plan
from bor_widgets.course.predictions import load_predictions
from bor_widgets.course.quiz_items import load_quiz
from bor_widgets.sources import lessons

#: "printed" gives every part in the form that needs no kernel, for a book or for paper
KIT_VARIABLE = "BOR_KIT"

KITS = {"live": "bor_widgets.widgets.lesson_kit", "printed": "bor_widgets.printed.kit"}


class Lesson:
    """One lesson of the course.

    What it returns is live in a notebook, and a plain page's text and figures where a book is
    made of the lessons.

    Parameters
    ----------
    number
        1 to 12, or the number of a lesson of your own.

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
        self.id = f"L{self.number}"
        self.title = _title(self.id)
        self._kit = import_module(KITS[_kit_name()])

    def start(self) -> Any:
        """Return the strip at the top: where the reader is, what is done, the journal."""
        return self._kit.head(self.id, self.title)

    def predict(self, name: str) -> Any:
        """Ask one of the lesson's predictions, found by its name.

        Raises
        ------
        KeyError
            For an unknown name.
        """
        path = lessons_folder() / "predictions" / f"{self.number}.toml"
        found = load_predictions(path, self.id)
        if name not in found:
            raise KeyError(
                f"lesson {self.number} has no prediction {name!r}; it has {', '.join(found)}"
            )
        return self._kit.predict(found[name])

    def quiz(self) -> Any:
        """Return the questions at the end of the lesson."""
        return self._kit.quiz(load_quiz(lessons_folder() / "quizzes" / f"{self.number}.toml"))

    def sources(self, *ids: str) -> Any:
        """Return a row of source buttons for the claims just made.

        Parameters
        ----------
        *ids
            Ids of rules, tensions, debates or cases.

        Raises
        ------
        KeyError
            For an unknown id, with the nearest known ones.
        """
        return self._kit.sources(ids)

    def terms(self, *ids: str) -> Any:
        """Return words of the glossary, each explained where it is pointed at.

        Raises
        ------
        KeyError
            For an unknown id, with the nearest known ones.
        """
        return self._kit.terms(ids)

    def bench(self, **values: Any) -> Any:
        """Return the lesson's bench.

        Parameters
        ----------
        **values
            Values of its inputs to begin with.

        Raises
        ------
        KeyError
            For a lesson without a bench.
        TypeError, ValueError
            For an unknown input or a bad value.
        """
        return self._kit.bench(self.id, values)

    def console(self, *, case: str = "", **values: Any) -> Any:
        """Return the console with a case, or with a situation of your own.

        Raises
        ------
        KeyError
            For an unknown case, with the nearest known ones.
        TypeError, ValueError
            For an unknown input or a bad value.
        """
        return self._kit.console(values, case)

    def cases(self) -> Any:
        """Return the lesson's cases; each opens in a console below."""
        return self._kit.cases(self.id)

    def note(self, name: str, question: str) -> Any:
        """Return a field for the reader's own argument.

        Parameters
        ----------
        name
            Under which the journal keeps it, once in the lesson.
        question
            What is asked.
        """
        return self._kit.note(f"{self.id}/{name}", question)


def _kit_name() -> str:
    name = os.environ.get(KIT_VARIABLE, "live")
    if name not in KITS:
        raise ValueError(f"{KIT_VARIABLE} takes one of {', '.join(KITS)}; given was {name!r}")
    return name


def _title(lesson: str) -> str:
    """Return the title that the course gives a lesson, or that its own file does."""
    if lesson in lessons:
        return lessons[lesson].title
    return _own_title(lesson)


@cache
def _own_title(lesson: str) -> str:
    path = lesson_paths().get(lesson)
    if path is None:
        known = ", ".join(sorted({*lessons, *lesson_paths()}))
        raise KeyError(f"there is no lesson {lesson[1:]}; there are {known}")
    if title := own_plan(lesson).title:
        return title
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((line[2:].strip() for line in lines if line.startswith("# ")), path.stem)
