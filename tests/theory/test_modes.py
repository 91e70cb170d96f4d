"""The table with its blank cell, the way back to ties, culture, lenses and evidence."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import strategies as st

from bor_widgets.theory.culture import adoption, can_take_up
from bor_widgets.theory.delayed_meaning import felt_by_others
from bor_widgets.theory.evidence import inconsistency_means, weigh
from bor_widgets.theory.lens_expectations import (
    LENSES,
    amity_possible,
    controls_neighbours,
    reaction_to_norms,
    theory_called_for,
)
from bor_widgets.theory.mode_table import mode_table, outlook
from bor_widgets.theory.return_to_ties import (
    RESTS_ON,
    falls_back_on_ties,
    in_some_measure,
    regresses,
)
from tests.theory.strategies import for_all, numbers

RELATIONSHIPS, POWER = LENSES


def test_one_cell_of_four_is_blank() -> None:
    # P0 L1664-1670, R130 and R131, E21
    cells = {(c.reciprocity, c.power_balancing_works): c for c in mode_table()}
    assert [c.mode for c in mode_table()] == [RELATIONSHIPS, RELATIONSHIPS, POWER, "undetermined"]
    assert [key for key, cell in cells.items() if cell.blank] == [(False, False)]
    assert all(cell.reasons for cell in cells.values())
    assert all(cell.open[0].text for cell in cells.values() if cell.blank)


@pytest.mark.parametrize(("reciprocity", "works"), [*product((True, False), repeat=2)])
def test_without_failure_and_will_the_table_decides(reciprocity: bool, works: bool) -> None:
    (cell,) = [
        c for c in mode_table() if (c.reciprocity, c.power_balancing_works) == (reciprocity, works)
    ]
    seen = outlook(reciprocity, works)
    assert (seen.systems, seen.reasons, seen.open) == ((cell.mode,), cell.reasons, cell.open)


@pytest.mark.parametrize(("reciprocity", "works"), [*product((True, False, None), repeat=2)])
def test_failure_leads_away_and_a_will_leads_back(reciprocity: Any, works: Any) -> None:
    # R132 (P0 L1670-1672) and R62 (P0 L1089-1095)
    failed = outlook(reciprocity, works, ties_failed=True)
    assert set(failed.systems) == {POWER, "bandwagoning"}
    wanted = outlook(reciprocity, works, ties_failed=True, will=True)
    assert wanted.systems == (RELATIONSHIPS,)
    for seen in (failed, wanted, outlook(reciprocity, works)):
        assert all(reason.text for reason in seen.reasons)
        assert seen.reasons


def test_what_is_not_judged_stays_open() -> None:
    assert outlook(None, True).systems == ("undetermined",)
    assert outlook(False, None).systems == ("undetermined",)
    with pytest.raises(TypeError, match="reciprocity takes"):
        outlook("yes", True)


def test_systems_that_stop_guiding_fall_back_on_ties() -> None:
    # P0 L1271-1277, R52
    for system in RESTS_ON:
        assert falls_back_on_ties(system, False) == 1
        assert falls_back_on_ties(system, True) == falls_back_on_ties(system, None) == 0
    with pytest.raises(ValueError, match="rests_on takes one of"):
        falls_back_on_ties("ties", False)


def test_a_will_and_a_crisis() -> None:
    # R62, and P0 L1516-1518, R145
    for function in (regresses, in_some_measure):
        assert function(True) == 1
        assert function(False) == function(None) == 0


@for_all(numbers(0.0, 1.0), numbers(0.0, 1.0))
def test_culture_makes_it_easier_and_shuts_nobody_out(support: float, gap: float) -> None:
    # P0 L1346-1354, R143; P0 L1121-1123, R152
    available, ease = adoption(support, gap)
    assert available == 1
    assert ease > 0.0
    assert adoption(support, 0.0) == adoption(support, 1.0)


@pytest.mark.parametrize(
    ("relational", "works", "code"),
    [
        (True, True, 1),
        (True, False, 1),
        (False, False, 1),  # P0 L1445-1451, R144
        (False, True, 0),
        (False, None, 0),
        (None, True, 0),
    ],
)
def test_a_culture_of_separate_selves_can_too(relational: Any, works: Any, code: int) -> None:
    assert can_take_up(relational, works) == code


def test_the_two_lenses_part_over_norms_and_neighbours() -> None:
    # P0 L37-39, R159; P0 L45-52, R158
    assert reaction_to_norms(0.8, RELATIONSHIPS) > 0.0 == reaction_to_norms(0.8, POWER)
    assert controls_neighbours(0.8, RELATIONSHIPS) == -1
    assert controls_neighbours(0.8, POWER) == 1
    assert controls_neighbours(-0.8, POWER) == controls_neighbours(-0.8, RELATIONSHIPS) == 0


@for_all(numbers(0.0, 1.0), st.sampled_from((True, False, None)))
def test_friendship_of_great_powers_hangs_on_no_difference(difference: float, poles: Any) -> None:
    # P0 L17-21, R157
    assert amity_possible(difference, poles, RELATIONSHIPS) == 1
    assert amity_possible(difference, poles, POWER) == (-1 if poles else 0)


def test_the_theory_is_called_for_where_power_explains_too_little() -> None:
    # P0 L1472-1474, R147
    assert theory_called_for(0.1) == RELATIONSHIPS
    assert theory_called_for(0.9) == "not said"


def test_both_opposites_count_and_nothing_counts_against() -> None:
    # P0 L1279-1281, R148, E08
    found = weigh([("compromise", True), ("confrontation", True), ("compromise", False)])
    assert (found.attesting, found.silent) == (2, 1)
    assert [reason.key for reason in found.reasons] == ["both_kinds"]
    assert weigh([("compromise", True)]).reasons[0].key == "one_kind"
    assert weigh([]).reasons[0].key == "none_yet"
    with pytest.raises(ValueError, match="an act takes one of"):
        weigh([("silence", True)])


def test_inconsistency_means_two_things() -> None:
    # P0 L1301-1307, R61
    assert inconsistency_means(RELATIONSHIPS) == "intrinsic"
    assert inconsistency_means(POWER) == "failure to comply"


@for_all(st.lists(numbers(-1.0, 1.0), max_size=12), st.integers(0, 6))
def test_others_feel_a_tie_later_and_less(events: list[float], delay: int) -> None:
    # P0 L1401-1403, R127
    felt = felt_by_others(events, delay, 0.5)
    assert len(felt) == len(events) + delay
    assert list(felt[:delay]) == [0.0] * delay
    assert list(felt[delay:]) == [event / 2 for event in events]
