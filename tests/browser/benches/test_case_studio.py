"""Case studio as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server

WRITTEN = "Both may be right: <img src=x onerror=alert(1)>"


@pytest.fixture
def bench(page: Page, server: Server) -> BenchPage:
    """The bench, opened."""
    return BenchPage(page, server, "case-studio")


def part(bench: BenchPage, name: str, text: str, which: int = 0) -> Locator:
    """Return a part of a table that can be pressed."""
    return bench.figure(name).locator("button", has_text=text).nth(which)


def test_iraq_belongs_to_two_theories(bench: BenchPage) -> None:
    # nothing of it is on the page before a prediction
    expect(bench.figure("sides")).to_have_count(0)
    expect(bench.page.locator("body")).not_to_contain_text("would not authorise")
    part(bench, "theories", "I expect this one", 2).click()
    expect(bench.title("sides")).to_contain_text("One war, two theories", timeout=SEEN_WITHIN)
    expect(bench.title("theories")).to_contain_text("Two theories claim")
    expect(bench.figure("theories")).to_contain_text("claims it, as you expected")
    part(bench, "sides", "France").click()
    verdict = bench.page.locator(".bor-verdict")
    expect(verdict).to_contain_text("France in 2003: soft balancing", timeout=SEEN_WITHIN)
    part(bench, "theories", "Soft balancing").click()
    bench.says("Soft balancing expected")


def test_a_sanction_moves_between_three_columns(bench: BenchPage) -> None:
    bench.answer("look", "sanction")
    bench.says("No aim is said yet")
    bench.tick("aim", "mend")
    bench.says("The balance of relationships can claim")
    bench.tick("aim", "mend", on=False)
    bench.tick("aim", "delegitimise")
    bench.says("Soft balancing can claim")
    # the same by keys: along the cells and their sources, and Enter on the third column
    part(bench, "sanction", "claim it").focus()
    for _ in range(4):
        bench.page.keyboard.press("ArrowRight")
    expect(bench.page.locator(":focus")).to_have_text("at least one fits")
    bench.page.keyboard.press("Enter")
    bench.says("Neither theory need claim")


def test_labels_change_and_a_coding_is_unlocked(bench: BenchPage) -> None:
    bench.choose("case", "philippines-2016-south-china-sea")
    expect(bench.figure("coding")).to_contain_text("held back", timeout=SEEN_WITHIN)
    part(bench, "theories", "I expect this one", 2).click()
    expect(bench.title("labels")).to_contain_text("label changes", timeout=SEEN_WITHIN)
    bench.choose("case", "iraq-2003-united-states")
    field = bench.number("relationship")
    expect(field).to_be_disabled(timeout=SEEN_WITHIN)
    bench.page.locator('[data-unlock="relationship"]').click()
    expect(field).to_be_enabled(timeout=SEEN_WITHIN)
    bench.set("relationship", 0.9)
    expect(bench.figure("coding")).to_contain_text("now yours (0.90)", timeout=SEEN_WITHIN)


def test_my_coding_is_saved_and_loaded(bench: BenchPage, tmp_path: Path) -> None:
    page = bench.page
    bench.choose("case", "vietnam-china")
    bench.unfold("inputs")
    field = page.locator('textarea[data-name="judgement"]')
    field.fill(WRITTEN)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as Markdown").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert "Both may be right" in text
    assert "<img" not in text
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my coding").click()
    file = tmp_path / "coding.json"
    saved.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["state"]["x"]["judgement"] == WRITTEN
    field.fill("")
    page.locator('[data-role="reset"]').click()
    page.locator("input[type=file]").set_input_files(file)
    expect(field).to_have_value(WRITTEN, timeout=SEEN_WITHIN)
    expect(page.locator('select[data-name="case"]')).to_have_value("vietnam-china")
