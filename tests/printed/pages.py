"""What the tests read out of markup: which text is folded away, and how."""

from __future__ import annotations

from html.parser import HTMLParser

from bor_widgets.printed.part import Part

#: elements without an end
_EMPTY = {"br", "hr", "img", "input", "link", "meta"}


class Page(HTMLParser):
    """Markup taken apart.

    Attributes
    ----------
    seen
        All text outside of anything folded.
    folded
        Text inside each fold, by the classes of the fold.
    tags
        Every element, with its attributes.
    unbalanced
        Ends that no element was open for.
    """

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, str]] = []
        self._summary = 0
        self.seen = ""
        self.folded: dict[str, str] = {}
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.unbalanced: list[str] = []
        self.feed(markup)
        self.close()
        self.unbalanced += [tag for tag, _ in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        known = {name: value or "" for name, value in attrs}
        self.tags.append((tag, known))
        if tag not in _EMPTY:
            self._open.append((tag, known.get("class", "")))
        self._summary += tag == "summary"

    def handle_endtag(self, tag: str) -> None:
        """Come out of an element."""
        if not self._open or self._open[-1][0] != tag:
            self.unbalanced.append(tag)
            return
        self._open.pop()
        self._summary -= tag == "summary"

    def handle_data(self, data: str) -> None:
        """Take a text down where it stands."""
        folds = [classes for tag, classes in self._open if tag == "details"]
        # a fold's own label is always to be seen, unless it stands in another fold
        if self._summary:
            folds = folds[:-1]
        if folds:
            self.folded[folds[0]] = self.folded.get(folds[0], "") + data
        else:
            self.seen += data

    def named(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def in_folds(self, name: str) -> str:
        """Return the text of all folds of a class."""
        return " ".join(text for classes, text in self.folded.items() if name in classes.split())


def page_of(part: Part) -> Page:
    """Take a part of a lesson apart; every element must come to its end."""
    page = Page(part.html)
    assert not page.unbalanced
    return page
