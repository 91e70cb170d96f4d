"""Balance: weights, the stand of the beam, and a stretch between none and full."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import pytest

from bor_widgets.charts.drawings.balance import Pan, balance
from bor_widgets.charts.drawings.figures import drawing_figure
from tests.charts.drawing_words import HOSTILE, told_everywhere

LEFT = Pan("Recognition", [("Mandate", 0.6), ("Good name", 0.25)], "good")
RIGHT = Pan("Stable borders", [("Precedent", 0.9)], "warn")

#: more than none and less than full
PARTIAL: dict[str, Any] = {"band": (-0.9, 0.9), "band_label": "partial support"}


def test_alt_and_table_tell_every_weight() -> None:
    pair = balance("b", "Support stays partial", LEFT, RIGHT, tilt=0.2, scale="our scale")
    facts = ("Recognition", "Mandate", "Good name", "0.25", "Stable borders", "Precedent")
    assert told_everywhere(pair, *facts) == []
    assert ("Recognition", "Mandate", 0.6) in pair.rows
    assert "Stable borders weighs more" in pair.alt
    assert "our scale" in pair.alt


@pytest.mark.parametrize(
    ("tilt", "sentence"),
    [
        (-0.4, "Recognition weighs more"),
        (0.4, "Stable borders weighs more"),
        (0.0, "The two sides weigh the same"),
    ],
)
def test_the_text_follows_the_beam(tilt: float, sentence: str) -> None:
    assert sentence in balance("b", "t", LEFT, RIGHT, tilt=tilt).alt


def test_the_pointer_is_inside_or_outside_the_stretch() -> None:
    inside = balance("b", "t", LEFT, RIGHT, tilt=0.2, **PARTIAL)
    outside = balance("b", "t", LEFT, RIGHT, tilt=1.0, **PARTIAL)
    assert "inside: partial support" in inside.alt
    assert "outside: partial support" in outside.alt
    assert ("", "partial support", "-0.9 to 0.9") in inside.rows


def test_without_a_stretch_nothing_is_said_of_one() -> None:
    plain = balance("b", "t", LEFT, RIGHT, tilt=0, band_label="left over")
    assert plain.data["band_label"] == ""
    assert "left over" not in plain.alt


def test_the_figure_has_weights_pointer_and_stretch() -> None:
    figure = drawing_figure(balance("b", "t", LEFT, RIGHT, tilt=0.2, **PARTIAL))
    heights = [trace.y[0] for trace in figure.data if trace.type == "bar"]
    assert heights == [0.6, 0.25, 0.9]
    assert [trace.x[0] for trace in figure.data if trace.type == "scatter"] == [0.2]
    assert (figure.layout.shapes[0].x0, figure.layout.shapes[0].x1) == (-0.9, 0.9)
    assert "partial support" in [note.text for note in figure.layout.annotations]


@pytest.mark.parametrize(
    ("left", "more", "sentence"),
    [
        (LEFT, {"tilt": 1.1}, "tilt takes -1 to 1; given was 1.1"),
        (LEFT, {"tilt": nan}, "given was nan"),
        (LEFT, {"tilt": True}, "given was True"),
        (LEFT, {"tilt": 0, "band": (0.5, 0.5), "band_label": "x"}, "from left to right"),
        (LEFT, {"tilt": 0, "band": (-2, 0.5), "band_label": "x"}, "band takes -1 to 1"),
        (LEFT, {"tilt": 0, "band": (-0.5, 0.5)}, "with a name"),
        (Pan("Stable borders", []), {"tilt": 0}, "given twice"),
        (Pan("x", [("a", -0.1)]), {"tilt": 0}, "given was -0.1"),
        (Pan("x", [("a", inf)]), {"tilt": 0}, "given was inf"),
        (Pan("x", [("a", 1), ("a", 1)]), {"tilt": 0}, "given twice"),
        (Pan("x", [(str(i), 1) for i in range(7)]), {"tilt": 0}, "takes 0 to 6"),
        (Pan("x", [], "pink"), {"tilt": 0}, "'pink'"),
    ],
)
def test_what_cannot_be_drawn_is_refused(left: Pan, more: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match="given") as refused:
        balance("b", "t", left, RIGHT, **more)
    assert sentence in str(refused.value)


def test_an_empty_side_is_told_as_empty() -> None:
    assert "Recognition: nothing" in balance("b", "t", Pan("Recognition", []), RIGHT, tilt=1).alt


def test_hostile_words_stay_words() -> None:
    rough = balance(
        "b", HOSTILE, Pan(HOSTILE, [(HOSTILE, 1)]), RIGHT, tilt=0,
        band=(-1, 1), band_label=HOSTILE, ends=(HOSTILE, HOSTILE), scale=HOSTILE,
    )  # fmt: skip
    assert rough.rows[0][:2] == (HOSTILE, HOSTILE)
    assert "<img" not in drawing_figure(rough).to_json().replace("\\u003c", "<")
