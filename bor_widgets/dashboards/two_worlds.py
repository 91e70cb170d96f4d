"""The page of two worlds that differ in one number."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets.page_header import PageHeader
from bor_widgets.widgets.world_pair import TwoWorlds

TITLE = "Two worlds side by side"
FIRST = "One change, the same chance. Watch both, then compare many pairs before you believe it."


def page() -> ipywidgets.Widget:
    """Return the page."""
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST), TwoWorlds()])
    box.add_class("bor-page")
    return box
