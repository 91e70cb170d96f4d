"""The first page: a picture on every bench's card, drawn after its words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from bor_widgets.charts.bench_names import bench_names
from tests.browser.harness import Server, open_page, wait_until


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_every_bench_has_its_picture(page: Page, server: Server, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, server.page("index.ipynb"))
    for bench in bench_names().values():
        frame = page.locator(f'.bor-landing-picture[data-page="{bench.slug}"]')
        drawn = frame.locator(".bor-landing-drawing").locator("svg, table")
        expect(drawn.first).to_be_attached(timeout=20_000)
    wait_until(page, "document.documentElement.scrollWidth <= innerWidth", timeout=10_000)
