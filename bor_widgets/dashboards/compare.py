"""The page that compares four theories."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets.compare import Compare
from bor_widgets.widgets.page_header import PageHeader

TITLE = "Four theories side by side"
FIRST = "Open a case below, or pull the threat up: watch which column changes, and which does not."


def page(case: str = "") -> ipywidgets.Widget:
    """Return the ledger with its header.

    Parameters
    ----------
    case
        Slug or id of a case to begin with.
    """
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST), Compare(case=case)])
    box.add_class("bor-page")
    return box
