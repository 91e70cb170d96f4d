"""The page of the laboratory of worlds."""

from __future__ import annotations

import ipywidgets

from bor_widgets.simulation.arrays import PLAIN
from bor_widgets.widgets.lab_page import WorldsLab
from bor_widgets.widgets.page_header import PageHeader

TITLE = "The laboratory of worlds"
FIRST = (
    "Press Start: 500 worlds show how containment goes with two numbers, and how sure that is. "
    "Then choose your own."
)
#: said instead where there is no NumPy, as in a browser without a server
ELSEWHERE = (
    "Many worlds need NumPy, which is not installed here. This page works in JupyterLab, on Binder "
    "and on a class server. One world, or two side by side, run here too: go to all pages."
)


def page() -> ipywidgets.Widget:
    """Return the page."""
    if PLAIN:
        alone = ipywidgets.VBox([PageHeader(TITLE, ELSEWHERE)])
        alone.add_class("bor-page")
        return alone
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST), WorldsLab()])
    box.add_class("bor-page")
    return box
