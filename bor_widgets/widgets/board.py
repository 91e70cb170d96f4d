"""Board: drawings side by side, each updated in place by the drawer of its kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import traitlets

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.widgets import assets, panel

WORDS = {
    "numbers": "Numbers and picture",
    "svg": "SVG",
    "png": "PNG",
    "csv": "CSV",
    "save_as": "Save as {kind}",
    "saved": "Saved as {file}.",
    "not_saved": "This browser could not make the picture.",
    "open": "open",
    "scale": "our scale",
    "point": "{x_label} {x}, {y_label} {y}. {label}",
    "role": "movable point",
    "case_opens": "opens the case",
    "strength": "A thicker line is a stronger tie (our scale).",
    "hint_network": "Point at a state or a tie, or use the arrow keys, to read about it.",
    "hint_plane": "Drag the point, or move it with the arrow keys.",
    "hint_dots": "Point at a column, or use the arrow keys, to read about it.",
    "hint_curves": "Point at a line, or use the arrow keys, to read about it.",
    "hint_timeline": "Point at a period or a dot, or use the arrow keys, to read about it.",
    "hint_cursor": "Drag the upright line, or move it with the arrow keys.",
    "cursor_role": "movable upright line",
    "cursor_here": "{x_label} {x}. {label}",
    "curves_here": "{x_label} {x}: {values}",
    "curves_value": "{label} {value}",
    "curves_none": "no value",
    "curves_aim": "dashed: an aim, not an outcome",
    "curves_open": "dashed area: open, nobody measures it",
    "stretch": "{label} ({start} to {end})",
    "year": "Year",
    "years": "{start} to {end}",
    "timeline_none": "nothing on this timeline",
    "hint_cells": "Point at a cell, or use the arrow keys, to read about it.",
    "yes": "yes",
    "no": "no",
    **assets.SOURCE_WORDS,
}

#: how a drawer's script is called
DRAWER = "draw_{kind}"

#: what a drawer needs before its own script and style
PARTS = {
    "bars": ("restraint_board",),
    "cells": ("cells_layout", "cells_picture"),
    "curves": ("steady_hand", "part_names", "upright_cursor", "curve_ground", "curve_labels"),
    "network": ("network_layout", "network_board"),
    "plane": ("steady_hand",),
    "timeline": (
        "steady_hand",
        "part_names",
        "upright_cursor",
        "timeline_rows",
        "timeline_ground",
    ),
}


@cache
def drawer_kinds() -> tuple[str, ...]:
    """Return every kind of drawing for which there is a drawer."""
    folder = files("bor_widgets.widgets") / "static"
    start, end = DRAWER.split("{kind}", maxsplit=1)[0], ".js"
    names = sorted(entry.name for entry in folder.iterdir())
    kinds = (n[len(start) : -len(end)] for n in names if n.startswith(start) and n.endswith(end))
    return tuple(kind for kind in kinds if kind != "tools")


@cache
def drawer_stems(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files that draw these kinds, each after those it needs, and each once.

    Raises
    ------
    ValueError
        For a kind without a drawer.
    """
    unknown = [kind for kind in kinds if kind not in drawer_kinds()]
    if unknown:
        raise ValueError(f"a board draws {', '.join(drawer_kinds())}; given was {unknown[0]!r}")
    parts = [part for kind in kinds for part in PARTS.get(kind, ())]
    # two kinds may share a part, and a script that is there twice is refused by the browser
    return tuple(dict.fromkeys([*parts, *(DRAWER.format(kind=kind) for kind in kinds)]))


def script_with_drawers(name: str, kinds: tuple[str, ...]) -> str:
    """Return the script of a widget that draws these kinds, and nothing more.

    Parameters
    ----------
    name
        Stem of the widget's own script.
    kinds
        The kinds of drawing.

    Raises
    ------
    ValueError
        For a kind without a drawer.
    """
    return assets.script(name, "forms", "picture", "draw_tools", *drawer_stems(kinds))


@cache
def board_script(kinds: tuple[str, ...]) -> str:
    """Return the script of a board that draws these kinds; see :func:`script_with_drawers`."""
    return script_with_drawers("board", kinds)


@cache
def board_style(kinds: tuple[str, ...]) -> str:
    """Return the style of a board that draws these kinds."""
    own = [assets.plain_style(name) for name in drawer_stems(kinds)]
    return "\n".join([panel.style("board"), *own])


class Board(panel.Panel):
    """Drawings as figures: finding, picture, text alternative, numbers to take along.

    Parameters
    ----------
    kinds
        Which kinds of drawing it will show; their scripts alone are sent to the page.
    main
        Whether its first figure is the one that "save picture" of the page means.

    Attributes
    ----------
    drawings
        The drawings as data, see :class:`bor_widgets.charts.drawings.base.Drawing`. A
        figure whose data stay the same is left alone.

    Messages
    --------
    ``set`` (with ``values``: inputs by name), ``case`` (with ``slug``), ``pick`` (with ``what``
    and ``key``).
    """

    drawings = traitlets.List(traitlets.Dict()).tag(sync=True)
    main = traitlets.Bool(False).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    # its own for each set of kinds, so no class variables
    _esm: Any
    _css: Any

    def __init__(self, kinds: Collection[str], *, main: bool = False) -> None:
        wanted = tuple(sorted(set(kinds)))
        # one order for one set, so that a script is put together once
        self._esm = board_script(wanted)
        self._css = board_style(wanted)
        super().__init__(main=main)

    def show(self, drawings: Sequence[Drawing]) -> None:
        """Bring drawings on the board, in this order."""
        self.drawings = [drawing.as_data() for drawing in drawings]

    def again(self) -> None:
        """Have every drawing show its data once more, after a hand moved what may not move."""
        self.send({"kind": "again"})

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message carries what its kind needs."""
        match message["kind"]:
            case "set":
                values = message.get("values")
                return isinstance(values, dict) and all(isinstance(name, str) for name in values)
            case "case":
                return isinstance(message.get("slug"), str)
            case "pick":
                return isinstance(message.get("what"), str) and isinstance(message.get("key"), str)
        return False
