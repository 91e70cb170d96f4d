"""CalibrationEditor: what was typed reaches the one who judges it."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.widgets.calibration_editor import WORDS, CalibrationEditor

FIELDS = [{"name": "k", "label": "k", "low": 0, "high": 1, "value": 0.5, "neutral": 0.5}]


def told(message: dict[str, Any]) -> list[dict[str, Any]]:
    heard: list[dict[str, Any]] = []
    widget = CalibrationEditor(fields=FIELDS)
    widget.hear("set", heard.append)
    widget.hear("reset", heard.append)
    widget._receive(widget, message, [])
    return heard


@pytest.mark.parametrize("value", [0.7, 0, 9, -3, "abc", ""])
def test_numbers_and_text_are_handed_on_as_typed(value: object) -> None:
    message = {"kind": "set", "name": "k", "value": value}
    assert told(message) == [message]


@pytest.mark.parametrize("value", [None, True, [], float("nan"), float("inf")])
def test_what_no_field_can_hold_is_ignored(value: object) -> None:
    assert told({"kind": "set", "name": "k", "value": value}) == []


def test_an_unknown_field_is_ignored() -> None:
    assert told({"kind": "set", "name": "w_r", "value": 0.5}) == []


def test_reset_is_handed_on() -> None:
    assert told({"kind": "reset"}) == [{"kind": "reset"}]


def test_the_page_says_whose_numbers_these_are() -> None:
    assert "no paper gives" in WORDS["scale"]
