"""Europe, Indo-Pacific, central Asia, BRICS: arms cut both ways, one edge has two signs."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.cases import cases
from bor_widgets.theory import Reason
from tests.charts.benches.four_regions_seen import TEXT, ends, rules, shown
from tests.charts.benches.looking import cell, drawing, questions

SHARES = st.floats(0, 1)
ANSWERS = (True, False, None)
REPUBLICS = ("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan")

# ---- European Union


@given(st.floats(0.01, 1), st.floats(0, 0.98), st.floats(0.01, 1))
def test_T60_more_arms_raise_the_capacity_and_wear_down_the_model(  # noqa: N802
    arms: float, capacity: float, erosion: float
) -> None:
    # S45, P2 L147, E64: whatever our numbers are
    ours = {"capacity": capacity, "erosion": erosion}
    before, after = (ends(shown("europe", arms=a, **ours), "arms") for a in (0.0, arms))
    grows, wears = "Capacity for soft balancing", "Model of shared rules"
    assert after[grows] > before[grows]
    assert after[wears] < before[wears]
    seen = shown("europe", arms=arms, **ours)
    assert Reason("S45", "dual") in seen.finding.reasons
    assert "E64" in seen.finding.tensions
    # "could" and "may ultimately": neither is told as certain
    assert "could" in drawing(seen, "arms").title
    assert "may" in drawing(seen, "arms").title


@given(st.floats(0, 1))
def test_the_lines_end_where_the_reader_stands(arms: float) -> None:
    # what comes next is a surprise until it is tried
    lines = drawing(shown("europe", arms=arms), "arms").data["lines"]
    assert {line["xs"][-1] for line in lines} == {arms}


def test_without_more_arms_nothing_is_said_to_wear_away() -> None:
    seen = shown("europe", arms=0.0)
    assert "E64" not in seen.finding.tensions
    assert Reason("S45", "unarmed") in seen.finding.reasons


@given(SHARES, SHARES, SHARES)
def test_the_union_binds_without_a_threat(norms: float, rules_: float, procedures: float) -> None:
    # S55, E52, P2 L145: no threatening target is named
    bonds = {"shared_norms": norms, "shared_rules": rules_, "shared_procedures": procedures}
    seen = shown("europe", **bonds)
    assert ("S55" in rules(seen)) == any(bonds.values())
    assert "E52" in seen.finding.tensions


@pytest.mark.parametrize(
    ("kept_out", "text"), [(True, "kept out"), (False, "let in"), (None, "open: either way")]
)
def test_three_gates_and_nobody_says_what_opens_them(kept_out: bool | None, text: str) -> None:
    # S44, D63, P2 L147: application, accession, trade agreement
    rows = drawing(shown("europe", kept_out=kept_out), "gate").data["rows"]
    assert [row["cells"][0]["text"] for row in rows[1:]] == [text] * 3
    assert [row["cells"][0]["open"] for row in rows[1:]] == [kept_out is None] * 3


def test_a_revision_or_a_long_crisis_often_brings_new_negotiations() -> None:
    # S43, P2 L147
    for occasion in ("treaty_revision", "long_crisis"):
        quiet = {"treaty_revision": False, "long_crisis": False}
        told = cell(
            shown("europe", **{**quiet, occasion: True}), "gate", "Inside: new negotiations"
        )
        assert told["text"] == "often follow"
    told = cell(shown("europe", **quiet), "gate", "Inside: new negotiations")
    assert told["text"] == "no occasion named"


# ---- Indo-Pacific


@pytest.mark.parametrize(("deters", "managed"), list(product(ANSWERS, repeat=2)))
def test_good_side_effects_need_both_gates(deters: bool | None, managed: bool | None) -> None:
    # S29, S30, P2 L153
    seen = shown("indo_pacific", mutual_destruction=deters, ideology_managed=managed)
    gauges = drawing(seen, "effects").data["gauges"][:3]
    values = {gauge["value"] for gauge in gauges}
    if deters and managed:
        assert values == {TEXT.neutral()["balancing"]}
    elif False in (deters, managed):
        assert values == {0.0}
    else:
        assert values == {None}
    here = [c for row in drawing(seen, "gates").data["rows"] for c in row["cells"] if c["chosen"]]
    assert len(here) == (deters is not None and managed is not None)
    assert "S28" in questions(seen)


def test_its_tensions_are_those_of_its_case() -> None:
    # E59 (less conflict or more) and E67 (peace by deterrence) are those of C100, P2 L149-153
    assert shown("indo_pacific").finding.tensions == cases["C100"].tensions


@given(SHARES, SHARES)
def test_nothing_lowers_the_risk_of_regional_crises(america: float, china: float) -> None:
    # S31, P2 L153: "even with the risk of regional military crises"
    seen = shown("indo_pacific", moderation_america=america, moderation_china=china)
    crisis = drawing(seen, "effects").data["gauges"][5]
    assert crisis["value"] == pytest.approx(TEXT.neutral()["crisis"])


def test_bad_side_effects_come_whatever_the_gates() -> None:
    # S32, P2 L153
    for granted in (True, False):
        gates = {"mutual_destruction": granted, "ideology_managed": granted}
        seen = shown("indo_pacific", **gates, escalation=1.0, mismanagement=1.0)
        assert seen.finding.tone == "warn"
        assert "war" in seen.finding.summary


@pytest.mark.parametrize(("inside", "key"), [(True, "inclusive"), (False, "exclusive")])
def test_the_rival_inside_or_outside_names_the_form(inside: bool, key: str) -> None:
    # S60, P2 L55
    assert Reason("S60", key) in shown("indo_pacific", other_inside=inside).finding.reasons


# ---- central Asia


def test_T61_russia_and_china_have_one_edge_with_two_signs() -> None:  # noqa: N802
    # S36, P2 L155, E66
    seen = shown("central_asia", level="great")
    edges = drawing(seen, "floors").data["ties"]
    [both] = [e for e in edges if {e["source"], e["target"]} == {"Russia", "China"}]
    assert {both["tone"], both["other_tone"]} == {"friendly", "hostile"}
    assert "No direct military confrontation" in both["detail"]
    assert "two signs" in drawing(seen, "floors").title
    assert {"E66", "E52"} <= set(seen.finding.tensions)
    assert all("military confrontation" in edge["detail"] for edge in edges)


def test_great_powers_reach_out_and_regional_powers_defend_themselves() -> None:
    # S35, P2 L155
    assert Reason("S35", "proactive") in shown("central_asia", level="great").finding.reasons
    assert Reason("S35", "defensive") in shown("central_asia", level="regional").finding.reasons


@pytest.mark.parametrize("state", REPUBLICS)
def test_which_republic_uses_which_strategy_is_not_said(state: str) -> None:
    # S34, P2 L155
    seen = shown("central_asia", level="regional", state=state)
    assert "S34" in questions(seen)
    ties = drawing(seen, "floors").data["ties"]
    assert [tie["tone"] for tie in ties] == ["open"] * 3
    assert {tie["source"] for tie in ties} == {"Russia", "China", "United States"}


def test_eight_strategies_below_and_institutions_above() -> None:
    # D58, S33, S34, P2 L155
    rows = drawing(shown("central_asia"), "means").data["rows"]
    used = [[c["text"] == "used" for c in row["cells"]] for row in rows]
    assert used == [[True, False], *[[False, True]] * 8]


@given(st.tuples(*[st.sampled_from(ANSWERS)] * 4))
def test_no_answer_names_the_order_to_come(answers: tuple[bool | None, ...]) -> None:
    # S38, P2 L155-161
    names = ("war_settled", "partners_settled", "west_settled", "choices_settled")
    seen = shown("central_asia", **dict(zip(names, answers, strict=True)))
    assert "S38" in questions(seen)
    order = cell(seen, "future", "The order to come")
    assert order["open"]
    assert order["text"] == "no outcome is named"


def test_the_invasion_changes_both_floors_in_a_direction_that_is_not_given() -> None:
    # S67, P2 L155
    assert "S67" not in questions(shown("central_asia", shock=False))
    seen = shown("central_asia", shock=True)
    assert "S67" in questions(seen)
    assert cell(seen, "future", "Effect of the invasion on both floors")["open"]


@given(st.floats(0.01, 1))
def test_soft_balancing_brings_the_five_three_benefits(share: float) -> None:
    # S37, D60, P2 L155
    gauges = drawing(shown("central_asia", regional_balancing=share), "gains").data["gauges"]
    assert len(gauges) == 3
    assert all(gauge["value"] > 0 for gauge in gauges)


# ---- BRICS


@given(st.integers(1, 12), st.floats(0.05, 1))
def test_T59_layers_cut_the_majors_and_harden_the_club(rounds: int, demand: float) -> None:  # noqa: N802
    # S39, S40, P2 L163, E65
    before, after = (
        ends(shown("brics", rounds=count, demand=demand), "rounds") for count in (0, rounds)
    )
    for grows in ("Scope", "Potential for soft balancing", "Informal club"):
        assert after[grows] > before[grows]
    assert after["What majors can dictate alone"] < before["What majors can dictate alone"]
    seen = shown("brics", rounds=rounds, demand=demand)
    assert {"S39", "S40"} <= rules(seen)
    assert "E65" in seen.finding.tensions


def test_without_a_demand_no_round_adds_a_layer() -> None:
    seen = shown("brics", rounds=9, demand=0.0)
    assert Reason("S39", "no_layer") in seen.finding.reasons
    assert drawing(seen, "rounds").title == TEXT.word("brics", "title_still")


def test_three_layers_have_their_advocates_and_no_order() -> None:
    # D66, P2 L163
    seen = shown("brics")
    named = {"India": "New Development Bank", "China": "expansion", "Russia": "de-dollarisation"}
    for member, layer in named.items():
        assert cell(seen, "layers", member)["text"] == layer
        assert cell(seen, "layers", member, 1)["open"]


@given(st.floats(0.05, 1), st.floats(0.05, 1))
def test_a_mix_makes_a_stronger_focal_point(balancing: float, other: float) -> None:
    # S41, P2 L163
    def focal(**done: float) -> float:
        return float(drawing(shown("brics", **done), "counters").data["gauges"][3]["value"])

    mixed = focal(balancing_done=balancing, other_done=other)
    assert mixed > focal(balancing_done=balancing, other_done=0.0)
    assert mixed > focal(balancing_done=0.0, other_done=other)
