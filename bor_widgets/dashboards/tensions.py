"""The page of the tensions inside and between the papers."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets.page_header import PageHeader
from bor_widgets.widgets.tension_board import TensionBoard

TITLE = "Where the papers pull apart"
FIRST = "Open a tension, read both sides, and decide which passage you would build on."


def page(find: str = "", query: str = "") -> ipywidgets.Widget:
    """Return the board of tensions with its header.

    Parameters
    ----------
    find
        Id of the tension to open.
    query
        What to search for.
    """
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST), TensionBoard(find=find, query=query)])
    box.add_class("bor-page")
    return box
