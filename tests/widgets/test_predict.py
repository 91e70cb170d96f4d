"""Predict: the answer is not in the page before the commitment, which then stays."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bor_widgets.widgets.predict import Predict

OPTIONS = [{"key": "same", "label": "The same"}, {"key": "other", "label": "Another one"}]
ANSWER: dict[str, Any] = {"key": "same", "text": "Only the judgement counts.", "sources": []}


def question() -> Predict:
    return Predict("Which principle applies now?", OPTIONS, ANSWER)


def test_before_the_commitment_the_page_does_not_hold_the_answer() -> None:
    state = question().get_state()
    assert state["answer"] == {}
    told = json.dumps({key: state[key] for key in state if not key.startswith("_")}, default=str)
    assert "Only the judgement counts." not in told


def test_after_the_commitment_the_answer_arrives_and_python_can_read_the_choice() -> None:
    widget = question()
    widget._receive(widget, {"kind": "commit", "key": "other"}, [])
    assert widget.committed == "other"
    assert widget.answer["text"] == "Only the judgement counts."


@pytest.mark.parametrize("way", ["message", "state", "trait"])
def test_a_commitment_stays(way: str) -> None:
    widget = question()
    widget.commit("other")
    if way == "message":
        widget._receive(widget, {"kind": "commit", "key": "same"}, [])
    elif way == "state":
        widget.set_state({"committed": "same"})
    else:
        widget.committed = ""
    assert widget.committed == "other"


def test_committing_again_to_something_else_says_so() -> None:
    widget = question()
    widget.commit("other")
    with pytest.raises(ValueError, match="stays"):
        widget.commit("same")


@pytest.mark.parametrize("key", ["", "third", None, 4, ["same"]])
def test_an_unknown_answer_is_ignored(key: Any) -> None:
    widget = question()
    widget._receive(widget, {"kind": "commit", "key": key}, [])
    assert widget.committed == ""
    assert widget.answer == {}


def test_an_answer_that_is_no_option_is_refused() -> None:
    with pytest.raises(ValueError, match="the answer's key"):
        Predict("?", OPTIONS, {"key": "third"})


def test_two_options_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="different keys"):
        Predict("?", [*OPTIONS, OPTIONS[0]], ANSWER)
