"""Note: the reader's own argument on an open question, kept in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.course.at_hand import journal_at_hand
from bor_widgets.widgets import panel

#: a longer note is refused: it is meant to be a paragraph or two
LONGEST_NOTE = 5_000

WORDS = {
    "panel": "Your own argument",
    "placeholder": "Write what you think, and why.",
    "keep": "Keep my note",
    "kept": "Kept in your journal.",
    "changed": "Not kept yet.",
    "empty": "Write something first.",
    "too_long": "A note has at most {most} letters; this one has {given}. Nothing was cut.",
}


class Note(panel.Panel):
    """A question without a right answer, and a field to argue in.

    Parameters
    ----------
    key
        Under which the journal keeps it.
    question
        What is asked.

    Attributes
    ----------
    text
        What is kept; "" for nothing yet.
    error
        Why it was not kept.

    Messages
    --------
    ``keep`` (with ``text``).
    """

    _esm: ClassVar[Any] = panel.script("note")
    _css: ClassVar[Any] = panel.style("note")

    question = traitlets.Unicode("").tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)
    error = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self, key: str, question: str) -> None:
        self.key = key
        super().__init__(question=question)
        self._bring_back()
        journal_at_hand().listen(self._bring_back)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message carries a text to keep."""
        return message["kind"] == "keep" and isinstance(message.get("text"), str)

    def respond(self, message: dict[str, Any]) -> None:
        """Keep the note, or say why not."""
        self.keep(message["text"])

    def keep(self, text: str) -> None:
        """Keep a note; a note that cannot be kept gets a sentence and stays in the field."""
        plain = text.strip()
        if not plain:
            self.error = WORDS["empty"]
        elif len(plain) > LONGEST_NOTE:
            self.error = WORDS["too_long"].format(most=LONGEST_NOTE, given=len(plain))
        else:
            self.error = ""
            if journal_at_hand().journal.latest("note", self.key) != plain:
                journal_at_hand().add("note", self.key, plain)
            self.text = plain

    def _bring_back(self) -> None:
        self.text = str(journal_at_hand().journal.latest("note", self.key) or "")
