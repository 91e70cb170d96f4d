# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""Embargoes, early recognition and culture, seen in many worlds."""

from __future__ import annotations

from bor_widgets.simulation.shocks import Shock
from bor_widgets.simulation.state import Worlds
from tests.simulation.worlds_seen import (
    HELD,
    ONE,
    OTHER,
    QUIET,
    all_follow,
    at_least,
    pair,
    rise,
    see,
    strength,
)

# ---- R37 and R119: an embargo, and early recognition


def test_R37_under_an_embargo_a_tie_does_not_become_normal() -> None:
    # P0 L31-33
    config = all_follow("relationships", states=2, tie=0.4, decay=0.0, **QUIET)
    held = see(config, 20, prepare=pair(0.8, 0.8))
    barred = config.with_(shocks=(Shock(0, "embargo", ONE, OTHER),))

    def both_hold_back(worlds: Worlds) -> None:
        pair(0.8, 0.8)(worlds)
        worlds.embargo[:, ONE, OTHER] = 1

    under = see(config.with_(**HELD), 20, prepare=both_hold_back)
    start = see(config, 1).worlds.level[:, ONE, OTHER]
    assert at_least(held.worlds.level[:, ONE, OTHER] > start) > 0.96
    assert at_least(under.worlds.level[:, ONE, OTHER] <= start) > 0.96
    assert at_least(see(barred, 20).worlds.level[:, ONE, OTHER] <= start) > 0.96


def test_R37_an_embargoed_tie_does_not_count_as_harmony() -> None:
    def both_hold_back(worlds: Worlds) -> None:
        pair(0.8, 0.8)(worlds)
        worlds.embargo[:, ONE, OTHER] = 1

    config = all_follow("relationships", states=2, **QUIET, **HELD)
    seen = see(config, 5, prepare=both_hold_back)
    assert at_least(seen.measures()["harmony"] == 0.0) > 0.96


def test_R37_the_end_of_an_embargo_lets_the_tie_grow_again() -> None:
    config = all_follow("relationships", states=2, tie=0.4, decay=0.0, **QUIET, **HELD)
    shocks = (Shock(0, "embargo", ONE, OTHER), Shock(10, "end of embargo", ONE, OTHER))
    recognised = Shock(10, "early recognition", ONE, OTHER)
    still = see(config.with_(shocks=(shocks[0], recognised)), 30)
    over = see(config.with_(shocks=(*shocks, recognised)), 30)
    assert rise(strength(still, ONE, OTHER), strength(over, ONE, OTHER)) > 0.05


def test_R119_early_recognition_dissolves_a_crisis() -> None:
    # P0 L1561-1573
    config = all_follow("by_table", states=2, tie=0.6, **QUIET)

    def failed(worlds: Worlds) -> None:
        worlds.failed[:, ONE, OTHER] = worlds.failed[:, OTHER, ONE] = 50

    crisis = see(config, 5, prepare=failed)
    dissolved = see(
        config.with_(shocks=(Shock(2, "early recognition", ONE, OTHER),)), 5, prepare=failed
    )
    assert at_least(crisis.worlds.failed[:, ONE, OTHER] > 0) > 0.96
    assert at_least(dissolved.worlds.failed[:, ONE, OTHER] == 0) > 0.96


# ---- R143: culture makes it easier, and shuts nobody out (P0 L1346-1354)


def test_R143_culture_eases_reciprocity_and_shuts_nobody_out() -> None:
    config = all_follow("relationships", culture_spread=0.0)
    without = see(config.with_(culture=0.0), 40).measures()["harmony"]
    full = see(config.with_(culture=1.0), 40).measures()["harmony"]
    none = see(config.with_(culture=0.0, reciprocity=0.0), 40).measures()["harmony"]
    assert rise(without, full) > 0.05
    assert rise(none, without) > 0.01
