"""The map: its areas fill it exactly, and say what the judgement says."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import strategies as st

from bor_widgets.charts.situation_map import map_alt, map_figure, map_picture
from bor_widgets.situation import Situation, parameters
from bor_widgets.theory import GRADES, NEUTRAL, WORDINGS, Calibration, judge, respond
from tests.theory.strategies import calibrations, for_all, situations

#: points nearer to a border than this may be drawn on its other side
BLUR = 0.005

#: where a slider can stand
TIES = tuple(i / 100 for i in range(101))


def height(band: dict[str, Any], edge: str, tie: float) -> float:
    """Where an edge of an area is drawn at a strength of the tie; lines join the columns."""
    xs, ys = band["xs"], band[edge]
    right = min(bisect_right(xs, tie), len(xs) - 1)
    share = (tie - xs[right - 1]) / (xs[right] - xs[right - 1])
    return float(ys[right - 1] + share * (ys[right] - ys[right - 1]))


def grade_drawn(bands: list[dict[str, Any]], tie: float, threat: float) -> str | None:
    """Grade of the area in which a point lies; None close to a border."""
    for band in bands:
        low, high = height(band, "lower", tie), height(band, "upper", tie)
        # the bottom of the map is no border; at its top one may lie
        if (threat - low > BLUR or low == 0.0) and high - threat > BLUR:
            return str(band["grade"])
    return None


@for_all(situations(), calibrations(), st.sampled_from(WORDINGS))
def test_the_areas_fill_the_map_without_gap_or_overlap(
    s: Situation, calibration: Calibration, wording: Any
) -> None:
    bands = map_picture(s, calibration, wording).bands
    assert [GRADES.index(b["grade"]) for b in bands] == sorted(
        {GRADES.index(b["grade"]) for b in bands}
    )
    for band in bands:
        assert (band["xs"][0], band["xs"][-1]) == (0.0, 1.0)
        assert all(a < b for a, b in pairwise(band["xs"]))
        assert len(band["xs"]) == len(band["lower"]) == len(band["upper"])
        assert all(low <= high for low, high in zip(band["lower"], band["upper"], strict=True))
    for column in range(len(bands[0]["xs"])):
        edges = [0.0, *(b["upper"][column] for b in bands)]
        assert edges[-1] == 1.0
        assert [b["lower"][column] for b in bands] == edges[:-1]


def agrees(
    bands: list[dict[str, Any]], s: Situation, calibration: Calibration, tie: float, threat: float
) -> None:
    drawn = grade_drawn(bands, tie, threat)
    there = s.with_(relationship=tie, threat=threat)
    if drawn is not None:
        assert drawn == judge(there, calibration=calibration).grade


@for_all(situations(), st.sampled_from(TIES), st.floats(0.0, 1.0, allow_nan=False), examples=150)
def test_the_areas_say_what_the_judgement_says(s: Situation, tie: float, threat: float) -> None:
    agrees(map_picture(s, NEUTRAL, "introduction").bands, s, NEUTRAL, tie, threat)


@for_all(
    situations(grade=None),
    calibrations(),
    st.integers(0, 1_000),
    st.floats(0.0, 1.0, allow_nan=False),
    examples=200,
)
def test_the_areas_say_what_the_judgement_says_whatever_the_numbers(
    s: Situation, calibration: Calibration, column: int, threat: float
) -> None:
    bands = map_picture(s, calibration, "introduction").bands
    columns = bands[0]["xs"]
    agrees(bands, s, calibration, columns[column % len(columns)], threat)


def test_a_steep_border_is_drawn_where_it_is() -> None:
    # with these numbers a border rises steeply between two positions of the slider
    steep = Calibration(
        weight_relationship=1.0,
        weight_punishment=0.0,
        weight_compromise=0.0,
        sensitivity=1.0,
        cut_potential=0.01,
        cut_indirect=0.02,
        cut_direct=0.03,
    )
    bands = map_picture(Situation(), steep, "introduction").bands
    for tie in TIES:
        for threat in (0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98):
            agrees(bands, Situation(), steep, tie, threat)


def test_the_check_itself_can_fail() -> None:
    bands = map_picture(Situation(), NEUTRAL, "introduction").bands
    assert grade_drawn(bands, 0.5, 0.0) == "none"
    assert grade_drawn(bands, 0.2, 0.95) == "direct"
    assert grade_drawn(bands, 0.5, height(bands[1], "upper", 0.5)) is None


@pytest.mark.parametrize("grade", GRADES)
def test_ones_own_judgement_covers_the_whole_map(grade: str) -> None:
    picture = map_picture(Situation(grade=grade), NEUTRAL, "introduction")
    (band,) = picture.bands
    assert band["grade"] == grade
    assert (set(band["lower"]), set(band["upper"])) == ({0.0}, {1.0})
    assert picture.title != map_picture(Situation(), NEUTRAL, "introduction").title


def test_the_title_says_when_the_tie_changes_nothing() -> None:
    flat = Calibration(weight_relationship=0.0)
    titles = {map_picture(Situation(), c, "introduction").title for c in (NEUTRAL, flat)}
    assert len(titles) == 2


def test_the_areas_name_the_action_of_the_chosen_wording() -> None:
    # E01: only the first principle is worded in two ways
    named = {
        wording: {
            b["grade"]: b["action_label"] for b in map_picture(Situation(), NEUTRAL, wording).bands
        }
        for wording in WORDINGS
    }
    one, other = named.values()
    assert one["none"] == other["potential"]
    assert one["potential"] == other["none"]
    assert one["indirect"] == other["indirect"]
    assert one["direct"] == other["direct"]


def test_axes_are_labelled_from_the_parameters_and_name_our_scale() -> None:
    axes = map_picture(Situation(), NEUTRAL, "introduction").axes
    for key, name in (("x", "relationship"), ("y", "threat")):
        declared = parameters()[name]
        assert (axes[key]["name"], axes[key]["label"]) == (name, declared.label)
        assert (axes[key]["low"], axes[key]["high"]) == (declared.low, declared.high)
        assert "our scale" in axes[key]["scale"]


@for_all(situations(grade=None), calibrations(), st.sampled_from(WORDINGS), examples=40)
def test_the_text_alternative_tells_the_point_and_changes_with_the_verdict(
    s: Situation, calibration: Calibration, wording: Any
) -> None:
    told: dict[str, str] = {}
    for threat in (0.0, 0.3, 0.6, 1.0):
        at = s.with_(threat=threat)
        response = respond(at, wording=wording, calibration=calibration)
        alt = map_alt(at, response, calibration)
        assert f"{threat:.2f}" in alt
        assert "our scale" in alt
        told.setdefault(alt, response.action)
        assert told[alt] == response.action
    assert len(told) == 4


@for_all(situations(), calibrations(), st.sampled_from(WORDINGS), examples=15)
def test_the_same_map_as_a_figure(s: Situation, calibration: Calibration, wording: Any) -> None:
    response = respond(s, wording=wording, calibration=calibration)
    picture = map_picture(s, calibration, wording)
    figure = map_figure(s, response, calibration, wording)
    assert figure.layout.title.text == picture.title
    for axis in (figure.layout.xaxis, figure.layout.yaxis):
        assert "our scale" in axis.title.text
    *areas, point = figure.data
    assert len(areas) == len(picture.bands)
    assert (point.x[0], point.y[0]) == (s.relationship, s.threat)
    assert len({area.fillpattern.shape for area in areas}) == len(areas)
    for area, band in zip(areas, picture.bands, strict=True):
        assert list(area.y) == [*band["upper"], *reversed(band["lower"])]
