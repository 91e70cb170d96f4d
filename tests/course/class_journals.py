"""A small course and small classes, whose figures can be worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

from bor_widgets.course.class_course import Course, course_in
from bor_widgets.course.class_figures import ClassFigures, class_figures
from bor_widgets.course.class_files import ClassFiles, HandedIn
from bor_widgets.course.journal import Journal

LESSON = """# A small lesson

```{code-cell} ipython3
---
tags: [hide-input]
---
from bor_widgets import Lesson
lesson = Lesson(1)
lesson.note("why", "Why do you think so?")
```
"""

ITEM = """
{head}
id = "{id}"
kind = "single"
prompt = "Question {id}?"
source = "R01"
hint = "Think."
explanation = "So it is."
options = [{{ key = "yes", label = "Right of {id}" }}, {{ key = "no", label = "Wrong of {id}" }},
  {{ key = "other", label = "Other of {id}" }}]
answer = "yes"
"""

PREDICTION = """
[guess]
question = "What will happen?"
options = [{ key = "a", label = "This" }, { key = "b", label = "That" }]
answer = "a"
reveal = "This happens."
sources = ["R01"]
"""

#: entries of a journal in short: kind, key, value
Said = tuple[str, str, Any]


def write_course(folder: Path, pairs: int = 2) -> Path:
    """Write a course of one lesson: three questions, a prediction, a note, and the tests."""
    for name in ("quizzes", "predictions", "tests"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "01-small.md").write_text(LESSON, encoding="utf-8")
    items = "".join(ITEM.format(head="[[item]]", id=f"L01-{name}") for name in "abc")
    (folder / "quizzes" / "01.toml").write_text(items, encoding="utf-8")
    (folder / "predictions" / "01.toml").write_text(PREDICTION, encoding="utf-8")
    text = ""
    for number in range(1, pairs + 1):
        text += '\n[[pair]]\nclaim = "R01"\n'
        for when, letter in (("before", "B"), ("after", "A")):
            text += ITEM.format(head=f"[pair.{when}]", id=f"{letter}-{number}")
    (folder / "tests" / "01.toml").write_text(text, encoding="utf-8")
    return folder


def small_course(folder: Path, pairs: int = 2) -> Course:
    """Return the small course, read from its files."""
    course = course_in(write_course(folder, pairs))
    assert not course.faults
    return course


def answer(item: str, response: Any, *, right: bool | None = False, attempt: int = 1) -> Said:
    """An answer, with the mark that its file gives it."""
    return ("answer", item, {"response": response, "right": right, "attempt": attempt})


def predicted(choice: str, *, right: bool = False) -> Said:
    """A prediction."""
    return ("prediction", "L01/guess", {"choice": choice, "right": right})


def expected(slug: str, action: str, grade: str = "", reason: str = "") -> Said:
    """What is expected in a case."""
    value = {"action": action, "reason": reason}
    return ("case", slug, {**value, "grade": grade} if grade else value)


def named(name: str) -> Said:
    """A name."""
    return ("name", "", name)


_ids = count(1)


def text_of(said: Sequence[Said], ident: str = "", **head: Any) -> str:
    """Return the text of a journal's file; its entries are a second apart."""
    ident = ident or f"{next(_ids):016x}"
    lines = [json.dumps({"journal": "bor_widgets", "version": 1, "id": ident, **head})]
    for second, (kind, key, value) in enumerate(said):
        at = f"2026-03-01T09:{second // 60:02d}:{second % 60:02d}+00:00"
        fields = {"id": f"{next(_ids):016x}", "at": at, "kind": kind, "key": key, "value": value}
        lines.append(json.dumps(fields))
    return "\n".join(lines) + "\n"


def write_class(folder: Path, *students: Sequence[Said]) -> Path:
    """Write a journal for each student."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, said in enumerate(students, start=1):
        path = folder / f"student-{number:03d}.jsonl"
        path.write_text(text_of(said, f"{number:016x}"), encoding="utf-8")
    return folder


def handed_in(journal: Journal, *files: str) -> HandedIn:
    """Return a journal as if it had been read from a file."""
    return HandedIn(journal, files or ("a.jsonl",))


def figures_of(folder: Path, course: Course, least: int = 2) -> ClassFigures:
    """Read a folder and count everything in it."""
    return class_figures(ClassFiles(folder).journals(), course, least=least)
