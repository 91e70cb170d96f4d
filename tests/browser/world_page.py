"""The page of the live world, opened."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.harness import Server, open_page

SEEN_WITHIN = 20_000


class WorldPage:
    """The opened page of the live world."""

    def __init__(self, page: Page, server: Server, query: str = "") -> None:
        self.page = page
        open_page(page, server.page(f"world.ipynb{query}"))
        self.stage = page.locator(".bor-world-stage")
        self.headline = page.locator('[data-role="world-headline"]')
        self.status = page.locator('[data-role="world-status"]')
        self.play = self.role("run-play")
        expect(self.headline).not_to_be_empty(timeout=60_000)

    def role(self, name: str) -> Locator:
        """Return a part of the page by its role."""
        return self.page.locator(f'[data-role="{name}"]')

    @property
    def round(self) -> int:
        """Rounds played."""
        return int(self.stage.get_attribute("data-round") or 0)

    @property
    def shown(self) -> int:
        """The round that is shown."""
        return int(self.stage.get_attribute("data-shown") or 0)

    def watch_only(self) -> None:
        """Go without a prediction."""
        self.role("world-skip").click()
        expect(self.role("world-predict")).to_be_hidden(timeout=SEEN_WITHIN)

    def unfold(self) -> None:
        """Open the inputs of all numbers."""
        self.page.locator('[data-fold="numbers"]').click()
        expect(self.page.locator('input[data-name="states"]')).to_be_visible(timeout=SEEN_WITHIN)

    def steps(self, count: int) -> None:
        """Press "one round forward" so often."""
        for _ in range(count):
            before = self.shown
            self.role("run-step").click()
            self.is_shown(before + 1)

    def is_shown(self, round_: int) -> None:
        """Wait until a round is shown."""
        expect(self.stage).to_have_attribute("data-shown", str(round_), timeout=SEEN_WITHIN)

    def is_played(self, round_: int) -> None:
        """Wait until so many rounds are played."""
        expect(self.stage).to_have_attribute("data-round", str(round_), timeout=SEEN_WITHIN)

    def measure(self, name: str) -> str:
        """Return the value of a measure in the round shown."""
        return str(self.page.locator(f'[data-measure="{name}"]').inner_text())
