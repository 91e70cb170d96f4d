"""Intervention balance as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from bor_widgets.charts.benches.text import bench_text
from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server

TEXT = bench_text("intervention_balance")


@pytest.fixture
def bench(page: Page, server: Server) -> BenchPage:
    """The bench, opened."""
    return BenchPage(page, server, "intervention-balance")


def test_the_stake_moves_nothing_and_the_region_decides(bench: BenchPage) -> None:
    # T31, T32
    bench.says(TEXT.word("headline", "possible"))
    bench.set("stake", 1)
    expect(bench.title("consent")).to_contain_text("moves nothing", timeout=SEEN_WITHIN)
    bench.says(TEXT.word("headline", "possible"))
    assert bench.rules()[:2] == ["R107", "R108"]
    bench.answer("regional", "no")
    bench.says(TEXT.word("headline", "withheld"))
    bench.answer("regional", "unknown")
    bench.says(TEXT.word("headline", "text silent"))
    open_cells = bench.figure("consent").locator("[data-open][data-chosen]")
    expect(open_cells.first).to_be_visible(timeout=SEEN_WITHIN)


def test_support_stays_partial_on_the_pans(bench: BenchPage) -> None:
    # T33
    bench.set("push", 1)
    bench.set("pull_back", 0)
    expect(bench.title("pans")).to_contain_text("still not full", timeout=SEEN_WITHIN)
    bench.set("push", 0)
    bench.set("pull_back", 1)
    expect(bench.title("pans")).to_contain_text("does not go away", timeout=SEEN_WITHIN)
    for gauge in (TEXT.word("horns", "borders"), TEXT.word("horns", "recognition")):
        expect(bench.figure("horns").locator(f'[data-gauge="{gauge}"]')).to_be_attached()


def test_the_footnote_reverses_the_rule_and_leaves_cells_open(bench: BenchPage) -> None:
    # T34, by keyboard
    expect(bench.title("sides")).to_contain_text("wary everywhere")
    bench.answer("overlay", "report")
    bench.says("Backed")
    assert "R113" in bench.rules()
    table = bench.figure("sides")
    table.get_by_role("button", name="backed").focus()
    bench.page.keyboard.press("ArrowDown")
    bench.page.keyboard.press("Enter")
    bench.says("does not say")
    bench.page.keyboard.press("ArrowDown")
    bench.page.keyboard.press("Enter")
    bench.says("Condemned")


def test_the_walk_opens_the_cell_that_is_empty(bench: BenchPage) -> None:
    page = bench.page
    asked = [index for index, step in enumerate(TEXT.steps) if step.ask]
    for phase in range(1, asked[0] + 1):
        page.locator('[data-role="guide-next"]').click()
        expect(page.locator(".bor-guide-card")).to_have_attribute("data-phase", f"{phase}")
    question = TEXT.steps[asked[0]]
    expect(page.locator(".bor-guide-ask")).to_have_text(question.ask, timeout=SEEN_WITHIN)
    # nothing of the answer is on the page yet
    assert "moves nothing" not in page.inner_text("body")
    page.locator('[data-role="guide-option"]').nth(question.answer).check(force=True)
    page.locator('[data-role="guide-commit"]').click()
    expect(bench.title("consent")).to_contain_text("moves nothing", timeout=SEEN_WITHIN)
    expect(bench.figure("cases")).to_have_count(0)
    page.locator('[data-role="guide-next"]').click()
    question = TEXT.steps[asked[1]]
    expect(page.locator(".bor-guide-ask")).to_have_text(question.ask, timeout=SEEN_WITHIN)
    page.locator('[data-role="guide-option"]').first.check(force=True)
    page.locator('[data-role="guide-commit"]').click()
    expect(bench.title("cases")).to_contain_text("stays open", timeout=SEEN_WITHIN)
    assert page.locator("figure.bor-figure").first.get_attribute("data-drawing") == "cases"
