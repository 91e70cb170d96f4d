"""Figures with sliders in the book: no kernel, and yet every answer is Python's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bor_widgets.charts.explorable import Exploration
from bor_widgets.charts.explorable_benches import console_picture
from bor_widgets.course.folder import lesson_paths
from bor_widgets.situation import Situation
from tests.browser.explorable_page import (
    awake,
    claims_of,
    click_to,
    distinct,
    press_to,
    said,
    wanted,
)
from tests.browser.harness import PAGE_OPENS_WITHIN
from tests.charts.explorables import made, places, shown_in
from tests.printed.parts import served_below
from tests.printed.seen import violations

LESSONS = sorted(lesson_paths())
SAMPLE = "L03"

#: answers compared for each figure
ANSWERS = 10


@pytest.fixture(scope="module")
def addresses(book: Path) -> Iterator[dict[str, str]]:
    """Where the book begins: in its folder, and below a sub-path of a server."""
    with served_below(book, "/course/book/") as served:
        yield {"folder": f"{book.as_uri()}/", "server": served}


@pytest.fixture
def watched(browser: Browser, addresses: dict[str, str]) -> Iterator[Page]:
    """A page that may read the book and nothing else, and says nothing of errors."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.set_default_timeout(PAGE_OPENS_WITHIN)
    opened = context.new_page()
    asked: list[str] = []
    told: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: told.append(error.message))
    opened.on(
        "console",
        lambda message: told.append(message.text) if message.type in ("error", "warning") else None,
    )
    yield opened
    context.close()
    inside = (*addresses.values(), "data:", "blob:", "about:")
    assert [url for url in asked if not url.startswith(inside)] == []
    assert told == []


def page_of(lesson: str) -> str:
    return f"lessons/{lesson_paths()[lesson].stem}.html"


def compare(name: str, given: dict[str, Any], found: Exploration, seen: dict[str, Any]) -> None:
    """The figure says what Python says for the place at which its sliders stand."""
    values = found.values(seen["place"])
    fresh = wanted(name, given, values)
    card = fresh["card"]
    assert seen["headline"] == card["headline"]
    assert seen["line"] == card["headline"]
    claims = claims_of(card)
    assert seen["claims"] == [claim["text"] for claim in claims]
    assert seen["sources"] == [c["source"]["id"] for c in claims if c.get("source")]
    if name == "console":
        shown = console_picture(Situation(**{**given, **values})).plotly
        fresh["titles"] = {each.name: each.title for each in shown}
        fresh["alts"] = {each.name: each.alt for each in shown}
    assert seen["titles"] == fresh["titles"]
    assert seen["alts"] == fresh["alts"]
    assert seen["values"] == [
        each.as_data()["texts"][at] for each, at in zip(found.sliders, seen["place"], strict=True)
    ]


@pytest.mark.parametrize("way", ["folder", "server"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_ten_answers_of_every_figure_are_those_of_python(
    watched: Page, addresses: dict[str, str], lesson: str, way: str
) -> None:
    watched.goto(f"{addresses[way]}{page_of(lesson)}", wait_until="domcontentloaded")
    assert watched.locator("[data-bor-explore]").count() == len(shown_in(lesson)) > 0
    for index, (name, given) in enumerate(shown_in(lesson)):
        found = made(name, given)
        part = awake(watched, index)
        seen = said(part)
        assert tuple(seen["place"]) == found.first
        compare(name, given, found, seen)
        reached = {tuple(seen["place"])}
        for turn, place in enumerate(places(found, ANSWERS + 4)):
            (press_to if turn % 2 else click_to)(part, found, place)
            seen = said(part)
            if turn % 2 and max(found.shape) <= 25:
                assert tuple(seen["place"]) == place
            compare(name, given, found, seen)
            reached.add(tuple(seen["place"]))
        assert len(reached) >= distinct(found, ANSWERS), (name, reached)


def test_plotly_comes_only_where_a_figure_needs_it(
    watched: Page, addresses: dict[str, str]
) -> None:
    asked: list[str] = []
    watched.on("request", lambda request: asked.append(request.url))
    watched.goto(f"{addresses['folder']}{page_of('L07')}")
    awake(watched, 0)
    assert [url for url in asked if "plotly" in url] == []
    watched.goto(f"{addresses['folder']}{page_of(SAMPLE)}")
    part = awake(watched, 0)
    expect(part.locator(".bor-plot svg.main-svg").first).to_be_visible()
    assert len([url for url in asked if "plotly" in url]) == 1


def test_the_point_of_the_plotly_map_moves_in_place(
    watched: Page, addresses: dict[str, str]
) -> None:
    watched.goto(f"{addresses['folder']}{page_of(SAMPLE)}")
    part = awake(watched, 0)
    plot = part.locator('[slot="plot-map"] .bor-plot')
    expect(plot.locator("svg.main-svg").first).to_be_visible()
    plot.evaluate("(node) => { node.querySelector('svg.main-svg').dataset.same = 'yes' }")
    place = (
        "(node) => node.data.filter((trace) => trace.x?.length === 1).map((t) => [t.x[0], t.y[0]])"
    )
    part.locator('input[data-slider="threat"]').press("End")
    part.locator('input[data-slider="relationship"]').press("Home")
    watched.wait_for_function(
        f"(node) => JSON.stringify(({place})(node)).includes('[0,1]')", arg=plot.element_handle()
    )
    assert plot.locator("svg.main-svg[data-same]").count() == 1


def test_a_hand_in_a_drawing_moves_the_slider(watched: Page, addresses: dict[str, str]) -> None:
    watched.goto(f"{addresses['folder']}{page_of(SAMPLE)}")
    index = [name for name, _ in shown_in(SAMPLE)].index("threat_dial")
    part = awake(watched, index)
    grade = part.locator('input[data-slider="grade"]')
    expect(grade).to_have_attribute("aria-valuetext", "no threat")
    dial = part.locator('figure[data-drawing="dial"]')
    dial.get_by_role("radio", name="direct").last.click()
    expect(grade).to_have_attribute("aria-valuetext", "direct")


def test_a_source_leads_to_its_entry(watched: Page, addresses: dict[str, str]) -> None:
    watched.goto(f"{addresses['server']}{page_of(SAMPLE)}")
    part = awake(watched, 1)
    button = part.locator('[data-source="R01"]').first
    button.click()
    note = part.locator(".bor-source-note:visible").first
    expect(note).to_contain_text("P0 L")
    note.get_by_role("link").click()
    expect(watched).to_have_url(f"{addresses['server']}reference/rules-p0.html#R01")


def test_what_is_spoken_waits_for_a_quiet_moment(watched: Page, addresses: dict[str, str]) -> None:
    watched.goto(f"{addresses['folder']}{page_of(SAMPLE)}")
    part = awake(watched, 1)
    region = part.locator('.bor-verdict-card [role="status"]')
    expect(region).to_have_attribute("aria-live", "polite")
    expect(region).to_be_empty()
    grade = part.locator('input[data-slider="grade"]')
    grade.press("End")
    expect(region).to_have_text(said(part)["headline"])


def test_the_focus_can_be_seen(watched: Page, addresses: dict[str, str]) -> None:
    watched.goto(f"{addresses['folder']}{page_of(SAMPLE)}")
    part = awake(watched, 1)
    hand = part.locator("input[type=range]").first
    hand.press("ArrowRight")
    assert hand.evaluate(
        "(node) => { const s = getComputedStyle(node);"
        " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; }"
    )


def test_no_serious_violation_with_every_figure_awake(
    watched: Page, addresses: dict[str, str]
) -> None:
    watched.goto(f"{addresses['server']}{page_of(SAMPLE)}")
    for index in range(len(shown_in(SAMPLE))):
        awake(watched, index)
    expect(watched.locator(".bor-plot svg.main-svg").first).to_be_visible()
    assert violations(watched) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_figure_is_wider_than_the_screen(
    watched: Page, addresses: dict[str, str], width: int
) -> None:
    watched.set_viewport_size({"width": width, "height": 720})
    for lesson in LESSONS:
        watched.goto(f"{addresses['folder']}{page_of(lesson)}", wait_until="domcontentloaded")
        for index in range(len(shown_in(lesson))):
            awake(watched, index)
        assert watched.evaluate("document.documentElement.scrollWidth") <= width, lesson


def test_without_scripts_words_and_some_answers_remain(browser: Browser, book: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for lesson in LESSONS:
        page.goto((book / page_of(lesson)).as_uri())
        for index, (name, given) in enumerate(shown_in(lesson)):
            part = page.locator("[data-bor-explore]").nth(index)
            found = made(name, given)
            headline = wanted(name, given, dict(found.start))["card"]["headline"]
            expect(part.locator(".bor-verdict-headline")).to_have_text(headline)
            table = part.locator("table").last
            # as it begins, and at the ends of its sliders
            assert table.locator("tbody tr").count() >= 2
            expect(table.locator("tbody tr").first).to_contain_text(headline)
    context.close()
