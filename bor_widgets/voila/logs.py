"""What the server tells the person who runs it: one line for each thing that happened.

A line holds the name of an event and a few facts. No visitor's address stands in it and nothing
that a visitor typed: a page is named as it stands on the shelf, a fault by its kind.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import logging
import sys
from collections.abc import Callable
from typing import IO, Any

#: What `--log` may be.
FORMS = ("quiet", "text", "json")

#: event -> its level, and the sentence that tells it
WORDS: dict[str, tuple[str, str]] = {
    "started": ("info", "The server runs; places: {places}, megabytes for each: {memory}."),
    "opened": ("info", "The page {page} was opened in {seconds} s."),
    "failed": ("warning", "The page {page} could not be opened ({kind})."),
    "refused": ("info", "A request was refused with {status} ({reason})."),
    "full": ("warning", "The room is full: {taken} of {places} places are taken."),
    "ended": ("info", "A Python was ended ({reason})."),
    "over_memory": ("warning", "A Python held more than {memory} MB and was ended."),
    "wrong_token": ("warning", "A wrong token was given."),
    "draining": ("info", "No new page is opened; {pages} open pages have {seconds} s."),
    "stopped": ("info", "The server has stopped."),
    "message": ("warning", "{where}: {text} {kind}"),
}

#: Libraries that report faults in loggers of their own.
LIBRARIES = ("tornado", "traitlets", "jupyter_client", "bor_widgets.voila", "asyncio")


class EventLog:
    """Writes events in the form that was asked for.

    Parameters
    ----------
    form : str
        ``quiet`` writes warnings in words, ``text`` all events in words, ``json`` all events as
        one object a line.
    out : file, optional
        Where to; the standard error by default.
    """

    def __init__(self, form: str, out: IO[str] | None = None) -> None:
        self.form = form
        self._out = out

    def event(self, name: str, **facts: Any) -> None:
        """Write one event.

        Parameters
        ----------
        name : str
            A key of ``WORDS``.
        facts
            What the sentence leaves open, and what only the structured form holds.
        """
        level, sentence = WORDS[name]
        if self.form == "json":
            now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
            self._write(json.dumps({"time": now, "level": level, "event": name, **facts}))
        elif self.form == "text" or level != "info":
            self._write(f"bor serve: {one_line(sentence.format(**facts))}")

    def _write(self, line: str) -> None:
        # that whoever listened has gone is no reason to end a class
        with contextlib.suppress(OSError, ValueError):
            print(line, file=self._out or sys.stderr, flush=True)

    def listen_to_libraries(self, own: logging.Logger) -> None:
        """Take over what the libraries report.

        In words they keep their own form, with the place in the program: an author needs it.

        Parameters
        ----------
        own : logging.Logger
            The server's.
        """
        for logger in (own, *map(logging.getLogger, LIBRARIES)):
            logger.setLevel(logging.ERROR)
        logging.getLogger("tornado.application").addFilter(without_the_visitor)
        if self.form == "json":
            for logger in (own, *map(logging.getLogger, LIBRARIES)):
                logger.handlers = [Reports(self.event)]
                logger.propagate = False


class Reports(logging.Handler):
    """Turns what a library reports into an event, without what it says of a visitor.

    Parameters
    ----------
    write : callable
        `EventLog.event`.
    """

    def __init__(self, write: Callable[..., None]) -> None:
        super().__init__(logging.ERROR)
        self.write = write

    def emit(self, record: logging.LogRecord) -> None:
        """Write the text before anything was put into it, and the kind of the fault."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        # a text that was put together elsewhere may hold anything: only its place is told
        text = record.msg if record.args and isinstance(record.msg, str) else ""
        self.write("message", where=f"{record.module}:{record.lineno}", text=text, kind=kind)


def without_the_visitor(record: logging.LogRecord) -> bool:
    """Take who asked and for what out of a report; the fault and its place stay."""
    record.msg, record.args = "A request failed.", ()
    return True


def one_line(text: str) -> str:
    """Return the text without anything that would begin another line."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
