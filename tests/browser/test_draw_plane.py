"""The point of a plane under a quick hand, while Python answers slowly."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import Server, open_page, running_server, write_notebook

#: every answer comes late, one after another, as from a busy machine
SLOW = """
import time
from bor_widgets.charts.drawings.base import Axis
from bor_widgets.charts.drawings.plane import Zone, plane
from bor_widgets.widgets.board import Board
board = Board(["plane"], main=True)
def draw(x, y):
    board.show([plane("p", f"At {x:.2f}", Axis("Tie"), Axis("Threat"),
        zones=[Zone("Everywhere", ((0, 0), (1, 0), (1, 1), (0, 1)), "calm")],
        at=(x, y), moves=("tie", "threat"), at_label=f"At {x:.2f}")])
draw(0.5, 0.5)
def hear(message):
    time.sleep(0.1)
    draw(message["values"]["tie"], message["values"]["threat"])
board.hear("set", hear)
board
"""


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("plane")
    write_notebook(folder, "slow.ipynb", [SLOW], title="Slow")
    with running_server(folder) as running:
        yield running


def places(page: Page) -> list[float]:
    """Return where the point has been since it was watched, without rests."""
    seen: list[float] = page.evaluate("window.places")
    return [place for at, place in enumerate(seen) if at == 0 or place != seen[at - 1]]


def test_a_late_answer_does_not_throw_the_point_back(page: Page, slow: Server) -> None:
    open_page(page, slow.page("slow.ipynb"))
    point = page.locator('[data-role="plane-point"]')
    expect(point).to_have_attribute("data-x", "0.50")
    point.evaluate(
        """(node) => {
          window.places = [];
          new MutationObserver(() => window.places.push(Number(node.dataset.x)))
            .observe(node, { attributes: true, attributeFilter: ["data-x"] });
        }"""
    )
    point.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(60)
    expect(page.locator(".bor-title")).to_have_text("At 0.58")
    page.wait_for_timeout(400)
    assert places(page) == [0.52, 0.54, 0.56, 0.58]
    expect(point).to_be_focused()
    # the same while it is dragged, and where it was left it stays
    box = page.locator(".bor-plane-ground").bounding_box()
    hub = point.locator(".bor-plane-core").bounding_box()
    assert box
    assert hub
    y = hub["y"] + hub["height"] / 2
    page.mouse.move(hub["x"] + hub["width"] / 2, y)
    page.mouse.down()
    for share in (0.7, 0.8, 0.9):
        page.mouse.move(box["x"] + box["width"] * share, y)
        page.wait_for_timeout(60)
    page.mouse.up()
    expect(page.locator(".bor-title")).to_have_text("At 0.90")
    page.wait_for_timeout(400)
    been = places(page)
    assert been == sorted(been)
    assert been[-1] == 0.9
