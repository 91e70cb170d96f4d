# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T39 to T44: alone, in pairs or together."""

from __future__ import annotations

from itertools import product

import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory import compare
from bor_widgets.theory.venue import (
    by_number,
    by_quality,
    direction,
    multilateral_is_offered,
    partners,
    strong_bilateralism,
)


@pytest.mark.parametrize(
    ("parties", "expected"),
    [(1, "unilateral"), (2, "bilateral"), (3, "multilateral"), (7, "multilateral")],
)
def test_T39_the_numeric_test(parties: int, expected: str) -> None:
    assert by_number(parties) == expected


@pytest.mark.parametrize("parties", [0, -1])
def test_T39_fewer_than_one_state_is_refused(parties: int) -> None:
    with pytest.raises(ValueError, match=f"parties.*{parties}"):
        by_number(parties)


@pytest.mark.parametrize("properties", [*product([True, False], repeat=3)])
def test_T40_multilateral_by_quality_is_all_or_nothing(properties: tuple[bool, ...]) -> None:
    verdict = by_quality(*properties)
    assert verdict == (1 if all(properties) else -1)


@pytest.mark.parametrize("degrees", [*product([0.0, 0.3, 0.5, 0.9, 1.0], repeat=3)])
def test_T40_degrees_are_never_added_up_to_a_fraction(degrees: tuple[float, ...]) -> None:
    verdict = by_quality(*degrees)
    assert verdict in (-1, 0, 1)
    if min(degrees) < 0.5:
        assert verdict == -1


def test_T40_an_unjudged_property_leaves_it_open_and_a_missing_one_does_not() -> None:
    assert by_quality(True, True, None) == 0
    assert by_quality(True, False, None) == -1


@pytest.mark.parametrize(("privileges", "belief"), [(True, False), (False, True), (False, False)])
def test_T41_strong_bilateralism_needs_privileges_and_belief(
    privileges: bool, belief: bool
) -> None:
    assert strong_bilateralism(privileges, belief) < 0


def test_T41_both_together_are_strong_bilateralism() -> None:
    assert strong_bilateralism(True, True) > 0


def test_T42_a_treaty_makes_allies_and_none_makes_coalition_partners() -> None:
    assert partners(0.9, True) == "allies"
    assert partners(0.9, False) == "coalition partners"


def test_T42_without_shared_interests_a_treaty_makes_neither() -> None:
    assert partners(0.1, True) == "neither"


def test_T43_a_threat_beyond_one_state_suggests_multilateral_cooperation() -> None:
    assert multilateral_is_offered(True, False) == "suggested"
    venue = compare(Situation(non_traditional=True, solvable_alone=False)).venue
    assert venue.label == "multilateral"
    assert "Q18" in [reason.rule for reason in venue.reasons]


@pytest.mark.parametrize("solvable_alone", [None, True, False])
def test_T43_traditional_threats_leave_it_on_offer(solvable_alone: bool | None) -> None:
    assert multilateral_is_offered(False, solvable_alone) == "available"
    venue = compare(Situation(non_traditional=False, solvable_alone=solvable_alone)).venue
    assert "Q19" in [reason.rule for reason in venue.reasons]


@pytest.mark.parametrize("interests", [None, "few", 0.9])
@pytest.mark.parametrize("capabilities", [None, -1.0, 1.0])
def test_T44_asked_for_a_direction_it_answers_that_none_is_given(
    interests: object, capabilities: object
) -> None:
    answer = direction(interests, capabilities)
    assert answer.rule == "Q01"
    assert "depends" in answer.text
    assert "direction is not given" in answer.text


def test_T44_the_ledger_keeps_the_question_open() -> None:
    assert "Q01" in [question.rule for question in compare(Situation()).venue.open]


def test_number_and_quality_stand_side_by_side_and_may_differ() -> None:
    # E40
    s = Situation(parties=6, generalised_principles=False)
    ledger = compare(s)
    assert ledger.venue.details["number"] == "multilateral"
    assert ledger.venue.details["quality"] < 0
    assert "E40" in [disagreement.id for disagreement in ledger.disagreements]
