"""Quiz items as data: what one holds, and how a file of them is read.

A file is TOML with a list ``[[item]]``. Each item has an ``id``, a ``kind``, a ``prompt``,
a ``source`` (a rule or a tension), a ``hint`` and an ``explanation`` that is shown once the
item is solved. What else it holds depends on its kind:

======== ============================================ ======================================
kind     holds                                        ``answer``
======== ============================================ ======================================
single   ``options``                                  key of the right option
multiple ``options``                                  keys of all right options
order    ``options``                                  all keys in the right order
match    ``left`` and ``options``                     left key to the key of its option
number   ``tolerance`` (0 if left out)                a number
short    -                                            accepted answers, the best one first
======== ============================================ ======================================

``options`` and ``left`` are lists of ``{ key = "...", label = "..." }``. ``feedback`` maps a
key (of an option; of ``left`` in a match; ``low`` or ``high`` for a number; a foreseen wrong
answer for a short one) to a sentence; ``other`` is said where no key fits.

A file that is handed out to be handed in begins with ``handed_out = true``. Its items hold
nothing that tells the answer: no ``answer``, ``explanation``, ``feedback`` or ``tolerance``; a
hint may be left out. The lines of an order or a match are shown as they stand there.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from bor_widgets.course.toml_file import parse_toml, read_toml_file
from bor_widgets.sources import rules, tensions

Kind = Literal["single", "multiple", "order", "match", "number", "short"]
KINDS: tuple[str, ...] = get_args(Kind)

#: a sentence longer than this is refused: no question needs it
LONGEST_TEXT = 2_000

_REQUIRED = ("id", "kind", "prompt", "source", "hint", "explanation", "answer")
_OPTIONAL = ("options", "left", "tolerance", "feedback")

#: what an item holds that tells its answer
TELLING = ("answer", "explanation", "feedback", "tolerance")
_HANDED_OUT = ("id", "kind", "prompt", "source")


class QuizFileError(ValueError):
    """A quiz file that cannot be used; the message names the file, the item and the reason."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen, moved or matched."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question with its answer. What ``answer`` holds depends on ``kind``.

    In an item that is handed out it is None, and ``explanation`` is empty.
    """

    id: str
    kind: Kind
    prompt: str
    source: str
    hint: str
    explanation: str
    answer: Any
    options: tuple[Option, ...] = ()
    left: tuple[Option, ...] = ()
    tolerance: float = 0.0
    feedback: Mapping[str, str] = field(default_factory=dict)

    @property
    def handed_out(self) -> bool:
        """Whether it came without its answer, to be handed in."""
        return self.answer is None

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the options."""
        return tuple(option.key for option in self.options)

    @property
    def left_keys(self) -> tuple[str, ...]:
        """Keys of the left side of a match."""
        return tuple(option.key for option in self.left)

    def label(self, key: str) -> str:
        """Words of an option, or of a left side."""
        return next(option.label for option in (*self.options, *self.left) if option.key == key)


def load_quiz(path: str | Path) -> tuple[Item, ...]:
    """Read the items of a file.

    Raises
    ------
    QuizFileError
        If the file cannot be read or anything in it is not as described above.
    """
    file = Path(path)
    try:
        data = read_toml_file(file)
    except ValueError as reason:
        raise QuizFileError(str(reason)) from None
    return _items(data, file.name)


def parse_quiz(text: str, name: str = "quiz") -> tuple[Item, ...]:
    """Read the items of a text in the form of a quiz file."""
    try:
        data = parse_toml(text, name)
    except ValueError as reason:
        raise QuizFileError(str(reason)) from None
    return _items(data, name)


def _items(data: dict[str, Any], name: str) -> tuple[Item, ...]:
    handed_out = data.pop("handed_out", False)
    if not isinstance(handed_out, bool):
        raise QuizFileError(f"{name}: handed_out takes true or false, not {handed_out!r:.40}")
    entries = data.get("item")
    if set(data) != {"item"} or not isinstance(entries, list) or not entries:
        raise QuizFileError(f"{name}: the file holds a list of [[item]] and nothing else")
    items: dict[str, Item] = {}
    for number, entry in enumerate(entries, start=1):
        called = entry.get("id") if isinstance(entry, dict) else None
        shown = called if isinstance(called, str) and len(called) <= 40 else f"number {number}"
        try:
            item = read_item(entry, handed_out=handed_out)
            if item.id in items:
                raise ValueError("another item has the same id")
        except ValueError as fault:
            raise QuizFileError(f"{name}: item {shown}: {fault}") from None
        items[item.id] = item
    return tuple(items.values())


def read_text(value: Any, key: str) -> str:
    """Return a text that is neither empty nor too long."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key} must be a text that is not empty")
    if len(value) > LONGEST_TEXT:
        raise ValueError(f"{key} is longer than {LONGEST_TEXT} letters")
    return value


def read_options(value: Any, key: str, most: int = 12) -> tuple[Option, ...]:
    """Return options that can be chosen, moved or matched: 2 at least, each with its own key."""
    if not isinstance(value, list) or not 2 <= len(value) <= most:
        raise ValueError(f"{key} must be a list of 2 to {most} entries")
    options = []
    for entry in value:
        if not isinstance(entry, dict) or set(entry) != {"key", "label"}:
            raise ValueError(f"each entry of {key} has a key and a label and nothing else")
        label = read_text(entry["label"], f"a label of {key}")
        options.append(Option(read_text(entry["key"], f"a key of {key}"), label))
    if len({option.key for option in options}) != len(options):
        raise ValueError(f"two entries of {key} have the same key")
    return tuple(options)


def read_item(entry: Any, *, handed_out: bool = False) -> Item:
    """Read one item.

    Parameters
    ----------
    entry
        The table of the item.
    handed_out
        Whether it stands in a file that is handed out, and so without its answer.

    Raises
    ------
    ValueError
        If a key is missing, unknown or holds what it should not; the message says which.
    """
    if not isinstance(entry, dict):
        raise ValueError("an item is a table")
    for key in _HANDED_OUT if handed_out else _REQUIRED:
        if key not in entry:
            raise ValueError(f"{key} is missing")
    for key in entry:
        if key not in (*_REQUIRED, *_OPTIONAL):
            raise ValueError(f"{str(key)[:40]!r} is not a key of an item")
        if handed_out and key in TELLING:
            raise ValueError(f"{key} does not belong into a file that is handed out")
    texts = {
        key: read_text(entry[key], key) for key in _REQUIRED if key != "answer" and key in entry
    }
    kind = texts["kind"]
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind[:40]!r}")
    if texts["source"] not in rules and texts["source"] not in tensions:
        raise ValueError(f"source {texts['source'][:40]!r} is neither a rule nor a tension")
    chosen = kind in ("single", "multiple", "order", "match")
    belongs = {"options": chosen, "left": kind == "match", "tolerance": kind == "number"}
    for key, wanted in belongs.items():
        if key in entry and not wanted:
            raise ValueError(f"{key} does not belong to an item of kind {kind}")
    options = read_options(entry.get("options"), "options") if chosen else ()
    left = read_options(entry.get("left"), "left") if kind == "match" else ()
    tolerance = entry.get("tolerance", 0.0)
    if not _is_number(tolerance) or tolerance < 0:
        raise ValueError("tolerance must be a number from 0 upwards")
    item = Item(
        answer=None if handed_out else _answer(kind, entry["answer"], options, left),
        options=options,
        left=left,
        tolerance=float(tolerance),
        feedback=_feedback(entry.get("feedback", {})),
        **{"hint": "", "explanation": "", **texts},  # type: ignore[arg-type]  # kind is checked
    )
    _check_feedback(item)
    return item


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _answer(kind: str, value: Any, options: tuple[Option, ...], left: tuple[Option, ...]) -> Any:
    keys = [option.key for option in options]
    texts = isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    match kind:
        case "single":
            if value not in keys:
                raise ValueError("answer must be the key of one option")
            return value
        case "multiple":
            if not texts or not value or len({*value, *keys}) != len(keys):
                raise ValueError("answer must be a list of keys of options")
            if len(set(value)) != len(value):
                raise ValueError("answer names a key twice")
            return tuple(value)
        case "order":
            if not texts or sorted(value) != sorted(keys):
                raise ValueError("answer must list the key of every option once")
            return tuple(value)
        case "match":
            sides = [option.key for option in left]
            if not isinstance(value, dict) or sorted(value) != sorted(sides):
                raise ValueError("answer must give every key of left one option")
            if any(key not in keys for key in value.values()):
                raise ValueError("answer gives a left side an option that is not there")
            return dict(value)
        case "number":
            if not _is_number(value):
                raise ValueError("answer must be a finite number")
            return float(value)
        case _:
            if not texts or not value or not all(entry.strip() for entry in value):
                raise ValueError("answer must be a list of accepted texts")
            return tuple(value)


def _feedback(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("feedback must be a table of sentences")
    return {
        key: read_text(sentence, f"feedback for {key[:40]!r}") for key, sentence in value.items()
    }


def _check_feedback(item: Item) -> None:
    known: Mapping[str, tuple[str, ...]] = {
        "single": item.keys,
        "multiple": item.keys,
        "order": (),
        "match": item.left_keys,
        "number": ("low", "high"),
    }
    if item.kind == "short":
        return
    for key in item.feedback:
        if key != "other" and key not in known[item.kind]:
            raise ValueError(f"feedback for {key[:40]!r} can never be said")
