"""The lessons as the tests read them: every file in the folder, and what is taken from one."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import jupytext
import nbformat

from bor_widgets.sources import lessons
from bor_widgets.sources.records import Lesson as Record

FOLDER = Path(__file__).resolve().parents[2] / "lessons"

#: one code for anything that has an id: a rule, a tension, a case, a concept, a lesson
ID = re.compile(r"\b[A-Z]\d{2,3}\b")


@dataclass(frozen=True)
class Section:
    """A heading, and the cells below it down to the next heading of any level."""

    level: int
    heading: str
    prose: str
    code: tuple[str, ...]


@dataclass(frozen=True)
class LessonFile:
    """One lesson as a text notebook, with the files of its questions."""

    path: Path

    def __str__(self) -> str:
        return self.path.stem

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def notebook(self) -> nbformat.NotebookNode:
        notebook: nbformat.NotebookNode = jupytext.reads(self.text, fmt="md:myst")
        return notebook

    @property
    def number(self) -> int:
        return int(self.path.name[:2])

    @property
    def record(self) -> Record:
        """What the course says that this lesson teaches."""
        return lessons[f"L{self.number:02d}"]

    @property
    def predictions_path(self) -> Path:
        return self.path.parent / "predictions" / f"{self.number:02d}.toml"

    @property
    def quiz_path(self) -> Path:
        return self.path.parent / "quizzes" / f"{self.number:02d}.toml"

    @property
    def pairs_path(self) -> Path:
        return self.path.parent / "tests" / f"{self.number:02d}.toml"

    @property
    def slides_path(self) -> Path:
        return self.path.parent / "slides" / f"{self.number:02d}.toml"

    @property
    def guide_path(self) -> Path:
        return self.path.parent / "instructor" / self.path.name

    @cached_property
    def predictions(self) -> dict[str, Any]:
        if not self.predictions_path.exists():
            return {}  # a test of its own misses it
        return tomllib.loads(self.predictions_path.read_text(encoding="utf-8"))

    @cached_property
    def code_cells(self) -> list[nbformat.NotebookNode]:
        return [cell for cell in self.notebook.cells if cell.cell_type == "code"]

    @cached_property
    def prose(self) -> str:
        """All that is read as text: no code, no mark-up of HTML."""
        cells = [cell.source for cell in self.notebook.cells if cell.cell_type == "markdown"]
        return re.sub(r"</?\w+>", "", "\n\n".join(cells))

    @property
    def word_count(self) -> int:
        """Words of paragraphs and lists; headings and tables are not counted."""
        lines = [line for line in self.prose.splitlines() if not line.startswith(("#", "|"))]
        return len(re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", "\n".join(lines)))

    @cached_property
    def sections(self) -> list[Section]:
        """The lesson cut at its headings, of the second and the third level."""
        found: list[tuple[int, str, list[str], list[str]]] = [(1, "", [], [])]
        for cell in self.notebook.cells:
            if cell.cell_type == "code":
                found[-1][3].append(cell.source)
                continue
            for line in cell.source.splitlines():
                heading = re.fullmatch(r"(#{2,3}) (.+)", line)
                if heading:
                    found.append((len(heading[1]), heading[2], [], []))
                else:
                    found[-1][2].append(line)
        return [Section(n, name, "\n".join(text), tuple(code)) for n, name, text, code in found]

    def calls(self, name: str) -> Iterator[ast.Call]:
        """Yield the calls of ``lesson.<name>(...)`` in their order."""
        for cell in self.code_cells:
            yield from calls_of(cell.source, name)


def calls_of(code: str, name: str) -> Iterator[ast.Call]:
    """Yield the calls of ``lesson.<name>(...)`` in a piece of code."""
    for node in ast.walk(ast.parse(code)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and (node.func.value.id, node.func.attr) == ("lesson", name)
        ):
            yield node


def words_of(call: ast.Call) -> list[str]:
    """Return the texts that a call is given."""
    return [str(ast.literal_eval(argument)) for argument in call.args]


LESSONS = [LessonFile(path) for path in sorted(FOLDER.glob("[0-9][0-9]-*.md"))]
