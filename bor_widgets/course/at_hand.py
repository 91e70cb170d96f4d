"""The journal at hand: the one of the student who works in this program.

Where the program is the student's own (a notebook), it is a file in the course's folder.
Where a server runs many students' pages, there is no such file: the page keeps the journal in
the student's browser, and hands it over when it opens.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from bor_widgets.course.folder import lessons_folder
from bor_widgets.course.journal import Entry, Journal, Kind, read_journal
from bor_widgets.course.journal_file import JournalFile

#: names the journal's file; "none" keeps no file
FILE_VARIABLE = "BOR_JOURNAL"
FILE_NAME = "my-journal.jsonl"

#: hears of entries that are new, whoever made them
Listener = Callable[[], None]


class JournalAtHand:
    """A journal, where it is kept, and who wants to hear of it.

    Parameters
    ----------
    path
        Its file; None for none.

    Attributes
    ----------
    journal
        What has been committed so far.
    other
        A journal of somebody else that a browser offered; it waits to be taken over or left.
    """

    def __init__(self, path: Path | None) -> None:
        self.file = JournalFile(path) if path else None
        self.journal = self.file.load() if self.file else Journal()
        self.other: Journal | None = None
        self._listeners: list[Listener] = []

    @property
    def problem(self) -> str:
        """What the student should know of the file, in a sentence."""
        return self.file.problem if self.file else ""

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` after every change."""
        self._listeners.append(listener)

    def add(self, kind: Kind, key: str, value: Any) -> Entry:
        """Commit something; it is on disk, where there is a file, when this returns."""
        entry = self.journal.add(kind, key, value)
        self._keep([entry])
        self._tell()
        return entry

    def offer(self, text: str) -> None:
        """Take what a browser has kept, if it is the same student's.

        It is if both have the same id, or if this journal has nothing yet that is kept
        elsewhere. Another one waits in ``other``.

        Raises
        ------
        JournalError
            If the text is not a journal in full.
        """
        offered = read_journal(text)
        if self.file is None or not len(self.journal):
            self._take_over(offered)
        elif offered.id == self.journal.id:
            self.merge(offered)
        elif any(entry not in self.journal for entry in offered):
            self.other = offered
            self._tell()

    def take_other(self, *, wanted: bool) -> None:
        """Merge the journal that waits, or leave it."""
        other, self.other = self.other, None
        if wanted and other is not None:
            self.merge(other)
        else:
            self._tell()

    def merge(self, other: Journal) -> int:
        """Take every entry of another copy; return how many were new."""
        new = self.journal.take(other)
        if new:
            self._keep(list(new))
            self._tell()
        return len(new)

    def refresh(self) -> None:
        """Take what another open lesson has written to the file since."""
        news = self.file.news() if self.file else None
        if news is not None and self.journal.take(news):
            self._tell()

    def begin_anew(self) -> None:
        """Begin an empty journal; a file of the old one is set aside and stays.

        Raises
        ------
        OSError
            If the old file cannot be set aside. Nothing is changed then.
        """
        if self.file is not None:
            self.file.set_aside()
        self.journal = Journal()
        self.other = None
        self._tell()

    def _take_over(self, offered: Journal) -> None:
        own = list(self.journal)
        self.journal = Journal(offered.id, offered)
        self.journal.take(own)
        if self.file is not None and len(self.journal):
            self.file.append(self.journal, list(self.journal))
        self._tell()

    def _keep(self, entries: list[Entry]) -> None:
        if self.file is not None:
            self.file.append(self.journal, entries)

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()


@cache
def journal_at_hand() -> JournalAtHand:
    """Return the one journal of this program, loaded when first asked for."""
    return JournalAtHand(_path())


def _path() -> Path | None:
    """Return where the journal lies; None where this program serves many students."""
    named = os.environ.get(FILE_VARIABLE, "")
    if named:
        return None if named == "none" else Path(named)
    if os.environ.get("SERVER_SOFTWARE", "").lower().startswith("voila"):
        return None
    if sys.platform == "emscripten":
        # a browser's own Python keeps only what lies in the folder at hand
        return Path.cwd() / FILE_NAME
    try:
        # beside the folder of the lessons; inside a copy that was handed out
        lessons = lessons_folder()
        folder = lessons.parent if lessons.name == "lessons" else lessons
    except FileNotFoundError:
        folder = Path.cwd()
    # a course that many read lies where nobody may write
    return (folder if os.access(folder, os.W_OK) else Path.home()) / FILE_NAME
