"""Soft balancing test: eras and cases overlap; what is refused; what is reached."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from bor_widgets.cases import cases
from bor_widgets.charts.benches.soft_acts import loaded
from bor_widgets.charts.benches.soft_balancing_test import view
from tests.charts.benches.looking import drawing, ids, questions
from tests.charts.benches.soft_balancing_seen import ANYTHING, RULES, TEXT, WEEK, YEARS, shown

# ---- the years


@pytest.mark.parametrize(
    ("year", "headline"),
    [
        (1830, "An era for soft balancing"),
        (1870, "A mixed era"),
        (1900, "An era of hard balancing"),
        (1916, "Not classified"),
        (1930, "An era of hard balancing"),
        (1942, "Not classified"),
        (1960, "An era of hard balancing"),
        (2000, "An era for soft balancing"),
        (2015, "A mixed era"),
        (2010, "Two eras at once"),
    ],
)
def test_the_eras(year: int, headline: str) -> None:
    # T56; S27, D51: P2 L101
    assert shown(look="years", year=year).finding.headline == headline


def test_a_hard_era_with_soft_cases_inside() -> None:
    # E57: P2 L37-39, L101
    seen = shown(look="years", year=1935)
    title = drawing(seen, "eras").title
    assert "hard balancing" in title
    assert "2 cases of soft balancing" in title
    assert "E57" in seen.finding.tensions
    # Latin America since 1898; the attempts of the Cold War have no dates, but the tension stands
    assert "one case" in drawing(shown(look="years", year=1900), "eras").title
    assert "E57" in shown(look="years", year=1960).finding.tensions


def test_years_that_nobody_classified_stay_open() -> None:
    spans = drawing(shown(look="years"), "eras").data["spans"]
    empty = {(span["start"], span["end"]) for span in spans if span["open"]}
    assert {(1914, 1919), (1939, 1945)} <= empty


def test_the_events_say_what_their_records_say() -> None:
    for event in TEXT.words["event"]:
        record = cases[event["case"]]
        assert (event["first"], event["last"]) == (record.first_year, record.last_year)


# ---- who and where


def test_which_instrument_is_refused() -> None:
    # T55; S19, S64: P2 L113
    seen = shown(look="places")
    assert {"S19", "S64"} <= questions(seen)
    instrument = drawing(seen, "places").rows[-1]
    assert instrument[1] is None
    assert "not say" in str(instrument[2])


def test_of_great_powers_it_is_not_said() -> None:
    # S22: P2 L137
    assert shown(look="places", actor="great").finding.headline == "Not said"
    assert shown(look="places", actor="small").finding.headline == "Institutions and diplomacy"


def test_what_the_rules_of_the_bench_ask_for_can_be_seen() -> None:
    sample: list[dict[str, Any]] = [
        {},
        WEEK,
        {**YEARS, "military": True, "succeeded": False},
        {**YEARS, "military": False, "target": "ally"},
        {**YEARS, "target": "institution"},
        loaded("friction"),
        {"look": "threat", "threat": 0.2, "capability": -1.0, "allies": 0.0, "critical": True,
         "invaded": True, "seen_as": "precursor"},
        {"look": "years", "year": 2000},
        {"look": "places", "actor": "small", "rival_norm": 1.0},
    ]  # fmt: skip
    seen: set[str] = set()
    for values in sample:
        seen |= ids(shown(**values))
    assert seen >= RULES, sorted(RULES - seen)


@given(ANYTHING)
def test_any_values_can_be_drawn(values: dict[str, Any]) -> None:
    seen = view(TEXT.checked(values))
    seen.finding.as_card()
    json.dumps([part.as_data() for part in seen.drawings], allow_nan=False)


def test_a_step_can_leave_an_answer_open() -> None:
    week = next(step for step in TEXT.steps if "week" in step.ask)
    assert week.values["concerted"] is None
    assert week.values["sustained"] is False
