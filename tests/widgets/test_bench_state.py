"""The state behind a bench: values, the walk, commitments, and the way back."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.widgets.bench_state import BenchState
from bor_widgets.widgets.history import TOGETHER
from tests.widgets.console_clock import Clock


@pytest.fixture
def bench(clock: Clock) -> BenchState:
    """The state of one bench under a clock that stands still."""
    return BenchState(bench_text("two_restraints"), clock=clock)


def test_it_begins_with_neutral_values_and_those_given() -> None:
    text = bench_text("two_restraints")
    state = BenchState(text, {"own": 1.0})
    assert state.now.values["own"] == 1.0
    assert state.now.values["other"] == text.parameters["other"].neutral


@pytest.mark.parametrize(
    ("values", "error", "told"),
    [
        ({"own": 1.5}, ValueError, "own takes a number from -1 to 1; given was 1.5"),
        ({"own": "full"}, TypeError, "own takes a number from -1 to 1; given was 'full'"),
        ({"own": float("nan")}, ValueError, "given was nan"),
        ({"compatible": "maybe"}, TypeError, "compatible takes True, False or None"),
        ({"restraint": 1.0}, TypeError, "has no input 'restraint'; it has look, own, other"),
    ],
)
def test_bad_input_is_refused_in_one_sentence_and_nothing_changes(
    bench: BenchState, values: dict[str, Any], error: type[Exception], told: str
) -> None:
    before = bench.now
    with pytest.raises(error) as refused:
        bench.set_inputs({"other": 0.9, **values})
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)
    assert bench.now is before


def test_moves_of_one_input_in_quick_succession_are_one_step(
    bench: BenchState, clock: Clock
) -> None:
    for i in range(5):
        clock.now += TOGETHER / 10
        bench.set_inputs({"own": 0.5 + i / 100})
    clock.now += 2 * TOGETHER
    bench.set_inputs({"own": 0.9})
    bench.undo()
    assert bench.now.values["own"] == pytest.approx(0.54)
    bench.undo()
    assert bench.now == bench.first
    bench.redo()
    assert bench.now.values["own"] == pytest.approx(0.54)


def test_each_question_has_a_screen_before_and_one_after_its_answer(bench: BenchState) -> None:
    asked = [phase for phase in bench.phases if phase.step.ask]
    assert [phase.revealed for phase in asked] == [False, True] * (len(asked) // 2)
    assert len(bench.phases) == len(bench.text.steps) + len(asked) // 2


def test_a_question_sets_its_values_only_with_the_answer(bench: BenchState) -> None:
    question = next(i for i, phase in enumerate(bench.phases) if not phase.revealed)
    values = bench.phases[question].step.values
    bench.go(question)
    assert any(bench.now.values[name] != value for name, value in values.items())
    bench.commit(0)
    assert bench.now.phase == question + 1
    assert all(bench.now.values[name] == value for name, value in values.items())


def test_going_back_to_a_question_takes_its_answer_off_the_screen(bench: BenchState) -> None:
    question = next(i for i, phase in enumerate(bench.phases) if not phase.revealed)
    bench.go(question)
    before = bench.now.values
    bench.go(question + 1)
    bench.go(question)
    assert bench.now.values == before


def test_a_commitment_stays(bench: BenchState) -> None:
    question = next(i for i, phase in enumerate(bench.phases) if not phase.revealed)
    bench.go(question)
    bench.commit(2)
    bench.go(question)
    with pytest.raises(ValueError, match="stays as it is"):
        bench.commit(0)
    assert bench.answers == {bench.phases[question].index: 2}


@pytest.mark.parametrize("option", [-1, 3, 99])
def test_an_answer_that_is_none_is_refused(bench: BenchState, option: int) -> None:
    bench.go(next(i for i, phase in enumerate(bench.phases) if not phase.revealed))
    with pytest.raises(ValueError, match="Choose one of the answers"):
        bench.commit(option)
    assert bench.answers == {}


@pytest.mark.parametrize("phase", [-1, 99])
def test_there_is_no_screen_before_the_first_or_after_the_last(
    bench: BenchState, phase: int
) -> None:
    bench.go(phase)
    assert bench.now == bench.first


def test_reset_returns_to_the_beginning_and_keeps_the_step(bench: BenchState) -> None:
    bench.go(1)
    bench.set_inputs({"own": -1.0})
    bench.reset()
    assert bench.now.values == bench.first.values
    assert bench.now.phase == 1
