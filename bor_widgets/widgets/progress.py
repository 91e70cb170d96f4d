"""Progress: every lesson of the course, and how far the student is in it."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from bor_widgets.course.at_hand import journal_at_hand
from bor_widgets.course.progress import Done, asked, done
from bor_widgets.sources import lessons
from bor_widgets.widgets import panel

WORDS = {
    "title": "The course",
    "lesson": "{number}. {title}",
    "told": "{committed} of {predictions} predictions, {solved} of {items} questions solved",
    "state_new": "not begun",
    "state_begun": "begun",
    "state_done": "done",
    "all": "{done} of {all} lessons done",
}


class Progress(panel.Panel):
    """The lessons as a list that fills.

    Attributes
    ----------
    steps
        ``number``, ``title``, ``state`` and, as numbers, ``committed``, ``predictions``,
        ``answered``, ``solved`` and ``items`` of every lesson.
    """

    _esm: ClassVar[Any] = panel.script("progress")
    _css: ClassVar[Any] = panel.style("progress")

    steps = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self.refresh()
        journal_at_hand().listen(self.refresh)

    def refresh(self) -> None:
        """Show what the journal holds now."""
        journal, known = journal_at_hand().journal, asked()
        self.steps = [
            {
                "number": int(name[1:]),
                "title": record.title,
                **_told(done(journal, known[name]) if name in known else Done(0, 0, 0, 0, 0)),
            }
            for name, record in lessons.items()
        ]


def _told(found: Done) -> dict[str, Any]:
    return {
        "state": found.state if found.items else "new",
        "committed": found.committed,
        "predictions": found.predictions,
        "answered": found.answered,
        "solved": found.solved,
        "items": found.items,
    }
