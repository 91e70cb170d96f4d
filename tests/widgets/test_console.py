"""The console without a browser: what is typed, dragged and shown."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.cases import cases
from bor_widgets.situation import Situation
from bor_widgets.theory import judge
from bor_widgets.widgets.console import Console
from tests.widgets.console_parts import IRAQ, press, typed


def test_it_opens_with_two_sliders_a_map_and_a_verdict() -> None:
    console = Console(Situation(threat=0.7, relationship=0.4))
    assert console.core.values == {"threat": 0.7, "relationship": 0.4}
    assert (console.map.x, console.map.y) == (0.4, 0.7)
    assert console.map.bands
    assert console.verdict.card["grade"] == judge(Situation(threat=0.7, relationship=0.4)).grade
    assert console.verdict.card["reasons"]
    assert console.restraint.title
    assert [node["role"] for node in console.ties.nodes] == ["actor", "counterpart"]


def test_a_slider_moves_everything() -> None:
    console = Console(Situation(threat=0.7, relationship=0.4))
    before = (console.map.alt, console.verdict.card, console.restraint.alt, console.ties.alt)
    typed(console.core, threat=0.2)
    assert console.state.now.situation.threat == 0.2
    assert console.map.y == 0.2
    after = (console.map.alt, console.verdict.card, console.restraint.alt, console.ties.alt)
    assert all(a != b for a, b in zip(before, after, strict=True))


def test_the_point_moves_the_sliders() -> None:
    console = Console()
    console.map.y = 0.91
    console.map.x = 0.12
    assert console.core.values == {"threat": 0.91, "relationship": 0.12}
    assert console.state.now.situation == Situation(threat=0.91, relationship=0.12)


def test_a_drag_of_the_point_is_one_step() -> None:
    console = Console()
    for i in range(1, 11):
        console.map.set_state({"x": 0.5 + i / 100, "y": 0.5 - i / 100})
    console.state.undo()
    assert console.state.now.situation == Situation()
    assert (console.map.x, console.map.y) == (0.5, 0.5)


@pytest.mark.parametrize("value", [1.7, -1, None, "high", True])
def test_a_value_out_of_range_keeps_what_was_typed_and_what_was_there(value: Any) -> None:
    console = Console(Situation(threat=0.7, relationship=0.4))
    shown = (console.state.now, console.map.alt, console.verdict.card)
    typed(console.core, threat=value)
    assert "from 0 to 1" in console.core.errors["threat"]
    assert console.core.values["threat"] == value
    assert (console.state.now, console.map.alt, console.verdict.card) == shown


def test_a_refused_value_stays_while_other_inputs_move() -> None:
    console = Console(Situation(threat=0.7, relationship=0.4))
    typed(console.core, relationship=5)
    typed(console.core, threat=0.2)
    assert console.state.now.situation == Situation(threat=0.2, relationship=0.4)
    assert console.core.values == {"threat": 0.2, "relationship": 5}
    assert set(console.core.errors) == {"relationship"}


def test_a_good_and_a_bad_value_at_once() -> None:
    console = Console(Situation(threat=0.7, relationship=0.4))
    typed(console.core, threat=0.2, relationship=5)
    assert console.state.now.situation == Situation(threat=0.2, relationship=0.4)
    assert set(console.core.errors) == {"relationship"}
    assert console.core.values["relationship"] == 5, "the sentence is about what was typed"


def test_a_corrected_value_takes_the_sentence_away() -> None:
    console = Console()
    typed(console.core, threat=7)
    typed(console.core, threat=0.8)
    assert console.core.errors == {}
    assert console.state.now.situation.threat == 0.8


def test_going_back_to_the_old_value_takes_the_sentence_away() -> None:
    console = Console()
    typed(console.core, threat=7)
    typed(console.core, threat=0.5)
    assert console.core.errors == {}


def test_an_unknown_input_changes_nothing() -> None:
    console = Console()
    before = console.state.now
    typed(console.core, hatred=1.0)
    assert console.state.now == before


def test_more_inputs_take_and_refuse_values_too() -> None:
    console = Console(unfold=["inputs"])
    typed(console.rest, grade="direct")
    assert console.state.response.action == "breakup"
    typed(console.rest, issue_areas=["trade", "trade"])
    assert "issue_areas" in console.rest.errors
    assert console.rest.values["issue_areas"] == ["trade", "trade"]
    assert console.state.now.situation.issue_areas == ("security", "trade")


def test_what_a_student_types_reaches_the_page_as_it_is() -> None:
    console = Console(unfold=["inputs", "ledger", "changes"])
    area = "<img src=x onerror=alert(1)>"
    typed(console.rest, issue_areas=["trade", area], grade="indirect")
    assert console.state.now.situation.issue_areas == ("trade", area)
    assert area in [bar["area"] for bar in console.restraint.bars]


def test_a_locked_tie_does_not_move_the_point() -> None:
    console = Console(case=IRAQ)
    console.map.set_state({"x": 0.9, "y": 0.8})
    assert console.state.now.situation.relationship == 0.2
    assert console.state.now.situation.threat == 0.8
    assert (console.map.x, console.map.y) == (0.2, 0.8)
    assert console.core.values == {"threat": 0.8, "relationship": 0.2}


def test_a_locked_input_says_why_and_lets_itself_be_unlocked() -> None:
    console = Console(case=IRAQ)
    coding = cases[IRAQ].coding["relationship"]
    assert list(console.core.locked) == ["relationship"]
    told = console.core.locked["relationship"]
    assert all(str(place) in told for place in coding.places)
    # why it is coded so often tells the deed, and nothing is committed yet
    assert coding.why not in told
    assert console.core.flags == {"threat": "open", "relationship": "inferred"}
    typed(console.core, relationship=0.9)
    assert "locked" in console.core.errors["relationship"]
    press(console.core, kind="unlock", name="relationship")
    assert console.core.locked == {}
    console.map.x = 0.9
    assert console.state.now.situation.relationship == 0.9


def test_a_value_refused_in_a_case_does_not_stay_after_unlocking() -> None:
    console = Console(case=IRAQ)
    typed(console.core, relationship=0.9)
    press(console.core, kind="unlock", name="relationship")
    typed(console.core, relationship=0.3)
    assert console.core.errors == {}
    assert console.state.now.situation.relationship == 0.3


def test_reset_takes_away_what_was_typed_and_refused() -> None:
    console = Console(Situation(threat=0.7))
    typed(console.core, threat=0.9)
    typed(console.core, relationship=5)
    console.state.reset()
    assert console.core.values == {"threat": 0.7, "relationship": 0.5}
    assert console.core.errors == {}


def test_a_case_shows_its_coded_value_and_not_what_was_refused_before() -> None:
    console = Console()
    typed(console.core, relationship=5)
    console.open_case(IRAQ)
    assert console.core.values["relationship"] == 0.2
    assert console.core.errors == {}


def test_the_wording_decides_what_no_threat_calls_for() -> None:
    # T05 and T06, from P0 L395-403 (R01) and P0 L1687-1689 (R04): the tension E01
    console = Console(Situation(grade="none"))
    rules = [reason["source"]["id"] for reason in console.verdict.card["reasons"]]
    assert console.verdict.card["action"] == "none"
    assert "R04" in rules, "it is said that the other wording would compromise"
    console.wording.value = "conclusion"
    assert console.verdict.card["action"] == "compromise"
    assert console.state.now.wording == "conclusion"
    assert "R04" in [reason["source"]["id"] for reason in console.verdict.card["reasons"]]
    console.state.set_inputs({"grade": "potential"})
    assert console.verdict.card["action"] == "none"
    console.wording.value = "introduction"
    assert console.verdict.card["action"] == "compromise"
