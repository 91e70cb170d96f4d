"""Explorables: declared sliders, every answer fresh from Python, and a bound on their size."""

from __future__ import annotations

import json
import math
from itertools import product
from typing import Any

import pytest

from bor_widgets.charts import explorable
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.explorable import MOST_BYTES, Picture, exploration, in_json
from bor_widgets.charts.explorable_benches import declared, explorable_names, sliders_of
from bor_widgets.charts.explorable_pack import DECIMALS, unpack
from bor_widgets.charts.explorable_sliders import slider
from bor_widgets.course.folder import lesson_paths
from bor_widgets.situation import Situation, parameters
from bor_widgets.sources import rules, tensions
from bor_widgets.theory import respond
from tests.charts.explorables import made, places, shown_in
from tests.hostile import TEXTS

LESSONS = sorted(lesson_paths())


def finding(**values: Any) -> View:
    return View(Finding(headline=f"{values}"), ())


def close(one: Any, other: Any) -> bool:
    """Whether two answers are the same, but for decimals that nobody sees."""
    if isinstance(other, dict):
        return set(one) == set(other) and all(close(one[k], other[k]) for k in other)
    if isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(close, one, other))
    if isinstance(other, float):
        return math.isclose(one, other, abs_tol=10**-DECIMALS)
    return type(one) is type(other) and one == other


def sources_in(data: Any) -> list[str]:
    if isinstance(data, dict):
        # a tie of a network has a source too: the state from which it comes
        source = data.get("source")
        own = [source["id"]] if isinstance(source, dict) and source.get("id") else []
        return own + [name for entry in data.values() for name in sources_in(entry)]
    return [name for entry in data for name in sources_in(entry)] if isinstance(data, list) else []


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_bench_of_a_lesson_moves(lesson: str) -> None:
    assert shown_in(lesson)
    for name, given in shown_in(lesson):
        found = made(name, given)
        assert 1 <= len(found.sliders) <= 4
        # it begins exactly as the lesson says
        for key, value in found.start.items():
            if key in given:
                wanted = tuple(given[key]) if isinstance(given[key], list) else given[key]
                assert value == wanted


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_answer_on_the_grid_is_that_of_a_fresh_call(lesson: str) -> None:
    for name, given in shown_in(lesson):
        found = made(name, given)
        packed = json.loads(in_json(found.packed()))
        assert len(in_json(packed).encode()) <= MOST_BYTES
        # plotly is slow to ask: of the console, every tenth answer
        every = list(product(*(range(stops) for stops in found.shape)))
        for place in places(found, 40) if name == "console" else every:
            fresh = found.answer(found.values(place))
            looked_up = unpack(packed, place)
            assert looked_up == fresh, (name, place)
            assert sources_in(looked_up) == sources_in(fresh)
            for source in sources_in(looked_up["card"]):
                assert source in rules or source in tensions or source[0] in "ACDEFPW"


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_finding_is_that_of_the_bench_itself(lesson: str) -> None:
    """Against the live page: what the bench's own class shows for the same values."""
    from bor_widgets.charts.verdict import verdict_card
    from bor_widgets.widgets import benches

    for name, given in shown_in(lesson):
        found = made(name, given)
        for place in places(found, 6):
            values = {**given, **found.values(place)}
            answer = found.answer(found.values(place))
            if name == "console":
                assert close(answer["card"], verdict_card(respond(Situation(**values))))
                continue
            bench = getattr(benches, "".join(part.title() for part in name.split("_")))
            view = bench.look(**values)
            assert close(answer["card"], view.finding.as_card())
            assert [d["title"] for d in answer["drawings"]] == [d.title for d in view.drawings]
            assert [d["name"] for d in answer["drawings"]] == [d.name for d in view.drawings]


def test_nothing_of_a_slider_is_declared_anew() -> None:
    for bench in explorable_names():
        for entry in declared()[bench]:
            assert set(entry) <= {"when", "sliders"}
    told = slider(parameters()["threat"], 0.25).as_data()
    own = parameters()["threat"]
    assert (told["label"], told["meaning"], told["low"], told["high"]) == (
        own.label,
        own.meaning,
        own.low,
        own.high,
    )
    assert told["stops"] == [0, 0.25, 0.5, 0.75, 1]
    assert told["texts"] == ["0.00", "0.25", "0.50", "0.75", "1.00"]


def test_a_count_is_told_without_decimals_and_a_stop_in_the_words_given() -> None:
    rounds = made("two_restraints", {"horizon": 5}).sliders[1].as_data()
    assert rounds["low"] == 1
    assert rounds["texts"][:3] == ["1", "2", "3"]
    power = slider(parameters()["capability"], 1)
    assert power.as_data()["texts"] == ["−1.00", "0.00", "1.00"]
    told = slider(
        parameters()["issue_areas"],
        [{"stop": ["well", "barn"], "text": "the farm"}, ["well", "trade"]],
    )
    assert told.as_data()["texts"] == ["the farm", "well, trade"]
    assert told.as_data()["stops"] == [["well", "barn"], ["well", "trade"]]


def test_a_stop_that_is_half_told_is_refused() -> None:
    with pytest.raises(ValueError, match="a stop of 'threat' that is a table holds"):
        slider(parameters()["threat"], [{"stop": 0.5}, 1.0])


def test_the_high_end_is_always_a_stop() -> None:
    assert slider(parameters()["threat"], 0.3).stops == (0.0, 0.3, 0.6, 0.9, 1.0)


def test_it_begins_where_it_is_asked_to() -> None:
    found = exploration(finding, {"threat": 0.5}, start={"threat": 0.42})
    assert found.sliders[0].stops == (0.0, 0.42, 0.5, 1.0)
    assert found.values(found.first) == {"threat": 0.42}


def test_a_bench_without_an_entry_stands_still() -> None:
    assert sliders_of("no_bench", {}) == {}


@pytest.mark.parametrize(
    ("sliders", "said"),
    [
        ({"threat": 0}, "the step of 'threat' takes a number above 0 and at most 1; given was 0"),
        ({"threat": 2}, "the step of 'threat' takes a number above 0"),
        ({"threat": "fine"}, "'threat' needs a step, or a list of at least two different stops"),
        ({"threat": [0.5]}, "at least two different stops"),
        ({"threat": [0.5, 0.5]}, "at least two different stops"),
        ({"threat": [0.5, 7]}, "threat takes a number from 0 to 1; given was 7"),
        ({"nothing": 0.1}, "no input 'nothing' is declared"),
        ({}, "takes one to 4 sliders; given were 0"),
    ],
)
def test_bad_sliders_get_a_sentence(sliders: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("(", r"\(")):
        exploration(finding, sliders)


def test_bad_values_get_a_sentence() -> None:
    found = exploration(finding, {"threat": 0.5})
    with pytest.raises(TypeError, match="no slider 'relationship'; its sliders are threat"):
        found.answer({"relationship": 0.5})
    with pytest.raises(ValueError, match="threat takes a number from 0 to 1; given was 3"):
        found.answer({"threat": 3})
    with pytest.raises(TypeError, match="no slider 'tie'"):
        exploration(finding, {"threat": 0.5}, start={"tie": 1})


def test_a_function_must_return_a_picture() -> None:
    found = exploration(lambda **_: 7, {"threat": 0.5})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="returns a View, a Drawing or a Picture; given was int"):
        found.packed()


def test_too_much_data_names_the_figure_and_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorable, "MOST_BYTES", 1_000)
    found = exploration(finding, {"threat": 0.01, "relationship": 0.5}, name="my map")
    with pytest.raises(ValueError, match="figure my map is too large") as error:
        found.packed()
    said = str(error.value)
    assert "1 kB are allowed" in said
    assert "101 stops of threat, 3 stops of relationship, 303 answers" in said
    assert "A larger step for threat helps most" in said


@pytest.mark.parametrize("text", [text for text in TEXTS if "\0" not in text])
def test_a_hostile_text_stays_a_text(text: str) -> None:
    def hostile(threat: float) -> Picture:
        return Picture(drawings=(Drawing("gauges", "g", text, f"{text} {threat}"),))

    found = exploration(hostile, {"threat": 0.5}, name="hostile")
    packed = json.loads(in_json(found.packed()))
    for place, value in enumerate((0.0, 0.5, 1.0)):
        drawing = unpack(packed, (place,))["drawings"][0]
        assert drawing["title"] == text
        assert drawing["alt"] == f"{text} {value}"
