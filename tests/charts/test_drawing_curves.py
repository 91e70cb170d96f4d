"""Curves as data: checked, told in words, as a table and as a figure."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.curves import Band, Curve, Region, curves, curves_figure

ROUND = Axis("Round", 0, 4, scale="our count")
AMOUNT = Axis("How much", 0, 1, "none", "full", scale="our scale, 0 to 1")
HOSTILE = "<img src=x onerror=alert(1)>\u202e" + "long name " * 1000


def drawn(**more: Any) -> Drawing:
    """R50: a high moment of commitment, then ties are retrieved by restraint."""
    parts: dict[str, Any] = {
        "lines": [
            Curve(
                "Commitment", (0, 1, 2, 3, 4), (0.2, 0.5, 0.9, 0.6, 0.4), "warn", note="Too much."
            ),
            Curve("Ties", (0, 2, 3, 4), (None, 0.1, None, 0.6), "good"),
            Curve("Wish", (0, 4), (0.7, 0.7), aim=True),
        ],
        "bands": [
            Band("Hidden interest", (0, 4), (0.1, 0.2), (0.3, 0.8)),
            Band("Range", (0, 2), (0.0, 0.125), (0.25, 0.5), "calm", open=False),
        ],
        "regions": [
            Region("High moment", 1, 3, "caution"),
            Region("Later", 3, 4, "open", open=True),
        ],
        "at": 1,
        "at_label": "Round 1: still rising",
        "moves": "round",
        "step": 1,
    }
    return curves("c", "Commitment bends back", ROUND, AMOUNT, **{**parts, **more})


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"lines": [], "bands": []}, "at least one line"),
        ({"lines": [Curve("Far", (0, 5), (0, 1))]}, "Far takes 0 to 4 on Round; given was 5"),
        ({"lines": [Curve("High", (0, 1), (0, 1.1))]}, "High takes 0 to 1 on How much"),
        ({"lines": [Curve("Odd", (0, 1), (float("nan"), 1))]}, "Odd takes 0 to 1"),
        ({"lines": [Curve("Short", (0, 1), (0.5,))]}, "Short takes as many places as heights"),
        ({"lines": [Curve("Bare", (), ())]}, "Bare takes as many places as heights"),
        ({"lines": [Curve("Back", (2, 1), (0, 0))]}, "Back takes its points from left to right"),
        ({"lines": [Curve("Two", (0,), (0,)), Curve("Two", (1,), (0,))]}, "a name of its own"),
        ({"lines": [Curve(" ", (0,), (0,))]}, "a name of its own"),
        ({"lines": [Curve("Hue", (0,), (0,), "purple")]}, "tone takes one of"),
        ({"bands": [Band("Upside", (0, 1), (0.5, 0.5), (0.4, 0.6))]}, "Upside takes two points"),
        ({"bands": [Band("Dot", (0,), (0.5,), (0.6,))]}, "Dot takes two points"),
        ({"regions": [Region("None", 2, 2, "calm")]}, "None takes a stretch from left to right"),
        ({"regions": [Region("Out", -1, 2, "calm")]}, "Out takes 0 to 4"),
        ({"at": 4.5}, "at takes 0 to 4"),
        ({"at": None}, "moves takes a place in at"),
        ({"step": 0}, "a step above 0"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_sentence(wrong: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match="given") as refused:
        drawn(**wrong)
    assert named in str(refused.value)
    assert "\n" not in str(refused.value)


def test_rounding_at_the_end_of_an_axis_is_no_fault() -> None:
    drawn(lines=[Curve("Sum", (0, 4), (0.1 + 0.2, 1.0 + 1e-12))])


def test_the_table_holds_every_number_and_none_for_what_is_open() -> None:
    drawing = drawn()
    assert drawing.columns == (
        "Round", "Commitment", "Ties", "Wish (an aim, not an outcome)", "Hidden interest (open)",
        "Range, lowest", "Range, highest", "stretch",
    )  # fmt: skip
    by_round = {row[0]: row for row in drawing.rows}
    assert set(by_round) == {0, 1, 2, 3, 4}
    assert by_round[0] == (0, 0.2, "", 0.7, None, 0.0, 0.25, "")
    assert by_round[2] == (2, 0.9, 0.1, "", None, 0.125, 0.5, "High moment")
    # a gap is no value, and a border belongs to both stretches
    assert by_round[3] == (3, 0.6, "", "", None, "", "", "High moment; Later")


def test_the_alternative_tells_ends_and_turns_aims_and_what_is_open() -> None:
    alt = drawn().alt
    for told in (
        "Commitment bends back.",
        "Across: Round (our count), 0 to 4.",
        "Commitment: 0.2 at 0, 0.4 at 4, highest 0.9 at 2.",
        "Too much.",
        "Ties: 0.1 at 2, 0.6 at 4.",
        "Wish (an aim, not an outcome): 0.7 throughout.",
        "Hidden interest: open from 0 to 4",
        "Range: between 0 and 0.25 at 0, between 0.12 and 0.5 at 2",
        "From 1 to 3: High moment.",
        "From 3 to 4: Later (open).",
        "At Round 1: Commitment 0.5, Ties no value, Wish 0.7.",
        "Round 1: still rising.",
    ):
        assert told in alt


def test_the_alternative_changes_with_the_cursor() -> None:
    assert "At Round 3.5: Commitment 0.5, Ties no value, Wish 0.7." in drawn(at=3.5).alt
    assert "At Round" not in drawn(at=None, moves=None).alt


def test_an_open_area_gives_no_number_away() -> None:
    band = Band("Hidden", (0, 4), (0.137, 0.237), (0.337, 0.837))
    drawing = drawn(lines=[Curve("Line", (0, 4), (0, 1))], bands=[band])
    told = drawing.alt + json.dumps(drawing.rows)
    assert not [number for number in ("0.137", "0.14", "0.837", "0.84") if number in told]


def test_the_data_can_be_sent_and_a_hidden_place_has_no_label() -> None:
    drawing = drawn(at=None, moves=None)
    assert drawing.data["at_label"] == ""
    assert json.loads(json.dumps(drawing.as_data(), allow_nan=False))["kind"] == "curves"


def test_the_figure_shows_the_same() -> None:
    figure = curves_figure(drawn())
    traces = {trace.name: trace for trace in figure.data}
    assert list(traces["Commitment"].y) == [0.2, 0.5, 0.9, 0.6, 0.4]
    assert list(traces["Ties"].y) == [None, 0.1, None, 0.6]
    assert traces["Ties"].connectgaps is False
    assert traces["Commitment"].line.dash == "solid"
    assert traces["Wish (an aim, not an outcome)"].line.dash != "solid"
    assert traces["? Hidden interest"].line.dash == "dash"
    marks = [t.marker.symbol for t in figure.data if t.mode == "lines+markers"]
    assert len(set(marks)) == len(marks) == 3
    notes = [note.text for note in figure.layout.annotations]
    assert notes == ["◔ High moment", "? Later", "Round 1: still rising"]
    assert figure.layout.xaxis.title.text == "Round (our count)"


def test_hostile_names_stay_plain_text() -> None:
    drawing = curves(
        "c", HOSTILE, Axis(HOSTILE, 0, 1), AMOUNT,
        lines=[Curve(HOSTILE, (0, 1), (0, 1), note=HOSTILE)],
        bands=[Band(f"{HOSTILE}!", (0, 1), (0, 0), (1, 1))],
        regions=[Region(HOSTILE, 0, 1, "calm")], at=0.5, at_label=HOSTILE,
    )  # fmt: skip
    assert drawing.data["lines"][0]["label"] == HOSTILE
    figure = curves_figure(drawing).to_json()
    assert "<img" not in figure.replace("\\u003c", "<")
    assert "&lt;img" in figure.replace("\\u0026", "&")
