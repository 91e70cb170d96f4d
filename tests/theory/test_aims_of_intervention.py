# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""What speaks against an intervention, and what talks and recognition do."""

from __future__ import annotations

import pytest

from bor_widgets.theory.aims_of_intervention import (
    MEASURES,
    PURPOSES,
    Measure,
    Purpose,
    aim_is_admissible,
    fitted_to_each_case,
    leave_alone,
    read_intervention,
    security_after_force,
    stance_on,
    supports_planting,
)
from bor_widgets.theory.intervention import side_taken
from bor_widgets.theory.negotiation import after_recognition, next_estimate
from bor_widgets.theory.third_party import third_nation
from tests.theory.strategies import for_all, numbers

DEGREE = numbers(0.0, 1.0)


@pytest.mark.parametrize(
    ("authority", "other_means", "expected"),
    [(True, False, 1), (False, True, 1), (False, False, 0), (None, True, 1), (None, False, 0)],
)
def test_a_working_authority_or_another_way_is_enough_to_refrain(
    authority: bool | None, other_means: bool, expected: int
) -> None:
    # P0 L335-341, R101
    assert leave_alone(authority, other_means) == expected


@pytest.mark.parametrize(
    ("aim", "decides", "expected"),
    [
        ("transform", True, -1),
        ("transform", None, -1),
        ("restore", True, 1),
        ("restore", False, -1),
        ("restore", None, 0),
    ],
)
def test_the_target_is_not_remade_and_decides(
    aim: Purpose, decides: bool | None, expected: int
) -> None:
    # P0 L317-325, R102
    assert aim_is_admissible(aim, decides) == expected


@for_all(DEGREE, numbers(0.01, 1.0))
def test_only_transforming_force_costs_faith_in_ties(security: float, force: float) -> None:
    # P0 L880-884, R103
    assert security_after_force(security, force, "restore") == security
    after = security_after_force(security, force, "transform")
    assert 0.0 <= after <= security
    if security > 0.01:
        assert after < security


@pytest.mark.parametrize("measure", MEASURES)
def test_measures_on_third_states_tend_to_be_opposed(measure: Measure) -> None:
    # P0 L764-769, R104; E11: nothing of the sort in a dispute of one's own
    assert stance_on(measure, True) == (0 if measure == "none" else -1)
    assert stance_on(measure, False) == stance_on(measure, None) == 0


def test_no_support_for_planting_where_stability_is_valued() -> None:
    # P0 L278-286, R121
    assert supports_planting(True, True) == -1
    assert supports_planting(True, None) == supports_planting(False, True) == 0


def test_interventions_are_fitted_to_the_case() -> None:
    # P0 L1616-1618, R112
    assert fitted_to_each_case([0.1, 0.9]) == 1
    assert fitted_to_each_case([0.5, 0.5, 0.5]) == -1
    assert fitted_to_each_case([0.5]) == 0


def test_T34_the_report_on_friends_and_enemies_stands_against_two_rules() -> None:
    # E12: R113 against R104 and R109
    assert side_taken("friend", "enemy") == "support"
    assert stance_on("military intervention", True) == -1
    assert third_nation(1.0, -1.0).keeps == ("intervener", "target")


def test_everything_against_a_transforming_war() -> None:
    reading = read_intervention(
        "transform", "military intervention", operating_authority=True, target_decides=False
    )
    assert reading.against == ("R101", "R102", "R103", "R104", "R121")


@pytest.mark.parametrize("aim", PURPOSES)
@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("said", [True, False, None])
def test_every_reading_has_its_words(aim: Purpose, measure: Measure, said: bool | None) -> None:
    reading = read_intervention(
        aim,
        measure,
        on_third_state=said,
        operating_authority=said,
        target_decides=said,
        values_stability=said,
    )
    assert reading.reasons
    assert all(reason.text for reason in reading.reasons)
    assert set(reading.against) <= {reason.rule for reason in reading.reasons}


@for_all(DEGREE, DEGREE)
def test_a_round_gives_a_hint_and_settles_nothing(estimate: float, hint: float) -> None:
    # P0 L1614-1616, R111
    after = next_estimate(estimate, hint)
    assert min(estimate, hint) - 1e-9 <= after <= max(estimate, hint) + 1e-9
    if abs(hint - estimate) > 1e-6:
        assert after not in (hint, estimate)


@for_all(numbers(0.01, 1.0))
def test_early_recognition_takes_the_danger_away_and_keeps_prestige(risk: float) -> None:
    # P0 L1561-1573, R119
    early, late = after_recognition(risk, 1.0), after_recognition(risk, 0.0)
    assert early.risk == 0.0 < late.risk == risk
    assert early.prestige == 1.0 > late.prestige


def test_unknown_words_are_refused() -> None:
    with pytest.raises(ValueError, match="aim takes one of transform, restore, none"):
        aim_is_admissible("conquer", True)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="measure takes one of"):
        stance_on("talks", True)  # type: ignore[arg-type]
