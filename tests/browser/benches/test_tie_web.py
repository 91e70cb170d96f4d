"""Tie web as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from bor_widgets.theory import phrase
from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server


@pytest.fixture
def bench(page: Page, server: Server) -> BenchPage:
    """The bench, opened."""
    return BenchPage(page, server, "tie-web")


def test_two_rivals_draw_closer_through_two_lenses(bench: BenchPage) -> None:
    tie = bench.figure("web").locator('[data-key="Russia--India"]')
    bench.set("india_russia", 0.9)
    bench.says("No loss of security")
    expect(tie).to_have_attribute("data-tone", "friendly")
    bench.answer("lens", "balance of power")
    bench.says("Alarm")
    expect(tie).to_have_attribute("data-tone", "alarm", timeout=SEEN_WITHIN)
    expect(bench.title("web")).to_contain_text("India and Russia")


def test_a_label_is_given_with_the_keyboard(bench: BenchPage) -> None:
    bench.figure("web").locator('[data-key="India"]').focus()
    bench.page.keyboard.press("Enter")
    bench.says("confrontation")
    expect(bench.page.locator('select[data-name="revisionist"]')).to_have_value("India")
    bench.page.keyboard.press("Enter")
    expect(bench.headline).not_to_contain_text("confrontation", timeout=SEEN_WITHIN)


def test_nobody_must_choose_and_containment_dissolves(bench: BenchPage) -> None:
    bench.unfold("inputs")
    bench.set("china_india", 0.7)
    bench.set("china_vietnam", 0.7)
    for state in ("India", "Vietnam"):
        bench.tick("must_choose", state, on=False)
    bench.says("Containment dissolves")
    bench.answer("request", "yes")
    bench.says("China keeps its ties")


def test_the_web_fails_by_quality_and_a_tie_opens_in_the_console(bench: BenchPage) -> None:
    bench.answer("look", "tests")
    bench.says("By number only")
    expect(bench.title("quality")).to_contain_text("not multilateral")
    bench.figure("web").locator('[data-key="China--Myanmar"]').focus()
    bench.page.keyboard.press("Enter")
    console = bench.page.locator(".bor-console")
    expect(console).to_be_visible(timeout=60_000)
    expect(console.locator('[data-role="verdict-headline"]')).to_contain_text(
        phrase("action", "none"), timeout=SEEN_WITHIN
    )
