"""Soft balancing test as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server


@pytest.fixture
def bench(page: Page, server: Server) -> BenchPage:
    """The bench, opened."""
    return BenchPage(page, server, "soft-balancing-test")


def test_the_same_sanction_leaves_and_enters(bench: BenchPage) -> None:
    # T46, T47
    bench.says("Left open")
    for name in ("sustained", "delegitimising"):
        bench.answer(name, "no")
    bench.says("Not soft balancing")
    expect(bench.title("test")).to_contain_text("2 criteria are missing")
    for name in ("sustained", "delegitimising"):
        bench.answer(name, "yes")
    bench.says("Soft balancing")
    expect(bench.title("test")).to_contain_text("Every criterion is met", timeout=SEEN_WITHIN)
    assert {"S01", "S02"} <= set(bench.rules())


def test_a_criterion_is_pressed_and_an_act_is_loaded(bench: BenchPage) -> None:
    part = bench.figure("test").get_by_role("button", name="more than retribution or a signal")
    part.first.focus()
    bench.page.keyboard.press("Enter")
    bench.says("Not necessarily soft balancing")
    bench.figure("acts").get_by_role("button", name="France and Germany over Iraq").first.click()
    bench.says("Soft balancing")
    expect(bench.title("test")).to_contain_text("Every criterion is met", timeout=SEEN_WITHIN)
    assert "S11" in bench.rules()


def test_at_a_low_threat_the_strands_part(bench: BenchPage) -> None:
    # T50
    bench.answer("look", "threat")
    title = bench.title("strands")
    expect(title).to_contain_text("silent", timeout=SEEN_WITHIN)
    bench.set("threat", 0.1)
    expect(title).to_contain_text("the other sees binding", timeout=SEEN_WITHIN)
    assert "E50" in bench.rules()


def test_a_hard_era_with_soft_cases_inside(bench: BenchPage) -> None:
    # T56, E57
    bench.answer("look", "years")
    year = bench.page.locator('input[data-name="year"]')
    year.fill("1935")
    year.press("Enter")
    bench.says("An era of hard balancing")
    expect(bench.title("eras")).to_contain_text("2 cases of soft balancing reach into it")
    expect(bench.figure("eras").locator('[data-span="not classified"]').first).to_be_visible()
    year.fill("1916")
    year.press("Enter")
    bench.says("Not classified")
