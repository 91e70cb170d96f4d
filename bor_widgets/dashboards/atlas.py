"""The page of the case atlas."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from bor_widgets.widgets.case_atlas import CaseAtlas
from bor_widgets.widgets.fold import Fold
from bor_widgets.widgets.page_header import PageHeader

TITLE = "The case atlas: when and where"
FIRST = "Choose a paper or press a country. Then press a case on the line of time and read it."

WORDS = {
    "explore": "Explore the map",
    "explore_hint": "the same numbers as a plotly map, to zoom into and to turn",
}


def page() -> ipywidgets.Widget:
    """Return the atlas with its header; a case opened in a notebook stands below."""
    below = ipywidgets.VBox([])

    def open_below(slug: str) -> None:
        # the console is large: it comes with the first case that is opened
        from bor_widgets.widgets.console import Console

        if below.children:
            below.children[0].open_case(slug)
        else:
            below.children = (Console(case=slug, linked=False, unfold=("case",)),)

    atlas = CaseAtlas(on_open=open_below)

    def explore() -> Sequence[ipywidgets.Widget]:
        # plotly weighs most of all: it comes when something is explored
        from bor_widgets.widgets.case_atlas_explore import AtlasExplore

        return AtlasExplore(atlas).widgets

    fold = Fold("world", WORDS["explore"], WORDS["explore_hint"], explore)
    box = ipywidgets.VBox([PageHeader(TITLE, FIRST), atlas, fold, below])
    box.add_class("bor-page")
    return box
