# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T46 to T61 where they apply to worlds: soft balancing, layers, and conflict all the same."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation.moves import INSTRUMENTS
from bor_widgets.simulation.shocks import Shock
from bor_widgets.simulation.start import HEGEMON
from bor_widgets.simulation.state import Worlds
from bor_widgets.theory.calibration import Calibration
from tests.simulation.worlds_seen import (
    QUIET,
    all_follow,
    at_least,
    interval,
    rise,
    see,
)

#: threats that are felt, none of them a matter of survival
FELT = {"strikes": 0.3, "gravity_low": 0.3, "gravity_high": 0.8, "tie": 0.2, "violence": 0.0}

#: every reason that the paper reports for soft balancing holds
FAVOURABLE = {
    "interdependence": 1.0,
    "defence_advantage": 1.0,
    "territorial_norm": 1.0,
    "expansionist_ideology": 0.0,
}

#: every threat is a matter of survival
EXISTENTIAL = Calibration(cut_existential=0.0)

#: none is
FELT_ONLY = Calibration(cut_existential=1.0)


# ---- S01, S02, T46: what is soft balancing, and what is not (P2 L93-95)


def efforts_by_round(rounds: int, acts: tuple[int, ...]) -> Any:
    """Whether an effort counts as soft balancing at the end, after acts in some rounds only."""
    config = all_follow(
        "relationships",
        states=3,
        tie=0.1,
        tie_spread=0.0,
        assigned=("relationships", "soft", "relationships"),
        **{**QUIET, "strikes": 1e-12},  # none comes of itself in a few rounds
        **FAVOURABLE,
        violence=0.0,
        soft_violence=0.0,
        sustained_from=3,
        shocks=tuple(Shock(each, "betrayal", 0, 1) for each in acts),
    )
    seen = see(config, rounds)
    assert at_least(seen.count("soft balancing", by=1, to=0) == len(acts)) > 0.96
    return seen.rounds[-1].against[:, 0] > 0


def test_S02_an_effort_counts_only_when_it_has_lasted() -> None:
    acts = tuple(range(6))
    assert at_least(~efforts_by_round(1, acts[:1])) > 0.96
    assert at_least(efforts_by_round(6, acts)) > 0.96


def test_T46_S02_a_single_act_is_not_sustained() -> None:
    assert at_least(~efforts_by_round(5, (0,))) > 0.96


def test_S01_soft_balancing_takes_legitimacy() -> None:
    config = all_follow("soft", **FELT)
    seen = see(config, 20)
    assert at_least(seen.measures()["legitimacy"] < 1.0) > 0.96
    # and not so where it has no bite, or nobody does it
    assert at_least(see(config.with_(soft_bite=0.0), 20).worlds.legitimacy.min(1) == 1.0) > 0.96
    nobody = see(all_follow("relationships", **FELT), 20)
    assert at_least(nobody.worlds.legitimacy.min(axis=1) == 1.0) > 0.96


def test_S01_a_state_that_is_no_threat_is_not_soft_balanced() -> None:
    harmless = all_follow("soft", strikes=0.5, gravity_high=0.02, gap_weight=0.0)
    assert at_least(see(harmless, 10).count("soft balancing") == 0) > 0.96
    assert at_least(see(all_follow("soft", **FELT), 10).count("soft balancing") > 0) > 0.96


# ---- S05, S07, S08: soft or hard (P2 L97-103)


def hard_share(**fields: Any) -> Any:
    """Share of hard balancing among soft balancers, in every world."""
    seen = see(all_follow("soft", **{**FELT, "calibration": EXISTENTIAL, **fields}), 5)
    hard, soft = seen.count("hard balancing"), seen.count("soft balancing")
    return hard / np.maximum(hard + soft, 1)


def test_T49_S08_existential_threats_bring_hard_balancing_and_others_do_not() -> None:
    against = {"interdependence": 0.0, "defence_advantage": 0.0, "territorial_norm": 0.0}
    hard = hard_share(**against, expansionist_ideology=1.0, capability_spread=0.0)
    assert at_least(hard > 0.5) > 0.96
    # reasons that are even: what is no matter of survival is met softly on the whole
    at_stake, felt = hard_share(), hard_share(calibration=FELT_ONLY)
    assert rise(felt, at_stake) > 0.0
    assert interval(felt)[1] < 0.5


def test_T49_S08_what_is_no_matter_of_survival_is_met_softly_whatever_the_reasons() -> None:
    against = {reason: 1.0 - value for reason, value in FAVOURABLE.items()}
    assert interval(hard_share(**against, calibration=FELT_ONLY))[1] < 0.5


@pytest.mark.parametrize("reason", sorted(FAVOURABLE))
def test_T51_S05_each_reason_alone_makes_hard_balancing_no_likelier(reason: str) -> None:
    middling = dict.fromkeys(FAVOURABLE, 0.5)
    without = hard_share(**{**middling, reason: 1.0 - FAVOURABLE[reason]})
    with_it = hard_share(**{**middling, reason: FAVOURABLE[reason]})
    assert rise(with_it, without) > 0.0


def test_S07_who_is_far_too_weak_and_alone_balances_softly_even_then() -> None:
    def feeble(worlds: Worlds) -> None:
        worlds.capability[:, 0] = 0.01

    config = all_follow(
        "soft",
        states=2,
        **{**FELT, "strikes": 1.0},
        interdependence=0.0,
        defence_advantage=0.0,
        territorial_norm=0.0,
        expansionist_ideology=1.0,
        capability_spread=0.0,
        calibration=EXISTENTIAL,
    )
    weak, equal = see(config, 3, prepare=feeble), see(config, 3)
    assert at_least(weak.count("hard balancing", by=0) == 0) > 0.96
    assert at_least(weak.count("soft balancing", by=0) > 0) > 0.9
    assert at_least(equal.count("hard balancing", by=0) > 0) > 0.9


# ---- S19, T55: which instrument is open, and so left to the lot (P2 L113)


def instruments(**fields: Any) -> Any:
    """How often each instrument was picked, over all worlds."""
    config = all_follow(
        "soft", institutions=2, membership=0.5, **{**FELT, "soft_violence": 0.0, **fields}
    )
    return see(config, 10).total.instruments.sum(axis=0)


def test_T55_S19_the_lot_picks_an_instrument_and_prefers_none() -> None:
    config = all_follow("soft", institutions=0, **FELT, **FAVOURABLE)
    picked = see(config, 10).total.instruments
    sanctions = INSTRUMENTS.index("sanctions")
    # without institutions and coalitions only sanctions are at hand
    assert at_least(picked[:, sanctions] == picked.sum(axis=1)) > 0.96
    # with an institution that all share beside them, neither comes first
    config = config.with_(institutions=1, membership=1.0)
    picked = see(config, 10).total.instruments
    low, high = interval(picked[:, sanctions] / picked.sum(axis=1))
    assert 0.4 < low < high < 0.6
    # and where members differ, more than these two are picked
    assert (instruments() > 0).sum() > 2


def test_T55_S19_the_lot_is_the_same_where_survival_is_at_stake() -> None:
    everyday, at_stake = instruments(), instruments(calibration=EXISTENTIAL, capability_spread=0.0)
    sanctions = INSTRUMENTS.index("sanctions")
    share = at_stake[sanctions] / at_stake.sum()
    assert share == pytest.approx(everyday[sanctions] / everyday.sum(), rel=0.3)


# ---- S17, T53: conflict all the same (P2 L125)


def conflicts(**fields: Any) -> Any:
    config = all_follow("soft", **{**FELT, **FAVOURABLE, "soft_violence": 0.3, **fields})
    return see(config, 15).total.fights.sum(axis=1)


def test_T53_S17_soft_balancing_can_end_in_conflict_under_every_condition_for_it() -> None:
    rivals = conflicts(ambition=1.0, tie=0.1, tie_spread=0.0)
    modest = conflicts(ambition=0.0, tie=0.9, tie_spread=0.0)
    assert at_least(rivals > 0) > 0.96
    assert rise(modest, rivals) > 0.0
    # the risk never vanishes with rivalry and ambition; it does with the readiness to fight
    assert at_least(modest > 0) > 0.1
    assert at_least(conflicts(ambition=1.0, soft_violence=0.0) == 0) > 0.96


def test_T53_S17_ambition_alone_raises_it() -> None:
    assert rise(conflicts(ambition=0.0), conflicts(ambition=1.0)) > 0.0


# ---- S39, S40, T59: compensation in layers (P2 L163)


def test_T59_S39_S40_compensation_adds_layers_limits_dictation_and_hardens_a_club() -> None:
    config = all_follow("soft", **FELT, compensation=0.1, membership=1.0, soft_bite=0.1)
    early = see(config, 3).measures()
    late = see(config, 12).measures()
    assert rise(late["dictation"], early["dictation"]) > 0.0
    assert rise(early["club"], late["club"]) > 0.0
    none = see(config.with_(compensation=0.0), 12)
    more = see(config.with_(compensation=0.5), 12)
    assert rise(more.measures()["dictation"], late["dictation"]) > 0.0
    assert rise(late["club"], more.measures()["club"]) > 0.0
    # the potential for soft balancing rises too: the same efforts take more legitimacy
    assert rise(more.measures()["legitimacy"], none.measures()["legitimacy"]) > 0.0
    # and not so without any demand, or without institutions to make it in
    assert at_least(none.measures()["dictation"] == 1.0) > 0.96
    assert at_least(none.measures()["club"] == 0.0) > 0.96
    outside = see(config.with_(institutions=0, compensation=0.5), 12).measures()
    assert at_least(outside["dictation"] == 1.0) > 0.96


# ---- S36, T61: two that compete and still resist a third together (P2 L155)

TWO = (0, 2)


def central_asia(**fields: Any) -> Any:
    """Three states, a hegemon in the middle: who balances whom, softly and by arms."""
    config = all_follow(
        "soft",
        states=3,
        hegemon=True,
        assigned=("soft", "relationships", "soft"),
        **{**FELT, **FAVOURABLE, "strikes": 0.5, "soft_violence": 0.0, **fields},
    )
    seen = see(config, 20)
    softly = [
        seen.count("soft balancing", by=a, to=b) > 0 for a in TWO for b in (*TWO, 1) if a != b
    ]
    return np.all(softly, axis=0), seen.count("hard balancing") > 0


def test_T61_S36_two_compete_and_resist_a_third_together_without_arms() -> None:
    both, arms = central_asia()
    assert at_least(both) > 0.9
    assert at_least(~arms) > 0.96
    # and not so where survival is at stake and every reason speaks against it
    _, arms = central_asia(
        calibration=EXISTENTIAL,
        interdependence=0.0,
        defence_advantage=0.0,
        territorial_norm=0.0,
        expansionist_ideology=1.0,
        hegemon_capability=1.0,
    )
    assert at_least(arms) > 0.9


def test_S60_an_institution_that_holds_the_powers_is_shared_and_the_others_keep_them_out() -> None:
    # P2 L55, L147: inclusive if the target is inside, exclusive if it is kept out
    config = all_follow("soft", states=6, hegemon=True, membership=1.0, institutions=1)
    inside = see(config.with_(inclusive=1.0), 1).worlds
    outside = see(config.with_(inclusive=0.0), 1).worlds
    assert at_least(inside.access[:, 3, HEGEMON] == 1) > 0.96
    assert at_least(outside.access[:, 3, HEGEMON] == 2) > 0.96


def test_S10_hard_and_soft_balancing_can_run_side_by_side() -> None:
    # P2 L103: a complement
    config = all_follow("soft", **FELT, calibration=EXISTENTIAL, capability_spread=0.0)
    seen = see(config, 10)
    both = (seen.count("hard balancing") > 0) & (seen.count("soft balancing") > 0)
    assert at_least(both) > 0.9
    # and not so where no threat is a matter of survival
    felt = see(all_follow("soft", **FELT, **FAVOURABLE), 10)
    assert at_least(felt.count("hard balancing") == 0) > 0.96
