"""Right and wrong answers to a question, as a page would send them."""

from __future__ import annotations

from random import Random
from typing import Any

from bor_widgets.course.gain import is_right
from bor_widgets.course.quiz_items import Item

#: what somebody writes who does not know the word
NOT_KNOWN = "no idea"


def right_answer(item: Item) -> Any:
    """Return a right answer."""
    match item.kind:
        case "multiple" | "order":
            return list(item.answer)
        case "match":
            return dict(item.answer)
        case "short":
            return item.answer[0]
    return item.answer


def wrong_answer(item: Item, chance: Random) -> Any:
    """Return a wrong answer; the first of the wrong ones is the most frequent."""
    for _ in range(20):
        made = _guess(item, chance)
        if not is_right(item, made):
            return made
    # whatever is guessed is right: an empty answer would not be taken by a page
    return NOT_KNOWN if item.kind == "short" else _guess(item, chance)


def _guess(item: Item, chance: Random) -> Any:
    match item.kind:
        case "single":
            wrong = [key for key in item.keys if key != item.answer]
            return chance.choices(wrong, [3, *(1 for _ in wrong[1:])])[0]
        case "multiple":
            return [key for key in item.keys if chance.random() < 0.5] or [item.keys[-1]]
        case "order":
            return chance.sample(item.keys, len(item.keys))
        case "match":
            return {key: chance.choice(item.keys) for key in item.left_keys}
        case "number":
            return item.answer + (item.tolerance + 1) * chance.choice([-2, -1, 1, 2])
    return NOT_KNOWN
