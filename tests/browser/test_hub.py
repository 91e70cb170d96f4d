"""A student of a class: signs in, reads lesson 3, loses the server, and goes on with one click."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import psutil
import pytest
from playwright.sync_api import Page, expect

from bor_widgets.theory import phrase
from tests.browser.harness import Watch, wait_until_it_can_be_used
from tests.browser.lesson_page import commit
from tests.hub.running_hub import CLASS_PASSWORD, Hub, lay_out_pages, running_hub

#: What the browser itself says while the server is gone: nobody answers, or the hub in its place
#: (424; 405 for a question without a body; 403 for the page's farewell to a Python that is no
#: more). The page says the rest in words.
WHILE_NOBODY_ANSWERS = (
    r"WebSocket connection to",
    r"Failed to load resource.*(50[234]|424|405|ERR_)",
    r"net::ERR_",
    r"status of 403 .*/voila/api/shutdown/",
)

#: Milliseconds: a hub that looks every five seconds, a server that starts on a busy machine.
SERVER_IS_THERE_WITHIN = 120_000


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A class with one password."""
    folder = tmp_path_factory.mktemp("hub")
    with running_hub(folder, lay_out_pages(folder / "pages")) as running:
        yield running


def signs_in_by_keyboard(page: Page, hub: Hub, name: str) -> None:
    page.goto(hub.address)
    expect(page.locator("#username_input")).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(CLASS_PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{hub.address}user/{name}/bor/**", timeout=SERVER_IS_THERE_WITHIN)
    wait_until_it_can_be_used(page)


def moves_the_slider(page: Page) -> None:
    console = page.locator(".bor-console").first
    slider = console.locator('input[type=range][data-name="threat"]')
    slider.focus()
    headline = console.locator('[data-role="verdict-headline"]')
    page.keyboard.press("End")
    expect(headline).to_have_text(phrase("action", "breakup"))
    page.keyboard.press("Home")
    expect(headline).to_have_text(phrase("action", "none"))


def break_down(hub: Hub, name: str) -> None:
    """End everything that runs for a student at once, as a machine without memory does."""
    processes = hub.processes_of(name)
    assert processes
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(processes, 10)


def test_a_student_signs_in_works_and_resumes(page: Page, hub: Hub, watch: Watch) -> None:
    signs_in_by_keyboard(page, hub, "anna")
    page.get_by_role("link", name=re.compile(r"Read the lesson 3$")).click()
    page.wait_for_url(re.compile("/user/anna/bor/03-three-principles.ipynb"))
    wait_until_it_can_be_used(page)
    moves_the_slider(page)
    predict = page.locator(".bor-predict").first
    commit(predict, "allies")
    assert (hub.home("anna") / "my-journal.jsonl").stat().st_size > 0

    assert watch.complaints() == []
    watch.expected.extend(WHILE_NOBODY_ANSWERS)
    break_down(hub, "anna")
    trouble = page.locator("#bor-trouble")
    expect(trouble).to_be_visible(timeout=SERVER_IS_THERE_WITHIN)
    expect(trouble).to_contain_text("What you committed is kept")
    button = trouble.get_by_role("button")
    # Until the hub has noticed, its proxy answers for a server that is not there.
    expect(trouble).to_contain_text("Press Resume", timeout=SERVER_IS_THERE_WITHIN)
    button.click()

    expect(page.locator(".bor-predict").first).to_be_visible(timeout=SERVER_IS_THERE_WITHIN)
    assert "/user/anna/bor/03-three-principles.ipynb" in page.url
    wait_until_it_can_be_used(page)
    answer = page.locator(".bor-predict").first
    expect(answer.locator('[data-role="predict-answer"]')).to_be_visible()
    assert answer.locator("input[value=allies]").is_checked()
    moves_the_slider(page)


def test_a_lesson_can_be_opened_as_a_notebook_by_a_link(page: Page, hub: Hub, watch: Watch) -> None:
    # What JupyterLab says of itself in the console is its own affair; the tools that build a site
    # without a server bring a part for it that fits only there.
    watch.expected.append(r"^(?!.*(Failed to load|Content Security|uncaught))|jupyterlite")
    link = f"{hub.address}hub/user-redirect/lab/tree/lessons/03-three-principles.md"
    page.goto(link)
    expect(page.locator("#username_input")).to_be_focused()
    page.keyboard.type("ben")
    page.keyboard.press("Tab")
    page.keyboard.type(CLASS_PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator(".jp-NotebookPanel")).to_be_visible(timeout=SERVER_IS_THERE_WITHIN)
    assert "/user/ben/lab/tree/lessons/03-three-principles.md" in page.url
