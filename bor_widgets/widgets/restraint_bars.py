"""Self-restraint in each issue area, as bars that rise or fall from "as before"."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import anywidget
import traitlets

from bor_widgets.charts.drawings import bars
from bor_widgets.widgets import assets

if TYPE_CHECKING:
    from collections.abc import Mapping

#: what the widget itself says; everything else arrives through its traits
WORDS: Mapping[str, str] = MappingProxyType({**bars.WORDS, "empty": "No issue area is named yet."})


class RestraintBars(anywidget.AnyWidget):
    """Bars around a zero line that stands for "restraint as before".

    A bar that rises means that the state holds back more in this issue area; one that
    falls means that it holds back less. Arrow, colour and texture say the same.

    Attributes
    ----------
    title : str
        The finding as a sentence.
    alt : str
        Text alternative of the whole picture.
    bars : list of dict
        ``area`` (name), ``value`` (−1 no restraint left .. 0 as before .. 1 full restraint,
        our scale) and ``label`` (the change in a few words).
    words : dict
        What the widget itself says, see ``WORDS``.
    """

    _esm = assets.script("restraint_bars", "picture", "restraint_board")
    _css = "\n".join([assets.style("restraint_bars"), assets.plain_style("restraint_board")])

    title = traitlets.Unicode("").tag(sync=True)
    alt = traitlets.Unicode("").tag(sync=True)
    bars = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict(dict(WORDS)).tag(sync=True)
