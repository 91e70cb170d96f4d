"""ChangeList: the smallest single changes that would alter the response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import panel

WORDS = {
    "title": "What would change this?",
    "empty": "No single change of one input alters the response here.",
    "to": "to",
    "then": "Then",
    "press": "Make this change",
}


class ChangeList(panel.Panel):
    """Changes of one input each, every one a button that makes the change.

    Attributes
    ----------
    title
        Heading, a finding in words where there is one.
    changes
        List of ``name`` and ``label`` of the input, ``from_label``, ``to_label``, the
        ``value`` it would take, and ``result``: what the response would be. A press
        sends ``{"kind": "apply", "name": ..., "value": ...}``.
    words
        Every other word that is shown.
    """

    _esm: ClassVar[Any] = panel.script("change_list")
    _css: ClassVar[Any] = panel.style("change_list")

    title = traitlets.Unicode(WORDS["title"]).tag(sync=True)
    changes = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message makes one of the changes that are on offer."""
        asked = (message.get("name"), message.get("value"))
        offered = any(asked == (change.get("name"), change.get("value")) for change in self.changes)
        return message["kind"] == "apply" and offered
