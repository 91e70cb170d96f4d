"""The browser of the rules and the board of the tensions, as a person uses them."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.browser.harness import Server, open_page, wait_until


class Records:
    """An opened page with a list of records."""

    def __init__(self, page: Page, server: Server, address: str) -> None:
        self.page = page
        open_page(page, server.page(address))
        self.search = page.locator('[data-role="record-search"]')
        self.count = page.locator('[data-role="record-count"]')
        self.rows = page.locator(".bor-record-row")
        self.title = page.locator('[data-role="record-title"]')
        self.back = page.locator('[data-role="record-back"]')
        self.close = page.locator('[data-role="record-close"]')
        expect(self.count).not_to_be_empty()

    def row(self, name: str) -> Locator:
        """Return the row of a record."""
        return self.page.locator(f'.bor-record-row[data-id="{name}"]')

    def link(self, name: str) -> Locator:
        """Return the first link to another record."""
        return self.page.locator(f'[data-jump="{name}"]').first

    def asked(self) -> dict[str, str]:
        """What the address carries."""
        found = parse_qs(urlsplit(self.page.url).query)
        return {key: values[0] for key, values in found.items()}


def rules_page(page: Page, server: Server, query: str = "") -> Records:
    return Records(page, server, f"rules.ipynb{query}")


def tensions_page(page: Page, server: Server, query: str = "") -> Records:
    return Records(page, server, f"tensions.ipynb{query}")


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{entry['id']}: {entry['nodes'][0]['html'][:200]}"
        for entry in found
        if entry["impact"] in ("serious", "critical")
    ]


def test_a_search_narrows_the_list_and_marks_what_it_found(page: Page, server: Server) -> None:
    records = rules_page(page, server)
    expect(records.rows).to_have_count(50)
    records.search.fill("HARMONY needs")
    expect(records.rows.first).to_have_attribute("data-id", "R20")
    for text in records.rows.all_inner_texts():
        assert "harmony" in text.lower() or "need" in text.lower()
    marked = {text.lower() for text in records.page.locator("mark").all_inner_texts()}
    assert {"harmony", "needs"} <= marked
    records.search.fill("zzz-no-such-word")
    expect(records.count).to_contain_text("Nothing fits")
    expect(records.rows).to_have_count(0)
    records.page.locator('[data-role="record-clear"]').click()
    expect(records.rows).to_have_count(50)
    expect(records.search).to_be_focused()


@pytest.mark.parametrize("typed", ["R01", "r1"])
def test_an_id_that_is_typed_comes_first(page: Page, server: Server, typed: str) -> None:
    records = rules_page(page, server)
    records.search.fill(typed)
    expect(records.rows.first).to_have_attribute("data-id", "R01")


def test_filters_narrow_together_and_stand_in_the_address(page: Page, server: Server) -> None:
    records = rules_page(page, server)
    page.locator('[data-filter="said"]').select_option("reported")
    expect(records.count).to_contain_text("49 of 853")
    page.locator('[data-filter="paper"]').select_option("P1")
    page.locator('[data-filter="lesson"]').select_option("L06")
    for row in records.rows.all():
        assert (row.get_attribute("data-id") or "").startswith("Q")
    wait_until(page, "location.search.includes('lesson=L06')")
    assert records.asked() == {"said": "reported", "paper": "P1", "lesson": "L06"}
    shown = records.count.inner_text()
    page.reload()
    expect(records.count).to_have_text(shown, timeout=60_000)
    # a concept is not more or less firmly said: the filter goes away with its choice
    page.locator('[data-filter="kind"][value="concept"]').check(force=True)
    expect(page.locator('[data-filter="said"]')).to_be_hidden()
    page.locator('[data-filter="paper"]').select_option("")
    page.locator('[data-filter="lesson"]').select_option("")
    expect(records.count).to_contain_text("257 of 853")


def test_a_bar_of_the_overview_shows_the_rules_behind_it(page: Page, server: Server) -> None:
    records = rules_page(page, server)
    page.locator('.bor-record-bar[data-look="contested"]').click()
    expect(records.rows).to_have_count(2)


def test_opening_jumping_and_going_back(page: Page, server: Server) -> None:
    records = rules_page(page, server, "?q=harmony+needs")
    records.row("R20").click()
    expect(records.title).to_have_text("Harmony needs two")
    expect(page.locator(".bor-record-facts")).to_contain_text("P0 L700-702")
    records.link("L02").click()
    expect(records.title).to_contain_text("What a relationship is")
    expect(records.title).to_be_focused()
    assert records.asked() == {"q": "harmony needs", "id": "L02"}
    records.link("E14").click()
    expect(records.title).to_have_text("Inside one paper")
    page.go_back()
    expect(records.title).to_contain_text("What a relationship is")
    expect(records.back).to_contain_text("R20")
    records.back.click()
    expect(records.title).to_have_text("Harmony needs two")
    expect(records.back).to_be_hidden()
    records.close.click()
    expect(records.title).to_be_hidden()
    expect(records.row("R20")).to_be_focused()


def test_the_list_grows_by_scrolling_and_by_pressing(page: Page, server: Server) -> None:
    records = rules_page(page, server)
    page.locator(".bor-record-scroll").evaluate("box => { box.scrollTop = box.scrollHeight }")
    expect(records.rows).to_have_count(100)
    more = page.locator('[data-role="record-more"]')
    more.focus()
    more.press("Enter")
    # the first of the new ones is where the reader goes on
    expect(records.rows.nth(100)).to_be_focused()
    expect(records.rows).to_have_count(150)


def test_by_keyboard_alone(page: Page, server: Server) -> None:
    records = rules_page(page, server)
    records.search.focus()
    page.keyboard.type("harmony needs two")
    page.keyboard.press("ArrowDown")
    expect(records.row("R20")).to_be_focused()
    page.keyboard.press("Enter")
    expect(records.title).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.jump") == "L02"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    expect(records.title).to_contain_text("What a relationship is")
    page.keyboard.press("Escape")
    expect(records.title).to_be_hidden()


def test_a_case_keeps_what_explains_it_until_it_is_asked_for(page: Page, server: Server) -> None:
    records = rules_page(page, server, "?id=C25")
    expect(records.title).to_contain_text("Iraq")
    expect(records.link("R02")).to_be_hidden()
    page.locator('[data-role="reveal"]').click()
    expect(records.page.locator(".bor-record-kept [data-jump]").first).to_be_visible()


HOSTILE = (
    "q=" + quote("<img src=x onerror=alert(1)>" * 40),
    "id=__proto__&kind=constructor&said=toString&lesson=" + quote("L03'\"><script>"),
    "id=" + quote('R01"]<b>') + "&q=" + quote("[(*+?\\"),
    "q=%F0%9F%98%80%CC%81&paper=P0&id=",
)


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_address_does_no_harm(page: Page, server: Server, query: str) -> None:
    said: list[str] = []

    def refuse(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    records = rules_page(page, server, f"?{query}")
    page.wait_for_timeout(300)
    assert said == []
    assert page.locator(".bor-record-browser img, .bor-record-browser b").count() == 0
    expect(records.title).to_be_hidden()
    assert len(records.search.input_value()) <= 200
    # and the page still works
    records.search.fill("R20")
    expect(records.rows.first).to_have_attribute("data-id", "R20")


def test_a_tension_shows_both_passages_and_the_way_to_its_bench(page: Page, server: Server) -> None:
    records = tensions_page(page, server, "?where=between")
    expect(records.count).to_contain_text("of 85 tensions")
    records.row("E80").click()
    places = page.locator(".bor-passage-place").all_inner_texts()
    assert [place.split(" (")[0] for place in places] == ["P0 L415-423", "P2 L93-95"]
    bench = page.locator('[data-bench="CaseStudio"]')
    # the page itself, or the page in the state that shows the contradiction
    expect(bench).to_have_attribute("href", re.compile(r"^case-studio\.ipynb(\?s=[\w-]+)?$"))
    source = page.locator('[data-source="R03"]')
    source.click()
    expect(page.locator(".bor-source-note:visible")).to_contain_text("indirectly threatening")
    expect(page.locator(".bor-record-among")).to_have_attribute("href", "rules.ipynb?id=E80")


def test_a_tension_inside_one_passage_says_so(page: Page, server: Server) -> None:
    tensions_page(page, server, "?id=E41")
    expect(page.locator(".bor-passage")).to_have_count(1)
    expect(page.locator(".bor-record-body")).to_contain_text("One passage")


@pytest.mark.parametrize(
    "address", ["rules.ipynb", "rules.ipynb?id=E50&q=threat", "tensions.ipynb?id=E81"]
)
def test_no_serious_violation(page: Page, server: Server, address: str) -> None:
    Records(page, server, address)
    page.wait_for_timeout(300)
    assert violations(page) == []


@pytest.mark.parametrize(
    "address", ["rules.ipynb", "rules.ipynb?id=L09", "rules.ipynb?id=C25", "tensions.ipynb?id=E81"]
)
def test_a_phone_needs_no_sideways_scrolling(page: Page, server: Server, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    records = Records(page, server, address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    if "id=" in address:
        # one of the two at a time: the record, and the list again when it is closed
        expect(records.search).to_be_hidden()
        records.close.click()
    expect(records.search).to_be_visible()
    expect(records.rows.first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
