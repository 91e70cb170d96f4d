"""Undo, redo, reset, and taking the picture and the numbers along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import anywidget
import traitlets

from bor_widgets.widgets import assets

#: what the widget says
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "label": "Undo, reset and save",
        "undo": "Undo",
        "redo": "Redo",
        "reset": "Reset",
        "copy": "Copy numbers",
        "picture": "Picture",
        "numbers": "Numbers",
        "svg": "SVG",
        "png": "PNG",
        "csv": "CSV",
        "json": "JSON",
        "md": "Markdown",
        "save_as": "Save as {kind}",
        "done_copy": "The numbers are copied. Paste them into a spreadsheet.",
        "done_save": "Saved as {file}.",
        "no_picture": "There is no picture on this page to save.",
        "failed_picture": "This browser could not make the picture. Try SVG.",
        "failed_copy": "This browser did not let the page copy. Save as CSV instead.",
        "failed_numbers": "The numbers could not be collected.",
    }
)

#: what can be asked of Python for a file, and its media type
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "csv": "text/csv;charset=utf-8",
        "json": "application/json",
        "md": "text/markdown;charset=utf-8",
    }
)

STEPS = frozenset({"undo", "redo", "reset"})

#: from a kind ("csv", "json" or "md") to the name of the file and its text
Export = Callable[[str], tuple[str, str]]
#: receives "undo", "redo" or "reset"
Step = Callable[[str], None]


class ExportBar(anywidget.AnyWidget):
    """A row of buttons that belongs to a page.

    Pictures are made in the page: from the drawing inside the first ``[data-bor-export]`` of
    the nearest ancestor marked ``data-bor-root`` (or with the class ``bor-root``); without
    such an ancestor the whole page is searched. Numbers come from Python.

    Parameters
    ----------
    on_export : callable, optional
        Answers ``"csv"`` or ``"json"`` with the name and the text of a file. Without it the
        buttons for numbers are not shown.
    on_step : callable, optional
        Is called with ``"undo"``, ``"redo"`` or ``"reset"``.
    **traits
        Values of the traits below.

    Attributes
    ----------
    can_undo, can_redo, can_reset : bool
        Whether the button can be pressed now.
    has_numbers : bool
        Whether numbers can be saved.
    has_text : bool
        Whether there is also a text in Markdown to be saved.
    picture_name : str
        Name of a saved picture, without its ending.
    words : dict
        What the widget says, see ``WORDS``.
    """

    _esm = assets.script("export_bar", "picture")
    _css = assets.style("export_bar")

    can_undo = traitlets.Bool(False).tag(sync=True)
    can_redo = traitlets.Bool(False).tag(sync=True)
    can_reset = traitlets.Bool(True).tag(sync=True)
    has_numbers = traitlets.Bool(False).tag(sync=True)
    has_text = traitlets.Bool(False).tag(sync=True)
    picture_name = traitlets.Unicode("balance-of-relationships").tag(sync=True)
    words = traitlets.Dict(dict(WORDS)).tag(sync=True)

    def __init__(
        self, *, on_export: Export | None = None, on_step: Step | None = None, **traits: Any
    ) -> None:
        self._on_export = on_export
        self._on_step = on_step
        super().__init__(has_numbers=on_export is not None, **traits)
        self.on_msg(self._hear)

    def _hear(self, _widget: object, message: object, _buffers: object) -> None:
        # a message comes from the page, so anything may be in it
        kind = message.get("kind") if isinstance(message, dict) else None
        if not isinstance(kind, str):
            return
        if kind in STEPS and self._on_step is not None:
            self._on_step(kind)
        elif kind in KINDS and self._on_export is not None:
            # the same text is asked for to be saved or to be copied: the answer repeats which
            use = "copy" if isinstance(message, dict) and message.get("use") == "copy" else "save"
            self.send({**self._answer(self._on_export, kind), "use": use})

    def _answer(self, on_export: Export, kind: str) -> dict[str, str]:
        try:
            name, text = on_export(kind)
        except Exception:
            # a lecture goes on: the page gets a sentence, the log gets the rest
            self.log.exception("export as %s failed", kind)
            return {"kind": "failed", "text": str(self.words.get("failed_numbers", ""))}
        return {"kind": "file", "name": name, "type": KINDS[kind], "text": text}
