"""The three places that a Binder link opens, in an environment built as Binder builds it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.commands.links import binder_root, launches, table
from bor_widgets.course.journal import read_journal
from bor_widgets.theory import phrase
from bor_widgets.widgets.bench_saved import to_link
from bor_widgets.widgets.bench_state import BenchState
from tests.browser.binder_stand_in import Visit, built_once, started
from tests.browser.harness import wait_until_it_can_be_used

LESSON_1 = "lab/tree/lessons/01-the-puzzle.md"
SHOWN_WITHIN = 90_000

#: Seconds within which a spare must be running, on a busy machine.
SPARE_THERE_WITHIN = 60.0


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A visitor's server, for all tests of this file."""
    with started(built_once(tmp_path_factory)) as visit:
        yield visit


def urlpaths() -> list[str]:
    """Return where the links of the README's table lead."""
    written = table(list(launches()), binder_root("owner/name", "HEAD", "https://mybinder.org"))
    links = re.findall(r"\((https://mybinder\.org/[^)]+)\)", written)
    return [parse_qs(urlsplit(link).query)["urlpath"][0] for link in links]


def opened(page: Page, visit: Visit, urlpath: str) -> None:
    """Open what a link leads to, and wait until it can be used."""
    page.goto(visit.address(urlpath), wait_until="commit")
    wait_until_it_can_be_used(page)


def test_lesson_1_opens_as_a_notebook_and_keeps_its_journal(page: Page, visit: Visit) -> None:
    assert LESSON_1 in urlpaths()
    # a notebook draws only what is near the window: this one is tall enough for all
    page.set_viewport_size({"width": 1280, "height": 25_000})
    page.goto(visit.address(LESSON_1))
    notebook = page.locator(".jp-NotebookPanel")
    expect(notebook).to_be_visible(timeout=SHOWN_WITHIN)
    expect(page.get_by_text(re.compile(r"\| Idle$"))).to_be_visible(timeout=SHOWN_WITHIN)
    page.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
    page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
    predict = notebook.locator(".bor-predict").first
    expect(predict).to_be_visible(timeout=SHOWN_WITHIN)
    predict.locator("input[type=radio]").first.check()
    predict.locator('[data-role="predict-commit"]').click()
    expect(predict.locator('[data-role="predict-answer"]')).to_be_visible()
    kept = read_journal((visit.image.repository / "my-journal.jsonl").read_text())
    assert kept.latest("prediction", "L01/suppliers")

    bench = notebook.locator(".bor-bench").last
    bench.locator('[data-fold="inputs"]').click()
    slider = bench.locator('input[type=range][data-name="pressure"]')
    expect(slider).to_have_value("0.8")
    expect(bench.locator('[data-role="undo"]')).to_be_disabled()
    slider.focus()
    slider.press("End")
    # Python has taken it, and can take it back
    expect(bench.locator('[data-role="undo"]')).to_be_enabled()


def test_the_pages_open_and_lead_to_the_console(page: Page, visit: Visit) -> None:
    opened(page, visit, "bor/index.ipynb")
    page.locator(".bor-landing-link", has_text="The console").click()
    expect(page).to_have_url(re.compile(r"/user/x/bor/console\.ipynb$"))
    wait_until_it_can_be_used(page)
    slider = page.locator('input[type=range][data-name="threat"]')
    headline = page.locator('[data-role="verdict-headline"]')
    slider.focus()
    slider.press("End")
    expect(headline).to_have_text(phrase("action", "breakup"))
    slider.press("Home")
    expect(headline).to_have_text(phrase("action", "none"))


def test_a_lesson_opens_as_a_page_from_its_card(page: Page, visit: Visit) -> None:
    opened(page, visit, "bor")
    page.locator(".bor-landing-read").first.click()
    expect(page).to_have_url(re.compile(r"/user/x/bor/01-the-puzzle\.ipynb$"))
    wait_until_it_can_be_used(page)
    expect(page.locator(".bor-predict").first).to_be_visible()
    expect(page.get_by_text("Run All Cells")).to_have_count(0)


def test_a_bench_opens_in_the_state_of_its_link(page: Page, visit: Visit) -> None:
    state = BenchState(bench_text("two_restraints"), {"own": 0.9, "other": 0.8})
    opened(page, visit, f"bor/two-restraints.ipynb?s={to_link(state)}")
    own, other = (page.locator(f'input[type=range][data-name="{n}"]') for n in ("own", "other"))
    expect(own).to_have_value("0.9")
    expect(other).to_have_value("0.8")
    headline = page.locator('[data-role="verdict-headline"]')
    before = headline.inner_text()
    other.focus()
    other.press("Home")
    expect(headline).not_to_have_text(before)
    expect(own).to_have_value("0.9")


def test_a_link_of_the_table_opens_the_walk_where_it_says(page: Page, visit: Visit) -> None:
    link = next(path for path in urlpaths() if path.startswith("bor/four-regions.ipynb?s="))
    opened(page, visit, link)
    # its third screen asks about the Indo-Pacific (S29, S30)
    expect(page.locator(".bor-guide-card")).to_have_attribute("data-phase", "2")
    expect(page.locator('input[data-name="region"][value="indo_pacific"]')).to_be_checked()


@pytest.mark.parametrize("urlpath", [path for path in urlpaths() if path.startswith("lab/")])
def test_every_lesson_of_the_table_is_a_notebook(page: Page, visit: Visit, urlpath: str) -> None:
    path = urlpath.removeprefix("lab/tree/")
    read = page.request.get(visit.address(f"api/contents/{path}?type=notebook"))
    assert read.status == 200
    assert any(cell["cell_type"] == "code" for cell in read.json()["content"]["cells"])


#: The pages are the same as those of `bor serve`, where each is opened: here some of them.
SOME = [path for path in urlpaths() if path.startswith("bor/")][::6]


@pytest.mark.parametrize("urlpath", SOME)
def test_a_page_of_the_table_opens(page: Page, visit: Visit, urlpath: str) -> None:
    opened(page, visit, urlpath)
    expect(page.locator(".bor-failed")).to_have_count(0)
    expect(page.locator(".bor-page, .bor-bench, .bor-lesson-head").first).to_be_visible()


def test_spares_are_not_listed(page: Page, visit: Visit) -> None:
    def listed() -> set[str]:
        return {kernel["id"] for kernel in page.request.get(visit.address("api/kernels")).json()}

    before = listed()
    opened(page, visit, "bor/console.ipynb")
    assert len(listed() - before) == 1
    # another is made ready in the meantime, which nobody sees
    until = time.monotonic() + SPARE_THERE_WITHIN
    while kernels_of(visit.process) <= len(listed()) and time.monotonic() < until:
        time.sleep(0.2)
    assert kernels_of(visit.process) > len(listed())
    assert len(listed() - before) == 1


def kernels_of(process: int) -> int:
    """Count the Pythons that a server has started."""
    children = psutil.Process(process).children(recursive=True)
    return sum("ipykernel_launcher" in " ".join(child.cmdline()) for child in children)


def test_strangers_are_sent_away(browser: Browser, visit: Visit) -> None:
    stranger = browser.new_context()
    answer = stranger.request.get(f"{visit.root}bor/index.ipynb")
    assert "/user/x/login" in answer.url
    stranger.close()


def test_nothing_but_pages_is_served_beside_them(page: Page, visit: Visit) -> None:
    for path in ("bor/no-such-page.ipynb", "bor/.bor-pages", "bor/%2e%2e/pyproject.toml"):
        answer = page.request.get(visit.address(path))
        assert answer.status == 404, path
    said = page.request.get(visit.address("bor/no-such-page.ipynb")).text()
    assert "There is no such page" in said
    assert 'href="/user/x/bor/"' in said
    assert Path(visit.image.repository, "pyproject.toml").exists()
