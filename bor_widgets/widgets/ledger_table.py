"""LedgerTable: what each theory says of the same situation, side by side."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import assets, panel

WORDS = {
    "title": "The same situation, read by each theory",
    "reasons": "Why",
    "no_reasons": "No rule speaks here.",
    "open": "The papers do not say",
    "disagreements": "Where they disagree",
    "agreement": "Nothing in the papers sets these readings against each other here.",
    "against": "against",
    "places": "Where",
    **assets.SOURCE_WORDS,
}


class LedgerTable(panel.Panel):
    """Readings of one situation in columns, disagreements and open questions marked.

    Attributes
    ----------
    title
        The finding in words.
    alt
        Text alternative of the whole table.
    columns
        List of ``theory``, ``label``, ``headline``, ``tone``, ``reasons`` and ``open``
        (lists of ``text`` and ``source``).
    disagreements
        List of ``tension`` (id), ``text``, ``between`` (the ``theory`` of each side) and
        ``places``.
    words
        Every other word that is shown.
    """

    _esm: ClassVar[Any] = panel.script("ledger_table")
    _css: ClassVar[Any] = panel.style("ledger_table")

    title = traitlets.Unicode(WORDS["title"]).tag(sync=True)
    alt = traitlets.Unicode("").tag(sync=True)
    columns = traitlets.List(traitlets.Dict()).tag(sync=True)
    disagreements = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)
