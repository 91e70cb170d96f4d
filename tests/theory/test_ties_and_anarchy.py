"""What ties give, and what they take off the fear of anarchy."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.theory.anarchy import (
    harmony_and_uncertainty,
    incentive_for_ties,
    survival_priority,
    systems_open_to,
)
from bor_widgets.theory.mutual_help import help_payoffs, mutual_benefit, society_lasts
from tests.theory.strategies import for_all, numbers


@for_all(numbers(0.01, 1.0))
def test_self_help_becomes_mutual_help_where_ties_are_acknowledged(effort: float) -> None:
    # P0 L1226-1232, R140
    own, other = help_payoffs(effort, True)
    assert own == effort
    assert other > 0.0
    for unacknowledged in (False, None):
        assert help_payoffs(effort, unacknowledged) == (effort, 0.0)


def test_a_stable_tie_benefits_both() -> None:
    # P0 L929-935, R98
    own, other = mutual_benefit(0.7, 0.4)
    assert own == other > 0.0
    assert mutual_benefit(0.7, 0.0) == mutual_benefit(0.0, 0.4) == (0.0, 0.0)


def test_a_society_lasts_by_its_members_restraint() -> None:
    # P0 L262-268, R162
    assert society_lasts([0.5, 0.5, 0.5]) > society_lasts([0.5, 0.5, -0.9])
    assert society_lasts([0.0, -0.4]) == 0.0
    assert society_lasts([1.0]) == 1.0
    with pytest.raises(ValueError, match="at least one member"):
        society_lasts([])
    with pytest.raises(ValueError, match="a restraint takes"):
        society_lasts([2.0])


@for_all(numbers(-1.0, 1.0), numbers(-1.0, 1.0), numbers(0.0, 1.0))
def test_harmony_is_never_complete(own: float, other: float, security: float) -> None:
    # P0 L1307-1311, R156, E32
    for compatible in (True, False, None):
        near, left = harmony_and_uncertainty(own, other, compatible, security)
        assert 0.0 <= near < 1.0
        assert left == 1.0 - security
        assert near == 0.0 or (compatible and own > 0 and other > 0)


def test_relational_security_lowers_uncertainty_without_any_harmony() -> None:
    assert harmony_and_uncertainty(1.0, -1.0, True, 0.9)[1] < 0.2


@pytest.mark.parametrize("ceiling", [0.0, 1.0])
def test_no_ceiling_lets_harmony_be_complete(ceiling: float) -> None:
    with pytest.raises(ValueError, match="ceiling takes"):
        harmony_and_uncertainty(1.0, 1.0, True, 0.5, ceiling)


def test_each_imperfection_adds_to_the_incentive() -> None:
    # P0 L230-254, R161: identity, rules, structure
    perfect = incentive_for_ties(1.0, 1.0, 1.0)
    for which in range(3):
        flawed = [1.0, 1.0, 1.0]
        flawed[which] = 0.5
        assert incentive_for_ties(*flawed) > perfect


def test_the_same_fear_opens_either_system() -> None:
    # P0 L1226-1241, R149
    assert systems_open_to(0.7) == (1, 1)
    assert systems_open_to(0.0) == (0, 0)


def test_survival_comes_first_only_without_relational_security() -> None:
    # P0 L1208-1214, R139
    fallen: list[Any] = [survival_priority(s / 10) for s in range(11)]
    assert fallen == sorted(fallen, reverse=True)
    assert fallen[0] == 1.0
