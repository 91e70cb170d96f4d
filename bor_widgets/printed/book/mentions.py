"""Every id in running text becomes a link to its entry."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from bor_widgets.charts.cross_references import MENTION, entries
from bor_widgets.printed.book.index import kept_entries
from bor_widgets.printed.records import index_entry
from bor_widgets.printed.where import page_of
from bor_widgets.sources import Lesson

#: inside of these a text stays as it is
_CLOSED = (
    nodes.title,
    nodes.reference,
    nodes.literal,
    nodes.literal_block,
    nodes.raw,
    nodes.term,
)

_MENTION = re.compile(MENTION)
_LOGGER = logging.getLogger(__name__)


class Mentions(SphinxPostTransform):
    """Link ids, once cells and records have become text."""

    default_priority = 900
    formats = ("html",)

    def run(self, **_options: Any) -> None:
        """Go through all text of a page."""
        for text in list(self.document.findall(nodes.Text)):
            if not any(isinstance(above, _CLOSED) for above in _above(text)):
                self._link(text)

    def _link(self, text: Any) -> None:
        parts: list[Any] = []
        last = 0
        for found in _MENTION.finditer(text):
            target = self._target(found[0], text)
            if target is None:
                continue
            parts += [nodes.Text(text[last : found.start()]), target]
            last = found.end()
        if parts:
            text.parent.replace(text, [*parts, nodes.Text(text[last:])])

    def _target(self, name: str, text: Any) -> Any:
        if name not in entries() or any(name in _ids(above) for above in _above(text)):
            return None
        page = self._page(name)
        if page is None:
            return None
        link = self.app.builder.get_relative_uri(self.env.docname, page)
        if name[0] != "L":
            link = f"{link}#{name}"
        return nodes.reference(
            "",
            "",
            nodes.inline("", name, classes=["bor-mention"]),
            internal=True,
            refuri=link,
            reftitle=_told(name),
        )

    def _page(self, name: str) -> str | None:
        if name[0] == "L":
            try:
                page = page_of(name)
            except KeyError:
                return None
            return page if page in self.env.found_docs else None
        kept = kept_entries(self.env)
        if name not in kept:
            _LOGGER.warning("%s has no entry in the index", name, location=self.env.docname)
        return kept.get(name)


def _above(node: Any) -> list[Any]:
    found = []
    while node.parent is not None:
        node = node.parent
        found.append(node)
    return found


def _ids(node: Any) -> Any:
    return node.get("ids", ()) if isinstance(node, nodes.Element) else ()


def _told(name: str) -> str:
    record = entries()[name]
    return record.title if isinstance(record, Lesson) else index_entry(record).title


def register(app: Any) -> None:
    """Register the transform."""
    app.add_post_transform(Mentions)
