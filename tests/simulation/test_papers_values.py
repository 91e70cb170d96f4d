# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T21 to T26: those who spread a value, seen in many worlds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation import moves as moves_module
from bor_widgets.simulation import turn as turn_module
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import COMPROMISE, ENFORCE
from bor_widgets.simulation.engine import Engine
from bor_widgets.simulation.state import Worlds
from bor_widgets.theory.double_standard import KINDS
from tests.simulation.worlds_seen import (
    MANY,
    QUIET,
    Seen,
    all_follow,
    at_least,
    change,
    interval,
    rise,
    see,
)

#: one value-spreader, which stands first
SPREADER = 0


def one_spreader(states: int = 6, **fields: Any) -> WorldConfig:
    """Return a world in which the first state spreads a value, and all differ from it."""
    return all_follow(
        "relationships",
        states=states,
        **{
            "assigned": ("values", *("relationships",) * (states - 1)),
            "values_given": (1.0, *(0.0,) * (states - 1)),
            "determination": 1.0,
            "imposition": 0.3,
            **fields,
        },
    )


# ---- T21: nobody sticks to one way of thinking in the long run (R48, R50, R51, R126)


def enforced_in(seen: Seen, first: int, last: int) -> Any:
    """How much the deviance met in some rounds was enforced upon, by round."""
    return sum(each.enforced.sum(axis=1) for each in seen.rounds[first:last]) / (last - first)


def test_T21_R48_a_determined_start_is_not_kept_up(monkeypatch: pytest.MonkeyPatch) -> None:
    # P0 L455-460, L1245-1253
    config = one_spreader(strikes=0.2)
    seen = see(config, 40)
    assert at_least(seen.worlds.commitment[:, SPREADER] < 1.0) > 0.96
    lapse = enforced_in(seen, 0, 5) - enforced_in(seen, 20, 40)
    assert interval(lapse)[0] > 0.0
    # in between, ties are retrieved: some rounds pass without any enforcement (R50, R126)
    pauses = np.array([each.enforced.sum(axis=1) == 0.0 for each in seen.rounds[5:30]]).sum(axis=0)
    busy = np.array([each.enforced.sum(axis=1) > 0.0 for each in seen.rounds[5:30]]).sum(axis=0)
    assert at_least((pauses > 0) & (busy > 0)) > 0.96
    # and not so of one that never tires
    monkeypatch.setattr(turn_module, "_tire", lambda *_: None)
    tireless = see(config, 40)
    assert at_least(tireless.worlds.commitment[:, SPREADER] == 1.0) > 0.96
    kept = enforced_in(tireless, 0, 5) - enforced_in(tireless, 20, 40)
    assert rise(kept, lapse) > 0.0


def test_T21_R51_retrieving_ties_rests_a_tired_spreader() -> None:
    # P0 L1269-1273
    engine = Engine.of(one_spreader(strikes=0.2), MANY, "arrays")
    fatigue, resting = [], []
    for _ in range(30):
        rested = engine.worlds.retrieving[:, SPREADER] > 0
        enforced = engine.step().enforced[:, SPREADER]
        # in the interval it enforces nothing (R50, P0 L1263-1269)
        assert (enforced[rested] == 0.0).all()
        fatigue.append(engine.worlds.fatigue[:, SPREADER].copy())
        resting.append(engine.worlds.retrieving[:, SPREADER] > 0)
    steps, rests = np.diff(np.array(fatigue), axis=0), np.array(resting)[:-1]
    assert at_least((rests & (steps < 0.0)).any(axis=0)) > 0.96
    assert at_least(~(rests & (steps > 0.0)).any(axis=0)) > 0.96
    # and it does not rest as long as it holds to its value
    assert at_least(~(~rests & (steps < 0.0)).any(axis=0)) > 0.96
    assert at_least((~rests & (steps > 0.0)).any(axis=0)) > 0.96


def test_T21_R50_reciprocity_is_retrieved_by_restraint() -> None:
    # P0 L1263-1269: through self-restraint, after a high moment
    def tired(worlds: Worlds) -> None:
        worlds.fatigue[:, SPREADER] = 0.9
        worlds.retrieving[:, SPREADER] = 1
        worlds.commitment[:, SPREADER] = 0.0
        worlds.restraint[:, SPREADER, :, :] = -0.5

    config = one_spreader(**{**QUIET, "restraint_fading": 0.0})
    seen = see(config, 3, prepare=tired)
    assert at_least(seen.worlds.restraint[:, SPREADER, 1].mean(axis=-1) > -0.5) > 0.96


def test_T21_R51_whoever_enforces_more_tires_sooner() -> None:
    # P0 L1269-1277 speaks of overcommitment: who meets nobody that deviates commits to nothing
    config = one_spreader(strikes=0.3)
    meets, is_alone = see(config, 4), see(config.with_(values_given=(0.5,) * 6), 4)
    assert rise(is_alone.worlds.fatigue[:, SPREADER], meets.worlds.fatigue[:, SPREADER]) > 0.02


# ---- T22: double standards come of unlike partners (R53, R58, P0 L1062-1068, L1251-1259)


def partners(values: tuple[float, float, float], ties: tuple[float, float, float]) -> WorldConfig:
    """Return a value-spreader among three partners of given values and ties."""
    return one_spreader(
        states=4,
        values_given=(0.9, *values),
        ties_given=tuple((0, k + 1, tie) for k, tie in enumerate(ties)),
        strikes=0.2,
    )


#: an ally, one that complies, and a revisionist; and three that comply
UNLIKE = partners((0.4, 0.7, 0.3), (0.9, 0.5, 0.4))
ALIKE = partners((0.7, 0.7, 0.7), (0.5, 0.5, 0.5))


def spread_of_treatment(seen: Seen) -> Any:
    """How far the answers to deviance differ in a world: from compromise to full enforcement."""
    low, high = np.full(len(MANY), np.inf), np.full(len(MANY), -np.inf)
    for m in seen.moves:
        met = m.deviance
        force = np.where(m.move == ENFORCE, m.amount, 0.0)
        np.minimum.at(low, m.world[met], force[met])
        np.maximum.at(high, m.world[met], force[met])
    return np.where(high >= low, high - low, 0.0)


def test_T22_R53_unlike_partners_make_double_standards() -> None:
    index = [see(each, 1).measures()["double_standard"] for each in (UNLIKE, ALIKE)]
    assert rise(index[1], index[0]) > 0.1
    treatment_differs = [spread_of_treatment(see(each, 6)) for each in (UNLIKE, ALIKE)]
    assert rise(treatment_differs[1], treatment_differs[0]) > 0.05
    # and even among partners of one kind there is some (R58, R153)
    assert at_least(index[1] > 0.0) > 0.96


def test_T22_R53_no_value_spreader_no_double_standard() -> None:
    seen = see(UNLIKE.with_(assigned=("relationships",) * 4), 4)
    assert np.isnan(seen.measures()["double_standard"]).all()
    assert at_least(spread_of_treatment(seen) == 0.0) > 0.96


# ---- T23: an ally has more room than a defector (R54, R55, P0 L1072-1076, L1257-1261)

ALLY, DEFECTOR = 1, 2


def make_kinds(worlds: Worlds) -> None:
    worlds.failed[:, SPREADER, DEFECTOR] = 50


def treatment(seen: Seen, partner: int) -> tuple[Any, Any]:
    """How a partner's deviance was met: with compromise (share), and with how much force."""
    met, force = [], []
    for m in seen.moves:
        here = m.deviance & (m.struck == SPREADER) & (m.by == partner)
        met += list(m.move[here] == COMPROMISE)
        force += list(np.where(m.move[here] == ENFORCE, m.amount[here], 0.0))
    return np.array(met), np.array(force)


SAME_DEVIANCE = one_spreader(
    states=3, ties_given=((0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.5)), strikes=1.0
)


def test_T23_R54_R55_the_same_deviance_is_met_otherwise_in_an_ally() -> None:
    seen = see(SAME_DEVIANCE, 1, prepare=make_kinds)
    compromised, ally_force = treatment(seen, ALLY)
    met, defector_force = treatment(seen, DEFECTOR)
    assert min(len(compromised), len(met)) > 50
    assert at_least(compromised) > 0.9
    assert at_least(~met) > 0.9
    assert defector_force.min() > ally_force.max()


def test_T23_not_so_where_all_are_seen_as_one_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        moves_module,
        "kind_of",
        lambda _config, strength, *_: np.full(strength.shape, KINDS.index("revisionist")),
    )
    seen = see(SAME_DEVIANCE, 1, prepare=make_kinds)
    ally, defector = treatment(seen, ALLY)[1], treatment(seen, DEFECTOR)[1]
    assert set(ally) == set(defector)
    assert ally.min() > 0.0


# ---- T24, in the small: where all apply balance of relationships, nobody intervenes (R71)


def test_T24_R71_where_all_apply_balance_of_relationships_nothing_is_imposed() -> None:
    # P0 L957-965; multilateral frames as such are not in these worlds
    config = one_spreader(strikes=0.2)
    all_bor = see(config.with_(assigned=("relationships",) * 6), 10)
    not_all = see(config, 10)
    assert at_least(all_bor.count("enforcement") == 0) > 0.96
    assert at_least(all_bor.total.deviance == 0) > 0.96
    assert at_least(not_all.count("enforcement") > 0) > 0.96


# ---- T25: calling others revisionists (R73, R74, P0 L964-973)


def test_T25_R74_labels_lower_relational_security() -> None:
    labels = all_follow("values", values_given=(0.0, 1.0) * 3, ally_from=1.0, **QUIET)
    # the line from which others are seen as revisionists lies beyond every difference
    none = labels.with_(values_given=(0.4, 0.6) * 3)
    assert at_least(see(labels, 1).security(0) < see(none, 1).security(0)) > 0.96
    # and not so among states that label nobody
    nobody = {"assigned": ("relationships",) * 6}
    low, high = change(
        see(none.with_(**nobody), 1).security(0), see(labels.with_(**nobody), 1).security(0)
    )
    assert (low, high) == (0.0, 0.0)


def test_T25_R74_labels_lower_it_in_the_course_of_things_too() -> None:
    config = one_spreader(values_given=(), value_spread=1.0)
    labels = see(config, 30).measures()["relational_security"]
    without = see(config.with_(revisionist_from=1.0), 30).measures()["relational_security"]
    assert rise(labels, without) > 0.0


# ---- T26: zeal undermines relational security (R75, P0 L973-977)


def own_ties(determination: float, rounds: int, **fields: Any) -> Any:
    """Mean strength of the spreader's own ties."""
    seen = see(one_spreader(determination=determination, strikes=0.3, **fields), rounds)
    return seen.rounds[-1].strength[:, SPREADER] / 5


def test_T26_R75_R50_a_high_moment_is_at_the_expense_of_ties() -> None:
    assert rise(own_ties(1.0, 4), own_ties(0.0, 4)) > 0.0
    # what is enforced does it alone too, without the strikes that imposing brings
    alone = {"imposition": 0.0}
    assert rise(own_ties(1.0, 4, **alone), own_ties(0.0, 4, **alone)) > 0.0
    # and not so where there is nobody to correct: then its determination changes no bit
    alike = {"values_given": (0.5,) * 6}
    assert change(own_ties(0.0, 4, **alike), own_ties(1.0, 4, **alike)) == (0.0, 0.0)


def test_T26_R75_who_spreads_a_value_is_less_secure_than_who_keeps_ties() -> None:
    spreads = see(one_spreader(), 30).security(SPREADER)
    keeps = see(one_spreader(assigned=("relationships",) * 6), 30).security(SPREADER)
    assert rise(spreads, keeps) > 0.05


def test_T26_R75_more_zeal_is_less_security() -> None:
    def security(determination: float) -> Any:
        return see(one_spreader(determination=determination), 30).security(SPREADER)

    assert rise(security(1.0), security(0.0)) > 0.0


def test_T26_R75_zeal_takes_security_even_where_nobody_is_called_a_revisionist() -> None:
    def security(determination: float) -> Any:
        config = one_spreader(values_given=(0.6, *(0.4,) * 5), determination=determination)
        return see(config.with_(**QUIET), 1).security(SPREADER)

    assert at_least(security(1.0) < security(0.0)) > 0.96
