"""Judgement fan as a person uses it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server


@pytest.fixture
def bench(page: Page, server: Server) -> BenchPage:
    """The bench, opened."""
    return BenchPage(page, server, "judgement-fan")


def test_two_leaders_judge_one_situation_differently(bench: BenchPage) -> None:
    expect(bench.title("fan")).to_contain_text("leaders differ, conditions do not")
    bench.set("leadership", 1.0)
    bench.says("indirectly threatening")
    bench.set("leadership", -1.0)
    bench.says("directly threatening")
    expect(bench.headline).not_to_contain_text("indirectly", timeout=SEEN_WITHIN)


def test_the_corners_are_signs(bench: BenchPage) -> None:
    bench.set("capability", -0.7)
    bench.set("concession", -0.7)
    expect(bench.title("signals")).to_contain_text("does not explain", timeout=SEEN_WITHIN)
    bench.set("concession", 0.7)
    expect(bench.title("signals")).to_contain_text("explains this as well", timeout=SEEN_WITHIN)


def test_the_point_is_dragged_and_moved_by_keys(bench: BenchPage) -> None:
    point = bench.figure("signals").locator('[data-role="plane-point"]')
    before = float(point.get_attribute("data-x") or 0)
    point.focus()
    bench.page.keyboard.press("Shift+ArrowLeft")
    expect(bench.number("capability").first).not_to_have_value(f"{before:.2f}")
    box = point.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    bench.page.mouse.move(x, y)
    bench.page.mouse.down()
    bench.page.mouse.move(x - 200, y + 60, steps=6)
    bench.page.mouse.up()
    expect(bench.number("capability").first).to_have_value(re.compile(r"^-"), timeout=SEEN_WITHIN)


def test_a_case_on_the_map_opens_in_the_console(bench: BenchPage) -> None:
    spot = bench.figure("signals").locator('[data-case="iraq-2003-united-states"]')
    spot.focus()
    bench.page.keyboard.press("Enter")
    title = bench.page.locator(".bor-console")
    expect(title).to_be_visible(timeout=60_000)
