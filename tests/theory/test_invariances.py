"""What must hold for every situation, whatever the numbers that are ours."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st

from bor_widgets.situation import Situation
from bor_widgets.theory import (
    ACTIONS,
    GRADES,
    WORDINGS,
    Calibration,
    Wording,
    judge,
    respond,
    spread,
)
from bor_widgets.theory.judgement import perceived_threat, recoverability, threat_that_reaches
from bor_widgets.theory.principles import response_codes
from tests.theory.strategies import (
    OTHER_THEORIES,
    calibrations,
    for_all,
    names_of,
    numbers,
    situations,
    some,
)

wordings = st.sampled_from(WORDINGS)
shares = numbers(0.0, 1.0)

#: what each grade calls for, by wording (P0 L395-423 and L1687-1693)
ACTION_OF = {
    ("none", "introduction"): "none",
    ("potential", "introduction"): "compromise",
    ("none", "conclusion"): "compromise",
    ("potential", "conclusion"): "none",
    ("indirect", "introduction"): "mix",
    ("indirect", "conclusion"): "mix",
    ("direct", "introduction"): "breakup",
    ("direct", "conclusion"): "breakup",
}


def place(s: Situation, calibration: Calibration) -> int:
    """Place of the grade in the order of severity."""
    return GRADES.index(judge(s, calibration=calibration).grade)


@for_all(situations(threat=0.0, grade=None), calibrations())
def test_no_threat_is_graded_none(s: Situation, calibration: Calibration) -> None:
    judgement = judge(s, calibration=calibration)
    assert judgement.grade == "none"
    assert judgement.perceived == 0.0


@for_all(situations(grade=None), shares, shares, calibrations())
def test_grade_never_falls_as_the_threat_rises(
    s: Situation, a: float, b: float, calibration: Calibration
) -> None:
    low, high = sorted((a, b))
    assert place(s.with_(threat=low), calibration) <= place(s.with_(threat=high), calibration)


@for_all(situations(grade=None), situations(grade=None), shares, calibrations())
def test_grade_never_rises_as_recoverability_rises(
    one: Situation, other: Situation, threat: float, calibration: Calibration
) -> None:
    one, other = one.with_(threat=threat), other.with_(threat=threat)
    if recoverability(one, calibration) > recoverability(other, calibration):
        one, other = other, one
    assert place(one, calibration) >= place(other, calibration)


@for_all(shares, shares, shares, calibrations())
def test_perceived_threat_never_rises_as_recoverability_rises(
    threat: float, a: float, b: float, calibration: Calibration
) -> None:
    low, high = sorted((a, b))
    graver = perceived_threat(threat, low, calibration)
    milder = perceived_threat(threat, high, calibration)
    assert 0.0 <= milder <= graver <= 1.0


@for_all(
    situations(),
    st.sampled_from(("relationship", "compromise_means", "leadership")),
    shares,
    shares,
    calibrations(),
)
def test_recoverability_does_not_fall_with_its_ingredients(
    s: Situation, name: str, a: float, b: float, calibration: Calibration
) -> None:
    low, high = sorted((a, b))
    before = recoverability(s.with_(**{name: low}), calibration)
    after = recoverability(s.with_(**{name: high}), calibration)
    assert 0.0 <= before <= after <= 1.0


@for_all(situations(), numbers(-1.0, 1.0), wordings, calibrations())
def test_power_has_no_say_in_grade_or_action(
    s: Situation, capability: float, wording: Wording, calibration: Calibration
) -> None:
    changed = s.with_(capability=capability)
    assert judge(s, calibration=calibration) == judge(changed, calibration=calibration)
    before = respond(s, wording=wording, calibration=calibration)
    after = respond(changed, wording=wording, calibration=calibration)
    assert (before.action, before.restraint) == (after.action, after.restraint)


@for_all(situations(), some(*names_of(*OTHER_THEORIES)), wordings, calibrations())
def test_the_inputs_of_other_theories_have_no_say_in_the_tie(
    s: Situation, changes: dict[str, Any], wording: Wording, calibration: Calibration
) -> None:
    changed = s.with_(**changes)
    assert judge(s, calibration=calibration) == judge(changed, calibration=calibration)
    before = respond(s, wording=wording, calibration=calibration)
    after = respond(changed, wording=wording, calibration=calibration)
    assert (before.action, before.restraint, before.reasons, before.aims, before.asks) == (
        after.action,
        after.restraint,
        after.reasons,
        after.aims,
        after.asks,
    )


@for_all(situations(), wordings, calibrations())
def test_the_action_for_a_grade_is_fixed(
    s: Situation, wording: Wording, calibration: Calibration
) -> None:
    response = respond(s, wording=wording, calibration=calibration)
    assert response.action == ACTION_OF[response.judgement.grade, wording]
    code = response_codes(s, wording=wording, calibration=calibration)
    assert ACTIONS[code] == response.action


@for_all(situations(), st.sampled_from(GRADES), calibrations())
def test_the_student_always_wins_and_it_is_logged(
    s: Situation, grade: str, calibration: Calibration
) -> None:
    judgement = judge(s.with_(grade=grade), calibration=calibration)
    assert (judgement.grade, judgement.by) == (grade, "student")
    unasked = judge(s.with_(grade=None), calibration=calibration)
    assert unasked.by == "suggested"
    assert judgement.suggested == unasked.grade


@for_all(situations(), wordings, calibrations())
def test_the_sign_of_restraint_belongs_to_the_action(
    s: Situation, wording: Wording, calibration: Calibration
) -> None:
    response = respond(s, wording=wording, calibration=calibration)
    changes = list(response.restraint.values())
    assert all(-1.0 <= change <= 1.0 for change in changes)
    assert set(response.restraint) <= set(s.issue_areas)
    match response.action:
        case "compromise":
            assert all(change > 0 for change in changes)
        case "breakup":
            assert all(change < 0 for change in changes)
        case "none":
            assert all(change == 0 for change in changes)
        case "mix" if len(s.issue_areas) >= 2:
            assert min(changes) < 0 < max(changes)
        case "mix":
            assert not changes
            assert response.asks
    assert bool(response.asks) == (response.action == "mix" and len(s.issue_areas) < 2)


@for_all(situations(grade="direct"), calibrations())
def test_a_revoked_restraint_is_never_milder_than_a_lessened_one(
    s: Situation, calibration: Calibration
) -> None:
    areas = {"issue_areas": ["sea", "trade"]}
    broken = respond(s.with_(**areas), calibration=calibration).restraint["trade"]
    mixed = respond(s.with_(grade="indirect", **areas), calibration=calibration)
    assert broken <= mixed.restraint["trade"]


@for_all(situations(), wordings, calibrations())
def test_every_reason_has_its_sentence(
    s: Situation, wording: Wording, calibration: Calibration
) -> None:
    response = respond(s, wording=wording, calibration=calibration)
    shown = (*response.reasons, *response.aims, *response.notes, *response.asks)
    assert response.reasons
    for reason in shown:
        assert reason.text.strip()


@for_all(shares, shares, calibrations())
def test_threat_that_reaches_is_the_inverse_of_perceived_threat(
    cut: float, recovery: float, calibration: Calibration
) -> None:
    threat = threat_that_reaches(cut, recovery, calibration)
    assert threat >= 0.0
    if threat <= 1.0:
        assert perceived_threat(threat, recovery, calibration) == pytest.approx(cut, abs=1e-9)
    else:
        assert perceived_threat(1.0, recovery, calibration) <= cut


@for_all(situations(), st.integers(2, 30), calibrations())
def test_the_spread_counts_each_leadership_once_and_ignores_the_leader_at_hand(
    s: Situation, leaders: int, calibration: Calibration
) -> None:
    counts = spread(s, leaders=leaders, calibration=calibration)
    assert tuple(counts) == GRADES
    assert sum(counts.values()) == leaders
    other = s.with_(leadership=-s.leadership, grade="direct")
    assert spread(other, leaders=leaders, calibration=calibration) == counts


@for_all(situations(), calibrations())
def test_a_challenge_is_called_graver_or_milder_only_if_it_looks_so(
    s: Situation, calibration: Calibration
) -> None:
    judgement = judge(s, calibration=calibration)
    key = next(reason.key for reason in judgement.reasons if reason.rule == "R08")
    if key == "graver":
        assert judgement.perceived >= s.threat
    if key == "milder":
        assert judgement.perceived <= s.threat


@pytest.mark.parametrize("relationship", [0.0, 1.0])
def test_where_recoverability_has_no_pull_no_challenge_is_called_graver_or_milder(
    relationship: float,
) -> None:
    judgement = judge(
        Situation(relationship=relationship), calibration=Calibration(sensitivity=0.0)
    )
    assert judgement.perceived == Situation().threat
    assert {r.key for r in judgement.reasons if r.rule == "R08"}.isdisjoint({"graver", "milder"})
