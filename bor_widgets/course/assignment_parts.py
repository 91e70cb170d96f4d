"""The parts of a lesson that an assignment changes: solutions, checks, and what is told of them."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

Role = Literal["solution", "check", "told"]

#: form of a right-hand side -> name of the type that it makes
_FORMS = {
    ast.List: "list",
    ast.ListComp: "list",
    ast.Set: "set",
    ast.SetComp: "set",
    ast.Dict: "dict",
    ast.DictComp: "dict",
    ast.Tuple: "tuple",
    ast.JoinedStr: "str",
}

#: functions and methods that make one type whatever they are given
_CALLS = {"list": "list", "sorted": "list", "set": "set", "dict": "dict", "tuple": "tuple",
          "str": "str", "len": "int", "index": "int", "count": "int"}  # fmt: skip


class AssignmentError(ValueError):
    """Why no assignment can be made of a lesson, in one sentence."""


@dataclass(frozen=True)
class Part:
    """A cell that an assignment changes.

    ``name`` is the exercise that it belongs to: ``"L03"``, and from the second one on
    ``"L03-2"``.
    """

    role: Role
    name: str
    code: str = ""


@dataclass(frozen=True)
class LessonParts:
    """A lesson as a notebook, with the place of each part that an assignment changes."""

    path: Path
    notebook: Any
    at: dict[int, Part]

    @property
    def number(self) -> str:
        """Two digits."""
        return self.path.name[:2]

    @property
    def id(self) -> str:
        """Id of the lesson."""
        return f"L{self.number}"

    @property
    def stem(self) -> str:
        """Name of its files without their ending."""
        return self.path.stem

    def exercises(self) -> dict[str, dict[Role, Part]]:
        """Return the parts of each exercise by its name."""
        found: dict[str, dict[Role, Part]] = {}
        for part in self.at.values():
            found.setdefault(part.name, {})[part.role] = part
        return found

    @cached_property
    def public(self) -> str:
        """Every cell that a student gets as it is."""
        cells = enumerate(self.notebook.cells)
        return "\n\n".join(str(cell.source) for at, cell in cells if at not in self.at)


def read_parts(path: Path) -> LessonParts:
    """Read a lesson.

    Raises
    ------
    AssignmentError
        If it cannot be read, or a solution or a check of it is not Python.
    """
    # what reads notebooks is heavy, and is loaded for a lesson only
    import jupytext

    try:
        notebook = jupytext.reads(path.read_text(encoding="utf-8"), fmt="md:myst")
    except OSError as error:
        raise AssignmentError(f"{path.name}: it cannot be opened ({error.strerror})") from None
    except Exception as error:
        # the readers of text notebooks raise errors of many kinds
        told = " ".join(str(error).split())[:120]
        raise AssignmentError(f"{path.name}: it is not a text notebook ({told})") from None
    at: dict[int, Part] = {}
    number = 0
    for index, cell in enumerate(notebook.cells):
        tags = cell.metadata.get("tags", [])
        if "solution" in tags and cell.cell_type == "code":
            number += 1
        name = f"L{path.name[:2]}" + (f"-{number}" if number > 1 else "")
        if cell.cell_type == "code":
            role: Role | None = next((r for r in ("solution", "check") if r in tags), None)
            if role:
                at[index] = Part(role, name, _code(cell.source, f"{path.name}: the {role}"))
        elif "solution" in tags:
            at[index] = Part("told", name, cell.source)
    return LessonParts(path, notebook, at)


def _code(source: str, what: str) -> str:
    """Return code without the comment with which a folded cell begins."""
    try:
        ast.parse(source)
    except SyntaxError as error:
        raise AssignmentError(f"{what} is not valid Python (line {error.lineno})") from None
    return re.sub(r"\A(?:\s*#[^\n]*\n)+", "", source).strip()


def form_of(code: str) -> str:
    """Return the type of what a solution calls ``solution``, "" where its code does not say.

    Examples
    --------
    >>> form_of("found = {1, 2}" + chr(10) + "solution = found - {1}")
    'set'
    >>> form_of("solution = something(1)")
    ''
    """
    values = {
        target.id: node.value
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return _form(values.get("solution"), values, len(values))


def _form(node: ast.AST | None, values: dict[str, ast.expr], depth: int) -> str:
    if isinstance(node, ast.Constant):
        return type(node.value).__name__ if node.value is not None else ""
    if isinstance(node, ast.Call):
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        return _CALLS.get(name, "")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub | ast.BitOr | ast.BitAnd):
        form = _form(node.left, values, depth)
        return form if form == "set" else ""
    if isinstance(node, ast.Name) and node.id in values and depth:
        # a name may be bound to itself: each is followed once
        return _form(values[node.id], values, depth - 1)
    return next((form for kind, form in _FORMS.items() if isinstance(node, kind)), "")


def asserts_solution(code: str) -> bool:
    """Whether a check is one assertion about ``solution`` and nothing else."""
    body = ast.parse(code).body
    return (
        len(body) == 1
        and isinstance(body[0], ast.Assert)
        and "solution" in {node.id for node in ast.walk(body[0]) if isinstance(node, ast.Name)}
    )
