# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T35 to T37, R11 and R13: power and relationships, seen in many worlds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import (
    BREAKUP,
    COMPROMISE,
    HARD,
    MIX,
    NONE,
    YIELD,
)
from bor_widgets.simulation.shocks import SHOCKS, Shock
from bor_widgets.simulation.state import Worlds
from bor_widgets.theory.judgement import GRADES
from tests.simulation.worlds_seen import (
    all_follow,
    at_least,
    see,
)

# ---- T35, T36: which system takes over (R130 to R133, P0 L1664-1674)

ACTS, MEETS = 0, 1
PRINCIPLES = {"none": NONE, "potential": COMPROMISE, "indirect": MIX, "direct": BREAKUP}


def first_moves(tie: float, power: float, failed: int = 0, **fields: Any) -> Any:
    """Return grades and moves of a state that goes by the table, in its first round."""

    def prepare(worlds: Worlds) -> None:
        worlds.capability[:, ACTS] = power
        worlds.failed[:, ACTS, MEETS] = failed

    config = all_follow(
        "by_table",
        **{
            "states": 2,
            "strikes": 1.0,
            "capability_spread": 0.0,
            "ties_given": ((ACTS, MEETS, tie),),
            "gravity_high": 1.0,
            **fields,
        },
    )
    seen = see(config, 1, prepare=prepare)
    m = seen.moves[0]
    here = m.struck == ACTS
    assert here.sum() > 100
    return m.grade[here], m.move[here], m.left_open[here]


def as_principles(grades: Any) -> Any:
    return np.array([PRINCIPLES[GRADES[code]] for code in grades])


#: power of a state that can balance alone, and of one that is far too weak, beside one of 1
EQUAL, FEEBLE = 1.0, 0.1


@pytest.mark.parametrize("power", [EQUAL, FEEBLE])
def test_T35_R130_R131_a_reciprocal_tie_in_sight_brings_balance_of_relationships(
    power: float,
) -> None:
    grades, moves, left_open = first_moves(0.9, power)
    assert at_least(moves == as_principles(grades)) > 0.9
    assert not left_open.any()


def test_T35_R130_without_one_balance_of_power_takes_place_where_it_works() -> None:
    _, moves, left_open = first_moves(0.0, EQUAL)
    assert at_least(np.isin(moves, (HARD, YIELD))) > 0.9
    assert not left_open.any()


def test_T35_R131_with_neither_the_paper_leaves_it_open() -> None:
    grades, moves, left_open = first_moves(0.0, FEEBLE)
    assert at_least(left_open) > 0.9
    assert at_least(moves == NONE) > 0.9
    # the student says what happens there, and the log still says that the paper does not
    grades, moves, left_open = first_moves(0.0, FEEBLE, undetermined="relationships")
    assert at_least(moves == as_principles(grades)) > 0.9
    assert at_least(left_open) > 0.9
    _, moves, _ = first_moves(0.0, FEEBLE, undetermined="power")
    assert at_least(np.isin(moves, (HARD, YIELD))) > 0.9


def test_T36_R132_where_relationships_failed_a_state_balances_or_bandwagons() -> None:
    _, moves, _ = first_moves(0.9, EQUAL, failed=10)
    assert at_least(np.isin(moves, (HARD, YIELD))) > 0.9
    _, moves, _ = first_moves(0.9, FEEBLE, failed=10)
    assert at_least(np.isin(moves, (HARD, YIELD))) > 0.9


def test_T36_R133_where_balancing_failed_a_state_does_not_call_it_failed_relationships() -> None:
    config = all_follow(
        "by_table",
        states=2,
        strikes=1.0,
        capability_spread=0.0,
        tie=0.0,
        tie_spread=0.0,
        violence=1.0,
    )
    seen = see(config, 1)
    m = seen.moves[0]
    here = (m.move == HARD) & m.fights
    assert here.sum() > 100
    marked = seen.worlds.failed[m.world[here], m.struck[here], m.by[here]] > 0
    assert at_least(~marked) > 0.9


# ---- T37: who has a target (R136, P0 L1188-1198)


def targets(doctrine: str) -> Any:
    seen = see(all_follow(doctrine, strikes=0.3), 10)
    aimed = (seen.worlds.coalition > 0) | (seen.worlds.campaign > 0)
    return aimed.any(axis=(1, 2))


def test_T37_R136_balance_of_power_has_targets_and_relationships_have_none() -> None:
    assert at_least(~targets("relationships")) > 0.96
    assert at_least(targets("power")) > 0.96


# ---- R11 and R13: what power does not decide (P0 L1518-1533, L1579-1585)


def course(config: WorldConfig) -> list[tuple[Any, ...]]:
    seen = see(config, 20)
    return [
        (m.world, m.struck, m.by, m.area, m.grade, m.move, m.amount, m.fights) for m in seen.moves
    ]


def same_course(one: WorldConfig, other: WorldConfig) -> bool:
    return all(
        np.array_equal(a, b)
        for before, after in zip(course(one), course(other), strict=True)
        for a, b in zip(before, after, strict=True)
    )


@pytest.mark.parametrize("kind", ["power shift", "retrenchment"])
def test_R11_T07_a_change_of_power_alone_changes_no_move_among_relationships(kind: str) -> None:
    assert kind in SHOCKS
    config = all_follow("relationships", strikes=0.2, riser=True, hegemon=True, forced=0.5)
    config = config.with_(hegemon_doctrine="relationships")
    shocks = tuple(Shock(round_, kind, state) for round_ in (2, 3, 4) for state in range(6))
    shifted = config.with_(shocks=shocks[:8])
    assert same_course(config, shifted)
    # and not so where one follows balance of power
    assert not same_course(
        config.with_(hegemon_doctrine="power", riser_doctrine="power"),
        shifted.with_(hegemon_doctrine="power", riser_doctrine="power"),
    )


def test_R13_T08_a_direct_threat_is_met_by_breakup_even_by_the_far_weaker() -> None:
    def feeble(worlds: Worlds) -> None:
        worlds.capability[:, ACTS] = 0.01

    config = all_follow(
        "relationships", states=2, strikes=1.0, tie=0.1, gravity_low=0.9, gravity_high=1.0
    )
    m = see(config, 1, prepare=feeble).moves[0]
    here = (m.struck == ACTS) & (m.grade == GRADES.index("direct"))
    assert here.sum() > 50
    assert at_least(m.move[here] == BREAKUP) > 0.85
    # balance of power would look at its weakness
    m = see(config.with_(assigned=("power", "power")), 1, prepare=feeble).moves[0]
    assert at_least(m.move[m.struck == ACTS] == YIELD) > 0.85
