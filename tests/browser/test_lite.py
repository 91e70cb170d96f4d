"""The site with no server: opened below a sub-path of a plain server of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Dialog, Page, expect

from bor_widgets.course.journal import read_journal
from bor_widgets.theory import phrase
from tests.browser.harness import PAGE_OPENS_WITHIN, Watch
from tests.browser.lesson_page import commit
from tests.browser.lite_site import (
    ANSWERS_WITHIN,
    built_once,
    open_from_site,
    wait_until_complete,
)
from tests.printed.parts import served_below
from tests.printed.seen import violations

pytestmark = pytest.mark.xdist_group("lite")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    return built_once(tmp_path_factory)


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """The address of the site below a sub-path of a server of its own."""
    with served_below(site, "/course/lite/") as address:
        yield address


@pytest.fixture
def reader(page: Page) -> Page:
    """A page with the patience that Python in a busy browser needs."""
    page.set_default_timeout(ANSWERS_WITHIN)
    return page


def move(page: Page, name: str, key: str) -> None:
    """Press a key on a slider of the first console of a page."""
    slider = page.locator(f'.bor-console input[type=range][data-name="{name}"]').first
    slider.focus()
    slider.press(key)


def test_the_first_page_leads_to_everything(page: Page, served: str, site: Path) -> None:
    page.goto(served)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    links = [link.get_attribute("href") or "" for link in page.locator("a").all()]
    opened = {found[1] for link in links if (found := re.search(r"[?]path=([^&]+)", link))}
    there = {
        path.relative_to(site / "files").as_posix() for path in (site / "files").rglob("*.ipynb")
    }
    # the page of all pages is this page's own counterpart
    assert opened == there - {"notebooks/index.ipynb"}
    assert violations(page, None) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_lesson_is_predicted_moved_and_found_again(
    reader: Page, served: str, watch: Watch
) -> None:
    page = reader
    page.goto(served)
    page.get_by_role("link", name="Begin with lesson 3").click()
    # it says what is happening, without a word of how it is done
    expect(page.locator("#bor-opening")).to_contain_text("Python")
    wait_until_complete(page)
    # a lesson begins at its beginning
    expect(page.locator(".jp-RenderedMarkdown h1").first).to_be_in_viewport()
    predict = page.locator(".bor-predict").first
    commit(predict, "allies")
    # the counterpart's power does not enter the choice (R11, P0 L1518-1533)
    source = predict.locator('[data-role="predict-answer"] [data-source="R11"]')
    expect(source).to_be_visible()
    source.click()
    expect(page.get_by_text(re.compile(r"P0 L")).first).to_be_visible()

    headline = page.locator('.bor-console [data-role="verdict-headline"]').first
    move(page, "relationship", "Home")
    move(page, "threat", "End")
    # a grave threat to a weak tie is judged direct, and answered by breakup (R13, T02)
    expect(headline).to_have_text(phrase("action", "breakup"))
    move(page, "threat", "Home")
    expect(headline).to_have_text(phrase("action", "none"))

    page.reload(wait_until="commit")
    wait_until_complete(page)
    again = page.locator(".bor-predict").first
    expect(again.locator('[data-role="predict-answer"]')).to_be_visible()
    expect(again.locator("input[value=allies]")).to_be_checked()
    # JupyterLite's worker listens at the host's root; what it hears never reaches the server
    elsewhere = [url for url in watch.requests if not url.startswith(served)]
    assert [url for url in elsewhere if not url.endswith("/api/service-worker-heartbeat")] == []


def test_the_console_answers_and_goes_on_without_a_connection(
    reader: Page, served: str, watch: Watch
) -> None:
    # the notebook's view changes its icon in the window's tab while Python works
    watch.expected.append("/static/favicons/")
    page = reader
    open_from_site(page, served, "notebooks/console.ipynb")
    page.context.set_offline(True)
    headline = page.locator('[data-role="verdict-headline"]').first
    move(page, "threat", "End")
    move(page, "relationship", "Home")
    expect(headline).to_have_text(phrase("action", "breakup"))
    page.context.set_offline(False)


def test_the_journal_is_kept_and_saved_as_a_file(reader: Page, served: str, tmp_path: Path) -> None:
    page = reader
    open_from_site(page, served, "lessons/03-three-principles.ipynb")
    commit(page.locator(".bor-predict").first, "allies")
    # another notebook of the site finds it
    open_from_site(page, served, "notebooks/journal.ipynb")
    with page.expect_download() as saved:
        page.locator('[data-role="journal-save"]').first.click()
    path = tmp_path / "journal.jsonl"
    saved.value.save_as(path)
    kept = read_journal(path.read_text(encoding="utf-8"))
    assert kept.latest("prediction", "L03/power")["choice"] == "allies"


def test_a_reader_goes_on_and_back_without_a_question(reader: Page, served: str) -> None:
    page = reader
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    open_from_site(page, served, "lessons/03-three-principles.ipynb")
    commit(page.locator(".bor-predict").first, "allies")
    page.get_by_role("link", name="Lesson 4").click()
    expect(page).to_have_url(re.compile("path=lessons/04-.*run=1"))
    wait_until_complete(page)
    page.get_by_role("link", name="All lessons and pages").click()
    expect(page).to_have_url(f"{served}index.html")
    assert asked == []


def test_a_part_of_the_site_that_is_missing_is_said_in_words(
    page: Page, served: str, watch: Watch
) -> None:
    watch.expected.append("python_stdlib|Failed to load|stdlib|fetch")
    page.route("**/python_stdlib.zip", lambda route: route.fulfill(status=404))
    page.goto(f"{served}notebooks/index.html?path=notebooks/console.ipynb&run=1")
    told = page.locator("#bor-opening-trouble")
    expect(told).to_contain_text("could not be loaded", timeout=PAGE_OPENS_WITHIN)
    expect(page.get_by_role("button", name="Reload the page")).to_be_visible()


def test_nothing_in_the_site_is_fetched_from_outside(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        loads = re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"']([^\"']+)", text)
        assert [url for url in loads if urlsplit(url).netloc] == [], page.name
