"""The files that the product consists of."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

#: What git would not take either; used where there is no git.
NOT_OURS = {".git", ".venv", "__pycache__", "build", "dist", "site"}


def product_files() -> list[Path]:
    """Return every file that is tracked, or would be if it were added."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):  # a downloaded archive
        return sorted(
            path
            for path in ROOT.rglob("*")
            if path.is_file() and not NOT_OURS.intersection(path.relative_to(ROOT).parts)
        )
    # A file that was removed but is still listed is no longer there to be read.
    return sorted(ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file())


def named(path: Path) -> str:
    """Return a file's name as it is written in this project."""
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str | None:
    """Return the text of a file; None for pictures and other binary files."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
