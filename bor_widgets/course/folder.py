"""Where the lessons and their questions lie."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

#: where the lessons lie, if not in the folder at hand
FOLDER_VARIABLE = "BOR_LESSONS"

#: a lesson as a text, or as a notebook in a copy that was handed out
_NUMBERED = re.compile(r"(\d{2})-[a-z0-9-]+\.(?:md|ipynb)")

#: a text that stands beside the lessons and is none
_APPENDIX = "appendix-*.md"


def lessons_folder() -> Path:
    """Return the folder that holds lessons and quizzes.

    The one that ``BOR_LESSONS`` names; else the folder at hand, ``lessons`` in it or beside
    it, or ``lessons`` beside the package.

    Raises
    ------
    FileNotFoundError
        If none of these holds quizzes.
    """
    named = os.environ.get(FOLDER_VARIABLE)
    here = Path.cwd()
    beside_the_package = Path(__file__).resolve().parents[2] / "lessons"
    around = [here, here / "lessons", here.parent / "lessons", beside_the_package]
    tried = [Path(named)] if named else around
    for folder in tried:
        if (folder / "quizzes").is_dir():
            return folder
    looked = ", ".join(str(folder) for folder in tried)
    raise FileNotFoundError(
        f"the lessons' quizzes are in none of these folders: {looked}; "
        f"set {FOLDER_VARIABLE} to the folder that holds them"
    )


def lesson_paths(folder: Path | None = None) -> dict[str, Path]:
    """Return the lessons of a folder by id (``"L03"``), in their order."""
    return dict(_lesson_paths(folder or lessons_folder()))


def appendix_paths(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the texts beside the lessons of a folder that are no lessons, in their order."""
    return tuple(sorted((folder or lessons_folder()).glob(_APPENDIX)))


@cache
def _lesson_paths(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in sorted([*folder.glob("*.md"), *folder.glob("*.ipynb")]):
        numbered = _NUMBERED.fullmatch(path.name)
        if numbered and (path.suffix == ".md" or f"L{numbered[1]}" not in found):
            found[f"L{numbered[1]}"] = path
    return dict(sorted(found.items()))
