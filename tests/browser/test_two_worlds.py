"""Two worlds side by side, as a person finds them: played in step, compared, stopped."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.harness import Server, open_page

SEEN_WITHIN = 20_000


@pytest.fixture
def two(page: Page, server: Server) -> Page:
    """The page of two worlds, opened."""
    open_page(page, server.page("two-worlds.ipynb"))
    expect(page.locator('[data-role="headline-a"]')).not_to_be_empty(timeout=60_000)
    return page


def test_two_worlds_run_in_step_and_are_compared(two: Page) -> None:
    stage = two.locator(".bor-world-pair")
    two.locator("summary", has_text="How it is compared").click()
    for name in ("pairs_asked", "rounds_asked"):
        field = two.locator(f'input[data-name="{name}"]')
        field.fill("20")
        field.press("Enter")
    expect(two.locator('[data-role="pair-compare"]')).to_have_text("Compare 20 pairs")
    two.locator('[data-role="run-step"]').click()
    expect(stage).to_have_attribute("data-round", "1", timeout=SEEN_WITHIN)
    two.locator('[data-role="pair-compare"]').click()
    # while the pairs are run, the two go on
    two.locator('[data-role="run-step"]').click()
    expect(stage).to_have_attribute("data-round", "2", timeout=SEEN_WITHIN)
    result = two.locator('[data-role="pair-result"]')
    expect(result).to_contain_text("after 20 rounds", timeout=60_000)
    expect(result).to_contain_text("in 20 pairs")
    two.locator('[data-role="pair-measure"]').select_option("harmony")
    expect(result).to_contain_text("Mutual-restraint harmony", timeout=SEEN_WITHIN)
    assert two.locator('[data-role="pair-rows"] li').count() > 15


def test_a_comparison_is_stopped(two: Page) -> None:
    two.locator('[data-role="pair-compare"]').click()
    expect(two.locator('[data-role="pair-progress"]')).to_contain_text(
        "of 200 pairs", timeout=SEEN_WITHIN
    )
    two.locator('[data-role="pair-compare"]').click()
    expect(two.locator('[data-role="world-status"]')).to_contain_text(
        "of 200 pairs", timeout=SEEN_WITHIN
    )
    expect(two.locator('[data-role="pair-compare"]')).to_have_text("Compare 200 pairs")


@pytest.mark.parametrize("width", [390, 1280])
def test_two_worlds_fit_and_are_free_of_serious_violations(two: Page, width: int) -> None:
    two.set_viewport_size({"width": width, "height": 844})
    two.wait_for_timeout(400)
    assert two.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(two).response["violations"]
    bad = [
        f"{entry['id']}: {entry['nodes'][0]['html'][:200]}"
        for entry in found
        if entry["impact"] in ("serious", "critical")
    ]
    assert bad == []
