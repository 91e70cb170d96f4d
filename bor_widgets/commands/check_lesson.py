"""Checking the text of a lesson, and the guide to it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from bor_widgets.cases import Fault
from bor_widgets.cases.faults import short
from bor_widgets.commands.check_calls import call_faults
from bor_widgets.commands.check_files import WORDS as ID_WORDS
from bor_widgets.commands.check_files import (
    Unreadable,
    number_of,
    read_text,
    unknown_ids,
)
from bor_widgets.commands.check_lines import Code, Heading, Lines, lines_of

#: the headings of a lesson, in their order
HEADINGS = (
    "What you will find out",
    "Predict",
    "The argument",
    "Try it",
    "Cases",
    "Where it is contested",
    "Check yourself",
    "What the text says, what we coded, what is open",
    "Further reading",
    "For the curious",
)

#: the headings of the guide to a lesson, after its title
GUIDE_HEADINGS = (
    "Aims",
    "Timing",
    "Before the class",
    "What students get wrong",
    "Discussion",
    "Answers",
    "Open in the text",
)
GUIDE_TITLE = ": guide"

#: letters of a header, or of the settings of a cell: ours have a tenth of it
LONGEST_SETTINGS = 5_000

WORDS = {
    "name": "a lesson's file is called 13-a-few-words.md: two digits, then small letters",
    "notebook": "cannot be read as a text notebook: {reason}",
    "long": "the header, or the settings of a cell, have more than {most} letters",
    "anchor": "the header or the settings of a cell use & or * to repeat a part: write it out",
    "canonical": "stands otherwise than Jupyter writes it: open the lesson in JupyterLab and "
    "save it once",
    "title": "the header has no title",
    "kernel": "the header names the kernel {given}; it is python3",
    "first": "the lesson begins with its title as a heading: # {title}",
    "heading_missing": "the heading “{heading}” is missing",
    "heading_order": "the heading “{heading}” stands in the wrong place; it comes after “{before}”",
    "heading_first": "the heading “{heading}” stands in the wrong place; it comes first",
    "heading_other": "“{heading}” is no heading of a lesson; smaller ones begin with ###",
    "heading_twice": "the heading “{heading}” stands here again",
    "empty": "there is nothing below “{heading}”",
    "python": "the code is no Python: {reason}",
    "lesson": "the first code has no line `lesson = Lesson({number})`",
    "guide_title": "the guide begins with its title as a heading that ends in “{end}”",
}


def lesson_faults(path: Path) -> list[Fault]:
    """Return what is wrong with a lesson, each fault with the line it stands in."""
    try:
        text = read_text(path)
    except Unreadable as unreadable:
        return [unreadable.fault]
    found = lines_of(text)
    told = [
        *_named(path),
        *_header(text, found.settings),
        *_headings(found, HEADINGS),
        *_empty(found),
        *_ids(text, path.parent),
        *_code(found, path),
    ]
    return [
        Fault(path.name, f"line {line}" if line else "", reason)
        for line, reason in sorted(told, key=lambda fault: fault[0])
    ]


def guide_faults(path: Path) -> list[Fault]:
    """Return what is wrong with the guide to a lesson."""
    try:
        text = read_text(path)
    except Unreadable as unreadable:
        return [unreadable.fault]
    found = lines_of(text)
    told: list[tuple[int, str]] = []
    first = found.headings[0] if found.headings else Heading(0, "", 1)
    if first.level != 1 or not first.text.endswith(GUIDE_TITLE):
        told.append((first.line, WORDS["guide_title"].format(end=GUIDE_TITLE.strip(": "))))
    told += _headings(found, GUIDE_HEADINGS)
    told += _ids(text, path.parent.parent)
    return [Fault(path.name, f"line {line}" if line else "", reason) for line, reason in told]


def _named(path: Path) -> Iterator[tuple[int, str]]:
    if not re.fullmatch(r"\d{2}-[a-z0-9]+(-[a-z0-9]+)*\.md", path.name):
        yield 0, WORDS["name"]


def _header(text: str, settings: list[str]) -> Iterator[tuple[int, str]]:
    """Read the lesson as Jupyter does, and compare with what Jupyter would write."""
    import jupytext

    try:
        if any(len(part) > LONGEST_SETTINGS for part in settings):
            yield 1, WORDS["long"].format(most=LONGEST_SETTINGS)
            return
        if any(map(_repeats, settings)):
            yield 1, WORDS["anchor"]
            return
        notebook = jupytext.reads(text, fmt="md:myst")
        written = jupytext.writes(notebook, fmt="md:myst")
    except Exception as error:  # whatever the reader of notebooks stumbles over is told
        reason = " ".join(str(error).split())[:160] or type(error).__name__
        yield 1, WORDS["notebook"].format(reason=reason)
        return
    title: Any = notebook.metadata.get("title")
    kernel = notebook.metadata.get("kernelspec", {}).get("name")
    if not isinstance(title, str) or not title.strip():
        yield 1, WORDS["title"]
    else:
        cells = notebook.cells
        first = cells[0].source.split("\n")[0] if cells and cells[0].source else ""
        if unescaped(first) != f"# {title}":
            yield 1, WORDS["first"].format(title=title[:120])
    if kernel != "python3":
        yield 1, WORDS["kernel"].format(given=short(kernel))
    if written != text:
        ours, theirs = text.split("\n"), written.split("\n")
        same = next(
            (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
            min(len(ours), len(theirs)) - 1,
        )
        yield same + 1, WORDS["canonical"]


def _repeats(settings: str) -> bool:
    """Whether settings name a part to repeat it: a few lines could grow without an end."""
    yaml = import_module("yaml")
    tokens = (yaml.AnchorToken, yaml.AliasToken)
    return any(isinstance(token, tokens) for token in yaml.scan(settings))


def unescaped(text: str) -> str:
    """Return a line of Markdown without the strokes that keep signs from being mark-up."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def _headings(found: Lines, wanted: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    there = [heading for heading in found.headings if heading.level == 2]
    names = [heading.text for heading in there]
    for name in wanted:
        if name not in names:
            yield 0, WORDS["heading_missing"].format(heading=name)
    known: list[str] = []
    for heading in there:
        if heading.text not in wanted:
            yield heading.line, WORDS["heading_other"].format(heading=heading.text[:80])
            continue
        if heading.text in known:
            yield heading.line, WORDS["heading_twice"].format(heading=heading.text)
            continue
        at = wanted.index(heading.text)
        # one fault for one heading that was moved: what must come before it does not yet
        before = [name for name in wanted[:at] if name in names]
        if before and before[-1] not in known:
            words = {"heading": heading.text, "before": before[-1]}
            yield heading.line, WORDS["heading_order"].format(**words)
        known.append(heading.text)


def _empty(found: Lines) -> Iterator[tuple[int, str]]:
    behind = Heading(1, "", 10**9)
    following = [*found.headings[1:], behind]
    for heading, after in zip(found.headings, following, strict=False):
        end, level = after.line, after.level
        if heading.level == 1 or level > heading.level:
            continue
        said = any(
            line.strip() and heading.line < number < end and not line.startswith("+++")
            for number, line in found.prose
        )
        if not said and not any(heading.line < cell.line < end for cell in found.code):
            yield heading.line, WORDS["empty"].format(heading=heading.text[:80])


def _ids(text: str, folder: Path) -> Iterator[tuple[int, str]]:
    lines = text.split("\n")
    for name in unknown_ids(text, folder):
        pattern = re.compile(rf"\b{name}\b")
        line = next(i for i, line in enumerate(lines, start=1) if pattern.search(line))
        yield line, ID_WORDS["id"].format(name=name)


def _code(found: Lines, path: Path) -> Iterator[tuple[int, str]]:
    number = int(number_of(path) or 0)
    starts = re.compile(rf"^lesson = Lesson\({number}\)$", re.MULTILINE)
    if number and not any(starts.search(cell.source) for cell in found.code):
        line = found.code[0].line if found.code else 0
        yield line, WORDS["lesson"].format(number=number)
    for cell in found.code:
        try:
            tree = ast.parse(cell.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            at = getattr(error, "lineno", None) or 1
            reason = str(getattr(error, "msg", error))
            yield cell.line + at - 1, WORDS["python"].format(reason=reason)
            continue
        yield from _calls(tree, cell, path)


def _calls(tree: ast.Module, cell: Code, path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for reason in call_faults(node, path):
                yield cell.line + node.lineno - 1, reason
