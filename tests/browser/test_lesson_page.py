"""A lesson as a page: worked through by keys alone, and nothing committed is ever lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from bor_widgets.theory import phrase
from tests.browser.harness import (
    Server,
    Watch,
    free_port,
    open_page,
    pythons_behind,
    running_server,
    wait_until_it_can_be_used,
)
from tests.browser.lesson_page import commit, open_lesson, sees_its_work, work_a_little

#: presses of the Tab key that a reader needs at most from one part of the lesson to the next
MOST_TABS = 400


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server whose Pythons may be killed."""
    with running_server("--port", str(free_port())) as running:
        yield running


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is on an element."""
    target.wait_for(state="attached")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if target.evaluate("node => node === document.activeElement"):
            return
    pytest.fail(f"{target} cannot be reached by Tab")


def commit_by_keys(page: Page, predict: Locator, choice: str) -> None:
    """Choose an answer with the arrows and commit to it."""
    radios = predict.locator("input[type=radio]")
    tab_to(page, radios.first)
    page.keyboard.press("Space")
    for _ in range(radios.count()):
        if predict.locator(f"input[value={choice}]").is_checked():
            break
        page.keyboard.press("ArrowDown")
    tab_to(page, predict.locator('[data-role="predict-commit"]'))
    page.keyboard.press("Enter")


def test_the_lesson_is_done_with_the_keyboard_alone(server: Server, page: Page) -> None:
    open_lesson(page, server)
    power = page.locator(".bor-predict").first
    commit_by_keys(page, power, "allies")
    answer = power.locator('[data-role="predict-answer"]')
    expect(answer).to_be_focused()
    expect(answer.locator('[data-source="R11"]')).to_be_visible()

    term = page.locator('.bor-term[data-term="A045"]')
    tab_to(page, term)
    meaning = page.locator(f"#{term.get_attribute('aria-describedby')}")
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()

    source = page.locator('.bor-source-row [data-source="R15"]').first
    tab_to(page, source)
    page.keyboard.press("Enter")
    expect(source).to_have_attribute("aria-expanded", "true")

    console = page.locator(".bor-console").first
    tab_to(page, console.locator('input[type=range][data-name="threat"]'))
    page.keyboard.press("End")
    headline = console.locator('[data-role="verdict-headline"]')
    expect(headline).to_have_text(phrase("action", "breakup"))
    page.keyboard.press("Home")
    expect(headline).to_have_text(phrase("action", "none"))

    note = page.locator(".bor-note").first
    tab_to(page, note.locator('[data-role="note-field"]'))
    page.keyboard.type("A lock can be potential and direct.")
    tab_to(page, note.locator('[data-role="note-keep"]'))
    page.keyboard.press("Enter")
    expect(note.get_by_text("Kept in your journal.")).to_be_visible()

    item = page.locator('[data-item-id="L03-direct"]')
    tab_to(page, item.locator("input[type=radio]").first)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, item.locator('[data-check="L03-direct"]'))
    page.keyboard.press("Enter")
    expect(item).to_have_attribute("data-state", "solved")

    done = page.locator('[data-role="lesson-done"]')
    expect(done).to_contain_text("1 of 4 predictions")
    expect(done).to_contain_text("1 of 12 questions")


def kill_pythons(server: Server) -> int:
    """End every Python behind the pages, without a word."""
    found = pythons_behind(server)
    for child in found:
        child.kill()
    return len(found)


def test_with_python_killed_in_the_middle_nothing_committed_is_lost(
    own_server: Server, page: Page, watch: Watch
) -> None:
    watch.expected.append("404.*voila/api/shutdown")
    open_lesson(page, own_server)
    work_a_little(page)
    assert kill_pythons(own_server) >= 1
    expect(page.get_by_text("Python has stopped")).to_be_visible()
    with page.expect_navigation(wait_until="commit"):  # it knocks first
        page.get_by_role("button", name="Resume").click()
    wait_until_it_can_be_used(page)
    expect(page.locator(".bor-predict").first).to_be_visible()
    sees_its_work(page)


def test_a_closed_tab_loses_nothing_and_another_page_knows_of_it(
    server: Server, page: Page
) -> None:
    open_lesson(page, server)
    work_a_little(page)
    page.goto("about:blank")
    open_page(page, server.page("journal.ipynb"))
    expect(page.locator('[data-role="journal-count"]')).to_contain_text("5")
    expect(page.get_by_text("2 of 4 predictions, 1 of 12 questions solved")).to_be_visible()
    open_lesson(page, server)
    sees_its_work(page)


def test_the_lesson_is_accessible_and_fits_a_phone(server: Server, page: Page) -> None:
    open_lesson(page, server)
    page.locator('[data-role="journal-toggle"]').click()
    commit(page.locator(".bor-predict").first, "same")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    serious = [
        f"{rule['id']}: {rule['nodes'][0]['html'][:120]}"
        for rule in found.response["violations"]
        if rule["impact"] in ("serious", "critical")
    ]
    assert serious == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("number", range(1, 13))
def test_every_lesson_opens_as_a_page(server: Server, page: Page, number: int) -> None:
    open_page(page, server.page("index.ipynb"))
    link = page.get_by_role("link", name=re.compile(rf"Read the lesson {number}$"))
    open_page(page, server.page(str(link.get_attribute("href"))))
    expect(page.locator(".bor-lesson-head")).to_contain_text(f"Lesson {number} of 12")
    expect(page.locator(".bor-quiz-item").first).to_be_attached()
    assert page.locator(".bor-failed").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
