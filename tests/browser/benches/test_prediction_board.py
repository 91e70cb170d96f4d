"""Prediction board (L01) as a person works it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from bor_widgets.theory.provenance import phrase
from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server


def test_the_resource_lens_misses_three_suppliers(page: Page, server: Server) -> None:
    bench = BenchPage(page, server, "prediction-board")
    bench.choose("lens", "resources")
    expect(bench.title("board")).to_contain_text("speaks about 4 of 10", timeout=SEEN_WITHIN)
    board = bench.figure("board")
    expect(board).not_to_contain_text("lets its supply go")
    bench.tick("hide", "hidden", on=False)
    bench.says("0 hits, 4 misses")
    for case, done in (
        ("Libya, 2011", "lets its supply go"),
        ("Sudan, 2007", "consents"),
        ("Liberia, 2003", "consents"),
    ):
        cell = board.locator(f'td[data-row="{case}"]').nth(1)
        expect(cell).to_contain_text(done)
        expect(cell).to_have_attribute("data-tone", "alarm")
    expect(bench.figure("tally")).to_contain_text(phrase("board", "note", "chosen"))


def test_a_cell_chooses_its_case_by_keyboard(page: Page, server: Server) -> None:
    bench = BenchPage(page, server, "prediction-board")
    cell = bench.figure("board").locator('td[data-row="Myanmar"] button').first
    cell.focus()
    page.keyboard.press("Enter")
    expect(bench.title("one")).to_contain_text("Myanmar", timeout=SEEN_WITHIN)
    expect(bench.figure("board").locator("tr[data-marked]")).to_contain_text("Myanmar")
    expect(page.locator('select[data-name="case"]')).to_have_value("C05")


def test_a_row_opens_its_case_in_the_console(page: Page, server: Server) -> None:
    bench = BenchPage(page, server, "prediction-board")
    bench.figure("board").get_by_role("button", name="Libya, 2011. opens the case").click()
    fold = page.locator('[data-fold="opened"]')
    expect(fold).to_have_attribute("aria-expanded", "true", timeout=30_000)
    expect(page.locator(".bor-console").first).to_be_visible(timeout=30_000)
