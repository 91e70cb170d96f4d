"""Measure everything and print one table: ``python -m benchmarks.run``."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks import class_report, first_paint, imports, maps, slider_to_paint, worlds
from tests.browser.harness import ROOT, Server, open_page, running_server, start_browser

#: the slider that is pressed on each bench, and the figure that answers it
BENCH_SLIDERS = tomllib.loads(Path(__file__).with_name("benches.toml").read_text("utf-8"))

#: opens the groups around an input
OPEN_GROUPS = """(node) => {
  for (let at = node; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
}"""

#: presses on each bench: twelve of them are timed in one run
SAMPLES = 30

#: openings of each page: eighteen of them are timed in one run
PAGE_REPETITIONS = 3

BARE = Path(__file__).parent / "notebooks" / "bare.ipynb"
CONSOLE = ROOT / "notebooks" / "console.ipynb"

#: What a page must show to count as open, and what a press on its slider must change.
BARE_SLIDER = ".widget-slider .noUi-handle"
BARE_TARGETS = (".widget-label:not(:first-child)",)
CONSOLE_SLIDER = 'input[type=range][data-name="threat"]'
CONSOLE_TARGETS = ('[data-role="map-point"]',)

#: what the other pages must show to count as open
OTHER_PAGES = {
    "console": CONSOLE_SLIDER,
    "compare": CONSOLE_SLIDER,
    "rules": "input[type=search], input[type=text]",
    "tensions": "input[type=search], input[type=text]",
    "atlas": ".bor-atlas-line",
    "index": ".bor-landing-card",
}


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    value: str
    beside: str = ""


def main() -> int:
    """Print the table; the aims stand beside the numbers, and nothing fails by them."""
    parser = argparse.ArgumentParser(description="Measure speed and print one table.")
    parser.add_argument(
        "--only",
        choices=("imports", "maps", "class", "worlds", "browser", "benches", "pages"),
        help="one part alone",
    )
    only = parser.parse_args().only
    parts = {"imports": import_rows, "maps": map_rows, "class": class_rows}
    parts |= {"worlds": world_rows}
    parts |= {"browser": browser_rows, "benches": bench_rows, "pages": page_rows}
    print(f"{'measured':58} {'value':>24}  aim or comparison")
    for name, rows in parts.items():
        if only in (None, name):
            for row in rows():
                print(f"{row.what:58} {row.value:>24}  {row.beside}", flush=True)
    return 0


def import_rows() -> Iterator[Row]:
    """Time the imports."""
    for statement in ("import bor_widgets", "from bor_widgets import Console"):
        cost = imports.measure(statement)
        brought = ", ".join(cost.brought) or "nothing heavy"
        aim = "aim: under 500 ms, nothing heavy; " if statement == "import bor_widgets" else ""
        yield Row(statement, f"{cost.milliseconds:.0f} ms", f"{aim}brings {brought}")


def map_rows() -> Iterator[Row]:
    """Time the decision maps."""
    for size, aim in ((101, "aim: under 5 ms"), (501, "")):
        yield Row(f"decision map, {size} by {size}", f"{maps.measure(size):.2f} ms", aim)


def class_rows() -> Iterator[Row]:
    """Time the report on a large class."""
    cost = class_report.measure()
    yield Row(
        f"report on {class_report.STUDENTS} journals of {cost.entries:.0f} entries",
        f"{cost.seconds:.1f} s",
        f"aim: under 10 s; {cost.processor:.1f} s of a processor, "
        f"{cost.ratio:.1f} times bare JSON ({cost.plain:.1f} s)",
    )


def world_rows() -> Iterator[Row]:
    """Time worlds beside their peers."""
    for line in worlds.lines():
        yield Row(*line)


def browser_rows() -> Iterator[Row]:
    """Time the pages in a real browser."""
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        with running_server(BARE.parent) as bare, running_server(CONSOLE.parent) as console:
            yield from slider_rows(browser, bare, console)
            yield from opening_rows(browser, bare, console, "a Python was kept ready")
        with (
            running_server(BARE.parent, spare=0) as bare,
            running_server(CONSOLE.parent, spare=0) as console,
        ):
            yield from opening_rows(browser, bare, console, "Python starts with the page")
        browser.close()


def slider_rows(browser: Browser, bare: Server, console: Server) -> Iterator[Row]:
    """Compare a slider of the console with a bare one."""
    floor = slider_of(browser, bare.page(BARE.name), BARE_SLIDER, BARE_TARGETS)
    full = slider_of(browser, console.page(CONSOLE.name), CONSOLE_SLIDER, CONSOLE_TARGETS)
    yield Row("slider to paint, bare slider and label", both(floor), "median, 95 of 100")
    yield Row(
        "slider to paint, console",
        both(full),
        f"{full.median / floor.median:.2f} times bare; aim: at most "
        f"{1.5 * floor.median + 20:.0f} ms (1.5 times and 20 ms)",
    )


def bench_rows() -> Iterator[Row]:
    """Time a slider of every bench beside a bare one, in one run."""
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        with running_server(BARE.parent) as bare, running_server(CONSOLE.parent) as pages:
            floor = slider_of(browser, bare.page(BARE.name), BARE_SLIDER, BARE_TARGETS)
            yield Row("slider to paint, bare slider and label", both(floor), "median, 95 of 100")
            for slug, entry in BENCH_SLIDERS.items():
                taken = bench_slider(browser, pages.page(f"{slug}.ipynb"), entry)
                aim = 1.5 * floor.median + 20
                yield Row(
                    f"slider to paint, {slug}",
                    both(taken),
                    f"aim: at most {aim:.0f} ms (1.5 times, 20)",
                )
        browser.close()


def page_rows() -> Iterator[Row]:
    """Time the opening of every page beside the bare one, in one run."""
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        with running_server(BARE.parent) as bare, running_server(CONSOLE.parent) as pages:
            ready = dict.fromkeys(BENCH_SLIDERS, ".bor-verdict-headline:not(:empty)")
            ready |= OTHER_PAGES
            opened = [(pages.page(f"{slug}.ipynb"), shown) for slug, shown in ready.items()]
            first, *rest = first_paint.measure(
                browser,
                [(bare.page(BARE.name), BARE_SLIDER), *opened],
                repetitions=PAGE_REPETITIONS,
            )
            yield Row("first paint, bare slider and label", f"{first.median:.0f} ms")
            for slug, result in zip(ready, rest, strict=True):
                ratio = f"{result.median / first.median:.2f} times bare; aim: at most 1.50; "
                size = f"{result.requests} requests, {result.bytes_received / 1e6:.2f} MB"
                yield Row(f"first paint, {slug}", f"{result.median:.0f} ms", ratio + size)
        browser.close()


def bench_slider(
    browser: Browser, address: str, entry: Mapping[str, Any]
) -> slider_to_paint.SliderToPaint:
    """Open a bench, bring its slider on screen, and time it."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    open_page(page, address)
    page.wait_for_selector(".bor-verdict-headline:not(:empty)")
    if "look" in entry:
        choice = f'input[type=radio][data-name="look"][value="{entry["look"]}"]'
        page.locator(choice).check(force=True)
    if entry.get("unfold"):
        page.locator('[data-fold="inputs"]').click()
    slider = f'input[type=range][data-name="{entry["slider"]}"]'
    page.wait_for_selector(slider, state="attached")
    # an input in a group that is closed cannot be pressed
    page.locator(slider).evaluate(OPEN_GROUPS)
    target = ".bor-verdict" if entry.get("verdict") else f'figure[data-drawing="{entry["figure"]}"]'
    page.wait_for_timeout(3000)  # what is drawn after the first paint should be done
    jumps: dict[str, Any] = {"turn_after": 1, "keys": ("End", "Home")} if entry.get("jump") else {}
    taken = slider_to_paint.measure(page, slider, (target,), samples=SAMPLES, **jumps)
    page.goto("about:blank")
    page.close()
    return taken


def slider_of(
    browser: Browser, address: str, slider: str, targets: tuple[str, ...]
) -> slider_to_paint.SliderToPaint:
    """Open a page and time its slider."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    open_page(page, address)
    page.wait_for_selector(slider)
    page.wait_for_timeout(3000)  # what is drawn after the first paint should be done
    taken = slider_to_paint.measure(page, slider, targets)
    page.goto("about:blank")
    page.close()
    return taken


def opening_rows(browser: Browser, bare: Server, console: Server, how: str) -> Iterator[Row]:
    """Compare the opening of the console with that of the bare page."""
    floor, full = first_paint.measure(
        browser,
        [(bare.page(BARE.name), BARE_SLIDER), (console.page(CONSOLE.name), CONSOLE_SLIDER)],
    )
    for name, result, aim in (
        ("bare slider and label", floor, ""),
        ("console", full, f"{full.median / floor.median:.2f} times bare; aim: at most 1.30; "),
    ):
        yield Row(
            f"first paint, {name}; {how}",
            f"{result.median:.0f} ms",
            f"{aim}{result.requests} requests, {result.bytes_received / 1e6:.2f} MB",
        )


def both(taken: slider_to_paint.SliderToPaint) -> str:
    """Return the median and the 95th percentile as text."""
    return f"{taken.median:.1f} / {taken.percentile_95:.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
