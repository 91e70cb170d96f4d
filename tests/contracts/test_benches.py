"""What every bench keeps to, whoever writes the next one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bor_widgets.cases import cases
from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.benches.text import BenchText, bench_kinds, bench_text, bench_view
from bor_widgets.charts.benches.view import View
from bor_widgets.situation import Parameter
from bor_widgets.sources import lessons, papers, rules, tensions
from bor_widgets.sources.places import Place
from bor_widgets.theory import NEUTRAL, OpenQuestion, Reason
from bor_widgets.widgets import benches
from bor_widgets.widgets.bench_saved import from_link, to_link
from bor_widgets.widgets.bench_state import BenchState
from bor_widgets.widgets.packing import LONGEST_LINK

ROOT = Path(__file__).resolve().parents[2]
CLASSES = {name: getattr(benches, name) for name in benches.__all__}
NAMES = {name: made.name for name, made in CLASSES.items()}


def values_of(parameter: Parameter) -> st.SearchStrategy[Any]:
    """Draw what an input takes."""
    match parameter.kind:
        case "slider":
            return st.floats(parameter.low, parameter.high, allow_nan=False)
        case "criterion" | "switch":
            return st.sampled_from([None, True, False])
        case "choice":
            # what must be chosen cannot be left open
            return st.sampled_from([*parameter.options, *([] if parameter.least else [None])])
        case "set":
            return st.lists(st.sampled_from(parameter.options), unique=True)
        case "count":
            return st.integers(int(parameter.low), int(parameter.high))
        case "text":
            return st.text("abc <>&\n", max_size=40)
    names = st.text("abc <>&", min_size=1, max_size=12).filter(str.strip)
    return st.lists(
        names, min_size=parameter.least, max_size=max(parameter.least, 3), unique_by=str.strip
    )


def any_values(text: BenchText) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a full set of values of a bench."""
    drawn = st.fixed_dictionaries({n: values_of(p) for n, p in text.parameters.items()})
    return drawn.map(text.checked)


def shown(name: str, values: Any) -> View:
    """Draw a bench."""
    more = {"calibration": NEUTRAL} if bench_text(name).calibrated else {}
    return bench_view(name)(values, **more)


@pytest.fixture(params=list(NAMES.values()))
def name(request: pytest.FixtureRequest) -> str:
    """Each bench in turn."""
    return str(request.param)


def test_each_lesson_has_its_bench() -> None:
    assert [bench_text(name).lesson for name in NAMES.values()] == list(lessons)
    assert [entry.name for entry in bench_names().values()] == list(NAMES)


def test_its_notebook_is_thin_and_opens_it(name: str) -> None:
    slug = name.replace("_", "-")
    notebook: Any = nbformat.read(ROOT / "notebooks" / f"{slug}.ipynb", 4)
    made = next(cls for cls, known in NAMES.items() if known == name)
    assert [cell.source for cell in notebook.cells] == [
        f'from bor_widgets.dashboards.bench import page\n\npage("{made}")'
    ]
    assert notebook.metadata["title"] == bench_text(name).title
    assert all(not cell.get("outputs") for cell in notebook.cells)


def test_it_says_in_one_line_what_to_try_first(name: str) -> None:
    text = bench_text(name)
    assert 10 < len(text.first) <= 120
    assert "\n" not in text.first


def test_its_inputs_are_explained_and_placed(name: str) -> None:
    text = bench_text(name)
    assert set(text.core) <= set(text.parameters)
    opened = text.shown(text.neutral())
    assert 1 <= sum(name in opened for name in text.core) <= 6
    for parameter in text.parameters.values():
        assert parameter.group in text.groups
        assert parameter.label
        assert len(parameter.meaning) > 15
        for place in parameter.places:
            found = Place.parse(place)
            assert papers[found.paper].holds(found)
        if parameter.kind in ("choice", "set"):
            assert len(parameter.option_labels) == len(parameter.options)


def test_its_walk_asks_before_it_shows(name: str) -> None:
    steps = bench_text(name).steps
    assert len(steps) >= 3
    assert any(step.ask for step in steps)
    for step in steps:
        assert step.say or step.ask
        if step.ask:
            assert len(step.options) >= 2
            assert 0 <= step.answer < len(step.options)
            assert step.reveal
            assert step.sources
        for source in step.sources:
            assert source in rules or source in tensions


def test_it_opens_with_a_finding_a_source_and_a_picture(name: str) -> None:
    view = shown(name, bench_text(name).neutral())
    assert view.finding.headline
    claims = (*view.finding.reasons, *view.finding.open, *view.finding.notes)
    assert any(isinstance(claim, Reason | OpenQuestion) for claim in claims)
    assert view.drawings


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_it_draws_whatever_is_set(name: str, data: st.DataObject) -> None:
    text = bench_text(name)
    values = data.draw(any_values(text))
    view = shown(name, values)
    card = view.finding.as_card()
    for part in ("reasons", "open", "notes", "tensions"):
        for claim in card[part]:
            assert claim["text"]
            # no place in a sentence was left unfilled (no name drawn here holds a brace)
            assert not re.search(r"\{\w*\}", claim["text"])
    names = [drawing.name for drawing in view.drawings]
    assert len(set(names)) == len(names)
    for drawing in view.drawings:
        assert drawing.kind in bench_kinds(name)
        assert drawing.title.strip()
        assert drawing.title.split(".")[0] in drawing.alt
        assert all(len(row) == len(drawing.columns) for row in drawing.rows)
        assert drawing.rows
        # what a browser cannot read would leave the page as it was
        json.dumps(drawing.as_data(), allow_nan=False)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_the_same_values_draw_the_same(name: str, data: st.DataObject) -> None:
    values = data.draw(any_values(bench_text(name)))
    assert shown(name, values) == shown(name, values)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_its_link_is_short_and_brings_everything_back(name: str, data: st.DataObject) -> None:
    text = bench_text(name)
    state = BenchState(text, data.draw(any_values(text)))
    state.go(data.draw(st.integers(0, len(state.phases) - 1)))
    link = to_link(state)
    assert len(link) <= LONGEST_LINK
    snapshot, told = from_link(BenchState(text), link)
    assert told == []
    assert snapshot == state.now


def test_its_lesson_brings_tensions_and_known_cases(name: str) -> None:
    lesson = lessons[bench_text(name).lesson]
    assert any(lesson.id in tension.lessons for tension in tensions.values())
    known = {case.id for case in cases.values()}
    assert set(lesson.cases) <= known


def test_every_finding_of_a_figure_stands_in_its_alternative(name: str) -> None:
    text = bench_text(name)
    state = BenchState(text)
    for phase in range(len(state.phases)):
        state.go(phase)
        for drawing in shown(name, state.now.values).drawings:
            for row in drawing.rows[:4]:
                if isinstance(row[0], str):
                    assert row[0].strip() in drawing.alt, (drawing.name, row[0])
