"""The book: lessons and records as a site that needs no kernel and loads nothing from outside.

``python -m bor_widgets.printed.book`` puts the sources together and builds them with Sphinx.
This package is also the Sphinx extension that the book's ``conf.py`` names.
"""

from __future__ import annotations

from typing import Any


def setup(app: Any) -> dict[str, Any]:
    """Register everything that the book needs beyond Sphinx and its theme."""
    # Sphinx is there only where a book is built
    from bor_widgets.printed.book import alive, header, index, lessons, mentions, overview

    for part in (index, overview, lessons, mentions, header, alive):
        part.register(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
