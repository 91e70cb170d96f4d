"""A person at the keyboard, as the tests play one."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest


def types(
    monkeypatch: pytest.MonkeyPatch, lines: Iterable[str | type[BaseException]]
) -> Iterator[str | type[BaseException]]:
    """Answer each question with the next line; an exception is raised where it stands.

    After the last line the input has ended. What is returned holds the lines that are left.
    """
    left = iter(lines)

    def answer(prompt: str = "") -> str:
        del prompt
        line = next(left, EOFError)
        if isinstance(line, str):
            return line
        raise line

    monkeypatch.setattr(builtins, "input", answer)
    return left


def held(folder: Path) -> list[str]:
    """Return everything in a folder, also what is hidden."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
