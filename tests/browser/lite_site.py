"""The site with no server, built once for all tests that open it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import ROOT

#: Seconds that a site may take on a busy machine.
BUILT_WITHIN = 900.0

#: Milliseconds until Python answers in a browser, on a busy machine.
ANSWERS_WITHIN = 240_000


def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site; it is built once, however many processes share the tests."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    output, said = shared / "lite" / "site", shared / "lite" / "said.txt"
    try:
        (shared / "lite").mkdir()
    except FileExistsError:
        until = time.monotonic() + BUILT_WITHIN
        while not said.exists() and time.monotonic() < until:
            time.sleep(0.5)
        told = said.read_text(encoding="utf-8")
        assert told == "", told
        return output
    told = "The build was broken off."
    try:
        told = build(output)
    finally:
        said.write_text(told, encoding="utf-8")
    assert told == "", told
    return output


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
