"""Reading a file that is to be checked: faults are sentences, never tracebacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bor_widgets.cases import Fault, RecordError, cases, parse_record
from bor_widgets.sources import sources

#: a lesson or a file of questions that is longer is refused unread: none of ours has a tenth
LARGEST_FILE = 400_000

#: how an id of a record is written in a text; a line of a paper ("P0 L12") is none
ID = re.compile(
    r"(?<!P[0-2] )\b(?:[RQSX]\d{2,3}|A\d{3}|D\d{2}|E\d{2,3}|F\d{2}|C\d{2,3}|L\d{2})\b(?!-?\d)"
)

WORDS = {
    "opened": "cannot be opened: {reason}",
    "large": "is larger than {most:,} bytes",
    "utf8": "is not text in UTF-8",
    "id": "there is no record {name}; if it is no id, write it in another way",
}


class Unreadable(Exception):
    """Why a file cannot be checked further."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


def read_text(path: Path) -> str:
    """Read a text, with the ends of its lines as Python writes them.

    Raises
    ------
    Unreadable
        If it cannot be opened, is too large, or is not UTF-8.
    """
    return _read(path).decode("utf-8").replace("\r\n", "\n")


def read_toml(path: Path) -> dict[str, Any]:
    """Read a file of data.

    Raises
    ------
    Unreadable
        If it cannot be opened, is too large, or is no TOML.
    """
    try:
        return parse_record(_read(path), path.name, LARGEST_FILE)
    except RecordError as error:
        raise Unreadable(error.faults[0]) from None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = WORDS["opened"].format(reason=error.strerror)
        raise Unreadable(Fault(path.name, "", reason)) from None
    if len(raw) > LARGEST_FILE:
        raise Unreadable(Fault(path.name, "", WORDS["large"].format(most=LARGEST_FILE)))
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable(Fault(path.name, "", WORDS["utf8"])) from None
    return raw


def exists(name: object, folder: Path | None = None) -> bool:
    """Whether an id belongs to a record, to a case, or to a lesson of the folder."""
    if not isinstance(name, str):
        return False
    if name in sources or any(case.id == name for case in cases.values()):
        return True
    own = folder is not None and bool(re.fullmatch(r"L\d{2}", name))
    return own and folder is not None and any(folder.glob(f"{name[1:]}-*.md"))


def unknown_ids(text: str, folder: Path | None) -> Iterator[str]:
    """Yield each id in a text that belongs to nothing, once."""
    for name in dict.fromkeys(ID.findall(text)):
        if not exists(name, folder):
            yield name


def number_of(path: Path) -> str:
    """Return the two digits of the lesson that a file belongs to, or ""."""
    found = re.match(r"(\d{2})(?=[-.])", path.name)
    return found[1] if found else ""
