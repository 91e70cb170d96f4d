"""Mode clock as a person uses it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server


@pytest.fixture
def bench(page: Page, server: Server) -> BenchPage:
    """The bench, opened."""
    return BenchPage(page, server, "mode-clock")


def look_at(bench: BenchPage, view: str) -> None:
    """Press one of the views."""
    bench.answer("look", view)


def test_determination_bends_back_as_the_clock_turns(bench: BenchPage) -> None:
    # T21
    title = bench.title("clock")
    expect(title).to_contain_text("Still high")
    bench.set("determination", 1)
    expect(title).to_contain_text("Still high")
    hand = bench.figure("clock").get_by_role("slider")
    hand.focus()
    bench.page.keyboard.press("End")
    expect(title).to_contain_text("bends back", timeout=SEEN_WITHIN)
    bench.says("It bends back")
    assert "R50" in bench.rules()


def test_the_mix_alone_moves_the_index(bench: BenchPage) -> None:
    # T22; the lesson's surprise
    look_at(bench, "partners")
    title = bench.title("double")
    expect(title).to_contain_text("one kind", timeout=SEEN_WITHIN)
    for kind in ("ally", "revisionist"):
        bench.tick("partners", kind)
    expect(title).to_contain_text("The mix of partners alone", timeout=SEEN_WITHIN)
    # the second box may come on screen after the first
    expect(bench.figure("double")).to_contain_text("Room for a revisionist", timeout=SEEN_WITHIN)
    told = bench.figure("double").inner_text()
    bench.set("determination", 0.1)
    # once another value has gone there and back, the first change is on screen as well
    bench.tick("partners", "defector")
    expect(bench.figure("double")).to_contain_text("Room for a defector", timeout=SEEN_WITHIN)
    bench.tick("partners", "defector", on=False)
    expect(bench.figure("double")).not_to_contain_text("Room for a defector", timeout=SEEN_WITHIN)
    assert bench.figure("double").inner_text() == told


def test_the_blank_cell_of_the_table(bench: BenchPage) -> None:
    # T35
    look_at(bench, "systems")
    table = bench.figure("modes")
    table.get_by_role("button", name="No reciprocal tie in sight").first.click()
    bench.says("Balance of power")
    table.get_by_role("button", name="the paper leaves this blank").first.focus()
    bench.page.keyboard.press("Enter")
    bench.says("The paper does not say")
    expect(bench.title("modes")).to_contain_text("blank")
    assert {"R131", "E21"} <= set(bench.rules())
