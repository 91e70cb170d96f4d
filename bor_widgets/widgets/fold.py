"""Fold: a part of a page that is made when it is first unfolded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

import ipywidgets
import traitlets

from bor_widgets.widgets import assets, panel

WORDS = {"busy": "is being prepared…"}


class FoldButton(panel.Panel):
    """The heading of a fold.

    Attributes
    ----------
    name
        Short name by which a link or a test finds it.
    label, hint
        What is behind it, and why one would look.
    opened
        Whether it is unfolded, two-way.
    busy
        Whether what stands below is being made; said in words meanwhile.
    """

    _esm: ClassVar[Any] = assets.script("fold_button")
    _css: ClassVar[Any] = assets.style("fold_button")

    name = traitlets.Unicode("").tag(sync=True)
    label = traitlets.Unicode("").tag(sync=True)
    hint = traitlets.Unicode("").tag(sync=True)
    opened = traitlets.Bool(False).tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)


class Fold(ipywidgets.VBox):
    """A heading and, once unfolded, what stands below it.

    Parameters
    ----------
    name, label, hint
        See :class:`FoldButton`.
    make
        Called once, when the fold is first opened: returns the widgets inside. Until
        then nothing of it costs time or memory.
    on_open
        Called at every opening, after `make`: a hidden part is left alone while the
        student works elsewhere, and brought up to date here.
    """

    def __init__(
        self,
        name: str,
        label: str,
        hint: str,
        make: Callable[[], Sequence[ipywidgets.Widget]],
        on_open: Callable[[], None] | None = None,
    ) -> None:
        self._make = make
        self._on_open = on_open
        self._body: ipywidgets.VBox | None = None
        self.button = FoldButton(name=name, label=label, hint=hint)
        super().__init__([self.button])
        self.add_class("bor-fold-part")
        self.button.observe(self._turn, "opened")

    @property
    def opened(self) -> bool:
        """Whether it is unfolded."""
        return bool(self.button.opened)

    def unfold(self) -> None:
        """Unfold it."""
        self.button.opened = True

    def _turn(self, _change: Any) -> None:
        if not self.opened:
            if self._body is not None:
                self._body.layout.display = "none"
            return
        self.button.busy = True
        try:
            self._show()
        finally:
            self.button.busy = False

    def _show(self) -> None:
        if self._body is None:
            self._body = ipywidgets.VBox(list(self._make()))
            self._body.add_class("bor-fold-body")
            self.children = (self.button, self._body)
        else:
            self._body.layout.display = None
        if self._on_open is not None:
            self._on_open()
