"""The page on which the papers are read by rule."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets.page_header import PageHeader
from bor_widgets.widgets.rule_browser import RuleBrowser

TITLE = "Reading the papers by rule"
FIRST = "Search for a word from a lesson. Open a record and ask: who says so, and how firmly?"


def page(find: str = "", query: str = "") -> ipywidgets.Widget:
    """Return the browser of all records with its header.

    Parameters
    ----------
    find
        Id of the record to open.
    query
        What to search for.
    """
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST), RuleBrowser(find=find, query=query)])
    box.add_class("bor-page")
    return box
