"""How conduct is seen, and what general rules do to a tie."""

from __future__ import annotations

import pytest

from bor_widgets.theory.perception import (
    observer_confusion,
    seen_friendliness,
    soft_power_kind,
    spontaneous_respect,
    threat_seen_in,
    worry_about_intentions,
)
from bor_widgets.theory.restraint import worry
from bor_widgets.theory.rules_and_ties import after_relaxing_rules, tie_can_be_normal
from tests.theory.strategies import for_all, numbers


def test_treatment_decides_how_the_other_appears() -> None:
    # P0 L756-764, R29
    assert seen_friendliness(0.8) > 0 > seen_friendliness(-0.8)


def test_respect_is_won_without_coercion() -> None:
    # P0 L327-333, R30
    assert spontaneous_respect(0.8, 0.0) > spontaneous_respect(0.8, 0.5)
    assert spontaneous_respect(0.8, 1.0) == spontaneous_respect(-0.8, 0.0) == 0.0


def test_the_same_restraint_wins_respect_and_worries() -> None:
    # E15: R30 against R21
    assert spontaneous_respect(1.0, 0.0) > 0.0
    assert worry(own=1.0, other=0.0, imposed=True) > 0.0


def test_adapting_eases_and_advocating_does_not() -> None:
    # P0 L1372-1380, R33
    usual = worry_about_intentions(0.0, 0.0)
    assert worry_about_intentions(0.5, 0.0) < usual <= worry_about_intentions(0.0, 0.5)


@for_all(numbers(0.0, 1.0))
def test_dislike_alone_is_no_threat(dislike: float) -> None:
    # P0 L935-945, R34
    assert threat_seen_in(0.0, dislike) == 0.0
    assert threat_seen_in(0.5, dislike) > 0.0


@pytest.mark.parametrize(
    ("spread", "blocking", "kind"),
    [
        (0.9, 0.9, "synchronising"),
        (0.1, 0.0, "not in the way"),
        (0.9, 0.0, "both"),
        (0.1, 0.9, "neither"),
    ],
)
def test_two_kinds_of_soft_power(spread: float, blocking: float, kind: str) -> None:
    # P0 L935-951, R35
    assert soft_power_kind(spread, blocking) == kind


@for_all(numbers(0.01, 1.0))
def test_observers_are_puzzled_by_both_together_only(degree: float) -> None:
    # P0 L1046-1058, R99
    assert observer_confusion(degree, 0.0) == observer_confusion(0.0, degree) == 0.0
    assert observer_confusion(degree, degree) > 0.0


def test_under_an_embargo_a_tie_is_never_normal_and_without_one_it_is_open() -> None:
    # P0 L31-33, R37
    assert tie_can_be_normal(True) == -1
    assert tie_can_be_normal(False) == tie_can_be_normal(None) == 0


@for_all(numbers(0.0, 0.99), numbers(-1.0, 0.99), numbers(0.01, 1.0))
def test_relaxed_rules_better_the_tie_and_are_answered(
    tie: float, restraint: float, relaxation: float
) -> None:
    # P0 L1634-1640, R36
    better, more = after_relaxing_rules(tie, restraint, relaxation)
    assert tie < better <= 1.0
    assert restraint < more <= 1.0
