"""States and their ties as a small network that can be explored with mouse or keys."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import anywidget
import traitlets

from bor_widgets.widgets import assets

if TYPE_CHECKING:
    from collections.abc import Mapping

#: what the widget itself says; everything else arrives through its traits
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "hint": "Point at a state or a tie, or use the arrow keys, to read about it.",
        "width": "A thicker line is a stronger tie (our scale).",
        "empty": "There is no state to show yet.",
        "tone_friendly": "friendly",
        "tone_hostile": "hostile",
        "tone_mixed": "friendly and hostile",
        "tone_open": "the text does not say",
        "tone_none": "left as it is",
        "tone_compromise": "repaired",
        "tone_mix": "repaired in one area, punished in another",
        "tone_breakup": "broken off",
    }
)


def edge_key(source: str, target: str) -> str:
    """Return the name under which a tie stands in ``TieNetwork.selected``.

    Parameters
    ----------
    source, target : str
        Ids of the two states, in the order in which the tie was given.

    Returns
    -------
    str
        The key of the tie.
    """
    return f"{source}--{target}"


class TieNetwork(anywidget.AnyWidget):
    """A network of 2 to 12 states; places come from Python and are kept.

    Attributes
    ----------
    title : str
        The finding as a sentence.
    alt : str
        Text alternative of the whole picture.
    nodes : list of dict
        ``id``, ``label``, ``x`` and ``y`` (0..1, from the left and from the top), ``role``
        ("actor", "counterpart" or "third") and ``detail`` (one or two sentences).
    edges : list of dict
        ``source`` and ``target`` (ids), ``strength`` (0..1, our scale, drawn as width),
        ``tone`` (a quality of a tie or a response, see the theme), ``label``, ``detail``.
    selected : str
        Id of a state, the :func:`edge_key` of a tie, or "" for nothing; two-way.
    words : dict
        What the widget itself says, see ``WORDS``.
    """

    _esm = assets.script("tie_network", "picture", "network_layout", "network_board")
    _css = "\n".join([assets.style("tie_network"), assets.plain_style("network_board")])

    title = traitlets.Unicode("").tag(sync=True)
    alt = traitlets.Unicode("").tag(sync=True)
    nodes = traitlets.List(traitlets.Dict()).tag(sync=True)
    edges = traitlets.List(traitlets.Dict()).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict(dict(WORDS)).tag(sync=True)
