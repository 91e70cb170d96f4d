"""Described: the text alternative that stands under a figure and changes with it."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import assets, panel

WORDS = {"label": "In words"}


class Described(panel.Panel):
    """A figure in words, folded away for those who see it and read out to those who do not.

    Attributes
    ----------
    text
        The text alternative.
    """

    _esm: ClassVar[Any] = assets.script("described")
    _css: ClassVar[Any] = assets.style("described")

    text = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)
