"""Threat dial as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from bor_widgets.theory import phrase
from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server


@pytest.fixture
def bench(page: Page, server: Server) -> BenchPage:
    """The bench, opened."""
    return BenchPage(page, server, "threat-dial")


def test_power_moves_nothing(bench: BenchPage) -> None:
    bench.says(phrase("action", "compromise"))
    titles = bench.page.locator("figcaption").all_inner_texts()
    for power, note in ((1.0, "stronger side"), (-1.0, "weaker side")):
        bench.set("capability", power)
        expect(bench.page.locator(".bor-verdict")).to_contain_text(note, timeout=SEEN_WITHIN)
        bench.says(phrase("action", "compromise"))
        assert bench.page.locator("figcaption").all_inner_texts() == titles


def test_indirect_splits_the_areas(bench: BenchPage) -> None:
    stop = bench.figure("dial").get_by_role("radio", name="indirect")
    stop.click()
    bench.says(phrase("action", "mix"))
    kinds = bench.figure("restraint").locator("[data-kind]")
    found = {str(bar.get_attribute("data-kind")) for bar in kinds.all()}
    assert {"more", "less"} <= found
    expect(bench.page.locator('select[data-name="grade"]')).to_have_value("indirect")


def test_the_dial_is_turned_by_keys(bench: BenchPage) -> None:
    bench.figure("dial").get_by_role("radio", name="potential").focus()
    bench.page.keyboard.press("ArrowRight")
    bench.says(phrase("action", "mix"))
    bench.page.keyboard.press("ArrowRight")
    bench.says(phrase("action", "breakup"))
    assert "R02" in bench.rules()


def test_the_two_wordings_differ_at_none(bench: BenchPage) -> None:
    bench.choose("grade", "none")
    bench.says(phrase("action", "none"))
    bench.choose("wording", "conclusion")
    bench.says(phrase("action", "compromise"))
    assert "E01" in bench.rules()
