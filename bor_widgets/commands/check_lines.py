"""A text notebook line by line: headings, code and prose, each with the line it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_FENCE = re.compile(r"^(`{3,}|~{3,})(.*)$")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its line, counted from 1."""

    level: int
    text: str
    line: int


@dataclass(slots=True)
class Code:
    """A code cell: the line in which its code begins, and the code."""

    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The code."""
        return "\n".join(self.lines)


@dataclass(slots=True)
class Lines:
    """What a text notebook holds, in its order.

    Attributes
    ----------
    headings
        All headings outside of code.
    code
        The code cells.
    prose
        The lines that are read, with their numbers; headings are among them.
    settings
        The header and the settings of the cells, as they are written.
    """

    headings: list[Heading] = field(default_factory=list)
    code: list[Code] = field(default_factory=list)
    prose: list[tuple[int, str]] = field(default_factory=list)
    settings: list[str] = field(default_factory=list)


def lines_of(text: str) -> Lines:
    """Cut a text notebook into headings, code and prose."""
    found = Lines()
    lines = text.split("\n")
    start = _after_header(lines)
    found.settings.append("\n".join(lines[1 : max(start - 1, 1)]))
    fence, cell = "", None
    for number, line in enumerate(lines[start:], start=start + 1):
        mark = _FENCE.match(line)
        if fence:
            if mark and line.strip().startswith(fence) and not mark[2].strip():
                fence, cell = "", None
            elif cell is not None:
                cell.lines.append(line)
            continue
        if mark:
            fence = mark[1]
            if mark[2].strip().startswith("{code-cell}"):
                cell = Code(number + 1)
                found.code.append(cell)
            continue
        found.prose.append((number, line))
        if heading := _HEADING.match(line):
            found.headings.append(Heading(len(heading[1]), heading[2], number))
    for code in found.code:
        found.settings.append(_without_settings(code))
    return found


def _after_header(lines: list[str]) -> int:
    """Return how many lines the header between two rules takes; 0 without one."""
    if not lines or lines[0].strip() != "---":
        return 0
    for at, line in enumerate(lines[1:], start=1):
        if line.strip() == "---":
            return at + 1
    return 0


def _without_settings(cell: Code) -> str:
    """Take the settings of a cell away from the top of its code, and return them."""
    skip = _after_header(cell.lines)
    inner = cell.lines[1 : max(skip - 1, 1)] if skip else []
    while not skip and cell.lines and re.match(r":\w+:", cell.lines[0]):
        inner.append(cell.lines.pop(0)[1:])
        cell.line += 1
    cell.line += skip
    del cell.lines[:skip]
    return "\n".join(inner)
