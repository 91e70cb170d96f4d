"""What was typed is sorted the same way wherever it was typed."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.widgets.bench_state import BenchState
from bor_widgets.widgets.benches import JudgementFan
from bor_widgets.widgets.console import Console
from bor_widgets.widgets.console_state import ConsoleState
from bor_widgets.widgets.our_scale import OurScale
from bor_widgets.widgets.typed_values import sort_typed


def positive(name: str, value: Any) -> int:
    """Take a positive number, or say why not."""
    if isinstance(value, str):
        raise TypeError(f"{name} takes a number; given was {value!r}")
    if value <= 0:
        raise ValueError(f"{name} takes a number above 0; given was {value}")
    return int(value)


def test_good_values_are_taken_and_bad_ones_get_their_sentence() -> None:
    typed = {"same": 1, "new": 2.0, "low": -1, "word": "two", "unknown": 5}
    good, errors = sort_typed(typed, {"same": 1, "new": 1, "low": 1, "word": 1}, positive)
    assert good == {"new": 2}
    assert errors == {
        "low": "low takes a number above 0; given was -1",
        "word": "word takes a number; given was 'two'",
    }


@pytest.mark.parametrize("made", [Console, JudgementFan])
def test_both_pages_keep_what_was_refused_and_take_the_rest(made: Any) -> None:
    page = made()
    page.core.values = {**page.core.values, "threat": 7.0, "relationship": 0.9}
    assert "given was 7" in page.core.errors["threat"]
    assert page.core.values["threat"] == 7.0
    situation = getattr(page.state.now, "situation", None)
    held = situation.relationship if situation else page.state.now.values["relationship"]
    assert held == 0.9


def test_numbers_of_ours_are_changed_in_one_place() -> None:
    for state in (BenchState, ConsoleState):
        assert state.set_number is OurScale.set_number
        assert state.reset_numbers is OurScale.reset_numbers
