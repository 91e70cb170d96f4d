# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T59: compensatory layering in BRICS (S39 to S41, E65)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from bor_widgets.theory.layering import NAMED_LAYERS, focal_strength, informal_club, layering
from bor_widgets.theory.provenance import phrase
from tests.theory.strategies import for_all, numbers

COUNTERS = ("layers", "scope", "potential", "dictation", "club")


def test_T59_rounds_raise_all_but_the_majors_power_to_dictate() -> None:
    # P2 L163
    told = layering(np.arange(6), 0.7)
    for name in COUNTERS:
        steps = np.diff(getattr(told, name))
        assert (steps < 0).all() if name == "dictation" else (steps > 0).all(), name


@for_all(st.integers(0, 20), numbers(0.05, 1.0))
def test_T59_one_more_round_does_so_wherever_it_starts(rounds: int, demand: float) -> None:
    before, after = layering(rounds, demand), layering(rounds + 1, demand)
    for name in COUNTERS:
        change = getattr(after, name) - getattr(before, name)
        assert change < 0 if name == "dictation" else change > 0, name


def test_T59_the_club_hardens_with_the_same_layers() -> None:
    # E65: the weaker gain, and the club becomes firmer
    told = layering(4, 1.0)
    assert told.club == informal_club(told.layers)
    assert [reason.rule for reason in told.reasons] == ["S39", "S40"]


@pytest.mark.parametrize(("rounds", "demand"), [(0, 1.0), (5, 0.0)])
def test_without_a_demand_or_a_round_nothing_changes(rounds: int, demand: float) -> None:
    told = layering(rounds, demand)
    assert [getattr(told, name) for name in COUNTERS] == [0.0, 0.0, 0.0, 1.0, 0.0]
    assert told.reasons[0].key == "no_layer"


def test_majors_never_lose_all_say() -> None:
    assert layering(50, 1.0).dictation > 0.0


def test_a_mix_is_a_stronger_focal_point_than_one_kind_alone() -> None:
    # P2 L163: with the same effort in all, the mix is the stronger
    assert focal_strength(0.5, 0.5) > focal_strength(1.0, 0.0)
    assert focal_strength(0.5, 0.5) > focal_strength(0.0, 1.0)


def test_three_layers_have_their_advocates() -> None:
    # P2 L163
    assert dict(NAMED_LAYERS)["Russia"] == "de_dollarisation"
    assert all(phrase("brics", "layer", layer) for _, layer in NAMED_LAYERS)
