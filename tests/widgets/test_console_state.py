"""What the console holds: every change is carried out or refused, and can be taken back."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from bor_widgets.cases import cases
from bor_widgets.charts.case_page import telling_inputs
from bor_widgets.situation import Situation
from bor_widgets.theory import NEUTRAL
from bor_widgets.widgets.console_keep import KeepPart
from bor_widgets.widgets.console_state import ConsoleState, Snapshot
from bor_widgets.widgets.history import DEPTH, TOGETHER
from tests.widgets.console_clock import Clock, move
from tests.widgets.console_parts import IRAQ, REFUSERS


def test_it_begins_where_it_was_told_to(state: ConsoleState) -> None:
    assert state.now == Snapshot(Situation(threat=0.5, relationship=0.4))
    assert (state.can_undo, state.can_redo, state.case, state.locked) == (False, False, None, ())


def test_a_step_is_taken_back_and_taken_again(state: ConsoleState, clock: Clock) -> None:
    seen = [state.now]
    move(state, clock, threat=0.9)
    seen.append(state.now)
    move(state, clock, relationship=0.1)
    seen.append(state.now)
    clock.now += 5
    state.set_wording("conclusion")
    seen.append(state.now)
    clock.now += 5
    state.set_number("sensitivity", 0.9)
    seen.append(state.now)
    clock.now += 5
    state.open_case(IRAQ)
    seen.append(state.now)
    for expected in reversed(seen[:-1]):
        assert state.can_undo
        state.undo()
        assert state.now == expected
    assert not state.can_undo
    state.undo()
    assert state.now == seen[0]
    for expected in seen[1:]:
        assert state.can_redo
        state.redo()
        assert state.now == expected
    state.redo()
    assert state.now == seen[-1]


def test_a_new_step_ends_what_could_be_taken_again(state: ConsoleState, clock: Clock) -> None:
    move(state, clock, threat=0.9)
    state.undo()
    move(state, clock, threat=0.2)
    assert not state.can_redo
    state.redo()
    assert state.now.situation.threat == 0.2


def test_moves_of_one_input_in_one_go_are_one_step(state: ConsoleState, clock: Clock) -> None:
    first = state.now
    for i in range(20):
        move(state, clock, TOGETHER * 0.4, threat=0.5 + i / 100)
    state.undo()
    assert state.now == first


def test_a_rest_between_moves_begins_a_new_step(state: ConsoleState, clock: Clock) -> None:
    move(state, clock, threat=0.6)
    move(state, clock, TOGETHER * 1.01, threat=0.7)
    state.undo()
    assert state.now.situation.threat == 0.6


def test_moves_of_two_inputs_are_two_steps(state: ConsoleState, clock: Clock) -> None:
    move(state, clock, threat=0.6)
    move(state, clock, 0.0, relationship=0.9)
    state.undo()
    assert (state.now.situation.threat, state.now.situation.relationship) == (0.6, 0.4)


def test_a_move_right_after_undo_is_a_step_of_its_own(state: ConsoleState, clock: Clock) -> None:
    move(state, clock, threat=0.6)
    move(state, clock, threat=0.7)
    state.undo()
    move(state, clock, 0.0, threat=0.8)
    state.undo()
    assert state.now.situation.threat == 0.6


def test_what_changes_nothing_is_no_step(state: ConsoleState) -> None:
    state.set_inputs({"threat": 0.5})
    state.set_wording("introduction")
    state.reset_numbers()
    state.reset()
    state.open_case("")
    assert not state.can_undo


def test_undo_keeps_many_steps_and_not_all(state: ConsoleState, clock: Clock) -> None:
    for i in range(DEPTH + 50):
        move(state, clock, threat=(i % 100) / 100)
    steps = 0
    while state.can_undo:
        state.undo()
        steps += 1
    assert steps == DEPTH


def test_reset_returns_to_the_beginning_and_can_be_undone(
    state: ConsoleState, clock: Clock
) -> None:
    first = state.now
    move(state, clock, threat=0.9, grade="none")
    state.set_number("sensitivity", 0.9)
    state.set_wording("conclusion")
    before = state.now
    state.reset()
    assert state.now == first
    state.undo()
    assert state.now == before


def test_reset_returns_to_the_case_as_coded(state: ConsoleState, clock: Clock) -> None:
    state.open_case(IRAQ)
    coded = state.now
    state.unlock("relationship")
    move(state, clock, relationship=0.9, threat=0.1)
    state.reset()
    assert state.now == coded
    assert "relationship" in state.locked


BAD: list[dict[str, Any]] = [
    {"threat": 1.5},
    {"threat": -0.01},
    {"threat": float("nan")},
    {"threat": float("inf")},
    {"threat": "high"},
    {"threat": None},
    {"threat": True},
    {"grade": "awful"},
    {"issue_areas": []},
    {"issue_areas": ["a", "a"]},
    {"issue_areas": "trade"},
    {"parties": 1},
    {"instruments": ["bribes"]},
    {"hatred": 1.0},
    {"relationship": 0.9, "threat": 7},
]


@pytest.mark.parametrize("values", BAD, ids=str)
def test_a_bad_value_is_refused_in_words_and_changes_nothing(
    state: ConsoleState, values: dict[str, Any]
) -> None:
    before = state.now
    with pytest.raises((TypeError, ValueError)) as refused:
        state.set_inputs(values)
    assert list(values)[-1] in str(refused.value)
    assert state.now is before
    assert not state.can_undo


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sensitivity", 2.0),
        ("sensitivity", "much"),
        ("sensitivity", float("nan")),
        ("cut_direct", 0.05),
        ("cut_potential", 0.5),
        ("revoked_restraint", -0.1),
        ("unknown", 0.5),
    ],
)
def test_a_bad_number_is_refused_and_changes_nothing(
    state: ConsoleState, name: str, value: Any
) -> None:
    before = state.now
    with pytest.raises((TypeError, ValueError)):
        state.set_number(name, value)
    assert state.now is before


def test_an_unknown_wording_is_refused(state: ConsoleState) -> None:
    with pytest.raises(ValueError, match="introduction, conclusion"):
        state.set_wording("preface")
    assert state.now.wording == "introduction"


def test_numbers_of_ours_can_be_changed_and_given_back(state: ConsoleState) -> None:
    state.set_number("sensitivity", 0.9)
    assert state.now.calibration.changed() == {"sensitivity": 0.9}
    state.reset_numbers()
    assert state.now.calibration == NEUTRAL


def test_everything_that_is_set_is_told_as_plain_numbers(state: ConsoleState) -> None:
    state.open_case(IRAQ)
    state.set_inputs({"threat": 0.9})
    state.set_number("sensitivity", 0.9)
    state.set_wording("conclusion")
    state.commit("breakup", "Direct.")
    numbers = state.numbers()
    assert json.loads(json.dumps(numbers)) == numbers
    told = dict(numbers["situation"])
    assert Situation(**told) == state.now.situation
    assert numbers["calibration"] == {"sensitivity": 0.9}
    assert (numbers["wording"], numbers["case"]) == ("conclusion", IRAQ)
    assert (numbers["action"], numbers["judgement"]["grade"]) == ("breakup", "direct")
    assert numbers["prediction"] == {"action": "breakup", "reason": "Direct."}
    assert "R02" in numbers["rules"]
    assert set(numbers["restraint"]) == set(told["issue_areas"])


def test_the_numbers_tell_nothing_of_the_deed_before_the_commitment(state: ConsoleState) -> None:
    state.open_case(REFUSERS)
    numbers = state.numbers()
    for name in telling_inputs(cases[REFUSERS]):
        assert not numbers["situation"][name]


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "plain, with comma")


def test_the_file_of_numbers_holds_what_the_screen_does(state: ConsoleState) -> None:
    state.set_inputs({"issue_areas": FORMULAS, "grade": "direct"})
    name, text = KeepPart(state).export("json")
    assert name.endswith(".json")
    assert json.loads(text) == state.numbers()


def test_a_spreadsheet_gets_every_number_and_no_formula(state: ConsoleState) -> None:
    state.open_case(IRAQ)
    state.set_inputs({"issue_areas": FORMULAS, "leadership": -0.5})
    state.commit("breakup", "=cmd|' /C calc'!A0")
    name, text = KeepPart(state).export("csv")
    assert name.endswith(".csv")
    head, *rows = csv.reader(io.StringIO(text))
    assert head == ["part", "name", "value"]
    for row in rows:
        assert len(row) == 3
        for cell in row:
            number = cell[1:].replace(".", "", 1).isdigit()
            assert cell[:1] not in "=+-@" or number or cell == "", cell
    told = {(part, name): value for part, name, value in rows}
    assert float(told["situation", "threat"]) == state.now.situation.threat
    assert float(told["situation", "leadership"]) == -0.5
    assert told["prediction", "reason"].lstrip("'") == "=cmd|' /C calc'!A0"
    areas = [name.removeprefix("'") for part, name, _ in rows if part == "restraint"]
    assert areas == list(FORMULAS)
    assert {part for part, _, _ in rows} >= {"situation", "judgement", "restraint", "rules"}
