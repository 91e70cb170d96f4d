"""Slides as data: what a lesson shows on a projector, one screen after the other.

A file is TOML with a list ``[[slide]]``. Each has a ``title`` and, as it needs them, ``lines``
(up to four), ``show`` (what stands below them), ``set`` (inputs of the bench, only with
``show = "bench"``), ``sources`` (ids of the claims that the slide makes) and a ``note`` for the
speaker. ``show`` is one of ``predict:NAME``, ``quiz:ID``, ``tension:ID``, ``case:ID`` and
``bench``. Predictions and questions are those of the same lesson; their files lie in the
folders beside the slides.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

from bor_widgets.cases import cases
from bor_widgets.cases.faults import Fault, short
from bor_widgets.course.predictions import Prediction, load_predictions
from bor_widgets.course.quiz_items import Item, load_quiz
from bor_widgets.course.toml_file import read_toml_file
from bor_widgets.sources import debates, rules, tensions

#: what a slide can show below its lines; "" for nothing
Kind = Literal["", "predict", "bench", "quiz", "tension", "case"]
KINDS: tuple[str, ...] = tuple(kind for kind in get_args(Kind) if kind)

#: more than this cannot be read from the back of a room
LONGEST_TITLE, LONGEST_LINE, MOST_LINES = 70, 110, 4
LONGEST_NOTE, MOST_SLIDES, MOST_SOURCES = 600, 60, 8

KEYS = ("title", "lines", "show", "set", "sources", "note")

WORDS = {
    "list": "the file holds a list of 1 to {most} [[slide]] and nothing else",
    "table": "a slide is a table; given was {given}",
    "key": "is not a key of a slide; allowed are {known}",
    "text": "takes a text of 1 to {most} letters; given was {given}",
    "lines": "takes at most {most} lines of 1 to {letters} letters; given was {given}",
    "sources": "takes at most {most} ids of claims, tensions, debates or cases; given was {given}",
    "show": "takes bench, predict:NAME, quiz:ID, tension:ID or case:ID; given was {given}",
    "target": "names a {kind} that is there, one of {known}; given was {given}",
    "record": "names the id of a {kind} that is there, such as {kind}:{such}; given was {given}",
    "beside": "needs the lesson's own file, which has a fault ({reason})",
    "set_alone": 'belongs to a slide with show = "bench"; given was show = {given}',
    "set": "takes a table of inputs, each a number, a text, true, false or a list of texts; "
    "given was {given}",
}


class SlideFileError(ValueError):
    """A file of slides that cannot be used; ``faults`` lists why, one sentence each."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(f"{faults[0]}{more}")


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen of a lesson on a projector.

    Attributes
    ----------
    number
        Its place in the file, counted from 1.
    title
        What it says or asks, in one sentence.
    lines
        Short sentences below the title.
    kind, target
        What it shows: a kind, and of which name or id (an :class:`Item`, a
        :class:`Prediction`, or the id of a tension or a case); None for a bench.
    values
        Inputs of the bench to begin with. Whether the bench takes them is the bench's to say.
    sources
        Ids of the claims that the slide makes.
    note
        What the speaker should keep in mind.
    """

    number: int
    title: str
    lines: tuple[str, ...] = ()
    kind: Kind = ""
    target: Prediction | Item | str | None = None
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    sources: tuple[str, ...] = ()
    note: str = ""


def load_slides(path: str | Path, lesson: str) -> tuple[Slide, ...]:
    """Read the slides of a lesson.

    Parameters
    ----------
    path
        The file. Predictions and quiz are looked for in the folders beside its own.
    lesson
        Id of the lesson, for instance ``"L03"``.

    Raises
    ------
    SlideFileError
        If the file cannot be read, or anything in it is not as described above.
    """
    file = Path(path)
    found: list[Slide] = []
    faults: list[Fault] = []
    beside = _Beside(file, lesson)
    for number, entry in enumerate(_entries(file), start=1):
        wrong = list(_faults(entry, beside))
        faults += [Fault(file.name, f"slide {number}{f', {k}' if k else ''}", r) for k, r in wrong]
        if not wrong:
            found.append(_slide(number, entry, beside))
    if faults:
        raise SlideFileError(faults)
    return tuple(found)


class _Beside:
    """The lesson's own predictions and questions, read when a slide first names one."""

    def __init__(self, file: Path, lesson: str) -> None:
        folder, name = file.parent.parent, f"{lesson[1:]}.toml"
        self._makers: dict[str, Callable[[], Mapping[str, Any]]] = {
            "predict": lambda: load_predictions(folder / "predictions" / name, lesson),
            "quiz": lambda: {i.id: i for i in load_quiz(folder / "quizzes" / name)},
        }
        self._made: dict[str, Mapping[str, Any]] = {}

    def __getitem__(self, kind: str) -> Mapping[str, Any]:
        if kind not in self._made:
            self._made[kind] = self._makers[kind]()
        return self._made[kind]


def _entries(file: Path) -> list[Any]:
    try:
        data = read_toml_file(file)
    except ValueError as told:
        reason = str(told).removeprefix(f"{file.name}: ")
        raise SlideFileError([Fault(file.name, "", reason)]) from None
    entries = data.get("slide")
    several = isinstance(entries, list) and 1 <= len(entries) <= MOST_SLIDES
    if set(data) != {"slide"} or not isinstance(entries, list) or not several:
        raise SlideFileError([Fault(file.name, "", WORDS["list"].format(most=MOST_SLIDES))])
    return entries


def _faults(entry: Any, beside: _Beside) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a slide: at which key, and what is allowed."""
    if not isinstance(entry, dict):
        yield "", WORDS["table"].format(given=short(entry))
        return
    for key in entry:
        if key not in KEYS:
            yield key[:40], WORDS["key"].format(known=", ".join(KEYS))
    if not _is_text(entry.get("title"), LONGEST_TITLE):
        given = short(entry.get("title"))
        yield "title", WORDS["text"].format(most=LONGEST_TITLE, given=given)
    if "note" in entry and not _is_text(entry["note"], LONGEST_NOTE):
        yield "note", WORDS["text"].format(most=LONGEST_NOTE, given=short(entry["note"]))
    lines = entry.get("lines", [])
    fits = isinstance(lines, list) and len(lines) <= MOST_LINES
    if not fits or not all(_is_text(line, LONGEST_LINE) for line in lines):
        told = {"most": MOST_LINES, "letters": LONGEST_LINE, "given": short(lines)}
        yield "lines", WORDS["lines"].format(**told)
    named = entry.get("sources", [])
    fits = isinstance(named, list) and len(named) <= MOST_SOURCES
    if not fits or not all(_is_source(name) for name in named):
        yield "sources", WORDS["sources"].format(most=MOST_SOURCES, given=short(named))
    if "show" in entry and (reason := _show_fault(entry["show"], beside)):
        yield "show", reason
    if "set" in entry and entry.get("show") != "bench":
        yield "set", WORDS["set_alone"].format(given=short(entry.get("show", "")))
    elif "set" in entry and not _are_values(entry["set"]):
        yield "set", WORDS["set"].format(given=short(entry["set"]))


def _show_fault(show: Any, beside: _Beside) -> str:
    """Say why a slide cannot show what it names; "" if it can."""
    kind, _, name = show.partition(":") if isinstance(show, str) else ("", "", "")
    given = short(show)
    if kind not in KINDS or (show != "bench") != bool(name) or kind == "bench" != show:
        return WORDS["show"].format(given=given)
    if kind in ("predict", "quiz"):
        try:
            known = beside[kind]
        except (ValueError, TypeError) as error:
            return WORDS["beside"].format(reason=error)
        if name not in known:
            there = ", ".join(known)
            return WORDS["target"].format(kind=_NAMES[kind], known=there, given=given)
    there_is = {"tension": name in tensions, "case": _is_case(name)}.get(kind, True)
    if there_is:
        return ""
    return WORDS["record"].format(kind=kind, such=_SUCH[kind], given=given)


#: what the targets of a kind are called
_NAMES = {"predict": "prediction of this lesson", "quiz": "question of this lesson's quiz"}

#: an id of each kind of record
_SUCH = {"tension": "E01", "case": "C25"}


def _slide(number: int, entry: Mapping[str, Any], beside: _Beside) -> Slide:
    kind, _, name = entry.get("show", "").partition(":")
    target = beside[kind][name] if kind in ("predict", "quiz") else name or None
    return Slide(
        number=number,
        title=entry["title"],
        lines=tuple(entry.get("lines", ())),
        kind=kind,
        target=target,
        values=MappingProxyType(dict(entry.get("set", {}))),
        sources=tuple(entry.get("sources", ())),
        note=entry.get("note", ""),
    )


def _is_text(value: Any, most: int) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= most


def _is_case(name: str) -> bool:
    return name in cases


def _is_source(name: Any) -> bool:
    if not isinstance(name, str):
        return False
    return any(name in known for known in (rules, tensions, debates)) or _is_case(name)


def _are_values(values: Any) -> bool:
    return isinstance(values, dict) and all(map(_is_value, values.values()))


def _is_value(value: Any) -> bool:
    if isinstance(value, list):
        return all(isinstance(part, str) for part in value)
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, bool | int | str)
