"""Predictions as data: what the reader commits to before the argument.

A file is TOML with one table per prediction, found by its name. Each holds a ``question``,
``options`` (list of ``key`` and ``label``), the ``answer`` (key of one option), what is read
after the commitment (``reveal``), its ``sources`` (ids of claims or tensions) and, if it has
one, a ``hint``.

A file that is handed out to be handed in begins with ``handed_out = true``. Its predictions
hold no ``answer``, no ``reveal`` and no ``sources``: the answer is discussed in class.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bor_widgets.course.quiz_items import Option, read_options, read_text
from bor_widgets.course.toml_file import read_toml_file
from bor_widgets.sources import rules, tensions

_REQUIRED = ("question", "options", "answer", "reveal", "sources")

#: what a prediction holds that tells its answer
TELLING = ("answer", "reveal", "sources")
_HANDED_OUT = ("question", "options")


#: more answers than this nobody weighs against each other
MOST_OPTIONS = 8


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
        data = read_toml_file(file)
    except ValueError as reason:
        raise PredictionFileError(str(reason)) from None
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
    options = read_options(entry["options"], "options", MOST_OPTIONS)
    question = read_text(entry["question"], "question")
    hint = read_text(entry["hint"], "hint") if entry.get("hint") else ""
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
        read_text(entry["reveal"], "reveal"),
        tuple(named),
        hint,
    )
