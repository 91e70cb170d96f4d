"""ChoiceSwitch: one choice out of a few, for instance between two wordings."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import assets, panel


class ChoiceSwitch(panel.Panel):
    """A choice of which exactly one option holds.

    Attributes
    ----------
    label, note
        What is chosen, and what to know about it.
    options
        List of ``key`` and ``label``.
    value
        The key that holds, two-way.

    Raises
    ------
    traitlets.TraitError
        For a value that is none of the options.
    """

    _esm: ClassVar[Any] = assets.script("choice_switch")
    _css: ClassVar[Any] = assets.style("choice_switch")

    label = traitlets.Unicode("").tag(sync=True)
    note = traitlets.Unicode("").tag(sync=True)
    options = traitlets.List(traitlets.Dict()).tag(sync=True)
    value = traitlets.Unicode("").tag(sync=True)

    @traitlets.validate("value")
    def _known(self, proposal: Any) -> str:
        key = str(proposal["value"])
        keys = [option["key"] for option in self.options]
        if key and key not in keys:
            allowed = ", ".join(keys)
            raise traitlets.TraitError(f"value takes one of {allowed}; given was {key[:60]!r}")
        return key
