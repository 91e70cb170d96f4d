"""The folder of an assignment: whether it can be written, and all that lies in it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from bor_widgets.commands.case_dialogue import Stopped
from bor_widgets.commands.case_files import short_path

#: a larger file is not looked into: no notebook of a lesson has a tenth
LARGEST_FILE = 20_000_000

WORDS = {
    "file": "{path} is a file and no folder; name another folder with --out.",
    "closed": "{path} cannot be written to; name another folder with --out.",
    "odd": "{path} is no name of a folder; name another folder with --out.",
    "full": "{path} is not empty; name another folder with --out, or give --force.",
    "ours": "{path} belongs to the lessons themselves; name another folder with --out.",
    "link": "{file}: it is a link to a folder, which is not looked into; take it out",
    "large": "{file}: it is larger than {most:,} bytes and is not looked into; take it out",
    "closed_file": "{file}: it cannot be opened ({reason}), so that it is not looked into",
}

COUNTS = {
    "places": ("1 place", "{count} places"),
    "files": ("1 file", "{count} files"),
}


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        # too long a name, or a sign that no file system takes
        return False


def usable(out: Path, where: Path, *, force: bool) -> Path:
    """Return the folder if an assignment can be put into it.

    Raises
    ------
    Stopped
        If it is a file, closed, not empty, or the lessons' own.
    """
    shown = short_path(out)
    try:
        there = out
        while not there.exists() and there != there.parent:
            there = there.parent
        whole, ours = out.resolve(), where.resolve()
        if not there.is_dir():
            raise Stopped(WORDS["file"].format(path=short_path(there)))
        full = there == out and any(out.iterdir())
    except PermissionError:
        raise Stopped(WORDS["closed"].format(path=shown)) from None
    except (OSError, ValueError):
        raise Stopped(WORDS["odd"].format(path=shown)) from None
    if whole == ours or ours in whole.parents:
        raise Stopped(WORDS["ours"].format(path=shown))
    if not os.access(there, os.W_OK | os.X_OK):
        raise Stopped(WORDS["closed"].format(path=short_path(there)))
    if full and not force:
        raise Stopped(WORDS["full"].format(path=shown))
    return out


def held_in(folder: Path) -> tuple[dict[str, bytes], list[str]]:
    """Return what every file below a folder holds, and what could not be looked into."""
    held: dict[str, bytes] = {}
    unseen = []

    def closed(error: OSError) -> None:
        name = short_path(Path(error.filename or folder))
        unseen.append(WORDS["closed_file"].format(file=name, reason=error.strerror))

    for top, folders, files in os.walk(folder, onerror=closed if folder.exists() else None):
        for name in folders:
            path = Path(top, name)
            if path.is_symlink():
                unseen.append(WORDS["link"].format(file=short_path(path.relative_to(folder))))
        for name in sorted(files):
            path = Path(top, name)
            shown = path.relative_to(folder).as_posix()
            try:
                # a pipe or a device has no end
                if path.is_file() and path.stat().st_size <= LARGEST_FILE:
                    held[shown] = path.read_bytes()
                else:
                    unseen.append(WORDS["large"].format(file=shown, most=LARGEST_FILE))
            except OSError as error:
                unseen.append(WORDS["closed_file"].format(file=shown, reason=error.strerror))
    return held, unseen


def count(what: str, things: Iterable[object]) -> str:
    """Return how many there are, in words: of ``places`` or of ``files``."""
    number = len(list(things))
    one, more = COUNTS[what]
    return one if number == 1 else more.format(count=number)
