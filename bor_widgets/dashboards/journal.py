"""The page of the student's journal."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets.journal_desk import JournalDesk
from bor_widgets.widgets.page_header import PageHeader
from bor_widgets.widgets.progress import Progress

TITLE = "My journal"
FIRST = "Give your name, work through the lessons, and save the journal to hand it in."


def page() -> ipywidgets.Widget:
    """Return the journal with its header, and how far the student is in every lesson."""
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST), JournalDesk(), Progress()])
    box.add_class("bor-page")
    return box
