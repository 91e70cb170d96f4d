"""RuleBrowser: what it opens, what it refuses, and what it sends to the page."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest
import traitlets

from bor_widgets.charts.browse import all_rows
from bor_widgets.widgets.record_browser import LONGEST_SEARCH, PARTS
from bor_widgets.widgets.rule_browser import RuleBrowser


def test_it_begins_with_nothing_open_and_everything_listed() -> None:
    browser = RuleBrowser()
    assert (browser.opened, browser.query) == ("", "")
    assert [row["id"] for row in browser.records] == [row["id"] for row in all_rows()]


@pytest.mark.parametrize(
    ("find", "opened"),
    [("R01", "R01"), ("A045", "A045"), ("E101", "E101"), ("D52", "D52"), ("F55", "F55"),
     ("L12", "L12"), ("C25", "C25"), ("iraq-2003-united-states", "C25")],
)  # fmt: skip
def test_a_record_is_opened_by_its_id_and_a_case_by_its_slug(find: str, opened: str) -> None:
    assert RuleBrowser(find=find).opened == opened


def test_an_unknown_id_is_refused_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="S07"):
        RuleBrowser(find="S7")
    with pytest.raises(KeyError, match="begins with"):
        RuleBrowser(find="hello")


@pytest.mark.parametrize("find", ["P0", "W01"])
def test_what_is_no_record_of_the_list_is_refused(find: str) -> None:
    with pytest.raises(KeyError, match="no record of its own"):
        RuleBrowser(find=find)


def test_the_page_can_open_only_what_is_there() -> None:
    browser = RuleBrowser(find="R01")
    with pytest.raises(traitlets.TraitError, match="takes the id"):
        browser.opened = "<img src=x>"
    assert browser.opened == "R01"
    browser.opened = ""


def test_a_search_is_cut_to_a_length_that_somebody_types() -> None:
    assert RuleBrowser(query="x" * 5000).query == "x" * LONGEST_SEARCH


def test_every_filter_offers_only_what_some_record_has() -> None:
    browser = RuleBrowser()
    by_key = {entry["key"]: entry for entry in browser.filters}
    assert set(by_key) == {"kind", "paper", "said", "treatment", "lesson"}
    for entry in browser.filters:
        had = set()
        for row in browser.records:
            if entry["field"] == "lessons":
                had.update(row.get("links", {}).get("lessons", ()))
            else:
                value = row.get(entry["field"], ())
                had.update([value] if isinstance(value, str) else value)
        assert {option["key"] for option in entry["options"]} - {""} == had


def test_the_finding_counts_what_the_papers_state() -> None:
    # of the papers' 253 rules 194 are stated; with our own 11 there are 264
    overview = RuleBrowser().overview
    assert "194" in overview["title"]
    assert "264" in overview["title"]
    assert sum(bar["count"] for bar in overview["bars"]) == 264


def test_what_is_sent_is_light() -> None:
    assert len(json.dumps(RuleBrowser().get_state(["records", "tables"])).encode()) < 500_000


def test_every_word_that_the_scripts_ask_for_is_given() -> None:
    browser = RuleBrowser()
    folder = files("bor_widgets.widgets") / "static"
    asked: set[str] = set()
    for stem in (*PARTS, "rule_browser", "tension_board"):
        text = (folder / f"{stem}.js").read_text(encoding="utf-8")
        asked.update(re.findall(r"\bwords\.(\w+)\b", text))
    asked -= {"length", "every", "join"}
    assert len(asked) > 30
    assert asked <= set(browser.words)
    for row in browser.records:
        assert f"kind_{row['kind']}" in browser.words
        if "treatment" in row:
            assert f"treatment_{row['treatment']}" in browser.words
