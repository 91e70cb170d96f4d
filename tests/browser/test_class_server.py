"""A class server in a real browser: the door, a full room, the end of a Python and of the day."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.harness import Watch, open_page, wait_until_it_can_be_used, write_notebook
from tests.voila.class_server import PATIENCE, ClassServer, class_server

#: A page with a control that answers, and one that asks for more memory than there is.
HUNGRY = [
    """
import threading
import ipywidgets
slider = ipywidgets.IntSlider(value=3, min=0, max=10)
shown = ipywidgets.Label(value="3")
slider.observe(lambda change: setattr(shown, "value", str(change["new"])), names="value")
kept = []
def eat(*_):
    while True:
        kept.append(bytearray(30_000_000))
at_once = ipywidgets.Button(description="Eat at once")
at_once.on_click(eat)
aside = ipywidgets.Button(description="Eat aside")
aside.on_click(lambda _: threading.Thread(target=eat).start())
ipywidgets.VBox([slider, shown, at_once, aside])
"""
]

SLIDER = ".widget-slider .noUi-handle"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the page."""
    pages = tmp_path / "pages"
    pages.mkdir()
    write_notebook(pages, "hungry.ipynb", HUNGRY)
    return pages


def hungry(server: ClassServer) -> str:
    """Return the address of the page."""
    return f"http://127.0.0.1:{server.port}/voila/render/hungry.ipynb"


def press_right(page: Page, shows: int) -> None:
    """Move the slider and wait for the answer."""
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".widget-label", has_text=re.compile(f"^{shows}$"))).to_be_visible()


def test_the_door_is_opened_with_the_keyboard(page: Page, watch: Watch, folder: Path) -> None:
    watch.expected.append("401")
    with class_server(folder, "--token", "Open+sesame/1") as server:
        page.goto(hungry(server) + "?a=1&b=2")
        expect(page).to_have_title("This course asks for a token")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        field = page.get_by_label("Token")
        expect(field).to_be_focused()
        page.keyboard.type("another token")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("That is not the token.")
        expect(field).to_be_focused()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        page.keyboard.type("Open+sesame/1")
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Go in")).to_be_focused()
        page.keyboard.press("Enter")
        wait_until_it_can_be_used(page)
        assert page.url == hungry(server) + "?a=1&b=2"
        press_right(page, 4)
        page.goto("about:blank")


def test_a_token_in_the_address_leaves_it(page: Page, folder: Path) -> None:
    with class_server(folder, "--token", "auto") as server:
        [token] = re.findall(r"token=(\S+)", server.line)
        page.goto(hungry(server) + f"?token={token}", wait_until="commit")
        wait_until_it_can_be_used(page)
        assert page.url == hungry(server)
        press_right(page, 4)
        page.goto("about:blank")


def test_a_full_room_is_told_and_a_place_is_found(page: Page, watch: Watch, folder: Path) -> None:
    watch.expected.append("503")
    with class_server(folder, "--students", "1") as server:
        inside = page.context.new_page()
        open_page(inside, hungry(server))
        page.goto(hungry(server))
        expect(page.get_by_role("heading")).to_have_text("The room is full")
        expect(page.get_by_text("1 of 1 places are taken.")).to_be_visible()
        expect(page.get_by_text("Your work is kept in your browser.")).to_be_visible()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        # whoever is inside may reload: the place is not lost to the page's own last Python
        inside.reload(wait_until="commit")
        wait_until_it_can_be_used(inside)
        inside.goto("about:blank")
        page.get_by_role("link", name="Try again").click()
        wait_until_it_can_be_used(page)
        press_right(page, 4)
        page.goto("about:blank")


@pytest.mark.parametrize("button", ["Eat at once", "Eat aside"])
@pytest.mark.parametrize("spare", [0, 1])
def test_a_page_that_needs_too_much_is_told_so(
    page: Page, watch: Watch, folder: Path, button: str, spare: int
) -> None:
    # The page that is left asks to end a Python that has ended already.
    watch.expected.append("404.*voila/api/shutdown")
    with class_server(folder, "--memory", "400", "--spare", str(spare)) as server:
        open_page(page, hungry(server))
        press_right(page, 4)
        page.get_by_role("button", name=button).click()
        trouble = page.locator("#bor-trouble")
        expect(trouble).to_contain_text("needed more memory than one page may have here")
        expect(trouble).to_contain_text("What you committed is kept in your browser.")
        page.get_by_role("button", name="Resume").click()
        expect(trouble).to_be_hidden()
        wait_until_it_can_be_used(page)
        press_right(page, 4)
        page.goto("about:blank")


def test_while_the_server_waits_open_pages_go_on(page: Page, watch: Watch, folder: Path) -> None:
    watch.expected += ["503", "WebSocket", "ERR_CONNECTION_REFUSED", "Failed to fetch"]
    with class_server(folder, "--drain", "600") as server:
        open_page(page, hungry(server))
        server.process.send_signal(signal.SIGTERM)
        late = page.context.new_page()
        late.goto(hungry(server))
        expect(late.get_by_role("heading")).to_have_text("The server is about to stop")
        press_right(page, 4)
        page.goto("about:blank")
        assert server.process.wait(PATIENCE) == 0
