"""Small plain data as the part of an address, and back; both are checked for size."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from typing import Any

#: a link longer than this is not given out
LONGEST_LINK = 2_000
#: what a link or a file may hold at most, unpacked
LARGEST_STATE = 200_000

#: sentences of this file that a reader may see
WORDS = {
    "not_ours": "This is not a saved situation; nothing was changed.",
    "damaged": "This link or file is damaged and cannot be read; nothing was changed.",
    "too_large": "This link or file is too large for a saved situation; nothing was changed.",
    "too_long": "This situation does not fit into a link; save it as a file instead.",
    "newer": "It was saved by a newer version; what this version does not know was left out.",
    "left_out": "Not restored: {what}.",
}


class StateError(ValueError):
    """A link or file that cannot be used, with a sentence that says why."""


def pack(data: dict[str, Any]) -> str:
    """Return data as letters that an address takes.

    Raises
    ------
    StateError
        If they would not fit.
    """
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    packed = zlib.compress(text.encode("utf-8"), 9)
    link = base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")
    if len(link) > LONGEST_LINK:
        raise StateError(WORDS["too_long"])
    return link


def unpack(link: str) -> Any:
    """Return the data that a link carries; a whole address is taken too.

    Raises
    ------
    StateError
        If it cannot be read.
    """
    text = link.strip()
    if "s=" in text:
        text = text.split("s=", 1)[1].split("&", 1)[0].split("#", 1)[0]
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        unpacker = zlib.decompressobj()
        raw = unpacker.decompress(packed, LARGEST_STATE)
        if unpacker.unconsumed_tail:
            raise StateError(WORDS["too_large"])
        return json.loads(raw.decode("utf-8"))
    except (binascii.Error, zlib.error, ValueError, RecursionError) as error:
        if isinstance(error, StateError):
            raise
        raise StateError(WORDS["damaged"]) from None


def read_file(text: str, form: str) -> dict[str, Any]:
    """Return the content of a file that was saved in the given format.

    Raises
    ------
    StateError
        If the file is damaged, foreign or too large.
    """
    if len(text) > LARGEST_STATE:
        raise StateError(WORDS["too_large"])
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise StateError(WORDS["damaged"]) from None
    if not isinstance(content, dict) or content.get("format") != form:
        raise StateError(WORDS["not_ours"])
    return content


def short(value: Any) -> str:
    """Tell what was given, for a sentence that refuses it."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def table(data: dict[str, Any], key: str, lost: list[str]) -> dict[str, Any]:
    """Return a table among the data; anything else is noted as lost."""
    found = data.get(key, {})
    if isinstance(found, dict) and all(isinstance(name, str) for name in found):
        return found
    lost.append(short(found))
    return {}
