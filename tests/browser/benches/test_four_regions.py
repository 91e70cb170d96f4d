"""Four regions as a person uses them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from bor_widgets.charts.benches.text import bench_text
from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server

TEXT = bench_text("four_regions")


@pytest.fixture
def bench(page: Page, server: Server) -> BenchPage:
    """The bench, opened."""
    return BenchPage(page, server, "four-regions")


def test_more_arms_lift_the_capacity_and_wear_down_the_model(bench: BenchPage) -> None:
    # S45, E64: the upright line is moved by keys, as a reader without a mouse does
    told = bench.figure("arms").locator('[data-role="curves-told"]')
    expect(told).to_contain_text("Model of shared rules 1")
    cursor = bench.figure("arms").locator("[role=slider]")
    cursor.focus()
    cursor.press("End")
    bench.says(TEXT.word("europe", "headline_dual"))
    expect(bench.title("arms")).to_have_text(TEXT.word("europe", "title_dual"))
    expect(told).to_contain_text("Capacity for soft balancing 1")
    expect(told).to_contain_text("Model of shared rules 0.4")
    expect(bench.number("arms").first).to_have_value("1.00", timeout=SEEN_WITHIN)
    assert {"S45", "S55"} <= set(bench.rules())


def test_a_weak_members_demand_cuts_the_majors_and_hardens_the_club(bench: BenchPage) -> None:
    # S39, S40, E65
    bench.answer("region", "brics")
    bench.says(TEXT.word("brics", "headline_start"))
    expect(bench.number("arms")).to_have_count(0)
    bench.set("rounds", 8)
    bench.says(TEXT.word("brics", "headline_grown"))
    assert {"S39", "S40"} <= set(bench.rules())
    counters = bench.figure("counters")
    for label in ("Potential for soft balancing", "Informal club"):
        value = counters.locator(f'[data-gauge="{label}"]').get_attribute("data-value")
        assert value is not None
        assert float(value) > 0.5
    # the chosen tab keeps its focus while the inputs change under it
    bench.page.locator('input[data-name="region"][value="brics"]').focus()
    bench.page.keyboard.press("ArrowRight")
    bench.says("Philippines")
    focused = bench.page.evaluate("document.activeElement?.value")
    assert focused == "states"


def test_one_edge_with_two_signs_is_seen_only_after_the_answer(bench: BenchPage) -> None:
    # S36, E66, T61
    page = bench.page
    page.locator('[data-role="guide-present"]').click()
    card = page.locator(".bor-guide-card")
    for phase in range(1, 5):
        page.keyboard.press("PageDown")
        expect(card).to_have_attribute("data-phase", str(phase), timeout=SEEN_WITHIN)
    net = bench.figure("floors")
    # three ties of one republic, none of the great powers
    expect(net.locator("[data-ties]")).to_have_attribute("data-ties", "3")
    expect(net).not_to_contain_text("resist the United States together")
    page.keyboard.press("PageDown")
    expect(bench.title("floors")).to_contain_text("one edge with two signs", timeout=SEEN_WITHIN)
    expect(net).to_contain_text("resist the United States together")
    expect(net).to_contain_text("compete, or resist softly")


def test_a_row_opens_its_region_and_a_corner_sets_both_gates(bench: BenchPage) -> None:
    bench.answer("region", "all")
    bench.figure("forms").get_by_role("button", name="Indo-Pacific").first.click()
    bench.says(TEXT.word("indo_pacific", "headline_open"))
    corner = bench.figure("gates").get_by_role("button", name="three good side effects").first
    corner.focus()
    bench.page.keyboard.press("Enter")
    bench.says(TEXT.word("indo_pacific", "headline_granted"))
    for gate in ("mutual_destruction", "ideology_managed"):
        chosen = bench.page.locator(f'input[data-name="{gate}"]:checked')
        expect(chosen).to_have_attribute("value", "yes")
