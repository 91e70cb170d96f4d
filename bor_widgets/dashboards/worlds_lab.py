"""The page of the laboratory of worlds."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets.lab_page import WorldsLab
from bor_widgets.widgets.page_header import PageHeader

TITLE = "The laboratory of worlds"
FIRST = (
    "Press Start: 500 worlds show how containment goes with two numbers, and how sure that is. "
    "Then choose your own."
)


def page() -> ipywidgets.Widget:
    """Return the page."""
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST), WorldsLab()])
    box.add_class("bor-page")
    return box
