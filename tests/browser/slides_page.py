"""The slides of a lesson as a person at a projector finds them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.harness import Server, open_page, wait_until

#: milliseconds within which a change must be on screen; generous, for busy machines
SEEN_WITHIN = 20_000


class SlidesPage:
    """The opened slides of a lesson."""

    def __init__(self, page: Page, server: Server, number: int, place: str = "") -> None:
        self.page = page
        open_page(page, server.page(f"slides-{number:02d}.ipynb{place}"))
        self.slide = page.locator(".bor-slide")
        self.title = page.locator('[data-role="slide-title"]')
        self.answer = page.locator('[data-role="slide-answer"]')
        expect(self.title).not_to_be_empty(timeout=60_000)

    def at(self, number: int) -> None:
        """Wait until a slide is on screen, with what is live on it."""
        expect(self.slide).to_have_attribute("data-slide", str(number), timeout=SEEN_WITHIN)
        kind = self.slide.get_attribute("data-kind")
        if kind == "bench":
            expect(self.bench().locator(".bor-drawing").first).not_to_be_empty(timeout=60_000)
        elif kind == "quiz":
            expect(self.page.locator(".bor-slides-quiz [data-check]:visible")).to_be_visible()

    def bench(self) -> Locator:
        """Return the bench on screen."""
        return self.page.locator(".bor-slides-bench:visible")

    def go(self, number: int) -> None:
        """Go to a slide by its address."""
        self.page.evaluate(f"window.location.hash = '#{number}'")
        self.at(number)

    def fits(self) -> None:
        """Wait until all is in the window; below the main figure of a bench it may go on."""
        wait_until(
            self.page,
            """() => {
              const page = document.documentElement;
              const foot = document.querySelector('.bor-slide-bar').getBoundingClientRect().top;
              const slide = document.querySelector('.bor-slide');
              if (page.scrollWidth > innerWidth) return false;
              const live = [...document.querySelectorAll('.bor-slides-bench')]
                .find((node) => node.offsetParent);
              if (slide.dataset.kind !== 'bench') {
                return page.scrollHeight <= innerHeight
                  && slide.getBoundingClientRect().bottom <= foot + 2;
              }
              const drawing = live.querySelector('.bor-figure .bor-drawing');
              return drawing.getBoundingClientRect().bottom <= foot + 1;
            }""",
            timeout=SEEN_WITHIN,
        )
