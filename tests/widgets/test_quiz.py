"""Quiz: no answer in the page before it is found, every attempt kept, a score that is fair."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bor_widgets.course.quiz_answers import answer_label
from bor_widgets.course.quiz_items import load_quiz
from bor_widgets.widgets.quiz import Quiz

ITEMS = load_quiz(Path(__file__).parents[2] / "lessons" / "quizzes" / "03.toml")
BY_ID = {item.id: item for item in ITEMS}


def quiz() -> Quiz:
    return Quiz(ITEMS)


def page(widget: Quiz) -> str:
    state = widget.get_state()
    return json.dumps({key: state[key] for key in state if not key.startswith("_")}, default=str)


def test_the_page_holds_no_answer_explanation_or_feedback_at_first() -> None:
    told = page(quiz())
    for item in ITEMS:
        assert item.explanation not in told
        assert "answer" not in [key for question in quiz().questions for key in question]
        for sentence in item.feedback.values():
            assert sentence not in told


def test_an_order_is_never_shown_solved() -> None:
    for question in quiz().questions:
        if question["kind"] == "order":
            shown = tuple(option["key"] for option in question["options"])
            assert shown != BY_ID[question["id"]].answer


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_item_can_be_solved_through_the_page(item: Any) -> None:
    widget = quiz()
    given = item.answer[0] if item.kind == "short" else item.answer
    response = list(given) if isinstance(given, tuple) else given
    widget._receive(widget, {"kind": "attempt", "id": item.id, "response": response}, [])
    result = widget.results[item.id]
    assert result["closed"]
    assert result["answer"] == answer_label(item)
    assert result["explanation"] == item.explanation
    assert result["source"]["id"] == item.source
    assert widget.score == {"solved": 1, "first": 1, "total": len(ITEMS)}


def test_a_wrong_attempt_gives_feedback_but_not_the_answer() -> None:
    widget = quiz()
    assert widget.attempt("L03-direct", "soften") is False
    result = widget.results["L03-direct"]
    assert result["notes"] == [BY_ID["L03-direct"].feedback["soften"]]
    assert result["marks"] == {"soften": False}
    assert "answer" not in result
    assert BY_ID["L03-direct"].explanation not in page(widget)


def test_every_attempt_is_kept_and_a_later_success_is_not_a_first_one() -> None:
    widget = quiz()
    widget.attempt("L03-areas", "1")
    widget.attempt("L03-areas", "2")
    assert [(kept["response"], kept["correct"], kept["attempt"]) for kept in widget.responses] == [
        (1.0, False, 1),
        (2.0, True, 2),
    ]
    assert (widget.score["solved"], widget.score["first"]) == (1, 0)


def test_nothing_given_is_not_an_attempt() -> None:
    widget = quiz()
    assert widget.attempt("L03-direct", "") is None
    assert widget.responses == []
    assert "first" in widget.results["L03-direct"]["message"]
    assert widget.attempt("L03-direct", "end") is True
    assert widget.score["first"] == 1


def test_a_solved_item_takes_no_more_attempts() -> None:
    widget = quiz()
    widget.attempt("L03-areas", 2)
    assert widget.attempt("L03-areas", 5) is None
    assert widget.results["L03-areas"]["correct"]


def test_the_answer_is_shown_on_request_only_after_two_attempts_and_does_not_score() -> None:
    widget = quiz()
    ask = {"kind": "give_up", "id": "L03-areas"}
    widget._receive(widget, ask, [])
    assert widget.results == {}
    widget.attempt("L03-areas", 1)
    widget._receive(widget, ask, [])
    assert not widget.results["L03-areas"]["closed"]
    widget.attempt("L03-areas", 3)
    widget._receive(widget, ask, [])
    assert widget.results["L03-areas"]["closed"]
    assert widget.results["L03-areas"]["answer"] == "2"
    assert widget.score["solved"] == 0


def test_saved_responses_are_judged_anew() -> None:
    first = quiz()
    first.attempt("L03-areas", 1)
    first.attempt("L03-areas", 3)
    first.give_up("L03-areas")
    first.attempt("L03-direct", "end")
    saved = json.loads(json.dumps(first.responses))
    for kept in saved:
        kept["correct"] = True
    second = quiz()
    second.restore(saved)
    assert second.results == first.results
    assert second.score == first.score
    assert second.responses == first.responses


def test_responses_to_another_quiz_are_refused_and_nothing_is_lost() -> None:
    widget = quiz()
    widget.attempt("L03-areas", 2)
    before = widget.results
    with pytest.raises(ValueError, match="no item 'L99'"):
        widget.restore([{"id": "L99", "response": 1}])
    assert widget.results == before


@pytest.mark.parametrize(
    "message",
    [
        {"kind": "attempt"},
        {"kind": "attempt", "id": ["L03-areas"]},
        {"kind": "attempt", "id": "L99", "response": 2},
    ],
)
def test_a_message_about_no_item_is_ignored(message: dict[str, Any]) -> None:
    widget = quiz()
    widget._receive(widget, message, [])
    assert widget.results == {}


def test_a_quiz_needs_items_with_ids_of_their_own() -> None:
    with pytest.raises(ValueError, match="at least one item"):
        Quiz([])
    with pytest.raises(ValueError, match="id of its own"):
        Quiz([ITEMS[0], ITEMS[0]])
