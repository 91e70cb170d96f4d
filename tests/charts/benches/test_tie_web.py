"""Tie web: others' ties through two lenses, one label, no need to choose, and Caporaso."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.benches.tie_web import pick
from bor_widgets.charts.benches.tie_web_states import NEIGHBOURS, OTHERS, TIES, seen
from bor_widgets.charts.benches.view import View
from bor_widgets.situation import Situation
from bor_widgets.theory import OpenQuestion, Reason, respond
from tests.charts.benches.looking import drawing, ids, looks

shown = looks("tie_web")

TEXT = bench_text("tie_web")
RELATIONSHIPS, POWER = "balance of relationships", "balance of power"
OWN_TIES = [name for pair, name in TIES.items() if pair[0] == "China"]
TIE = st.floats(-1, 1)
WEBS = st.fixed_dictionaries(dict.fromkeys(TIES.values(), TIE))
CHOOSING = st.lists(st.sampled_from(NEIGHBOURS), unique=True)
ALL_STABLE = {name: 0.8 for name in OWN_TIES if name != "china_united_states"}


def gauge(found: View, label: str) -> float:
    """Return where a gauge of the web stands."""
    rows = drawing(found, "standing").data["gauges"]
    value = next(row["value"] for row in rows if row["label"] == TEXT.word("gauge", label))
    # where nobody says, nothing stands there, and nothing is equal to it but itself
    return -1.0 if value is None else float(value)


def line(found: View, key: str) -> Any:
    """Return one line of the network."""
    return next(tie for tie in drawing(found, "web").data["ties"] if tie["key"] == key)


def test_it_opens_in_a_quiet_middle() -> None:
    found = shown()
    assert seen(TEXT.neutral()).grown == ()
    assert gauge(found, "confrontation") == 0
    assert 0 < gauge(found, "containment") < 1


def test_a_tie_between_two_rivals_is_harmless_here_and_an_alarm_there() -> None:
    # T28, R81, P0 L1010-1014 and L1034-1040; C18
    before = gauge(shown(), "security")
    here = shown(india_russia=0.9, lens=RELATIONSHIPS)
    assert gauge(here, "alarm") == 0
    assert gauge(here, "security") >= before
    assert line(here, "Russia--India")["tone"] != "alarm"
    assert here.finding.reasons[0] == Reason("R81", "can_serve")
    there = shown(india_russia=0.9, lens=POWER)
    assert gauge(there, "alarm") > 0
    assert line(there, "Russia--India")["tone"] == "alarm"
    assert "India and Russia" in drawing(there, "web").title
    assert there.finding.reasons[0] == Reason("R81", "alarm")


@given(WEBS, st.floats(0, 1), CHOOSING)
def test_no_growth_between_others_costs_security_through_ties(
    web: dict[str, float], growth: float, choosing: list[str]
) -> None:
    # R81: a good tie between others is no threat, P0 L1036-1040
    more = {**web, "india_russia": min(1.0, web["india_russia"] + growth)}
    one, other = shown(**web, must_choose=choosing), shown(**more, must_choose=choosing)
    assert gauge(other, "security") >= gauge(one, "security")
    assert gauge(other, "containment") == gauge(one, "containment")
    assert gauge(other, "alarm") == 0


@given(WEBS, CHOOSING)
def test_the_lens_moves_no_tie(web: dict[str, float], choosing: list[str]) -> None:
    one = shown(**web, must_choose=choosing, lens=RELATIONSHIPS)
    other = shown(**web, must_choose=choosing, lens=POWER)
    for label in ("containment", "confrontation", "volatility", "interference"):
        assert gauge(one, label) == gauge(other, label)
    widths = [[tie["width"] for tie in drawing(v, "web").data["ties"]] for v in (one, other)]
    assert widths[0] == widths[1]


@given(WEBS, st.sampled_from(OTHERS))
def test_one_label_brings_confrontation_at_once(web: dict[str, float], state: str) -> None:
    # T25, R73 and R74, P0 L964-973
    quiet, labelled = shown(**web), shown(**web, revisionist=state)
    assert gauge(quiet, "confrontation") == 0
    assert gauge(labelled, "confrontation") >= 0.5
    assert gauge(labelled, "security") <= gauge(quiet, "security")
    assert "R74" in ids(quiet)
    assert labelled.finding.reasons[0] == Reason("R73")
    assert labelled.finding.tone == "alarm"
    assert "E82" in labelled.finding.tensions


def test_a_label_costs_security_where_there_is_some() -> None:
    assert gauge(shown(revisionist="India"), "security") < gauge(shown(), "security")


@given(st.floats(-1, 1))
def test_containment_dissolves_when_nobody_must_choose(hegemon: float) -> None:
    # T27, R77 and R79, P0 L987-1010
    found = shown(**ALL_STABLE, must_choose=[], china_united_states=hegemon)
    assert gauge(found, "containment") == 0
    assert "containment dissolves" in drawing(found, "web").title
    assert found.finding.reasons[0] == Reason("R79", "resolved")
    assert Reason("R77", "no_need") in found.finding.reasons
    with_hegemon = line(found, "China--United States")
    assert with_hegemon["strength"] == max(hegemon, 0.0)
    assert with_hegemon["tone"] not in ("warn", "alarm")


@given(st.sampled_from(NEIGHBOURS), st.sampled_from([0.3, 0.6, 0.8]))
def test_a_neighbour_that_must_choose_leaves_containment_open(state: str, stable: float) -> None:
    # R77 and R79, P0 L987-1010: said on the condition that nobody must choose
    found = shown(**ALL_STABLE, must_choose=[state], stable=stable)
    entries = drawing(found, "standing").data["gauges"]
    threat = next(e for e in entries if e["label"] == TEXT.word("gauge", "containment"))
    assert threat["value"] is None
    title = drawing(found, "web").title
    assert state in title
    assert "not said" in title
    assert "not said" in found.finding.headline
    assert OpenQuestion("R79") in found.finding.open
    assert "R79" not in [r.rule for r in found.finding.reasons if isinstance(r, Reason)]
    assert Reason("R77", "not_said") in found.finding.reasons


@given(st.sampled_from(NEIGHBOURS), st.floats(0.1, 0.59))
def test_an_unstable_border_tie_leaves_the_threat_unresolved(state: str, tie: float) -> None:
    # R79, P0 L1006-1010: said of stable ties all along the borders
    web = {**ALL_STABLE, f"china_{state.lower()}": tie}
    for choosing in ([], [state]):
        found = shown(**web, must_choose=choosing)
        assert gauge(found, "containment") > 0
        assert Reason("R79", "not_all_stable") in found.finding.reasons
        assert OpenQuestion("R79") not in found.finding.open


@given(WEBS, st.floats(0, 1))
def test_a_neighbour_that_complies_keeps_its_tie(web: dict[str, float], closer: float) -> None:
    # T29, R78, P0 L993-1006
    free = {**web, "must_choose": [], "closer": closer}
    before, after = shown(**free), shown(**free, request=True)
    for state in NEIGHBOURS:
        key = f"China--{state}"
        assert line(after, key)["strength"] == line(before, key)["strength"]
    assert Reason("R78", "unchanged") in after.finding.reasons
    assert gauge(after, "containment") == gauge(before, "containment")


def test_what_becomes_of_a_forced_neighbours_tie_is_not_said() -> None:
    # P0 L987-1006: said for neighbours that need not choose
    found = shown(request=True, must_choose=["India"])
    assert line(found, "China--India")["tone"] == "open"
    assert line(found, "China--Myanmar")["tone"] != "open"
    assert OpenQuestion("R78") in found.finding.open


def test_a_frame_of_many_asks_to_interfere_unless_all_put_ties_first() -> None:
    # T24, R71, P0 L957-965; R72, P0 L462-466
    mixed = shown(frame="multilateral", all_follow=False)
    assert Reason("R71", "intervening") in mixed.finding.reasons
    assert gauge(mixed, "volatility") > 0
    alike = shown(frame="multilateral", all_follow=True)
    assert Reason("R71", "all_follow") in alike.finding.reasons
    assert gauge(alike, "volatility") == 0
    assert "E30" in alike.finding.tensions
    assert gauge(shown(all_follow=False), "volatility") == 0


ANSWER = st.sampled_from([True, False, None])


@given(ANSWER, ANSWER)
def test_a_web_of_many_pairs_is_multilateral_by_number_only(one: Any, other: Any) -> None:
    # Q03 and Q04, P1 L15, L19 and L23; E89: no answer makes up for a missing property
    found = shown(look="tests", indivisibility=one, diffuse_reciprocity=other)
    table = drawing(found, "quality")
    assert "not multilateral" in table.title
    rows = table.data["rows"]
    assert "multilateral" in rows[0]["cells"][0]["text"]
    assert rows[0]["cells"][0]["source"]["id"] == "Q03"
    assert "not" in next(row for row in rows if row["cells"][0]["chosen"])["cells"][0]["text"]
    assert Reason("Q04", "no") in found.finding.reasons
    assert "E89" in found.finding.tensions


def test_equal_ties_leave_the_rest_to_be_judged() -> None:
    equal = dict.fromkeys(OWN_TIES, 0.5)
    assert Reason("Q04", "open") in shown(look="tests", **equal).finding.reasons
    both = {"indivisibility": True, "diffuse_reciprocity": True}
    assert Reason("Q04", "yes") in shown(look="tests", **equal, **both).finding.reasons
    both["indivisibility"] = False
    assert Reason("Q04", "no") in shown(look="tests", **equal, **both).finding.reasons


def test_a_chosen_tie_opens_in_the_console() -> None:
    values = TEXT.checked({"china_russia": 0.65})
    wish = pick(values, "tie", "China--Russia")
    assert Situation(**wish["situation"]).relationship == 0.65
    assert respond(Situation(**wish["situation"])).action == "none"
    hostile = pick(TEXT.checked({"china_russia": -0.4}), "tie", "China--Russia")
    assert hostile["situation"]["relationship"] == 0.0
    assert pick(values, "tie", "China--Mars") == {}


def test_a_chosen_state_is_called_a_revisionist_and_called_so_no_more() -> None:
    values = TEXT.neutral()
    assert pick(values, "node", "India") == {"set": {"revisionist": "India"}}
    values["revisionist"] = "India"
    assert pick(values, "node", "India") == {"set": {"revisionist": "nobody"}}
    assert pick(values, "node", "China") == {}


def test_a_chosen_property_is_judged() -> None:
    values, met = TEXT.neutral(), []
    for _ in range(3):
        values.update(pick(values, "quality", "indivisibility")["set"])
        met.append(values["indivisibility"])
    assert met == [True, False, None]


@settings(max_examples=30)
@given(WEBS, CHOOSING, ANSWER)
def test_places_stay_put(web: dict[str, float], choosing: list[str], request: Any) -> None:
    def places(found: View) -> list[tuple[str, float, float]]:
        nodes = drawing(found, "web").data["nodes"]
        return [(node["id"], node["x"], node["y"]) for node in nodes]

    assert places(shown(**web, must_choose=choosing, request=request)) == places(shown())


@pytest.fixture(scope="module")
def met() -> set[str]:
    """All rules that appear for some values."""
    found: set[str] = set()
    tries: list[Callable[[], View]] = [
        shown,
        lambda: shown(india_russia=0.9, lens=POWER),
        lambda: shown(**ALL_STABLE, must_choose=[], request=True),
        lambda: shown(revisionist="India", frame="multilateral"),
        lambda: shown(look="tests"),
        lambda: shown(look="partners", ally="nobody", interactions=0),
        lambda: shown(
            look="partners", revisionist="India", defector="Russia", zeal=0.5,
            compromise=0.5, puts_first="ties",
        ),
        lambda: shown(look="lasting", horizon=20.0),
        lambda: shown(look="lasting", tie_state="undefined"),
    ]  # fmt: skip
    for attempt in tries:
        found |= ids(attempt())
    return found


def test_its_rules_are_met(met: set[str]) -> None:
    wanted = {f"R{n}" for n in (*range(53, 61), *range(70, 93))} | {"R67", "R127", "R150"}
    assert sorted(wanted - met) == []
