"""What may be seen of a case before a prediction, and what after."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from bor_widgets.cases import Case, cases
from bor_widgets.charts.case_page import case_page, case_reveal, case_rows, telling_inputs
from bor_widgets.charts.words import value_label
from bor_widgets.situation import parameters
from bor_widgets.sources import papers
from bor_widgets.theory import phrase

each_case = pytest.mark.parametrize("case", cases.values(), ids=cases)


def texts(value: Any) -> Iterator[str]:
    """Every text inside plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def sentences(text: str) -> list[str]:
    """Sentences of a text, in small letters and without their last sign."""
    parts = re.split(r"(?<=[.?!;])\s+", text.lower())
    return [part.strip(" .;?!") for part in parts if len(part) > 12]


def answers(case: Case) -> list[str]:
    """Every sentence that tells what was done."""
    told = [case.done, case.reading]
    if case.observed is not None:
        told += [case.observed.why, phrase("action", case.observed.action)]
    return [sentence for text in told for sentence in sentences(text)]


@each_case
def test_before_a_prediction_nothing_tells_what_was_done(case: Case) -> None:
    shown = " ".join(texts(case_page(case, (), committed=False))).lower()
    for sentence in answers(case):
        assert sentence not in shown


@each_case
def test_before_a_prediction_what_describes_the_deed_is_held_back(case: Case) -> None:
    named = {row["name"] for row in case_page(case, (), committed=False)["coded"]}
    declared = parameters()
    assert not [name for name in named if declared[name].group == "definition"]
    assert "grade" not in named, "the action follows from the grade at once"
    assert named == set(case.coding) - set(telling_inputs(case))


@each_case
def test_before_a_prediction_no_reason_names_what_is_held_back(case: Case) -> None:
    page = case_page(case, (), committed=False)
    shown = " ".join(texts(page)).lower()
    for name in telling_inputs(case):
        for sentence in sentences(case.coding[name].why):
            assert sentence not in shown


@each_case
def test_before_a_prediction_it_is_said_that_something_is_held_back(case: Case) -> None:
    page = case_page(case, (), committed=False)
    hint = any("prediction" in text for text in page["open"])
    assert hint == bool(telling_inputs(case))


@each_case
def test_after_a_prediction_everything_coded_is_shown_with_its_basis(case: Case) -> None:
    page = case_page(case, (), committed=True)
    assert [row["name"] for row in page["coded"]] == list(case.coding)
    for row in page["coded"]:
        coding = case.coding[row["name"]]
        assert row["value_label"] == value_label(parameters()[row["name"]], coding.value)
        assert (row["basis"], row["why"], row["locked"]) == (coding.basis, coding.why, True)
        assert len(row["places"]) == len(coding.places)
        for shown, place in zip(row["places"], coding.places, strict=True):
            assert shown.startswith(str(place))
    assert page["open"] == list(case.open)


@each_case
def test_the_page_names_the_case_and_its_papers(case: Case) -> None:
    page = case_page(case, (), committed=False)
    assert (page["title"], page["setting"]) == (case.title, case.setting)
    assert page["papers"] == [papers[code].short for code in case.papers]


@each_case
def test_the_answer_tells_what_was_done_and_who_says_so(case: Case) -> None:
    reveal = case_reveal(case)
    assert reveal["done"] == case.done
    assert reveal["reading"] == case.reading
    assert [note["id"] for note in reveal["explained_by"]] == list(case.explained_by)
    assert [note["id"] for note in reveal["tensions"]] == list(case.tensions)
    for note in (*reveal["explained_by"], *reveal["tensions"]):
        assert note["text"].strip()
        assert note["places"]
    if case.observed is None:
        assert "does not" in reveal["observed"]
    else:
        assert phrase("action", case.observed.action) in reveal["observed"]
        assert case.observed.why in reveal["observed"]


@each_case
def test_page_and_answer_can_be_sent_to_a_browser(case: Case) -> None:
    for data in (case_page(case, (), committed=True), case_reveal(case)):
        assert json.loads(json.dumps(data)) == data


def test_an_unlocked_input_is_shown_as_such() -> None:
    page = case_page(cases["C25"], {"relationship"}, committed=True)
    locked = {row["name"]: row["locked"] for row in page["coded"]}
    assert locked == {"grade": True, "relationship": False, "capability": True}


def test_the_picker_lists_every_case_without_its_answer() -> None:
    rows = case_rows(cases)
    assert [row["id"] for row in rows] == [case.id for case in cases.values()]
    assert set(rows[0]) == {"slug", "id", "title", "years", "papers", "depth", "theirs"}


def test_there_is_something_to_hold_back() -> None:
    held = {case.id for case in cases.values() if telling_inputs(case)}
    assert {"C25", "C107", "C70"} <= held
