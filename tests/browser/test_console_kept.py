"""The state of the console in the address and in a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bor_widgets.situation import Situation
from bor_widgets.theory import phrase
from bor_widgets.widgets.console_state import Snapshot
from bor_widgets.widgets.saved_state import to_file, to_link
from tests.browser.console_page import SEEN_WITHIN, ConsolePage
from tests.browser.harness import Server, open_page

PICTURE = Snapshot(Situation(threat=0.93, relationship=0.12), wording="conclusion")


@pytest.fixture
def console(page: Page, server: Server) -> ConsolePage:
    """The console, opened."""
    return ConsolePage(page, server)


def test_a_reloaded_page_shows_the_same_picture(console: ConsolePage) -> None:
    console.set("threat", 0.93)
    console.sees("breakup")
    expect(console.page).to_have_url(re.compile(r"[?&]s=\w"), timeout=SEEN_WITHIN)
    console.page.reload()
    expect(console.number("threat")).to_have_value("0.93", timeout=60_000)
    console.sees("breakup")


def test_a_sent_link_opens_the_same_picture(page: Page, server: Server) -> None:
    open_page(page, f"{server.page('console.ipynb')}?s={to_link(PICTURE)}")
    expect(page.locator('[data-number="threat"]')).to_have_value("0.93", timeout=60_000)
    expect(page.locator('[data-number="relationship"]')).to_have_value("0.12")
    expect(page.get_by_label(phrase("wording", "conclusion"))).to_be_checked()


def test_a_damaged_link_is_told_and_the_page_works(page: Page, server: Server) -> None:
    open_page(page, f"{server.page('console.ipynb')}?s=eJx<script>")
    expect(page.locator(".bor-link-bar .bor-error")).to_contain_text("damaged", timeout=60_000)
    expect(page.locator('[data-number="threat"]')).to_have_value("0.50")


def test_work_is_saved_and_opened_again(console: ConsolePage, tmp_path: Path) -> None:
    console.set("threat", 0.93)
    console.sees("breakup")
    with console.page.expect_download() as waiting:
        console.page.locator('.bor-link-bar [data-role="save"]').click()
    kept = tmp_path / "kept.json"
    waiting.value.save_as(kept)
    console.page.locator('[data-role="reset"]').click()
    expect(console.number("threat")).to_have_value("0.50")
    console.page.locator(".bor-link-bar input[type=file]").set_input_files(kept)
    expect(console.number("threat")).to_have_value("0.93", timeout=SEEN_WITHIN)


@pytest.mark.parametrize("content", ["{", "[]", '{"format": "another"}', "\x00\x01"])
def test_a_foreign_file_is_refused_and_nothing_is_lost(
    console: ConsolePage, tmp_path: Path, content: str
) -> None:
    console.set("threat", 0.93)
    console.sees("breakup")
    foreign = tmp_path / "foreign.json"
    foreign.write_text(content)
    console.page.locator(".bor-link-bar input[type=file]").set_input_files(foreign)
    problem = console.page.locator(".bor-link-bar .bor-error")
    expect(problem).to_contain_text("nothing was changed", timeout=SEEN_WITHIN)
    expect(console.number("threat")).to_have_value("0.93")


def test_a_file_of_ours_is_what_the_page_saves() -> None:
    assert '"format": "bor_widgets situation"' in to_file(PICTURE, {})
