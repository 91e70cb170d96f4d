"""A table of verdicts as a reader meets it: read, walked through by keys, chosen, saved."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.harness import Server, open_page, running_server, wait_until, write_notebook

SHARED = """
import ipywidgets
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.widgets.board import Board
hostile = "<img src=x onerror=alert(1)>\\u202e" + "x" * 10_000
heard = ipywidgets.Label(value="-")
heard.add_class("heard")
board = Board(["cells"], main=True)
def hear(message):
    heard.value = " ".join(map(str, message.values()))
    if message["kind"] == "pick":
        board.show([mode(message["key"]), lenses])
for kind in ("pick", "case"):
    board.hear(kind, hear)

def mode(here):
    def cell(key, text, tone, **more):
        return Cell(text, tone, chosen=here == key, key=key, **more)
    return cells("mode", f"You stand in {here}", ["Balance works", "Balance fails"], [
        CellRow("Tie in sight", [cell("one", "relationships", "good", source="R130"),
                                 cell("two", "relationships", "good", source="R131")]),
        CellRow("No tie in sight", [cell("three", "power", "caution", note=f"Read at {here}."),
                                    cell("four", "", "open", open=True)])], corner="Outlook")

lenses = cells("lenses", "No lens explains all", ["Relationships", "Power", "Soft", "Venue"],
    [CellRow("Iraq 2003", [Cell("hit", "good", value=0.25), Cell("miss", "alarm"),
                           Cell("hit", "good"), Cell("", open=True)],
             case="iraq-2003-united-states")], wide=True)
"""

TABLES = [
    SHARED,
    """
board.show([mode("one"), lenses])
board
""",
    "heard",
]

ROUGH = [
    SHARED,
    """
board.show([cells("rough", hostile, [Column(hostile, hostile), "B"], [
    CellRow(hostile, [Cell(hostile, key="k", note=hostile), Cell(hostile)], note=hostile)])])
board
""",
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("cells")
    write_notebook(folder, "tables.ipynb", TABLES, title="Tables")
    write_notebook(folder, "rough.ipynb", ROUGH, title="Rough")
    with running_server(folder) as running:
        yield running


@pytest.fixture
def shown(page: Page, tables: Server) -> Page:
    open_page(page, tables.page("tables.ipynb"))
    expect(cell(page, "Tie in sight", "Balance works")).to_be_visible()
    return page


def cell(page: Page, row: str, column: str) -> Locator:
    return page.locator(f'td[data-row="{row}"][data-column="{column}"]')


def test_it_is_a_table_with_one_tab_stop(shown: Page) -> None:
    figure = shown.locator('[data-drawing="mode"]')
    expect(figure.get_by_role("table", name="You stand in one")).to_have_count(1)
    assert figure.get_by_role("columnheader").all_inner_texts() == [
        "Outlook", "Balance works", "Balance fails",
    ]  # fmt: skip
    assert figure.get_by_role("rowheader").all_inner_texts() == ["Tie in sight", "No tie in sight"]
    stops = "node => [...node.querySelectorAll('*')].filter((one) => one.tabIndex === 0).length"
    assert figure.locator(".bor-cells").evaluate(stops) == 1
    here = cell(shown, "Tie in sight", "Balance works")
    expect(here).to_have_attribute("aria-current", "true")
    expect(here).to_contain_text("you are here")
    open_cell = cell(shown, "No tie in sight", "Balance fails")
    expect(open_cell).to_contain_text("the papers do not say")
    expect(open_cell.locator(".bor-cells-glyph")).to_have_text("?")
    border = "node => getComputedStyle(node).borderTopStyle"
    assert open_cell.locator(".bor-cells-box").evaluate(border) == "dashed"
    assert here.locator(".bor-cells-box").evaluate(border) == "solid"


def test_keys_walk_and_choose(shown: Page) -> None:
    focused = shown.locator(":focus")
    first = cell(shown, "Tie in sight", "Balance works").get_by_role("button").first
    first.focus()
    shown.keyboard.press("ArrowRight")
    expect(focused).to_have_attribute("data-source", "R130")
    shown.keyboard.press("ArrowDown")
    expect(focused).to_have_text("power")
    expect(shown.locator('[data-drawing="mode"] [data-role="cells-told"]')).to_have_text(
        "No tie in sight · Balance works: power. Read at one."
    )
    shown.keyboard.press("End")
    expect(focused).to_have_text("the papers do not say")
    shown.keyboard.press("Enter")
    expect(shown.locator(".heard")).to_have_text("pick mode four")
    shown.keyboard.press("ArrowRight")  # there is nothing beyond the last part
    expect(focused).to_have_text("the papers do not say")
    shown.keyboard.press("Tab")
    expect(focused).to_have_class("bor-figure-open")
    shown.keyboard.press("Shift+Tab")
    expect(focused).to_have_text("the papers do not say")


def test_a_row_opens_its_case(shown: Page) -> None:
    shown.get_by_role("button", name="Iraq 2003. opens the case").click()
    expect(shown.locator(".heard")).to_have_text("case iraq-2003-united-states")


def test_a_source_opens_under_its_row(shown: Page) -> None:
    button = shown.locator('[data-drawing="mode"] [data-source="R130"]')
    button.click()
    note = shown.locator(f"#{button.get_attribute('aria-controls')}")
    expect(note).to_contain_text("P0 L1664-1668")
    table = shown.locator('[data-drawing="mode"] .bor-cells-table').bounding_box()
    box = note.bounding_box()
    assert table is not None
    assert box is not None
    assert box["width"] > 0.9 * table["width"]
    button.press("Escape")
    expect(note).to_be_hidden()
    expect(shown.locator('[data-drawing="mode"] .bor-cells-more').first).to_be_hidden()


def test_it_changes_in_place_and_keeps_the_focus(shown: Page) -> None:
    shown.locator('[data-drawing="mode"] [data-source="R131"]').click()
    part = cell(shown, "No tie in sight", "Balance works").get_by_role("button", name="power")
    part.focus()
    shown.evaluate("""() => { document.activeElement.before_ = true;
        document.querySelector('[data-drawing="mode"] table').before_ = true; }""")
    shown.keyboard.press("Enter")
    expect(cell(shown, "No tie in sight", "Balance works")).to_have_attribute("data-chosen", "")
    expect(cell(shown, "Tie in sight", "Balance works")).not_to_have_attribute("data-chosen", "")
    expect(shown.locator('[data-drawing="mode"] [data-role="cells-told"]')).to_have_text(
        "No tie in sight · Balance works: power (you are here). Read at three."
    )
    assert shown.evaluate("document.activeElement.before_") is True
    kept = """document.querySelector('[data-drawing="mode"] table').before_"""
    assert shown.evaluate(kept) is True
    # what was opened stays open
    opened = shown.locator('[data-drawing="mode"] [data-source="R131"]')
    expect(opened).to_have_attribute("aria-expanded", "true")


def test_narrow_rows_become_blocks(shown: Page) -> None:
    lenses = shown.locator('[data-drawing="lenses"] .bor-cells')
    expect(lenses).not_to_have_attribute("data-blocks", "")
    for width in (390, 320):
        shown.set_viewport_size({"width": width, "height": 844})
        expect(lenses).to_have_attribute("data-blocks", "")
        expect(cell(shown, "Iraq 2003", "Power").locator(".bor-cells-column")).to_be_visible()
        # the page around the table follows the window a frame later
        wait_until(
            shown,
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
            timeout=5_000,
        )
    left = [cell(shown, "Iraq 2003", name).bounding_box() for name in ("Relationships", "Power")]
    assert left[0] is not None
    assert left[1] is not None
    assert left[0]["x"] == left[1]["x"]
    assert left[0]["y"] < left[1]["y"]


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_stands_in_the_way_of_assistive_programs(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 800})
    found = Axe().run(shown, context=".bor-board").response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_the_picture_is_a_table_of_its_own(shown: Page, tmp_path: Path) -> None:
    figure = shown.locator('[data-drawing="mode"]')
    figure.locator(".bor-figure-open").click()
    with shown.expect_download() as waiting:
        figure.locator('[data-save="svg"]').click()
    target = tmp_path / "mode.svg"
    waiting.value.save_as(target)
    root = ElementTree.parse(target).getroot()
    words = " ".join(node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}tspan"))
    for told in ("Tie in sight", "Balance fails", "relationships", "you are here", "R131", "power"):
        assert told in words
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "You stand in one"
    assert "var(--" not in target.read_text(encoding="utf-8")
    expect(figure.locator(".bor-cells-picture")).to_have_count(0)


def test_hostile_words_stay_words(page: Page, tables: Server) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, tables.page("rough.ipynb"))
    expect(page.locator(".bor-cells-box")).to_have_count(2)
    assert page.locator(".bor img").count() == 0
    assert (page.locator(".bor-cells-box").last.text_content() or "").startswith("○<img src=x")
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
