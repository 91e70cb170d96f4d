"""What was learnt between the test before and the test after the course.

The normalised gain is the part of what could still be gained that was gained,
(after - before) / (1 - before), with both tests as shares of their items. It has no value for
a student who had everything right before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bor_widgets.course.course_test import Pair
from bor_widgets.course.journal import Journal
from bor_widgets.course.quiz_answers import NoAnswerError, judge_answer, read_answer
from bor_widgets.course.quiz_items import Item


@dataclass(frozen=True, slots=True)
class Gain:
    """Right answers of one student before and after; None where the test was not taken.

    A test is taken when at least one of its items is answered; an item that was left out
    counts as not right.
    """

    before: int | None
    after: int | None
    items: int

    @property
    def normalised(self) -> float | None:
        """The part of what could be gained that was gained; None where it has no value."""
        if self.before is None or self.after is None or self.before == self.items:
            return None
        return (self.after - self.before) / (self.items - self.before)


def gain_of(journal: Journal, pairs: Sequence[Pair]) -> Gain:
    """Return what one student gained; the last answer to an item counts.

    Answers are judged anew: what a journal says of itself is not relied on.
    """
    before = _right(journal, [pair.before for pair in pairs])
    after = _right(journal, [pair.after for pair in pairs])
    return Gain(before, after, len(pairs))


def _right(journal: Journal, items: Iterable[Item]) -> int | None:
    given = [(item, journal.latest("answer", item.id)) for item in items]
    if all(value is None for _, value in given):
        return None
    return sum(value is not None and is_right(item, value["response"]) for item, value in given)


def is_right(item: Item, response: object) -> bool:
    """Whether a response is right; one that the item does not offer is not."""
    try:
        return judge_answer(item, read_answer(item, response)).correct
    except NoAnswerError:
        return False


def class_gain(gains: Iterable[Gain]) -> float | None:
    """Return the normalised gain of a class: of its mean scores, over those who took both tests.

    None where nobody did, or where everything was right before.
    """
    both = [g for g in gains if g.before is not None and g.after is not None]
    before = sum(g.before or 0 for g in both)
    after = sum(g.after or 0 for g in both)
    room = sum(g.items for g in both) - before
    return (after - before) / room if room else None
