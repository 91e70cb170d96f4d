"""Which kind of file is which: by the place where it lies, and by what it holds.

A further kind is one more entry of :data:`KINDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bor_widgets.cases import Fault, RecordError, read_case, records_folder
from bor_widgets.commands.check_data import (
    pair_faults,
    prediction_faults,
    quiz_faults,
    slide_faults,
)
from bor_widgets.commands.check_files import Unreadable, number_of, read_text, read_toml
from bor_widgets.commands.lesson_plan import KEYS as PLAN_KEYS
from bor_widgets.commands.lesson_plan import plan_faults


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that `bor check` knows.

    Attributes
    ----------
    one, more
        What one file, and several, are called in the last line.
    endings
        How the names of such files end.
    place
        Name of the folder in which such files lie; "" if they may lie anywhere.
    holds
        Whether a file elsewhere is one of them, from what it holds.
    faults
        Returns what is wrong with a file.
    """

    one: str
    more: str
    endings: tuple[str, ...]
    place: str
    holds: Callable[[Path], bool]
    faults: Callable[[Path], list[Fault]]


def _case_faults(path: Path) -> list[Fault]:
    try:
        read_case(path, theirs=path.resolve().parent != records_folder().resolve())
    except RecordError as error:
        return error.faults
    return []


def _lesson(path: Path) -> list[Fault]:
    # what reads notebooks is loaded for a lesson only
    from bor_widgets.commands.check_lesson import lesson_faults

    return lesson_faults(path)


def _guide(path: Path) -> list[Fault]:
    from bor_widgets.commands.check_lesson import guide_faults

    return guide_faults(path)


def _data(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path)
    except Unreadable:
        return {}


def _has(key: str) -> Callable[[Path], bool]:
    return lambda path: isinstance(_data(path).get(key), list)


def _is_predictions(path: Path) -> bool:
    entries = _data(path).values()
    return bool(entries) and all(isinstance(e, dict) and "question" in e for e in entries)


def _is_plan(path: Path) -> bool:
    data = _data(path)
    return "slug" not in data and bool({"claims", "bench"} & set(data) & set(PLAN_KEYS))


def _first_line(path: Path) -> str:
    try:
        return next((line for line in read_text(path).split("\n") if line.strip()), "")
    except Unreadable:
        return ""


def _is_notebook(path: Path) -> bool:
    return _first_line(path).strip() == "---"


def _is_guide(path: Path) -> bool:
    return _first_line(path).rstrip().endswith(": guide")


def _journal(path: Path) -> list[Fault]:
    from bor_widgets.course.class_files import journal_faults

    return [Fault(path.name, "", sentence) for sentence in journal_faults(path)]


def _is_rule_table(path: Path) -> bool:
    data = _data(path)
    return "slug" not in data and bool({"when", "otherwise", "moves"} & set(data))


def _rule_table(path: Path) -> list[Fault]:
    from bor_widgets.simulation.table_file import table_faults

    return table_faults(path)


_TOML, _TEXT, _LINES = (".toml",), (".md",), (".jsonl",)

#: the order decides: the first kind that fits is it, and a case is what nothing else is
KINDS: tuple[FileKind, ...] = (
    FileKind("journal", "journals", _LINES, "", lambda _: True, _journal),
    FileKind("quiz", "quizzes", _TOML, "quizzes", _has("item"), quiz_faults),
    FileKind("test", "tests", _TOML, "tests", _has("pair"), pair_faults),
    FileKind("set of slides", "sets of slides", _TOML, "slides", _has("slide"), slide_faults),
    FileKind("plan", "plans", _TOML, "plans", _is_plan, plan_faults),
    FileKind(
        "file of predictions",
        "files of predictions",
        _TOML,
        "predictions",
        _is_predictions,
        prediction_faults,
    ),
    FileKind("rule table", "rule tables", _TOML, "", _is_rule_table, _rule_table),
    FileKind("guide", "guides", _TEXT, "instructor", _is_guide, _guide),
    FileKind("lesson", "lessons", _TEXT, "", _is_notebook, _lesson),
    FileKind("case record", "case records", _TOML, "", lambda _: True, _case_faults),
)

#: folders beside the lessons that hold what belongs to them
PLACES = tuple(kind.place for kind in KINDS if kind.place)


def kind_of(path: Path) -> FileKind | None:
    """Return the kind of a file; None if it is none that is known."""
    fitting = [kind for kind in KINDS if path.name.lower().endswith(kind.endings)]
    for kind in fitting:
        # whoever puts a file there means it to be one; a text may also be for people alone
        meant = ".toml" in kind.endings or bool(number_of(path))
        if meant and kind.place and kind.place == path.resolve().parent.name:
            return kind
    return next((kind for kind in fitting if kind.holds(path)), None)


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that can be checked, and those of the folders of a lesson."""
    endings = {ending for kind in KINDS for ending in kind.endings}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in endings and (path.suffix == ".toml" or kind_of(path)):
            yield path
    for place in PLACES:
        inner = folder / place
        if inner.is_dir() and any(folder.glob("[0-9][0-9]-*.md")):
            yield from files_in(inner)
