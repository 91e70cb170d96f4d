"""Predictions as data: what the reader commits to before the argument.

A file is TOML with one table per prediction, found by its name. Each holds a ``question``,
``options`` (list of ``key`` and ``label``), the ``answer`` (key of one option), what is read
after the commitment (``reveal``), its ``sources`` (ids of claims or tensions) and, if it has
one, a ``hint``.

A file that is handed out to be handed in begins with ``handed_out = true``. Its predictions
hold no ``answer``, no ``reveal`` and no ``sources``: the answer is discussed in class.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bor_widgets.course.quiz_items import LARGEST_FILE, LONGEST_TEXT, Option
from bor_widgets.sources import rules, tensions

_REQUIRED = ("question", "options", "answer", "reveal", "sources")

#: what a prediction holds that tells its answer
TELLING = ("answer", "reveal", "sources")
_HANDED_OUT = ("question", "options")


class PredictionFileError(ValueError):
    """A file of predictions that cannot be used; the message names file, entry and reason."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """One question that is answered before the answer is shown.

    ``name`` finds it in its lesson, ``key`` in the whole course (``"L03/power"``). One that is
    handed out has no ``answer``, no ``reveal`` and no ``sources``.
    """

    lesson: str
    name: str
    question: str
    options: tuple[Option, ...]
    answer: str
    reveal: str
    sources: tuple[str, ...]
    hint: str = ""

    @property
    def key(self) -> str:
        """The name under which a journal keeps it."""
        return f"{self.lesson}/{self.name}"

    @property
    def handed_out(self) -> bool:
        """Whether it came without its answer, to be handed in."""
        return not self.answer

    def label(self, key: str) -> str:
        """Words of an option."""
        return next(option.label for option in self.options if option.key == key)


def load_predictions(path: str | Path, lesson: str) -> dict[str, Prediction]:
    """Read a file of predictions.

    Parameters
    ----------
    path
        The file.
    lesson
        Id of the lesson that asks them, for instance ``"L03"``.

    Raises
    ------
    PredictionFileError
        If the file cannot be read or anything in it is not as described above.
    """
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise PredictionFileError(f"{file.name}: the file is larger than {LARGEST_FILE} bytes")
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise PredictionFileError(f"{file.name}: it cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise PredictionFileError(f"{file.name}: the file is not UTF-8 text") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PredictionFileError(f"{file.name}: not valid TOML ({error})") from None
    found = {}
    # a table of this name is a prediction like any other
    handed_out = data.pop("handed_out", False) if type(data.get("handed_out")) is bool else False
    for name, entry in data.items():
        try:
            found[name] = _prediction(lesson, name, entry, handed_out=handed_out)
        except ValueError as fault:
            raise PredictionFileError(f"{file.name}: {name[:40]!r}: {fault}") from None
    return found


def _prediction(lesson: str, name: str, entry: Any, *, handed_out: bool) -> Prediction:
    if not isinstance(entry, dict):
        raise ValueError("a prediction is a table")
    for key in _HANDED_OUT if handed_out else _REQUIRED:
        if key not in entry:
            raise ValueError(f"{key} is missing")
    for key in entry:
        if key not in (*_REQUIRED, "hint"):
            raise ValueError(f"{key[:40]!r} is not a key of a prediction")
        if handed_out and key in TELLING:
            raise ValueError(f"{key} does not belong into a file that is handed out")
    options = _options(entry["options"])
    question = _text(entry["question"], "question")
    hint = _text(entry["hint"], "hint") if entry.get("hint") else ""
    if handed_out:
        return Prediction(lesson, name, question, options, "", "", (), hint)
    if entry["answer"] not in [option.key for option in options]:
        raise ValueError(f"answer must be the key of one option, not {entry['answer']!r}")
    named = entry["sources"]
    if not isinstance(named, list) or not named:
        raise ValueError("sources must name at least one claim or tension")
    for source in named:
        if source not in rules and source not in tensions:
            raise ValueError(f"source {str(source)[:40]!r} is neither a rule nor a tension")
    return Prediction(
        lesson,
        name,
        question,
        options,
        entry["answer"],
        _text(entry["reveal"], "reveal"),
        tuple(named),
        hint,
    )


def _options(value: Any) -> tuple[Option, ...]:
    if not isinstance(value, list) or not 2 <= len(value) <= 8:
        raise ValueError("options must be a list of 2 to 8 entries")
    found = []
    for entry in value:
        if not isinstance(entry, dict) or set(entry) != {"key", "label"}:
            raise ValueError("each option has a key and a label and nothing else")
        found.append(Option(_text(entry["key"], "a key"), _text(entry["label"], "a label")))
    if len({option.key for option in found}) != len(found):
        raise ValueError("two options have the same key")
    return tuple(found)


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key} must be a text that is not empty")
    if len(value) > LONGEST_TEXT:
        raise ValueError(f"{key} is longer than {LONGEST_TEXT} letters")
    return value
