"""The journals of a class in a folder, as a learning platform or a teacher has put them there.

Nothing in the folder stops the reading: a file that cannot be read is told in a sentence,
and the others are read.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bor_widgets.course.class_text import plain_line
from bor_widgets.course.journal import LARGEST_FILE, Entry, Journal, JournalError, salvage

ENDING = ".jsonl"

#: copies of files that a computer makes for itself, and no student hands in
_OWN_FOLDERS = {"__MACOSX", "__pycache__", "node_modules"}

#: letters of a first line in which a journal says what it is
LONGEST_HEAD = 2_000

#: levels of folders below the one that was named
DEEPEST = 40

WORDS = {
    "absent": "There is no folder {path}; check the name.",
    "file": "{path} is a file and no folder; name the folder that holds the journals.",
    "closed": "it cannot be opened ({reason})",
    "folder_link": "it is a link to a folder, and was not followed",
    "deep": "its folders lie more than {most} levels deep, and were not opened",
    "special": "it is neither a file nor a folder",
    "large": "it is larger than {most:,} bytes; no student writes so much",
    "utf8": "it is not text in UTF-8",
    "lines": "{count} of its lines could not be read and were left out; {first}",
    "line": "one of its lines could not be read and was left out; {first}",
}

#: hears how many of how many files are read
Told = Callable[[int, int], None]


class NoClassError(ValueError):
    """A folder that cannot be read at all; the message says why."""


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong with a file; ``left_out`` if nothing of it could be used."""

    file: str
    reason: str
    left_out: bool


@dataclass(slots=True)
class HandedIn:
    """One journal, put together from all its copies.

    ``files`` are told as they lie in the folder. ``disputed`` counts entries that two copies
    give differently: somebody has changed a file.
    """

    journal: Journal
    files: tuple[str, ...]
    made_up: bool = False
    disputed: int = 0


class ClassFiles:
    """The journals in a folder and in the folders below it.

    Parameters
    ----------
    folder
        The folder. Links to other folders are not followed.

    Attributes
    ----------
    found
        How many files are called like a journal.
    others
        How many others there are; they are left aside.
    faults
        What is wrong with files; complete once all journals are read.

    Raises
    ------
    NoClassError
        If there is no such folder, or it cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.faults: list[FileFault] = []
        self.others = 0
        self._paths: list[Path] = []
        for path in self._walk():
            if path.suffix.lower() == ENDING:
                self._paths.append(path)
            else:
                self.others += 1
        self.found = len(self._paths)

    def journals(self, told: Told | None = None) -> Iterator[HandedIn]:
        """Yield every journal, with its copies put together, in the order of their ids.

        Only one is held at a time, so that a large class needs no more than a small one.

        Parameters
        ----------
        told
            Called with the number of files read, and of all.
        """
        copies: dict[str, list[Path]] = {}
        for path in self._paths:
            copies.setdefault(_id_of(path), []).append(path)
        count = 0
        for name in sorted(copies):
            held: dict[str, list[HandedIn]] = {}
            for path in copies[name]:
                for handed_in in self._one(path):
                    held.setdefault(handed_in.journal.id, []).append(handed_in)
                count += 1
                if told:
                    told(count, self.found)
            for same in held.values():
                yield merged(same)

    def _one(self, path: Path) -> Iterator[HandedIn]:
        name = _name(path, self._folder)
        try:
            handed_in, faults = _read(path, name)
        except JournalError as error:
            self.faults.append(FileFault(name, str(error), left_out=True))
            return
        if faults:
            self.faults.append(FileFault(name, _lines(faults), left_out=False))
        yield handed_in

    def _walk(self) -> Iterator[Path]:
        """Yield the files below the folder in the order of their names."""
        _check_folder(self._folder)
        waiting = [(self._folder, 0)]
        while waiting:
            here, depth = waiting.pop()
            try:
                entries = sorted(here.iterdir())
            except OSError as error:
                reason = WORDS["closed"].format(reason=error.strerror)
                if here == self._folder:
                    raise NoClassError(f"{plain_line(str(here), 200)}: {reason}.") from None
                self._leave(here, reason)
                continue
            inner = []
            for path in entries:
                if path.name.startswith("."):
                    self.others += 1
                elif not _is_folder(path):
                    yield path
                elif path.is_symlink():
                    self._leave(path, WORDS["folder_link"])
                elif path.name not in _OWN_FOLDERS:
                    inner.append((path, depth + 1))
            if depth == DEEPEST and inner:
                self._leave(here, WORDS["deep"].format(most=DEEPEST))
            else:
                waiting += reversed(inner)

    def _leave(self, path: Path, reason: str) -> None:
        self.faults.append(FileFault(_name(path, self._folder), reason, left_out=True))


def merged(copies: list[HandedIn]) -> HandedIn:
    """Put the copies of one journal together; their order does not matter."""
    if len(copies) == 1:
        return copies[0]
    versions: dict[str, set[tuple[str, str]]] = {}
    entries: list[Entry] = []
    for copy in copies:
        for entry in copy.journal:
            versions.setdefault(entry.id, set()).add((entry.at, entry.as_line()))
            entries.append(entry)
    # where copies contradict each other, the earlier version counts: entries never change
    entries.sort(key=lambda entry: (entry.at, entry.as_line()))
    journal = Journal(copies[0].journal.id)
    for entry in entries:
        journal.take([entry])
    return HandedIn(
        journal,
        tuple(sorted({name for copy in copies for name in copy.files})),
        any(copy.made_up for copy in copies),
        sum(len(found) > 1 for found in versions.values()),
    )


def journal_faults(path: Path) -> list[str]:
    """Return what is wrong with the file of a journal, one sentence for each fault."""
    try:
        return _read(path, path.name)[1]
    except JournalError as error:
        return [str(error)]


def _read(path: Path, name: str) -> tuple[HandedIn, list[str]]:
    """Read a file, and say of each line that cannot be read why.

    Raises
    ------
    JournalError
        If nothing of it can be used.
    """
    try:
        # a pipe or a device would be waited for without end
        if not stat.S_ISREG(path.stat().st_mode):
            raise JournalError(WORDS["special"])
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise JournalError(WORDS["closed"].format(reason=error.strerror)) from None
    if len(raw) > LARGEST_FILE:
        raise JournalError(WORDS["large"].format(most=LARGEST_FILE))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise JournalError(WORDS["utf8"]) from None
    journal, faults = salvage(text)
    return HandedIn(journal, (name,), _is_made_up(text)), faults


def _is_made_up(text: str) -> bool:
    head = text.removeprefix("\ufeff").partition("\n")[0]
    return json.loads(head).get("made_up") is True


def _lines(faults: list[str]) -> str:
    key = "line" if len(faults) == 1 else "lines"
    return WORDS[key].format(count=len(faults), first=faults[0])


def _id_of(path: Path) -> str:
    """Return the id in a file's first line; "" where there is none, and reading tells why."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return ""
        with path.open("rb") as stream:
            head = json.loads(stream.readline(LONGEST_HEAD).decode("utf-8-sig"))
        return str(head.get("id", ""))
    except (OSError, ValueError, AttributeError, RecursionError):
        return ""


def _check_folder(folder: Path) -> None:
    """Refuse what is no folder.

    Raises
    ------
    NoClassError
        If it is none.
    """
    shown = plain_line(str(folder), 200)
    try:
        if folder.is_dir():
            return
        key = "file" if folder.exists() else "absent"
    except (OSError, ValueError):
        # too long a name, or a sign that no file system takes
        key = "absent"
    raise NoClassError(WORDS[key].format(path=shown))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _name(path: Path, folder: Path) -> str:
    """Return a file's place in the folder as a sentence shows it."""
    return plain_line(path.relative_to(folder).as_posix(), 120)
