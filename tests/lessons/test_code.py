"""The code of every lesson: short, folded away, public names only, and it runs."""

from __future__ import annotations

import ast
import copy
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import bor_widgets
from tests.lessons.lesson_files import FOLDER, LESSONS, LessonFile

LONGEST_CELL = 3
CURIOUS = "## For the curious"

#: Seconds that one cell may take on a busy machine, with the first import in it.
CELL_RUNS_WITHIN = 120

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=str)


def ends_in_a_value(code: str) -> bool:
    return isinstance(ast.parse(code).body[-1], ast.Expr)


def is_folded(cell: nbformat.NotebookNode) -> bool:
    folded_in_lab = cell.metadata.get("jupyter", {}).get("source_hidden") is True
    folded_in_book = "hide-input" in cell.metadata.get("tags", [])
    assert folded_in_lab == folded_in_book, cell.source
    return folded_in_lab


@each_lesson
def test_it_runs_from_top_to_bottom(
    lesson: LessonFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.delenv("BOR_LESSONS", raising=False)
    folder = tmp_path / "lessons"
    shutil.copytree(FOLDER, folder)
    notebook = copy.deepcopy(lesson.notebook)
    NotebookClient(
        notebook,
        timeout=CELL_RUNS_WITHIN,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        assert not [out for out in cell.outputs if out.get("name") == "stderr"], cell.source
        assert bool(cell.outputs) == ends_in_a_value(cell.source), cell.source


@each_lesson
def test_its_cells_are_short(lesson: LessonFile) -> None:
    too_long = [c.source for c in lesson.code_cells if len(c.source.splitlines()) > LONGEST_CELL]
    assert not too_long


@each_lesson
def test_it_uses_public_names_only(lesson: LessonFile) -> None:
    for cell in lesson.code_cells:
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Import):
                pytest.fail(f"imports more than public names: {ast.unparse(node)}")
            if isinstance(node, ast.ImportFrom):
                assert (node.module, node.level) == ("bor_widgets", 0)
                assert {alias.name for alias in node.names} <= set(bor_widgets.__all__)
            if isinstance(node, ast.Attribute):
                assert not node.attr.startswith("_")


@each_lesson
def test_each_name_that_it_imports_is_used(lesson: LessonFile) -> None:
    trees = [ast.parse(cell.source) for cell in lesson.code_cells]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    imported = {a.name for node in nodes if isinstance(node, ast.ImportFrom) for a in node.names}
    assert imported <= {node.id for node in nodes if isinstance(node, ast.Name)}


@each_lesson
def test_code_is_folded_away_until_the_reader_is_curious(lesson: LessonFile) -> None:
    curious = False
    after: list[bool] = []
    for cell in lesson.notebook.cells:
        if cell.cell_type == "markdown":
            curious = curious or CURIOUS in cell.source.splitlines()
        elif curious:
            after.append(is_folded(cell))
        else:
            assert is_folded(cell), cell.source
    assert False in after, "an exercise begins with code to read"
    assert after[-1], "the solution stays folded"
