"""The student's task in every way that a lesson can reach a student."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import binder_stand_in, book_site, lite_site
from tests.browser.binder_stand_in import started
from tests.browser.harness import ROOT, Watch, free_port, open_page, running_server
from tests.browser.lab import running_lab
from tests.browser.student_task import work_through, work_through_in_the_book
from tests.browser.test_lesson_in_lab import open_and_run
from tests.printed.parts import served_below

LESSON = "03-three-principles.ipynb"

#: Opens lesson 3 in one of the ways, ready to be worked with; ends what it started.
Way = Callable[["Reader"], AbstractContextManager[None]]


@dataclass(frozen=True)
class Reader:
    """Who opens the lesson: with a page, a folder, and what was built once for all tests."""

    page: Page
    watch: Watch
    folder: Path
    built: pytest.TempPathFactory


@contextlib.contextmanager
def voila(reader: Reader) -> Iterator[None]:
    with running_server("--port", str(free_port()), spare=0) as server:
        open_page(reader.page, server.page(LESSON))
        yield
        reader.page.goto("about:blank")


@contextlib.contextmanager
def preheated(reader: Reader) -> Iterator[None]:
    with running_server("--port", str(free_port()), spare=2) as server:
        open_page(reader.page, server.page(LESSON))
        yield
        reader.page.goto("about:blank")


@contextlib.contextmanager
def jupyterlab(reader: Reader) -> Iterator[None]:
    # JupyterLab is not ours: what it says about itself in the console is its own affair.
    reader.watch.expected.append("")
    shutil.copytree(ROOT / "lessons", reader.folder / "lessons")
    with running_lab(reader.folder / "lessons", reader.folder / "home") as address:
        open_and_run(address, reader.page)
        yield
        reader.page.goto("about:blank")


@contextlib.contextmanager
def binder(reader: Reader) -> Iterator[None]:
    with started(binder_stand_in.built_once(reader.built)) as visit:
        open_page(reader.page, visit.address(f"bor/{LESSON}"))
        yield
        reader.page.goto("about:blank")


@contextlib.contextmanager
def jupyterlite(reader: Reader) -> Iterator[None]:
    reader.page.set_default_timeout(lite_site.ANSWERS_WITHIN)
    with served_below(lite_site.built_once(reader.built), "/course/lite/") as address:
        lite_site.open_from_site(reader.page, address, f"lessons/{LESSON}")
        yield
        reader.page.goto("about:blank")


WAYS: dict[str, Way] = {
    "Voila": voila,
    "Voila preheated": preheated,
    "JupyterLab": jupyterlab,
    "Binder stand-in": binder,
    "JupyterLite": jupyterlite,
}


@pytest.mark.parametrize("way", WAYS)
def test_the_task_is_done(
    way: str,
    page: Page,
    watch: Watch,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with WAYS[way](Reader(page, watch, tmp_path, tmp_path_factory)):
        work_through(page, tmp_path)
    assert watch.outside == []


def test_the_task_is_done_in_the_book(
    page: Page, watch: Watch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with served_below(book_site.built_once(tmp_path_factory), "/course/book/") as address:
        page.goto(f"{address}lessons/{Path(LESSON).stem}.html")
        work_through_in_the_book(page)
        page.goto("about:blank")
    assert watch.outside == []
