"""LessonHead: where the reader is in the course, what is done, and the journal."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from bor_widgets.course.progress import asked, done
from bor_widgets.sources import lessons
from bor_widgets.widgets import panel
from bor_widgets.widgets.journal_desk import WORDS as DESK_WORDS
from bor_widgets.widgets.journal_desk import JournalDesk

WORDS = {
    **DESK_WORDS,
    "course": "The course",
    "where": "Lesson {number} of {all}",
    "own": "Lesson {number}",
    "predictions": "{committed} of {predictions} predictions",
    "items": "{answered} of {items} questions",
    "state_new": "not begun",
    "state_begun": "begun",
    "state_done": "done",
    "finished": "This lesson is done.",
    "step": "{number}. {title}: {state}",
}


class LessonHead(JournalDesk):
    """The strip at the top of a lesson. It also keeps the journal in the browser.

    Parameters
    ----------
    lesson
        Id of the lesson.
    title
        Its title.

    Attributes
    ----------
    progress
        ``number``, ``title``, ``done`` of this lesson, and ``steps``: ``number``, ``title``
        and ``state`` of every lesson of the course.
    """

    _esm: ClassVar[Any] = panel.script("lesson_head", "journal_parts", "picture")
    _css: ClassVar[Any] = f"{panel.style('lesson_head')}\n{panel.style('journal_desk')}"

    progress = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self, lesson: str, title: str) -> None:
        self.lesson = lesson
        self.title = title
        super().__init__()

    def refresh(self) -> None:
        """Show what the journal holds now."""
        super().refresh()
        journal = self.at_hand.journal
        known = asked()
        steps = []
        for name, record in lessons.items():
            state = done(journal, known[name]).state if name in known else "new"
            steps.append({"number": int(name[1:]), "title": record.title, "state": state})
        here = done(journal, known[self.lesson]) if self.lesson in known else None
        told = {}
        if here is not None:
            told = {
                "state": here.state,
                "committed": here.committed,
                "predictions": here.predictions,
                "answered": here.answered,
                "items": here.items,
            }
        number = int(self.lesson[1:])
        self.progress = {"number": number, "title": self.title, "done": told, "steps": steps}
