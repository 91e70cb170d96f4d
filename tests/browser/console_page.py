"""The console as a person finds it: sliders, map, verdict, folds."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from bor_widgets.theory import phrase
from tests.browser.harness import Server, open_page

#: milliseconds within which a change must be on screen; generous, for busy machines
SEEN_WITHIN = 15_000


class ConsolePage:
    """The opened page of the console."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        open_page(page, server.page("console.ipynb"))
        self.headline = page.locator('[data-role="verdict-headline"]')
        self.point = page.locator('[data-role="map-point"]')
        expect(self.headline).not_to_be_empty(timeout=60_000)
        expect(self.slider("threat")).to_be_visible()

    def slider(self, name: str) -> Locator:
        """Return the slider of an input."""
        return self.page.locator(f'input[type=range][data-name="{name}"]')

    def number(self, name: str) -> Locator:
        """Return the number field of an input."""
        return self.page.locator(f'[data-number="{name}"]')

    def set(self, name: str, value: float) -> None:
        """Type a number into an input, as a person does."""
        field = self.number(name)
        field.fill(f"{value}")
        field.press("Enter")

    def unfold(self, name: str) -> None:
        """Open one of the parts below."""
        button = self.page.locator(f'[data-fold="{name}"]')
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")

    def unfold_group(self, label: str) -> None:
        """Open a group among the further inputs."""
        self.page.locator("summary", has_text=label).click()

    def sees(self, action: str) -> None:
        """Wait until the verdict is this action's."""
        expect(self.headline).to_have_text(phrase("action", action), timeout=SEEN_WITHIN)

    def choose_case(self, words: str, slug: str) -> None:
        """Find a case by typing and take it with the mouse."""
        self.page.locator('[data-role="case-search"]').fill(words)
        self.page.locator(f'[role=option][data-slug="{slug}"]').click()
        expect(self.page.locator('[data-role="case-title"]')).not_to_be_empty()
