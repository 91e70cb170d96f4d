"""One situation or many at once: the same judgement; the map and the judgement agree."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import strategies as st

from bor_widgets.situation import Situation, parameters
from bor_widgets.theory import (
    ACTIONS,
    GRADES,
    WORDINGS,
    Calibration,
    Wording,
    decision_map,
    judge,
    respond,
)
from bor_widgets.theory.arithmetic import steps
from bor_widgets.theory.judgement import threat_that_reaches
from bor_widgets.theory.principles import response_codes
from tests.theory.strategies import SLIDERS, calibrations, for_all, names_of, numbers, situations

#: the sliders that the judgement reads
READ = tuple(name for name in names_of("core", "judgement") if name in SLIDERS)

axes = st.lists(st.sampled_from(SLIDERS), min_size=2, max_size=2, unique=True)


@st.composite
def rows(draw: st.DrawFn) -> dict[str, np.ndarray[Any, Any]]:
    """Some of the sliders that the judgement reads, as arrays of one length."""
    names = draw(st.sets(st.sampled_from(READ), min_size=1))
    length = draw(st.integers(1, 6))
    low = {name: -1.0 if name == "leadership" else 0.0 for name in names}
    return {
        name: np.array(draw(st.lists(numbers(low[name], 1.0), min_size=length, max_size=length)))
        for name in sorted(names)
    }


@for_all(situations(), rows(), calibrations())
def test_judging_an_array_is_judging_each_element(
    s: Situation, row: dict[str, np.ndarray[Any, Any]], calibration: Calibration
) -> None:
    many = judge(s.with_(**row), calibration=calibration)
    for i in range(len(next(iter(row.values())))):
        one = judge(
            s.with_(**{name: float(v[i]) for name, v in row.items()}), calibration=calibration
        )
        assert np.broadcast_to(many.perceived, np.shape(many.grade))[i] == one.perceived
        assert many.grade[i] == one.grade
        assert many.suggested[i] == one.suggested
        assert many.by == one.by


@for_all(situations(), rows(), st.sampled_from(WORDINGS), calibrations())
def test_responding_to_an_array_is_responding_to_each_element(
    s: Situation,
    row: dict[str, np.ndarray[Any, Any]],
    wording: Wording,
    calibration: Calibration,
) -> None:
    rowed = s.with_(**row)
    many = respond(rowed, wording=wording, calibration=calibration)
    codes = response_codes(rowed, wording=wording, calibration=calibration)
    for i in range(len(next(iter(row.values())))):
        each = s.with_(**{name: float(v[i]) for name, v in row.items()})
        one = respond(each, wording=wording, calibration=calibration)
        assert many.action[i] == one.action
        assert ACTIONS[codes[i]] == one.action
        assert {a: float(v[i]) for a, v in many.restraint.items() if v[i] == v[i]} == one.restraint


@pytest.mark.parametrize("name", SLIDERS)
def test_every_slider_may_be_an_array_when_responding(name: str) -> None:
    low = parameters()[name].low
    many = respond(Situation(threat=0.9, relationship=0.1).with_(**{name: np.array([low, 1.0])}))
    ends = [respond(Situation(threat=0.9, relationship=0.1).with_(**{name: v})) for v in (low, 1.0)]
    assert np.broadcast_to(many.action, 2).tolist() == [one.action for one in ends]


@pytest.mark.parametrize("shape", [(1,), (2, 3), (1, 1)])
def test_the_shape_of_the_input_is_the_shape_of_the_judgement(shape: tuple[int, ...]) -> None:
    many = judge(Situation(threat=np.full(shape, 0.6)))
    assert np.shape(many.grade) == shape
    assert np.shape(judge(Situation(threat=np.full(shape, 0.6), grade="none")).grade) == shape


@for_all(st.lists(numbers(0.0, 1.0), min_size=1, max_size=5), numbers(0.0, 1.0), calibrations())
def test_the_border_of_a_map_is_the_same_for_one_and_for_many(
    recoveries: list[float], cut: float, calibration: Calibration
) -> None:
    many = threat_that_reaches(cut, np.array(recoveries), calibration)
    for i, recovery in enumerate(recoveries):
        assert many[i] == threat_that_reaches(cut, recovery, calibration)


@for_all(situations(), axes, st.integers(2, 9), calibrations(), st.data())
def test_every_cell_of_the_map_is_the_judgement_there(
    s: Situation, pair: list[str], n: int, calibration: Calibration, data: st.DataObject
) -> None:
    x, y = pair
    drawn = decision_map(s, x=x, y=y, n=n, calibration=calibration)
    assert (drawn.x, drawn.y) == (x, y)
    assert np.shape(drawn.grade) == (n, n)
    for _ in range(4):
        column, row = data.draw(st.integers(0, n - 1)), data.draw(st.integers(0, n - 1))
        here = s.with_(**{x: float(drawn.xs[column]), y: float(drawn.ys[row])})
        assert GRADES[drawn.grade[row, column]] == judge(here, calibration=calibration).grade


def test_the_map_runs_over_the_whole_range_of_both_inputs() -> None:
    drawn = decision_map(Situation(), x="leadership", y="threat", n=5)
    assert [drawn.xs[0], drawn.xs[-1]] == [-1.0, 1.0]
    assert [drawn.ys[0], drawn.ys[-1]] == [0.0, 1.0]
    assert list(drawn.grade[0]) == [0] * 5


@for_all(st.integers(2, 300))
def test_steps_are_what_numpy_counts(n: int) -> None:
    assert steps(-1.0, 1.0, n) == np.linspace(-1.0, 1.0, n).tolist()


@pytest.mark.parametrize("n", [1, 0, -5, 2002, 10**30, True, 3.0, "11", None])
def test_a_map_of_another_size_is_refused(n: Any) -> None:
    with pytest.raises(ValueError, match="n takes a whole number from 2 to 2001; given was"):
        decision_map(Situation(), n=n)


def test_a_map_needs_two_different_sliders() -> None:
    with pytest.raises(ValueError, match=r"must differ.*'threat' twice"):
        decision_map(Situation(), x="threat", y="threat")
    with pytest.raises(ValueError, match=r"takes one of threat, .*given was 'grade'"):
        decision_map(Situation(), x="grade")
    with pytest.raises(ValueError, match=r"takes one of threat, .*given was 'power'"):
        decision_map(Situation(), y="power")
