# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T51 to T56: propensity, conditions of success, side effects and eras."""

from __future__ import annotations

from itertools import combinations

import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory.eras import climate_of
from bor_widgets.theory.soft_or_hard import propensity
from bor_widgets.theory.success import (
    CONDITIONS,
    conflict_risk,
    positive_externalities,
    prospects,
)

#: the four reasons (P2 L97-101), and whether more of it speaks for soft balancing
FOUR = {
    "interdependence": 1,
    "defence_advantage": 1,
    "territorial_norm": 1,
    "expansionist_ideology": -1,
}


@pytest.mark.parametrize(("name", "sign"), FOUR.items())
def test_T51_each_reason_speaks_for_soft_balancing(name: str, sign: int) -> None:
    rest = dict.fromkeys(FOUR, 0.5)
    row = [sign * propensity(**{**rest, name: step / 10}) for step in range(11)]
    assert row == sorted(row)
    assert row[0] < row[-1]


def test_T51_none_of_the_four_is_ranked_above_another() -> None:
    rest = dict.fromkeys(FOUR, 0.5)
    gains = {
        round(propensity(**{**rest, name: 0.5 + sign * 0.3}), 12) for name, sign in FOUR.items()
    }
    assert len(gains) == 1


def with_conditions(holding: tuple[str, ...]) -> Situation:
    """A situation in which exactly these of the seven conditions hold."""
    values: dict[str, float] = {
        name: 1.0 if name in holding else 0.0 for name in CONDITIONS if name != "low_threat"
    }
    return Situation(threat=0.0 if "low_threat" in holding else 1.0, **values)


def test_T52_the_conditions_are_the_papers_seven() -> None:
    # P2 L123 (D53), in its order
    assert CONDITIONS == (
        "low_threat",
        "legitimacy",
        "post_conflict",
        "institutions",
        "defence_advantage",
        "interdependence",
        "domestic_support",
    )


@pytest.mark.parametrize("k", range(8))
def test_T52_the_count_is_shown_whichever_conditions_hold(k: int) -> None:
    for holding in combinations(CONDITIONS, k):
        outlook = prospects(with_conditions(holding))
        assert outlook.count == k
        assert outlook.open == 0
        assert {name for name, holds in outlook.met.items() if holds} == set(holding)


def test_T52_seven_are_never_certain_and_none_is_never_impossible() -> None:
    best, worst = prospects(with_conditions(CONDITIONS)), prospects(with_conditions(()))
    assert best.outlook == "more favourable"
    assert worst.outlook == "less favourable"


def test_T52_open_conditions_are_counted_as_open() -> None:
    outlook = prospects(Situation())
    assert (outlook.count, outlook.open) == (0, 7)


def test_T53_rivalry_and_ambition_keep_the_risk_up_whatever_the_conditions() -> None:
    baseline = conflict_risk(0.0, 0.0)
    assert conflict_risk(1.0, 1.0, conditions=1.0) > baseline
    assert conflict_risk(1.0, 1.0, conditions=1.0) == conflict_risk(1.0, 1.0, conditions=0.0)
    assert baseline > 0.0


@pytest.mark.parametrize(
    ("deterrence", "managed"), [(False, True), (True, False), (False, False), (False, None)]
)
def test_T54_one_closed_gate_withholds_the_good_side_effects(
    deterrence: bool, managed: bool | None
) -> None:
    assert positive_externalities(deterrence, managed) < 0


def test_T54_both_gates_are_needed() -> None:
    assert positive_externalities(True, True) > 0
    assert positive_externalities(True, None) == 0


@pytest.mark.parametrize(
    ("year", "climate"),
    [
        (1830, "favourable"),
        (1870, "mixed"),
        (1900, "hard"),
        (1916, "unclassified"),
        (1930, "hard"),
        (1942, "unclassified"),
        (1960, "hard"),
        (2000, "favourable"),
        (2015, "mixed"),
    ],
)
def test_T56_the_climate_of_a_year(year: int, climate: str) -> None:
    assert climate_of(year) == climate


@pytest.mark.parametrize(
    ("year", "both"),
    [
        (1853, {"favourable", "mixed"}),
        (1890, {"mixed", "hard"}),
        (1991, {"hard", "favourable"}),
        (2010, {"favourable", "mixed"}),
    ],
)
def test_T56_an_edge_year_belongs_to_both_eras(year: int, both: set[str]) -> None:
    assert set(climate_of(year).split(" and ")) == both


@pytest.mark.parametrize("year", [1814, 1915, 1918, 1940, 1944])
def test_T56_years_that_the_paper_leaves_out_stay_unclassified(year: int) -> None:
    assert climate_of(year) == "unclassified"


@pytest.mark.parametrize("year", [1914, 1919, 1939, 1945])
def test_T56_the_first_and_last_years_of_the_hard_eras(year: int) -> None:
    assert climate_of(year) == "hard"
