# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T12 to T18, and more: what the papers say about single ties, seen in many worlds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation.doctrines import BREAKUP
from bor_widgets.simulation.engine import Engine
from bor_widgets.simulation.shocks import Shock
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.ties import reputation
from tests.simulation.worlds_seen import (
    HELD,
    MANY,
    ONE,
    OTHER,
    QUIET,
    all_follow,
    always,
    at_least,
    change,
    pair,
    rise,
    see,
    strength,
)

# ---- T12: a breakup has a floor (R06, P0 L409-413)


def lowest_after_breakups(floor: float) -> tuple[Any, Any]:
    """Lowest level a tie had right after a breakup, and how many breakups there were."""
    config = all_follow(
        "relationships", strikes=0.2, gravity_low=0.8, gravity_high=1.0, floor=floor, break_loss=1.0
    )
    engine = Engine.of(config, MANY, "arrays")
    lowest, breakups = np.ones(len(MANY)), np.zeros(len(MANY))
    for _ in range(3):
        before = engine.worlds.level.astype(float)
        engine.step()
        m = engine.moves
        assert m is not None
        here = m.move == BREAKUP
        at = (m.world[here], m.struck[here], m.by[here])
        # a tie that was below the floor already is not lifted by a breakup
        was_above = before[at] >= floor
        after = np.where(was_above, engine.worlds.level[at], 1.0)
        np.minimum.at(lowest, m.world[here], after.astype(float))
        np.add.at(breakups, m.world[here], was_above)
    return lowest, breakups


def test_T12_R06_a_tie_that_is_broken_up_keeps_its_floor() -> None:
    lowest, breakups = lowest_after_breakups(0.3)
    assert at_least(breakups > 0) > 0.95
    assert at_least(lowest >= 0.3 - 1e-6) > 0.96
    # and not so where there is no floor
    lowest, _ = lowest_after_breakups(0.0)
    assert at_least(lowest < 0.3) > 0.96


def test_T12_R06_what_follows_a_breakup_does_not_fall_below_the_floor() -> None:
    config = all_follow("relationships", states=2, floor=0.3, wear=0.3, decay=0.0, **QUIET, **HELD)
    seen = see(config, 20, prepare=pair(-1.0, -1.0))
    assert at_least(seen.worlds.level[:, ONE, OTHER] >= 0.3 - 1e-6) > 0.96


# ---- T13: harmony only where both hold back, in ways that fit (R20, P0 L700-702)


@pytest.mark.parametrize(
    ("own", "other", "areas", "harmony"),
    [
        (0.5, 0.5, slice(None), True),
        (0.5, 0.0, slice(None), False),
        (0.5, -0.5, slice(None), False),
        (-0.5, -0.5, slice(None), False),
        # both hold back on the whole, but one withdraws where the other gives
        (0.5, -0.2, 0, False),
    ],
)
def test_T13_R20_a_tie_grows_where_both_hold_back_in_ways_that_fit(
    own: float, other: float, areas: Any, harmony: bool
) -> None:
    def prepare(worlds: Worlds) -> None:
        worlds.restraint[:, OTHER, ONE, :] = 0.9 if areas == 0 else other
        pair(own, other, areas)(worlds)

    config = all_follow("relationships", states=2, tie=0.4, decay=0.0, wear=0.0, **QUIET, **HELD)
    start = see(config, 1).worlds.level[:, ONE, OTHER]
    seen = see(config, 5, prepare=prepare)
    grew = seen.worlds.level[:, ONE, OTHER] > start
    assert at_least(grew == harmony) > 0.96
    assert at_least((seen.measures()["harmony"] > 0.0) == harmony) > 0.96


def test_T13_R20_harmony_appears_only_among_those_who_give() -> None:
    givers, takers = range(3), range(3, 6)
    config = all_follow(
        "relationships",
        strikes=0.3,
        tables=(always("gives", "compromise"), always("takes", "breakup")),
        assigned=("gives",) * 3 + ("takes",) * 3,
        **HELD,
    )
    calm = see(config, 30).rounds[-1].calm
    assert at_least(calm[:, givers].sum(axis=1) > 0) > 0.9
    assert at_least(calm[:, takers].sum(axis=1) == 0) > 0.96
    # and not so where all give
    calm = see(config.with_(assigned=("gives",) * 6), 30).rounds[-1].calm
    assert at_least(calm[:, takers].sum(axis=1) > 0) > 0.9


def test_R05_own_restraint_brings_the_other_to_hold_back_too() -> None:
    # P0 L401-403: that is what it is meant for; an aim, not a guarantee
    config = all_follow(
        "relationships",
        states=3,
        strikes=0.3,
        tables=(always("gives", "compromise"), always("waits", "none")),
        assigned=("gives", "waits", "waits"),
    )
    seen = see(config, 20)
    assert at_least(seen.worlds.restraint[:, 1, 0].mean(axis=-1) > 0.05) > 0.9
    assert at_least(seen.worlds.restraint[:, 1, 2].mean(axis=-1) == 0.0) > 0.96
    # and not so without reciprocity
    seen = see(config.with_(reciprocity=0.0), 20)
    assert at_least(seen.worlds.restraint[:, 1, 0].mean(axis=-1) <= 0.0) > 0.96


# ---- T14: imposed restraint of one side alone (R21, P0 L704-706)


@pytest.mark.parametrize(
    ("doctrine", "other", "worries"),
    [
        ("values", 0.0, True),
        ("values", -0.5, True),
        ("values", 0.5, False),  # both hold back
        ("relationships", 0.0, False),  # nothing is imposed
    ],
)
def test_T14_R21_one_sided_restraint_that_is_imposed_brings_worry(
    doctrine: str, other: float, worries: bool
) -> None:
    config = all_follow(
        "relationships",
        states=2,
        assigned=(doctrine, "relationships"),
        values_given=(1.0, 0.0),
        **QUIET,
        **HELD,
        decay=0.0,
        mending=0.0,
        wear=0.0,
    )
    seen = see(config, 3, prepare=pair(1.0, other))
    assert at_least((seen.measures()["worry"] > 0.0) == worries) > 0.96
    without = see(config.with_(worry_loss=0.0), 3, prepare=pair(1.0, other))
    fell = seen.worlds.level[:, OTHER, ONE] < without.worlds.level[:, OTHER, ONE]
    assert at_least(fell == worries) > 0.96


# ---- T15: what makes a wish for stable ties credible (R22, R23, P0 L706-716)


def test_T15_R22_R23_giving_up_and_confronting_both_make_credible() -> None:
    gives, confronts, idle = range(3)
    config = all_follow(
        "relationships",
        states=6,
        strikes=0.3,
        tables=(
            always("gives", "compromise"),
            always("confronts", "breakup"),
            always("idle", "none"),
        ),
        assigned=("gives", "confronts", "idle", "idle", "idle", "idle"),
    )
    seen = see(config, 20)
    credible = reputation(seen.worlds)
    assert rise(credible[:, idle], credible[:, gives]) > 0.05
    assert rise(credible[:, idle], credible[:, confronts]) > 0.05
    # and not so of one that does neither
    assert at_least(credible[:, idle] == 0.0) > 0.96


# ---- T17: a tie that is not enacted fades (R27, P0 L1405-1411)


def test_T17_R27_a_tie_fades_until_it_is_enacted() -> None:
    config = all_follow("relationships", states=2, tie=0.6, decay=0.05, **QUIET)
    begun = strength(see(config, 1), ONE, OTHER)
    faded = strength(see(config, 40), ONE, OTHER)
    enacted = config.with_(shocks=(Shock(39, "early recognition", ONE, OTHER),), mending=0.0)
    refreshed = strength(see(enacted, 40), ONE, OTHER)
    assert at_least(faded < 0.5 * begun) > 0.96
    assert at_least(refreshed > 0.9 * begun) > 0.96
    # and not so where nothing fades
    kept = config.with_(decay=0.0)
    assert at_least(strength(see(kept, 40), ONE, OTHER) >= begun) > 0.96


def test_T17_R27_rituals_keep_a_tie_between_two_that_hold_back() -> None:
    config = all_follow("relationships", states=2, decay=0.05, mending=0.0, **{**QUIET, **HELD})
    quiet = strength(see(config, 40, prepare=pair(0.5, 0.5)), ONE, OTHER)
    held = see(config.with_(ritual_every=5), 40, prepare=pair(0.5, 0.5))
    assert at_least(strength(held, ONE, OTHER) > 1.5 * quiet) > 0.96


def test_R27_a_ritual_takes_two_that_hold_back() -> None:
    # parameters.toml says so of "Rounds between rituals"
    config = all_follow("relationships", states=2, wear=0.0, **{**QUIET, **HELD})
    quiet = see(config, 20, prepare=pair(0.5, -1.0))
    held = see(config.with_(ritual_every=5), 20, prepare=pair(0.5, -1.0))
    same = strength(held, ONE, OTHER) == strength(quiet, ONE, OTHER)
    assert at_least(same) > 0.96


# ---- T18: differences weigh less in the long run, and never nothing (R40, R41, P0 L425-433)


def mean_grade(horizon: int, **fields: Any) -> Any:
    """Mean grade, 0 to 3, of the first round: the same strikes whatever the horizon."""
    config = all_follow(
        "relationships", strikes=0.5, gap_weight=1.0, horizon=horizon, value_spread=1.0
    )
    grades = see(config.with_(**fields), 1).rounds[0].grades
    return (grades * np.arange(4)).sum(axis=1) / grades.sum(axis=1)


def test_T18_R40_R41_differences_weigh_less_the_longer_the_view_but_always_something() -> None:
    at_once, in_the_long_run = mean_grade(1), mean_grade(100)
    alike = mean_grade(100, value_spread=0.0)
    assert rise(in_the_long_run, at_once) > 0.1
    assert rise(alike, in_the_long_run) > 0.01
    # and not so where differences have no weight
    assert change(mean_grade(100, gap_weight=0.0), mean_grade(1, gap_weight=0.0)) == (0.0, 0.0)
