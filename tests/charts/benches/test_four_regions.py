"""Four regions: every claim is reached, every tab minds its own inputs, labels change."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.charts.benches.four_regions import TABS, pick
from bor_widgets.charts.benches.view import View
from bor_widgets.theory import Reason
from tests.charts.benches.four_regions_seen import TEXT, rules, shown
from tests.charts.benches.looking import cell, drawing, questions

#: what L11 and the bench answer for (INVENTORY G and T59-T61); S58 is taught in the lesson
CLAIMS = {
    *(f"S{number}" for number in (22, 23, 24, 25, 26, 29, 30, 31, 32, 33, 34, 35, 36, 37)),
    *(f"S{number}" for number in (39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 55, 59, 60, 61)),
}
OPEN = {"S28", "S34", "S38", "S64", "S66", "S67"}
TENSIONS = {"E52", "E54", "E55", "E59", "E61", "E64", "E65", "E66", "E67", "E95"}


# ---- the Philippines, Turkey, Vietnam


def test_what_the_definition_takes_as_given_is_said() -> None:
    # S02 asks for deliberate and lasting use, P2 L95; of these states nobody says it in the text
    def noted(**values: bool | None) -> str:
        return str(drawing(shown("states", **values), "labels").data["columns"][1]["note"])

    assert noted() == "taken as deliberate, lasting and against legitimacy"
    for name in ("deliberate", "sustained", "delegitimising"):
        for said in (False, None):
            assert noted(**{name: said}) == "as you read it"


def test_the_philippine_label_changes_with_the_definition() -> None:
    # S48, E55, P2 L53
    labels = {
        answer: cell(shown("states", military_ties=answer), "labels", "Philippines", 1)["text"]
        for answer in (True, False, None)
    }
    assert labels[None] == "open"
    assert labels[False] == "soft balancing"
    assert labels[True] not in ("open", "soft balancing")
    assert cell(shown("states"), "labels", "Philippines", 0)["text"] == "soft balancing"


def test_vietnam_moves_from_hedging_by_a_title_alone() -> None:
    # E95, P2 L51-53
    seen = shown("states", country="Vietnam")
    assert cell(seen, "labels", "Vietnam", 0)["text"] == "from hedging to soft balancing"
    assert cell(seen, "labels", "Vietnam", 1)["open"]
    assert "E95" in seen.finding.tensions


@pytest.mark.parametrize(
    "missing", ["resentment", "uncertain_membership", "low_trust", "cyprus_unresolved"]
)
def test_turkey_needs_all_three_reasons(missing: str) -> None:
    # S47, P2 L105-111
    whole = cell(shown("states", country="Turkey"), "parts", "What is concluded")
    assert whole["text"] == "soft balancing by obstruction"
    part = cell(shown("states", country="Turkey", **{missing: False}), "parts", "What is concluded")
    assert part["open"]


def test_two_places_name_two_targets_of_turkey() -> None:
    # E54, P2 L53 and L61
    told = {
        place: cell(shown("states", country="Turkey", passage=place), "parts", "Aimed at")["text"]
        for place in ("text", "title")
    }
    assert "NATO" in told["text"]
    assert "NATO" not in told["title"]


# ---- all regions


@pytest.mark.parametrize("kind", ["rising", "middle", "small"])
def test_weaker_states_turn_to_their_region(kind: str) -> None:
    # S22, P2 L137
    assert Reason("S22", "weaker") in shown("all", actor_class=kind).finding.reasons
    assert Reason("S22", "great") in shown("all", actor_class="great").finding.reasons


@given(st.floats(0, 1), st.floats(0, 1))
def test_enforcement_moves_nothing(one: float, other: float) -> None:
    # S59, P2 L25: without stringent enforcement
    assert shown("all", enforcement=one).drawings == shown("all", enforcement=other).drawings


@given(st.floats(0, 0.9))
def test_the_more_the_united_states_pulls_back_the_more_regions_matter(share: float) -> None:
    # S26, P2 L7
    weights = [
        drawing(shown("all", retrenchment=value), "weights").data["gauges"][1]["value"]
        for value in (share, share + 0.1)
    ]
    assert weights[0] < weights[1]


def test_every_region_leaves_something_open() -> None:
    rows = drawing(shown("all"), "forms").data["rows"]
    assert [row["key"] for row in rows] == ["europe", "indo_pacific", "central_asia", "brics"]
    for row in rows:
        assert [c["open"] for c in row["cells"]] == [False, False, True]
        assert all(c["source"] for c in row["cells"])


# ---- the bench as a whole


def sample() -> list[View]:
    """Draw every tab at its start and in a few other places."""
    more = [
        shown("europe", arms=0.5, long_crisis=True, kept_out=True),
        shown("indo_pacific", ideology_managed=True, other_inside=True),
        shown("central_asia", level="great", shock=True),
        shown("brics", rounds=5),
        shown("states", country="Turkey"),
        shown("states", country="Vietnam"),
    ]
    return [*(shown(region) for region in TABS), *more]


def test_every_claim_of_the_lesson_can_be_reached() -> None:
    seen = sample()
    assert set().union(*(rules(one) for one in seen)) >= CLAIMS
    assert set().union(*(questions(one) for one in seen)) >= OPEN
    assert {known for one in seen for known in one.finding.tensions} >= TENSIONS


def test_a_tab_shows_its_own_inputs_and_never_more_than_six_at_once() -> None:
    for region, level, country in product(
        TABS, ("great", "regional"), TEXT.parameters["country"].options
    ):
        values = TEXT.checked({"region": region, "level": level, "country": country})
        on_screen = TEXT.shown(values)
        core = [name for name in TEXT.core if name in on_screen]
        assert core[0] == "region"
        assert 4 <= len(core) <= 6
        groups = {TEXT.parameters[name].group for name in on_screen} - {"region"}
        assert groups
        assert all(dict(TEXT.only[name])["region"] == (region,) for name in on_screen[1:])


@given(st.data())
def test_the_inputs_of_another_tab_change_nothing(data: st.DataObject) -> None:
    region = data.draw(st.sampled_from(list(TABS)))
    here = TEXT.shown(TEXT.checked({"region": region}))
    elsewhere = {
        name: data.draw(st.floats(p.low, p.high))
        for name, p in TEXT.parameters.items()
        if p.kind == "slider" and name not in here
    }
    assert shown(region, **elsewhere) == shown(region)


def test_choosing_a_part_looks_at_it() -> None:
    values = TEXT.neutral()
    assert pick(values, "forms", "brics") == {"set": {"region": "brics"}}
    assert pick(values, "labels", "Turkey") == {"set": {"country": "Turkey"}}
    assert pick(values, "node", "China") == {"set": {"level": "great"}}
    chosen = pick(values, "node", "Tajikistan")["set"]
    assert chosen == {"level": "regional", "state": "Tajikistan"}
    seen = shown("indo_pacific", mutual_destruction=None)
    key = drawing(seen, "gates").data["rows"][0]["cells"][0]["key"]
    both = pick(values, "gates", key)["set"]
    assert both == {"mutual_destruction": True, "ideology_managed": True}
    for wish in (pick(values, "gates", "elsewhere"), pick(values, "node", "<b>")):
        assert wish == {}
