"""What is killed in the middle of the work: the page says so, and one press goes on."""

from __future__ import annotations

import os
import signal
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Page, expect

from tests.browser.harness import (
    Watch,
    free_port,
    running_server,
    start_server,
    wait_until_it_can_be_used,
)
from tests.browser.lesson_page import open_lesson, sees_its_work, work_a_little

#: Milliseconds until a page has noticed that nobody answers, on a busy machine.
NOTICED_WITHIN = 60_000


def test_a_server_that_is_killed_and_started_again_loses_nothing_committed(
    page: Page, watch: Watch
) -> None:
    # the outage itself, and the goodbye to a Python that the new server never had
    watch.expected += ["WebSocket", "ERR_CONNECTION", "fetch", "404.*voila/api/shutdown"]
    server = start_server("--port", str(free_port()))
    try:
        open_lesson(page, server)
        work_a_little(page)
        trouble = page.get_by_role("alert").filter(has_text="What you committed is kept")
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
        expect(trouble).to_be_visible(timeout=NOTICED_WITHIN)
        resume = trouble.get_by_role("button", name="Resume")
        resume.click()
        expect(trouble).to_contain_text("does not answer yet")
        sees_its_work(page)
        with running_server("--port", str(urlsplit(server.address).port)):
            expect(trouble).to_contain_text("answers again", timeout=NOTICED_WITHIN)
            resume.focus()
            with page.expect_navigation(wait_until="commit"):
                page.keyboard.press("Enter")
            wait_until_it_can_be_used(page)
            expect(page.locator(".bor-predict").first).to_be_visible()
            sees_its_work(page)
            page.goto("about:blank")
    finally:
        server.stop()


def test_no_python_outlives_a_server_that_is_killed(page: Page, watch: Watch) -> None:
    watch.expected += ["WebSocket", "ERR_CONNECTION", "fetch"]
    server = start_server("--port", str(free_port()), spare=2)
    try:
        open_lesson(page, server)
        below = psutil.Process(server.process.pid).children(recursive=True)
        assert len(below) >= 2
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
        _, alive = psutil.wait_procs(below, timeout=30)
        assert alive == []
        page.goto("about:blank")
    finally:
        server.stop()
