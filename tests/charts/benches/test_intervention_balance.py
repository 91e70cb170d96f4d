"""Intervention balance (L05): stake, regional approval, the dilemma and the footnote."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bor_widgets.cases import cases
from bor_widgets.charts.benches.intervention_balance import TEXT, pick, view
from tests.charts.benches.looking import cell, drawing, fired, gauge, looks
from tests.contracts.test_benches import any_values

seen = looks("intervention_balance")

#: rules of the bench, by the product's own plan
RULES = {f"R{number}" for number in range(100, 123)}

FEELINGS = ("friend", "neutral", "enemy")


@settings(max_examples=60, deadline=None)
@given(values=any_values(TEXT), stake=st.floats(0.0, 1.0))
def test_the_stake_changes_no_verdict(values: dict[str, Any], stake: float) -> None:
    # T31: R108; only the remark that it has no part comes and goes
    one, two = view({**values, "stake": stake}), view({**values, "stake": 0.0})
    assert one.finding.headline == two.finding.headline
    assert one.finding.tone == two.finding.tone
    kept = [rule for rule in fired(one) if rule != "R108"]
    assert kept == [rule for rule in fired(two) if rule != "R108"]
    for name in ("pans", "sides", "horns"):
        assert drawing(one, name).data == drawing(two, name).data
    for row in range(3):
        column = [cell(one, "consent", row, n)["text"] for n in range(1 if stake == 0.0 else 2)]
        assert set(column) == {cell(two, "consent", row, 0)["text"]}


@pytest.mark.parametrize(
    ("regional", "headline", "tone"),
    [
        ("yes", "Consent is possible", "good"),
        ("no", "Consent is withheld", "warn"),
        ("unknown", "The text is silent", "open"),
    ],
)
@pytest.mark.parametrize("stake", [0.0, 0.4, 1.0])
def test_consent_follows_the_regional_organisation(
    regional: str, headline: str, tone: str, stake: float
) -> None:
    # T32
    shown = seen(regional=regional, stake=stake)
    assert shown.finding.headline == headline
    assert shown.finding.tone == tone
    marked = [
        (row, column)
        for row in range(3)
        for column in range(len(drawing(shown, "consent").data["columns"]))
        if cell(shown, "consent", row, column)["chosen"]
    ]
    assert marked == [(["yes", "no", "unknown"].index(regional), 0 if stake == 0.0 else 1)]
    assert cell(shown, "consent", 2, 0)["open"]


def test_the_answer_about_the_stake_is_not_shown_before_there_is_one() -> None:
    opened = seen()
    assert len(drawing(opened, "consent").data["columns"]) == 1
    assert "R108" not in fired(opened)
    assert [entry.name for entry in opened.drawings] == ["consent", "pans", "sides", "horns"]
    assert "moves nothing" in drawing(seen(stake=0.8), "consent").title


@settings(max_examples=60, deadline=None)
@given(values=any_values(TEXT))
def test_support_is_never_none_and_never_full(values: dict[str, Any]) -> None:
    # T33
    shown = view(values)
    pans = drawing(shown, "pans").data
    low, high = pans["band"]
    assert -1.0 < low <= pans["tilt"] <= high < 1.0
    borders = gauge(shown, "horns", "Stable borders")["value"]
    recognition = gauge(shown, "horns", "Recognition")["value"]
    assert 0.0 < borders < 1.0
    assert 0.0 < recognition < 1.0
    assert borders + recognition == pytest.approx(1.0)
    assert {"R105", "R106"} <= set(fired(shown))


def test_the_more_speaks_for_it_the_more_one_horn_hurts() -> None:
    # R105, P0 L908-916: intervening hurts borders, refusing hurts recognition
    little, much = seen(push=0.0, pull_back=1.0), seen(push=1.0, pull_back=0.0)
    assert gauge(little, "horns", "Stable")["value"] > gauge(much, "horns", "Stable")["value"]
    assert gauge(little, "horns", "Recog")["value"] < gauge(much, "horns", "Recog")["value"]
    assert "not full" in drawing(much, "pans").title
    assert "does not go away" in drawing(little, "pans").title


@pytest.mark.parametrize("target", FEELINGS)
def test_an_enemy_that_intervenes_is_condemned_whatever_the_target(target: str) -> None:
    # T34
    shown = seen(overlay="report", intervener="enemy", target=target)
    assert shown.finding.headline.startswith("Condemned")
    assert cell(shown, "sides", 2, FEELINGS.index(target))["text"] == "condemned"
    assert "R113" in fired(shown)


def test_the_footnote_turns_the_rule_round() -> None:
    # T34, E12: the same pair, read in the main text and in the footnote
    pair = {"intervener": "friend", "target": "enemy"}
    main, footnote = seen(**pair), seen(**pair, overlay="report")
    assert cell(main, "sides", 0, 2)["text"] == "wary"
    assert "R104" in fired(main)
    assert "R113" not in fired(main)
    assert cell(footnote, "sides", 0, 2)["text"] == "backed"
    assert footnote.finding.headline.startswith("Backed")
    assert footnote.finding.tensions[0] == "E12"
    assert "turns the main text round" in drawing(footnote, "sides").title


def test_the_footnote_leaves_five_pairs_open() -> None:
    # C23: a friend against a friend or neutral, and every neutral intervener
    shown = seen(overlay="report", intervener="neutral", target="friend")
    marked = [(r, c) for r in range(3) for c in range(3) if cell(shown, "sides", r, c)["open"]]
    assert marked == [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2)]
    assert shown.finding.tone == "open"
    assert [claim.rule for claim in shown.finding.open if not isinstance(claim, str)] == ["R113"]


def test_the_main_text_does_not_ask_who_is_friend_and_who_is_enemy() -> None:
    # R104 speaks of any other state
    shown = seen(overlay="doctrine")
    texts = {cell(shown, "sides", r, c)["text"] for r in range(3) for c in range(3)}
    assert texts == {"wary"}


def test_libya_has_an_open_cell_and_the_two_others_their_organisation() -> None:
    # P0 L88-110
    table = drawing(seen(cases_shown="shown"), "cases").data["rows"]
    by_case = {row["case"]: row["cells"] for row in table}
    assert set(by_case) <= set(cases)
    assert by_case["libya-2011-china"][1]["open"]
    assert by_case["libya-2011-china"][2]["open"]
    assert "African Union" in by_case["sudan-2007-china"][1]["text"]
    assert "ECOWAS" in by_case["liberia-2003-china"][1]["text"]
    for slug in ("sudan-2007-china", "liberia-2003-china"):
        assert by_case[slug][2]["text"] == "consent possible"
        assert by_case[slug][3]["text"] == "agreed"


def test_opposing_a_measure_depends_on_whose_dispute_it_is() -> None:
    # E11: R104 is about third states
    assert "E11" not in seen().finding.tensions
    own = seen(on_third_state=False)
    assert "E11" in own.finding.tensions
    assert [r.key for r in own.finding.notes if not isinstance(r, str) and r.rule == "R104"] == [
        "own_dispute"
    ]


def test_only_force_that_remakes_hurts_the_faith_in_relational_security() -> None:
    # R103, P0 L880-884
    label = "Faith in relational security"
    remakes = seen(aim="transform", interveners_force=1.0)
    assert gauge(remakes, "horns", label)["value"] < 1.0
    assert "R103" in fired(remakes)
    assert gauge(seen(aim="restore", interveners_force=1.0), "horns", label)["value"] == 1.0


def test_force_gains_hardly_anything() -> None:
    # R114, P0 L831-852
    shown = seen(own_force=1.0, injury=0.8)
    assert gauge(shown, "force", "Gain")["value"] < gauge(shown, "force", "Force used")["value"] / 2
    assert {"R114", "R116"} <= set(fired(shown))


def test_a_chosen_cell_sets_what_it_stands_for() -> None:
    values = TEXT.neutral()
    assert pick(values, "consent", "no") == {"set": {"regional": "no"}}
    assert pick(values, "sides", "enemy friend") == {
        "set": {"intervener": "enemy", "target": "friend"}
    }
    for what, key in (("consent", "maybe"), ("sides", "enemy"), ("sides", "a b"), ("pans", "no")):
        assert pick(values, what, key) == {}


@pytest.mark.parametrize("look", TEXT.parameters["look"].options)
def test_the_figure_that_is_looked_at_comes_first(look: str) -> None:
    shown = seen(look=look, cases_shown="shown")
    assert shown.drawings[0].name == look
    assert not shown.drawings[0].wide


def test_every_rule_of_the_bench_can_be_met() -> None:
    met: set[str] = set()
    for values in (
        {"stake": 0.5, "overlay": "report", "target": "friend", "elsewhere": 0.9, "hint": 0.9},
        {"overlay": "report", "operating_authority": True, "early": 0.5, "china_strength": 1.0},
        {"aim": "transform", "pressure": 0.5, "sphere": False},
        {"seeks_security": True, "expands": False, "own_force": 0.5, "injury": 0.5},
    ):
        met |= set(fired(seen(**values)))
    assert met >= RULES
