"""Texts of students as a report can show them: readable, and without signs that do harm."""

from __future__ import annotations

import re
import unicodedata

#: what ends the display of a page or turns its direction, and halves of signs
_UNSHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control signs, but for tab and line feed
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def plain_text(text: str, most: int = 40_000) -> str:
    """Return a text with its lines, where signs that cannot be shown are marked as such."""
    shown = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = _UNSHOWN.sub("\ufffd", shown.replace("\ufeff", "")).strip()
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def plain_line(text: str, most: int = 80) -> str:
    """Return a text as one line of a length that fits into a table."""
    return plain_text(" ".join(text.split()), most)


def same_name(text: str) -> str:
    """Return what two spellings of one name have in common."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
