"""Dots: counts that add up, one flag, and the same facts in picture, words and table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bor_widgets.charts.drawings.dots import Bin, dots
from bor_widgets.charts.drawings.figures import drawing_figure
from tests.charts.drawing_words import HOSTILE, told_everywhere

BINS = [
    Bin("mild", "potential threat", "potential", 4, "They compromise."),
    Bin("grave", "direct threat", "direct", 6, "They break up.", marked=True),
]


def test_alt_and_table_tell_every_count_and_the_flag() -> None:
    fan = dots("fan", "Leaders differ", BINS, unit="leaders", marked="your leader")
    assert fan.alt.startswith("Leaders differ.")
    assert "potential threat: 4 of 10 leaders" in fan.alt
    assert "your leader stands here" in fan.alt
    assert told_everywhere(fan, "direct threat", "6", "They break up.") == []
    assert [row[1] for row in fan.rows] == [4, 6]
    assert len(fan.columns) == len(fan.rows[0]) == 4
    assert [row[3] for row in fan.rows] == ["", "yes"]


def test_without_a_flag_there_is_no_column_for_it() -> None:
    plain = dots("fan", "Leaders differ", [replace(part, marked=False) for part in BINS])
    assert len(plain.columns) == len(plain.rows[0]) == 3


def test_the_figure_has_the_same_counts_and_the_flag() -> None:
    fan = dots("fan", "Leaders differ", BINS, unit="leaders", marked="<b>you</b>")
    figure = drawing_figure(fan)
    assert list(figure.data[0].y) == [4, 6]
    assert figure.layout.annotations[0].text == "&lt;b&gt;you&lt;/b&gt;"
    assert figure.layout.annotations[0].x == 1


@pytest.mark.parametrize(
    ("bins", "marked", "sentence"),
    [
        (BINS[:1], "you", "takes 2 to 8; given was 1"),
        ([BINS[0], replace(BINS[1], key="mild")], "you", "'mild' was given twice"),
        ([BINS[0], replace(BINS[1], label=" ")], "you", "not empty"),
        ([BINS[0], replace(BINS[1], count=-1)], "you", "given was -1"),
        ([BINS[0], replace(BINS[1], count=121)], "you", "takes 0 to 120"),
        ([BINS[0], replace(BINS[1], count=True)], "you", "whole number"),
        ([BINS[0], replace(BINS[1], count=1.5)], "you", "whole number"),  # type: ignore[arg-type]
        ([BINS[0], replace(BINS[1], tone="pink")], "you", "'pink'"),
        ([replace(BINS[0], marked=True), BINS[1]], "you", "one marked column"),
        (BINS, " ", "with a text in marked"),
    ],
)
def test_what_cannot_be_drawn_is_refused(bins: list[Bin], marked: str, sentence: str) -> None:
    with pytest.raises(ValueError, match="given") as refused:
        dots("fan", "Leaders differ", bins, marked=marked)
    assert sentence in str(refused.value)


def test_nobody_at_all_is_a_picture_too() -> None:
    empty = dots("fan", "Nobody judged", [replace(b, count=0, marked=False) for b in BINS])
    assert "0 of 0" in empty.alt
    assert list(drawing_figure(empty).data[0].y) == [0, 0]


def test_hostile_words_stay_words() -> None:
    rough = dots("fan", HOSTILE, [BINS[0], replace(BINS[1], label=HOSTILE)], marked=HOSTILE)
    assert rough.data["bins"][1]["label"] == HOSTILE
    assert rough.rows[1][0] == HOSTILE
    assert "<img" not in drawing_figure(rough).to_json().replace("\\u003c", "<")
