"""Bring the lessons into a student's folder without ever touching the student's work.

A lesson that is missing is copied. One that still is what was laid out last time is replaced when
the course has a newer text. One that the student changed stays; the newer text, if there is any,
is laid beside it. One that the student threw away comes back: a link that opens a lesson must find
it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path

#: the texts that students get; the guides for teachers and the questions stay where they are
TEXTS = ("[0-9][0-9]-*.md", "appendix-*.md")

#: in the student's folder: what was laid out last, by name, as digests
RECORD = ".laid-out.json"

#: the name of a newer text beside a lesson that the student changed: one for each text, so that
#: none is ever written over
NEWER = "{stem}.newer-{mark}{suffix}"


def lay_out(course: Path, folder: Path) -> None:
    """Bring the lessons of a course into a student's folder.

    Parameters
    ----------
    course
        The folder of the lessons, as installed.
    folder
        The student's; made when it is missing.

    Raises
    ------
    OSError
        If the lessons cannot be read, or the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    laid = read_record(folder / RECORD)
    for source in sorted(path for pattern in TEXTS for path in course.glob(pattern)):
        text = source.read_bytes()
        target = folder / source.name
        was, now = laid.get(source.name), digest(text)
        # Not the record but the file says what the student has.
        has = digest(target.read_bytes()) if target.is_file() else None
        if not target.exists() or (has is not None and has == was != now):
            put(target, text)
        elif has != now != was:
            beside = NEWER.format(stem=source.stem, mark=now[:6], suffix=source.suffix)
            if not (folder / beside).exists():
                put(folder / beside, text)
        laid[source.name] = now
    put(folder / RECORD, json.dumps(laid, indent=0, sort_keys=True).encode())


def read_record(path: Path) -> dict[str, str]:
    """Return what was laid out last; nothing if that cannot be told, so that all files stay."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(record, dict):
        return {}
    return {name: value for name, value in record.items() if isinstance(value, str)}


def put(path: Path, text: bytes) -> None:
    """Write a file whole or not at all: a full disk leaves the old one."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".laying-out-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def digest(text: bytes) -> str:
    """Return a short name for exactly this text."""
    return hashlib.sha256(text).hexdigest()
