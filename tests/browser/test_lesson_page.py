"""A lesson as a page: worked through by keys alone, and nothing committed is ever lost."""

from __future__ import annotations

import json
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from bor_widgets.course.journal import Journal, read_journal
from bor_widgets.theory import phrase
from tests.browser.harness import Server, Watch, free_port, open_page, running_server
from tests.hostile import TEXTS

LESSON = "03-three-principles.ipynb"

#: presses of the Tab key that a reader needs at most from one part of the lesson to the next
MOST_TABS = 400


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server whose Pythons may be killed."""
    with running_server("--port", str(free_port())) as running:
        yield running


def open_lesson(page: Page, server: Server, lesson: str = LESSON) -> None:
    open_page(page, server.page(lesson))
    expect(page.locator(".bor-predict").first).to_be_visible()


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


def commit(predict: Locator, choice: str) -> None:
    predict.locator(f"input[value={choice}]").check()
    predict.locator('[data-role="predict-commit"]').click()
    expect(predict.locator('[data-role="predict-answer"]')).to_be_visible()


def work_a_little(page: Page) -> None:
    """Commit to two predictions, answer two questions, write a note."""
    commit(page.locator(".bor-predict").nth(0), "allies")
    commit(page.locator(".bor-predict").nth(1), "split")
    wrong = page.locator('[data-item-id="L03-flexible"]')
    wrong.locator("input[value=compromise]").check()
    wrong.locator("[data-check]").click()
    expect(wrong.locator(".bor-quiz-message")).to_be_visible()
    right = page.locator('[data-item-id="L03-direct"]')
    right.locator("input[value=end]").check()
    right.locator("[data-check]").click()
    expect(right).to_have_attribute("data-state", "solved")
    note = page.locator(".bor-note").first
    note.locator("textarea").fill("My <b>argument</b>")
    note.get_by_role("button", name="Keep my note").click()
    expect(note.get_by_text("Kept in your journal.")).to_be_visible()


def sees_its_work(page: Page) -> None:
    """Find all of it where it was."""
    for index, choice in enumerate(("allies", "split")):
        predict = page.locator(".bor-predict").nth(index)
        expect(predict.locator('[data-role="predict-answer"]')).to_be_visible()
        assert predict.locator(f"input[value={choice}]").is_checked()
    expect(page.locator('[data-item-id="L03-direct"]')).to_have_attribute("data-state", "solved")
    tried = page.locator('[data-item-id="L03-flexible"]')
    expect(tried).to_have_attribute("data-state", "trying")
    expect(tried.locator("input[value=compromise]")).to_be_checked()
    expect(page.locator(".bor-note textarea").first).to_have_value("My <b>argument</b>")
    expect(page.locator('[data-role="journal-count"]').first).to_contain_text("5")


def kill_pythons(server: Server) -> int:
    """End every Python behind the pages, without a word."""
    found = [
        child
        for child in psutil.Process(server.process.pid).children(recursive=True)
        if "ipykernel_launcher" in " ".join(child.cmdline())
    ]
    for child in found:
        os.kill(child.pid, signal.SIGKILL)
    return len(found)


def test_with_python_killed_in_the_middle_nothing_committed_is_lost(
    own_server: Server, page: Page, watch: Watch
) -> None:
    watch.expected.append("404.*voila/api/shutdown")
    open_lesson(page, own_server)
    work_a_little(page)
    assert kill_pythons(own_server) >= 1
    expect(page.get_by_text("Python has stopped")).to_be_visible()
    page.get_by_role("button", name="Reload the page").click()
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


def test_two_pages_of_one_browser_keep_one_journal(server: Server, page: Page) -> None:
    open_lesson(page, server)
    other = page.context.new_page()
    open_page(other, server.page("journal.ipynb"))
    commit(page.locator(".bor-predict").first, "same")
    expect(other.locator('[data-role="journal-count"]')).to_contain_text("1")
    other.locator('[data-role="journal-name"]').fill("Mira")
    other.get_by_role("button", name="Keep my name").click()
    expect(other.locator('[data-role="journal-count"]')).to_contain_text("2")
    expect(page.locator('[data-role="journal-count"]').first).to_contain_text("2")
    other.goto("about:blank")


def test_a_case_is_kept_from_a_page_without_a_lesson(server: Server, page: Page) -> None:
    open_page(page, server.page("console.ipynb"))
    page.locator('[data-fold="case"]').first.click()
    page.get_by_label("Find a case").fill("Iraq 2003")
    page.locator('[data-slug="iraq-2003-united-states"]').first.click()
    page.locator(".bor-case-picker input[type=radio][value=breakup]").check()
    page.get_by_role("button", name="Commit my prediction").click()
    expect(page.get_by_text("What the paper says was done")).to_be_visible()
    expect(page.locator(".bor-journal-line")).to_contain_text("1 kept")
    page.goto("about:blank")
    open_page(page, server.page("journal.ipynb"))
    expect(page.locator('[data-role="journal-count"]')).to_contain_text("1")


def test_a_journal_is_saved_and_opened_in_another_browser(
    server: Server, page: Page, tmp_path: Path
) -> None:
    open_lesson(page, server)
    work_a_little(page)
    page.locator('[data-role="journal-toggle"]').click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save journal").click()
    file = tmp_path / "journal.jsonl"
    saved.value.save_as(file)
    assert len(read_journal(file.read_text())) == 5
    # another reader's browser knows nothing
    page.goto("about:blank")
    open_page(page, server.page("journal.ipynb"))
    page.evaluate("window.localStorage.clear()")
    page.goto("about:blank")
    open_lesson(page, server)
    expect(page.locator('[data-role="journal-count"]').first).to_contain_text("0")
    page.locator('[data-role="journal-toggle"]').click()
    page.locator(".bor-journal input[type=file]").set_input_files(file)
    expect(page.locator('[data-role="journal-told"]')).to_contain_text("5 entries were new")
    sees_its_work(page)


def test_a_damaged_file_is_refused_and_the_journal_stays(
    server: Server, page: Page, tmp_path: Path
) -> None:
    open_page(page, server.page("journal.ipynb"))
    page.locator('[data-role="journal-name"]').fill(TEXTS[0])
    page.get_by_role("button", name="Keep my name").click()
    expect(page.locator('[data-role="journal-count"]')).to_contain_text("1")
    broken = tmp_path / "journal.jsonl"
    broken.write_text(Journal().as_text() + "garbage\n")
    page.locator(".bor-journal input[type=file]").set_input_files(broken)
    expect(page.locator('[data-role="journal-problem"]')).to_contain_text("line 2")
    expect(page.locator('[data-role="journal-count"]')).to_contain_text("1")


def test_what_lies_damaged_in_the_browser_is_set_aside_and_not_written_over(
    server: Server, page: Page
) -> None:
    open_page(page, server.page("journal.ipynb"))
    page.evaluate(
        """() => {
          localStorage.setItem("bor_widgets:journal", "abcdef0123");
          localStorage.setItem("bor_widgets:journal:abcdef0123", "{damaged");
        }"""
    )
    page.goto("about:blank")
    open_page(page, server.page("journal.ipynb"))
    page.locator('[data-role="journal-name"]').fill("Mira")
    page.get_by_role("button", name="Keep my name").click()
    expect(page.locator('[data-role="journal-count"]')).to_contain_text("1")
    kept = json.loads(page.evaluate("JSON.stringify({...localStorage})"))
    assert "{damaged" in kept.values()
    current = kept[f"bor_widgets:journal:{kept['bor_widgets:journal']}"]
    assert read_journal(current).student == "Mira"


def test_the_journal_is_printed_in_words(server: Server, page: Page) -> None:
    open_lesson(page, server)
    work_a_little(page)
    # headless browsers print nothing: the document that would be printed is looked at
    page.evaluate("() => { HTMLIFrameElement.prototype.bor = true; }")
    page.locator('[data-role="journal-toggle"]').click()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print journal").click()
    paper = page.frame_locator("iframe[title='Journal of the course']")
    expect(paper.locator("h2").first).to_contain_text("Three principles")
    expect(paper.get_by_text("My <b>argument</b>")).to_be_attached()


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
    page.get_by_role("link", name=re.compile(rf"Read the lesson {number}$")).click()
    expect(page.locator(".bor-lesson-head")).to_contain_text(f"Lesson {number} of 12")
    expect(page.locator(".bor-quiz-item").first).to_be_attached()
    assert page.locator(".bor-failed").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
