"""Fixtures for tests in a real browser. All of them run in one process, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.book_site import built_once
from tests.browser.harness import (
    PAGE_OPENS_WITHIN,
    Server,
    Watch,
    free_port,
    running_server,
    start_browser,
)

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in this folder, and keep it together in one process."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless browser for all tests."""
    with sync_playwright() as playwright:
        started = start_browser(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server that shows the product's own pages and lessons, for all tests."""
    with running_server("--port", str(free_port())) as running:
        yield running


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built book, without any address of a place to open it live."""
    return built_once(tmp_path_factory)


@pytest.fixture
def watch() -> Watch:
    """What the test's page asked for and complained about; see `Watch.expected`."""
    return Watch()


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    """A new, empty, watched page of a lecture room's size.

    The test fails when the page asks another host for anything, or reports an error that the
    test does not expect.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.set_default_timeout(PAGE_OPENS_WITHIN)
    opened = context.new_page()
    watch.attach(opened)
    yield opened
    # Leaving the page ends the Python behind it, as it does for a reader.
    opened.goto("about:blank")
    context.close()
    assert watch.complaints() == []
