"""CasePicker: the answer never comes before the prediction."""

from __future__ import annotations

from typing import Any

import pytest
import traitlets

from bor_widgets.widgets.case_picker import LONGEST_REASON, CasePicker

CASES = [{"slug": "iraq", "title": "Iraq"}, {"slug": "vietnam", "title": "Vietnam"}]
ACTIONS = [{"key": "mix", "label": "Mix"}, {"key": "breakup", "label": "Break up"}]


def picker(selected: str = "iraq") -> CasePicker:
    widget = CasePicker(cases=CASES, actions=ACTIONS)
    widget.selected = selected
    return widget


def commit(widget: CasePicker, **message: Any) -> None:
    widget._receive(widget, {"kind": "commit", "action": "mix", **message}, [])


def test_the_answer_cannot_be_set_before_a_prediction() -> None:
    widget = picker()
    with pytest.raises(traitlets.TraitError, match="only after a prediction"):
        widget.reveal = {"done": "They broke up the tie."}
    assert widget.get_state()["reveal"] == {}


def test_the_listener_of_a_prediction_may_give_the_answer() -> None:
    widget = picker()
    widget.hear("commit", lambda _: setattr(widget, "reveal", {"done": "They broke it up."}))
    commit(widget, reason="  It was direct. ")
    assert widget.committed == {"action": "mix", "reason": "It was direct."}
    assert widget.reveal["done"] == "They broke it up."


def test_a_prediction_is_made_once() -> None:
    widget = picker()
    commit(widget)
    commit(widget, action="breakup")
    assert widget.committed["action"] == "mix"


@pytest.mark.parametrize(
    "message",
    [{"action": "invade"}, {"action": None}, {"reason": 3}, {"reason": "x" * (LONGEST_REASON + 1)}],
)
def test_what_is_no_prediction_is_ignored(message: dict[str, Any]) -> None:
    widget = picker()
    commit(widget, **message)
    assert widget.committed == {}


def test_without_a_case_there_is_nothing_to_predict() -> None:
    widget = picker("")
    commit(widget)
    assert widget.committed == {}


def test_another_case_takes_prediction_and_answer_away() -> None:
    widget = picker()
    commit(widget)
    widget.reveal = {"done": "They broke it up."}
    widget.selected = "vietnam"
    assert (widget.page, widget.committed, widget.reveal) == ({}, {}, {})


def test_an_unknown_case_is_refused_and_the_old_one_stays() -> None:
    widget = picker()
    with pytest.raises(traitlets.TraitError, match="slug of a case"):
        widget.selected = "atlantis"
    assert widget.selected == "iraq"


def test_a_lock_opens_and_closes_only_the_other_way() -> None:
    heard: list[str] = []
    widget = picker()
    widget.page = {"coded": [{"name": "threat", "locked": True}, {"name": "k", "locked": False}]}
    for kind in ("lock", "unlock"):
        widget.hear(kind, lambda message: heard.append(f"{message['kind']} {message['name']}"))
    for kind in ("lock", "unlock"):
        for name in ("threat", "k", "nowhere"):
            widget._receive(widget, {"kind": kind, "name": name}, [])
    assert heard == ["lock k", "unlock threat"]
