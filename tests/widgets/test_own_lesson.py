"""A lesson that an instructor made: its title, its bench and its cases come from its plan."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import jupytext
import pytest
from nbclient import NotebookClient

from bor_widgets import Lesson, ThreatDial
from bor_widgets.course.folder import FOLDER_VARIABLE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which `bor lesson new` has made lesson 13."""
    made = tmp_path / "my-lessons"
    words = ["lesson", "new", "--yes", "--title", "Chips & *trade*", "--folder", str(made)]
    more = ["--claim", "R01,R11", "--case", "C25", "--puzzle", "A chip.", "--bench", "ThreatDial"]
    done = subprocess.run(
        [sys.executable, "-m", "bor_widgets.cli", *words, *more],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    monkeypatch.setenv(FOLDER_VARIABLE, str(made))
    return made


def test_its_title_bench_and_cases_are_those_of_its_plan(folder: Path) -> None:
    lesson = Lesson(13)
    assert lesson.title == "Chips & *trade*"
    assert isinstance(lesson.bench(), ThreatDial)
    listed: Any = lesson.cases().children[0]
    assert [item["case"] for item in listed.items] == ["iraq-2003-united-states"]
    assert lesson.start().progress["done"]["state"] == "new"


def test_it_runs_from_top_to_bottom(folder: Path) -> None:
    [path] = folder.glob("13-*.md")
    notebook = jupytext.read(path, fmt="md:myst")
    where = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=where).execute()


def test_a_plan_that_cannot_be_read_does_not_close_the_lesson(folder: Path) -> None:
    (folder / "plans" / "13.toml").write_text("[[[")
    lesson = Lesson(13)
    assert lesson.title
    assert lesson.cases()
    with pytest.raises(KeyError, match="has no bench"):
        lesson.bench()
