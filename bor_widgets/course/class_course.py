"""What the course at hand asks its students, as the report on a class needs it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bor_widgets.course.course_test import Pair, load_pairs
from bor_widgets.course.folder import lesson_paths
from bor_widgets.course.predictions import Prediction, PredictionFileError, load_predictions
from bor_widgets.course.quiz_items import Item, QuizFileError, load_quiz
from bor_widgets.sources import lessons

_CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_OPTIONS = re.compile(r"\A---\n.*?^---\n", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class LessonAsked:
    """One lesson: its predictions, quiz items, and notes with the question of each by key."""

    id: str
    title: str
    predictions: tuple[Prediction, ...] = ()
    items: tuple[Item, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Course:
    """Every lesson that asks something, and the pairs of the tests before and after.

    ``faults`` says which files of the course could not be read and are left out.
    """

    lessons: tuple[LessonAsked, ...]
    pairs: tuple[Pair, ...]
    faults: tuple[str, ...] = ()

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item of a quiz or a test by its id."""
        quizzes = {item.id: item for lesson in self.lessons for item in lesson.items}
        tests = {item.id: item for pair in self.pairs for item in (pair.before, pair.after)}
        return {**quizzes, **tests}

    @cached_property
    def quiz_items(self) -> frozenset[str]:
        """Ids of the items of the quizzes."""
        return frozenset(item.id for lesson in self.lessons for item in lesson.items)

    @cached_property
    def predictions(self) -> Mapping[str, Prediction]:
        """Every prediction by its key."""
        return {entry.key: entry for lesson in self.lessons for entry in lesson.predictions}

    @cached_property
    def notes(self) -> Mapping[str, str]:
        """The question of every note by its key."""
        return {key: ask for lesson in self.lessons for key, ask in lesson.notes.items()}


def course_in(folder: Path) -> Course:
    """Read what the lessons of a folder ask; a file with a fault is left out and told."""
    faults: list[str] = []
    found = []
    for lesson, path in lesson_paths(folder).items():
        number = f"{lesson[1:]}.toml"
        title, notes = _prose(path, lesson, faults)
        asked = LessonAsked(
            lesson,
            title,
            _predictions(folder / "predictions" / number, lesson, faults),
            _items(folder / "quizzes" / number, faults),
            notes,
        )
        if asked.predictions or asked.items or asked.notes:
            found.append(asked)
    pairs: list[Pair] = []
    for path in sorted((folder / "tests").glob("*.toml")):
        try:
            pairs += load_pairs(path)
        except QuizFileError as error:
            faults.append(str(error))
    return Course(tuple(found), tuple(pairs), tuple(faults))


def _predictions(path: Path, lesson: str, faults: list[str]) -> tuple[Prediction, ...]:
    if not path.exists():
        return ()
    try:
        return tuple(load_predictions(path, lesson).values())
    except PredictionFileError as error:
        faults.append(str(error))
        return ()


def _items(path: Path, faults: list[str]) -> tuple[Item, ...]:
    if not path.exists():
        return ()
    try:
        return load_quiz(path)
    except QuizFileError as error:
        faults.append(str(error))
        return ()


def _prose(path: Path, lesson: str, faults: list[str]) -> tuple[str, Mapping[str, str]]:
    """Return a lesson's title, and the questions of its notes."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(f"{path.name}: {getattr(error, 'strerror', None) or 'not UTF-8 text'}")
        text = ""
    if lesson in lessons:
        title = lessons[lesson].title
    else:
        heads = (line[2:].strip() for line in text.splitlines() if line.startswith("# "))
        title = next(heads, path.stem)
    return title, {f"{lesson}/{name}": ask for name, ask in _notes(text)}


def _notes(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and question of each note that a lesson's cells ask for."""
    for cell in _CELL.findall(text):
        code = _OPTIONS.sub("", cell)
        try:
            tree = ast.parse(code)
        except (SyntaxError, ValueError):
            # a cell with a fault in its code asks nothing; `bor check` names the fault
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "note":
                said = [part.value for part in node.args if isinstance(part, ast.Constant)]
                if len(said) == 2 and all(isinstance(part, str) for part in said):
                    yield str(said[0]), str(said[1])
