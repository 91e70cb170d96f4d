# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""A web of ties: containment, labels, frames, others' ties, and what order rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from bor_widgets.theory.containment import (
    containment,
    interference_threat,
    resists_hegemon,
    tie_after_compliance,
)
from bor_widgets.theory.multilateral_frame import (
    frame_order,
    intervening_attitude,
    practised_idea,
    renews_hierarchy,
    tie_is,
    volatility,
)
from bor_widgets.theory.order_by_ties import keep_hard_power, order, worth_of_power_balancing
from bor_widgets.theory.revisionists import (
    perceived_confrontation,
    security_under_zeal,
    security_with_labels,
    split_by_standard,
)
from bor_widgets.theory.third_party import (
    effect_of_others_tie,
    side_has_to_be_chosen,
    third_nation,
)
from bor_widgets.theory.webs import Web, read_web
from tests.theory.strategies import for_all, numbers

TIE, DEGREE = numbers(-1.0, 1.0), numbers(0.0, 1.0)
STATES = ("China", "India", "Russia", "Myanmar", "United States")


def web(**changes: Any) -> Web:
    """All ties steady, with the United States as hegemon and three neighbours."""
    ties = np.full((5, 5), 0.7)
    ties[0, 4] = ties[4, 0] = -0.4
    neighbours = ("India", "Russia", "Myanmar")
    return replace(Web(STATES, ties, "United States", neighbours), **changes)


def test_T24_a_multilateral_frame_calls_for_intervening_unless_all_follow() -> None:
    # P0 L957-965, R71
    assert intervening_attitude("multilateral", False) == 1
    assert intervening_attitude("multilateral", True) == -1
    assert intervening_attitude("multilateral", None) == 0
    assert intervening_attitude("bilateral", False) == 0


def test_T24_in_a_web() -> None:
    assert read_web(web(frame="multilateral")).intervening == 1
    all_follow = read_web(web(frame="multilateral", all_follow=True))
    assert all_follow.intervening == -1
    assert all_follow.volatility == 0.0 < read_web(web(frame="multilateral")).volatility
    assert read_web(web()).volatility == 0.0


@pytest.mark.parametrize("state", STATES[1:])
def test_T25_one_label_brings_confrontation_and_costs_security_at_once(state: str) -> None:
    # P0 L964-973, R73, R74
    calm, labelled = read_web(web()), read_web(web(revisionists=(state,)))
    assert calm.confrontation == 0.0
    assert labelled.confrontation >= 0.5
    assert labelled.relational_security < calm.relational_security
    assert [r.rule for r in calm.reasons if r.rule in ("R73", "R74")] == ["R74"]
    assert [r.rule for r in labelled.reasons if r.rule in ("R73", "R74")] == ["R73"]


def test_a_label_twice_is_one_label() -> None:
    twice = read_web(web(revisionists=("India", "India")))
    assert twice == read_web(web(revisionists=("India",)))


def test_T26_zeal_costs_security_unless_a_wrong_tie_is_destroyed() -> None:
    # P0 L973-977, R75
    left, dangerous = security_under_zeal(0.8, 0.9, destroys_wrong_tie=False)
    assert left < 0.8
    assert dangerous == 1
    assert security_under_zeal(0.8, 0.9, destroys_wrong_tie=True) == (0.8, 0)
    assert security_under_zeal(0.8, 0.9, destroys_wrong_tie=None)[1] == 0
    assert security_under_zeal(0.8, 0.0) == (0.8, 0)


def test_T27_nobody_must_choose_and_all_borders_stable() -> None:
    # P0 L987-991, L1006-1010, R77, R79
    reading = read_web(web())
    assert reading.containment == 0.0
    assert reading.hegemon_tie >= 0.0
    assert reading.resist_hegemon == -1
    assert {"resolved", "no_need"} <= {reason.key for reason in reading.reasons}


def test_T27_one_border_tie_that_is_not_stable_is_enough() -> None:
    reading = read_web(web().with_tie("China", "India", -0.5))
    assert reading.containment > 0.0
    assert reading.hegemon_tie == -0.4


def test_containment_dissolves_once_nobody_must_choose() -> None:
    gauges = [
        read_web(web(must_choose=STATES[1 : 1 + forced])).containment for forced in (3, 2, 1, 0)
    ]
    assert gauges == sorted(gauges, reverse=True)
    assert gauges[0] > gauges[-1] == 0.0
    assert read_web(web(must_choose=("India",))).resist_hegemon == 0


@for_all(TIE, TIE, DEGREE)
def test_T28_others_drawing_closer_is_no_loss_under_one_lens_and_alarms_the_other(
    before: float, after: float, benefit: float
) -> None:
    # P0 L1010-1014, L1034-1040, R81
    ties = effect_of_others_tie(before, after, "balance of relationships", benefit)
    power = effect_of_others_tie(before, after, "balance of power", benefit)
    assert ties.security_change >= 0.0 == ties.alarm
    assert power.security_change == 0.0
    assert power.alarm == max(0.0, after - before) / 2


def test_T28_arms_for_india_in_a_web() -> None:
    # P0 L1024-1042
    now = web().with_tie("India", "Russia", 0.9)
    ties = read_web(now, web(), "balance of relationships")
    power = read_web(now, web(), "balance of power")
    assert ties.relational_security >= read_web(web()).relational_security
    assert ties.alarm == 0.0 < power.alarm
    assert [r.key for r in ties.reasons if r.rule == "R81"] == ["can_serve"]
    assert [r.key for r in power.reasons if r.rule == "R81"] == ["alarm"]
    # an own tie is no tie of others
    assert read_web(web().with_tie("China", "India", 0.9), web(), "balance of power").alarm == 0.0


@for_all(TIE)
def test_T29_a_neighbour_that_complies_keeps_its_tie(tie: float) -> None:
    # P0 L993-1006, R78
    assert tie_after_compliance(tie, True) == tie
    assert tie_after_compliance(tie, True, must_choose=True) is None
    assert tie_after_compliance(tie, False, must_choose=True) == tie


def test_T30_hard_power_stays_wise_and_power_balancing_becomes_redundant() -> None:
    # P0 L1040-1046, R83, R84
    assert keep_hard_power(0.01, 0.0) == keep_hard_power(0.0, 0.01) == 1
    assert keep_hard_power(0.0, 0.0) == 0
    worth = [worth_of_power_balancing(1.0, rounds) for rounds in (1, 2, 10, 1e6)]
    assert worth == sorted(worth, reverse=True)
    assert worth[0] == 1.0
    assert worth[-1] < 1e-5
    assert worth_of_power_balancing(0.0, 1e6) == 1.0


def test_more_and_better_ties_take_the_edge_off_interference() -> None:
    # P0 L983-987, R76
    threats = [
        interference_threat(0.8, ties) for ties in ([], [-1.0], [0.5], [1.0], [1.0, 1.0], [1.0] * 9)
    ]
    assert threats[0] == threats[1] == 0.8
    assert threats == sorted(threats, reverse=True)
    assert threats[-1] < 0.1


def test_order_rests_on_stable_pairs() -> None:
    # P0 L1036-1040, R82
    assert order([1.0, 1.0]) == 1.0 > order([1.0, 0.2]) > order([-1.0, -0.2]) == 0.0


def test_an_if_is_not_turned_round() -> None:
    # P0 L987-991: nothing is said of neighbours that must choose
    assert resists_hegemon([False, False]) == -1
    assert resists_hegemon([False, True]) == resists_hegemon([None]) == 0


def test_pairs_come_first_and_many_are_not_ruled_out() -> None:
    # P0 L953-957, R70; L1014-1018, E85
    assert frame_order("balance of relationships") == ("bilateral", "multilateral")
    assert frame_order("balance of power") == ("not said",)
    assert tie_is("balance of relationships") == "goal in itself"
    assert tie_is("balance of power").startswith("instrument")


def test_hierarchy_is_renewed_in_pairs() -> None:
    # P0 L977-981, R90: usually
    assert renews_hierarchy("bilateral") == 1
    assert renews_hierarchy("multilateral") == 0


@for_all(TIE, TIE)
def test_practice_compromises_an_idea_without_replacing_it(shared: float, practice: float) -> None:
    # P0 L1109-1117, R87
    mixed = practised_idea(shared, practice)
    assert min(shared, practice) - 1e-9 <= mixed <= max(shared, practice) + 1e-9
    if abs(shared - practice) > 1e-6:
        assert mixed != practice


def test_volatility_takes_a_multilateral_frame_rules_and_pragmatism() -> None:
    # P0 L462-466, L1380-1386, R72
    assert volatility("multilateral", 1.0, 1.0) > volatility("multilateral", 0.5, 1.0) > 0.0
    assert volatility("multi-bilateral", 1.0, 1.0) == volatility("multilateral", 0.0, 1.0) == 0.0
    assert volatility("multilateral", 1.0, 0.0) == 0.0


def test_a_standard_divides_states() -> None:
    # P0 L964-971
    split = split_by_standard({"here": 0.9, "there": 0.1})
    assert split == {"here": "follower", "there": "revisionist"}


@for_all(DEGREE, DEGREE)
def test_two_patterns_need_no_choice_of_sides(one: float, other: float) -> None:
    # P0 L1076-1080, R86
    assert side_has_to_be_chosen(one, other, True) == -1
    assert side_has_to_be_chosen(one, other, False) == 0


@for_all(TIE, TIE)
def test_a_third_nation_keeps_both_ties_whatever_they_are(intervener: float, target: float) -> None:
    # P0 L1593-1612, R109, R110
    stands = third_nation(intervener, target)
    assert stands.enforces == -1
    assert stands.keeps == ("intervener", "target")
    assert stands.concessions == third_nation(intervener, -target).concessions
    assert stands.respect == third_nation(-intervener, target).respect


def test_ties_with_both_encourage_different_things() -> None:
    assert third_nation(0.9, 0.0).concessions > third_nation(0.1, 0.0).concessions
    assert third_nation(0.0, 0.9).respect > third_nation(0.0, 0.1).respect


def test_many_webs_at_once() -> None:
    ties = np.linspace(-1.0, 1.0, 9)
    together = containment([ties, 0.8], [False, True], -0.5)
    alone = [containment([float(tie), 0.8], [False, True], -0.5) for tie in ties]
    assert together.threat.tolist() == [one.threat for one in alone]
    together = containment([ties, ties], [False, False], -0.5)
    alone = [containment([float(tie)] * 2, [False, False], -0.5) for tie in ties]
    assert together.threat.tolist() == [one.threat for one in alone]
    assert together.hegemon_tie.tolist() == [one.hegemon_tie for one in alone]
    assert together.resolved.tolist() == [one.resolved for one in alone]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"states": ("China", "China", "a", "b", "c")}, "at least two different names"),
        ({"ties": [[0.0, 1.0], [1.0, 0.0]]}, "a table of 5 by 5"),
        ({"ties": np.full((5, 5), 1.5)}, "the tie between China and India takes a number"),
        ({"ties": np.triu(np.ones((5, 5)))}, "is the same both ways"),
        ({"hegemon": "China"}, "hegemon takes one of"),
        ({"neighbours": ("Atlantis",), "must_choose": ()}, "neighbours takes one of"),
        ({"must_choose": ("United States",)}, "must_choose takes one of"),
        ({"revisionists": ("China",)}, "revisionists takes one of"),
        ({"frame": "global"}, "frame takes one of"),
        ({"general_rules": 2.0}, "general_rules takes a number from 0 to 1"),
    ],
)
def test_a_web_that_does_not_fit_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        web(**changes)


def test_what_is_asked_of_a_web_must_be_there() -> None:
    with pytest.raises(ValueError, match="one takes one of"):
        web().tie("Atlantis", "China")
    with pytest.raises(ValueError, match="other takes one of"):
        web().with_tie("China", "China", 0.5)
    with pytest.raises(ValueError, match="a web of the same states"):
        read_web(web(), Web(("China", "India"), [[0, 0.1], [0.1, 0]]))
    with pytest.raises(ValueError, match="at least one neighbour"):
        containment([], [])
    with pytest.raises(ValueError, match="labelled, as a share of the others"):
        perceived_confrontation(5, 4)


def test_a_web_without_hegemon_or_neighbours() -> None:
    reading = read_web(Web(("a", "b"), [[0, 0.5], [0.5, 0]]))
    assert reading.containment == 0.0
    assert reading.resist_hegemon == 0
    assert not {"R77", "R79"} & {reason.rule for reason in reading.reasons}
    assert all(reason.text for reason in reading.reasons)


@for_all(DEGREE, DEGREE)
def test_labels_never_add_security(security: float, confrontation: float) -> None:
    assert 0.0 <= security_with_labels(security, confrontation) <= security
