"""A running server, a watched page, and notebooks made for one test."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

import nbformat
import psutil
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright, Request

from tests.browser.find_browser import find

ROOT = Path(__file__).resolve().parents[2]

#: What keeps headless Chromium quiet and offline; no sandbox, because tests may run as root.
BROWSER_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

#: The only host a page may ask for anything.
OWN_HOST = "127.0.0.1"

SERVER_STARTS_WITHIN = 60.0
SERVER_STOPS_WITHIN = 20.0

#: Milliseconds that a page may take until it can be used, on a busy machine.
PAGE_OPENS_WITHIN = 90_000


class ServerFailed(Exception):
    """The server ended or did not answer; holds what it said."""


@dataclass
class Server:
    """A `bor serve` that runs in a process of its own."""

    process: subprocess.Popen[str]
    address: str
    said: str

    def page(self, notebook: str) -> str:
        """Return the address of a notebook's page."""
        return f"{self.address}voila/render/{notebook}"

    def stop(self) -> int:
        """End it as a closing terminal would, by its own id; return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(SERVER_STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise


def free_port() -> int:
    """Return a port that nothing listens on at the moment."""
    with socket.socket() as probe:
        probe.bind((OWN_HOST, 0))
        return int(probe.getsockname()[1])


def start_server(*arguments: str | Path, spare: int = 1) -> Server:
    """Start `bor serve` and wait until it answers.

    Raises
    ------
    ServerFailed
        If it ends or stays silent; the message is what it said.
    """
    command = [sys.executable, "-m", "bor_widgets.cli", "serve", "--spare", str(spare)]
    process = subprocess.Popen(
        [*command, *map(str, arguments)],
        cwd=ROOT,
        # the server itself decides where its readers' journals are kept
        env={**without_a_journal(), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    found = re.search(r"http://[\d.]+:\d+/\S*", said)
    if not found:
        rest, _ = process.communicate(timeout=SERVER_STOPS_WITHIN)
        raise ServerFailed((said + rest).strip())
    read_on(process.stdout)
    address = found[0].split("voila/render/")[0]
    server = Server(process, address, said.strip())
    try:
        wait_until_it_answers(address)
    except BaseException:  # whatever went wrong, no server is left behind
        server.stop()
        raise
    return server


def without_a_journal() -> dict[str, str]:
    """Return what surrounds this process, without the journal that a test was given."""
    return {name: value for name, value in os.environ.items() if name != "BOR_JOURNAL"}


def read_on(lines: IO[str]) -> None:
    """Take in what a process goes on saying: one that nobody listens to stops at some point."""
    threading.Thread(target=lambda: sum(1 for _ in lines), daemon=True).start()


def wait_until_it_answers(address: str) -> None:
    """Ask again and again for the list of pages."""
    until = time.monotonic() + SERVER_STARTS_WITHIN
    while time.monotonic() < until:
        with (
            # a busy machine may also let the question time out, which is no URLError
            contextlib.suppress(OSError),
            urllib.request.urlopen(address, timeout=5),
        ):
            return
        time.sleep(0.1)
    raise ServerFailed(f"no answer from {address} within {SERVER_STARTS_WITHIN:.0f} s")


@contextlib.contextmanager
def running_server(*arguments: str | Path, spare: int = 1) -> Iterator[Server]:
    """Start a server and end it afterwards, whatever happens."""
    server = start_server(*arguments, spare=spare)
    try:
        yield server
    finally:
        server.stop()


def pythons_behind(server: Server) -> list[psutil.Process]:
    """Return the Pythons that run behind pages: started ones, and forked ones."""
    found = []
    for child in psutil.Process(server.process.pid).children(recursive=True):
        with contextlib.suppress(psutil.Error):  # it may have ended meanwhile
            forked = "fork_server" in " ".join(child.parent().cmdline())
            if forked or "ipykernel_launcher" in " ".join(child.cmdline()):
                found.append(child)
    return found


def start_browser(playwright: Playwright) -> Browser:
    """Start the browser that `find_browser` finds."""
    return playwright.chromium.launch(executable_path=find(), args=list(BROWSER_ARGUMENTS))


@dataclass
class Watch:
    """What a page asked for and complained about.

    A test that expects trouble says so by adding a regular expression to `expected`.
    """

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def attach(self, page: Page) -> None:
        """Begin to watch."""
        page.on("request", self._requested)
        page.on("console", self._said)
        page.on("pageerror", self._raised)

    def _requested(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("data", "blob", "about"):
            return
        self.requests.append(request.url)
        if parts.hostname != OWN_HOST:
            self.outside.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _raised(self, error: Error) -> None:
        self.errors.append(f"uncaught: {error.message}")

    def complaints(self) -> list[str]:
        """Return everything that went wrong and was not expected."""
        surprising = [
            error
            for error in self.errors
            if not any(re.search(pattern, error) for pattern in self.expected)
        ]
        return [f"request to another host: {url}" for url in self.outside] + [
            f"error in the console: {error}" for error in surprising
        ]


def open_page(page: Page, address: str) -> None:
    """Open a page and wait until its controls can be used."""
    page.goto(address, wait_until="commit")
    wait_until_it_can_be_used(page)


def wait_until_it_can_be_used(page: Page) -> None:
    """Wait until the start screen of a page that is opening has gone."""
    # Not "hidden": a start screen that is not there yet would count as such.
    page.wait_for_selector("#bor-start[hidden]", state="attached", timeout=PAGE_OPENS_WITHIN)


def wait_until(page: Page, condition: str, arg: Any = None, timeout: float = 30_000) -> None:
    """Wait until JavaScript says so.

    Playwright's own way evaluates text inside the page, which the pages' security policy
    refuses, as it should.

    Parameters
    ----------
    condition : str
        An expression, or a function of `arg`.
    timeout : float
        Milliseconds.
    """
    until = time.monotonic() + timeout / 1000
    while not page.evaluate(condition, arg):
        assert time.monotonic() < until, f"did not come to be: {condition}"
        page.wait_for_timeout(50)


def write_notebook(
    folder: Path, name: str, cells: Sequence[str], title: str = "A page", text: str = ""
) -> Path:
    """Write a notebook of code cells, under a cell of text if there is any; return its path."""
    top = [nbformat.v4.new_markdown_cell(text)] if text else []
    notebook = nbformat.v4.new_notebook(
        cells=[*top, *(nbformat.v4.new_code_cell(source) for source in cells)],
        metadata={
            "title": title,
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {"name": "python"},
        },
    )
    path = folder / name
    nbformat.write(notebook, path)
    return path
