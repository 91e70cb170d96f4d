"""Compare: one situation, four theories side by side."""

from __future__ import annotations

from typing import Any

import ipywidgets

from bor_widgets.widgets.boxes import box
from bor_widgets.widgets.console import Console
from bor_widgets.widgets.guide import Guide


class Compare(Console):
    """A console whose main figure is the ledger of the four theories.

    Parameters
    ----------
    situation, case, link, unfold
        See :class:`bor_widgets.widgets.console.Console`.
    """

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.folds["ledger"].unfold()

    def _arrange(self, *, linked: bool) -> list[ipywidgets.Widget]:
        rest = {name: fold for name, fold in self.folds.items() if name != "ledger"}
        left = box("bor-console-left", [self.core, self.wording])
        top = box("bor-compare-top", [left, self.folds["ledger"]])
        links = [self.keep.links] if linked else []
        keep = box("bor-console-keep", [self.keep.bar, *links])
        start = [Guide()] if linked else []
        return [*start, top, keep, box("bor-console-folds", list(rest.values()))]
