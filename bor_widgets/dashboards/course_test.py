"""The pages of the test before and the test after the course."""

from __future__ import annotations

import ipywidgets

from bor_widgets.course.course_test import When
from bor_widgets.widgets.course_test import CourseTest
from bor_widgets.widgets.journal_desk import JournalDesk
from bor_widgets.widgets.page_header import PageHeader

TITLES = {"before": "The test before the course", "after": "The test after the course"}
FIRST = "Answer as well as you can. Nothing is graded here; your journal keeps the answers."


def page(when: When) -> ipywidgets.Widget:
    """Return a test with its header and, below it, the journal that keeps the answers.

    Parameters
    ----------
    when
        ``"before"`` or ``"after"``.
    """
    box = ipywidgets.VBox([PageHeader(TITLES[when], FIRST), CourseTest(when), JournalDesk()])
    box.add_class("bor-page")
    return box
