"""A timeline as data: checked, told in words, as a table and as a figure."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.timeline import Event, Span, timeline, timeline_figure

HOSTILE = "<img src=x onerror=alert(1)>\u202e" + "long name " * 1000

#: INVENTORY D51: the eras of soft balancing; 1914-19 and 1939-45 stand in none of them
ERAS = (
    Span("favourable", 1815, 1853, "good", detail="The Concert."),
    Span("mixed", 1853, 1890, "caution"),
    Span("intense hard", 1890, 1914, "alarm"),
    Span("unclassified", 1914, 1919, "open", open=True),
    Span("intense hard", 1919, 1939, "alarm"),
    Span("unclassified", 1939, 1945, "open", open=True),
    Span("intense hard", 1945, 1991, "alarm"),
    Span("favourable", 1991, 2010, "good"),
    Span("mixed", 2010, 2026, "caution"),
)
EVENTS = (
    Event("Iraq war", 2003, tone="good", detail="No mandate.", case="iraq-2003"),
    Event("Concert", 1815, 1853),
)


def drawn(**more: Any) -> Drawing:
    parts: dict[str, Any] = {"spans": ERAS, "events": EVENTS, "at": 1853, "moves": "year"}
    return timeline("t", "Two quiet stretches", 1815, 2026, **{**parts, **more})


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"spans": [Span("Early", 1800, 1820, "good")]}, "Early takes years from 1815 to 2026"),
        ({"spans": [Span("Back", 1900, 1890, "good")]}, "Back takes its first year before"),
        ({"spans": [Span("Nil", 1900, 1900, "good")]}, "Nil takes a period of some length"),
        ({"spans": [Span("Hue", 1900, 1901, "purple")]}, "tone takes one of"),
        ({"spans": [Span("Lane", 1900, 1901, "good", lane=1)]}, "Lane takes a row from 0 to 0"),
        ({"spans": [Span(" ", 1900, 1901, "good")]}, "takes a name"),
        ({"events": [Event("Late", 2027)]}, "Late takes years from 1815 to 2026"),
        ({"events": [Event("Back", 1900, 1890)]}, "Back takes its first year before"),
        ({"events": [Event("Lost", 1900, lane=-1)]}, "Lost takes a row"),
        ({"events": [Event("Odd", float("nan"))]}, "Odd takes years"),
        ({"at": 1700}, "at takes years from 1815"),
        ({"at": None}, "moves takes a year in at"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_sentence(wrong: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match="given") as refused:
        drawn(**wrong)
    assert named in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("years", [(2026, 1815), (1815, 1815), (1815, float("inf"))])
def test_a_timeline_runs_from_an_earlier_to_a_later_year(years: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="an earlier and a later year"):
        timeline("t", "Nothing", *years, spans=[], events=[])


def test_the_table_holds_periods_then_events_by_year() -> None:
    drawing = drawn()
    assert drawing.columns == ("what", "kind", "from", "to", "in words")
    assert drawing.rows[0] == ("favourable", "period", 1815, 1853, "The Concert.")
    assert drawing.rows[3] == ("unclassified", "period, open", 1914, 1919, "")
    assert drawing.rows[-2:] == (
        ("Concert", "event", 1815, 1853, ""),
        ("Iraq war", "event", 2003, "", "No mandate."),
    )
    assert len(drawing.rows) == len(ERAS) + len(EVENTS)


def test_rows_have_names_where_there_are_some() -> None:
    drawing = drawn(lanes=("Eras", "Cases"), events=[Event("Visit", 1972, lane=1)])
    assert drawing.columns[4] == "row"
    assert drawing.rows[-1] == ("Visit", "event", 1972, "", "Cases", "")
    assert drawing.alt.index("Eras:") < drawing.alt.index("Cases: 1972: Visit.")


def test_the_alternative_tells_every_part_and_what_is_open() -> None:
    alt = drawn().alt
    for told in (
        "Two quiet stretches.",
        "From 1815 to 2026.",
        "1815 to 1853: favourable. The Concert.",
        "1914 to 1919: unclassified (open).",
        "1939 to 1945: unclassified (open).",
        "2003: Iraq war. No mandate.",
    ):
        assert told in alt


def test_a_border_year_belongs_to_both_sides() -> None:
    assert "In 1853: favourable; mixed; Concert." in drawn().alt
    assert "In 1916: unclassified." in drawn(at=1916).alt
    assert "In 1950: nothing on this timeline." in drawn(at=1950, spans=[]).alt


def test_the_data_can_be_sent() -> None:
    sent = json.loads(json.dumps(drawn().as_data(), allow_nan=False))
    assert (sent["kind"], sent["wide"], sent["data"]["moves"]) == ("timeline", True, "year")


def test_the_figure_shows_the_same() -> None:
    figure = timeline_figure(drawn(at_label="a border"))
    bars = {(bar.base[0], bar.base[0] + bar.x[0]) for bar in figure.data if bar.type == "bar"}
    assert bars == {(span.start, span.end) for span in ERAS}
    assert [dot.x[0] for dot in figure.data if dot.type == "scatter"] == [2003]
    names = list(figure.layout.yaxis.ticktext)
    assert "? 1914 to 1919 unclassified" in names
    assert "✓ 2003 Iraq war" in names
    assert len(names) == len(ERAS) + len(EVENTS)
    assert figure.layout.annotations[0].text == "a border"


def test_hostile_names_stay_plain_text() -> None:
    drawing = timeline(
        "t", HOSTILE, 1900, 2000, at=1950, at_label=HOSTILE, lanes=[HOSTILE],
        spans=[Span(HOSTILE, 1900, 1950, "good", detail=HOSTILE)],
        events=[Event(HOSTILE, 1950, detail=HOSTILE)],
    )  # fmt: skip
    assert drawing.data["spans"][0]["label"] == HOSTILE
    figure = timeline_figure(drawing).to_json()
    assert "<img" not in figure.replace("\\u003c", "<")
    assert "&lt;img" in figure.replace("\\u0026", "&")
