"""The exercise of every lesson: read, try, open the solution, check."""

from __future__ import annotations

import ast

import nbformat
import pytest

from tests.lessons.lesson_files import LESSONS, LessonFile

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=str)


def cells_with(lesson: LessonFile, tag: str, kind: str) -> list[nbformat.NotebookNode]:
    return [
        cell
        for cell in lesson.notebook.cells
        if cell.cell_type == kind and tag in cell.metadata.get("tags", [])
    ]


@each_lesson
def test_it_has_one_solution_and_one_check_of_it(lesson: LessonFile) -> None:
    solutions = cells_with(lesson, "solution", "code")
    checks = cells_with(lesson, "check", "code")
    assert [len(solutions), len(checks)] == [1, 1]
    assert lesson.notebook.cells.index(solutions[0]) < lesson.notebook.cells.index(checks[0])


@each_lesson
def test_the_solution_binds_its_name_and_the_check_reads_it(lesson: LessonFile) -> None:
    solution = ast.parse(cells_with(lesson, "solution", "code")[0].source)
    bound = {
        target.id
        for node in ast.walk(solution)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    } | {node.name for node in ast.walk(solution) if isinstance(node, ast.FunctionDef)}
    assert "solution" in bound
    check = ast.parse(cells_with(lesson, "check", "code")[0].source)
    asserts = [node for node in check.body if isinstance(node, ast.Assert)]
    assert asserts
    assert all(node.msg is not None for node in asserts)
    assert "solution" in {node.id for node in ast.walk(check) if isinstance(node, ast.Name)}


@each_lesson
def test_a_wrong_solution_fails_the_check(lesson: LessonFile) -> None:
    """The check can fail: with nothing in place of the solution it does."""
    space: dict[str, object] = {}
    wanted = [
        cell.source
        for cell in lesson.code_cells
        if not cell.metadata.get("tags") or "hide-input" not in cell.metadata["tags"]
    ]
    lines = lesson.code_cells[0].source.splitlines()
    # the exercise needs the names that the lesson imports, not the lesson's strip
    first = "\n".join(line for line in lines if "lesson" not in line)
    for source in [first, *wanted]:
        exec(compile(source, str(lesson), "exec"), space)
    check = cells_with(lesson, "check", "code")[0].source
    wrongs: list[object] = [None, {}, set(), [], 0, -1, "", "wrong"]
    for wrong in wrongs:
        space["solution"] = wrong
        with pytest.raises((AssertionError, TypeError, AttributeError, KeyError, ValueError)):
            exec(compile(check, str(lesson), "exec"), space)


@each_lesson
def test_what_the_solution_shows_goes_with_the_solution(lesson: LessonFile) -> None:
    told = cells_with(lesson, "solution", "markdown")
    assert len(told) == 1
    assert "<details>" in told[0].source
