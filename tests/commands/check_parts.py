"""A sound lesson of one's own, and what `bor check` says of it once it is spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest

from bor_widgets.cli import main

STEM = "13-fish"
LESSON = f"{STEM}.md"


def faults(path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Check a file or a folder, and return the sentences without the last line."""
    capsys.readouterr()
    code = main(["check", str(path)])
    *lines, last = capsys.readouterr().out.splitlines()
    assert code == (1 if lines else 0)
    assert last.endswith("1 fault" if len(lines) == 1 else f"{len(lines) or 'no'} faults")
    return lines


def change(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path
