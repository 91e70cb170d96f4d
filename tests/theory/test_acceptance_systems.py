# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T31 to T38: intervention, and which system takes over."""

from __future__ import annotations

import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory import compare
from bor_widgets.theory.intervention import consent, dilemma, side_taken
from bor_widgets.theory.systems import after_failure, mode, policy_mode, targets

BOR, BOP = "balance of relationships", "balance of power"


@pytest.mark.parametrize("approval", ["yes", "no", "unknown"])
def test_T31_an_economic_stake_never_changes_consent(approval: str) -> None:
    given = {consent(approval, step / 10) for step in range(11)}  # type: ignore[arg-type]
    assert len(given) == 1


@pytest.mark.parametrize("stake", [-0.1, 1.1, float("nan")])
def test_T31_a_stake_outside_its_range_is_refused(stake: float) -> None:
    with pytest.raises(ValueError, match=r"resource_stake.*from 0 to 1"):
        consent("yes", stake)


@pytest.mark.parametrize(
    ("approval", "expected"),
    [("yes", "possible"), ("no", "withheld"), ("unknown", "text silent")],
)
def test_T32_consent_follows_the_regional_organisation(approval: str, expected: str) -> None:
    assert consent(approval) == expected  # type: ignore[arg-type]


def test_T32_another_answer_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"yes, no or unknown.*'maybe'"):
        consent("maybe")  # type: ignore[arg-type]


@pytest.mark.parametrize("push", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("pull_back", [0.0, 0.5, 1.0])
def test_T33_support_is_partial_and_both_horns_are_shown(push: float, pull_back: float) -> None:
    weighed = dilemma(push, pull_back)
    assert 0.0 < weighed.support < 1.0
    assert 0.0 < weighed.border_stability < 1.0
    assert 0.0 < weighed.recognition < 1.0


def test_T33_more_support_costs_the_border_and_wins_recognition() -> None:
    little, much = dilemma(0.2, 0.8), dilemma(0.8, 0.2)
    assert much.support > little.support
    assert much.border_stability < little.border_stability
    assert much.recognition > little.recognition


@pytest.mark.parametrize("target", ["friend", "enemy", "neutral"])
def test_T34_an_intervening_enemy_is_condemned_whatever_its_target(target: str) -> None:
    assert side_taken("enemy", target) == "condemn"  # type: ignore[arg-type]


def test_T34_a_friend_against_an_enemy_is_supported() -> None:
    assert side_taken("friend", "enemy") == "support"


@pytest.mark.parametrize(
    ("intervener", "target"),
    [
        ("friend", "friend"),
        ("friend", "neutral"),
        ("neutral", "friend"),
        ("neutral", "enemy"),
        ("neutral", "neutral"),
    ],
)
def test_T34_the_other_cells_are_not_specified(intervener: str, target: str) -> None:
    assert side_taken(intervener, target) == "not specified"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("foreseeable", "works", "expected"),
    [
        (False, True, BOP),
        (True, True, BOR),
        (True, False, BOR),
        (True, None, BOR),
        (False, False, "undetermined"),
        (False, None, "undetermined"),
        (None, True, "undetermined"),
        (None, False, "undetermined"),
    ],
)
def test_T35_the_mode_table(foreseeable: bool | None, works: bool | None, expected: str) -> None:
    assert mode(foreseeable, works) == expected


def test_T35_the_open_cell_is_shown_as_open_with_its_rule() -> None:
    power = compare(Situation(reciprocity=False, power_balancing_works=False)).balance_of_power
    assert power.details["system"] == "undetermined"
    assert [question.rule for question in power.open] == ["R131"]


@pytest.mark.parametrize("works", [None, True, False])
def test_T35_a_tie_in_sight_leaves_nothing_open(works: bool | None) -> None:
    power = compare(Situation(reciprocity=True, power_balancing_works=works)).balance_of_power
    assert power.details["system"] == BOR
    assert not power.open


def test_T36_failed_balance_of_relationships_leads_to_power_or_bandwagoning() -> None:
    assert set(after_failure("balance of relationships")) == {BOP, "bandwagoning"}


def test_T36_failed_balance_of_power_leads_back_to_relationships() -> None:
    assert after_failure("balance of power") == (BOR,)


def test_T37_power_aims_at_somebody_and_relationships_at_nobody() -> None:
    assert targets(BOP, ("the riser",)) == ("the riser",)
    assert targets("bandwagoning", ("the riser",)) == ("the riser",)
    assert targets(BOR, ("the riser",)) == ()


@pytest.mark.parametrize("capability", [-1.0, -0.5, 0.0])
def test_T37_the_ledger_shows_a_target_for_balance_of_power(capability: float) -> None:
    power = compare(Situation(capability=capability)).balance_of_power
    assert power.details["targets"]
    assert "R136" in [reason.rule for reason in power.reasons]


def test_T38_both_systems_in_one_policy_are_mixed() -> None:
    mixed = policy_mode({"Vietnam": "balance of power", "China": "balance of relationships"})
    assert mixed == "mixed"
    assert policy_mode({"Vietnam": "balance of power"}) == BOP
    both_ties = {"Vietnam": BOR, "China": BOR}
    assert policy_mode(both_ties) == BOR  # type: ignore[arg-type]
