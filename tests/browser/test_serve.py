"""`bor serve` in a real browser: it opens, stays at home, and says what is wrong."""

from __future__ import annotations

import os
import re
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.harness import (
    OWN_HOST,
    ROOT,
    Server,
    ServerFailed,
    Watch,
    free_port,
    open_page,
    running_server,
    start_server,
    wait_until_it_can_be_used,
    write_notebook,
)

BARE = ROOT / "benchmarks" / "notebooks"

SLIDER = ".widget-slider .noUi-handle"

#: Scripts that a page may fetch: the gathered ones, three extensions and their few parts. More
#: means that Voila's parts have changed and bor_widgets/voila/chunks.toml is out of date.
MOST_SCRIPTS = 8

#: A page that says which Python is behind it, and fails when asked to.
TALKING = [
    """
import os
import ipywidgets
number = ipywidgets.Label(value=f"process {os.getpid()}")
asked = ipywidgets.Label(value="query " + os.environ.get("QUERY_STRING", ""))
slider = ipywidgets.IntSlider(value=3, min=0, max=10)
shown = ipywidgets.Label(value="3")
def show(change):
    shown.value = str(change["new"])
slider.observe(show, names="value")
ipywidgets.VBox([number, asked, slider, shown])
"""
]

FAILING = [
    "print('before the fault')",
    "secret = 'a name that must not be seen'\nraise ValueError(secret)",
    "print('after the fault')",
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for notebooks made here."""
    folder = tmp_path_factory.mktemp("pages")
    write_notebook(
        folder, "talking.ipynb", TALKING, title="Talks <b>& listens</b>", text="# It talks"
    )
    write_notebook(folder, "failing.ipynb", FAILING)
    write_notebook(folder, "dying.ipynb", ["import os\nos.kill(os.getpid(), 9)"])
    with running_server(folder, "--port", str(free_port())) as running:
        yield running


def process_id(page: Page) -> int:
    """Return the id of the Python behind the page, as the page shows it."""
    text = page.get_by_text(re.compile(r"^process \d+$")).inner_text()
    return int(text.split()[1])


def test_a_page_opens_answers_and_stays_at_home(pages: Server, page: Page, watch: Watch) -> None:
    open_page(page, pages.page("talking.ipynb") + "?threat=0.7")
    expect(page).to_have_title("Talks <b>& listens</b>")
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    expect(page.get_by_text("query threat=0.7")).to_be_visible()
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".widget-label", has_text=re.compile("^4$"))).to_be_visible()
    expect(page.locator("#bor-trouble")).to_be_hidden()
    assert watch.outside == []
    assert len([url for url in watch.requests if ".js" in url]) <= MOST_SCRIPTS


def test_plotlys_bundle_stays_away(pages: Server, page: Page, watch: Watch) -> None:
    open_page(page, pages.page("talking.ipynb"))
    assert not [url for url in watch.requests if "plotly" in url.lower()]


def test_scripts_come_compressed_and_are_kept(pages: Server, page: Page) -> None:
    with page.expect_response(re.compile("/voila/scripts/")) as caught:
        open_page(page, pages.page("talking.ipynb"))
    headers = caught.value.headers
    assert headers["content-encoding"] == "gzip"
    assert "immutable" in headers["cache-control"]


def test_the_start_can_be_read_and_skipped_to(pages: Server, page: Page) -> None:
    page.goto(pages.page("talking.ipynb"), wait_until="commit")
    start = page.locator("#bor-start")
    expect(start).to_have_attribute("role", "status")
    open_page(page, pages.page("talking.ipynb"))
    page.keyboard.press("Tab")
    expect(page.locator(".bor-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    assert page.locator("main").count() == 1


def test_no_faults_of_access_in_the_frame(pages: Server, page: Page) -> None:
    open_page(page, pages.page("talking.ipynb"))
    # What ipywidgets draws is not ours: the frame around it is.
    found = Axe().run(page, context={"exclude": [[".bor-output"]]})
    assert found.violations_count == 0, found.generate_report()


def test_no_faults_of_access_in_the_plain_pages(pages: Server, page: Page, watch: Watch) -> None:
    watch.expected.append("404")
    for address in (pages.address, pages.page("nothing.ipynb")):
        page.goto(address)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_the_list_of_pages_leads_to_a_page(pages: Server, page: Page) -> None:
    page.goto(pages.address)
    expect(page).to_have_title("Choose a page")
    page.get_by_role("link", name="Talking").click()
    expect(page.locator(SLIDER)).to_be_visible()


def test_a_wrong_address_is_told_in_words(pages: Server, page: Page, watch: Watch) -> None:
    watch.expected.append("404")
    page.goto(pages.page("nothing.ipynb"))
    expect(page.get_by_role("heading")).to_have_text("There is no such page")
    page.get_by_role("link").click()
    expect(page).to_have_title("Choose a page")


def test_a_failing_page_shows_a_sentence_and_no_traceback(pages: Server, page: Page) -> None:
    open_page(page, pages.page("failing.ipynb"))
    expect(page.get_by_text("before the fault")).to_be_visible()
    expect(page.get_by_text("This part of the page could not be shown.")).to_be_visible()
    source = page.content()
    for word in ("ValueError", "a name that must not be seen", "Traceback", "after the fault"):
        assert word not in source


def test_python_that_dies_at_the_start_is_told_in_words(
    pages: Server, page: Page, watch: Watch
) -> None:
    watch.expected += ["404", "widget", "kernel"]
    open_page(page, pages.page("dying.ipynb"))
    expect(page.get_by_text("This part of the page could not be shown.")).to_be_visible()
    assert "Traceback" not in page.content()


def test_when_python_dies_the_page_says_so_and_resumes(
    pages: Server, page: Page, watch: Watch
) -> None:
    # The page that is left asks to end a Python that has ended already.
    watch.expected.append("404.*voila/api/shutdown")
    open_page(page, pages.page("talking.ipynb"))
    first = process_id(page)
    os.kill(first, signal.SIGKILL)
    sentence = page.get_by_text("Python has stopped")
    expect(sentence).to_be_visible()
    with page.expect_navigation(wait_until="commit"):  # it knocks first
        page.get_by_role("button", name="Resume").click()
    expect(sentence).to_be_hidden()
    wait_until_it_can_be_used(page)
    assert process_id(page) != first
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".widget-label", has_text=re.compile("^2$"))).to_be_visible()


def test_when_the_server_goes_the_page_says_so(page: Page, watch: Watch, tmp_path: Path) -> None:
    watch.expected += ["WebSocket", "ERR_CONNECTION_REFUSED", "Failed to fetch", "fetch"]
    # the page that resumes says goodbye to a Python that the new server never had
    watch.expected.append("404.*voila/api/shutdown")
    write_notebook(tmp_path, "talking.ipynb", TALKING)
    with running_server(tmp_path, "--port", str(free_port())) as short_lived:
        open_page(page, short_lived.page("talking.ipynb"))
        assert short_lived.stop() == 0
        trouble = page.locator("#bor-trouble")
        expect(trouble).to_be_visible()
        expect(trouble).to_contain_text(re.compile("Python has stopped|connection .* is lost"))
        # a page that is reloaded while nobody answers would be gone
        page.get_by_role("button", name="Resume").click()
        expect(trouble).to_contain_text("The server does not answer yet")
        port = str(urlsplit(short_lived.address).port)
        with running_server(tmp_path, "--port", port):
            expect(trouble).to_contain_text("answers again")
            with page.expect_navigation(wait_until="commit"):
                page.get_by_role("button", name="Resume").click()
            wait_until_it_can_be_used(page)
            page.locator(SLIDER).focus()
            page.keyboard.press("ArrowRight")
            expect(page.locator(".widget-label", has_text=re.compile("^4$"))).to_be_visible()
            page.goto("about:blank")


def test_stopping_leaves_no_python_behind(browser: Browser, tmp_path: Path) -> None:
    write_notebook(tmp_path, "talking.ipynb", TALKING)
    server = start_server(tmp_path, "--port", str(free_port()))
    children: list[psutil.Process] = []
    try:
        page = browser.new_page()
        open_page(page, server.page("talking.ipynb"))
        children = psutil.Process(server.process.pid).children(recursive=True)
        assert children
        page.close()
    finally:
        code = server.stop()
    assert code == 0
    _, alive = psutil.wait_procs(children, timeout=10)
    assert alive == []


def test_the_default_port_gives_way_and_says_so() -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((OWN_HOST, 8866))
            taken.listen()
        except OSError:
            pass  # another server has it: just as good
        with running_server(BARE, spare=0) as server:
            assert not server.address.startswith(f"http://{OWN_HOST}:8866/")
            assert "port 8866 is in use" in server.said


def test_a_port_asked_for_and_taken_is_refused_in_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind((OWN_HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ServerFailed, match=f"Port {port} is in use") as refused:
            start_server(BARE, "--port", str(port), spare=0)
    assert "Traceback" not in str(refused.value)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["no-such-folder"], "There is no no-such-folder"),
        (["pyproject.toml"], "not a notebook"),
        (["requirements"], "There are no notebooks"),
        (["benchmarks/notebooks", "--port", "70000"], "from 1 to 65535, but 70000"),
        (["benchmarks/notebooks", "--spare", "51"], "from 0 to 50, but 51"),
    ],
)
def test_what_cannot_be_served_is_told_in_one_sentence(arguments: list[str], sentence: str) -> None:
    with pytest.raises(ServerFailed, match=sentence) as refused:
        start_server(*arguments)
    assert str(refused.value).count("\n") == 0


def test_a_base_address_stands_before_every_page(page: Page, tmp_path: Path) -> None:
    write_notebook(tmp_path, "talking.ipynb", TALKING)
    arguments = (tmp_path, "--port", str(free_port()), "--base-url", "/course/of/autumn")
    with running_server(*arguments) as server:
        assert server.address.endswith("/course/of/autumn/")
        open_page(page, server.page("talking.ipynb"))
        expect(page.locator(SLIDER)).to_be_visible()
        page.goto("about:blank")


def test_a_name_from_elsewhere_is_refused(pages: Server) -> None:
    """Another site must not reach Python here through a name that points to this machine."""
    port = int(pages.address.rsplit(":", 1)[1].strip("/"))
    with socket.create_connection((OWN_HOST, port), timeout=10) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n")
        answer = line.recv(200)
    assert b" 403 " in answer.splitlines()[0]


def test_a_page_that_is_left_ends_its_python(pages: Server, page: Page) -> None:
    open_page(page, pages.page("talking.ipynb"))
    left = psutil.Process(process_id(page))
    page.goto("about:blank")
    until = time.monotonic() + 20
    while left.is_running() and time.monotonic() < until:
        time.sleep(0.1)
    assert not left.is_running()
