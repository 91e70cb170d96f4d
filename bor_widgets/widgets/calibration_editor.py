"""CalibrationEditor: the weights and cut points behind the suggested judgement."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import panel

WORDS = {
    "title": "Weights and cut points",
    "scale": "Our scale: no paper gives these numbers. Change them and see what still holds.",
    "neutral": "We start at",
    "range": "Allowed",
    "to": "to",
    "changed": "changed",
    "help": "What is this?",
    "reset": "Back to our numbers",
    "all_neutral": "All numbers stand as we set them.",
}


class CalibrationEditor(panel.Panel):
    """Number fields for the scale that is ours alone.

    Attributes
    ----------
    fields
        List of ``name``, ``label``, ``meaning``, ``low``, ``high``, ``value`` and
        ``neutral``. A number that was typed is sent as ``{"kind": "set", "name": ...,
        "value": ...}``, out of range too, and text that is no number as text; the reset
        button sends ``{"kind": "reset"}``.
    errors
        Name to one sentence, shown at the field; what was typed stays.
    words
        Every other word that is shown.
    """

    _esm: ClassVar[Any] = panel.script("calibration_editor")
    _css: ClassVar[Any] = panel.style("calibration_editor")

    fields = traitlets.List(traitlets.Dict()).tag(sync=True)
    errors = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message sets a known field to a number or a text, or resets all."""
        if message["kind"] == "reset":
            return True
        value = message.get("value")
        typed = isinstance(value, str) or (
            isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        )
        known = any(field.get("name") == message.get("name") for field in self.fields)
        return message["kind"] == "set" and known and typed
