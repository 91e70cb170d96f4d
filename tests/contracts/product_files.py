"""What the contracts read: the package's own files, and the papers where they are at hand."""

from __future__ import annotations

import os
import re
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import pytest

#: a folder with the three papers' own files, which are not part of the product
PAPERS_VARIABLE = "BOR_PAPERS"

#: the papers' files in the order of their names
CODES = ("P0", "P1", "P2")


def package_folder() -> Path:
    """Folder of the package."""
    with as_file(files("bor_widgets").joinpath("")) as folder:
        return Path(folder)


@cache
def package_files(ending: str) -> dict[str, str]:
    """Text of the package's files with an ending, by their path in it."""
    root = package_folder()
    found = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob(f"*{ending}"))
    }
    assert found
    return found


def papers_in(folder: Path) -> dict[str, tuple[str, ...]]:
    """Lines of the three papers by code; none where there is no such folder.

    A folder that is there and does not hold the three papers fails the test: a check that
    passes over it would hide that nothing was compared.
    """
    if not folder.is_dir():
        return {}
    texts = sorted(folder.glob("*.txt"))
    if len(texts) != len(CODES):
        pytest.fail(f"{folder} takes the {len(CODES)} papers as .txt; it has {len(texts)}")
    return {
        code: tuple(path.read_text(encoding="utf-8").splitlines())
        for code, path in zip(CODES, texts, strict=True)
    }


@cache
def _paper_lines() -> dict[str, tuple[str, ...]]:
    named = os.environ.get(PAPERS_VARIABLE)
    if named and not Path(named).is_dir():
        pytest.fail(f"{PAPERS_VARIABLE} takes a folder with the papers; given was {named!r}")
    return papers_in(Path(named) if named else package_folder().parents[1] / "shared" / "sources")


def paper_lines() -> dict[str, tuple[str, ...]]:
    """Lines of the three papers by code; skips the test where there is no folder of them."""
    lines = _paper_lines()
    if not lines:
        pytest.skip("the papers' own files are not at hand")
    return lines


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without marks and notes."""
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'", ""))
