"""The tests before and after the course: nothing is told before their end, then what was learnt."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bor_widgets import CourseTest
from bor_widgets.course.at_hand import journal_at_hand
from bor_widgets.course.course_test import course_test
from bor_widgets.course.quiz_items import Item


def right(item: Item) -> Any:
    return list(item.answer) if item.kind == "multiple" else item.answer


def wrong(item: Item) -> Any:
    other = next(key for key in item.keys if key not in item.answer)
    return [other] if item.kind == "multiple" else other


def take(test: CourseTest, right_ones: int) -> None:
    """Answer every item, so many of them right."""
    for index, pair in enumerate(test.pairs):
        item = pair.before if test.when == "before" else pair.after
        test.attempt(item.id, right(item) if index < right_ones else wrong(item))


def test_there_are_twenty_pairs_of_two_questions_each_about_one_claim() -> None:
    pairs = course_test()
    assert len(pairs) == 20
    assert len({item.id for pair in pairs for item in (pair.before, pair.after)}) == 40
    assert all(pair.before.source == pair.after.source == pair.claim for pair in pairs)
    assert all(pair.before.prompt != pair.after.prompt for pair in pairs)


@pytest.mark.parametrize("when", ["before", "after"])
def test_the_page_never_tells_whether_an_answer_is_right(when: Any) -> None:
    pages = []
    for answer in (right, wrong):
        journal_at_hand.cache_clear()
        journal_at_hand().begin_anew()
        test = CourseTest(when)
        item = test.pairs[0].before if when == "before" else test.pairs[0].after
        test.attempt(item.id, answer(item))
        result = {k: v for k, v in test.results[item.id].items() if k != "response"}
        pages.append(result)
        state = test.get_state()
        told = json.dumps({k: v for k, v in state.items() if not k.startswith("_")}, default=str)
        assert item.explanation not in told
        assert item.hint not in told
    assert pages[0] == pages[1]


def test_the_last_answer_counts_and_is_in_the_journal() -> None:
    test = CourseTest("before")
    item = test.pairs[0].before
    test.attempt(item.id, wrong(item))
    test.attempt(item.id, right(item))
    kept = [entry.value["right"] for entry in journal_at_hand().journal.all("answer", item.id)]
    assert kept == [False, True]
    assert test.score["solved"] == 1


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        # of the ten that were missing five were learnt: (15 - 10) / (20 - 10)
        (10, 15, "Before the course 10 of 20 were right, now 15. Of what you could still learn"),
        (10, 20, "100%"),
        (12, 8, "now 8. Look at the lessons"),
        (20, 18, "All 20 were right before the course already, and now 18 are."),
        (None, 7, "7 of 20 are right. There is no test before the course to compare."),
    ],
)
def test_after_the_last_answer_it_is_told_what_was_learnt(
    before: int | None, after: int, says: str
) -> None:
    if before is not None:
        take(CourseTest("before"), before)
    test = CourseTest("after")
    assert "told" not in test.score
    take(test, after)
    assert says in test.score["told"]
    if (before, after) == (10, 15):
        assert "you have learnt 50%" in test.score["told"]


def test_the_very_last_answer_is_counted() -> None:
    test = CourseTest("after")
    take(test, 20)
    assert test.score["told"].startswith("20 of 20")


def test_another_word_is_refused() -> None:
    with pytest.raises(ValueError, match="'before' or 'after'"):
        CourseTest("during")  # type: ignore[arg-type]
