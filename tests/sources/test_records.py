"""Papers, places and the records that cite them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.cases import cases
from bor_widgets.sources import (
    Place,
    concepts,
    debates,
    lessons,
    lists,
    outside,
    papers,
    rules,
    tensions,
)
from tests.contracts.product_files import paper_lines

CITING: dict[str, Any] = {
    "concepts": concepts,
    "lists": lists,
    "tensions": tensions,
    "debates": debates,
}


@given(st.sampled_from(("P0", "P1", "P2")), st.integers(1, 9999), st.integers(0, 500))
def test_a_place_is_read_as_it_is_written(paper: str, first: int, more: int) -> None:
    place = Place(paper, first, first + more)
    assert Place.parse(str(place)) == place


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P0",
        "P3 L1",
        "P0 395",
        "P0 L0",
        "P0 L-5",
        "P0 L05",
        "P0 L5-",
        "p0 L5",
        "P0  L5",
        "P0 L5 ",
        "P0 L5\n",
        "P0 L5, L6",
        "P0 L123456",
        "P0 L٣",
    ],
)
def test_a_place_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a place looks like"):
        Place.parse(text)


def test_lines_that_run_backwards_are_refused() -> None:
    with pytest.raises(ValueError, match=r"P0 L20-10.*backwards"):
        Place.parse("P0 L20-10")


@pytest.mark.parametrize("code", ["P0", "P1", "P2"])
def test_a_paper_holds_its_own_lines_and_no_others(code: str) -> None:
    paper = papers[code]
    other = "P1" if code != "P1" else "P2"
    assert paper.holds(Place(code, paper.text[0][0], paper.text[0][0]))
    assert paper.holds(Place(code, paper.last_line, paper.last_line))
    assert not paper.holds(Place(code, paper.last_line, paper.last_line + 1))
    assert not paper.holds(Place(other, 5, 5))


def test_a_gap_between_runs_of_text_holds_nothing() -> None:
    paper = papers["P0"]
    (_, end), (start, _) = paper.text[0], paper.text[1]
    assert start > end + 2
    assert not paper.holds(Place("P0", end + 1, start - 1))
    assert paper.holds(Place("P0", end + 1, start))


@pytest.mark.parametrize("code", ["P0", "P1", "P2"])
def test_runs_and_sections_of_a_paper_rise_and_do_not_overlap(code: str) -> None:
    paper = papers[code]
    runs = [line for run in paper.text for line in run]
    assert runs == sorted(runs)
    assert runs[-1] == paper.last_line
    sections = [line for section in paper.sections for line in (section.first, section.last)]
    assert sections == sorted(sections)
    assert all(section.name for section in paper.sections)


def test_a_place_is_told_its_section() -> None:
    assert papers["P0"].section_of(Place.parse("P0 L395-403")).startswith("Theoretical")
    assert papers["P0"].section_of(Place.parse("P0 L1687-1689")) == "Conclusion"
    assert papers["P1"].section_of(Place.parse("P1 L41")) == "5. Conclusion"


def test_the_paper_without_a_title_page_names_no_author() -> None:
    assert papers["P0"].authors == ()
    assert "no title page" in papers["P0"].citation
    assert papers["P1"].authors == ("Yao Qian",)
    assert len(papers["P2"].authors) == 3
    assert papers["P2"].year == "2025"


@pytest.mark.parametrize("code", ["P0", "P1", "P2"])
def test_a_papers_own_file_has_the_lines_that_are_described(code: str) -> None:
    lines = paper_lines()[code]
    paper = papers[code]
    assert len(lines) >= paper.last_line
    for first, last in paper.text:
        assert lines[first - 1].strip()
        assert lines[last - 1].strip()
    told = [i for i, line in enumerate(lines, 1) if line.strip()]
    assert all(any(first <= i <= last for first, last in paper.text) for i in told[5:])


@pytest.mark.parametrize("kind", CITING)
def test_every_record_cites_lines_that_exist(kind: str) -> None:
    for key, record in CITING[kind].items():
        # one tension is about the copy as a whole, which has no place in it
        assert record.places or key == "E29", key
        for place in record.places:
            assert papers[place.paper].holds(place), (key, str(place))


@pytest.mark.parametrize("kind", CITING)
def test_cited_lines_carry_text_in_the_papers_own_file(kind: str) -> None:
    lines = paper_lines()
    for key, record in CITING[kind].items():
        for place in record.places:
            cited = lines[place.paper][place.first - 1 : place.last]
            assert any(line.strip() for line in cited), (key, str(place))


def test_every_record_says_something() -> None:
    for concept in concepts.values():
        assert concept.term.strip(), concept.id
        assert concept.text.strip(), concept.id
    for enumeration in lists.values():
        assert enumeration.title.strip(), enumeration.id
        assert enumeration.text.strip(), enumeration.id
    for tension in tensions.values():
        assert tension.text.strip(), tension.id
        assert tension.shown_by.strip(), tension.id
    for debate in debates.values():
        assert debate.school.strip(), debate.id
        assert debate.claim.strip(), debate.id
        assert debate.stance.strip(), debate.id
    for work in outside.values():
        assert work.citation.strip(), work.id
        assert work.used_for.strip(), work.id


def test_lessons_and_what_they_teach_know_each_other() -> None:
    for lesson in lessons.values():
        assert lesson.title.strip()
        assert all(rule in rules for rule in lesson.claims), lesson.id
        assert all(concept in concepts for concept in lesson.concepts), lesson.id
        assert all(case in cases for case in lesson.cases), lesson.id
        assert all(tension in tensions for tension in lesson.tensions), lesson.id
    for tension in tensions.values():
        assert all(rule in rules for rule in tension.rules), tension.id
        assert all(lesson in lessons for lesson in tension.lessons), tension.id


def test_every_rule_tension_and_case_is_taught_somewhere() -> None:
    taught = [
        {item for lesson in lessons.values() for item in part}
        for part in zip(*((x.claims, x.tensions, x.cases) for x in lessons.values()), strict=True)
    ]
    assert taught
    claims = {rule for lesson in lessons.values() for rule in lesson.claims}
    shown = {tension for lesson in lessons.values() for tension in lesson.tensions}
    used = {case for lesson in lessons.values() for case in lesson.cases}
    assert claims == set(rules)
    assert shown == set(tensions)
    assert used == {case.id for case in cases.values()}
