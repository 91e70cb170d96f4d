"""The two motifs can be kept and broken, and courses can be peaceful or forceful."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory import GRADES, respond
from bor_widgets.theory.motifs import (
    course_of,
    goal_order,
    keeps_first_motif,
    keeps_second_motif,
)


def test_ties_are_to_be_worth_more_than_uniformity() -> None:
    # P0 L1678-1682, R150
    assert keeps_first_motif(0.6, 0.4) == 1
    assert keeps_first_motif(0.4, 0.6) == keeps_first_motif(0.5, 0.5) == -1


@pytest.mark.parametrize(
    ("restores", "power", "code"),
    [(True, False, 1), (True, True, -1), (False, False, -1), (None, False, 0), (True, None, 0)],
)
def test_acts_are_to_restore_and_not_to_mirror_power(restores: Any, power: Any, code: int) -> None:
    # P0 L1682-1686, R151
    assert keeps_second_motif(restores, power) == code


def test_ties_come_first_only_under_balance_of_relationships() -> None:
    # P0 L1139-1160, R141
    first = goal_order("balance of relationships")
    assert first[0] == "peaceful and constructive ties"
    assert "survival and security" in first[1:]
    assert goal_order("balance of power")[0] == goal_order("bandwagoning")[0] != first[0]
    with pytest.raises(ValueError, match="system takes one of"):
        goal_order("hedging")


def test_the_principles_reach_peace_and_force_alike() -> None:
    # P0 L1389-1395, R125, E14: which of them hangs on the judgements
    reached = {
        course_of([respond(Situation(grade=grade)).action for grade in grades]).character
        for grades in product(GRADES, repeat=2)
    }
    assert reached == {"peaceful", "forceful", "both", "neither"}


def test_a_course_is_counted() -> None:
    course = course_of(["compromise", "mix", "breakup", "none"])
    assert (course.peaceful, course.forceful, course.character) == (2, 2, "both")
    assert course_of([]).character == "neither"
    with pytest.raises(ValueError, match="an action takes one of"):
        course_of(["war"])
