"""LinkBar: the address that opens the same picture, and work kept in a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import panel

WORDS = {
    "label": "Keep and share",
    "copy": "Copy link",
    "save": "Save work",
    "open": "Open work",
    "copied": "The link is copied. Whoever opens it sees the same picture.",
    "not_copied": "This browser did not let the page copy. The link is in the address above.",
    "saved": "Saved as {file}.",
    "unreadable": "This file could not be read; nothing was changed.",
}

#: a file larger than this is not even sent
LARGEST_FILE = 200_000


class LinkBar(panel.Panel):
    """Carries the state in the page's address, and in a file.

    In a page of its own the address follows the state, so that a reload or a sent link
    opens the same picture. The address is read in the browser, because a Python that was
    started before the page was asked for cannot know it. In a notebook the address is not
    the page's own and is left alone; the link is copied all the same.

    Attributes
    ----------
    link
        The part of the address that carries the present state; "" for nothing to carry.
    problem
        Why there is no link, or what could not be restored; shown beside the buttons.
    file_name
        Name of a saved file.

    Messages
    --------
    ``shown`` (the page can be seen), ``arrived`` (with ``link``), ``save``, ``opened`` (with
    ``text``).
    """

    _esm: ClassVar[Any] = panel.script("link_bar", "picture")
    _css: ClassVar[Any] = panel.style("link_bar")

    link = traitlets.Unicode("").tag(sync=True)
    problem = traitlets.Unicode("").tag(sync=True)
    file_name = traitlets.Unicode("my-situation.json").tag(sync=True)
    largest = traitlets.Int(LARGEST_FILE).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message carries what its kind needs."""
        match message["kind"]:
            case "arrived":
                return isinstance(message.get("link"), str)
            case "opened":
                return isinstance(message.get("text"), str)
        return message["kind"] in ("save", "shown")
