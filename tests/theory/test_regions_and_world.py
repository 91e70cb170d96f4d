"""Regions and the world (S22 to S26)."""

from __future__ import annotations

import numpy as np
import pytest

from bor_widgets.theory.regions_and_world import (
    direct_response,
    interact,
    regional_weight,
    tendency,
    tilt,
    unevenness,
)


@pytest.mark.parametrize("actor", ["rising", "middle", "small"])
def test_weaker_states_tend_to_institutions_and_diplomacy(actor: str) -> None:
    # P2 L137
    told = tendency(actor)  # type: ignore[arg-type]
    assert told.label == "institutions and diplomacy in the region"
    assert "tends to" in told.reasons[0].text


def test_of_great_powers_this_is_not_said() -> None:
    assert tendency("great").label == "not said"


def test_without_the_lack_of_means_nothing_follows() -> None:
    assert tendency("middle", 0.2).label == "not said"
    assert tendency("middle", -0.2).label != "not said"


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(ValueError, match=r"great, rising, middle, small; given was 'tiny'"):
        tendency("tiny")  # type: ignore[arg-type]


def test_soft_balancing_makes_a_direct_response_less_likely_but_not_impossible() -> None:
    assert 0.0 < direct_response(0.8, 1.0) < direct_response(0.8, 0.0) == 0.8


def test_the_change_is_uneven_across_regions() -> None:
    # P2 L141; three regions at once
    tilts = tilt(np.array([0.9, 0.5, 0.1]), np.array([0.9, 0.5, 0.2]), np.array([0.9, 0.5, 0.3]))
    assert tilts.tolist() == pytest.approx([0.9, 0.5, 0.2])
    assert unevenness(tilts) == pytest.approx(0.7)
    assert unevenness([0.4, 0.4]) == 0.0
    with pytest.raises(ValueError, match="at least one region"):
        unevenness([])


def test_influence_runs_both_ways() -> None:
    # P2 L137
    world, region = interact(0.8, 0.0)
    assert (world, region) == (0.8, 0.4)
    world, region = interact(0.0, 0.8)
    assert world > 0.0
    assert region == 0.8


@pytest.mark.parametrize("weight", ["down", "up"])
def test_neither_direction_can_be_switched_off(weight: str) -> None:
    with pytest.raises(ValueError, match=f"{weight} takes a number above 0"):
        interact(0.5, 0.5, **{weight: 0.0})


def test_regions_matter_more_as_the_united_states_pulls_back() -> None:
    assert 0.0 < regional_weight(0.0) < regional_weight(1.0)
