"""Where in a paper something stands: a paper and a run of lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"^(P[0-2]) L([1-9]\d{0,4})(?:-([1-9]\d{0,4}))?$")


@dataclass(frozen=True, slots=True)
class Place:
    """A run of lines of one paper, both ends included.

    Lines are counted in the copy at hand; in P2 one line is one paragraph.
    """

    paper: str
    first: int
    last: int

    @classmethod
    def parse(cls, text: str) -> Place:
        """Read a place such as ``"P0 L395-403"``.

        Raises
        ------
        ValueError
            If the text has another form or the lines run backwards.
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(f"a place looks like 'P0 L395-403' or 'P2 L95', not {text!r}")
        paper, first, last = match[1], int(match[2]), int(match[3] or match[2])
        if last < first:
            raise ValueError(f"the lines of {text!r} run backwards")
        return cls(paper, first, last)

    def __str__(self) -> str:
        lines = f"L{self.first}" if self.first == self.last else f"L{self.first}-{self.last}"
        return f"{self.paper} {lines}"


def places(texts: list[str]) -> tuple[Place, ...]:
    """Read several places."""
    return tuple(Place.parse(text) for text in texts)
