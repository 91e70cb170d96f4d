"""Curves as a reader meets them: read, walked, and moved by keys and by dragging."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.harness import Server, open_page, running_server, wait_until, write_notebook

HOSTILE = "<img src=x onerror=alert(1)>\u202e" + "long name " * 1000

MOVED = """
from bor_widgets.charts.drawings.base import Axis
from bor_widgets.charts.drawings.curves import Band, Curve, Region, curves
from bor_widgets.widgets.board import Board
import ipywidgets
told = ipywidgets.Label(value="-")
told.add_class("told")
board = Board(["curves"], main=True)
def draw(at):
    board.show([curves(
        "c", f"Round {at}", Axis("Round", 0, 4, scale="our count"), Axis("Amount", scale="ours"),
        lines=[Curve("Commitment", (0, 2, 4), (0.2, 0.9, 0.4), "warn", note="It bends back."),
               Curve("Fatigue", (0, 2, 4), (0.1, 0.5 + at / 10, 0.3), "alarm"),
               Curve("Wish", (0, 4), (0.7, 0.7), aim=True)],
        bands=[Band("Hidden interest", (0, 4), (0.1, 0.2), (0.3, 0.8))],
        regions=[Region("High moment", 1, 3, "caution"), Region("x" * 40, 3, 4, "open", open=True)],
        at=at, at_label=f"Round {at}", moves="round", step=1)])
draw(1)
def hear(message):
    if message["kind"] == "set":
        draw(message["values"]["round"])
    told.value = str({key: value for key, value in message.items() if key != "kind"})
board.hear("set", hear)
board.hear("pick", hear)
board
"""

ROUGH = f"""
from bor_widgets.charts.drawings.base import Axis
from bor_widgets.charts.drawings.curves import Band, Curve, Region, curves
from bor_widgets.widgets.board import Board
board = Board(["curves"])
bad = {HOSTILE!r}
axis = Axis(bad, 0, 1, bad, bad, bad)
board.show([curves("c", bad, axis, axis, lines=[Curve(bad, (0, 1), (0, 1), note=bad)],
    bands=[Band(bad + "!", (0, 1), (0, 0), (1, 1))], regions=[Region(bad, 0, 1, "calm")],
    at=0.5, at_label=bad, moves=bad)])
board
"""


@pytest.fixture(scope="module")
def curved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("curves")
    write_notebook(folder, "moved.ipynb", [MOVED, "told"], title="Moved")
    write_notebook(folder, "rough.ipynb", [ROUGH], title="Rough")
    with running_server(folder) as running:
        yield running


def test_curves_are_read_walked_and_moved(page: Page, curved: Server) -> None:
    open_page(page, curved.page("moved.ipynb"))
    cursor = page.locator('[data-role="curves-cursor"]')
    sheet = page.locator(".bor-sheet-curves")
    told = page.locator('[data-role="curves-told"]')
    expect(told).to_contain_text("Round 1: Commitment 0.55")
    expect(told).to_contain_text("Hidden interest open")
    expect(
        page.locator("[data-name='? Hidden interest'], [data-name='Hidden interest']")
    ).to_contain_text("?")
    # an outcome is solid, an aim is dashed, and so is what is open
    dashes = page.locator(".bor-curves-line .bor-curves-path")
    assert dashes.nth(0).get_attribute("stroke-dasharray") == ""
    assert dashes.nth(2).get_attribute("stroke-dasharray")
    shapes = page.locator(".bor-curves-line .bor-curves-marks")
    assert len({(shapes.nth(n).get_attribute("d") or "")[-40:] for n in range(3)}) == 3
    results = Axe().run(page, ".bor-board")
    assert [fault["id"] for fault in results.response["violations"]] == []
    # keys: the picture follows and the cursor keeps the focus
    before = dashes.nth(1).get_attribute("d")
    cursor.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".bor-title")).to_have_text("Round 4")
    expect(sheet).to_have_attribute("data-at", "4")
    expect(cursor).to_be_focused()
    expect(cursor).to_have_attribute("aria-valuetext", "Round 4. Round 4")
    assert dashes.nth(1).get_attribute("d") != before
    page.keyboard.press("Home")
    expect(page.locator(".bor-title")).to_have_text("Round 0")
    # dragging, also beyond the end
    box = sheet.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 200, box["y"] + 150)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] + 200, box["y"] + 150, steps=6)
    page.mouse.up()
    expect(page.locator(".bor-title")).to_have_text("Round 4")
    page.mouse.move(box["x"] + 200, box["y"] + 150)
    expect(sheet).to_have_attribute("data-at", "4")
    # one stop for all lines, arrows walk among them
    lines = page.locator(".bor-curves-line")
    assert page.locator('.bor-curves-line[tabindex="0"]').count() == 1
    lines.first.focus()
    expect(told).to_have_text("Commitment: It bends back.")
    page.keyboard.press("ArrowRight")
    expect(lines.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("'key': 'Fatigue'")
    # a stretch whose name has no room is numbered and told below
    expect(page.locator(".bor-curves-legend")).to_contain_text("(3 to 4)")


def test_hostile_names_are_plain_text(page: Page, curved: Server) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    open_page(page, curved.page("rough.ipynb"))
    expect(page.locator(".bor-curves-line")).to_have_attribute("data-line", HOSTILE)
    assert page.locator(".bor-board img").count() == 0
    for width in (1200, 390):
        page.set_viewport_size({"width": width, "height": 700})
        wait_until(page, "document.documentElement.scrollWidth <= innerWidth", timeout=10_000)
