"""The console by keyboard, by screen reader, on a phone and on a projector."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.console_page import ConsolePage
from tests.browser.harness import Server

PARTS = ("case", "inputs", "changes", "ledger", "numbers")


@pytest.fixture
def console(page: Page, server: Server) -> ConsolePage:
    """The console, opened."""
    return ConsolePage(page, server)


def _violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{entry['id']}: {entry['nodes'][0]['html'][:200]}"
        for entry in found
        if entry["impact"] in ("serious", "critical")
    ]


def test_no_serious_violation_when_it_opens(console: ConsolePage) -> None:
    assert _violations(console.page) == []


def test_no_serious_violation_with_everything_unfolded(console: ConsolePage) -> None:
    for part in PARTS:
        console.unfold(part)
    for details in console.page.locator("details").all():
        details.evaluate("details => { details.open = true }")
    console.page.wait_for_timeout(500)
    assert _violations(console.page) == []


def test_every_control_is_reached_by_tab(console: ConsolePage) -> None:
    reached = set()
    console.page.locator("body").focus()
    for _ in range(60):
        console.page.keyboard.press("Tab")
        reached.add(
            console.page.evaluate(
                """() => { const e = document.activeElement; return e.dataset.name ?? e.dataset.role
                   ?? e.dataset.fold ?? e.dataset.number ?? e.className?.baseVal ?? e.className }"""
            )
        )
    wanted = {"threat", "relationship", "map-point", "reset", "svg", "json", *PARTS, "explore"}
    assert wanted <= reached


def test_focus_is_visible(console: ConsolePage) -> None:
    for target in (
        console.slider("threat"),
        console.point,
        console.page.locator('[data-fold="case"]'),
    ):
        target.focus()
        console.page.keyboard.press("Shift+Tab")
        console.page.keyboard.press("Tab")
        seen = console.page.evaluate(
            """() => { const e = document.activeElement; const s = getComputedStyle(e);
               const ring = e.querySelector?.('.bor-map-ring');
               return s.outlineStyle !== 'none' || s.boxShadow !== 'none'
                 || (ring && getComputedStyle(ring).opacity !== '0') }"""
        )
        assert seen


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_is_wider_than_the_screen(console: ConsolePage, width: int) -> None:
    console.page.set_viewport_size({"width": width, "height": 800})
    for part in PARTS:
        console.unfold(part)
    console.page.wait_for_timeout(400)
    assert console.page.evaluate("document.documentElement.scrollWidth") <= width
    expect(console.headline).to_be_visible()


def test_reduced_motion_is_respected(console: ConsolePage) -> None:
    console.page.emulate_media(reduced_motion="reduce")
    moving = console.page.evaluate(
        """() => [...document.querySelectorAll('.bor *')].filter(e => {
             const s = getComputedStyle(e);
             return [...s.transitionDuration.split(','), ...s.animationDuration.split(',')]
               .some(d => parseFloat(d) > 0.02) }).map(e => e.className?.baseVal ?? e.className)"""
    )
    assert moving == []
