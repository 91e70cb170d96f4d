"""The case atlas as a person finds it: filters, line of time, map, list, card."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from bor_widgets.cases import cases
from bor_widgets.widgets.saved_state import from_link
from tests.browser.harness import Server, open_page

IRAQ = "iraq-2003-united-states"
SEEN_WITHIN = 15_000


class AtlasPage:
    """The opened page of the atlas."""

    def __init__(self, page: Page, server: Server, query: str = "") -> None:
        self.page = page
        open_page(page, server.page("atlas.ipynb") + query)
        self.count = page.locator('[data-role="atlas-count"]')
        self.title = page.locator('[data-role="atlas-title"]')
        expect(self.count).not_to_be_empty(timeout=60_000)
        expect(page.locator(".bor-atlas-line")).to_be_visible()

    def mark(self, slug: str) -> Locator:
        """Return the mark of a case on the line, or below it."""
        return self.page.locator(f'.bor-atlas-line-holder [data-slug="{slug}"]')

    def country(self, code: str) -> Locator:
        """Return a country on the map."""
        return self.page.locator(f'.bor-world-country[data-code="{code}"]')

    def filter(self, name: str, value: str) -> None:
        """Choose in one of the filters."""
        self.page.locator(f'select[data-filter="{name}"]').select_option(value)


@pytest.fixture
def atlas(page: Page, server: Server) -> AtlasPage:
    """The atlas, opened."""
    return AtlasPage(page, server)


def numbered(paper: str) -> int:
    return sum(paper in case.papers for case in cases.values())


def test_a_paper_is_chosen_and_its_cases_are_counted(atlas: AtlasPage) -> None:
    expect(atlas.count).to_contain_text("All 94 cases")
    atlas.filter("paper", "P2")
    expect(atlas.count).to_contain_text(f"{numbered('P2')} of 94 cases")
    expect(atlas.mark(IRAQ)).to_have_count(0)  # a case of P0
    expect(atlas.page.locator('[data-role="atlas-list"] li')).to_have_count(numbered("P2"))
    expect(atlas.page).to_have_url(re.compile("paper=P2"))
    atlas.page.locator('[data-role="atlas-clear"]').click()
    expect(atlas.count).to_contain_text("All 94 cases")


def test_a_mark_is_pressed_and_the_case_is_shown_without_its_answer(atlas: AtlasPage) -> None:
    atlas.mark(IRAQ).click()
    expect(atlas.title).to_have_text(cases[IRAQ].title)
    expect(atlas.page.locator('[data-role="atlas-setting"]')).to_have_text(cases[IRAQ].setting)
    shown = atlas.page.locator("body").inner_text()
    assert cases[IRAQ].done not in shown
    expect(atlas.mark(IRAQ)).to_have_attribute("aria-pressed", "true")
    atlas.page.locator('[data-role="atlas-back"]').click()
    expect(atlas.page.locator(f'[data-role="atlas-list"] [data-slug="{IRAQ}"]')).to_be_focused()


def test_the_case_opens_in_the_console(atlas: AtlasPage) -> None:
    atlas.mark(IRAQ).click()
    atlas.page.locator('[data-role="atlas-open"]').click()
    expect(atlas.page).to_have_url(re.compile(r"/console\.ipynb\?s="))
    opened = atlas.page.locator('[data-role="verdict-headline"]')
    expect(opened).not_to_be_empty(timeout=60_000)
    snapshot, told = from_link(atlas.page.url)
    assert (snapshot.case, told) == (IRAQ, [])
    # the network of the console names the two sides of this case
    expect(atlas.page.locator(".bor-net").get_by_text("Iraq").first).to_be_visible()


def test_everything_by_keyboard(atlas: AtlasPage) -> None:
    page = atlas.page
    atlas.country("CHN").wait_for()
    reached: list[str] = []
    page.locator('[data-filter="text"]').focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        kind = page.evaluate(
            """() => { const e = document.activeElement;
               return e.dataset.filter ?? e.dataset.role
                 ?? (e.matches('.bor-atlas-mark') ? 'mark' : e.dataset.code ?? '') }"""
        )
        reached.append(kind)
        if kind == "mark":
            first = page.evaluate("document.activeElement.dataset.slug")
            page.keyboard.press("ArrowRight")
            second = page.evaluate("document.activeElement.dataset.slug")
            assert first != second
            page.keyboard.press("Enter")
            expect(atlas.title).to_have_text(cases[second].title)
            page.keyboard.press("End")
            last = page.evaluate("document.activeElement.dataset.slug")
            page.keyboard.press("Space")
            expect(atlas.title).to_have_text(cases[last].title)
        if kind == "CHN":  # most cases: the map begins here
            page.keyboard.press("ArrowRight")
            page.keyboard.press("Enter")
            expect(atlas.country("USA")).to_have_attribute("aria-pressed", "true")
            break
    wanted = {"paper", "theory", "rule", "actor", "era", "mark", "atlas-open", "CHN"}
    assert wanted <= set(reached)


def test_a_country_filters_and_is_taken_away_again(atlas: AtlasPage) -> None:
    atlas.country("IND").wait_for()
    atlas.country("IND").locator(".bor-world-spot").click()
    expect(atlas.count).to_contain_text("4 of 94 cases")
    expect(atlas.page.locator('[data-role="atlas-map-title"]')).to_contain_text("India")
    atlas.page.locator('[data-role="atlas-country"]').click()
    expect(atlas.count).to_contain_text("All 94 cases")


def test_typing_finds_cases_and_keeps_what_is_typed(atlas: AtlasPage) -> None:
    field = atlas.page.locator('[data-filter="text"]')
    field.press_sequentially("falklands", delay=10)
    expect(atlas.count).to_contain_text("1 of 94 cases")
    expect(field).to_have_value("falklands")
    expect(atlas.page.locator('[data-role="atlas-line-title"]')).to_contain_text("1982")
    field.fill("nothing like it")
    expect(atlas.count).to_contain_text("None of the 94 cases")


def test_an_address_opens_the_same_view(page: Page, server: Server) -> None:
    atlas = AtlasPage(page, server, f"?paper=P0&country=IRQ&case={IRAQ}")
    expect(atlas.title).to_have_text(cases[IRAQ].title, timeout=SEEN_WITHIN)
    expect(page.locator('select[data-filter="paper"]')).to_have_value("P0")
    expect(page.locator('[data-role="atlas-country"]')).to_contain_text("Iraq")


def test_a_hostile_address_does_nothing(page: Page, server: Server) -> None:
    bad = "%3Cimg%20src%3Dx%20onerror%3D%22window.hit%3D1%22%3E"
    atlas = AtlasPage(page, server, f"?paper={bad}&case={bad}&country={bad}&text={bad}")
    expect(atlas.count).to_contain_text("None of the 94 cases", timeout=SEEN_WITHIN)
    assert page.evaluate("window.hit") is None
    assert page.locator("img[src=x]").count() == 0


def test_the_plotly_map_draws_without_asking_anybody(atlas: AtlasPage) -> None:
    atlas.page.locator('[data-fold="world"]').click()
    shapes = atlas.page.locator(".choroplethlayer path.choroplethlocation")
    expect(shapes.first).to_be_attached(timeout=60_000)
    assert shapes.count() > 150


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_is_wider_than_the_screen(atlas: AtlasPage, width: int) -> None:
    atlas.page.set_viewport_size({"width": width, "height": 844})
    atlas.mark(IRAQ).click()
    expect(atlas.title).to_have_text(cases[IRAQ].title)
    atlas.page.wait_for_timeout(400)
    assert atlas.page.evaluate("document.documentElement.scrollWidth") <= width


def test_marks_do_not_lie_on_each_other(atlas: AtlasPage) -> None:
    overlapping = """() => {
      const drawn = '.bor-atlas-shape, .bor-atlas-label:not(.bor-atlas-inside)';
      const boxes = [...document.querySelectorAll(drawn)].map(e => e.getBoundingClientRect());
      const across = (a, b) => a.left < b.right - 1 && b.left < a.right - 1;
      const along = (a, b) => a.top < b.bottom - 1 && b.top < a.bottom - 1;
      const crossed = boxes.flatMap((a, i) => boxes.slice(0, i)
        .filter(b => across(a, b) && along(a, b)));
      return [boxes.length, crossed.length] }"""
    count, crossed = atlas.page.evaluate(overlapping)
    assert count > 35
    assert crossed == 0


def test_no_serious_violation(atlas: AtlasPage) -> None:
    atlas.country("CHN").wait_for()
    for chosen in (False, True):
        if chosen:
            atlas.mark(IRAQ).click()
            expect(atlas.title).to_have_text(cases[IRAQ].title)
            atlas.page.locator('[data-role="atlas-rules"]').click()
        found = Axe().run(atlas.page).response["violations"]
        bad = [
            f"{entry['id']}: {entry['nodes'][0]['html'][:160]}"
            for entry in found
            if entry["impact"] in ("serious", "critical")
        ]
        assert bad == []
