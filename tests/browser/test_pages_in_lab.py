"""Every widget of the product in JupyterLab: shown, moved, and without a question to outside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from bor_widgets.widgets import benches
from tests.browser.harness import Watch, write_notebook
from tests.browser.lab import running_lab

OTHERS = ("Console", "Compare", "RuleBrowser", "TensionBoard", "CaseAtlas", "Landing")
SHOWN_WITHIN = 90_000


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab that shows one notebook with every widget."""
    folder = tmp_path / "pages"
    folder.mkdir()
    cells = every_cell()
    write_notebook(folder, "all.ipynb", cells)
    with running_lab(folder, tmp_path / "home") as address:
        yield address


@pytest.fixture
def worlds_lab(tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab that shows one notebook with the worlds."""
    folder = tmp_path / "pages"
    folder.mkdir()
    cells = ["import bor_widgets as bor\nbor.WorldRun()", "bor.TwoWorlds()", "bor.WorldsLab()"]
    write_notebook(folder, "all.ipynb", cells)
    with running_lab(folder, tmp_path / "home") as address:
        yield address


def every_cell() -> list[str]:
    """Return a cell for every widget but the worlds."""
    first = "import bor_widgets as bor\nfrom bor_widgets.widgets.landing import Landing\nLanding()"
    return [first, *(f"bor.{name}()" for name in (*benches.__all__, *OTHERS[:-1]))]


def run_all(page: Page, lab: str) -> Locator:
    """Open the notebook and run its cells."""
    page.goto(lab)
    page.locator(".jp-DirListing-item", has_text="all.ipynb").dblclick()
    notebook = page.locator(".jp-NotebookPanel")
    expect(notebook).to_be_visible(timeout=SHOWN_WITHIN)
    expect(page.get_by_text("| Idle")).to_be_visible(timeout=SHOWN_WITHIN)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    return notebook


def test_every_widget_works_in_a_notebook(lab: str, page: Page, watch: Watch) -> None:
    # JupyterLab is not ours: what it says about itself in the console is its own affair.
    watch.expected.append("")
    # a notebook draws only what is near the window: this one is tall enough for all
    page.set_viewport_size({"width": 1400, "height": 30_000})
    notebook = run_all(page, lab)

    for root, count in (
        (".bor-bench", len(benches.__all__)),
        (".bor-console", 2),
        (".bor-rule-browser", 1),
        (".bor-tension-board", 1),
        (".bor-landing", 1),
    ):
        expect(notebook.locator(root)).to_have_count(count, timeout=SHOWN_WITHIN)
    for bench in notebook.locator(".bor-bench").all():
        expect(bench.locator('[data-role="verdict-headline"]')).not_to_be_empty(
            timeout=SHOWN_WITHIN
        )
        expect(bench.locator("figure.bor-figure").first).to_be_visible()

    # a bench reacts, and its name stands where a page of its own would have a link
    second = notebook.locator(".bor-bench").nth(1)
    before = second.locator("figcaption").first.inner_text()
    second.locator('[data-number="other"]').fill("0.9")
    second.locator('[data-number="other"]').press("Enter")
    expect(second.locator("figcaption").first).not_to_have_text(before, timeout=SHOWN_WITHIN)
    expect(notebook.locator(".bor-landing code").first).to_contain_text("Console()")
    # presenting stays inside the one output
    second.locator('[data-role="guide-present"]').click()
    expect(second.locator(".bor-bench-left")).to_be_hidden()
    expect(notebook.locator(".bor-bench").first.locator(".bor-bench-left")).to_be_visible()
    assert watch.outside == []


def test_worlds_run_in_a_notebook(worlds_lab: str, page: Page, watch: Watch) -> None:
    watch.expected.append("")
    page.set_viewport_size({"width": 1400, "height": 8_000})
    notebook = run_all(page, worlds_lab)
    stage = notebook.locator(".bor-world-stage:not(.bor-world-pair)")
    expect(stage).to_have_attribute("data-round", "0", timeout=SHOWN_WITHIN)
    stage.locator('[data-role="world-skip"]').click()
    for round_ in ("1", "2"):
        stage.locator('[data-role="run-step"]').click()
        expect(stage).to_have_attribute("data-round", round_, timeout=SHOWN_WITHIN)
    expect(stage.locator('[data-role="world-headline"]')).not_to_be_empty()
    expect(notebook.locator(".bor-world-pair")).to_be_visible()
    expect(notebook.locator('[data-fold="tournament"]')).to_be_visible()
