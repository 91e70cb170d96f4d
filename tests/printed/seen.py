"""What a browser makes of a page of the book: its figures, and what axe thinks of it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.harness import PAGE_OPENS_WITHIN


def violations(page: Page, part: str | None = None) -> list[str]:
    """Return what axe finds serious or critical in a page, or in a part of it."""
    # it would fetch a style sheet's neighbours from where the page lies, and not the sheet
    found = Axe().run(page, context=part, options={"preload": False}).response["violations"]
    return [
        f"{entry['id']}: {node['html'][:160]}"
        for entry in found
        if entry["impact"] in ("serious", "critical")
        for node in entry["nodes"][:3]
    ]


def drawn_figures(page: Page) -> int:
    """Go to every figure of a page, wait until it is drawn, and count them."""
    figures = page.locator("figure.bor-figure")
    for index in range(figures.count()):
        figures.nth(index).scroll_into_view_if_needed()
        drawn = expect(figures.nth(index))
        drawn.to_have_attribute("data-bor-drawn", "true", timeout=PAGE_OPENS_WITHIN)
        expect(figures.nth(index).locator("svg.main-svg").first).to_be_visible()
    return figures.count()
