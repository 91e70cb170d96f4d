"""JournalDesk: the student's journal, kept in the browser, saved, opened, merged and printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.course.at_hand import journal_at_hand
from bor_widgets.course.journal import JournalError, read_journal
from bor_widgets.widgets import assets, panel

#: a longer name is refused
LONGEST_NAME = 80
#: a file larger than this is not even sent
LARGEST_FILE = 10_000_000

WORDS = {
    "journal": "My journal",
    "journal_hint": "What you commit to is kept here: predictions, answers, cases, notes.",
    "entries": "{count} kept",
    "name": "Your name, or the number your teacher gave you",
    "name_keep": "Keep my name",
    "name_too_long": "A name has at most {most} letters; this one has {given}.",
    "save": "Save journal",
    "open": "Open journal",
    "print": "Print journal",
    "anew": "Begin a new journal",
    "anew_sure": "Begin a new, empty journal? The present one {where}.",
    "anew_aside": "is set aside in a file of its own",
    "anew_gone": "is put out of sight, so save it first if you want it back",
    "anew_yes": "Begin anew",
    "anew_no": "Keep this one",
    "anew_done": "A new journal is begun. Open the lesson again to answer its questions anew.",
    "anew_failed": "The present journal could not be set aside ({reason}), so nothing was changed.",
    "in_file": "Kept in the file {file} and in this browser.",
    "in_browser": "Kept in this browser. Save it as a file to hand it in or to move it.",
    "nowhere": "This browser keeps nothing: save your journal before you leave.",
    "saved": "Saved as {file}.",
    "merged": "{count} entries were new and are in your journal now.",
    "merged_one": "1 entry was new and is in your journal now.",
    "merged_none": "Everything in this file is in your journal already.",
    "unreadable": "This file was not opened: {reason}. Your journal is as it was.",
    "too_large": "the file is too large for a journal",
    "other": "This browser holds another journal, {whose}, with {count} entries.",
    "other_named": "of {name}",
    "other_unnamed": "without a name",
    "other_take": "Add it to mine",
    "other_leave": "Leave it alone",
    "print_title": "Journal of the course",
    "print_of": "Journal of {name}",
}


class JournalDesk(panel.Panel):
    """Keeps the journal of the student who works here.

    The journal goes to the browser with every change, and comes back from it when a page is
    opened anew; where the program is the student's own it is in a file as well.

    Attributes
    ----------
    text
        The journal as a file's text, for the browser to keep.
    count
        Number of entries.
    student
        The name that was given; "" for none.
    file
        Name of the file that keeps it; "" where only the browser does.
    problem, told
        What went wrong; what has just been done. Both in a sentence.
    other
        ``name`` and ``count`` of somebody else's journal that the browser holds.

    Messages
    --------
    ``browser`` and ``opened`` (with ``text``), ``name`` (with ``name``), ``save``, ``print``,
    ``anew``, ``other`` (with ``wanted``).
    """

    _esm: ClassVar[Any] = panel.script("journal_desk", "journal_parts", "picture")
    _css: ClassVar[Any] = f"{panel.style('journal_desk')}\n{assets.plain_style('page')}"

    text = traitlets.Unicode("").tag(sync=True)
    count = traitlets.Int(0).tag(sync=True)
    student = traitlets.Unicode("").tag(sync=True)
    file = traitlets.Unicode("").tag(sync=True)
    problem = traitlets.Unicode("").tag(sync=True)
    told = traitlets.Unicode("").tag(sync=True)
    other = traitlets.Dict().tag(sync=True)
    largest = traitlets.Int(LARGEST_FILE).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self) -> None:
        self.at_hand = journal_at_hand()
        self.at_hand.refresh()
        super().__init__()
        self.refresh()
        self.at_hand.listen(self.refresh)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message carries what its kind needs."""
        match message["kind"]:
            case "browser" | "opened":
                return isinstance(message.get("text"), str)
            case "name":
                return isinstance(message.get("name"), str)
            case "other":
                return isinstance(message.get("wanted"), bool) and bool(self.other)
        return message["kind"] in ("save", "print", "anew")

    def respond(self, message: dict[str, Any]) -> None:
        """Do what a button asks for."""
        self.problem = self.told = ""
        match message["kind"]:
            case "browser":
                self._arrived(message["text"])
            case "opened":
                self._opened(message["text"])
            case "name":
                self._name(message["name"])
            case "other":
                self.at_hand.take_other(wanted=message["wanted"])
            case "save":
                self.send({"kind": "file", "name": self.file_name(), "text": self.text})
            case "print":
                self.send({"kind": "print", "pages": self._pages()})
            case _:
                self._anew()
        self.problem = self.problem or self.at_hand.problem

    def refresh(self) -> None:
        """Show what the journal holds now."""
        journal, waiting = self.at_hand.journal, self.at_hand.other
        with self.hold_sync():
            self.count = len(journal)
            self.student = journal.student
            self.file = self.at_hand.file.path.name if self.at_hand.file else ""
            self.text = journal.as_text()
            self.problem = self.at_hand.problem
            self.other = (
                {"name": waiting.student, "count": len(waiting)} if waiting is not None else {}
            )

    def file_name(self) -> str:
        """Return a name for a saved journal, with the student's own in it."""
        plain = re.sub(r"[^\w-]+", "-", self.student).strip("-").lower()
        return f"journal-{plain}.jsonl" if plain else "journal.jsonl"

    def _arrived(self, text: str) -> None:
        """Take what the browser kept; what it cannot read any more, it keeps."""
        try:
            self.at_hand.offer(text)
        except JournalError as reason:
            self.send({"kind": "aside", "reason": str(reason)})

    def _opened(self, text: str) -> None:
        try:
            new = self.at_hand.merge(read_journal(text))
        except JournalError as reason:
            self.problem = WORDS["unreadable"].format(reason=reason)
            return
        word = {0: "merged_none", 1: "merged_one"}.get(new, "merged")
        self.told = WORDS[word].format(count=new)

    def _name(self, name: str) -> None:
        plain = " ".join(name.split())
        if len(plain) > LONGEST_NAME:
            self.problem = WORDS["name_too_long"].format(most=LONGEST_NAME, given=len(plain))
        elif plain != self.student:
            self.at_hand.add("name", "", plain)

    def _anew(self) -> None:
        try:
            self.at_hand.begin_anew()
        except OSError as error:
            self.problem = WORDS["anew_failed"].format(reason=error.strerror)
            return
        # the browser keeps the old one, but no longer hands it over when a page opens
        self.send({"kind": "anew"})
        self.told = WORDS["anew_done"]

    def _pages(self) -> list[dict[str, Any]]:
        """Return the journal as headings and lines, for print."""
        # only a reader who prints pays for reading every lesson's questions
        from bor_widgets.course.journal_pages import journal_pages

        return journal_pages(self.at_hand.journal)
