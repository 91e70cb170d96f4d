"""The book as a reader meets it: built once, opened from a folder and from a server's sub-path."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from bor_widgets.charts.cross_references import entries
from bor_widgets.course.folder import lesson_paths
from bor_widgets.course.predictions import load_predictions
from bor_widgets.printed import where
from bor_widgets.sources import outside, papers
from tests.browser.harness import PAGE_OPENS_WITHIN, ROOT, Watch
from tests.printed.parts import Parts, served_below
from tests.printed.seen import drawn_figures, violations

LESSON = "lessons/03-three-principles.html"

#: pages of every kind, and the part of a long one that stands for the rest
SAMPLES = {
    "index.html": None,
    "how-to-use.html": None,
    LESSON: None,
    "reference/rules.html": "main thead, main tr:nth-child(-n+20)",
    "reference/rules-ours.html": None,
    "reference/cases.html": "#C25",
    "reference/tensions.html": "#E01",
    "reference/papers.html": None,
    "search.html": None,
}


@pytest.fixture(scope="module")
def parts(book: Path) -> dict[str, Parts]:
    """Every page, taken apart."""
    return {
        path.relative_to(book).as_posix(): Parts(path.read_text(encoding="utf-8"))
        for path in sorted(book.rglob("*.html"))
        if "_static" not in path.parts
    }


@pytest.fixture(scope="module")
def served(book: Path) -> Iterator[str]:
    """The address of the book below a sub-path of a server of its own."""

    with served_below(book, "/course/book/") as address:
        yield address


@pytest.fixture
def from_folder(browser: Browser, book: Path) -> Iterator[Page]:
    """A page that may read files of the book and nothing else."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.set_default_timeout(PAGE_OPENS_WITHIN)
    opened = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    opened.on("pageerror", lambda error: said.append(error.message))
    yield opened
    context.close()
    inside = (book.as_uri(), "data:", "blob:", "about:")
    assert [url for url in asked if not url.startswith(inside)] == []
    assert said == []


def test_every_lesson_and_every_record_is_there(parts: dict[str, Parts]) -> None:
    for name in [*entries(), *papers, *outside]:
        page, _, anchor = where.anchor_of(name).partition("#")
        assert page in parts, name
        assert not anchor or anchor in parts[page].ids, name
    assert len([page for page in parts if re.match(r"lessons/\d\d-", page)]) == len(lesson_paths())


def test_nothing_is_loaded_from_outside(parts: dict[str, Parts], book: Path) -> None:
    for page, found in parts.items():
        assert found.loads, page
        for address in found.loads:
            target = urlsplit(address)
            assert not target.scheme, f"{page} loads {address}"
            assert not target.netloc, f"{page} loads {address}"
            assert (book / page).parent.joinpath(unquote(target.path)).exists(), address
    for sheet in book.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert re.findall(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//", text) == [], sheet.name


def test_every_link_inside_the_book_leads_somewhere(parts: dict[str, Parts], book: Path) -> None:
    broken = []
    for page, found in parts.items():
        for link in found.links:
            target = urlsplit(link)
            if target.scheme or target.netloc or link == "#":
                continue
            path = (
                (book / page).parent.joinpath(unquote(target.path)) if target.path else book / page
            )
            name = os.path.relpath(path, book)
            if name not in parts or (target.fragment and target.fragment not in parts[name].ids):
                broken.append(f"{page}: {link}")
    assert broken == []


def test_every_id_in_a_lesson_is_a_link(parts: dict[str, Parts]) -> None:
    # ids that lesson 3 names in its prose (INVENTORY G, lesson 3)
    links = parts[LESSON].links
    for name in ("R01", "R02", "R03", "R155", "E01", "E04", "C25", "F58"):
        assert f"../{where.anchor_of(name)}" in links


def test_headings_are_in_order_and_the_language_is_named(parts: dict[str, Parts]) -> None:
    for page, found in parts.items():
        assert found.language == "en", page
        # the theme keeps a second title before it for paper, which no screen shows
        titles = [place for place, level in enumerate(found.headings) if level == 1]
        assert len(titles) in (1, 2), page
        shown = found.headings[titles[-1] :]
        assert all(after <= before + 1 for before, after in pairwise(shown)), page


def test_there_is_one_script_for_all_figures(parts: dict[str, Parts], book: Path) -> None:
    assert [path.name for path in book.rglob("plotly*.js")] == ["plotly.min.js"]
    # fetched when a figure comes near, not with the page
    assert not any("plotly" in address for found in parts.values() for address in found.loads)
    sizes = [path.stat().st_size for path in book.rglob("lessons/*.html")]
    assert max(sizes) < 1_500_000


def test_a_lesson_opened_from_a_folder(from_folder: Page, book: Path) -> None:
    page = from_folder
    page.goto((book / LESSON).as_uri())
    expect(page.locator("h1:visible")).to_contain_text("3. Three principles")
    assert awake_figures(page) == 2
    # a prediction: the answer opens with a key, and not before
    answer = page.locator("section.bor-predict details.bor-answer").first
    reveal = answer.locator(".bor-right")
    expect(reveal).to_be_hidden()
    answer.locator("> summary").focus()
    page.keyboard.press("Enter")
    expect(reveal).to_be_visible()
    expect(reveal).to_contain_text("The same one as before")
    # an id in the text leads to its entry
    page.locator("main a[href$='rules-p0.html#R11']").first.click()
    expect(page).to_have_url(re.compile(r"rules-p0\.html#R11$"))
    expect(page.locator("#R11")).to_be_in_viewport()
    expect(page.locator("#R11")).to_contain_text("P0 L")


def test_a_word_and_a_code_are_found_without_a_server(from_folder: Page, book: Path) -> None:
    page = from_folder
    for word, leads_to in (("guanxi", "lessons/02"), ("R155", "rules-p0.html#R155")):
        page.goto(f"{(book / 'search.html').as_uri()}?q={word}")
        results = page.locator("#search-results li a")
        expect(results.first).to_be_visible(timeout=PAGE_OPENS_WITHIN)
        page.wait_for_function(
            "(part) => [...document.querySelectorAll('#search-results li a')]"
            ".some((link) => link.href.includes(part))",
            arg=leads_to,
        )


def test_a_lesson_below_a_path_of_a_server(page: Page, watch: Watch, served: str) -> None:
    page.goto(f"{served}{LESSON}")
    assert awake_figures(page) == 2
    scripts = [url for url in watch.requests if "plotly" in url]
    assert len(scripts) == 1
    page.goto(f"{served}search.html?q=corrupt")
    expect(page.locator("#search-results li a").first).to_be_visible(timeout=PAGE_OPENS_WITHIN)
    assert all(url.startswith(served) or url.endswith("/favicon.ico") for url in watch.requests)


def test_an_excerpt_tells_no_answer(page: Page, served: str) -> None:
    # the answer of lesson 3's prediction "nothing" speaks of a switch between two wordings
    reveal = load_predictions(ROOT / "lessons" / "predictions" / "03.toml", "L03")["nothing"].reveal
    page.goto(f"{served}search.html?q=behind+a+switch")
    found = page.locator("#search-results li", has_text="Three principles")
    expect(found.locator("p.context, .context").first).to_be_visible(timeout=PAGE_OPENS_WITHIN)
    told = page.locator("#search-results").inner_text()
    assert reveal[-40:] not in told


def test_the_search_field_leads_to_results(page: Page, served: str) -> None:
    page.goto(served)
    page.keyboard.press("Control+k")
    page.keyboard.type("guanxi")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results li a").first).to_be_visible(timeout=PAGE_OPENS_WITHIN)
    assert "search.html?q=guanxi" in page.url


def test_everything_folded_is_reached_by_tab(page: Page, served: str) -> None:
    page.goto(f"{served}{LESSON}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "document.activeElement.tagName === 'SUMMARY' "
                "? document.activeElement.parentElement.className : ''"
            )
        )
        ring = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; })()"
        )
        assert ring, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    kinds = " ".join(reached)
    assert all(kind in kinds for kind in ("bor-hint", "bor-answer", "bor-source"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_serious_violation(page: Page, served: str, sample: str) -> None:
    page.goto(f"{served}{sample}{'?q=tie' if sample == 'search.html' else ''}")
    if sample == LESSON:
        awake_figures(page)
    if sample == "index.html":
        assert drawn_figures(page) == 1
    page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true })")
    page.wait_for_timeout(300)
    assert violations(page, SAMPLES[sample]) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_screen(page: Page, served: str, book: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    lessons = sorted(f"lessons/{path.name}" for path in (book / "lessons").glob("*.html"))
    for name in (*SAMPLES, *lessons):
        page.goto(f"{served}{name}", wait_until="domcontentloaded")
        page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def awake_figures(page: Page) -> int:
    """Go to every figure with sliders, wait until it can be moved, and count them."""
    figures = page.locator("[data-bor-explore]")
    for figure in figures.all():
        figure.scroll_into_view_if_needed()
        expect(figure).to_have_attribute("data-bor-awake", "true", timeout=PAGE_OPENS_WITHIN)
        expect(figure.locator("input[type=range]").first).to_be_visible()
        expect(figure.locator(".bor-stands-still")).to_be_hidden()
    for plot in page.locator("[data-bor-explore] .bor-plot").all():
        expect(plot.locator("svg.main-svg").first).to_be_visible(timeout=PAGE_OPENS_WITHIN)
    return figures.count()


def test_on_paper_numbers_are_open_and_answers_are_not(page: Page, served: str) -> None:
    page.goto(f"{served}{LESSON}")
    awake_figures(page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    numbers = page.locator("figure .bor-figure-more table")
    assert numbers.count() >= 3
    for table in numbers.all():
        expect(table).to_be_visible()
    assert page.locator("details.bor-answer:visible").count() == 0
    expect(page.locator(".bor-lines").first).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("details.bor-numbers[open]").count() == 0
    assert page.locator('.bor-figure-open[aria-expanded="true"]').count() == 0


def test_without_scripts_every_picture_is_told(browser: Browser, book: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((book / LESSON).as_uri())
    for part in page.locator("[data-bor-explore]").all():
        expect(part.locator(".bor-verdict-headline")).to_be_visible()
        assert "JavaScript" in part.locator(".bor-still").inner_text()
        told = part.locator("details.bor-numbers")
        assert told.count() >= 2
        for words in told.all():
            words.locator("summary").click()
            expect(words.locator("p").first).to_be_visible()
    page.goto((book / "index.html").as_uri())
    figures = page.locator("figure.bor-figure")
    assert figures.count() == 1
    for figure in figures.all():
        assert "JavaScript" in figure.locator(".bor-plot").inner_text()
        figure.locator("details.bor-numbers > summary").click()
        expect(figure.locator("details.bor-numbers p").first).to_be_visible()
    context.close()
