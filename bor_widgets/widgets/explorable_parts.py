"""What an explorable is put together from: scripts, styles and words of the parts it shows."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from bor_widgets.charts.explorable_words import WORDS
from bor_widgets.widgets import assets, board, verdict_card

#: how the script of a widget ends, and what it is inside another one
_EXPORT, _INSIDE = "export default { render };", "return { render };"


def all_words() -> dict[str, Any]:
    """Return every word that an explorable shows beside its answers."""
    return {**WORDS, "board": dict(board.WORDS), "verdict": dict(verdict_card.WORDS)}


@cache
def script() -> str:
    """Return the script of an explorable, with every drawer, as one ES module."""
    kinds = board.drawer_kinds()
    whole = assets.script(
        "explorable",
        "forms",
        "picture",
        "draw_tools",
        *board.drawer_stems(kinds),
        "explorable_grid",
        "explorable_sliders",
    )
    inner = [_inside("BOARD", "board"), _inside("VERDICT", "verdict_card")]
    return "\n".join([*inner, whole])


@cache
def style() -> str:
    """Return the style of an explorable and of everything in it."""
    names = (*board.drawer_stems(board.drawer_kinds()), "verdict_card", "explorable")
    return "\n".join([board.board_style(()), *(assets.plain_style(name) for name in names)])


def page_script() -> str:
    """Return the same as a script for pages that may load no module, for instance from a folder.

    It puts ``window.BorExplorable`` in place, with ``render``, ``style`` and ``words``.
    """
    inner = script().replace(_EXPORT, _INSIDE)
    look, words = json.dumps(style()), json.dumps(all_words(), ensure_ascii=False)
    return (
        f"window.BorExplorable = {{ ...(() => {{\n{inner}\n}})(), style: {look}, words: {words} }};"
    )


def _inside(name: str, stem: str) -> str:
    text = (files("bor_widgets.widgets") / "static" / f"{stem}.js").read_text(encoding="utf-8")
    return f"const {name} = (() => {{\n{text.replace(_EXPORT, _INSIDE)}\n}})();"
