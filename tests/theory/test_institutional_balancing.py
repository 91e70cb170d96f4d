"""Institutions as tools (S18, S60, S61), their four roles (X05), and norms (S46, S58, S59)."""

from __future__ import annotations

import numpy as np
import pytest

from bor_widgets.theory.institution_roles import ROLES, who_describes
from bor_widgets.theory.institutional_balancing import attraction, form
from bor_widgets.theory.norm_building import (
    intervention_left,
    legitimacy_of_outside_support,
    norm_strength,
)


def test_the_attractions_are_no_forecast_of_the_instrument() -> None:
    told = attraction(1.0, 1.0, 1.0)
    assert told.value == 1.0
    assert [question.rule for question in told.open] == ["S19", "S66"]
    assert all(question.text for question in told.open)


def test_the_three_attractions_are_not_ranked() -> None:
    assert attraction(1.0, 0, 0).value == attraction(0, 1.0, 0).value == attraction(0, 0, 1.0).value


def test_inside_is_inclusive_and_outside_exclusive() -> None:
    assert [form(inside) for inside in (True, False, None)] == ["inclusive", "exclusive", "open"]
    told = form(np.array([1.0, 0.0, 0.5]))
    assert told.tolist() == ["inclusive", "exclusive", "open"]


def test_each_paper_has_its_own_role_for_institutions() -> None:
    # E94
    told = [who_describes(role) for role in ROLES]
    assert [paper for _, paper, _ in told] == ["P2", "P0", "P1", "P1"]
    assert len({reading for reading, _, _ in told}) == 4
    assert all(reason.rule == "X05" and reason.text for _, _, reason in told)
    with pytest.raises(ValueError, match="given was 'tax'"):
        who_describes("tax")  # type: ignore[arg-type]


def test_norms_of_the_weak_lower_intervention_for_decades() -> None:
    # P2 L39: 1898 to 1936, and lasting into the 1950s
    by_year = [intervention_left(1.0, 1.0, year - 1898) for year in (1898, 1915, 1933, 1955)]
    assert by_year[0] == 1.0
    assert by_year[1] > by_year[2]
    assert by_year[2] == by_year[3] < 0.5


def test_without_support_nothing_shifts() -> None:
    assert intervention_left(0.8, 0.0, 100.0) == 0.8


def test_a_rival_norm_takes_legitimacy_from_outside_support() -> None:
    assert legitimacy_of_outside_support(1.0) < legitimacy_of_outside_support(0.0)


def test_soft_rules_become_firm_without_enforcement() -> None:
    # P2 L25
    assert norm_strength(0.0) == 0.0
    assert norm_strength(20.0) == 0.5
    assert norm_strength(100.0, enforcement=0.0) == norm_strength(100.0, enforcement=1.0)
