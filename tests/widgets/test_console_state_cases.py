"""Cases in the state of the console: locks, and what is held back until a commitment."""

from __future__ import annotations

import pytest

from bor_widgets.cases import cases
from bor_widgets.charts.case_page import telling_inputs
from bor_widgets.situation import Situation, parameters
from bor_widgets.widgets.console_state import ConsoleState, Snapshot
from tests.widgets.console_clock import Clock, move
from tests.widgets.console_parts import IRAQ, REFUSERS


def test_a_case_brings_its_coded_inputs_and_leaves_the_rest_neutral(state: ConsoleState) -> None:
    state.open_case(IRAQ)
    assert state.case is cases[IRAQ]
    assert state.now.situation == Situation(relationship=0.2, capability=0.8)


def test_an_unknown_case_is_refused_and_changes_nothing(state: ConsoleState) -> None:
    before = state.now
    with pytest.raises(KeyError, match="atlantis"):
        state.open_case("atlantis")
    assert state.now is before


def test_a_case_opened_by_its_id_is_the_same_case(state: ConsoleState) -> None:
    state.open_case("C25")
    assert state.now.case == IRAQ
    state.commit("breakup")
    assert state.committed


def test_leaving_a_case_keeps_what_is_set_and_unlocks_it(state: ConsoleState) -> None:
    state.open_case(IRAQ)
    state.open_case("")
    assert state.case is None
    assert state.locked == ()
    assert state.now.situation.relationship == 0.2


def test_a_locked_input_refuses_by_its_label(state: ConsoleState) -> None:
    state.open_case(IRAQ)
    before = state.now
    with pytest.raises(ValueError, match=parameters()["relationship"].label):
        state.set_inputs({"threat": 0.9, "relationship": 0.9})
    assert state.now is before


def test_an_unlocked_input_can_be_changed_and_locking_brings_it_back(state: ConsoleState) -> None:
    state.open_case(IRAQ)
    state.unlock("relationship")
    assert "relationship" not in state.locked
    state.set_inputs({"relationship": 0.9})
    state.lock("relationship")
    assert state.now.situation.relationship == 0.2
    assert "relationship" in state.locked
    state.undo()
    assert state.now.situation.relationship == 0.9


def test_only_coded_inputs_have_a_lock(state: ConsoleState) -> None:
    state.open_case(IRAQ)
    before = state.now
    for name in ("threat", "hatred", "grade"):
        state.unlock(name)
        state.lock(name)
    assert state.now is before


def test_every_coded_input_that_is_shown_is_locked() -> None:
    for case in cases.values():
        state = ConsoleState()
        state.open_case(case.slug)
        assert set(state.locked) == set(case.coding) - set(telling_inputs(case))
        if case.coding:
            state.commit("none")
            assert set(state.locked) == set(case.coding)
            assert state.now.situation == case.situation()


def test_what_describes_the_deed_is_neutral_until_the_commitment(state: ConsoleState) -> None:
    case = cases[REFUSERS]
    held = telling_inputs(case)
    assert {"instruments", "delegitimising", "deliberate"} <= set(held)
    state.open_case(REFUSERS)
    for name in held:
        assert getattr(state.now.situation, name) == parameters()[name].neutral
        assert name not in state.locked
    state.commit("mix", "They refused and kept the alliance.")
    for name in held:
        assert getattr(state.now.situation, name) == case.coding[name].value
        assert name in state.locked


def test_undo_after_the_commitment_leaves_coded_inputs_as_coded(
    state: ConsoleState, clock: Clock
) -> None:
    case = cases[REFUSERS]
    state.open_case(REFUSERS)
    move(state, clock, threat=0.8)
    state.commit("mix")
    state.undo()
    assert state.now.case == REFUSERS
    for name in state.locked:
        assert getattr(state.now.situation, name) == case.coding[name].value, name


def test_redo_after_the_commitment_leaves_coded_inputs_as_coded(
    state: ConsoleState, clock: Clock
) -> None:
    case = cases[REFUSERS]
    state.open_case(REFUSERS)
    move(state, clock, threat=0.8)
    state.undo()
    state.commit("mix")
    state.redo()
    for name in state.locked:
        assert getattr(state.now.situation, name) == case.coding[name].value, name


def test_a_commitment_is_made_once_and_stays(state: ConsoleState) -> None:
    state.open_case(IRAQ)
    state.commit("mix", "I think so.")
    with pytest.raises(ValueError, match="already committed"):
        state.commit("breakup")
    assert state.committed == {"action": "mix", "reason": "I think so."}
    state.undo()
    state.reset()
    assert state.predictions[IRAQ]["action"] == "mix"


def test_without_a_case_there_is_nothing_to_commit_to(state: ConsoleState) -> None:
    with pytest.raises(ValueError, match="Choose a case"):
        state.commit("mix")
    assert state.predictions == {}


def test_a_case_that_was_committed_opens_with_everything_coded(state: ConsoleState) -> None:
    state.open_case(IRAQ)
    state.commit("mix")
    state.open_case(REFUSERS)
    assert state.committed == {}
    state.open_case(IRAQ)
    assert state.now.situation == cases[IRAQ].situation()
    assert state.committed["action"] == "mix"


def test_a_saved_state_does_not_tell_the_deed_before_the_commitment(state: ConsoleState) -> None:
    told = Snapshot(cases[REFUSERS].situation(), case=REFUSERS)
    state.restore(told)
    for name in telling_inputs(cases[REFUSERS]):
        assert getattr(state.now.situation, name) == parameters()[name].neutral
    state.restore(told, {REFUSERS: {"action": "mix", "reason": ""}})
    assert state.now.situation == cases[REFUSERS].situation()


def test_what_was_committed_here_is_not_overwritten_by_a_file(state: ConsoleState) -> None:
    state.open_case(IRAQ)
    state.commit("mix", "mine")
    state.restore(state.now, {IRAQ: {"action": "none", "reason": "another's"}})
    assert state.committed == {"action": "mix", "reason": "mine"}
