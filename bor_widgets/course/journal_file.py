"""A journal in a file: every entry is on disk before the page says that it is kept."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

from bor_widgets.course.journal import Entry, Journal, JournalError, salvage

#: size and time of a file that is not there
NOTHING = (0, 0)


class JournalFile:
    """Where a journal is kept.

    Nothing that stands in the file is ever written over: an entry is added at its end. A file
    that cannot be read in full is set aside under another name, as it is, and a new one is
    begun with the entries that could be read.

    Parameters
    ----------
    path
        The file. It is made with the first entry.

    Attributes
    ----------
    problem
        What the student should know about the file, in a sentence; "" if all is well.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem = ""
        self._seen = NOTHING

    def load(self) -> Journal:
        """Return what the file holds; an empty journal where there is none."""
        try:
            text = self.path.read_bytes()
        except FileNotFoundError:
            return Journal()
        except OSError as error:
            self.problem = (
                f"{self.path.name} cannot be read ({error.strerror}): "
                "what you do now is kept in this browser only."
            )
            return Journal()
        try:
            journal, faults = salvage(text.decode("utf-8"))
            reason = faults[0] if faults else ""
        except (JournalError, UnicodeDecodeError) as error:
            journal = Journal()
            broken = isinstance(error, UnicodeDecodeError)
            reason = "it is not a text" if broken else str(error)
        self._mark()
        if reason:
            self._repair(journal, reason)
        return journal

    def append(self, journal: Journal, entries: list[Entry]) -> None:
        """Write entries at the end of the file, and through to the disk."""
        try:
            if self._is_gone():
                lines = [journal.head(), *(entry.as_line() for entry in journal)]
            else:
                lines = [entry.as_line() for entry in entries]
            # what another program has written meanwhile is still to be read
            followed = self._stamp() == self._seen
            self._write(lines)
            if followed:
                self._mark()
            self.problem = ""
        except OSError as error:
            self.problem = (
                f"{self.path.name} cannot be written ({error.strerror}): "
                "your journal is kept in this browser only. Save it as a file before you leave."
            )

    def news(self) -> Journal | None:
        """Return what the file holds if somebody else has written to it since; else None."""
        if self._stamp() in (self._seen, NOTHING):
            return None
        try:
            journal, _ = salvage(self.path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, JournalError):
            return None  # it is told, and set aside, when a journal is loaded from it
        self._mark()
        return journal

    def _is_gone(self) -> bool:
        return not self.path.exists() or self.path.stat().st_size == 0

    def _write(self, lines: list[str]) -> None:
        text = "".join(f"{line}\n" for line in lines).encode("utf-8")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # one call that appends: lines of two lessons that are open at once never mix
        how = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        handle = os.open(self.path, how, 0o644)
        try:
            end = os.lseek(handle, 0, os.SEEK_END)
            if end:
                os.lseek(handle, end - 1, os.SEEK_SET)
                if os.read(handle, 1) != b"\n":
                    # a line that breaks off must not swallow the next one
                    text = b"\n" + text
            if os.write(handle, text) < len(text):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(handle)
        finally:
            os.close(handle)

    def _mark(self) -> None:
        self._seen = self._stamp()

    def _stamp(self) -> tuple[int, int]:
        """Return size and time of the last change; nothing where there is no file."""
        try:
            found = self.path.stat()
        except OSError:
            return NOTHING
        return found.st_size, found.st_mtime_ns

    def set_aside(self, word: str = "earlier") -> Path | None:
        """Give the file another name and leave it as it is; None if there is no file.

        Raises
        ------
        OSError
            If it cannot be renamed.
        """
        if not self.path.exists():
            return None
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        number = 1
        while True:
            more = f"-{number}" if number > 1 else ""
            aside = self.path.with_name(f"{self.path.stem}-{word}-{stamp}{more}{self.path.suffix}")
            if not aside.exists():
                return self.path.rename(aside)
            number += 1

    def _repair(self, journal: Journal, reason: str) -> None:
        """Set a damaged file aside, and begin another with what could be read."""
        kept = len(journal)
        try:
            aside = self.set_aside("damaged")
            if kept:
                self._write([journal.head(), *(entry.as_line() for entry in journal)])
                self._mark()
        except OSError as error:
            self.problem = (
                f"{self.path.name} is damaged ({reason}) and cannot be set aside "
                f"({error.strerror}): nothing in it was changed."
            )
            return
        entries = "entry" if kept == 1 else "entries"
        self.problem = (
            f"{self.path.name} is damaged ({reason}). It was set aside as "
            f"{aside.name if aside else ''}; {kept} {entries} could be read and are kept."
        )
