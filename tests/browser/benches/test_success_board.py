"""Success board as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.theory.success import CONDITIONS
from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server

TEXT = bench_text("success_board")


@pytest.fixture
def bench(page: Page, server: Server) -> BenchPage:
    """The bench, opened."""
    return BenchPage(page, server, "success-board")


def test_seven_of_seven_is_not_certain_and_none_is_not_impossible(bench: BenchPage) -> None:
    # T52, T53
    for name in CONDITIONS:
        bench.tick("held", name)
    bench.says("Seven of seven")
    expect(bench.title("success")).to_contain_text("still not certain")
    bench.set("rivalry", 1)
    bench.set("ambition", 1)
    bench.says("war is still possible")
    expect(bench.title("conflict")).to_contain_text("all the same")
    assert "S17" in bench.rules()
    for name in CONDITIONS:
        bench.tick("held", name, on=False)
    expect(bench.title("success")).to_contain_text("not impossible", timeout=SEEN_WITHIN)


def test_a_shut_gate_takes_the_good_side_effects_away(bench: BenchPage) -> None:
    # T54
    expect(bench.title("gates")).to_contain_text("are granted")
    bench.answer("mutual_destruction", "no")
    expect(bench.title("gates")).to_contain_text("no good side effects", timeout=SEEN_WITHIN)
    goods = bench.figure("effects").locator('[data-gauge="Public goods"]')
    expect(goods).to_contain_text("not granted")
    bench.answer("mutual_destruction", "open")
    expect(bench.title("gates")).to_contain_text("stay open", timeout=SEEN_WITHIN)


def test_a_condition_goes_round_its_answers_by_keyboard(bench: BenchPage) -> None:
    table = bench.figure("conditions")
    expect(bench.title("conditions")).to_contain_text("4 hold, 3 fail, 0 open")
    table.get_by_role("button").first.focus()
    bench.page.keyboard.press("Enter")
    expect(bench.title("conditions")).to_contain_text("4 hold, 2 fail, 1 open", timeout=SEEN_WITHIN)
    bench.page.keyboard.press("Enter")
    expect(bench.title("conditions")).to_contain_text("5 hold, 2 fail, 0 open", timeout=SEEN_WITHIN)
    expect(bench.title("success")).to_contain_text("Five of seven hold")


def test_the_league_failed_and_was_a_strategy(page: Page, server: Server) -> None:
    # T58, presented
    bench = BenchPage(page, server, "success-board", "?present=1")
    at = next(i for i, step in enumerate(TEXT.steps) if "League" in step.ask)
    phases = sum(2 if step.ask else 1 for step in TEXT.steps[:at])
    for phase in range(1, phases + 1):
        page.keyboard.press("PageDown")
        card = page.locator(".bor-guide-card")
        expect(card).to_have_attribute("data-phase", f"{phase}", timeout=SEEN_WITHIN)
    expect(page.locator(".bor-guide-ask")).to_have_text(TEXT.steps[at].ask, timeout=SEEN_WITHIN)
    assert "is a strategy" not in page.inner_text("body")
    page.keyboard.press("PageDown")
    bench.says("It failed, and it is a strategy")
    assert bench.rules()[0] == "S49"
