"""Which lesson teaches what: read from the prose of the lessons, not from a plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from bor_widgets.cases import cases
from bor_widgets.course.folder import lesson_paths, lessons_folder
from bor_widgets.sources import debates, rules, tensions

_ID = re.compile(r"\b[A-Z]\d{2,3}\b")
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)

WORDS = {
    "head": "{kind:<10} {all:>5} in the papers {taught:>5} taught {untaught:>5} untaught",
    "lesson": "{lesson}  {counts}",
}


def coverage(folder: Path | None = None) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return for every rule, case, tension and debate the lessons whose text names it.

    Parameters
    ----------
    folder
        Where the lessons lie; the one at hand by default.

    Returns
    -------
    mapping
        ``"rules"``, ``"cases"``, ``"tensions"``, ``"debates"`` to id to ids of lessons.
    """
    where = folder or lessons_folder()
    named = {lesson: _named(path) for lesson, path in lesson_paths(where).items()}
    every = {
        "rules": list(rules),
        "cases": sorted({case.id for case in cases.values() if not case.theirs}),
        "tensions": list(tensions),
        "debates": list(debates),
    }
    return {
        kind: {name: tuple(lesson for lesson, ids in named.items() if name in ids) for name in ids_}
        for kind, ids_ in every.items()
    }


def _named(path: Path) -> set[str]:
    """Return the ids in a lesson's text; what stands only in a cell of code is not taught."""
    return set(_ID.findall(_CODE.sub("", path.read_text(encoding="utf-8"))))


def coverage_table(folder: Path | None = None) -> str:
    """Return how many of each kind are taught, and how many each lesson names."""
    found = coverage(folder)
    lines = []
    for kind, entries in found.items():
        taught = sum(bool(where) for where in entries.values())
        lines.append(
            WORDS["head"].format(
                kind=kind, all=len(entries), taught=taught, untaught=len(entries) - taught
            )
        )
    for lesson in lesson_paths(folder or lessons_folder()):
        counts = (
            f"{sum(lesson in where for where in entries.values()):>4} {kind}"
            for kind, entries in found.items()
        )
        lines.append(WORDS["lesson"].format(lesson=lesson, counts="  ".join(counts)))
    return "\n".join(lines)
