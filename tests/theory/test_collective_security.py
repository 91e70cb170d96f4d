"""A multilateral body at work (Q20 to Q22), and why liberals expect cooperation (Q15 to Q17)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import strategies as st

from bor_widgets.theory.collective_security import benefit, federation, standing
from bor_widgets.theory.liberal_cooperation import cooperation, reach_alone, stability
from tests.theory.strategies import for_all, numbers


@pytest.mark.parametrize("bound", [False, None])
def test_who_is_not_bound_earns_nothing(bound: bool | None) -> None:
    assert benefit(bound, 1.0) == 0.0


def test_members_earn_by_keeping_to_the_principles() -> None:
    assert benefit(True, 0.9) > benefit(True, 0.1)
    members = benefit(np.array([1.0, 0.0]), np.array([0.6, 0.6]))
    assert members.tolist() == [0.6, 0.0]


def test_a_body_that_fails_is_criticised_and_in_the_end_gone() -> None:
    # P1 L31: the League of Nations
    once = standing([True, False])
    assert (once.criticised, once.collapsed) == (True, False)
    twice = standing([False, False])
    assert twice.path == (0.5, 0.0)
    assert twice.collapsed
    assert "end" in twice.reasons[0].text


@pytest.mark.parametrize("stopped", [[], [True, True]])
def test_without_failure_standing_is_unharmed(stopped: list[bool]) -> None:
    assert standing(stopped).criticised is False
    assert standing(stopped).reasons[0].key == "unharmed"


@for_all(st.lists(st.booleans(), max_size=8), numbers(0.01, 1.0))
def test_standing_never_rises(stopped: list[bool], loss: float) -> None:
    # nothing is said of standing won back (E45)
    path = (1.0, *standing(stopped, loss=loss).path)
    assert all(0.0 <= after <= before for before, after in pairwise(path))


def test_a_failure_that_costs_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="loss takes a number above 0"):
        standing([False], loss=0.0)


@pytest.mark.parametrize("world_government", [True, False, None])
def test_a_permanent_treaty_is_enough_without_world_government(
    world_government: bool | None,
) -> None:
    assert federation(True, world_government) == "possible"
    assert federation(False, world_government) == "not given"
    assert federation(None, world_government) == "open"


@for_all(numbers(0.0, 1.0), numbers(0.0, 1.0))
def test_self_interest_does_not_stop_cooperation(democracy: float, self_interest: float) -> None:
    # P1 L31
    assert cooperation(democracy, self_interest) == cooperation(democracy, 0.0) > 0.0


@for_all(numbers(-1.0, 1.0))
def test_even_the_strongest_need_the_network(capability: float) -> None:
    # P1 L35, after Newman
    assert reach_alone(capability) < 1.0
    assert reach_alone(capability) <= reach_alone(1.0)


def test_no_setting_lets_a_state_do_without_it() -> None:
    with pytest.raises(ValueError, match=r"most takes a number from 0 to 0.99; given was 1"):
        reach_alone(1.0, most=1.0)


@for_all(numbers(0.0, 1.0), numbers(0.0, 1.0), numbers(0.0, 1.0), numbers(0.0, 1.0))
def test_what_is_met_and_unmet_is_the_need(
    multilateralism: float, danger: float, vulnerability: float, interdependence: float
) -> None:
    told = stability(multilateralism, danger, vulnerability, interdependence)
    assert told.met + told.unmet == pytest.approx(told.needed)
