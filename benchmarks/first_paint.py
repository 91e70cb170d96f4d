"""From opening an address to controls that can be used, each time in a browser without memory."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, Response

from bor_widgets.voila.spare_kernels import REFILL_AFTER

REPETITIONS = 5

#: Seconds of rest between two openings: the server has its next Python ready by then, as it
#: has for a reader. With --spare 0 the rest only lets the last page's Python end.
REST = REFILL_AFTER + 5.0

OPENS_WITHIN = 120_000


@dataclass(frozen=True)
class FirstPaint:
    """What opening a page took.

    Parameters
    ----------
    milliseconds : tuple of float
        From the address to the slider on screen, one for each opening.
    requests : int
        How many files the first opening fetched.
    bytes_received : int
        How many bytes their bodies had on the line.
    """

    milliseconds: tuple[float, ...]
    requests: int
    bytes_received: int

    @property
    def median(self) -> float:
        """The middle of the openings, in milliseconds."""
        return statistics.median(self.milliseconds)


def open_once(browser: Browser, address: str, ready: str) -> tuple[float, int, int]:
    """Open a page in a context of its own: milliseconds, requests, bytes."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    responses: list[Response] = []

    def received(response: Response) -> None:
        responses.append(response)

    page.on("response", received)
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(ready, state="visible", timeout=OPENS_WITHIN)
    # A frame later it is on screen.
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))")
    taken = 1000 * (time.perf_counter() - start)
    page.wait_for_timeout(1000)
    sizes = [response.request.sizes()["responseBodySize"] for response in responses]
    page.goto("about:blank")
    context.close()
    return taken, len(responses), sum(sizes)


def measure(
    browser: Browser, pages: Sequence[tuple[str, str]], repetitions: int = REPETITIONS
) -> list[FirstPaint]:
    """Open pages in turn, so that a busy moment of the machine meets all of them.

    Parameters
    ----------
    browser : Browser
        A running browser.
    pages : sequence of (address, selector)
        What to open, and what must be on screen.
    repetitions : int
        How often each is opened.
    """
    found: list[list[tuple[float, int, int]]] = [[] for _ in pages]
    for _ in range(repetitions):
        for results, (address, ready) in zip(found, pages, strict=True):
            time.sleep(REST)
            results.append(open_once(browser, address, ready))
    return [
        FirstPaint(tuple(taken for taken, _, _ in results), *results[0][1:]) for results in found
    ]
