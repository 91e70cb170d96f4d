"""One task, the same in every way that a lesson can reach a student.

Open lesson 3, predict, move both sliders, read the verdict and its source, save the journal.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from bor_widgets.course.journal import read_journal
from bor_widgets.theory import phrase

#: Milliseconds for anything that a slow machine has to compute; generous.
WITHIN = 90_000


def predict(page: Page) -> None:
    """Commit to a prediction; only then is the answer there, with the rule it comes from."""
    question = page.locator(".bor-predict").first
    expect(question).to_be_visible(timeout=WITHIN)
    revealed = question.locator('[data-role="predict-answer"]')
    expect(revealed).to_be_hidden()
    question.locator("input[value=allies]").check()
    question.locator('[data-role="predict-commit"]').click()
    # the counterpart's power does not enter the choice (R11, P0 L1518-1533)
    expect(revealed.locator('[data-source="R11"]')).to_be_visible(timeout=WITHIN)


def move_both_sliders(page: Page) -> Locator:
    """Move threat and relationship by key; return the console.

    Expected are the papers' principles: no threat, no response; a grave threat to a tie that
    is gone, breakup (R02, P0 L405-413).
    """
    console = page.locator(".bor-console").first
    console.scroll_into_view_if_needed(timeout=WITHIN)
    headline = console.locator('[data-role="verdict-headline"]')
    threat = console.locator('input[type=range][data-name="threat"]')
    tie = console.locator('input[type=range][data-name="relationship"]')
    press(threat, "Home")
    expect(headline).to_have_text(phrase("action", "none"), timeout=WITHIN)
    press(threat, "End")
    press(tie, "Home")
    expect(headline).to_have_text(phrase("action", "breakup"), timeout=WITHIN)
    return console


def press(slider: Locator, key: str) -> None:
    """Press a key on a slider."""
    slider.focus(timeout=WITHIN)
    slider.press(key)


def read_the_source(console: Locator) -> None:
    """Ask who says so: principle 2, in the paper on Balance of Relationships (R02)."""
    source = console.locator('[data-role="verdict-reasons"] [data-source="R02"]').first
    source.click()
    expect(source).to_have_attribute("aria-expanded", "true")
    told = console.page.locator(f"#{source.get_attribute('aria-controls')}")
    expect(told).to_contain_text("Balance of Relationships")
    expect(told).to_contain_text("P0 L405-413")


def save_the_journal(page: Page, folder: Path) -> None:
    """Save it as a file; the prediction is in it."""
    page.locator('[data-role="journal-toggle"]').first.click()
    with page.expect_download(timeout=WITHIN) as caught:
        page.get_by_role("button", name="Save journal").first.click()
    path = folder / "journal.jsonl"
    caught.value.save_as(path)
    kept = read_journal(path.read_text(encoding="utf-8"))
    assert kept.latest("prediction", "L03/power")["choice"] == "allies"


def work_through(page: Page, folder: Path) -> None:
    """Do the whole task on a lesson that is open, up to the file with the journal."""
    predict(page)
    read_the_source(move_both_sliders(page))
    save_the_journal(page, folder)


def work_through_in_the_book(page: Page) -> None:
    """Do the same where there is no Python and no journal: on a page of the book."""
    answer = page.locator("section.bor-predict details.bor-answer").first
    expect(answer.locator(".bor-right")).to_be_hidden()
    answer.locator("> summary").press("Enter")
    expect(answer.locator(".bor-right")).to_be_visible()
    figure = page.locator("[data-bor-explore]", has=page.locator('[data-slider="threat"]')).first
    figure.scroll_into_view_if_needed()
    headline = figure.locator(".bor-verdict-card .bor-verdict-headline")
    threat, tie = (figure.locator(f'[data-slider="{name}"]') for name in ("threat", "relationship"))
    press(threat, "Home")
    expect(headline).to_have_text(phrase("action", "none"), timeout=WITHIN)
    press(threat, "End")
    press(tie, "Home")
    expect(headline).to_have_text(phrase("action", "breakup"))
    source = figure.locator('.bor-verdict-card [data-source="R02"]').first
    source.click()
    expect(figure.get_by_text("P0 L405-413").first).to_be_visible()
