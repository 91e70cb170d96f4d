"""Two restraints as a person uses it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from bor_widgets.charts.benches.text import bench_text
from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server
from tests.hostile import TEXTS

TEXT = bench_text("two_restraints")


@pytest.fixture
def bench(page: Page, server: Server) -> BenchPage:
    """The bench, opened."""
    return BenchPage(page, server, "two-restraints")


def test_full_one_sided_restraint_lands_in_worry(bench: BenchPage) -> None:
    bench.set("own", 1.0)
    bench.set("other", 0.0)
    expect(bench.title("restraints")).to_contain_text("worry, not in harmony")
    assert {"R21", "R20"} <= set(bench.rules())
    bench.set("other", 0.9)
    bench.says(TEXT.word("headline", "harmony"))


def test_the_hidden_interest_is_a_band_without_a_value(bench: BenchPage) -> None:
    gauge = bench.figure("standing").locator('[data-gauge="Hidden interest"]')
    assert ".." in str(gauge.get_attribute("data-value"))
    bench.figure("standing").locator(".bor-figure-open").click()
    table = bench.figure("standing").locator("table")
    expect(table).to_contain_text("not measured")
    expect(table.locator("tr", has_text="Hidden interest").locator("td").nth(1)).to_have_text(
        "open"
    )


def test_the_point_is_dragged_into_harmony(bench: BenchPage) -> None:
    zone = bench.figure("restraints").locator('[data-zone="Harmony possible"]')
    box = zone.bounding_box()
    point = bench.figure("restraints").locator('[data-role="plane-point"]').bounding_box()
    assert box
    assert point
    mouse = bench.page.mouse
    mouse.move(point["x"] + point["width"] / 2, point["y"] + point["height"] / 2)
    mouse.down()
    mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.3, steps=8)
    mouse.up()
    bench.says(TEXT.word("headline", "harmony"))


def test_a_commitment_comes_before_the_answer(bench: BenchPage) -> None:
    page = bench.page
    page.locator('[data-role="guide-next"]').click()
    question = next(step for step in TEXT.steps if step.ask)
    expect(page.locator(".bor-guide-ask")).to_have_text(question.ask)
    page.locator('[data-role="guide-commit"]').click()
    expect(page.locator('[data-role="guide-error"]')).to_have_text("Choose an answer first.")
    assert question.reveal not in page.content()
    page.locator('[data-role="guide-option"]').first.check(force=True)
    page.locator('[data-role="guide-commit"]').click()
    expect(page.locator(".bor-guide-reveal")).to_have_text(question.reveal, timeout=SEEN_WITHIN)
    expect(page.locator(".bor-guide-match")).to_contain_text(question.options[0])


def test_work_is_saved_and_loaded_back(bench: BenchPage) -> None:
    page = bench.page
    bench.set("own", -0.4)
    expect(bench.title("restraints")).to_contain_text(
        "no harmony, and no worry", timeout=SEEN_WITHIN
    )
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save work").click()
    content = json.loads(saved.value.path().read_text(encoding="utf-8"))
    assert content["state"]["x"] == {"own": -0.4}
    page.get_by_role("button", name="Reset").click()
    expect(bench.number("own").first).to_have_value("0.30", timeout=SEEN_WITHIN)
    chooser = page.locator("input[type=file]")
    chooser.set_input_files(saved.value.path())
    expect(bench.number("own").first).to_have_value("-0.40", timeout=SEEN_WITHIN)
    # a damaged file is refused in a sentence, and what is on screen stays
    chooser.set_input_files(
        {
            "name": "x.json",
            "mimeType": "application/json",
            "buffer": b"<img src=x onerror=alert(1)>",
        }
    )
    expect(page.locator(".bor-link-bar .bor-error")).to_contain_text(
        "nothing was changed", timeout=SEEN_WITHIN
    )
    expect(bench.number("own").first).to_have_value("-0.40")


def test_hostile_links_do_nothing_but_say_so(page: Page, server: Server) -> None:
    BenchPage(page, server, "two-restraints", "?s=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    problem = page.locator(".bor-link-bar .bor-error")
    expect(problem).to_contain_text("nothing was changed", timeout=SEEN_WITHIN)
    assert page.locator("img").count() == 0
    # each of many more, handed in as a file, leaves the page as it is
    chooser = page.locator("input[type=file]")
    before = page.locator("figcaption").all_inner_texts()
    for text in TEXTS:
        file = {"format": "bor_widgets bench", "state": {"v": 1, "b": text, "x": {text: text}}}
        chooser.set_input_files(
            {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
        )
    expect(problem).to_contain_text("saved on another page", timeout=SEEN_WITHIN)
    assert page.locator("figcaption").all_inner_texts() == before
    assert page.evaluate("window.harmed === undefined")
    assert page.locator(".bor-bench script, .bor-bench iframe, .bor-bench img").count() == 0


def test_the_drawings_exist_as_figures_too(bench: BenchPage) -> None:
    bench.unfold("explore")
    plots = bench.page.locator(".js-plotly-plot .gtitle")
    expect(plots).to_have_count(3, timeout=60_000)
    bench.set("own", 1.0)
    expect(plots.first).to_contain_text("worry", timeout=SEEN_WITHIN)
