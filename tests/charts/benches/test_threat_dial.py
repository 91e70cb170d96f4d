"""Threat dial: the three principles, the two wordings, and power that moves nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.theory import Reason
from tests.charts.benches.looking import drawing, fired, looks

shown = looks("threat_dial")

TEXT = bench_text("threat_dial")
GRADES = st.sampled_from(["none", "potential", "indirect", "direct"])


@pytest.mark.parametrize(
    ("grade", "action", "rule"),
    [
        ("potential", "compromise", "R01"),  # P0 L395-403, T01
        ("direct", "breakup", "R02"),  # P0 L405-413, T02
        ("indirect", "mix", "R03"),  # P0 L415-423, T03
    ],
)
def test_each_grade_has_its_principle(grade: str, action: str, rule: str) -> None:
    seen = shown(grade=grade)
    assert seen.finding.tone == action
    assert rule in fired(seen)


@given(GRADES, st.floats(-1, 1), st.floats(-1, 1))
def test_power_moves_nothing_but_a_note(grade: str, one: float, other: float) -> None:
    # R11, P0 L1518-1533, T07
    a, b = shown(grade=grade, capability=one), shown(grade=grade, capability=other)
    assert a.drawings == b.drawings
    assert a.finding.headline == b.finding.headline
    assert a.finding.reasons == b.finding.reasons


def test_indirect_moves_two_areas_in_opposite_directions() -> None:
    # P0 L415-423, T03
    values = [row[1] for row in drawing(shown(grade="indirect"), "restraint").rows]
    assert any(value > 0 for value in values)
    assert any(value < 0 for value in values)


def test_a_mix_over_one_area_asks_for_a_second() -> None:
    # T04
    seen = shown(grade="indirect", issue_areas=["trade"])
    assert "second" in drawing(seen, "restraint").title
    assert seen.finding.reasons[0] == Reason("R03", "second_area")


def test_the_wordings_part_where_nothing_threatens() -> None:
    # E01, P0 L395-403 and L1687-1689, T05 and T06
    assert shown(grade="none", wording="introduction").finding.tone == "none"
    assert shown(grade="none", wording="conclusion").finding.tone == "compromise"
    assert shown(grade="potential", wording="conclusion").finding.tone == "none"
    for wording in ("introduction", "conclusion"):
        assert "E01" in shown(grade="none", wording=wording).finding.tensions


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_broken_tie_is_meant_never_to_fall_below_its_floor(tie: float, floor: float) -> None:
    # R06, P0 L409-413, T12: and what is aimed at is drawn as an aim
    path = drawing(shown(grade="direct", relationship=tie, floor=floor), "path")
    aims = [line for line in path.data["lines"] if line["aim"]]
    assert aims
    assert all(line["ys"][-1] >= line["ys"][0] for line in aims)


def test_a_repair_aims_at_the_old_level() -> None:
    # R155, P0 L397-401
    path = drawing(shown(grade="potential", relationship=0.7), "path")
    (aim,) = [line for line in path.data["lines"] if line["aim"]]
    assert aim["ys"][-1] == 0.7


def test_the_dial_left_open_lets_the_sliders_suggest() -> None:
    # T11: and the bench says whose judgement it is
    suggested = shown(grade=None, threat=1.0, relationship=0.0)
    assert suggested.finding.tone == "breakup"
    assert suggested.finding.summary == TEXT.word("suggested")
    assert shown(grade="none", threat=1.0).finding.summary == TEXT.word("student")


def test_a_direct_violation_is_met_even_by_the_weak() -> None:
    # R13, P0 L1579-1585, T08
    seen = shown(grade="direct", capability=-1.0)
    assert seen.finding.tone == "breakup"
    assert "R13" in fired(seen)


@given(st.floats(0.05, 0.9))
def test_how_far_an_aim_is_drawn_is_ours_and_can_be_set(swing: float) -> None:
    # P0 L415-423 and L409-413: better or worse, upwards only; no paper says how far
    path = drawing(shown(grade="indirect", relationship=0.5, swing=swing), "path")
    better, worse = (entry for entry in path.data["lines"] if entry["aim"])
    assert better["ys"][-1] == pytest.approx(min(1.0, 0.5 + swing))
    assert worse["ys"][-1] == pytest.approx(max(0.0, 0.5 - swing))
    parameter = TEXT.parameters["swing"]
    assert TEXT.groups[parameter.group] == "Our scale"
    assert "ours" in parameter.meaning


def test_the_grid_counts_as_the_lesson_does() -> None:
    # E02: of four fields one is filled in full; a label that names one thing answers one question
    grid = drawing(shown(), "grid")
    assert "only one label answers both" in grid.title
    assert "two corners" not in grid.title


def test_two_corners_of_the_two_questions_stay_empty() -> None:
    # E02: potential and direct, potential and indirect
    rows = drawing(shown(), "grid").rows
    assert sum("does not say" in str(entry) for row in rows for entry in row) == 2


def test_a_blend_shows_restraint_and_resolve_together() -> None:
    # R18, P0 L1640-1646
    both = shown(blend=["compromise", "sanction"])
    assert Reason("R18", "both") in both.finding.notes
    assert Reason("R18", "half") in shown(blend=["sanction"]).finding.notes


def test_only_a_major_power_that_sees_a_tie_may_hold_back() -> None:
    # R14, P0 L1535-1541: elsewhere the paper does not say
    assert Reason("R14") in shown(major_power=True, improvable=True).finding.notes
    for more in ({"major_power": True}, {"improvable": True}, {"major_power": False}):
        assert "R14" not in fired(shown(**more))


def test_its_rules_are_met() -> None:
    found: set[str] = set()
    for grade in ("none", "potential", "indirect", "direct", None):
        for wording in ("introduction", "conclusion"):
            for more in (
                {"capability": -0.5, "leadership": 0.5, "arranged": True},
                {"capability": 0.5, "out_of_control": True, "threat": 0.01},
                {"major_power": True, "improvable": True, "blend": ["sanction"]},
            ):
                found |= set(fired(shown(grade=grade, wording=wording, **more)))
    wanted = {f"R{n:02d}" for n in range(1, 19)} | {"R155"}
    assert wanted <= found
