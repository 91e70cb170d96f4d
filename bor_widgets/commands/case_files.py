"""Putting new files into a folder of the instructor's: all of them, or none."""

from __future__ import annotations

import contextlib
import os
import shlex
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bor_widgets.commands.case_dialogue import Stopped

WORDS = {
    "no_folder": "{path} is a file and no folder; name another folder with --folder.",
    "closed": "{path} cannot be written to; name another folder with --folder.",
    "failed": "{path} cannot be written: {reason}; nothing was written.",
    "there": "{path} is there already; give --force to replace it, or choose another name.",
    "odd": "{path} is no name of a folder; name another folder with --folder.",
}


def usable(folder: Path) -> Path:
    """Return the folder if files can be put into it, now or once it has been made.

    Raises
    ------
    Stopped
        If something on the way is no folder, or is closed to us.
    """
    try:
        there = folder
        while not there.exists() and there != there.parent:
            there = there.parent
        is_folder = there.is_dir()
    except (OSError, ValueError):
        # too long a name, a sign that no file system takes, a folder that is closed
        raise Stopped(WORDS["odd"].format(path=short_path(folder))) from None
    if not is_folder:
        raise Stopped(WORDS["no_folder"].format(path=short_path(there)))
    if not os.access(there, os.W_OK | os.X_OK):
        raise Stopped(WORDS["closed"].format(path=short_path(there)))
    return folder


def short_path(path: Path) -> str:
    """Return a path as a sentence shows it: one line, of a length that can be read."""
    text = " ".join(str(path).split())
    shown = text if text.isprintable() else ascii(text)[1:-1]
    return shown if len(shown) <= 200 else f"…{shown[-199:]}"


def refuse_existing(paths: list[Path], *, force: bool) -> None:
    """Refuse to write where something is, unless it may be replaced.

    Raises
    ------
    Stopped
        For the first file that is there; for a folder of that name also with ``force``.
    """
    for path in paths:
        if os.path.lexists(path) and (not force or path.is_dir()):
            raise Stopped(WORDS["there"].format(path=short_path(path)))


def write_all(texts: Mapping[Path, str], *, force: bool = False) -> None:
    """Write files so that either all of them are there afterwards or none is.

    Folders that are missing are made. Whatever stops it half-way, also Ctrl-C, takes back
    what was begun, and a file that was to be replaced keeps what it held.

    Raises
    ------
    Stopped
        If a file is there and may not be replaced, or cannot be written.
    """
    refuse_existing(list(texts), force=force)
    made: list[Path] = []
    begun: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    path = next(iter(texts))
    try:
        for path, text in texts.items():
            _make(path.parent, made)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
            begun[path] = Path(name)
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            # a temporary file is the writer's alone; a lesson or a case is for others too
            Path(name).chmod(0o666 & ~_umask())
        for path, part in begun.items():
            before[path] = path.read_bytes() if path.is_file() else None
            part.replace(path)
    except BaseException as error:
        _take_back(begun, before, made)
        if isinstance(error, OSError):
            reason = error.strerror or type(error).__name__
            words = WORDS["failed"].format(path=short_path(path), reason=reason)
            raise Stopped(words) from None
        raise


def _make(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for step in reversed(missing):
        step.mkdir()
        made.append(step)


def _umask() -> int:
    # there is no way to ask without setting it
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _take_back(
    begun: Mapping[Path, Path], before: Mapping[Path, bytes | None], made: list[Path]
) -> None:
    for path, part in begun.items():
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        if path not in before:
            continue
        with contextlib.suppress(OSError):
            held = before[path]
            if held is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(held)
    for folder in reversed(made):
        with contextlib.suppress(OSError):
            folder.rmdir()


def as_setting(variable: str, folder: Path) -> str:
    """Return how an environment variable is set to a folder, as it is typed in a shell."""
    return f"{variable}={shlex.quote(str(folder.resolve()))}"
