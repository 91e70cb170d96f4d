"""Dots, balance, network, bars and dial on a board, as a person uses them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.harness import Server, open_page, running_server, write_notebook

SHARED = """
import ipywidgets
from bor_widgets.charts.drawings.balance import Pan, balance
from bor_widgets.charts.drawings.bars import Bar, bars
from bor_widgets.charts.drawings.dial import Stop, dial
from bor_widgets.charts.drawings.dots import Bin, dots
from bor_widgets.charts.drawings.network import Node, Tie, network
from bor_widgets.widgets.board import Board
KINDS = ["dots", "balance", "network", "bars", "dial"]
GRADES = ["none", "potential", "indirect", "direct"]
"""

GALLERY = """
told = ipywidgets.Label(value="-")
told.add_class("told")
board = Board(KINDS)
def show(at):
    k = GRADES.index(at)
    stops = [Stop(g, f"{g} threat", g, f"what {g} means") for g in GRADES]
    bins = [Bin(g, f"{g} threat", g, 5 + 3 * (g == at), f"about {g}", marked=g == at)
            for g in GRADES]
    nodes = [Node("a", "Ruritania", 0.1, 0.5, "actor"), Node("b", "Syldavia", 0.9, 0.5),
             Node("c", "Borduria", 0.5, 0.1)]
    ties = [Tie("a", "b", k / 3, "friendly", other_tone="hostile"), Tie("b", "c", None, "open")]
    board.show([
        dial("dial", "Judgement decides", stops, at=at, moves="grade", label="Your judgement"),
        dots("dots", "Leaders differ", bins, unit="leaders", marked="your leader"),
        balance("balance", "Support stays partial", Pan("Recognition", [("Mandate", 0.6)]),
                Pan("Borders", [("Precedent", 0.9), ("Nothing yet", 0)]), tilt=(k - 1.5) / 2,
                band=(-0.5, 0.5), band_label="partial support"),
        network("network", "Two signs at once", nodes, ties),
        bars("bars", "Two ways", [Bar("trade", k / 3, "more"), Bar("border", -0.5, "less")]),
    ])
def set_(message):
    told.value = f"set {message['values']}"
    show(message["values"]["grade"])
def pick(message):
    told.value = f"pick {message['what']} {message['key']}"
board.hear("set", set_)
board.hear("pick", pick)
show("potential")
board
"""

ROUGH = """
H = "<img src=x onerror=alert(1)>\\u202e" + "very long name " * 700
board = Board(KINDS)
board.show([
    dial("dial", H, [Stop(f"k{i}", f"{i}{H}", "calm", H) for i in range(6)], at="k1", moves="g"),
    dots("dots", H, [Bin(f"k{i}", f"{i}{H}", "calm", 60, H, marked=i == 1) for i in range(8)],
         marked=H, unit=H),
    balance("balance", H, Pan("1" + H, [(H, 1)]), Pan("2" + H, []), tilt=-1, band=(-0.2, 0.2),
            band_label=H, ends=(H, H), scale="our scale"),
    network("network", H, [Node(f"k{i}", f"{i}{H}", i / 5, i / 5, detail=H) for i in range(6)],
            [Tie("k0", "k1", 1, "good", H, H), Tie("k2", "k3", 1, "mix", other_tone="breakup")]),
    bars("bars", H, [Bar(f"{i}{H}", 0.5 - i / 4, H) for i in range(5)]),
])
board
"""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("drawings")
    write_notebook(folder, "gallery.ipynb", [SHARED, GALLERY, "told"], title="Gallery")
    write_notebook(folder, "rough.ipynb", [SHARED, ROUGH], title="Rough")
    with running_server(folder) as running:
        yield running


@pytest.fixture
def drawn(page: Page, gallery: Server) -> Page:
    open_page(page, gallery.page("gallery.ipynb"))
    expect(figure(page, "dial").locator(".bor-sheet-dial")).to_have_attribute(
        "data-at", "potential"
    )
    return page


def figure(page: Page, kind: str) -> Locator:
    return page.locator(f'[data-kind="{kind}"]')


def told(page: Page, text: str) -> None:
    expect(page.locator(".told")).to_have_text(text)


def test_the_dial_is_a_group_of_radio_buttons_for_the_keyboard(drawn: Page) -> None:
    dial = figure(drawn, "dial")
    expect(dial.get_by_role("radiogroup", name="Your judgement")).to_have_count(1)
    stops = dial.get_by_role("radio")
    expect(stops).to_have_count(4)
    chosen = dial.locator('[data-stop="potential"]')
    expect(chosen).to_have_attribute("aria-checked", "true")
    assert dial.locator('.bor-dial-stop[tabindex="0"]').count() == 1
    chosen.focus()
    drawn.keyboard.press("ArrowRight")
    told(drawn, "set {'grade': 'indirect'}")
    next_one = dial.locator('[data-stop="indirect"]')
    expect(next_one).to_have_attribute("aria-checked", "true")
    expect(next_one).to_be_focused()
    expect(dial.locator('[data-role="dial-told"]')).to_have_text("what indirect means")
    for key, grade in (("End", "direct"), ("ArrowRight", "direct"), ("Home", "none")):
        drawn.keyboard.press(key)
        told(drawn, f"set {{'grade': '{grade}'}}")
        expect(dial.locator(f'[data-stop="{grade}"]')).to_be_focused()


def test_a_click_turns_the_dial_and_everything_follows_in_place(drawn: Page) -> None:
    drawn.evaluate(
        """() => ['.bor-dial-stop', '.bor-dots-column', '.bor-balance-beam', '.bor-net-item',
        '.bor-bars-column'].forEach((name) => { document.querySelector(name).before_ = true; })"""
    )
    network = figure(drawn, "network")
    thin = float(network.locator(".bor-net-line").first.get_attribute("stroke-width") or 0)
    figure(drawn, "dial").locator('[data-stop="direct"] .bor-dial-glyph').dispatch_event("click")
    told(drawn, "set {'grade': 'direct'}")
    dots = figure(drawn, "dots")
    expect(dots.locator('[data-bin="direct"]')).to_have_attribute("data-count", "8")
    expect(dots.locator("[data-marked]")).to_have_attribute("data-bin", "direct")
    expect(dots.locator(".bor-dots-flag")).to_contain_text("your leader")
    expect(figure(drawn, "balance").locator("[data-tilt]")).to_have_attribute("data-tilt", "0.75")
    expect(figure(drawn, "balance").locator("[data-inside]")).to_have_attribute(
        "data-inside", "false"
    )
    expect(figure(drawn, "bars").locator('[data-area="trade"]')).to_have_attribute(
        "data-value", "1.00"
    )
    expect(network.locator('[data-key="a--b"]')).to_have_attribute("data-strength", "1.00")
    thick = float(network.locator(".bor-net-line").first.get_attribute("stroke-width") or 0)
    assert thick > thin + 3
    for name in ("dial-stop", "dots-column", "balance-beam", "net-item", "bars-column"):
        assert drawn.evaluate(f"document.querySelector('.bor-{name}').before_") is True, name


def test_the_hand_is_dragged_to_a_stop(drawn: Page) -> None:
    dial = figure(drawn, "dial")
    hub = dial.locator(".bor-dial-hub").bounding_box()
    assert hub is not None
    x, y = hub["x"] + hub["width"] / 2, hub["y"] + hub["height"] / 2
    drawn.mouse.move(x, y - 6)
    drawn.mouse.down()
    drawn.mouse.move(x - 60, y - 10, steps=4)
    told(drawn, "set {'grade': 'none'}")
    drawn.mouse.up()
    drawn.mouse.move(x + 60, y - 60, steps=3)
    told(drawn, "set {'grade': 'none'}")


def test_the_fan_is_read_by_keyboard_and_tells_what_was_chosen(drawn: Page) -> None:
    dots = figure(drawn, "dots")
    assert dots.locator('.bor-dots-column[tabindex="0"]').count() == 1
    dots.locator('.bor-dots-column[tabindex="0"]').focus()
    line = dots.locator('[data-role="dots-told"]')
    expect(line).to_have_text("none threat: 5 of 23 leaders. about none.")
    drawn.keyboard.press("ArrowRight")
    expect(line).to_contain_text("your leader stands here")
    drawn.keyboard.press("Enter")
    told(drawn, "pick bin potential")
    drawn.keyboard.press("End")
    expect(dots.locator('[data-bin="direct"]')).to_be_focused()
    assert dots.locator('.bor-dots-column[tabindex="0"]').count() == 1


def test_as_many_dots_are_drawn_as_there_are_judgements(drawn: Page) -> None:
    for name, count in (("none", 5), ("potential", 8)):
        path = figure(drawn, "dots").locator(f'[data-bin="{name}"] .bor-dots-dots')
        assert (path.get_attribute("d") or "").count("M") == count


def test_a_tie_with_two_signs_shows_both_and_is_chosen_as_one(drawn: Page) -> None:
    network = figure(drawn, "network")
    tie = network.locator('[data-key="a--b"]')
    assert tie.locator(".bor-net-glyph").all_text_contents() == ["+", "×"]
    dashes = [line.get_attribute("stroke-dasharray") for line in tie.locator(".bor-net-line").all()]
    assert dashes[0] is None
    assert dashes[1]
    expect(network.locator('[data-key="b--c"] .bor-net-glyph')).to_have_text("?")
    expect(network.locator('[data-key="b--c"]')).to_have_attribute("data-strength", "open")
    network.locator('.bor-net-item[tabindex="0"]').focus()
    drawn.keyboard.press("Enter")
    told(drawn, "pick node a")
    for _ in range(3):
        drawn.keyboard.press("ArrowRight")
    drawn.keyboard.press("Enter")
    told(drawn, "pick tie a--b")
    expect(tie).to_have_attribute("aria-pressed", "true")
    expect(network.locator(".bor-net-detail")).to_contain_text("at the same time hostile")


def test_nothing_stands_in_the_way_of_assistive_programs(drawn: Page) -> None:
    found = Axe().run(drawn, context=".bor-board").response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


@pytest.mark.parametrize("width", [332, 1280])
def test_hostile_words_stay_words_and_inside(page: Page, gallery: Server, width: int) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, gallery.page("rough.ipynb"))
    expect(page.locator(".bor-dial-stop")).to_have_count(6)
    assert page.locator(".bor img").count() == 0
    beyond = page.evaluate(
        """[...document.querySelectorAll('.bor-sheet')].map((sheet) => {
        const edge = sheet.getBoundingClientRect();
        return Math.max(...[...sheet.querySelectorAll('text')].map((text) => {
          const box = text.getBoundingClientRect();
          return box.width && Math.max(edge.left - box.left, box.right - edge.right);
        }));
        })"""
    )
    assert max(beyond) <= 3, beyond
