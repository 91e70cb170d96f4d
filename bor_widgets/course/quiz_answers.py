"""What an answer to a quiz item is worth. Answers are judged here, never in the page."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from bor_widgets.course.quiz_items import Item

#: an answer in words longer than this is refused
LONGEST_ANSWER = 300


class NoAnswerError(ValueError):
    """Nothing that could be judged was given, so that it does not count as an attempt."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an answer stands.

    ``marks`` says of each part that the reader gave whether it is right; it never names a
    part that the reader did not give. ``missing`` counts right options not chosen.
    """

    correct: bool
    marks: dict[str, bool] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    missing: int = 0


def read_answer(item: Item, raw: Any) -> Any:
    """Return what the page sent in the form in which it is judged.

    Raises
    ------
    NoAnswerError
        If it is empty, of another form, or names what the item does not offer.
    """
    match item.kind:
        case "single":
            if isinstance(raw, str) and raw in item.keys:
                return raw
        case "multiple":
            if isinstance(raw, list) and raw and all(key in item.keys for key in raw):
                return [key for key in item.keys if key in raw]
        case "order":
            texts = isinstance(raw, list) and all(isinstance(key, str) for key in raw)
            if texts and sorted(raw) == sorted(item.keys):
                return list(raw)
        case "match":
            whole = isinstance(raw, dict) and set(raw) == set(item.left_keys)
            if whole and all(key in item.keys for key in raw.values()):
                return {key: raw[key] for key in item.left_keys}
        case "number":
            return _number(raw)
        case "short":
            if isinstance(raw, str) and plain(raw) and len(raw) <= LONGEST_ANSWER:
                return raw.strip()
    raise NoAnswerError(item.kind)


def _number(raw: Any) -> float:
    if isinstance(raw, str):
        try:
            raw = float(raw.strip().replace(",", "."))
        except ValueError:
            raise NoAnswerError("number") from None
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise NoAnswerError("number")
    try:
        number = float(raw)
    except OverflowError:  # more digits than a number may have
        number = math.inf
    if not math.isfinite(number):
        raise NoAnswerError("number")
    return number


def judge_answer(item: Item, answer: Any) -> Outcome:
    """Say how an answer stands that :func:`read_answer` has returned."""
    match item.kind:
        case "single":
            return _chosen(item, [answer], [item.answer])
        case "multiple":
            return _chosen(item, answer, item.answer)
        case "order":
            return _marked(item, {key: item.answer[at] == key for at, key in enumerate(answer)})
        case "match":
            marks = {key: answer[key] == item.answer[key] for key in item.left_keys}
            return _marked(item, marks)
        case "number":
            gap = answer - item.answer
            if abs(gap) <= item.tolerance:
                return Outcome(True)
            return Outcome(False, notes=_say(item, ["low" if gap < 0 else "high"]))
        case _:
            given = plain(answer)
            if any(_same(given, plain(accepted)) for accepted in item.answer):
                return Outcome(True)
            foreseen = [key for key in item.feedback if key != "other" and _same(given, plain(key))]
            return Outcome(False, notes=_say(item, foreseen))


def answer_label(item: Item) -> str:
    """Return the right answer in words, for a reader who has solved the item or given up."""
    match item.kind:
        case "single":
            return item.label(item.answer)
        case "multiple":
            return "; ".join(item.label(key) for key in item.keys if key in item.answer)
        case "order":
            return " → ".join(item.label(key) for key in item.answer)
        case "match":
            pairs = ((key, item.answer[key]) for key in item.left_keys)
            return "; ".join(f"{item.label(left)}: {item.label(right)}" for left, right in pairs)
        case "number":
            return f"{item.answer:g}"
        case _:
            return str(item.answer[0])


def plain(text: str) -> str:
    """Return the words of a text without capitals, accents, punctuation and articles."""
    parts = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    words = re.sub(r"[\W_]+", " ", bare).split()
    return " ".join(word for word in words if word not in ("a", "an", "the"))


def _say(item: Item, keys: list[str]) -> tuple[str, ...]:
    told = tuple(item.feedback[key] for key in keys if key in item.feedback)
    return told or tuple(item.feedback[key] for key in ("other",) if key in item.feedback)


def _chosen(item: Item, given: list[str], right: Any) -> Outcome:
    marks = {key: key in right for key in given}
    missing = sum(key not in given for key in right) if item.kind == "multiple" else 0
    correct = set(given) == set(right)
    told = tuple(item.feedback[key] for key in given if key in item.feedback)
    return Outcome(correct, marks, told if correct or told else _say(item, []), missing)


def _marked(item: Item, marks: dict[str, bool]) -> Outcome:
    if all(marks.values()):
        return Outcome(True, marks)
    return Outcome(False, marks, _say(item, [key for key, right in marks.items() if not right]))


def _same(given: str, accepted: str) -> bool:
    """Whether two answers are the same but for one slip of the pen in a longer word.

    One slip is forgiven from six letters on, so that "indirect" never passes for "direct".
    """
    squeezed, wanted = given.replace(" ", ""), accepted.replace(" ", "")
    return squeezed == wanted or (len(wanted) >= 6 and _one_slip(squeezed, wanted))


def _one_slip(given: str, wanted: str) -> bool:
    if abs(len(given) - len(wanted)) > 1:
        return False
    start = 0
    while start < min(len(given), len(wanted)) and given[start] == wanted[start]:
        start += 1
    rest, aim = given[start:], wanted[start:]
    swapped = len(rest) >= 2 and rest[1::-1] == aim[:2] and rest[2:] == aim[2:]
    return swapped or rest[1:] == aim[1:] or rest[1:] == aim or rest == aim[1:]
