# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T01 to T12: the three principles and the judgement on which they rest."""

from __future__ import annotations

import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory import GRADES, Reason, judge, respond, spread
from bor_widgets.theory.aims import after_breakup, aim_for_tie
from bor_widgets.theory.judgement import recoverability


def rules_of(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.rule for reason in reasons]


def test_T01_potential_threat_is_met_with_compromise_and_more_restraint() -> None:
    response = respond(Situation(grade="potential"))
    assert response.action == "compromise"
    assert response.restraint
    assert all(change > 0 for change in response.restraint.values())
    assert rules_of(response.reasons)[0] == "R01"


def test_T02_direct_threat_is_met_with_breakup_and_revoked_restraint() -> None:
    response = respond(Situation(grade="direct"))
    assert response.action == "breakup"
    assert response.restraint
    assert all(change < 0 for change in response.restraint.values())
    assert rules_of(response.reasons)[0] == "R02"


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_T03_indirect_threat_is_met_with_a_mix_over_areas(count: int) -> None:
    areas = [f"area {i}" for i in range(count)]
    response = respond(Situation(grade="indirect", issue_areas=areas))
    assert response.action == "mix"
    assert set(response.restraint) == set(areas)
    assert any(change > 0 for change in response.restraint.values())
    assert any(change < 0 for change in response.restraint.values())
    assert rules_of(response.reasons)[0] == "R03"


def test_T03_the_mix_keeps_both_ways_open() -> None:
    assert "R07" in rules_of(respond(Situation(grade="indirect")).aims)
    assert set(aim_for_tie("mix", before=0.5).directions) == {"up", "down"}


def test_T03_the_reason_names_the_areas_on_both_sides() -> None:
    response = respond(Situation(grade="indirect", issue_areas=["water", "fish"]))
    text = response.reasons[0].text
    assert "water" in text
    assert "fish" in text


def test_T04_a_mix_over_one_area_asks_for_a_second() -> None:
    response = respond(Situation(grade="indirect", issue_areas=["trade"]))
    assert [reason.rule for reason in response.asks] == ["R03"]
    assert "second" in response.asks[0].text
    assert not response.restraint
    assert not respond(Situation(grade="indirect", issue_areas=["trade", "sea"])).asks


@pytest.mark.parametrize("grade", ["none", "potential", "direct"])
def test_T04_no_other_grade_asks_for_a_second_area(grade: str) -> None:
    assert not respond(Situation(grade=grade, issue_areas=["trade"])).asks


def test_T05_as_introduced_no_threat_fires_nothing_and_points_to_the_other_wording() -> None:
    response = respond(Situation(grade="none"), wording="introduction")
    assert response.action == "none"
    assert all(change == 0 for change in response.restraint.values())
    note = next(reason for reason in response.reasons if reason.rule == "R04")
    assert "conclusion" in note.text
    assert "compromise" in note.text


def test_T06_as_concluded_no_threat_calls_for_compromise() -> None:
    response = respond(Situation(grade="none"), wording="conclusion")
    assert response.action == "compromise"
    assert rules_of(response.reasons)[0] == "R04"
    assert all(change > 0 for change in response.restraint.values())


def test_T06_as_concluded_a_potential_threat_is_not_covered() -> None:
    response = respond(Situation(grade="potential"), wording="conclusion")
    assert response.action == "none"
    note = next(reason for reason in response.reasons if reason.rule == "R04")
    assert "not covered" in note.text


@pytest.mark.parametrize("wording", ["introduction", "conclusion"])
@pytest.mark.parametrize("grade", ["indirect", "direct"])
def test_T06_the_other_principles_are_worded_alike(grade: str, wording: str) -> None:
    expected = {"indirect": "mix", "direct": "breakup"}[grade]
    assert respond(Situation(grade=grade), wording=wording).action == expected  # type: ignore[arg-type]


def test_T06_an_unknown_wording_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"introduction.*conclusion.*'middle'"):
        respond(Situation(), wording="middle")  # type: ignore[arg-type]


@pytest.mark.parametrize("grade", [None, *GRADES])
@pytest.mark.parametrize("threat", [0.0, 0.3, 0.6, 1.0])
def test_T07_power_alone_never_changes_the_action(grade: str | None, threat: float) -> None:
    s = Situation(grade=grade, threat=threat)
    actions = {respond(s.with_(capability=step / 10)).action for step in range(-10, 11)}
    assert len(actions) == 1


def test_T08_a_direct_threat_breaks_the_tie_even_from_weakness() -> None:
    response = respond(Situation(grade="direct", capability=-1.0))
    assert response.action == "breakup"
    assert "R13" in rules_of(response.notes)


def test_T09_a_stronger_tie_is_not_harder_to_recover() -> None:
    rising = [recoverability(Situation(relationship=step / 20)) for step in range(21)]
    assert rising == sorted(rising)
    assert rising[0] < rising[-1]


def test_T10_another_leadership_may_judge_the_same_conditions_otherwise() -> None:
    s = Situation(threat=0.7, relationship=0.5)
    assert judge(s.with_(leadership=-1.0)).grade != judge(s.with_(leadership=1.0)).grade


@pytest.mark.parametrize("leadership", [-1.0, 1.0])
def test_T10_the_explanation_cites_leadership(leadership: float) -> None:
    reasons = judge(Situation(threat=0.7, leadership=leadership)).reasons
    assert "R10" in rules_of(reasons)


def test_T10_the_spread_counts_every_leadership_once() -> None:
    counts = spread(Situation(threat=0.7, relationship=0.5), leaders=41)
    assert tuple(counts) == GRADES
    assert sum(counts.values()) == 41
    assert sum(count > 0 for count in counts.values()) > 1


@pytest.mark.parametrize("grade", GRADES)
def test_T11_the_student_overrules_the_suggestion_and_it_is_logged(grade: str) -> None:
    s = Situation(threat=1.0, relationship=0.0, grade=grade)
    judgement = judge(s)
    assert judgement.grade == grade
    assert judgement.by == "student"
    assert judgement.suggested == "direct"
    assert respond(s).judgement.by == "student"
    assert "R10" in rules_of(judgement.reasons)


def test_T11_without_a_student_the_judgement_is_called_suggested() -> None:
    assert judge(Situation()).by == "suggested"


@pytest.mark.parametrize("floor", [0.0, 0.2])
@pytest.mark.parametrize("change", [-1.0, -0.1, 0.0, 0.5, 2.0])
def test_T12_after_a_breakup_the_tie_is_never_below_the_floor(change: float, floor: float) -> None:
    assert floor <= after_breakup(change, floor) <= 1.0


def test_T12_the_expectation_after_a_breakup_is_marked_as_an_aim() -> None:
    aim = aim_for_tie("breakup", before=0.8, floor=0.1)
    assert aim.status == "aim"
    assert aim.lowest == 0.1
    assert aim.directions == ("up",)
    (reason,) = respond(Situation(grade="direct")).aims
    assert reason.rule == "R06"
    assert reason.text.startswith("Aim:")
