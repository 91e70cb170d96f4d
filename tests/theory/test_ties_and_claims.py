"""Ties in spite of differences, how they arise, where danger is seen, and testable claims."""

from __future__ import annotations

import numpy as np
import pytest

from bor_widgets.theory.claims_at_risk import (
    no_expansion_stands,
    no_sphere_stands,
    seeks_stable_tie,
)
from bor_widgets.theory.dangers import danger, danger_of
from bor_widgets.theory.making_of_ties import (
    benefits_both,
    part_of_identity,
    stable_tie_prospect,
    swing_of,
)
from bor_widgets.theory.ties_despite import (
    IDENTITIES,
    OBSTACLES,
    after_differences,
    conduct_open_to,
    dispute_with_partnership,
)
from tests.theory.strategies import for_all, numbers

TIE, DEGREE = numbers(-1.0, 1.0), numbers(0.0, 1.0)


def test_identity_leaves_friendship_and_clash_open() -> None:
    # P0 L1097-1109, R67
    assert len({conduct_open_to(identity) for identity in IDENTITIES}) == 1
    assert conduct_open_to("alliance") == ("friendship", "clash")
    with pytest.raises(ValueError, match="identity takes one of"):
        conduct_open_to("cousins")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dispute", "partnership", "expected"),
    [
        (True, True, "both"),
        (True, False, "dispute"),
        (False, True, "partnership"),
        (False, False, "neither"),
        (None, True, "open"),
        (True, None, "open"),
    ],
)
def test_a_dispute_and_a_partnership_may_be_there_together(
    dispute: bool | None, partnership: bool | None, expected: str
) -> None:
    # P0 L63-66, R68
    assert dispute_with_partnership(dispute, partnership) == expected


@for_all(DEGREE)
def test_however_far_two_differ_the_tie_may_last(size: float) -> None:
    # P0 L66-76, R69
    differences = dict.fromkeys(OBSTACLES, size)
    ties = after_differences(differences, "balance of relationships")
    power = after_differences(differences, "balance of power")
    assert (ties.may_last, ties.options) == (1, ())
    assert (power.may_last, power.options) == (0, ("balance", "bandwagon"))
    assert ties.gap == pytest.approx(size)


def test_only_named_differences_count() -> None:
    # D14 names seven
    assert len(OBSTACLES) == 7
    with pytest.raises(ValueError, match="a difference takes one of"):
        after_differences({"cuisine": 1.0}, "balance of power")


@for_all(DEGREE, DEGREE, DEGREE)
def test_none_of_the_three_makes_up_for_another(one: float, two: float, three: float) -> None:
    # P0 L1060-1063, L1429-1431, R85
    assert stable_tie_prospect(one, two, three) == min(one, two, three)
    assert stable_tie_prospect(0.0, 1.0, 1.0) == 0.0


def test_a_steady_tie_benefits_both_and_of_others_nothing_is_said() -> None:
    # P0 L1018-1022, R80
    assert benefits_both(swing_of([0.6, 0.65, 0.6])) == 1
    assert benefits_both(swing_of([0.9, 0.1, 0.8])) == 0
    assert swing_of([0.4]) == 0.0
    with pytest.raises(ValueError, match="at least one round"):
        swing_of([])


def test_a_tie_grows_into_what_states_are() -> None:
    # P0 L1117-1123, R88
    grown = [part_of_identity(0.8, rounds) for rounds in (0, 1, 5, 50)]
    assert grown == sorted(grown)
    assert grown[0] == 0.0
    assert grown[-1] < 1.0
    assert part_of_identity(0.0, 50) == 0.0


def test_an_undefined_tie_is_a_threat_and_an_opportunity() -> None:
    # P0 L1316-1326, R91, D06
    undefined, breached, kept = (danger_of(s) for s in ("undefined", "breached", "kept"))
    assert undefined.opportunity == 1
    assert breached.opportunity == kept.opportunity == 0
    assert len({undefined.threat, breached.threat, kept.threat}) == 3


@for_all(TIE, TIE, TIE)
def test_harmony_ignores_power_and_anarchy_ignores_restraint(a: float, b: float, c: float) -> None:
    # P0 L1222-1226, L1312-1314, R92
    assert danger("harmony", a, b) == danger("harmony", a, c)
    assert danger("anarchy", a, b) == danger("anarchy", c, b)
    if b > c:
        assert danger("harmony", b, a) <= danger("harmony", c, a)
        assert danger("anarchy", a, b) <= danger("anarchy", a, c)


@for_all(TIE)
def test_a_stable_tie_is_sought_whatever_the_power(capability: float) -> None:
    # P0 L80-86, R89
    assert seeks_stable_tie(capability) == 1


def test_pressure_brings_no_sphere_and_one_would_count_against_it() -> None:
    # P0 L78-82, R120
    assert no_sphere_stands(0.8, sphere=False) == 1
    assert no_sphere_stands(0.8, sphere=True) == -1
    assert no_sphere_stands(0.8, sphere=None) == no_sphere_stands(0.0, sphere=True) == 0
    assert no_sphere_stands(np.array([0.0, 0.5]), sphere=True).tolist() == [0, -1]


def test_security_without_expansion_can_be_counted_against() -> None:
    # P0 L367-369, R122; E13
    assert no_expansion_stands(True, False) == 1
    assert no_expansion_stands(True, True) == -1
    assert no_expansion_stands(None, True) == no_expansion_stands(True, None) == 0
