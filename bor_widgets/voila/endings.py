"""Why a page lost its Python, for the page to tell its reader."""

from __future__ import annotations

import re
from collections import OrderedDict

from tornado.web import RequestHandler

#: reason -> what the page says
WORDS = {
    "memory": (
        "This page needed more memory than one page may have here, so its Python was ended. "
        "What you committed is kept in your browser. Press Resume, and choose something "
        "smaller."
    ),
    "idle": (
        "Nobody used this page for a long time, so its Python was ended. What you committed is "
        "kept in your browser. Press Resume to go on."
    ),
    "room": (
        "The room was full and this page had lost its connection, so its place was given to "
        "another. What you committed is kept in your browser. Press Resume to go on."
    ),
}

#: How many are remembered; a page asks within seconds.
REMEMBERED = 500

#: What a Python is called in an address.
KERNEL_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


class Endings:
    """The reasons why Pythons were ended, the latest ones."""

    def __init__(self) -> None:
        self._reasons: OrderedDict[str, str] = OrderedDict()

    def remember(self, kernel_id: str, reason: str) -> None:
        """Keep a reason, the first that is given."""
        self._reasons.setdefault(kernel_id, reason)
        while len(self._reasons) > REMEMBERED:
            self._reasons.popitem(last=False)

    def words(self, kernel_id: str) -> str:
        """Return what the page is to say; empty if there is nothing to add."""
        return WORDS.get(self._reasons.get(kernel_id, ""), "")


class EndedHandler(RequestHandler):
    """Answers a page that asks why its Python has gone."""

    def get(self, kernel_id: str) -> None:
        """Answer with the sentence, or with an empty one."""
        known = re.fullmatch(KERNEL_ID, kernel_id) is not None
        self.set_header("Cache-Control", "no-store")
        self.write({"words": self.settings["bor"].endings.words(kernel_id) if known else ""})
