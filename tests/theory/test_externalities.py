"""Side effects of institutional balancing (S29, S31, S32), with the two gates of S30."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from bor_widgets.theory.externalities import (
    HARMS,
    good_effects,
    harm,
    harms_within_reach,
    transition,
)
from tests.theory.strategies import for_all, numbers


@pytest.mark.parametrize("gates", list(product((True, False, None), repeat=2)))
def test_the_good_effects_need_both_gates(gates: tuple[bool | None, bool | None]) -> None:
    # P2 L153: two critical conditions
    told = good_effects(1.0, *gates)
    amounts = {told.dynamism, told.cooperation_motives, told.public_goods}
    assert amounts == ({1.0} if gates == (True, True) else {0.0})
    expected = "granted" if gates == (True, True) else "withheld" if False in gates else "open"
    assert told.reasons[0].key == expected


def test_turning_mutual_destruction_off_takes_them_away() -> None:
    assert good_effects(0.7, True, True).public_goods == 0.7
    assert good_effects(0.7, False, True).public_goods == 0.0


def test_open_gates_without_balancing_bring_nothing() -> None:
    assert good_effects(0.0, True, True).reasons[0].key == "unused"


def test_gates_can_be_arrays() -> None:
    told = good_effects(np.array([0.5, 0.5, 0.5]), np.array([1.0, 0.0, 0.5]), True)
    assert told.granted.tolist() == [1, -1, 0]
    assert told.dynamism.tolist() == [0.5, 0.0, 0.0]


def test_harm_takes_both_escalation_and_bad_management() -> None:
    assert harm(1.0, 0.0) == harm(0.0, 1.0) == 0.0
    assert harm(1.0, 1.0) == 1.0


def test_harms_come_within_reach_in_order() -> None:
    # P2 L153: tension, rivalry, potentially war
    reached = [HARMS[: harms_within_reach(level)] for level in (0.0, 0.2, 0.5, 0.9)]
    assert reached == [(), HARMS[:1], HARMS[:2], HARMS]
    assert harms_within_reach(np.array([0.0, 0.9])).tolist() == [0, 3]


def test_both_powers_must_moderate() -> None:
    assert transition(1.0, 0.0).more_peaceful == transition(0.0, 1.0).more_peaceful == 0.0
    assert transition(1.0, 1.0).reasons[0].key == "moderated"


@for_all(numbers(0.0, 1.0), numbers(0.0, 1.0))
def test_a_risk_of_crises_always_stays(moderation: float, other: float) -> None:
    # P2 L153: even with the risk of regional military crises
    assert transition(moderation, other).crisis_risk == transition(0.0, 0.0).crisis_risk > 0.0


def test_no_setting_takes_the_risk_away() -> None:
    with pytest.raises(ValueError, match=r"crisis takes a number from 0.05 to 1"):
        transition(1.0, 1.0, crisis=0.0)
