"""Controls: every input of a situation, in groups that unfold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import panel

WORDS = {
    "panel": "Inputs of the situation",
    "scale": "Our scale: no paper gives a number.",
    "help": "What is this?",
    "places": "Where the papers speak of it",
    "value": "value",
    "yes": "yes",
    "no": "no",
    "open": "open",
    "choice_open": "open",
    "leans_yes": "set between yes and no, nearer to yes",
    "leans_no": "set between yes and no, nearer to no",
    "locked": "Locked",
    "unlock": "Unlock",
    "flag_text": "coded from the paper",
    "flag_inferred": "inferred by us",
    "flag_judgement": "a judgement",
    "flag_open": "open: your judgement",
    "add": "Add",
    "add_label": "New entry",
    "remove": "Remove",
    "up": "Move up",
    "down": "Move down",
}


class Controls(panel.Panel):
    """A panel of inputs, told by data and ignorant of any theory.

    Attributes
    ----------
    specs
        Groups in the order in which they are shown. A group is a dict with ``name``,
        ``label``, ``open`` and ``parameters``; a parameter is a dict with ``name``,
        ``kind``, ``label``, ``meaning``, ``places``, and as its kind needs them ``low``,
        ``high``, ``step``, ``low_label``, ``high_label``, ``options``, ``option_labels``,
        ``least`` and ``most``. The first group is always open.
    values
        What stands in each input by name, two-way. It holds what was typed even where
        that is out of range: whoever listens answers through ``errors``.
    locked
        Name to a short reason: the input is shown and cannot be changed until the
        button beside it is pressed, which sends ``{"kind": "unlock", "name": ...}``.
    fixed
        Names of locked inputs that offer no button.
    flags
        Name to ``"text"``, ``"inferred"``, ``"judgement"`` or ``"open"``: on what a
        coded value rests.
    errors
        Name to one sentence, shown at the input; what was typed stays.
    words
        Every other word that is shown.
    """

    _esm: ClassVar[Any] = panel.script("controls", "control_fields")
    _css: ClassVar[Any] = panel.style("controls")

    specs = traitlets.List(traitlets.Dict()).tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    locked = traitlets.Dict().tag(sync=True)
    fixed = traitlets.List(traitlets.Unicode()).tag(sync=True)
    flags = traitlets.Dict().tag(sync=True)
    errors = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message asks to unlock an input that is locked."""
        name = message.get("name")
        return message["kind"] == "unlock" and name in self.locked and name not in self.fixed
