"""`bor lab`: a lesson opens as a notebook by double click, and nobody outside is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import Watch
from tests.browser.lab import running_lab

LESSON = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# A lesson

```{code-cell} ipython3
6 * 7
```
"""


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab that shows a folder with one lesson, in a home of its own."""
    lessons = tmp_path / "lessons"
    lessons.mkdir()
    (lessons / "01-first.md").write_text(LESSON, encoding="utf-8")
    with running_lab(lessons, tmp_path / "home") as address:
        yield address


def test_a_lesson_opens_as_a_notebook_by_double_click(lab: str, page: Page, watch: Watch) -> None:
    # JupyterLab is not ours: what it says about itself in the console is its own affair.
    watch.expected.append("")
    page.goto(lab)
    entry = page.locator(".jp-DirListing-item", has_text="01-first.md")
    entry.dblclick()
    notebook = page.locator(".jp-NotebookPanel")
    expect(notebook).to_be_visible(timeout=60_000)
    expect(notebook.locator(".jp-CodeCell")).to_have_count(1)
    expect(notebook.get_by_role("heading", name="A lesson")).to_be_visible()
    # A cell that is run before Python has started is forgotten.
    expect(page.get_by_text(re.compile(r"\| Idle$"))).to_be_visible(timeout=60_000)
    notebook.locator(".jp-CodeCell .cm-content").click()
    page.keyboard.press("Shift+Enter")
    expect(notebook.locator(".jp-OutputArea-output", has_text="42")).to_be_visible(timeout=60_000)
    assert watch.outside == []
