"""VerdictCard: what follows from the situation, and why."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import assets, panel

WORDS = {
    "panel": "Verdict",
    "waiting": "Set the two sliders to see a verdict.",
    "grade": "Threat to the tie",
    "restraint": "Self-restraint",
    "more": "more",
    "less": "less",
    "same": "as before",
    "reasons": "Why",
    "no_reasons": "No rule fires here.",
    "open": "The papers do not say",
    "notes": "Note",
    "tensions": "Where the papers pull apart",
    **assets.SOURCE_WORDS,
}


class VerdictCard(panel.Panel):
    """The response of the theory to the situation, with its reasons in order.

    Attributes
    ----------
    card
        ``headline``, ``action`` (none, compromise, mix or breakup) and ``action_label``,
        ``grade`` and ``grade_label``, ``by`` (suggested or student) and ``by_label``,
        ``summary``, ``restraint`` (list of ``area``, ``value`` from -1 to 1 on our scale,
        ``label``), ``reasons``, ``notes``, ``open`` and ``tensions`` (lists of ``text`` and
        ``source``).
    words
        Every other word that is shown.
    """

    _esm: ClassVar[Any] = panel.script("verdict_card")
    _css: ClassVar[Any] = panel.style("verdict_card")

    card = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)
