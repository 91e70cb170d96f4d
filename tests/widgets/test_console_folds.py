"""What unfolds in the console: made once, when asked for, updated in place."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import ipywidgets
import pytest

from bor_widgets.charts.explore import leaders_fan, ledger_over_threat, sections
from bor_widgets.situation import Situation
from bor_widgets.widgets.console import Console
from bor_widgets.widgets.fold import Fold
from tests.widgets.console_parts import FOLDS, IRAQ, LIGHT, every, one, typed


def test_undo_brings_the_wording_and_the_numbers_back_on_screen() -> None:
    console = Console(unfold=["numbers"])
    console.wording.value = "conclusion"
    console.state.undo()
    assert console.wording.value == "introduction"
    editor = one(console, "CalibrationEditor")
    before = editor.fields
    editor.tell({"kind": "set", "name": "sensitivity", "value": 0.9})
    assert console.state.now.calibration.sensitivity == 0.9
    console.state.undo()
    assert editor.fields == before


def test_a_bad_number_of_ours_is_refused_where_it_was_typed() -> None:
    console = Console(unfold=["numbers"])
    editor = one(console, "CalibrationEditor")
    editor.tell({"kind": "set", "name": "sensitivity", "value": 9})
    assert "from 0 to 1" in editor.errors["sensitivity"]
    assert console.state.now.calibration.sensitivity == 0.5
    editor.tell({"kind": "set", "name": "sensitivity", "value": 0.6})
    assert editor.errors == {}


@pytest.mark.parametrize("name", LIGHT)
def test_a_part_is_made_when_it_is_unfolded_and_once(name: str) -> None:
    console = Console()
    fold = console.folds[name]
    assert list(fold.children) == [fold.button]
    fold.unfold()
    made = [id(widget) for widget in every(fold)]
    assert len(made) > 2
    fold.button.opened = False
    fold.button.opened = True
    assert [id(widget) for widget in every(fold)] == made


def test_a_part_that_is_folded_is_brought_up_to_date_when_it_opens() -> None:
    console = Console(Situation(threat=0.9), unfold=["changes"])
    fold, part = console.folds["changes"], one(console, "ChangeList")
    before = part.changes
    fold.button.opened = False
    typed(console.core, threat=0.2)
    assert part.changes == before
    fold.button.opened = True
    assert part.changes != before


def test_a_change_that_is_pressed_happens() -> None:
    console = Console(Situation(threat=0.5, relationship=0.4), unfold=["changes"])
    part = one(console, "ChangeList")
    row = part.changes[0]
    before = console.state.response.action
    part.tell({"kind": "apply", "name": row["name"], "value": row["value"]})
    assert console.state.response.action != before
    assert getattr(console.state.now.situation, row["name"]) == row["value"]


def test_an_unknown_part_or_case_is_refused() -> None:
    with pytest.raises(ValueError, match="case, inputs, changes, ledger, explore, numbers"):
        Console(unfold=["everything"])
    with pytest.raises(KeyError, match="the nearest are"):
        Console(case="iraq-2003")


def test_plotly_is_not_loaded_before_something_is_explored() -> None:
    script = f"""
import sys
from bor_widgets import Console
console = Console(case="{IRAQ}", unfold={LIGHT!r})
console.state.set_inputs({{"threat": 0.9}})
assert "plotly" not in sys.modules, "plotly came too early"
console.folds["explore"].unfold()
assert "plotly" in sys.modules, "nothing was drawn"
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr


def _figures(console: Console) -> list[Any]:
    return [w for w in every(console.folds["explore"]) if type(w).__name__ == "FigureWidget"]


def _drawn(figure: Any) -> dict[str, Any]:
    """A figure as plain data, without the names plotly gives its parts."""
    data: dict[str, Any] = json.loads(figure.to_json())
    for trace in data["data"]:
        trace.pop("uid", None)
    return data


def test_explored_figures_are_updated_in_place() -> None:
    console = Console(Situation(threat=0.1), unfold=["explore"])
    figures = _figures(console)
    assert len(figures) == 3
    traces = [trace.uid for figure in figures for trace in figure.data]
    for i in range(1, 11):
        console.state.set_inputs({"threat": i / 10, "relationship": 1 - i / 10})
    console.state.set_number("sensitivity", 0.9)
    console.state.set_wording("conclusion")
    assert [id(figure) for figure in _figures(console)] == [id(figure) for figure in figures]
    assert [trace.uid for figure in figures for trace in figure.data] == traces
    now = console.state.now
    wanted = (
        ledger_over_threat(now.situation, now.calibration, now.wording),
        leaders_fan(now.situation, now.calibration),
        sections(now.situation, now.calibration),
    )
    told = [w.text for w in every(console.folds["explore"]) if type(w).__name__ == "Described"]
    assert told == [explored.alt for explored in wanted]
    for figure, explored in zip(figures, wanted, strict=True):
        assert _drawn(figure) == _drawn(explored.figure)


def test_explored_figures_rest_while_they_are_folded() -> None:
    console = Console(Situation(threat=0.1), unfold=["explore"])
    fold, before = console.folds["explore"], [_drawn(f) for f in _figures(console)]
    fold.button.opened = False
    console.state.set_inputs({"threat": 0.9})
    assert [_drawn(figure) for figure in _figures(console)] == before
    fold.button.opened = True
    assert [_drawn(figure) for figure in _figures(console)] != before


def test_every_part_can_be_open_at_once() -> None:
    console = Console(case=IRAQ, unfold=FOLDS)
    assert all(isinstance(fold, Fold) and fold.opened for fold in console.folds.values())
    console.state.commit("breakup")
    console.state.set_inputs({"threat": 0.2})
    console.state.undo()
    assert isinstance(console, ipywidgets.VBox)
