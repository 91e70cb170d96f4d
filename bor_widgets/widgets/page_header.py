"""PageHeader: what a page is, what to try first, and where it comes from."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from bor_widgets.sources import papers
from bor_widgets.widgets import assets, panel

WORDS = {
    "about": "About the papers and the numbers",
    "home": "All pages",
    "scale": (
        "No paper gives a number. Every scale, weight and threshold on this page is ours, is "
        "labelled so, and can be changed. Nothing here forecasts what a real state will do."
    ),
}


class PageHeader(panel.Panel):
    """The head of a page.

    Attributes
    ----------
    title
        Name of the page.
    first
        One line: what to try first.
    papers
        The sources, each with code, citation and a note on the copy.
    home
        The page that leads to all others; "" on that page itself.
    """

    _esm: ClassVar[Any] = assets.script("page_header")
    _css: ClassVar[Any] = assets.style("page_header")

    title = traitlets.Unicode("").tag(sync=True)
    first = traitlets.Unicode("").tag(sync=True)
    papers = traitlets.List(traitlets.Dict()).tag(sync=True)
    home = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self, title: str, first: str, home: str = "index.ipynb") -> None:
        cited = [
            {"code": paper.id, "citation": paper.citation, "note": paper.note}
            for paper in papers.values()
        ]
        super().__init__(title=title, first=first, papers=cited, home=home)
