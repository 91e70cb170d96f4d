"""Lesson 3 in JupyterLab: opened by double click, run, predicted, moved."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, expect

from bor_widgets.course.journal import read_journal
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


def open_and_run(lab: str, page: Page) -> None:
    page.goto(lab)
    page.locator(".jp-DirListing-item", has_text=LESSON).dblclick()
    expect(page.get_by_text(re.compile(r"\| Idle$"))).to_be_visible(timeout=60_000)
    run_all(page)


def run_all(page: Page) -> None:
    page.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
    page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
    expect(page.locator(".bor-predict").first).to_be_visible(timeout=60_000)


def test_the_lesson_is_predicted_and_its_console_moved(lab: str, page: Page, watch: Watch) -> None:
    # JupyterLab is not ours: what it says about itself in the console is its own affair.
    watch.expected.append("")
    open_and_run(lab, page)
    predict = page.locator(".bor-predict").first
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


def test_a_kernel_that_is_killed_loses_nothing_committed(
    lab: str, page: Page, watch: Watch, tmp_path: Path, no_journal_of_the_reader: Path
) -> None:
    watch.expected.append("")
    open_and_run(lab, page)
    predict = page.locator(".bor-predict").first
    predict.locator("input[value=allies]").check()
    predict.locator('[data-role="predict-commit"]').click()
    expect(predict.locator('[data-role="predict-answer"]')).to_be_visible()
    kept = read_journal(no_journal_of_the_reader.read_text())
    assert kept.latest("prediction", "L03/power")["choice"] == "allies"

    kernels = [
        child
        for child in psutil.Process().children(recursive=True)
        if "ipykernel_launcher" in " ".join(child.cmdline())
        and Path(child.cwd()) == tmp_path / "lessons"
    ]
    assert len(kernels) == 1
    kernels[0].kill()
    # JupyterLab starts another; a reader runs the lesson again
    expect(
        page.get_by_text("Kernel Restarting").or_(page.get_by_text("restart"))
    ).not_to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_text(re.compile(r"\| Idle$"))).to_be_visible(timeout=60_000)
    run_all(page)
    again = page.locator(".bor-predict").first
    expect(again.locator('[data-role="predict-answer"]')).to_be_visible(timeout=60_000)
    expect(again.locator(".bor-answer-text").first).to_contain_text("look for allies")
    assert len(read_journal(no_journal_of_the_reader.read_text())) == 1
