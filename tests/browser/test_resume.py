"""What is killed in the middle of the work: the page says so, and one press goes on."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Page, expect

from bor_widgets.theory import phrase
from tests.browser.harness import (
    Watch,
    free_port,
    running_server,
    start_server,
    wait_until_it_answers,
    wait_until_it_can_be_used,
)
from tests.browser.lesson_page import open_lesson, sees_its_work, work_a_little
from tests.hub.proxy import installed_proxy

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


@contextlib.contextmanager
def proxy(port: int, target: str) -> Iterator[subprocess.Popen[bytes]]:
    """Put a proxy in front of a server, the one that a hub uses; end it by its own id."""
    arguments = f"--ip 127.0.0.1 --port {port} --api-port {free_port()} --default-target {target}"
    process = subprocess.Popen(
        [str(installed_proxy()), *arguments.split()],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_it_answers(f"http://127.0.0.1:{port}/")
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_proxy_that_is_killed_is_waited_for_and_nothing_is_lost(page: Page, watch: Watch) -> None:
    watch.expected += ["WebSocket", "ERR_CONNECTION", "fetch", "404.*voila/api/shutdown"]
    with running_server("--port", str(free_port())) as server:
        port, target = free_port(), server.address.rstrip("/")
        with proxy(port, target) as first:
            open_lesson(page, replace(server, address=f"http://127.0.0.1:{port}/"))
            work_a_little(page)
            trouble = page.get_by_role("alert").filter(has_text="What you committed is kept")
            first.kill()
            expect(trouble).to_be_visible(timeout=NOTICED_WITHIN)
            sees_its_work(page)
        with proxy(port, target):
            # either the line comes back by itself, or one press brings the page back
            back = page.locator("html:not([data-bor-state])")
            asked = trouble.filter(has_text="answers again")
            expect(back.or_(asked).first).to_be_visible(timeout=NOTICED_WITHIN)
            if asked.is_visible():
                with page.expect_navigation(wait_until="commit"):
                    asked.get_by_role("button", name="Resume").click()
                wait_until_it_can_be_used(page)
            sees_its_work(page)
            threat = page.locator('.bor-console input[type=range][data-name="threat"]').first
            headline = page.locator('.bor-console [data-role="verdict-headline"]').first
            threat.press("End")
            expect(headline).to_have_text(phrase("action", "breakup"), timeout=NOTICED_WITHIN)
            page.goto("about:blank")


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
