"""Explorable: Python answers every move; a page without Python has the answers with it."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets import Explorable, Situation, ThreatDial, respond
from bor_widgets.charts.explorable import Picture
from bor_widgets.charts.explorable_benches import explorable_names
from bor_widgets.charts.explorable_pack import unpack
from bor_widgets.charts.verdict import verdict_card
from bor_widgets.situation import parameters
from bor_widgets.widgets.explorable_parts import page_script


def verdict(threat: float, relationship: float) -> Picture:
    return Picture(verdict_card(respond(Situation(threat=threat, relationship=relationship))))


def moved(figure: Explorable, **values: Any) -> dict[str, Any]:
    """Move sliders as the page does; return what is shown then."""
    figure.values = {**figure.values, **values}
    return figure.answer


def test_it_shows_a_readers_own_function_from_the_neutral_values_on() -> None:
    figure = Explorable(verdict, {"threat": 0.1, "relationship": 0.1})
    neutral = {name: parameters()[name].neutral for name in ("threat", "relationship")}
    assert figure.values == neutral
    assert figure.answer["card"]["headline"] == verdict_card(respond(Situation()))["headline"]


def test_python_answers_between_the_stops_as_well() -> None:
    figure = Explorable(verdict, {"threat": 0.5, "relationship": 0.5})
    found = moved(figure, threat=0.37, relationship=0.81)
    fresh = verdict_card(respond(Situation(threat=0.37, relationship=0.81)))
    assert found["card"]["headline"] == fresh["headline"]
    assert [c["text"] for c in found["card"]["reasons"]] == [c["text"] for c in fresh["reasons"]]
    assert figure.texts == {"threat": "0.37", "relationship": "0.81"}


@pytest.mark.parametrize("bad", [{"threat": 2}, {"threat": "x"}, {"threat": float("nan")}])
def test_a_bad_move_leaves_everything_where_it_was(bad: dict[str, Any]) -> None:
    figure = Explorable(verdict, {"threat": 0.5, "relationship": 0.5})
    before = (dict(figure.values), dict(figure.answer))
    moved(figure, **bad)
    assert (figure.values, figure.answer) == before


def test_a_bench_has_the_sliders_that_the_file_names() -> None:
    figure = Explorable.of_bench("threat_dial", grade="none")
    assert [spec["name"] for spec in figure.sliders] == ["grade", "capability", "wording"]
    # a direct threat calls for a breakup (R02)
    found = moved(figure, grade="direct")
    live = ThreatDial.look(grade="direct")
    assert found["card"]["headline"] == live.finding.headline
    assert "R02" in [c["source"]["id"] for c in found["card"]["reasons"] if c.get("source")]


@pytest.mark.parametrize("name", explorable_names())
def test_every_bench_of_the_file_can_be_explored(name: str) -> None:
    figure = Explorable.of_bench(name)
    assert figure.answer["card"]["headline"]
    assert figure.answer["drawings"] or figure.answer["plotly"]


def test_answers_are_packed_only_when_they_are_asked_for() -> None:
    assert Explorable(verdict, {"threat": 0.5, "relationship": 0.5}).grid == {}
    figure = Explorable(verdict, {"threat": 0.5, "relationship": 0.5}, in_advance=True)
    told = unpack(figure.grid, (2, 0))["card"]["headline"]
    assert told == verdict_card(respond(Situation(threat=1, relationship=0)))["headline"]


def test_a_greeting_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    figure = Explorable(verdict, {"threat": 0.5, "relationship": 0.5})
    sent: list[tuple[Any, Any]] = []
    monkeypatch.setattr(figure, "send", lambda what, buffers=None: sent.append((what, buffers)))
    figure.tell({"kind": "hello"})
    assert sent == [({"kind": "here"}, None)]
    figure.tell({"kind": "plotly"})
    assert sent[1][0] == {"kind": "plotly"}
    assert len(sent[1][1][0]) > 1_000_000


def test_an_unknown_bench_is_refused() -> None:
    with pytest.raises(ValueError, match="'nothing' has no sliders of its own; those that have"):
        Explorable.of_bench("nothing")


def test_the_script_of_a_page_is_no_module_and_asks_for_nothing() -> None:
    script = page_script()
    assert script.startswith("window.BorExplorable = ")
    assert "export default" not in script
    for part in ("fetch(", "XMLHttpRequest", "import(", "innerHTML"):
        assert part not in script
