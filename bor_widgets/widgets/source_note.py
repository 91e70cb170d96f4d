"""SourceNote: who says so, as a row of buttons under a claim."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from bor_widgets.charts.words import source_note
from bor_widgets.widgets import assets, panel

WORDS = {"label": "Who says so?", **assets.SOURCE_WORDS}


class SourceNote(panel.Panel):
    """One source button per rule.

    Parameters
    ----------
    *ids
        Ids of rules, for instance ``"R01"``.

    Raises
    ------
    KeyError
        For an unknown id, with the nearest known ones.
    """

    _esm: ClassVar[Any] = assets.script("source_note")
    _css: ClassVar[Any] = assets.style("source_note")

    sources = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self, *ids: str) -> None:
        super().__init__(sources=[source_note(rule) for rule in ids])
