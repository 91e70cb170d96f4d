"""Lessons as pages of the book: their numbers, and what only a notebook's reader needs."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

_PAGE = re.compile(r"lessons/(\d{2})-")

#: how a lesson tells the reader of a notebook to run it; here there is nothing to run
_RUN_IT = re.compile(
    r"^(\*(?:Lesson \d+|Appendix)\.[^*\n]*?) Choose \*\*Run\*\*.*\*$", re.MULTILINE
)


def for_the_book(text: str) -> str:
    """Return a lesson's text without the sentence that tells how to run it.

    Parameters
    ----------
    text
        The file of the lesson.
    """
    return _RUN_IT.sub(r"\1*", text, count=1)


class Numbered(SphinxTransform):
    """Put the number of a lesson before its title, wherever the title is shown."""

    default_priority = 400

    def apply(self, **_options: Any) -> None:
        """Change the first title of a page, if the page is a lesson."""
        found = _PAGE.match(self.env.docname)
        title = next(iter(self.document.findall(nodes.title)), None)
        if found and title is not None:
            title.insert(0, nodes.Text(f"{int(found[1])}. "))


def register(app: Any) -> None:
    """Register the transform."""
    app.add_transform(Numbered)
