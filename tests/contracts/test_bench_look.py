"""Looking at a bench without a screen shows what the bench itself shows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.widgets import benches
from bor_widgets.widgets.bench import Bench
from tests.contracts.test_benches import any_values


@pytest.fixture(params=benches.__all__)
def made(request: pytest.FixtureRequest) -> type[Bench]:
    """Each bench in turn."""
    cls: type[Bench] = getattr(benches, request.param)
    return cls


def test_it_opens_as_it_is_looked_at(made: type[Bench]) -> None:
    assert made.look() == made().view


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_it_shows_the_same_for_any_values(made: type[Bench], data: st.DataObject) -> None:
    values = data.draw(any_values(bench_text(made.name)))
    assert made.look(**values) == made(**values).view


def test_it_shows_the_same_at_every_screen_of_the_walk(made: type[Bench]) -> None:
    bench = made()
    for phase in range(len(bench.state.phases)):
        bench.state.go(phase)
        assert made.look(**bench.state.now.values) == bench.view


def test_looking_makes_no_bench(made: type[Bench], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any, **_values: Any) -> None:
        raise AssertionError("a look puts nothing on a screen")

    monkeypatch.setattr(Bench, "__init__", refuse)
    assert made.look().drawings


def test_a_bad_look_gets_the_sentence_of_a_bad_input(made: type[Bench]) -> None:
    with pytest.raises(TypeError, match="has no input 'nonsense'"):
        made.look(nonsense=1)
