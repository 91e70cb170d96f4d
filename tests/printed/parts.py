"""A built page taken apart, and a server that shows a folder below a path."""

from __future__ import annotations

import contextlib
import functools
import http.server
import re
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

HOST = "127.0.0.1"


class Parts(HTMLParser):
    """What a page loads, where it leads, and what it can be led to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.headings: list[int] = []
        self.language = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down an element."""
        known = {name: value or "" for name, value in attrs}
        if "id" in known:
            self.ids.add(known["id"])
        if tag == "html":
            self.language = known.get("lang", "")
        if tag == "a" and "href" in known:
            self.links.append(known["href"])
        if tag == "link" and known.get("rel") not in ("next", "prev", "search", "index"):
            self.loads.append(known["href"])
        if tag in ("script", "img", "iframe", "source", "embed") and "src" in known:
            self.loads.append(known["src"])
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Shows a folder below a path and nothing beside it."""

    below = "/"

    def translate_path(self, path: str) -> str:
        """Return the file of an address; one that is not there for addresses elsewhere."""
        if not path.startswith(self.below):
            return super().translate_path("/not-there")
        return super().translate_path(path.removeprefix(self.below.rstrip("/")))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextlib.contextmanager
def served_below(folder: Path, path: str) -> Iterator[str]:
    """Serve a folder below a path such as "/course/book/"; give its address."""
    kind = type("Below", (Quiet,), {"below": path})
    handler = functools.partial(kind, directory=str(folder))
    server = http.server.ThreadingHTTPServer((HOST, 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_port}{path}"
    finally:
        server.shutdown()
        server.server_close()
