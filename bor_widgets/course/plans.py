"""The plan of an instructor's own lesson: its title, its cases and its bench.

It stands in ``plans/NN.toml`` of the lessons' folder. A fault in it never closes the lesson:
what cannot be read counts as not given, and `bor check` names it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bor_widgets.course.folder import lessons_folder


@dataclass(frozen=True, slots=True)
class Plan:
    """What a lesson of an instructor says of itself; "" and () where it says nothing."""

    title: str = ""
    bench: str = ""
    cases: tuple[str, ...] = ()


def own_plan(lesson: str, folder: Path | None = None) -> Plan:
    """Return the plan of a lesson.

    Parameters
    ----------
    lesson
        Id of the lesson: an L and its number, from 13 upwards.
    folder
        Where the lessons lie.
    """
    try:
        path = (folder or lessons_folder()) / "plans" / f"{lesson[1:]}.toml"
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return Plan()
    named = data.get("cases", [])
    return Plan(
        title=_text(data.get("title")),
        bench=_text(data.get("bench")),
        cases=tuple(_text(name) for name in named) if isinstance(named, list) else (),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
