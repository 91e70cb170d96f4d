"""SlideBar: the way through the slides, by buttons, by keys and by a presenter's clicker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import panel

WORDS = {
    "panel": "Through the slides",
    "home": "All pages",
    "back": "Back",
    "next": "Next",
    "count": "{at} of {count}",
    "progress": "Slide {at} of {count}",
    "notes": "Notes",
    "notes_label": "For the speaker",
    "no_note": "No note for this slide.",
    "inputs": "Hide inputs",
    "no_inputs": "Show inputs",
    "screen": "Full screen",
    "no_screen": "Leave full screen",
    "keys": "Keys: Page Down, arrows or space go on; Page Up goes back; Home, End; N notes; "
    "I inputs; F full screen",
}


class SlideBar(panel.Panel):
    """Buttons and keys that lead through the slides, the counter, and the speaker's note.

    Attributes
    ----------
    at, count
        Place of the present slide, counted from 0, and how many there are.
    lesson
        Number and title of the lesson.
    note
        The speaker's note to the present slide.
    bench
        Whether the present slide has inputs that can be hidden.
    home
        The page that leads to all others.

    Messages
    --------
    ``step`` (with ``by``: 1 or -1) and ``go`` (with ``at``).
    """

    _esm: ClassVar[Any] = panel.script("slide_bar")
    _css: ClassVar[Any] = panel.style("slide_bar")

    at = traitlets.Int(0).tag(sync=True)
    count = traitlets.Int(0).tag(sync=True)
    lesson = traitlets.Unicode("").tag(sync=True)
    note = traitlets.Unicode("").tag(sync=True)
    bench = traitlets.Bool(False).tag(sync=True)
    home = traitlets.Unicode("index.ipynb").tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message asks for a slide."""
        match message["kind"]:
            case "step":
                return type(message.get("by")) is int and message["by"] in (1, -1)
            case "go":
                return type(message.get("at")) is int
        return False
