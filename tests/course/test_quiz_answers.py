"""Judging answers: forgiving where it does no harm, strict where words differ by little."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.course.quiz_answers import (
    NoAnswerError,
    answer_label,
    judge_answer,
    plain,
    read_answer,
)
from bor_widgets.course.quiz_items import Item, Option

TEXTS: dict[str, Any] = {
    "id": "one",
    "prompt": "?",
    "source": "R01",
    "hint": "Look.",
    "explanation": "Because.",
}
ABC = (Option("a", "A"), Option("b", "B"), Option("c", "C"))


def item(kind: Any, answer: Any, **more: Any) -> Item:
    return Item(kind=kind, answer=answer, **TEXTS, **more)


def right(asked: Item, raw: Any) -> bool:
    return judge_answer(asked, read_answer(asked, raw)).correct


@pytest.mark.parametrize(
    "given", ["self-restraint", "Self restraint", " SELF-RESTRAINT. ", "selfrestraint"]
)
def test_short_answers_forgive_spelling_of_hyphens_and_capitals(given: str) -> None:
    assert right(item("short", ("self-restraint",)), given)


@pytest.mark.parametrize("given", ["breakupp", "brekup", "braekup", "the break-up"])
def test_short_answers_forgive_one_slip_in_a_longer_word(given: str) -> None:
    assert right(item("short", ("breakup",)), given)


@pytest.mark.parametrize(
    ("accepted", "given"),
    [("direct", "indirect"), ("indirect", "direct"), ("mix", "six"), ("breakup", "not breakup")],
)
def test_short_answers_that_mean_something_else_are_wrong(accepted: str, given: str) -> None:
    assert not right(item("short", (accepted,)), given)


def test_a_foreseen_wrong_answer_gets_its_own_sentence() -> None:
    asked = item("short", ("restraint",), feedback={"power": "No, not power.", "other": "Think."})
    assert judge_answer(asked, "Power!").notes == ("No, not power.",)
    assert judge_answer(asked, "trade").notes == ("Think.",)


@pytest.mark.parametrize("raw", [2, 2.0, "2", " 2,0 "])
def test_a_number_may_be_typed_in_either_way(raw: Any) -> None:
    assert right(item("number", 2.0), raw)


def test_a_number_says_in_which_direction_it_misses() -> None:
    asked = item("number", 2.0, tolerance=0.5, feedback={"low": "More.", "high": "Fewer."})
    assert judge_answer(asked, 1.0).notes == ("More.",)
    assert judge_answer(asked, 3.0).notes == ("Fewer.",)
    assert judge_answer(asked, 2.5).correct


def test_a_choice_of_several_counts_what_is_missing_without_naming_it() -> None:
    asked = item("multiple", ("a", "c"), options=ABC)
    outcome = judge_answer(asked, read_answer(asked, ["a", "b"]))
    assert outcome.marks == {"a": True, "b": False}
    assert outcome.missing == 1
    assert right(asked, ["c", "a"])


def test_an_order_marks_what_stands_in_its_place() -> None:
    asked = item("order", ("a", "b", "c"), options=ABC)
    assert judge_answer(asked, ["a", "c", "b"]).marks == {"a": True, "c": False, "b": False}
    assert right(asked, ["a", "b", "c"])


def test_a_match_may_use_one_option_twice() -> None:
    asked = item(
        "match", {"x": "a", "y": "a"}, options=ABC, left=(Option("x", "X"), Option("y", "Y"))
    )
    assert right(asked, {"x": "a", "y": "a"})
    assert judge_answer(asked, {"x": "a", "y": "b"}).marks == {"x": True, "y": False}


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("single", ""),
        ("single", "z"),
        ("single", ["a"]),
        ("multiple", []),
        ("multiple", ["z"]),
        ("multiple", [["a"]]),
        ("order", ["a", "b"]),
        ("order", ["a", "a", "b"]),
        ("order", [1, 2, 3]),
        ("match", {"x": ""}),
        ("match", {}),
        ("match", "a"),
        ("number", "two"),
        ("number", "nan"),
        ("number", True),
        ("number", None),
        ("short", "  . "),
        ("short", 4),
        ("short", "x" * 5000),
    ],
)
def test_what_is_no_answer_does_not_count(kind: str, raw: Any) -> None:
    answers: dict[str, Any] = {
        "single": "a",
        "multiple": ("a",),
        "order": ("a", "b", "c"),
        "match": {"x": "a"},
        "number": 2.0,
        "short": ("yes",),
    }
    left = (Option("x", "X"),) if kind == "match" else ()
    with pytest.raises(NoAnswerError):
        read_answer(item(kind, answers[kind], options=ABC, left=left), raw)


def test_answers_in_words() -> None:
    assert answer_label(item("order", ("b", "a", "c"), options=ABC)) == "B → A → C"
    assert answer_label(item("multiple", ("c", "a"), options=ABC)) == "A; C"
    assert answer_label(item("number", 2.0)) == "2"


def test_plain_words() -> None:
    assert plain("  The Self-Restraint, é! ") == "self restraint e"
