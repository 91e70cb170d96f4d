"""What would change the response: each change is real, single and the smallest."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from bor_widgets.situation import Situation, parameters
from bor_widgets.theory import (
    GRADES,
    WORDINGS,
    Calibration,
    Wording,
    respond,
    what_would_change,
)
from tests.theory.strategies import (
    OTHER_THEORIES,
    SLIDERS,
    calibrations,
    for_all,
    names_of,
    situations,
)

wordings = st.sampled_from(WORDINGS)


def action(s: Situation, wording: Wording, calibration: Calibration) -> str:
    return str(respond(s, wording=wording, calibration=calibration).action)


def on_the_way(before: float, after: float) -> list[float]:
    """The slider's steps of 0.01 strictly between two values."""
    low, high = sorted((before, after))
    return [i / 100 for i in range(-100, 101) if low < i / 100 < high]


@for_all(situations(), wordings, calibrations())
def test_each_change_alters_the_response_by_itself(
    s: Situation, wording: Wording, calibration: Calibration
) -> None:
    now = action(s, wording, calibration)
    for change in what_would_change(s, wording=wording, calibration=calibration):
        assert change.name in parameters()
        assert change.before == getattr(s, change.name)
        changed = s.with_(**{change.name: change.after})
        others = [
            name
            for name, value in changed.values().items()
            if name != change.name and value != getattr(s, name)
        ]
        assert not others
        assert action(changed, wording, calibration) == change.action != now


@for_all(situations(), wordings, calibrations())
def test_no_nearer_step_of_a_slider_alters_the_response(
    s: Situation, wording: Wording, calibration: Calibration
) -> None:
    now = action(s, wording, calibration)
    for change in what_would_change(s, wording=wording, calibration=calibration):
        if change.name not in SLIDERS:
            continue
        for value in on_the_way(change.before, change.after):
            assert action(s.with_(**{change.name: value}), wording, calibration) == now


@for_all(situations(), wordings, calibrations())
def test_a_slider_that_is_not_named_cannot_alter_the_response(
    s: Situation, wording: Wording, calibration: Calibration
) -> None:
    now = action(s, wording, calibration)
    named = {
        (change.name, change.after > change.before)
        for change in what_would_change(s, wording=wording, calibration=calibration)
        if change.name in SLIDERS
    }
    for name in names_of("core", "judgement"):
        if name not in SLIDERS:
            continue
        for value in (parameters()[name].low, parameters()[name].high):
            if (name, value > getattr(s, name)) not in named:
                assert action(s.with_(**{name: value}), wording, calibration) == now


@for_all(situations(), wordings, calibrations())
def test_changes_come_nearest_first_and_never_name_another_theorys_input(
    s: Situation, wording: Wording, calibration: Calibration
) -> None:
    changes = what_would_change(s, wording=wording, calibration=calibration)
    sizes = [change.size for change in changes]
    assert sizes == sorted(sizes)
    assert all(0.0 < size <= 1.0 for size in sizes)
    named = {change.name for change in changes}
    assert "capability" not in named
    assert named.isdisjoint(names_of(*OTHER_THEORIES))
    for change in changes:
        if change.name in SLIDERS:
            declared = parameters()[change.name]
            width = declared.high - declared.low
            assert change.size == pytest.approx(abs(change.after - change.before) / width)


@for_all(situations(), wordings, calibrations())
def test_every_other_grade_is_offered_exactly_if_it_acts_otherwise(
    s: Situation, wording: Wording, calibration: Calibration
) -> None:
    now = action(s, wording, calibration)
    offered = {
        change.after
        for change in what_would_change(s, wording=wording, calibration=calibration)
        if change.name == "grade"
    }
    for grade in (*GRADES, None):
        acts_otherwise = action(s.with_(grade=grade), wording, calibration) != now
        assert (grade in offered) == acts_otherwise


@for_all(situations(grade="direct"), calibrations())
def test_once_the_student_has_judged_only_the_judgement_changes_the_response(
    s: Situation, calibration: Calibration
) -> None:
    assert {c.name for c in what_would_change(s, calibration=calibration)} == {"grade"}


def test_the_situation_in_the_middle_can_be_moved_both_ways_by_the_threat() -> None:
    changes = [c for c in what_would_change(Situation()) if c.name == "threat"]
    assert {change.action for change in changes} == {"compromise", "breakup"}
