"""A bench as a person finds it: inputs, figures, a verdict, a walk, folds."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.harness import Server, open_page

#: milliseconds within which a change must be on screen; generous, for busy machines
SEEN_WITHIN = 15_000


class BenchPage:
    """The opened page of a bench.

    Parameters
    ----------
    page, server
        Fixtures.
    slug
        Name of the bench's notebook, for example ``"two-restraints"``.
    query
        What follows the address, for example ``"?present=1"``.
    """

    def __init__(self, page: Page, server: Server, slug: str, query: str = "") -> None:
        self.page = page
        open_page(page, server.page(f"{slug}.ipynb{query}"))
        self.headline = page.locator('[data-role="verdict-headline"]')
        expect(self.headline).not_to_be_empty(timeout=60_000)
        expect(page.locator("figure.bor-figure").first).to_be_visible()

    def figure(self, name: str) -> Locator:
        """Return a figure by the name of its drawing."""
        return self.page.locator(f'figure[data-drawing="{name}"]')

    def title(self, name: str) -> Locator:
        """Return the finding that a figure states."""
        return self.figure(name).locator("figcaption")

    def slider(self, name: str) -> Locator:
        """Return the slider of an input."""
        return self.page.locator(f'input[type=range][data-name="{name}"]')

    def number(self, name: str) -> Locator:
        """Return the number field of an input."""
        return self.page.locator(f'[data-number="{name}"], input.bor-number[data-name="{name}"]')

    def set(self, name: str, value: float) -> None:
        """Type a number into an input, as a person does."""
        field = self.number(name).first
        field.fill(f"{value}")
        field.press("Enter")

    def choose(self, name: str, value: str) -> None:
        """Choose an option of a select."""
        self.page.locator(f'select[data-name="{name}"]').select_option(value)

    def answer(self, name: str, value: str) -> None:
        """Press yes, no or open of an input."""
        self.page.locator(f'input[type=radio][data-name="{name}"][value="{value}"]').check(
            force=True
        )

    def tick(self, name: str, value: str, on: bool = True) -> None:
        """Tick or untick one of an input's boxes."""
        box = self.page.locator(f'input[type=checkbox][data-name="{name}"][value="{value}"]')
        box.set_checked(on, force=True)

    def unfold(self, name: str) -> None:
        """Open one of the parts below."""
        button = self.page.locator(f'[data-fold="{name}"]')
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")

    def rules(self) -> list[str]:
        """Return the ids of the sources in the verdict, in order."""
        found = self.page.locator(".bor-verdict [data-source]")
        return [str(button.get_attribute("data-source")) for button in found.all()]

    def says(self, text: str) -> None:
        """Wait until the verdict's headline holds this."""
        expect(self.headline).to_contain_text(text, timeout=SEEN_WITHIN)
