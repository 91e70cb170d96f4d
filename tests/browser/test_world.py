"""The live world as a person finds it: predict, play, look back, change, shock, keep."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.harness import Server, Watch, wait_until
from tests.browser.world_page import SEEN_WITHIN, WorldPage


@pytest.fixture
def world(page: Page, server: Server) -> WorldPage:
    """The live world, opened."""
    return WorldPage(page, server)


def test_predict_play_and_see_what_came(world: WorldPage) -> None:
    world.play.click()  # nothing runs before an answer
    expect(world.role("world-predict")).to_contain_text("Choose an answer")
    assert world.round == 0
    world.page.locator('[data-role="world-choice"][value="higher"]').check(force=True)
    world.role("world-commit").click()
    expect(world.role("world-answer")).to_contain_text("You said: higher")
    world.role("run-fast").click()
    world.is_shown(100)
    expect(world.role("world-answer")).to_contain_text("After round 1 it was")
    expect(world.play).to_have_text("Play")  # it stops where it was to stop


def test_play_and_pause_leave_no_round_behind(world: WorldPage) -> None:
    world.watch_only()
    world.role("run-speed").select_option("0")
    world.play.click()
    expect(world.play).to_have_text("Pause")
    wait_until(
        world.page,
        "document.querySelector('.bor-world-stage').dataset.round > 5",
        timeout=SEEN_WITHIN,
    )
    world.play.click()
    expect(world.play).to_have_text("Play")
    stopped = world.round
    world.page.wait_for_timeout(700)
    assert world.round <= stopped + 1  # the one that was on its way, and no queue behind it
    expect(world.headline).to_contain_text("Harmony is possible on")
    # the round is told in words at the pause
    told = world.page.locator('.bor-world-stage > .bor-hidden[aria-live="polite"]')
    expect(told).to_contain_text(f"Round {world.round}.", timeout=SEEN_WITHIN)


def test_look_back_and_go_on_from_there(world: WorldPage) -> None:
    world.watch_only()
    world.steps(6)
    sixth = [world.measure("harmony"), world.headline.inner_text()]
    world.role("run-back").click()
    world.is_shown(5)
    assert world.round == 6
    world.role("run-start").click()
    world.is_shown(0)
    expect(world.headline).to_contain_text("Every tie waits")
    world.role("run-last").click()
    world.is_shown(6)
    assert [world.measure("harmony"), world.headline.inner_text()] == sixth
    world.role("run-timeline").fill("3")
    world.is_shown(3)
    world.role("run-resume").click()
    world.is_played(3)
    expect(world.status).to_contain_text("goes on from round 3")
    world.steps(3)
    assert [world.measure("harmony"), world.headline.inner_text()] == sixth


def test_everything_by_keyboard(world: WorldPage) -> None:
    page = world.page
    page.locator('[data-role="world-choice"]').first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(world.role("world-answer")).to_be_visible(timeout=SEEN_WITHIN)
    expect(world.play).to_be_focused()
    page.keyboard.press("ArrowRight")
    world.is_shown(1)
    page.keyboard.press("ArrowRight")
    world.is_shown(2)
    page.keyboard.press("ArrowLeft")
    world.is_shown(1)
    page.keyboard.press("Home")
    world.is_shown(0)
    page.keyboard.press("End")
    world.is_shown(2)
    page.keyboard.press("Space")
    expect(world.play).to_have_text("Pause")
    page.keyboard.press("Space")
    expect(world.play).to_have_text("Play")
    # and where nothing has the focus
    page.evaluate("document.activeElement.blur()")
    before = world.shown
    page.keyboard.press("ArrowLeft")
    world.is_shown(before - 1)


def test_a_number_is_changed_while_it_runs(world: WorldPage) -> None:
    world.watch_only()
    world.steps(2)
    number = world.page.locator('[data-number="strikes"]')
    number.fill("0.6")
    number.press("Enter")
    expect(world.status).to_contain_text("Strikes is 0.60 from the next round on")
    assert world.round == 2
    number.fill("9")
    number.press("Enter")
    expect(world.page.locator('[data-field="strikes"] .bor-error')).to_contain_text("from 0 to 1")
    world.unfold()
    states = world.page.locator('input[data-name="states"]')
    states.fill("25")
    states.press("Enter")
    expect(world.status).to_contain_text("a new world begins with 25")
    world.is_played(0)


def test_something_is_made_to_happen(world: WorldPage) -> None:
    world.watch_only()
    world.steps(2)
    world.role("shock").locator("summary").click()
    world.role("shock-kind").select_option("annexation")
    world.role("shock-one").select_option("1")
    world.role("shock-other").select_option("3")
    world.role("shock-do").click()
    expect(world.status).to_contain_text("Annexation: it happens before round 3")
    world.steps(1)
    # all but the one that annexes judge it
    expect(world.role("log-count")).to_contain_text("answers to a strike")
    assert world.role("log").locator("li").count() >= 11


def test_the_log_names_its_rules_and_filters_conflicts(world: WorldPage) -> None:
    world.watch_only()
    world.steps(4)
    log = world.role("log")
    expect(log.locator("li").first).to_be_visible()
    assert log.locator("[data-source]").count() > 0
    world.role("log-filter").check()
    expect(log.locator("li:not([data-conflict])")).to_have_count(0)


def test_one_state_is_looked_at_and_a_measure_chosen(world: WorldPage) -> None:
    world.watch_only()
    world.role("look-at").select_option(label="Hegemon")
    expect(world.role("facts")).to_contain_text("power, beside the average")
    world.page.get_by_label("Take away Conflict").click()
    world.role("add-measure").select_option("fatigue")
    expect(world.page.locator('[data-measure="fatigue"]')).to_be_visible()
    expect(world.page.locator('[data-measure="conflict"]')).to_have_count(0)


def test_a_course_is_saved_opened_and_a_foreign_file_refused(
    world: WorldPage, tmp_path: Path
) -> None:
    world.watch_only()
    world.steps(5)
    with world.page.expect_download() as saved:
        world.page.locator('.bor-link-bar [data-role="save"]').click()
    kept = tmp_path / "kept.json"
    saved.value.save_as(kept)
    foreign = tmp_path / "foreign.json"
    foreign.write_text('{"format": "<img src=x onerror=window.hit=1>"}')
    chooser = world.page.locator('.bor-link-bar input[type="file"]')
    chooser.set_input_files(foreign)
    problem = world.page.locator(".bor-link-bar .bor-error")
    expect(problem).to_contain_text("not a saved course", timeout=SEEN_WITHIN)
    assert (world.round, world.shown) == (5, 5)
    world.role("world-again").click()
    world.is_played(0)
    chooser.set_input_files(kept)
    world.is_played(5)
    expect(problem).to_be_hidden()
    assert json.loads(kept.read_text())["course"]["rounds"] == 5
    assert world.page.evaluate("window.hit") is None


def test_the_address_opens_the_same_round(world: WorldPage, server: Server) -> None:
    world.watch_only()
    world.role("scene").select_option("neighbours-forced")
    world.watch_only()
    world.steps(4)
    world.page.wait_for_url("**s=*", timeout=SEEN_WITHIN)
    world.page.wait_for_timeout(1200)
    before = [world.measure("containment"), world.headline.inner_text()]
    query = "?" + world.page.url.split("?", 1)[1]
    again = WorldPage(world.page, server, query)
    again.is_shown(4)
    expect(again.role("scene")).to_have_value("neighbours-forced")
    assert [again.measure("containment"), again.headline.inner_text()] == before


def test_the_picture_is_saved_with_its_legend(world: WorldPage, tmp_path: Path) -> None:
    world.watch_only()
    world.steps(3)
    with world.page.expect_download() as saved:
        world.page.locator('.bor-export [data-role="svg"]').click()
    file = tmp_path / "world.svg"
    saved.value.save_as(file)
    text = file.read_text()
    assert "both hold back" in text
    assert "no forecast" in text
    assert text.count("<path") > 66


def test_500_states_are_drawn_and_what_is_left_out_is_said(world: WorldPage) -> None:
    world.watch_only()
    world.unfold()
    states = world.page.locator('input[data-name="states"]')
    states.fill("500")
    states.press("Enter")
    expect(world.role("drawn")).to_contain_text("2,400 of 124,750 ties", timeout=SEEN_WITHIN)
    world.steps(2)
    expect(world.role("log-count")).to_contain_text("are listed, conflicts first")


def test_nothing_moves_by_itself_where_motion_is_unwanted(
    browser: Browser, server: Server, watch: Watch
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    watch.attach(page)
    world = WorldPage(page, server)
    world.watch_only()
    world.steps(2)
    page.wait_for_timeout(500)
    taken = "document.querySelector('.bor-run-canvas').toDataURL()"
    first = page.evaluate(taken)
    page.wait_for_timeout(300)
    assert page.evaluate(taken) == first
    context.close()
    assert watch.complaints() == []


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_is_wider_than_the_screen(world: WorldPage, width: int) -> None:
    world.page.set_viewport_size({"width": width, "height": 844})
    world.watch_only()
    world.steps(1)
    world.page.wait_for_timeout(400)
    assert world.page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_serious_violation(world: WorldPage) -> None:
    for ready in (False, True):
        if ready:
            world.watch_only()
            world.steps(3)
            world.role("shock").locator("summary").click()
            world.page.locator(".bor-run-how summary").click()
        found = Axe().run(world.page).response["violations"]
        bad = [
            f"{entry['id']}: {entry['nodes'][0]['html'][:200]}"
            for entry in found
            if entry["impact"] in ("serious", "critical")
        ]
        assert bad == []
