# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T60: the European Union's model, its gate, and its arms (S42 to S45, S55)."""

from __future__ import annotations

import numpy as np
import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory.governance_model import (
    GATES,
    access,
    binding,
    calls_for_arms,
    dual_challenge,
    perceived_interest,
    renegotiation,
)
from bor_widgets.theory.soft_balancing import define
from tests.theory.strategies import for_all, numbers


def test_T60_more_arms_raise_capacity_and_wear_down_the_model() -> None:
    # P2 L147: a dual challenge
    told = dual_challenge(np.linspace(0.0, 1.0, 11))
    assert (np.diff(told.capacity) > 0).all()
    assert (np.diff(told.model) < 0).all()


@for_all(numbers(0.01, 1.0), numbers(0.0, 0.99), numbers(0.01, 1.0))
def test_T60_both_arrows_hold_whatever_the_numbers_of_ours(
    arms: float, capacity: float, erosion: float
) -> None:
    before = dual_challenge(0.0, capacity=capacity, erosion=erosion)
    after = dual_challenge(arms, capacity=capacity, erosion=erosion)
    assert after.capacity > before.capacity
    assert after.model < before.model
    assert after.reasons[0].key == "dual"
    assert before.reasons[0].key == "unarmed"


def test_rivalry_and_aggression_call_for_arms() -> None:
    assert calls_for_arms(0.0, 0.0) == 0.0
    assert calls_for_arms(1.0, 0.0) == calls_for_arms(0.0, 1.0) > 0.0


@pytest.mark.parametrize(
    ("revision", "crisis", "told"),
    [
        (True, False, 1),
        (False, True, 1),
        (True, None, 1),
        (False, False, -1),
        (None, False, 0),
        (None, None, 0),
    ],
)
def test_revision_or_long_crisis_reopens_negotiations(
    revision: bool | None, crisis: bool | None, told: int
) -> None:
    # P2 L147
    assert renegotiation(revision, crisis) == told


@pytest.mark.parametrize("gate", GATES)
def test_the_gate_opens_shuts_or_is_left_open(gate: str) -> None:
    told = [access(gate, out) for out in (False, True, None)]  # type: ignore[arg-type]
    assert [one.label for one in told] == ["given", "refused", "open"]
    assert "not said" in told[-1].reasons[0].text


def test_an_unknown_gate_is_refused() -> None:
    with pytest.raises(ValueError, match="given was 'visa'"):
        access("visa")  # type: ignore[arg-type]


def test_dense_institutions_turn_own_interest_into_what_rules_expect() -> None:
    # P2 L145
    assert perceived_interest(-1.0, 1.0, 0.0) == -1.0
    assert perceived_interest(-1.0, 1.0, 1.0) == 1.0
    assert perceived_interest(-1.0, 1.0, 0.5) == 0.0


def test_members_bind_one_another_without_a_threat_and_so_outside_the_definition() -> None:
    # E52
    assert binding(1.0, 1.0, 1.0) == 1.0
    inside = Situation(
        instruments=["institutions"], deliberate=True, sustained=True, delegitimising=True
    )
    assert define(inside).label == "soft balancing"
    assert define(inside, perceived_threat=False).label == "not soft balancing"
