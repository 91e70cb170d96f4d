"""Dial: one stop is chosen, or none; picture, words and table agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bor_widgets.charts.drawings.dial import Stop, dial
from bor_widgets.charts.drawings.figures import drawing_figure
from tests.charts.drawing_words import HOSTILE, told_everywhere

#: the four grades of threat, in the order of the papers' principles
STOPS = [
    Stop("none", "no threat", "none", "Nothing calls for an answer."),
    Stop("potential", "potential threat", "potential", "Compromise."),
    Stop("indirect", "indirect threat", "indirect", "A mix."),
    Stop("direct", "direct threat", "direct", "A break."),
]


def hands(figure: Any) -> list[Any]:
    return [trace for trace in figure.data if "lines" in (trace.to_plotly_json().get("mode") or "")]


def test_alt_and_table_tell_which_stop_is_chosen() -> None:
    turned = dial("d", "Judgement decides", STOPS, at="indirect", moves="grade")
    assert "The hand points at: indirect threat" in turned.alt
    assert "A mix." in turned.alt
    assert told_everywhere(turned, *(stop.label for stop in STOPS)) == []
    assert [row[1] for row in turned.rows] == ["", "", "yes", ""]


def test_while_nothing_is_chosen_nothing_is_pretended() -> None:
    fresh = dial("d", "Judge first", STOPS, at=None, moves="grade")
    assert "Nothing is chosen yet" in fresh.alt
    assert {row[1] for row in fresh.rows} == {""}
    assert hands(drawing_figure(fresh)) == []


def test_the_figure_has_every_stop_and_the_hand() -> None:
    figure = drawing_figure(dial("d", "t", STOPS, at="direct", moves="grade"))
    wedges = [trace for trace in figure.data if trace.type == "barpolar"]
    assert [wedge.name.split(" ", 1)[1] for wedge in wedges] == [stop.label for stop in STOPS]
    assert [hand.theta[0] for hand in hands(figure)] == [wedges[-1].theta[0]]


@pytest.mark.parametrize(
    ("stops", "more", "sentence"),
    [
        (STOPS[:2], {"at": None, "moves": "grade"}, "takes 3 to 6; given was 2"),
        (STOPS * 2, {"at": None, "moves": "grade"}, "takes 3 to 6; given was 8"),
        ([*STOPS[:3], STOPS[0]], {"at": None, "moves": "grade"}, "given twice"),
        (STOPS, {"at": "mild", "moves": "grade"}, "given was 'mild'"),
        (STOPS, {"at": None, "moves": ""}, "moves takes a text"),
        ([*STOPS[:3], replace(STOPS[3], tone="pink")], {"at": None, "moves": "g"}, "'pink'"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    stops: list[Stop], more: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ValueError, match="given") as refused:
        dial("d", "t", stops, **more)
    assert sentence in str(refused.value)


def test_hostile_words_stay_words() -> None:
    rough = dial(
        "d", HOSTILE, [*STOPS[:3], Stop("x", HOSTILE, "open", HOSTILE)], at="x", moves="grade"
    )
    assert rough.rows[3] == (HOSTILE, "yes", HOSTILE)
    assert "<img" not in drawing_figure(rough).to_json().replace("\\u003c", "<")
