"""Controls: values come back as they were typed, locks open on request only."""

from __future__ import annotations

from typing import Any

from bor_widgets.widgets.controls import WORDS, Controls


def test_what_was_typed_is_kept_out_of_range_and_as_text() -> None:
    widget = Controls(values={"threat": 0.5})
    widget.set_state({"values": {"threat": 7, "relationship": "abc"}})
    assert widget.values == {"threat": 7, "relationship": "abc"}


def test_an_observer_sees_each_new_value_once() -> None:
    seen: list[Any] = []
    widget = Controls(values={"threat": 0.5})
    widget.observe(lambda change: seen.append(change["new"]["threat"]), "values")
    widget.set_state({"values": {"threat": 0.6}})
    widget.set_state({"values": {"threat": 0.6}})
    assert seen == [0.6]


def test_only_what_is_locked_can_be_unlocked() -> None:
    heard: list[Any] = []
    widget = Controls(locked={"threat": "coded from the case"})
    widget.hear("unlock", heard.append)
    widget._receive(widget, {"kind": "unlock", "name": "relationship"}, [])
    assert heard == []
    widget._receive(widget, {"kind": "unlock", "name": "threat"}, [])
    assert heard == [{"kind": "unlock", "name": "threat"}]


def test_every_flag_has_its_words() -> None:
    for flag in ("text", "inferred", "judgement", "open"):
        assert WORDS[f"flag_{flag}"]
