"""Every plotly figure: a finding as its title, named axes, words that change, no markup."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import strategies as st

from bor_widgets.cases import Case, Party, Tie, cases
from bor_widgets.charts.explore import (
    LEADERS,
    leaders_fan,
    ledger_over_threat,
    readings_along_threat,
    sections,
)
from bor_widgets.charts.restraint import restraint_figure, restraint_picture
from bor_widgets.charts.situation_map import map_figure
from bor_widgets.charts.tie_picture import tie_figure, tie_picture
from bor_widgets.situation import Situation
from bor_widgets.theory import NEUTRAL, WORDINGS, Calibration, compare, respond
from tests.theory.strategies import calibrations, for_all, situations

#: from situation, numbers and wording to a figure
Draw = Callable[[Situation, Calibration, Any], Any]

DRAWINGS: dict[str, Draw] = {
    "map": lambda s, c, w: map_figure(s, respond(s, wording=w, calibration=c), c, w),
    "restraint": lambda s, c, w: restraint_figure(respond(s, wording=w, calibration=c)),
    "ties": lambda s, c, w: tie_figure(s, respond(s, wording=w, calibration=c)),
    "ledger": lambda s, c, w: ledger_over_threat(s, c, w).figure,
    "leaders": lambda s, c, _: leaders_fan(s, c).figure,
    "sections": lambda s, c, _: sections(s, c).figure,
}

TELLINGS: dict[str, Callable[[Situation, Calibration, Any], str]] = {
    "restraint": lambda s, c, w: restraint_picture(respond(s, wording=w, calibration=c)).alt,
    "ties": lambda s, c, w: tie_picture(s, respond(s, wording=w, calibration=c)).alt,
    "ledger": lambda s, c, w: ledger_over_threat(s, c, w).alt,
    "leaders": lambda s, c, _: leaders_fan(s, c).alt,
    "sections": lambda s, c, _: sections(s, c).alt,
}

TYPED = (
    "<b>fish</b>",
    "<img src=x onerror=alert(1)>",
    "bread & butter",
    "</text><script>x</script>",
)


def texts(figure: Any) -> Iterator[str]:
    """Every text of a figure that plotly may read tags in."""

    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for part in value.values():
                yield from walk(part)
        elif isinstance(value, list):
            for part in value:
                yield from walk(part)

    yield from walk(json.loads(figure.to_json()))


def visible_axes(figure: Any) -> list[Any]:
    axes = (figure.layout.xaxis, figure.layout.yaxis)
    return [axis for axis in axes if axis.visible is not False]


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_figure_has_a_finding_and_named_axes(name: str) -> None:
    figure = DRAWINGS[name](Situation(threat=0.5, relationship=0.4), NEUTRAL, "introduction")
    title = figure.layout.title.text
    assert len(title.split()) >= 4, "a title states a finding"
    assert not title.endswith(".")
    scaled = [axis for axis in visible_axes(figure) if axis.title.text]
    if name != "ties":
        assert any("our scale" in axis.title.text for axis in scaled)


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_axis_of_numbers_names_our_scale(name: str) -> None:
    figure = DRAWINGS[name](Situation(threat=0.5, relationship=0.4), NEUTRAL, "introduction")
    for axis in visible_axes(figure):
        if axis.range is not None:
            assert "our scale" in axis.title.text


@pytest.mark.parametrize("name", ["restraint", "leaders", "ledger"])
def test_an_axis_of_names_says_what_they_are(name: str) -> None:
    figure = DRAWINGS[name](Situation(threat=0.5, relationship=0.4), NEUTRAL, "introduction")
    assert all(axis.title.text for axis in visible_axes(figure))


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_figure_is_drawn_whatever_the_situation(name: str) -> None:
    @for_all(situations(), calibrations(), st.sampled_from(WORDINGS), examples=8)
    def check(s: Situation, calibration: Calibration, wording: Any) -> None:
        figure = DRAWINGS[name](s, calibration, wording)
        assert figure.layout.title.text.strip()
        assert figure.data
        for text in texts(figure):
            assert text not in ("nan", "None", "undefined")

    check()


@pytest.mark.parametrize("name", TELLINGS)
def test_the_text_alternative_changes_with_the_verdict(name: str) -> None:
    told: dict[str, str] = {}
    for threat in (0.05, 0.3, 0.55, 0.95):
        s = Situation(threat=threat, relationship=0.4)
        action = respond(s).action
        alt = TELLINGS[name](s, NEUTRAL, "introduction")
        assert alt.strip()
        assert told.setdefault(alt, action) == action
    assert len(told) == 4


@pytest.mark.parametrize("name", ["restraint", "ties", "ledger"])
def test_the_text_alternative_changes_with_the_wording(name: str) -> None:
    s = Situation(threat=0.0, relationship=0.5)
    assert len({TELLINGS[name](s, NEUTRAL, wording) for wording in WORDINGS}) == 2


@pytest.mark.parametrize("name", DRAWINGS)
@pytest.mark.parametrize("grade", ["none", "potential", "indirect", "direct"])
def test_what_a_student_typed_is_shown_as_it_was_typed(name: str, grade: str) -> None:
    figure = DRAWINGS[name](Situation(issue_areas=TYPED, grade=grade), NEUTRAL, "introduction")
    shown = list(texts(figure))
    for text in shown:
        ours = text.replace("<extra></extra>", "").replace("<br>", "")
        assert "<" not in ours, text
    if name == "restraint":
        told = "".join(shown)
        assert "&lt;b&gt;fish&lt;/b&gt;" in told
        assert "&lt;img src=x onerror=alert(1)&gt;" in told
        assert "bread &amp; butter" in told
        assert not re.search(r"&(?!(amp|lt|gt);)", "".join(figure.data[0].x))


def _typed_case() -> Case:
    names = ("North & South <i>", "<img src=x onerror=alert(1)>", "<a href='x'>third</a>")
    roles = ("actor", "counterpart", "third")
    return replace(
        cases["C25"],
        party=tuple(Party(name, role) for name, role in zip(names, roles, strict=True)),
        tie=(Tie((names[0], names[2]), "open", "judgement", ()),),
    )


def test_names_of_states_are_shown_as_they_were_typed() -> None:
    s = Situation(grade="direct")
    figure = tie_figure(s, respond(s), _typed_case())
    shown = "".join(text.replace("<br>", "") for text in texts(figure))
    assert "<" not in shown
    assert "North &amp; South &lt;i&gt;" in shown


@pytest.mark.parametrize("slug", cases)
def test_the_ties_of_every_case_can_be_drawn(slug: str) -> None:
    case = cases[slug]
    s = case.situation()
    picture = tie_picture(s, respond(s), case)
    ids = [node["id"] for node in picture.nodes]
    assert len(set(ids)) == len(ids) >= 2
    assert {p.name for p in case.party} <= set(ids)
    places = [(node["x"], node["y"]) for node in picture.nodes]
    assert len(set(places)) == len(places), "two states on one spot"
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places)
    for edge in picture.edges:
        assert {edge["source"], edge["target"]} <= set(ids)
        assert edge["source"] != edge["target"]
        assert edge["detail"] in picture.alt
    assert {node["role"] for node in picture.nodes} >= {"actor", "counterpart"}
    drawn = {frozenset((edge["source"], edge["target"])) for edge in picture.edges}
    assert {frozenset(tie.between) for tie in case.tie} <= drawn


def test_a_strength_that_nobody_gives_is_not_told_as_a_number() -> None:
    case = cases["C107"]
    s = case.situation()
    picture = tie_picture(s, respond(s), case)
    for edge in picture.edges:
        judged = {edge["source"], edge["target"]} == {"United States", "Iraq"}
        assert ("no strength is given" in edge["detail"]) != judged
        assert bool(re.search(r"\d\.\d\d on our scale", edge["detail"])) == judged


def test_states_do_not_move_while_values_change() -> None:
    case = cases["C107"]
    spots = []
    for threat in (0.0, 0.5, 1.0):
        s = Situation(threat=threat, relationship=1 - threat)
        nodes = tie_picture(s, respond(s), case).nodes
        spots.append([(node["id"], node["x"], node["y"]) for node in nodes])
    assert spots[0] == spots[1] == spots[2]


@for_all(situations("power", "soft"), calibrations(), st.sampled_from(WORDINGS), examples=8)
def test_the_readings_along_the_threat_are_those_of_the_ledger(
    s: Situation, calibration: Calibration, wording: Any
) -> None:
    runs = readings_along_threat(s, calibration, wording)
    for row in runs.values():
        assert (row[0].first, row[-1].last) == (0.0, 1.0)
        assert all(a.headline != b.headline for a, b in pairwise(row))
    for threat in (0.0, 0.25, 0.5, 1.0):
        ledger = compare(s.with_(threat=threat), wording=wording, calibration=calibration)
        for verdict in ledger.verdicts:
            run = next(r for r in runs[verdict.title] if r.first <= threat <= r.last)
            assert run.headline == verdict.headline


@for_all(situations(), calibrations(), examples=20)
def test_every_leadership_is_counted_once(s: Situation, calibration: Calibration) -> None:
    explored = leaders_fan(s, calibration)
    assert sum(explored.figure.data[0].y) == LEADERS
    assert str(LEADERS) in explored.alt


def test_leaders_that_all_agree_are_told_of_as_such() -> None:
    s = Situation(threat=0.0)
    assert "alike" in leaders_fan(s, NEUTRAL).alt
    assert "otherwise" in leaders_fan(Situation(threat=0.7), NEUTRAL).alt


@for_all(situations(), calibrations(), examples=20)
def test_a_stronger_tie_never_looks_graver(s: Situation, calibration: Calibration) -> None:
    # P0 L1504-1508 (R08, R09)
    weak, mine, strong = sections(s, calibration).figure.data
    for none, here, most in zip(weak.y, mine.y, strong.y, strict=True):
        assert none >= here - 1e-9
        assert here >= most - 1e-9


def test_bars_of_restraint_follow_the_response() -> None:
    # R01, R02 and R03: up everywhere, down everywhere, both ways at once
    signs = {}
    for grade in ("none", "potential", "indirect", "direct"):
        figure = restraint_figure(respond(Situation(grade=grade)))
        signs[grade] = {(y > 0) - (y < 0) for y in figure.data[0].y}
    assert signs == {"none": {0}, "potential": {1}, "indirect": {1, -1}, "direct": {-1}}


def test_a_mix_with_one_area_asks_for_a_second() -> None:
    # T04
    response = respond(Situation(grade="indirect", issue_areas=("trade",)))
    assert "second issue area" in restraint_picture(response).title
    assert restraint_figure(response).layout.title.text
