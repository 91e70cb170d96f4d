"""ChangeList: only a change on offer can be made."""

from __future__ import annotations

from typing import Any

from bor_widgets.widgets.change_list import ChangeList

OFFER = {"name": "threat", "label": "Threat perception", "value": 0.48, "result": "compromise"}


def test_a_press_makes_the_change_that_is_on_offer() -> None:
    heard: list[Any] = []
    widget = ChangeList(changes=[OFFER])
    widget.hear("apply", heard.append)
    widget._receive(widget, {"kind": "apply", "name": "threat", "value": 0.48}, [])
    assert heard == [{"kind": "apply", "name": "threat", "value": 0.48}]


def test_a_press_on_a_change_that_is_gone_does_nothing() -> None:
    heard: list[Any] = []
    widget = ChangeList(changes=[OFFER])
    widget.hear("apply", heard.append)
    widget._receive(widget, {"kind": "apply", "name": "threat", "value": 0.9}, [])
    widget.changes = []
    widget._receive(widget, {"kind": "apply", "name": "threat", "value": 0.48}, [])
    assert heard == []
