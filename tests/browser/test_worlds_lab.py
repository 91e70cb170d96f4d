"""The laboratory as a person finds it: a sweep, what matters most, a tournament."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.harness import Server, free_port, open_page, running_server

#: milliseconds within which a short run must have ended, on a busy machine
ENDS_WITHIN = 180_000

LOOP = "def doctrine(grade, tie, power, other):\n    while True:\n        pass\n"


class LabPage:
    """The opened page of the laboratory."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        open_page(page, server.page("worlds-lab.ipynb"))
        expect(self.button("sweep", "start")).to_be_visible(timeout=60_000)
        expect(page.locator(".bor-lab-cell").first).to_be_visible()

    def button(self, part: str, role: str) -> Locator:
        """Return a button of a long run."""
        return self.page.locator(f'[data-run="{part}"] [data-role="{role}"]')

    def progress(self, part: str) -> Locator:
        """Return the bar of a long run."""
        return self.page.locator(f'[data-run="{part}"] [role=progressbar]')

    def ended(self, part: str) -> None:
        """Wait until a run is done."""
        expect(self.progress(part)).to_have_attribute("data-state", "done", timeout=ENDS_WITHIN)

    def figure(self, name: str) -> Locator:
        """Return a figure by the name of its drawing."""
        return self.page.locator(f'figure[data-drawing="{name}"]')

    def field(self, form: str, name: str) -> Locator:
        """Return a field of a form."""
        return self.page.locator(f'[data-form="{form}"] [data-name="{name}"]')

    def fill(self, form: str, **values: object) -> None:
        """Type into fields, as a person does."""
        for name, value in values.items():
            self.field(form, name).fill(str(value))
            self.field(form, name).press("Enter")

    def unfold(self, name: str) -> None:
        """Open or close one of the parts."""
        button = self.page.locator(f'[data-fold="{name}"]')
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")

    def numbers(self) -> list[str]:
        """Return what stands in the table of the map, row by row."""
        figure = self.figure("sweep")
        opener = figure.locator(".bor-figure-open")
        if opener.get_attribute("aria-expanded") != "true":
            opener.click()
        return figure.locator("tbody tr").all_inner_texts()


@pytest.fixture
def lab(page: Page, server: Server) -> LabPage:
    """The laboratory, opened."""
    return LabPage(page, server)


def test_a_first_sweep_says_what_it_found(lab: LabPage) -> None:
    expect(lab.page.locator("body")).to_contain_text("no forecast of any real state")
    expect(lab.page.locator('[data-source="R61"]')).to_be_visible()
    lab.button("sweep", "start").click()
    expect(lab.page.locator('.bor-lab-cell[data-state="done"]').first).to_be_visible()
    expect(lab.progress("sweep")).to_have_attribute("aria-valuetext", re.compile("of 500 worlds"))
    lab.ended("sweep")
    title = lab.figure("sweep").locator("figcaption")
    # R77, R79: a riser is contained as its neighbours are made to choose
    expect(title).to_contain_text("Containment of the riser rises with")
    expect(title).to_contain_text("Neighbours that must choose")
    assert len(lab.numbers()) == 25
    lab.field("look", "measure").select_option("compromise")
    expect(title).not_to_contain_text("Containment")


def test_cancelled_and_gone_on_ends_with_the_same_numbers(lab: LabPage) -> None:
    lab.fill("sweep", worlds=60, x_steps=3, y_steps=3)
    lab.button("sweep", "start").click()
    expect(lab.page.locator('.bor-lab-cell[data-state="done"]').first).to_be_visible()
    lab.button("sweep", "cancel").click()
    expect(lab.button("sweep", "resume")).to_be_focused(timeout=30_000)
    share = int(lab.progress("sweep").get_attribute("aria-valuenow") or "")
    assert 0 < share < 100
    expect(lab.page.locator('.bor-lab-cell[data-state="wait"]').first).to_be_visible()
    lab.button("sweep", "resume").press("Enter")
    lab.ended("sweep")
    stopped = lab.numbers()
    lab.button("sweep", "start").click()
    expect(lab.button("sweep", "cancel")).to_be_visible()
    lab.ended("sweep")
    expect(lab.button("sweep", "start")).to_be_enabled()
    assert lab.numbers() == stopped
    assert len(stopped) == 9
    assert all(row.split("\t")[-1] == "60" for row in stopped)


def test_the_map_is_read_by_keyboard(lab: LabPage) -> None:
    lab.fill("sweep", worlds=4, rounds=8)
    lab.button("sweep", "start").focus()
    lab.page.keyboard.press("Enter")
    lab.ended("sweep")
    told = lab.page.locator('[data-role="heat-told"]')
    assert lab.page.locator('.bor-lab-cell[tabindex="0"]').count() == 1
    lab.page.locator('.bor-lab-cell[tabindex="0"]').focus()
    expect(told).to_contain_text(re.compile(r"choose 0, strikes 0\.02.*interval.*4 worlds"))
    lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("ArrowUp")
    expect(told).to_contain_text("choose 0.25, strikes 0.04")
    lab.page.keyboard.press("End")
    expect(told).to_contain_text("choose 1, strikes 0.04")


def test_how_sure_is_a_view_of_its_own(lab: LabPage) -> None:
    lab.fill("sweep", worlds=4, rounds=8)
    lab.button("sweep", "start").click()
    lab.ended("sweep")
    lab.page.locator('[data-form="look"] input[value="sure"]').check(force=True)
    expect(lab.figure("sweep").locator("figcaption")).to_contain_text("How sure")
    patterned = lab.page.locator(".bor-lab-cell[data-tone] .bor-lab-ground")
    expect(patterned.first).to_have_attribute("fill", re.compile(r"^url\("))


def test_what_is_wrong_stands_at_its_field(lab: LabPage) -> None:
    lab.fill("sweep", x_high="<img src=x onerror=window.hit=1>")
    wrong = lab.page.locator('[data-field="x_high"] .bor-error')
    expect(wrong).to_contain_text("<img src=x")
    expect(lab.field("sweep", "x_high")).to_have_attribute("aria-invalid", "true")
    lab.button("sweep", "start").click()
    lab.page.wait_for_timeout(500)
    expect(lab.progress("sweep")).to_be_hidden()
    assert lab.page.evaluate("window.hit") is None


def test_files_are_saved(lab: LabPage, tmp_path: Path) -> None:
    lab.fill("sweep", worlds=4, rounds=8)
    lab.button("sweep", "start").click()
    lab.ended("sweep")
    lab.numbers()
    saved = {}
    for kind in ("csv", "svg", "png"):
        with lab.page.expect_download() as waiting:
            lab.figure("sweep").locator(f'[data-save="{kind}"]').click()
        saved[kind] = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(saved[kind])
    lines = saved["csv"].read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("Neighbours that must choose,Strikes,mean,")
    assert len(lines) == 26
    assert saved["svg"].read_text(encoding="utf-8").count("interval") >= 25
    assert saved["png"].read_bytes().startswith(b"\x89PNG")
    with lab.page.expect_download() as waiting:
        lab.button("sweep", "save").click()
    waiting.value.save_as(tmp_path / "run.parquet")
    from bor_widgets.simulation.sweep import SweepResult

    result = SweepResult.load(tmp_path / "run.parquet")
    assert result.complete
    assert result.sweep.worlds == 4


def test_plotly_comes_when_it_is_asked_for(lab: LabPage) -> None:
    lab.fill("sweep", worlds=4, rounds=8)
    lab.button("sweep", "start").click()
    lab.ended("sweep")
    assert lab.page.locator(".js-plotly-plot").count() == 0
    lab.unfold("sweep-explore")
    expect(lab.page.locator(".js-plotly-plot .heatmaplayer")).to_be_attached(timeout=60_000)


def test_what_matters_most_is_ordered(lab: LabPage) -> None:
    lab.unfold("matter")
    lab.fill("matter", worlds=2, rounds=8)
    lab.button("matter", "start").click()
    lab.ended("matter")
    rows = lab.figure("influence").locator(".bor-lab-row")
    expect(rows).to_have_count(6)
    sizes = [
        float(re.findall(r": ([\d.]+) ±", row.get_attribute("aria-label") or "")[0])
        for row in rows.all()
    ]
    assert sizes == sorted(sizes, reverse=True)


def test_a_looping_function_is_refused_while_the_page_answers(lab: LabPage) -> None:
    lab.unfold("tournament")
    lab.unfold("own-code")
    area = lab.page.locator('[data-role="code-source"]')
    area.fill(LOOP)
    lab.page.locator('[data-role="code-join"]').click()
    expect(lab.page.locator('[data-role="code-stop"]')).to_be_visible()
    # meanwhile the rest of the page goes on: a note answers to another choice
    lab.field("tournament", "criterion").select_option("peace")
    note = lab.page.locator('[data-field="criterion"] .bor-lab-note')
    expect(note).to_contain_text("in conflict", timeout=15_000)
    refused = lab.page.locator('[data-role="code-problem"]')
    expect(refused).to_contain_text("cannot take part", timeout=60_000)
    expect(refused).to_contain_text(re.compile("it took (more|longer)"))
    assert area.input_value() == LOOP
    expect(lab.page.locator('[data-role="code-join"]')).to_be_visible()


def test_a_table_made_by_keyboard_takes_part(lab: LabPage) -> None:
    page = lab.page
    lab.unfold("tournament")
    expect(lab.button("tournament", "start")).to_be_visible()
    for box in page.locator('[data-form="tournament"] input[data-name="entries"]').all():
        box.set_checked(box.get_attribute("value") == "always breaks up")
    for box in page.locator('[data-form="tournament"] input[data-name="settings"]').all():
        box.set_checked(box.get_attribute("value") == "equals")
    ticked = page.locator('[data-form="tournament"] input[data-name="entries"]:checked')
    expect(ticked).to_have_count(1)
    lab.fill("tournament", worlds=4, rounds=4)
    lab.unfold("own-table")
    page.locator('[data-role="table-name"]').fill("<b>Mine</b>")
    first = page.locator('.bor-move[tabindex="0"]')
    first.focus()
    page.keyboard.press("4")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("7")
    told = page.locator('[data-role="move-told"]')
    expect(told).to_contain_text(
        "tie weak, own power far weaker, the other neither: soft balancing"
    )
    expect(page.locator('.bor-move[data-place="0"]')).to_have_attribute(
        "aria-label", re.compile("revoked: breakup$")
    )
    row = page.get_by_role("button", name="Fill the row: judged threat direct, tie strong")
    row.focus()
    page.keyboard.press("Enter")
    filled = page.locator('.bor-move[data-move="1"]')  # the move that was picked: compromise
    places = {int(cell.get_attribute("data-place") or "") for cell in filled.all()}
    assert set(range(99, 108)) <= places
    page.locator('[data-role="table-join"]').click()
    joined = page.locator('[data-form="tournament"] input[value="<b>Mine</b>"]')
    expect(joined).to_be_checked()
    lab.button("tournament", "start").click()
    lab.ended("tournament")
    expect(lab.figure("ranking").locator(".bor-lab-row")).to_have_count(2)
    expect(lab.figure("ranking")).to_contain_text("<b>Mine</b>")
    expect(lab.figure("ranking")).to_contain_text("No paper says what winning is")
    expect(lab.figure("winners").locator("tbody tr").first).to_be_visible()


@pytest.fixture
def shared_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on which nobody's functions are run."""
    monkeypatch.setenv("BOR_OWN_CODE", "off")
    with running_server("--port", str(free_port())) as running:
        yield running


def test_functions_are_switched_off_where_many_share_the_page(
    shared_server: Server, page: Page
) -> None:
    # the server comes first, so that it is still there when the page is left
    lab = LabPage(page, shared_server)
    lab.unfold("tournament")
    lab.unfold("own-code")
    expect(page.locator('[data-role="code-off"]')).to_contain_text("switched off")
    expect(page.locator('[data-role="code-source"]')).to_be_hidden()


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_is_wider_than_the_screen(lab: LabPage, width: int) -> None:
    lab.page.set_viewport_size({"width": width, "height": 844})
    for part in ("matter", "tournament", "own-table", "own-code"):
        lab.unfold(part)
    expect(lab.page.locator('[data-role="code-source"]')).to_be_visible()
    lab.page.wait_for_timeout(400)
    assert lab.page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_violation(lab: LabPage) -> None:
    lab.fill("sweep", worlds=4, rounds=8)
    lab.button("sweep", "start").click()
    lab.ended("sweep")
    for part in ("matter", "tournament", "own-table", "own-code"):
        lab.unfold(part)
    expect(lab.page.locator('[data-role="code-source"]')).to_be_visible()
    found = Axe().run(lab.page).response["violations"]
    assert [f"{e['id']}: {e['nodes'][0]['html'][:160]}" for e in found] == []
