"""The test before and the test after the course: the same claims, asked in two ways.

A file ``tests/NN.toml`` holds a list ``[[pair]]``: a ``claim`` and two quiz items about it,
``[pair.before]`` and ``[pair.after]``, in the form of :mod:`bor_widgets.course.quiz_items`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from bor_widgets.course.folder import lessons_folder
from bor_widgets.course.quiz_items import Item, QuizFileError, read_item
from bor_widgets.course.toml_file import read_toml_file

When = Literal["before", "after"]

#: kinds that a beginner can answer without having met a word before
KINDS = ("single", "multiple")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions about one claim."""

    claim: str
    before: Item
    after: Item


def load_pairs(path: str | Path) -> tuple[Pair, ...]:
    """Read the pairs of a file.

    Raises
    ------
    QuizFileError
        If the file cannot be read, or anything in it is not as described above.
    """
    file = Path(path)
    try:
        data = read_toml_file(file)
    except ValueError as reason:
        raise QuizFileError(str(reason)) from None
    entries = data.get("pair")
    if set(data) != {"pair"} or not isinstance(entries, list) or not entries:
        raise QuizFileError(f"{file.name}: the file holds a list of [[pair]] and nothing else")
    pairs = []
    for number, entry in enumerate(entries, start=1):
        try:
            pairs.append(_pair(entry))
        except ValueError as fault:
            raise QuizFileError(f"{file.name}: pair {number}: {fault}") from None
    return tuple(pairs)


def _pair(entry: Any) -> Pair:
    if not isinstance(entry, dict) or set(entry) != {"claim", "before", "after"}:
        raise ValueError("a pair has a claim, an item before and an item after")
    items = {}
    for when in ("before", "after"):
        try:
            items[when] = read_item(entry[when])
        except ValueError as fault:
            raise ValueError(f"{when}: {fault}") from None
        if items[when].kind not in KINDS:
            raise ValueError(f"{when}: kind must be one of {', '.join(KINDS)}")
        if items[when].source != entry["claim"]:
            raise ValueError(f"{when}: its source is the claim of the pair, {entry['claim']!r}")
    if items["before"].id == items["after"].id:
        raise ValueError("the two items need different ids")
    return Pair(entry["claim"], items["before"], items["after"])


def course_test(folder: Path | None = None) -> tuple[Pair, ...]:
    """Return the pairs of all lessons, in the lessons' order."""
    return _course_test(folder or lessons_folder())


@cache
def _course_test(folder: Path) -> tuple[Pair, ...]:
    paths = sorted((folder / "tests").glob("*.toml"))
    return tuple(pair for path in paths for pair in load_pairs(path))


def items_of_test(when: When, folder: Path | None = None) -> tuple[Item, ...]:
    """Return the items of one of the two tests."""
    return tuple(pair.before if when == "before" else pair.after for pair in course_test(folder))
