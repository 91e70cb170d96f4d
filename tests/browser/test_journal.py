"""The journal in the browser: shared by its pages, saved, opened, printed, never written over."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from bor_widgets.course.journal import Journal, read_journal
from tests.browser.harness import Server, open_page
from tests.browser.lesson_page import commit, open_lesson, sees_its_work, work_a_little
from tests.hostile import TEXTS


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
    page.locator("[data-role=case-search]").fill("Iraq 2003")
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


def test_a_new_journal_does_not_bring_the_old_one_back(server: Server, page: Page) -> None:
    open_page(page, server.page("journal.ipynb"))
    page.locator('[data-role="journal-name"]').fill("Mira")
    page.get_by_role("button", name="Keep my name").click()
    expect(page.locator('[data-role="journal-count"]')).to_contain_text("1")
    page.get_by_role("button", name="Begin a new journal").click()
    page.get_by_role("button", name="Begin anew").click()
    expect(page.locator('[data-role="journal-told"]')).to_contain_text("A new journal is begun")
    page.goto("about:blank")
    open_page(page, server.page("journal.ipynb"))
    expect(page.locator('[data-role="journal-name"]')).to_have_value("")
    expect(page.locator('[data-role="journal-count"]')).to_contain_text("0")
    # the old one is out of sight, not gone
    kept = page.evaluate("Object.values({...localStorage}).join()")
    assert "Mira" in kept


def test_the_test_after_the_course_tells_in_the_end_what_was_learnt(
    server: Server, page: Page
) -> None:
    open_page(page, server.page("after-the-course.ipynb"))
    items = page.locator(".bor-quiz-item")
    expect(items).to_have_count(20)
    standing = page.locator('[data-role="quiz-score"]')
    for index in range(20):
        items.nth(index).locator("input").first.check()
        items.nth(index).locator("[data-check]").click()
        expect(items.nth(index)).to_contain_text("Kept.")
    expect(standing).to_contain_text("of 20 are right. There is no test before the course")
    assert page.locator('.bor-quiz-item[data-state="solved"]').count() == 0
