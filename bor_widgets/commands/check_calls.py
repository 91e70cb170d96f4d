"""Checking what the code of a lesson calls for: that it is there, and can be opened so."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bor_widgets.cases import cases
from bor_widgets.cases.faults import short
from bor_widgets.commands.check_files import (
    Unreadable,
    exists,
    number_of,
    read_toml,
)
from bor_widgets.commands.lesson_plan import FOLDER, bench_of, bench_refusal
from bor_widgets.situation import Situation
from bor_widgets.sources import concepts, lessons

WORDS = {
    "predict": "there is no prediction {name} in predictions/{file}",
    "no_file": "there is no file {file}",
    "source": "lesson.sources knows no id {name}",
    "term": "lesson.terms takes ids of concepts such as A045; given was {name}",
    "bench": "lesson.bench: {reason}",
    "no_bench": "lesson.bench: the lesson has no bench; name one in plans/{file}",
    "case": "there is no case {name}",
    "console": "lesson.console: {reason}",
    "no_plan": "lesson {number} is none of the course: it needs a file plans/{file}",
}


def call_faults(call: ast.Call, path: Path) -> Iterator[str]:
    """Say what is wrong with a call of the lesson's, or of ``Lesson`` itself."""
    number, folder = number_of(path), path.parent
    file = f"{number}.toml"
    if isinstance(call.func, ast.Name) and call.func.id == "Lesson":
        own = f"L{number}" not in lessons
        if number and own and not (folder / FOLDER / file).is_file():
            yield WORDS["no_plan"].format(number=int(number), file=file)
        return
    if not (
        isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "lesson"
    ):
        return
    names = [node.value for node in call.args if isinstance(node, ast.Constant)]
    match call.func.attr:
        case "predict":
            yield from _predictions(names, folder / "predictions" / file)
        case "quiz":
            if not (folder / "quizzes" / file).is_file():
                yield WORDS["no_file"].format(file=f"quizzes/{file}")
        case "sources":
            yield from (WORDS["source"].format(name=short(n)) for n in names if not exists(n))
        case "terms":
            yield from (WORDS["term"].format(name=short(n)) for n in names if n not in concepts)
        case "bench":
            bench = bench_of(number, folder)
            if not bench:
                yield WORDS["no_bench"].format(file=file)
            elif reason := bench_refusal(bench, _values(call)):
                yield WORDS["bench"].format(reason=reason)
        case "console":
            yield from _console(_values(call))


def _predictions(names: list[Any], path: Path) -> Iterator[str]:
    try:
        known = read_toml(path)
    except Unreadable:
        yield WORDS["no_file"].format(file=f"predictions/{path.name}")
        return
    for name in names:
        if name not in known:
            yield WORDS["predict"].format(name=short(name), file=path.name)


def _values(call: ast.Call) -> dict[str, Any]:
    """Return the values that a call gives by name, as far as they are written out."""
    found = {}
    for keyword in call.keywords:
        if keyword.arg is not None:
            try:
                found[keyword.arg] = ast.literal_eval(keyword.value)
            except ValueError:
                continue
    return found


def _console(values: dict[str, Any]) -> Iterator[str]:
    case = values.pop("case", None)
    if case is not None and case not in cases:
        yield WORDS["case"].format(name=short(case))
    try:
        Situation(**values)
    except (TypeError, ValueError) as reason:
        yield WORDS["console"].format(reason=reason)
