"""The case atlas: years, filters, places, and what is said of them."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest

from bor_widgets.cases import Case, cases
from bor_widgets.charts import case_atlas, case_atlas_told
from bor_widgets.charts.case_atlas_card import atlas_card
from bor_widgets.charts.case_years import era_keys, parse_years, when
from bor_widgets.charts.countries import (
    countries_of,
    country_names,
    party_names,
)
from bor_widgets.theory.eras import eras_of

TODAY = 2026
each_case = pytest.mark.parametrize("case", cases.values(), ids=cases)


def fitting(**filters: str) -> list[Case]:
    return case_atlas.fitting(case_atlas.clean_filters(filters, TODAY), list(cases.values()), TODAY)


def ids(found: list[Case]) -> set[str]:
    return {case.id for case in found}


# ---------------------------------------------------------------- years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1962", (1962, 1962)),
        ("spring 2013", (2013, 2013)),
        ("1898–1936", (1898, 1936)),
        ("1300 to 1900", (1300, 1900)),
        ("2009-2024", (2009, 2024)),
        ("1930s", (1930, 1939)),
        ("since 2011", (2011, None)),
        ("Until 2014", (None, 2014)),
        ("Cold War", (None, None)),
        ("After 9/11", (None, None)),
        ("Twentieth century", (None, None)),
        ("early seventeenth century", (None, None)),
        ("", (None, None)),
        ("12345", (None, None)),
    ],
)
def test_years_are_read_from_words(text: str, years: tuple[int | None, int | None]) -> None:
    assert parse_years(text) == years


@each_case
def test_no_year_is_guessed(case: Case) -> None:
    time = when(case)
    for year in (time.first, time.last):
        # a decade ends in a year that is not printed; everything else is in the record
        assert year is None or str(year) in case.years or year == case.last_year
    if case.first_year is None and case.last_year is None:
        assert not time.on_the_line


def test_the_year_of_a_cited_work_is_told_from_the_year_of_an_event() -> None:
    kinds = {code: when(cases[code]).kind for code in ("C04", "C14", "C22", "C05", "C09", "C11")}
    assert kinds == {
        "C04": "cited",  # "2012 (date of the work cited)"
        "C14": "event",
        "C22": "words",  # "Cold War"
        "C05": "none",  # "undated; ..."
        "C09": "none",
        "C11": "words",  # "Ming dynasty; the works cited are from ..."
    }


def test_open_ends_stay_open() -> None:
    assert when(cases["C20"]).after  # since 2011
    assert when(cases["C85"]).after  # 2014-2022 and after
    assert when(cases["C87"]).before  # until 2014
    assert not when(cases["C79"]).after  # 2016-2022


@pytest.mark.parametrize(
    ("code", "climates"),
    [
        ("C73", {"favourable"}),  # the Concert of Europe, 1815-1853
        ("C77", {"hard", "open"}),  # 1898-1936: 1915 to 1918 are not classified
        ("C74", {"hard"}),  # 1930s
        ("C105", {"favourable"}),  # 1991-2010
        ("C25", {"favourable"}),  # 2003
        ("C79", {"mixed"}),  # 2016-2022
        ("C22", {"undated"}),  # Cold War: no years are printed
        ("C04", {"undated"}),  # the year of a work says nothing of the event
    ],
)
def test_a_case_belongs_to_the_eras_of_the_paper(code: str, climates: set[str]) -> None:
    keys = era_keys(when(cases[code]), TODAY)
    from bor_widgets.theory.eras import ERAS

    assert {ERAS[int(key)].climate if key.isdigit() else key for key in keys} == climates


def test_the_line_rises_with_the_years_and_holds_its_ends() -> None:
    places = [case_atlas.year_place(year, TODAY) for year in range(1700, TODAY + 10)]
    assert places == sorted(places)
    assert case_atlas.year_place(1815, TODAY) == 0
    assert case_atlas.year_place(1300, TODAY) == 0
    assert case_atlas.year_place(TODAY, TODAY) == 1
    assert case_atlas.year_place(2100, TODAY) == 1


def test_the_eras_cover_the_line_without_a_gap_and_tell_what_is_open() -> None:
    bands = case_atlas.bands(TODAY)
    assert bands[0]["from"] == 0
    assert bands[-1]["to"] == 1
    for before, after in pairwise(bands):
        assert before["to"] == after["from"]
    open_years = [band["long"].split(":")[0] for band in bands if band["climate"] == "open"]
    assert open_years == ["1915–1918", "1940–1944"]  # S27, P2 L101
    for text in open_years:
        first, last = map(int, text.split("–"))
        assert all(not eras_of(year) for year in range(first, last + 1))
        assert eras_of(first - 1)
        assert eras_of(last + 1)


# ---------------------------------------------------------------- filters


def test_filters_find_what_the_records_say() -> None:
    assert ids(fitting(paper="P1")) == {c.id for c in cases.values() if "P1" in c.papers}
    assert ids(fitting(rule="S51")) == {"C70", "C107"}
    assert ids(fitting(actor="League of Nations")) == {"C53", "C74", "C106"}
    assert "C102" in ids(fitting(country="BRA"))
    assert ids(fitting(text="falklands")) == {"C26"}
    assert ids(fitting(paper="P0", text="falklands argentina")) == {"C26"}
    assert ids(fitting(theory="X")) == {"C70", "C98", "C107", "C108"}
    assert len(fitting()) == len(cases)


def test_two_filters_narrow_each_other() -> None:
    both = ids(fitting(paper="P2", country="USA"))
    assert both == ids(fitting(paper="P2")) & ids(fitting(country="USA"))
    assert both


@pytest.mark.parametrize(
    "asked",
    [
        None,
        "paper=P2",
        {"paper": "P9"},
        {"paper": ["P2"]},
        {"rule": "<script>"},
        {"country": "ZZZ"},
        {"unknown": "P2"},
        {"era": "99"},
        {"actor": {"x": 1}},
    ],
)
def test_what_cannot_be_filtered_by_is_dropped(asked: object) -> None:
    assert case_atlas.clean_filters(asked, TODAY) == {}


def test_a_search_of_any_length_is_cut() -> None:
    kept = case_atlas.clean_filters({"text": "x" * 10_000}, TODAY)
    assert len(kept["text"]) == case_atlas.LONGEST_TEXT


@each_case
def test_a_search_never_looks_at_the_answer(case: Case) -> None:
    names = (*party_names(case), *(country_names()[code] for code in countries_of(case)))
    open_words = (case.title, case.slug, case.setting, case.years, *names)
    seen = case_atlas.plain(" ".join(open_words))
    for word in re.findall(r"[a-z]{6,}", case_atlas.plain(f"{case.done} {case.reading}")):
        assert word in seen or case.id not in ids(fitting(text=word)), word


# ---------------------------------------------------------------- what is said


def test_the_count_tells_how_many_have_a_year() -> None:
    every = list(cases.values())
    assert case_atlas_told.count_text(every, 94).startswith("All 94 cases")
    some = fitting(paper="P2")
    told = case_atlas_told.count_text(some, 94)
    assert told.startswith(f"{len(some)} of 94 cases")
    dated = sum(when(case).kind == "event" for case in some)
    assert f"{dated} on the line" in told
    assert "None of the 94" in case_atlas_told.count_text([], 94)


def test_titles_state_what_is_so() -> None:
    concert = fitting(text="concert of europe")
    assert "Concert of Europe, 1815–1853" in case_atlas_told.line_title(concert)
    iraq = case_atlas_told.line_title(fitting(era="5"))
    assert "Every dated case is recent" in iraq
    assert "hollow" in case_atlas_told.line_title(fitting(rule="R68"))
    assert "no" in case_atlas_told.line_title([]).lower()
    counts, _ = case_atlas_told.map_counts(list(cases.values()))
    title = case_atlas_told.map_title(list(cases.values()))
    assert title.startswith(f"China takes part in {counts['CHN']} of 94")
    india = case_atlas_told.map_title(fitting(country="IND"), "IND")
    assert india.startswith("India takes part in all")


@pytest.mark.parametrize("code", sorted({c for case in cases.values() for c in case.countries}))
def test_the_map_tells_every_country(code: str) -> None:
    found = fitting(country=code)
    alt = case_atlas_told.map_alt(found)
    assert f"{country_names()[code]} {len(found)}" in alt
    assert case_atlas_told.map_title(found, code)


def test_what_is_not_on_the_map_is_told_with_its_reason() -> None:
    told = case_atlas_told.absent_text(fitting(actor="Warsaw Pact"))
    assert "Warsaw Pact (" in told
    assert case_atlas_told.absent_text([cases["C14"]]) == ""


def test_shades_rise_with_the_number_of_cases() -> None:
    steps = [case_atlas_told.step_of(n) for n in range(60)]
    assert steps == sorted(steps)
    assert steps[0] == 0
    assert steps[1] > 0
    assert len(case_atlas_told.legend()) == max(steps) + 1


@each_case
def test_a_card_shows_who_and_where_and_not_what_was_done(case: Case) -> None:
    card = atlas_card(case)
    assert json.loads(json.dumps(card)) == card
    assert [place.split(" (")[0] for place in card["places"]] == [str(p) for p in case.places]
    assert {party.name for party in case.party} <= {entry["name"] for entry in card["parties"]}
    # the rules come folded and with a warning; everything else is free of the answer
    rest = json.dumps({key: value for key, value in card.items() if key != "rules"}).lower()
    for sentence in re.split(r"(?<=[.?!;])\s+", f"{case.done} {case.reading}".lower()):
        if len(sentence) > 12:
            assert sentence.strip(" .;?!") not in rest
