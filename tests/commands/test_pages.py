"""`bor pages`: notebooks and lessons side by side, and nobody's files written over."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from bor_widgets.cli import main
from tests.repo.product import ROOT


def test_notebooks_and_lessons_lie_side_by_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shelf = tmp_path / "a" / "shelf"
    assert main(["pages", str(shelf)]) == 0
    wanted = {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
    wanted |= {f"{path.stem}.ipynb" for path in (ROOT / "lessons").glob("*.md")}
    assert {path.name for path in shelf.glob("*.ipynb")} == wanted
    assert f"{len(wanted)} pages" in capsys.readouterr().out
    page = nbformat.read(shelf / "01-the-puzzle.ipynb", as_version=4)
    # a page has no buttons of a notebook to speak of
    assert not any("Run All Cells" in cell.source for cell in page.cells)


def test_a_shelf_is_laid_out_anew(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    assert main(["pages", str(shelf)]) == 0
    (shelf / "gone.ipynb").write_text("{}")
    assert main(["pages", str(shelf)]) == 0
    assert not (shelf / "gone.ipynb").exists()
    assert (shelf / "index.ipynb").is_file()


def test_somebodys_folder_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    assert main(["pages", str(tmp_path)]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    assert "holds other files" in capsys.readouterr().err


def test_a_file_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["pages", str(tmp_path / "file")]) == 1
    assert (tmp_path / "file").read_text() == "mine"
    assert "could not be laid out" in capsys.readouterr().err
