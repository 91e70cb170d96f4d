"""LabBoard: the figures of the laboratory, each with its finding, its numbers and its files."""

from __future__ import annotations

from functools import cache

from bor_widgets.widgets import assets, board, panel

WORDS = {
    **board.WORDS,
    "hint_heat": "Point at a cell, or walk with the arrow keys, to read it.",
    "hint_ranges": "Point at a row, or walk with the arrow keys, to read it.",
}

#: what a board draws with the drawers of every page
SHARED = ("cells",)

#: the drawers of the laboratory
OWN = ("lab_heat", "lab_ranges")


@cache
def _script() -> str:
    parts = ("forms", "picture", "draw_tools", *board.drawer_stems(SHARED), *OWN)
    return assets.script("board", *parts)


@cache
def _style() -> str:
    own = [assets.plain_style(name) for name in OWN]
    return "\n".join([board.board_style(SHARED), *own])


class LabBoard(board.Board):
    """A board that also draws maps of cells (``heat``) and rows with intervals (``ranges``)."""

    def __init__(self, *, main: bool = False) -> None:
        self._esm = _script()
        self._css = _style()
        panel.Panel.__init__(self, main=main, words=WORDS)
