"""What is told of an intervention: consent, the dilemma, sides, talks and tested claims."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.theory.intervention import Approval, Feeling
from bor_widgets.theory.intervention_reasons import (
    claim_reasons,
    consent_open,
    consent_reasons,
    dilemma_reasons,
    fit_reason,
    recognition_reasons,
    region_reasons_of,
    side_reasons,
    talks_reason,
    third_nation_reasons,
)
from bor_widgets.theory.provenance import Reason

SHARES = st.floats(0.0, 1.0)
APPROVALS: tuple[Approval, ...] = ("yes", "no", "unknown")
FEELINGS: tuple[Feeling, ...] = ("friend", "neutral", "enemy")


def told(reasons: tuple[Reason, ...]) -> list[tuple[str, str]]:
    """Return rule and finding of each reason."""
    return [(reason.rule, reason.key) for reason in reasons]


@pytest.mark.parametrize(
    ("approval", "key"), [("yes", "approved"), ("no", "not_approved"), ("unknown", "silent")]
)
def test_the_regional_organisation_is_told_first(approval: Approval, key: str) -> None:
    # P0 L102-110
    assert told(consent_reasons(approval, 0.0)) == [("R107", key)]
    assert told(consent_reasons(approval, 0.7)) == [("R107", key), ("R108", "no_effect")]


def test_only_the_silent_case_is_open() -> None:
    assert {approval: len(consent_open(approval)) for approval in APPROVALS} == {
        "yes": 0, "no": 0, "unknown": 1,
    }  # fmt: skip


@given(push=SHARES, pull_back=SHARES)
def test_the_dilemma_always_names_both_horns_and_the_demand(push: float, pull_back: float) -> None:
    # P0 L908-918
    rules = [reason.rule for reason in dilemma_reasons(push, pull_back)]
    assert rules == ["R105", "R106", "R100"]


def test_the_heavier_side_is_named() -> None:
    # P0 L363-365
    assert dilemma_reasons(0.9, 0.1)[-1].key == "more_for"
    assert dilemma_reasons(0.1, 0.9)[-1].key == "more_against"
    assert dilemma_reasons(0.5, 0.5)[-1].key == "even"


@pytest.mark.parametrize("target", FEELINGS)
def test_an_enemy_is_condemned_whatever_the_target(target: Feeling) -> None:
    # P0 L1153-1159
    assert told(side_reasons("enemy", target)[0]) == [("R113", "condemn")]


def test_what_the_report_does_not_name_stays_open() -> None:
    assert told(side_reasons("friend", "enemy")[0]) == [("R113", "support")]
    for pair in (("friend", "friend"), ("friend", "neutral"), ("neutral", "enemy")):
        reasons, unsaid = side_reasons(*pair)
        assert reasons == ()
        assert [question.rule for question in unsaid] == ["R113"]


def test_both_ties_are_kept_and_each_good_one_encourages_something() -> None:
    # P0 L1593-1612
    assert told(third_nation_reasons("enemy", "enemy")) == [("R109", "holds")]
    assert told(third_nation_reasons("friend", "friend")) == [
        ("R109", "holds"),
        ("R110", "concessions"),
        ("R110", "respect"),
    ]


def test_a_round_of_talks_moves_the_estimate_towards_its_hint() -> None:
    # P0 L1614-1616
    assert talks_reason(0.5, 0.9).key == "steadier"
    assert talks_reason(0.5, 0.1).key == "shakier"
    assert talks_reason(0.5, 0.5).key == "as_before"


def test_one_pattern_for_all_is_noticed() -> None:
    # P0 L1616-1618
    assert fit_reason(0.7, 0.1).key == "fitted"
    assert fit_reason(0.7, 0.7).key == "one_pattern"


def test_strength_and_recognition_are_told_only_where_they_are_set() -> None:
    # P0 L809-813, L1561-1573
    assert told(region_reasons_of(1.0)) == [("R118", "strong")]
    assert told(region_reasons_of(-1.0)) == [("R118", "weak")]
    assert region_reasons_of(0.0) == ()
    assert told(recognition_reasons(1.0, 1.0)) == [("R119", "dissolves")]
    assert recognition_reasons(1.0, 0.0) == ()


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ((0.8, False, None, None), [("R120", "stands")]),
        ((0.8, True, None, None), [("R120", "against")]),
        ((0.0, True, None, None), []),
        ((0.0, None, True, False), [("R122", "stands")]),
        ((0.0, None, True, True), [("R122", "against")]),
        ((0.0, None, False, True), []),
    ],
)
def test_events_can_count_against_two_claims(given_: Any, expected: list[Any]) -> None:
    # P0 L78-82, L367-369
    assert told(claim_reasons(*given_)) == expected
