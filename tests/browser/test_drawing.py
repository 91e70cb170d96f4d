"""The drawing widgets as a reader meets them: moved, read, selected and saved in a browser."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.drawing_notebooks import GALLERY, ROUGH
from tests.browser.harness import Server, open_page, running_server, write_notebook


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("gallery")
    write_notebook(folder, "gallery.ipynb", GALLERY, title="Gallery")
    write_notebook(folder, "rough.ipynb", ROUGH, title="Rough")
    with running_server(folder) as running:
        yield running


@pytest.fixture
def drawn(page: Page, gallery: Server) -> Page:
    open_page(page, gallery.page("gallery.ipynb"))
    expect(point_of(page)).to_have_attribute("data-x", "0.40")
    return page


def point_of(page: Page) -> Locator:
    return page.locator('[data-role="map-point"]')


def expect_at(page: Page, x: str, y: str) -> None:
    expect(point_of(page)).to_have_attribute("data-x", x)
    expect(point_of(page)).to_have_attribute("data-y", y)
    expect(page.locator(".told")).to_have_text(f"{x} {y}")


def test_dragging_anywhere_on_the_map_moves_the_point_and_tells_python(drawn: Page) -> None:
    frame = drawn.locator(".bor-map-frame").bounding_box()
    assert frame is not None
    left, top, width, height = (frame[part] for part in ("x", "y", "width", "height"))
    drawn.mouse.move(left + width * 0.1, top + height * 0.9)
    drawn.mouse.down()
    drawn.mouse.move(left + width * 0.5, top + height * 0.5, steps=8)
    drawn.mouse.move(left + width * 0.75, top + height * 0.2, steps=8)
    drawn.mouse.up()
    expect_at(drawn, "0.75", "0.80")
    drawn.mouse.move(left + width * 0.2, top + height * 0.7)
    expect_at(drawn, "0.75", "0.80")  # the button is up again


def test_a_drag_beyond_the_map_stops_at_its_ends(drawn: Page) -> None:
    frame = drawn.locator(".bor-map-frame").bounding_box()
    assert frame is not None
    drawn.mouse.move(frame["x"] + 60, frame["y"] + 60)
    drawn.mouse.down()
    drawn.mouse.move(1270, 5, steps=5)
    drawn.mouse.up()
    expect_at(drawn, "1.00", "1.00")


def test_the_keyboard_moves_the_point_in_small_and_large_steps(drawn: Page) -> None:
    point_of(drawn).focus()
    for key, x, y in (
        ("ArrowRight", "0.41", "0.60"),
        ("ArrowUp", "0.41", "0.61"),
        ("Shift+ArrowLeft", "0.31", "0.61"),
        ("PageUp", "0.31", "0.71"),
        ("ArrowDown", "0.31", "0.70"),
        ("End", "1.00", "0.70"),
        ("ArrowRight", "1.00", "0.70"),
        ("Home", "0.00", "0.70"),
        ("PageDown", "0.00", "0.60"),
    ):
        drawn.keyboard.press(key)
        expect_at(drawn, x, y)


def test_a_screen_reader_hears_both_values_and_the_verdict(drawn: Page) -> None:
    point = point_of(drawn)
    assert point.get_attribute("role") == "slider"
    point.focus()
    drawn.keyboard.press("Shift+ArrowUp")
    drawn.keyboard.press("Shift+ArrowUp")
    expect(point).to_have_attribute(
        "aria-valuetext", "Relationship strength 0.40, Threat perception 0.80. break up"
    )
    described = drawn.locator(f"#{point.get_attribute('aria-describedby')}")
    expect(described).to_have_text("A map of four areas.")


def test_python_moves_the_point_and_nothing_is_rebuilt(drawn: Page) -> None:
    drawn.evaluate(
        """() => { document.querySelector('[data-role="map-point"]').before_ = true;
        document.querySelector('[data-area="trade"]').before_ = true; }"""
    )
    drawn.locator(".widget-slider .noUi-handle").focus()
    drawn.keyboard.press("ArrowRight")
    drawn.keyboard.press("ArrowRight")
    expect(point_of(drawn)).to_have_attribute("data-x", "0.60")
    expect(drawn.locator('[data-area="trade"]')).to_have_attribute("data-kind", "less")
    expect(drawn.locator('[data-area="culture"]')).to_have_count(0)
    assert drawn.evaluate("document.querySelector('[data-role=\"map-point\"]').before_") is True
    assert drawn.evaluate("document.querySelector('[data-area=\"trade\"]').before_") is True


def test_restraint_is_told_by_direction_arrow_and_texture(drawn: Page) -> None:
    tops = {}
    for area, arrow, texture in (
        ("trade", "▲", "more"),
        ("the disputed border", "▼", "less"),
        ("culture", "=", "same"),
    ):
        column = drawn.locator(f'[data-area="{area}"]')
        expect(column.locator(".bor-bars-arrow")).to_have_text(arrow)
        bar = column.locator(".bor-bars-bar")
        assert f"restraint-{texture}" in (bar.get_attribute("fill") or "")
        tops[area] = bar.bounding_box()
    up, down = tops["trade"], tops["the disputed border"]
    assert up is not None
    assert down is not None
    assert up["y"] + up["height"] == pytest.approx(down["y"], abs=2)  # they meet at zero
    # 0.6 against 0.8; the drawn outline adds a pixel or two to each
    assert up["height"] / down["height"] == pytest.approx(0.75, abs=0.04)


def test_the_network_is_read_and_selected_by_keyboard(drawn: Page) -> None:
    detail = drawn.locator(".bor-net-detail")
    drawn.locator('.bor-net-item[tabindex="0"]').focus()
    expect(detail).to_have_text("Ruritania has ties.")
    drawn.keyboard.press("End")
    expect(detail).to_contain_text("Borduria and Syldavia are hostile.")
    drawn.keyboard.press("Enter")
    expect(drawn.locator(".chosen")).to_have_text("Borduria--Syldavia")
    drawn.keyboard.press("ArrowRight")  # from the last part on to the first
    expect(detail).to_have_text("Ruritania has ties.")
    drawn.keyboard.press("Escape")
    expect(drawn.locator(".chosen")).to_have_text("nothing")
    assert drawn.locator('.bor-net-item[tabindex="0"]').count() == 1


def test_a_click_selects_a_tie_and_width_follows_strength(drawn: Page) -> None:
    tie = drawn.locator('[data-key="Ruritania--Syldavia"]')
    tie.locator(".bor-net-badge").click()
    expect(drawn.locator(".chosen")).to_have_text("Ruritania--Syldavia")
    expect(tie).to_have_attribute("aria-pressed", "true")
    strong = tie.locator(".bor-net-line").get_attribute("stroke-width")
    weak = drawn.locator('[data-key="Borduria--Syldavia"] .bor-net-line')
    assert float(strong or 0) > 2 * float(weak.get_attribute("stroke-width") or 0)
    assert weak.get_attribute("stroke-dasharray")


def test_nothing_stands_in_the_way_of_assistive_programs(drawn: Page) -> None:
    found = Axe().run(drawn, context=".bor").response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_undo_asks_python_and_states_follow(drawn: Page) -> None:
    expect(drawn.locator('[data-role="redo"]')).to_be_disabled()
    drawn.locator('[data-role="undo"]').click()
    expect(drawn.locator(".stepped")).to_have_text("undo")
    expect(drawn.locator('[data-role="redo"]')).to_be_enabled()


def test_the_saved_picture_stands_alone(drawn: Page, tmp_path: Path) -> None:
    with drawn.expect_download() as waiting:
        drawn.locator('[data-role="svg"]').click()
    target = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(target)
    text = target.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "A strong tie makes a threat look smaller"
    assert root.findtext(f"{space}desc") == "A map of four areas."
    assert "var(--" not in text
    assert not re.search(r"(href|src)=", text)
    words = [node.text for node in root.iter(f"{space}tspan")]
    assert "compromise" in words
    lone = drawn.context.new_page()
    lone.set_content(f"<body style='margin:0'>{text}")
    plain = lone.evaluate(
        """() => { const area = document.querySelector('[data-grade="direct"]');
        return [getComputedStyle(area).stroke, area.getBoundingClientRect().width]; }"""
    )
    lone.close()
    assert plain[0] == "rgb(255, 255, 255)"
    assert plain[1] > 200


def test_the_png_is_twice_as_fine(drawn: Page) -> None:
    with drawn.expect_download() as waiting:
        drawn.locator('[data-role="png"]').click()
    data = waiting.value.path().read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    box = drawn.locator(".bor-map-board").bounding_box()
    assert box is not None
    edges = 32  # white space to the left and right of the drawing
    assert int.from_bytes(data[16:20], "big") == pytest.approx(2 * (box["width"] + edges), abs=4)


@pytest.mark.parametrize(("kind", "text"), [("csv", "threat,0.6\n"), ("json", '{"threat": 0.6}')])
def test_numbers_come_from_python(drawn: Page, kind: str, text: str) -> None:
    with drawn.expect_download() as waiting:
        drawn.locator(f'[data-role="{kind}"]').click()
    assert waiting.value.suggested_filename == f"numbers.{kind}"
    assert waiting.value.path().read_text(encoding="utf-8") == text
    expect(drawn.locator('[data-role="export-result"]')).to_have_text(f"Saved as numbers.{kind}.")


def test_numbers_are_copied(drawn: Page) -> None:
    drawn.context.grant_permissions(["clipboard-read", "clipboard-write"])
    drawn.locator('[data-role="copy"]').click()
    expect(drawn.locator('[data-role="export-result"]')).to_contain_text("copied")
    assert drawn.evaluate("navigator.clipboard.readText()") == "threat,0.6\n"


def test_hostile_words_stay_words_and_the_page_keeps_its_width(page: Page, gallery: Server) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, gallery.page("rough.ipynb"))
    expect(page.locator(".bor-net-node")).to_have_count(12)
    expect(page.locator(".bor-bars-column")).to_have_count(11)
    assert page.locator(".bor img").count() == 0
    wide = page.evaluate(
        """[...document.querySelectorAll('.bor')].map(
        (node) => node.getBoundingClientRect().right - document.documentElement.clientWidth)"""
    )
    assert max(wide) <= 0, json.dumps(wide)
    page.locator('[data-role="csv"]').click()
    result = page.locator('[data-role="export-result"]')
    expect(result).to_have_text("The numbers could not be collected.")
    assert "secret" not in page.content()


def test_an_empty_widget_says_so(page: Page, gallery: Server) -> None:
    open_page(page, gallery.page("rough.ipynb"))
    for sentence in ("No issue area is named yet.", "There is no state to show yet."):
        expect(page.get_by_text(sentence).filter(visible=True)).to_have_count(1)
