"""Every command of an instructor's works in a folder of its own here."""

from __future__ import annotations

from pathlib import Path

import pytest

from bor_widgets.cli import main


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, with no folder of cases or lessons named."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BOR_CASES", raising=False)
    monkeypatch.delenv("BOR_LESSONS", raising=False)
    return tmp_path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one sound lesson of one's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BOR_LESSONS", raising=False)
    monkeypatch.delenv("BOR_CASES", raising=False)
    options = ("--title=Fish", "--claim=R01,R12", "--tension=E01", "--case=C25")
    assert main(["lesson", "new", "--yes", "--folder=mine", *options]) == 0
    return tmp_path / "mine"
