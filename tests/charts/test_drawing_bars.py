"""Bars of restraint: the same facts in picture, words and table."""

from __future__ import annotations

from math import nan

import pytest

from bor_widgets.charts.drawings.bars import Bar, bars
from bor_widgets.charts.drawings.figures import drawing_figure
from bor_widgets.charts.theme import RESTRAINT
from tests.charts.drawing_words import HOSTILE, told_everywhere

#: an indirect threat: restraint rises in one area and falls in another
MIX = [Bar("trade", 0.6, "more"), Bar("border", -0.8, "less"), Bar("culture", 0.0, "as before")]


def test_alt_and_table_tell_every_area() -> None:
    mix = bars("r", "Two areas, two ways", MIX)
    assert told_everywhere(mix, "trade", "more", "border", "less", "culture", "as before") == []
    assert "border: less (-0.80)" in mix.alt
    assert "our scale" in mix.alt
    assert [row[1] for row in mix.rows] == [0.6, -0.8, 0.0]


def test_the_figure_tells_direction_by_sign_and_height() -> None:
    figure = drawing_figure(bars("r", "Two areas, two ways", MIX))
    assert list(figure.data[0].y) == [0.6, -0.8, 0.0]
    signs = [RESTRAINT[kind].glyph for kind in ("more", "less", "same")]
    assert [text.split()[0] for text in figure.data[0].text] == signs


def test_other_words_may_be_given_for_the_axis() -> None:
    own = bars("r", "t", MIX, words={"more": "more caution"})
    assert own.data["words"]["more"] == "more caution"
    assert own.data["words"]["less"] == "less restraint"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ([], "takes 1 to 12; given was 0"),
        ([MIX[0], MIX[0]], "'trade' was given twice"),
        ([Bar("trade", 1.2, "more")], "trade takes -1 to 1; given was 1.2"),
        ([Bar("trade", nan, "more")], "given was nan"),
    ],
)
def test_what_cannot_be_drawn_is_refused(given: list[Bar], sentence: str) -> None:
    with pytest.raises(ValueError, match="given") as refused:
        bars("r", "t", given)
    assert sentence in str(refused.value)


def test_an_unknown_word_is_refused() -> None:
    with pytest.raises(ValueError, match="given was 'upp'"):
        bars("r", "t", MIX, words={"upp": "x"})


def test_hostile_words_stay_words() -> None:
    rough = bars("r", HOSTILE, [Bar(HOSTILE, 1.0, HOSTILE)])
    assert rough.rows[0] == (HOSTILE, 1.0, HOSTILE)
    assert "<img" not in drawing_figure(rough).to_json().replace("\\u003c", "<")
