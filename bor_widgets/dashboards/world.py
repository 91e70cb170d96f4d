"""The page of one world that runs."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets.page_header import PageHeader
from bor_widgets.widgets.world_run import WorldRun

TITLE = "A world that runs"
FIRST = (
    "Predict, press Play, and watch what the same few rules make of many states. "
    "Then change one number."
)


def page() -> ipywidgets.Widget:
    """Return the page."""
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST), WorldRun()])
    box.add_class("bor-page")
    return box
