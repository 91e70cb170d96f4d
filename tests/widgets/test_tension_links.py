"""A contradiction's link opens a bench in a state in which it is shown."""

from __future__ import annotations

import pytest

from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.benches.text import bench_text, bench_view
from bor_widgets.sources import tensions
from bor_widgets.widgets.bench_saved import from_link
from bor_widgets.widgets.bench_state import BenchState
from bor_widgets.widgets.packing import LONGEST_LINK
from bor_widgets.widgets.tension_board import TensionBoard
from bor_widgets.widgets.tension_links import tension_links

NAMES = {bench.notebook: bench.slug.replace("-", "_") for bench in bench_names().values()}


def test_many_contradictions_are_shown_by_a_walk() -> None:
    # the others stand in the fold of their lesson's bench
    assert len(tension_links()) > len(tensions) / 3


@pytest.mark.parametrize("name", list(tension_links()))
def test_the_state_behind_a_link_shows_the_contradiction(name: str) -> None:
    page, _, query = tension_links()[name].partition("?")
    link = query.removeprefix("s=")
    assert len(link) <= LONGEST_LINK
    state = BenchState(bench_text(NAMES[page]))
    snapshot, told = from_link(state, link)
    assert told == []
    state.restore(snapshot)
    assert state.text.lesson in tensions[name].lessons
    more = {"calibration": snapshot.calibration} if state.text.calibrated else {}
    shown = bench_view(state.text.name)(snapshot.values, **more).finding.tensions
    assert state.phase is not None
    assert name in shown or name in state.phase.step.sources


def test_the_board_leads_there() -> None:
    rows = {row["id"]: row for row in TensionBoard().records}
    for name, link in tension_links().items():
        assert link in [bench["href"] for bench in rows[name]["benches"]]
