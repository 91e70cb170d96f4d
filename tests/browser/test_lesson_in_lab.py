"""Lesson 3 in JupyterLab: opened by double click, run, predicted, moved."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bor_widgets.theory import phrase
from tests.browser.harness import ROOT, Watch
from tests.browser.lab import running_lab

LESSON = "03-three-principles.md"


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab on a copy of the lessons."""
    lessons = tmp_path / "lessons"
    shutil.copytree(ROOT / "lessons", lessons)
    with running_lab(lessons, tmp_path / "home") as address:
        yield address


def test_the_lesson_is_predicted_and_its_console_moved(lab: str, page: Page, watch: Watch) -> None:
    # JupyterLab is not ours: what it says about itself in the console is its own affair.
    watch.expected.append("")
    page.goto(lab)
    page.locator(".jp-DirListing-item", has_text=LESSON).dblclick()
    expect(page.get_by_text(re.compile(r"\| Idle$"))).to_be_visible(timeout=60_000)
    page.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
    page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()

    predict = page.locator(".bor-predict").first
    expect(predict).to_be_visible(timeout=60_000)
    revealed = predict.locator('[data-role="predict-answer"]')
    expect(revealed).to_be_hidden()
    predict.locator("input[type=radio]").first.check()
    predict.locator('[data-role="predict-commit"]').click()
    # the counterpart's power does not enter the choice (R11, P0 L1518-1533)
    expect(revealed.locator('[data-source="R11"]')).to_be_visible()

    console = page.locator(".bor-console").first
    console.scroll_into_view_if_needed(timeout=60_000)
    slider = console.locator('input[type=range][data-name="threat"]')
    slider.focus()
    slider.press("End")
    headline = console.locator('[data-role="verdict-headline"]')
    expect(headline).to_have_text(phrase("action", "breakup"))
    slider.press("Home")
    expect(headline).to_have_text(phrase("action", "none"))
