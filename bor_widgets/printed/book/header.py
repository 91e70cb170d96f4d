"""The buttons at the top of a page: where a lesson can be opened live."""

from __future__ import annotations

import re
from typing import Any

from bor_widgets.printed.where import WORDS as WHERE_WORDS
from bor_widgets.printed.where import live_links

_PAGE = re.compile(r"lessons/(\d{2})-")

WORDS = {
    "print": "Print this page",
    "how": "Open live",
    "how_hint": "How to open this lesson in JupyterLab: make lab",
    "lab": WHERE_WORDS["lab"],
}


def _buttons(app: Any, pagename: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    found = _PAGE.match(pagename)
    context["bor_words"] = WORDS
    context["bor_live"] = []
    context["bor_how"] = ""
    if found:
        context["bor_live"] = live_links(f"L{found[1]}")
        if not context["bor_live"]:
            page = app.builder.get_relative_uri(pagename, "how-to-use")
            context["bor_how"] = f"{page}#open-a-lesson-live"


def register(app: Any) -> None:
    """Give every page its buttons."""
    app.connect("html-page-context", _buttons)
