"""Approach chooser (L06) as a person works it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server


def test_one_property_denied_parts_the_kind_from_the_count(page: Page, server: Server) -> None:
    bench = BenchPage(page, server, "approach-chooser")
    bench.set("parties", 3)
    bench.answer("indivisibility", "yes")
    bench.answer("diffuse_reciprocity", "yes")
    bench.answer("generalised_principles", "yes")
    bench.says("By count and by kind")
    bench.answer("generalised_principles", "no")
    bench.says("By count, not by kind")
    expect(bench.title("readings")).to_contain_text("not by Caporaso", timeout=SEEN_WITHIN)
    row = bench.figure("readings").locator("td[data-row=Multilateral]")
    expect(row.nth(0)).to_contain_text("Yes: 3 states")
    expect(row.nth(1)).to_contain_text("No: without the same rules for all")
    assert {"Q03", "Q04"} <= set(bench.rules())


def test_nato_is_predicted_before_it_is_shown(page: Page, server: Server) -> None:
    bench = BenchPage(page, server, "approach-chooser")
    guide = page.locator(".bor-guide-card")
    page.get_by_role("button", name="Next").click()
    expect(guide).to_contain_text("NATO", timeout=SEEN_WITHIN)
    assert "Bilaterally inspired" not in page.content()
    guide.get_by_text("The count says one thing, the paper another").click()
    page.get_by_role("button", name="Commit and see").click()
    bench.says("The count and the paper part ways")
    expect(bench.figure("readings")).to_contain_text("Bilaterally inspired")
    expect(bench.title("readings")).to_contain_text("Counted, NATO is multilateral")


def test_the_cursor_adds_states_and_a_traditional_threat_leaves_many_open(
    page: Page, server: Server
) -> None:
    bench = BenchPage(page, server, "approach-chooser")
    cursor = bench.figure("clear").get_by_role("slider")
    cursor.focus()
    cursor.press("ArrowRight")
    expect(bench.title("clear")).to_contain_text("With 5 states", timeout=SEEN_WITHIN)
    expect(bench.number("parties").first).to_have_value("5")
    bench.unfold("inputs")
    bench.choose("threat_kind", "traditional")
    expect(bench.title("conditions")).to_have_text(
        re.compile("traditional threat leaves cooperation by many open"), timeout=SEEN_WITHIN
    )
    expect(bench.figure("conditions")).to_contain_text("Direction not given")
