"""The page of the console."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets.console import Console
from bor_widgets.widgets.page_header import PageHeader

TITLE = "Balance of Relationships: the console"
FIRST = "Drag the point, or move a slider. Watch which principle fires, and ask who says so."


def page(case: str = "") -> ipywidgets.Widget:
    """Return the console with its header.

    Parameters
    ----------
    case
        Slug or id of a case to begin with.
    """
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST), Console(case=case)])
    box.add_class("bor-page")
    return box
