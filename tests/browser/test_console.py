"""What a person does with the console, and what the page must then show."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bor_widgets.cases import cases
from bor_widgets.theory import phrase
from tests.browser.console_page import SEEN_WITHIN, ConsolePage
from tests.browser.harness import Server

IRAQ = "iraq-2003-united-states"


@pytest.fixture
def console(page: Page, server: Server) -> ConsolePage:
    """The console, opened."""
    return ConsolePage(page, server)


def test_slider_by_keyboard_moves_verdict_and_point(console: ConsolePage) -> None:
    console.slider("threat").focus()
    console.page.keyboard.press("End")
    console.sees("breakup")
    expect(console.point).to_have_attribute("data-y", "1.00")
    console.page.keyboard.press("Home")
    console.sees("none")
    expect(console.point).to_have_attribute("data-y", "0.00")


def test_point_is_dragged_with_the_mouse(console: ConsolePage) -> None:
    box = console.point.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    console.page.mouse.move(x, y)
    console.page.mouse.down()
    console.page.mouse.move(x - 60, y - 40, steps=6)
    console.page.mouse.move(x - 140, y - 110, steps=8)
    console.page.mouse.up()
    # a grave challenge to a weak tie
    console.sees("breakup")
    tie, threat = console.point.get_attribute("data-x"), console.point.get_attribute("data-y")
    assert float(tie or 1) < 0.4
    assert float(threat or 0) > 0.7
    expect(console.number("relationship")).to_have_value(tie or "")
    expect(console.number("threat")).to_have_value(threat or "")


def test_point_is_moved_with_the_keys(console: ConsolePage) -> None:
    console.point.focus()
    for _ in range(5):
        console.page.keyboard.press("Shift+ArrowUp")
    expect(console.number("threat")).to_have_value("1.00")
    console.page.keyboard.press("ArrowLeft")
    expect(console.number("relationship")).to_have_value("0.49")
    console.sees("breakup")
    told = console.point.get_attribute("aria-valuetext") or ""
    assert "0.49" in told
    assert "1" in told


def test_a_reason_shows_paper_lines_and_explicitness(console: ConsolePage) -> None:
    console.set("threat", 1)
    console.sees("breakup")
    source = console.page.locator('[data-role="verdict-reasons"] [data-source="R02"]').first
    source.click()
    expect(source).to_have_attribute("aria-expanded", "true")
    region = console.page.locator(f"#{source.get_attribute('aria-controls')}")
    # R02 stands at P0 L405-413 and again at L1689-1691, and is stated
    expect(region).to_contain_text("P0 L405-413")
    expect(region).to_contain_text("P0 L1689-1691")
    expect(source).to_have_attribute("data-explicitness", "stated")


def test_power_moves_nothing(console: ConsolePage) -> None:
    console.set("threat", 1)
    console.sees("breakup")
    console.unfold("inputs")
    console.unfold_group("Balance of power")
    console.slider("capability").focus()
    for key in ("Home", "End"):
        console.page.keyboard.press(key)
        note = "weaker side" if key == "Home" else "stronger side"
        # the note of R11 proves that the move arrived; the verdict stays
        expect(console.page.locator(".bor-verdict-card")).to_contain_text(note, timeout=SEEN_WITHIN)
        console.sees("breakup")


def test_indirect_threat_splits_the_areas(console: ConsolePage) -> None:
    console.unfold("inputs")
    console.page.locator('select[data-name="grade"]').select_option("indirect")
    console.sees("mix")
    kinds = console.page.locator("[data-area]").evaluate_all(
        "bars => bars.map(bar => Math.sign(Number(bar.dataset.value)))"
    )
    assert sorted(kinds) == [-1, 1]
    expect(console.page.locator(".bor-verdict-card")).to_contain_text(phrase("by", "student"))


def test_two_wordings_differ_at_no_threat(console: ConsolePage) -> None:
    console.set("threat", 0)
    console.sees("none")
    console.page.get_by_text(phrase("wording", "conclusion")).click()
    console.sees("compromise")
    console.page.get_by_text(phrase("wording", "introduction")).click()
    console.sees("none")


def test_case_keeps_its_answer_until_a_prediction_is_made(console: ConsolePage) -> None:
    case = cases[IRAQ]
    console.unfold("case")
    console.choose_case("iraq", IRAQ)
    # the grade is coded from the text; it would give the answer away, and is held back
    expect(console.page.locator('.bor-coded[data-name="relationship"]')).to_be_visible()
    assert console.page.locator('.bor-coded[data-name="grade"]').count() == 0
    assert case.done not in console.page.content()
    console.page.locator('[data-role="case-commit"]').click()
    expect(console.page.locator(".bor-case-picker .bor-error")).to_be_visible()
    console.page.locator('.bor-case-picker input[type=radio][value="compromise"]').check()
    console.page.locator('[data-role="case-commit"]').click()
    reveal = console.page.locator('[data-role="case-reveal"]')
    expect(reveal).to_contain_text(case.done, timeout=SEEN_WITHIN)
    expect(reveal.locator('[data-source="R13"]')).to_be_visible()
    # P0 L1583-1591: the one event whose violation the paper calls direct (T62)
    console.sees("breakup")
    expect(console.page.locator('.bor-coded[data-name="grade"]')).to_contain_text("direct")


def test_a_coded_input_is_locked_until_unlocked(console: ConsolePage) -> None:
    console.unfold("case")
    console.choose_case("iraq", IRAQ)
    expect(console.slider("relationship")).to_be_disabled()
    console.page.locator('[data-unlock="relationship"]').click()
    expect(console.slider("relationship")).to_be_enabled(timeout=SEEN_WITHIN)
    console.set("relationship", 0.9)
    expect(console.point).to_have_attribute("data-x", "0.90", timeout=SEEN_WITHIN)


def test_the_nearest_change_changes_the_response(console: ConsolePage) -> None:
    console.unfold("changes")
    change = console.page.locator('[data-change="threat"]').first
    result = change.locator(".bor-change-result").inner_text()
    change.click()
    action = next(
        a for a in ("compromise", "mix", "breakup", "none") if phrase("action_short", a) == result
    )
    console.sees(action)


def test_ledger_shows_four_readings_and_what_is_open(console: ConsolePage) -> None:
    console.unfold("ledger")
    columns = console.page.locator("[data-theory]")
    expect(columns).to_have_count(4)
    # which instrument a state picks is an open question of the paper (S19, P2 L113)
    expect(
        console.page.locator('[data-theory="soft_balancing"] [data-source="S19"]')
    ).to_be_visible()
    console.set("threat", 1)
    expect(console.page.locator('[data-tension="E96"]')).to_be_visible(timeout=SEEN_WITHIN)


def test_a_bad_number_is_refused_in_a_sentence(console: ConsolePage) -> None:
    before = console.headline.inner_text()
    console.set("threat", 7)
    error = console.page.locator('[data-field="threat"] .bor-error')
    expect(error).to_contain_text("threat takes a number from 0 to 1; given was 7")
    expect(console.number("threat")).to_have_value(re.compile("^7"))
    expect(console.headline).to_have_text(before)
    expect(console.point).to_have_attribute("data-y", "0.50")
    console.set("threat", 0.9)
    expect(error).to_be_hidden()
    console.sees("breakup")


def test_undo_redo_reset(console: ConsolePage) -> None:
    console.set("threat", 1)
    console.sees("breakup")
    console.page.locator('[data-role="undo"]').click()
    console.sees("mix")
    console.page.locator('[data-role="redo"]').click()
    console.sees("breakup")
    console.page.locator('[data-role="reset"]').click()
    expect(console.number("threat")).to_have_value("0.50")
    console.sees("mix")


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        (
            "svg",
            lambda data: data.startswith(b"<") and b"</svg>" in data and b"<script" not in data,
        ),
        ("png", lambda data: data.startswith(b"\x89PNG") and len(data) > 10_000),
        ("json", lambda data: json.loads(data)["action"] == "mix"),
        ("csv", lambda data: b"situation,threat,0.5" in data),
    ],
)
def test_picture_and_numbers_can_be_taken_along(
    console: ConsolePage, kind: str, holds: Callable[[bytes], bool]
) -> None:
    with console.page.expect_download() as waiting:
        console.page.locator(f'[data-role="{kind}"]').click()
    path = waiting.value.path()
    assert waiting.value.suggested_filename.endswith(f".{kind}")
    assert holds(path.read_bytes())


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=document.title='owned'>",
        "[a](javascript:alert(1))",
        "\u202egnp.exe",
        "='1+1",
    ],
)
def test_a_hostile_name_is_only_text(console: ConsolePage, hostile: str) -> None:
    console.unfold("inputs")
    console.unfold_group("Issue areas")
    new = console.page.locator('[data-new="issue_areas"]')
    new.fill(hostile)
    new.press("Enter")
    if hostile.isprintable():
        bar = console.page.locator("[data-area]").nth(2)
        expect(bar).to_be_attached(timeout=SEEN_WITHIN)
        assert bar.get_attribute("data-area") == hostile
    else:
        error = console.page.locator('[data-field="issue_areas"] .bor-error')
        expect(error).to_contain_text("issue_areas takes", timeout=SEEN_WITHIN)
    assert console.page.title() != "owned"
    assert console.page.locator("img[src=x]").count() == 0


def test_explored_figures_are_updated_in_place(console: ConsolePage) -> None:
    console.unfold("explore")
    figures = console.page.locator(".js-plotly-plot")
    expect(figures).to_have_count(3, timeout=60_000)
    figures.first.evaluate("figure => { figure.dataset.mark = 'same' }")
    title = figures.nth(1).locator(".gtitle")
    before = title.text_content()
    console.set("threat", 0.68)
    expect(title).not_to_have_text(before or "", timeout=SEEN_WITHIN)
    expect(figures.first).to_have_attribute("data-mark", "same")


def test_text_alternative_changes_with_the_picture(console: ConsolePage) -> None:
    board = console.page.locator(".bor-map [aria-describedby]").first
    told = console.page.locator(f"#{(board.get_attribute('aria-describedby') or '').split()[0]}")
    before = told.text_content()
    console.set("threat", 1)
    console.sees("breakup")
    expect(told).not_to_have_text(before or "")
    expect(told).to_contain_text(phrase("grade", "direct"))
