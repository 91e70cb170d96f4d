"""A timeline as a reader meets it: walked, opened, and its year moved."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.harness import Server, open_page, running_server, wait_until, write_notebook

HOSTILE = "<img src=x onerror=alert(1)>\u202e" + "long name " * 1000

MOVED = """
from bor_widgets.charts.drawings.timeline import Event, Span, timeline
from bor_widgets.widgets.board import Board
import ipywidgets
told = ipywidgets.Label(value="-")
told.add_class("told")
board = Board(["timeline"], main=True)
eras = [Span("Favourable", 1815, 1853, "good", detail="The Concert."),
        Span("Mixed", 1853, 1890, "caution"), Span("Intense hard", 1890, 1914, "alarm"),
        Span("Nobody classified these years", 1914, 1919, "open", open=True)]
events = [Event("Later", 1900, detail="Something."), Event("Early", 1820, case="early-1820"),
          *(Event(f"A name of some length {n}", 1860 + n) for n in range(9))]
def draw(at):
    board.show([timeline("t", f"The year {at}", 1815, 1919, spans=eras, events=events,
                         at=at, at_label=f"Year {at}", moves="year")])
draw(1850)
def hear(message):
    if message["kind"] == "set":
        draw(message["values"]["year"])
    told.value = str({key: value for key, value in message.items() if key != "kind"})
for kind in ("set", "case", "pick"):
    board.hear(kind, hear)
board
"""

ROUGH = f"""
from bor_widgets.charts.drawings.timeline import Event, Span, timeline
from bor_widgets.widgets.board import Board
board = Board(["timeline"])
bad = {HOSTILE!r}
board.show([timeline("t", bad, 1900, 2000, at=1950, at_label=bad, moves=bad, lanes=[bad],
    spans=[Span(bad, 1900, 1950, "good", detail=bad)],
    events=[Event(bad, 1950 + n, detail=bad) for n in range(20)])])
board
"""


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("timeline")
    write_notebook(folder, "moved.ipynb", [MOVED, "told"], title="Moved")
    write_notebook(folder, "rough.ipynb", [ROUGH], title="Rough")
    with running_server(folder) as running:
        yield running


def names_that_meet(page: Page) -> list[list[str]]:
    """Names of events that cover each other."""
    found: list[list[str]] = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll(".bor-timeline-event text")]
            .filter((node) => node.textContent)
            .map((node) => [node.textContent, node.getBoundingClientRect()]);
          return all.flatMap(([one, a], at) => all.slice(at + 1)
            .filter(([, b]) => a.left < b.right && b.left < a.right
              && a.top + 2 < b.bottom && b.top + 2 < a.bottom)
            .map(([other]) => [one, other]));
        }"""
    )
    return found


def test_a_timeline_is_walked_opened_and_moved(page: Page, dated: Server) -> None:
    open_page(page, dated.page("moved.ipynb"))
    cursor = page.locator('[data-role="timeline-cursor"]')
    told = page.locator('[data-role="timeline-told"]')
    expect(told).to_have_text("Year 1850: Favourable")
    # unclassified years: dashed, with the sign, told below where their name has no room
    assert page.locator(".bor-timeline-span [data-open]").count() == 1
    expect(page.locator("[data-span='Nobody classified these years']")).to_have_text("?")
    expect(page.locator(".bor-timeline-legend")).to_contain_text("1914 to 1919: Nobody classified")
    results = Axe().run(page, ".bor-board")
    assert [fault["id"] for fault in results.response["violations"]] == []
    # keys move the year, a border year belongs to both sides, the focus stays
    cursor.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".bor-title")).to_have_text("The year 1853")
    expect(cursor).to_be_focused()
    expect(page.locator(".bor-timeline-span[data-now]")).to_have_count(2)
    expect(told).to_have_text("Year 1853: Favourable · Mixed")
    page.keyboard.press("End")
    expect(page.locator(".bor-title")).to_have_text("The year 1919")
    # one stop for all parts; arrows walk the events by year, up and down reach the periods
    first = page.locator("[data-event='Early']")
    assert page.locator(".bor-board g[role=button][tabindex='0']").count() == 1
    expect(first).to_have_attribute("tabindex", "0")
    first.focus()
    expect(told).to_have_text("Early (1820)")
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("early-1820")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-event='Later']")).to_be_focused()
    expect(told).to_have_text("Later (1900): Something.")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-span='Intense hard']")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("'what': 'span'")
    # a click opens the case and leaves the year alone; a press elsewhere moves it
    first.locator(".bor-timeline-dot").click()
    expect(page.locator(".told")).to_contain_text("early-1820")
    expect(page.locator(".bor-title")).to_have_text("The year 1919")
    page.locator("[data-span='Mixed']").click()
    expect(page.locator(".bor-title")).to_have_text(re.compile("The year 187[12]"))


@pytest.mark.parametrize("width", [1200, 390, 320])
def test_no_name_covers_another(page: Page, dated: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    open_page(page, dated.page("moved.ipynb"))
    expect(page.locator(".bor-timeline-event")).to_have_count(11)
    assert page.locator(".bor-timeline-event[data-named]").count() == 11
    assert names_that_meet(page) == []
    wait_until(page, "document.documentElement.scrollWidth <= innerWidth", timeout=10_000)


def test_hostile_names_are_plain_text(page: Page, dated: Server) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    open_page(page, dated.page("rough.ipynb"))
    expect(page.locator(".bor-timeline-event").first).to_have_attribute("data-event", HOSTILE)
    assert page.locator(".bor-board img").count() == 0
    for width in (1200, 390):
        page.set_viewport_size({"width": width, "height": 700})
        wait_until(page, "document.documentElement.scrollWidth <= innerWidth", timeout=10_000)
