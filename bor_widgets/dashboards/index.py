"""The first page: everything there is, with a picture."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets.landing import Landing
from bor_widgets.widgets.page_header import PageHeader

TITLE = "Three theories of international relations"
FIRST = "Open the console, drag the point, and ask who says so. Then take the twelve ideas in turn."


def page() -> ipywidgets.Widget:
    """Return the first page."""
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST, home=""), Landing()])
    box.add_class("bor-page")
    return box
