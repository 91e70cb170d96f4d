"""The site with no server, built once for all tests that open it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import built
from tests.browser.harness import ROOT

#: Milliseconds until Python answers in a browser, on a busy machine.
ANSWERS_WITHIN = 240_000


def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site; it is built once, however many processes share the tests."""
    return built.built_once(tmp_path_factory, "lite", build)


def build(output: Path) -> str:
    """Build the site; return what went wrong, "" for nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "lite.build", "--output", str(output)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


def open_from_site(page: Page, address: str, path: str) -> None:
    """Open a notebook of the site as its first page does, and wait until all of it is there."""
    page.goto(f"{address}notebooks/index.html?path={path}&run=1", wait_until="commit")
    wait_until_complete(page)


def wait_until_complete(page: Page) -> None:
    """Wait until every part of a page that is opening has been prepared."""
    expect(page.locator("#bor-opening")).to_have_count(1)
    page.wait_for_function(
        "performance.getEntriesByName('bor-complete').length > 0", timeout=ANSWERS_WITHIN
    )
    expect(page.locator("#bor-opening")).to_have_count(0)
