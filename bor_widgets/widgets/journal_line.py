"""JournalLine: one line that says where a commitment is kept, and keeps it there."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import panel
from bor_widgets.widgets.journal_desk import WORDS as DESK_WORDS
from bor_widgets.widgets.journal_desk import JournalDesk

WORDS = {
    **DESK_WORDS,
    "line": "What you commit to goes into your journal ({count} kept).",
    "page": "Open my journal",
}


class JournalLine(JournalDesk):
    """The journal where there is no room for it: a line, and a link to its own page."""

    _esm: ClassVar[Any] = panel.script("journal_line", "journal_parts", "picture")
    _css: ClassVar[Any] = panel.style("journal_desk")

    words = traitlets.Dict(WORDS).tag(sync=True)
