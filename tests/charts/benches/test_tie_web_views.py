"""Tie web: the views on partners and on time."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.charts.benches.tie_web_lasting import detour
from bor_widgets.theory import OpenQuestion, Reason
from tests.charts.benches.looking import drawing, ids
from tests.charts.benches.test_tie_web import OWN_TIES, WEBS, shown


def test_zeal_is_dangerous_unless_a_wrong_tie_is_to_be_destroyed() -> None:
    # T26, R75, P0 L973-977
    def security(**values: Any) -> float:
        table = drawing(shown(look="partners", **values), "unequal").data["gauges"]
        return float(table[1]["value"])

    calm = security(zeal=0.0)
    assert security(zeal=0.9, wrong_tie=False) < calm
    assert security(zeal=0.9, wrong_tie=True) == calm
    found = shown(look="partners", zeal=0.9, wrong_tie=False)
    assert found.finding.reasons[0] == Reason("R75", "dangerous")
    spared = shown(look="partners", zeal=0.9, wrong_tie=True)
    assert Reason("R75", "dangerous") not in spared.finding.reasons


def test_an_ally_has_more_room_than_a_defector() -> None:
    # R55, P0 L1072-1076; R53, P0 L1251-1259
    found = shown(look="partners", ally="Myanmar", defector="India", revisionist="Vietnam")
    rooms = {row["label"]: row["cells"][0]["value"] for row in drawing(found, "room").data["rows"]}
    assert rooms["ally"] > rooms["defector"]
    assert {"R53", "R54", "R55"} <= ids(found)


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_power_moves_nobody_out_of_a_tie(one: float, other: float) -> None:
    # R89, P0 L80-86
    assert shown(look="partners", capability=one) == shown(look="partners", capability=other)


def test_hard_power_stays_wise_while_power_balancing_becomes_redundant() -> None:
    # T30, R83 and R84, P0 L1040-1046
    stable = dict.fromkeys(OWN_TIES, 0.8)
    for horizon in (1.0, 30.0):
        found = shown(look="lasting", horizon=horizon, **stable)
        assert found.finding.reasons[0] == Reason("R84")
        power, hard = drawing(found, "worth").data["lines"]
        assert power["ys"] == sorted(power["ys"], reverse=True)
        assert power["ys"][-1] < 0.1
        assert set(hard["ys"]) == {1.0}
    assert Reason("R83") in found.finding.reasons
    assert "redundant" in drawing(found, "worth").title
    silent = shown(look="lasting", may_break=0.0, may_coerce=0.0)
    assert silent.finding.open == (OpenQuestion("R84"),)
    assert len(drawing(silent, "worth").data["lines"]) == 1


@given(WEBS)
def test_without_a_stable_tie_nothing_becomes_redundant(web: dict[str, float]) -> None:
    hostile = {name: -abs(value) for name, value in web.items()}
    found = shown(look="lasting", horizon=30.0, **hostile)
    assert set(drawing(found, "worth").data["lines"][0]["ys"]) == {1.0}


def test_a_tie_that_swings_is_left_open() -> None:
    # R80, P0 L1018-1022: only the "if" is given
    assert OpenQuestion("R80") in shown(look="lasting", swing=0.9).finding.open
    assert Reason("R80") in shown(look="lasting", swing=0.0).finding.reasons


def test_a_chain_of_stable_ties_goes_round_a_broken_one() -> None:
    ties = {("China", "Russia"), ("China", "India"), ("Russia", "India"), ("India", "Vietnam")}
    assert detour(frozenset(ties), "China", "Russia") == ("India",)
    assert detour(frozenset(ties), "China", "Vietnam") == ("India",)
    assert detour(frozenset({("China", "Russia")}), "China", "Russia") == ()
    assert detour(frozenset(ties), "China", "United States") == ()
