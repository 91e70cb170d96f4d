"""Lesson 3 as a page, and a reader who works in it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.harness import Server, open_page

LESSON = "03-three-principles.ipynb"


def open_lesson(page: Page, server: Server, lesson: str = LESSON) -> None:
    open_page(page, server.page(lesson))
    expect(page.locator(".bor-predict").first).to_be_visible()


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
