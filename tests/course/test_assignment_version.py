"""The two versions of a lesson: what a student gets, and what nbgrader starts from."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest

from bor_widgets.course.assignment_parts import (
    AssignmentError,
    LessonParts,
    asserts_solution,
    form_of,
    read_parts,
)
from bor_widgets.course.assignment_version import (
    WORDS,
    as_ipynb,
    as_markdown,
    source_notebook,
    student_notebook,
    visible_test,
)
from tests.course.assignment_lessons import LESSONS

PATHS = sorted(LESSONS.glob("[0-9][0-9]-*.md"))
each_lesson = pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])

#: which form each lesson's exercise asks for, in the lesson's own words
FORMS = {
    "01": "list", "02": "int", "03": "set", "04": "list", "05": "set", "06": "list",
    "07": "list", "08": "list", "09": "list", "10": "list", "11": "list", "12": "list",
}  # fmt: skip

#: keys that nbgrader's schema 3 asks for in every cell, and their types
SCHEMA = {"grade": bool, "solution": bool, "locked": bool, "task": bool, "grade_id": str,
          "schema_version": int}  # fmt: skip


def graded(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if "nbgrader" in cell.metadata]


def released(source: str) -> str:
    """Take out what nbgrader takes out when it makes the student's version."""
    source = re.sub(
        r"### BEGIN SOLUTION\n.*?\n### END SOLUTION", WORDS["starter"], source, flags=re.DOTALL
    )
    return re.sub(
        r"\n### BEGIN HIDDEN TESTS\n.*?\n### END HIDDEN TESTS", "", source, flags=re.DOTALL
    )


def run_the_examples(parts: LessonParts) -> dict[str, Any]:
    """Run what an exercise needs: the first cell's imports, and the cells in the open."""
    space: dict[str, Any] = {}
    cells = [cell for i, cell in enumerate(parts.notebook.cells) if i not in parts.at]
    code = [cell for cell in cells if cell.cell_type == "code"]
    imports = [line for line in code[0].source.splitlines() if line.startswith("from ")]
    exec("\n".join(imports), space)
    for cell in code[1:]:
        if "hide-input" not in cell.metadata.get("tags", []):
            exec(cell.source, space)
    return space


@each_lesson
def test_both_versions_are_notebooks_as_nbgrader_documents_them(path: Path) -> None:
    parts = read_parts(path)
    for notebook in (student_notebook(parts, 3), source_notebook(parts, 3)):
        nbformat.validate(notebook)
        ids = []
        for cell in graded(notebook):
            held = cell.metadata["nbgrader"]
            assert {key: type(held[key]) for key in SCHEMA} == SCHEMA
            assert held["schema_version"] == 3
            assert held["cell_type"] == cell.cell_type == "code"
            assert ("points" in held) == held["grade"]
            assert re.fullmatch(r"[A-Za-z0-9_-]+", held["grade_id"])
            ids.append((held["grade_id"], held["solution"], held["locked"], held.get("points")))
        lesson = f"L{path.name[:2]}"
        assert ids == [
            (f"{lesson}-solution", True, False, None),
            (f"{lesson}-check", False, True, 3),
        ]


@each_lesson
def test_what_nbgrader_makes_of_the_source_is_the_students_version(path: Path) -> None:
    parts = read_parts(path)
    student, source = student_notebook(parts), source_notebook(parts)
    assert [released(cell.source) for cell in source.cells] == [c.source for c in student.cells]
    assert [cell.metadata for cell in source.cells] == [cell.metadata for cell in student.cells]
    assert any("BEGIN SOLUTION" in cell.source for cell in source.cells)
    assert any("BEGIN HIDDEN TESTS" in cell.source for cell in source.cells)


@each_lesson
def test_the_student_gets_a_starter_in_place_of_the_solution(path: Path) -> None:
    cells = student_notebook(read_parts(path)).cells
    solution, check = graded(student_notebook(read_parts(path)))
    assert "raise NotImplementedError()" in solution.source
    assert not solution.metadata.get("jupyter")
    assert check.metadata["editable"] is False
    for cell in cells:
        assert not {"solution", "check"} & set(cell.metadata.get("tags", []))
        assert not cell.get("outputs")
        assert "open the solution" not in cell.source
        assert "open ours" not in cell.source
        assert "What the solution shows" not in cell.source


@each_lesson
def test_everything_else_is_the_lessons_own(path: Path) -> None:
    parts = read_parts(path)
    kept = [cell.source for i, cell in enumerate(parts.notebook.cells) if i not in parts.at]
    given = [c.source for c in student_notebook(parts).cells if "nbgrader" not in c.metadata]
    given.remove(WORDS["notice"])
    assert len(given) == len(kept)
    changed = [(a, b) for a, b in zip(kept, given, strict=True) if a != b]
    # the exercise speaks of a solution below, and two lessons of hints
    assert all("you open" in a or "Each question has a hint" in a for a, _ in changed)
    assert 1 <= len(changed) <= 2


@each_lesson
def test_the_solution_passes_the_tests_of_the_source_version(path: Path) -> None:
    parts = read_parts(path)
    space = run_the_examples(parts)
    solution, check = graded(source_notebook(parts))
    exec(solution.source, space)
    exec(check.source, space)
    for wrong in (None, "wrong", -1):
        with pytest.raises((AssertionError, TypeError, AttributeError, KeyError, ValueError)):
            exec(check.source, {**space, "solution": wrong})


@each_lesson
def test_the_visible_test_knows_the_form_and_nothing_more(path: Path) -> None:
    parts = read_parts(path)
    form = FORMS[path.name[:2]]
    empty = {"list": [], "set": set(), "int": 0}[form]
    check = graded(student_notebook(parts))[1].source
    exec(check, {"solution": empty})
    with pytest.raises(AssertionError, match=form):
        exec(check, {"solution": None})
    assert len(ast.parse(check).body) == 1


@each_lesson
def test_a_version_is_the_same_every_time_and_in_both_formats(path: Path) -> None:
    notebook = student_notebook(read_parts(path))
    assert as_ipynb(notebook) == as_ipynb(student_notebook(read_parts(path)))
    back = jupytext.reads(as_markdown(notebook), fmt="md:myst")
    assert [c.source for c in back.cells] == [c.source for c in notebook.cells]
    assert [c.metadata for c in back.cells] == [c.metadata for c in notebook.cells]


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("solution = [1]", "list"),
        ("a = [1]\nsolution = a", "list"),
        ("solution = sorted({1})", "list"),
        ("a = {1}\nsolution = a - {2}", "set"),
        ("solution = 3 - 2", ""),
        ("solution = 'word'", "str"),
        ("solution = None", ""),
        ("solution = {1: 2}", "dict"),
        ("solution = solution", ""),
        ("def solution():\n    return 1", ""),
    ],
)
def test_the_form_is_told_only_where_the_code_says_it(code: str, form: str) -> None:
    assert form_of(code) == form
    exec(visible_test(code), {"solution": 1 if form == "" else eval(f"{form}()")})


@pytest.mark.parametrize(
    ("code", "fits"),
    [
        ("assert solution == 1", True),
        ("assert solution", True),
        ("assert other == 1", False),
        ("x = 1\nassert solution == x", False),
        ("assert solution\nassert solution > 1", False),
        ("print(solution)", False),
    ],
)
def test_one_assertion_about_the_solution_fits_otter(code: str, fits: bool) -> None:
    assert asserts_solution(code) is fits


LESSON = """# Title

```{code-cell} ipython3
---
tags: [solution]
---
# Ours
solution = [1]
```

```{code-cell} ipython3
---
tags: [check]
---
assert solution == [1]
```

More.

```{code-cell} ipython3
---
tags: [solution]
---
solution = {2}
```
"""


def test_several_exercises_have_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "13-mine.md"
    path.write_text(LESSON, encoding="utf-8")
    cells = graded(student_notebook(read_parts(path), 2))
    told = [(c.metadata["nbgrader"]["grade_id"], c.metadata["nbgrader"]["grade"]) for c in cells]
    # what has no test is graded by a person
    assert told == [("L13-solution", False), ("L13-check", True), ("L13-2-solution", True)]


def test_a_solution_that_is_no_python_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "13-mine.md"
    path.write_text(LESSON.replace("solution = {2}", "solution = {2"), encoding="utf-8")
    with pytest.raises(AssignmentError, match=r"13-mine\.md: the solution is not valid Python"):
        read_parts(path)
    with pytest.raises(AssignmentError, match="cannot be opened"):
        read_parts(tmp_path / "14-none.md")
