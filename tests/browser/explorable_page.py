"""A figure with sliders as a reader meets it in the book: move it, and read what it says."""

from __future__ import annotations

import math
from typing import Any

from playwright.sync_api import Locator, Page

from bor_widgets.charts.explorable import Exploration
from bor_widgets.charts.verdict import verdict_card
from bor_widgets.situation import Situation
from bor_widgets.theory import respond

#: half the width of a slider's handle, in px
_HANDLE = 8

#: everything that the figure says: the finding, its sources, each picture's title and words
_SAID = """(part) => {
  const root = part.querySelector(".bor-explored").shadowRoot.firstElementChild;
  const text = (node) => node.textContent;
  const card = root.querySelector(".bor-verdict-card");
  const shown = (node) => !node.closest("[hidden]");
  const all = (from, what) => [...from.querySelectorAll(what)].filter(shown);
  const inFigures = (what) => Object.fromEntries(
    all(root, "figure").map((node) => [node.dataset.drawing, text(node.querySelector(what))]));
  return {
    place: (root.dataset.place ?? "").split(" ").map(Number),
    headline: text(card.querySelector(".bor-verdict-headline")),
    line: text(root.querySelector(".bor-explore-finding span:last-child")),
    claims: all(card, ".bor-claim-text").map(text),
    sources: all(card, "[data-source]").map((node) => node.dataset.source),
    titles: inFigures(".bor-title"),
    alts: inFigures("p.bor-hidden"),
    values: all(root, "input[type=range]").map((node) => node.ariaValueText),
  };
}"""

_SETTLED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def awake(page: Page, index: int) -> Locator:
    """Go to a figure of a page and wait until it can be moved."""
    part = page.locator("[data-bor-explore]").nth(index)
    part.scroll_into_view_if_needed()
    page.wait_for_function("(part) => part.dataset.borAwake === 'true'", arg=part.element_handle())
    return part


def said(part: Locator) -> dict[str, Any]:
    """Return everything that a figure says now."""
    part.page.evaluate(_SETTLED)
    found: dict[str, Any] = part.evaluate(_SAID)
    return found


def press_to(part: Locator, found: Exploration, place: tuple[int, ...]) -> None:
    """Move every slider with the keys, from the end that is nearer."""
    for slider, at in zip(found.sliders, place, strict=True):
        last = len(slider.stops) - 1
        hand = part.locator(f'input[data-slider="{slider.name}"]')
        near, key, steps = ("Home", "ArrowRight", at)
        if at > last - at:
            near, key, steps = ("End", "ArrowLeft", last - at)
        hand.press(near)
        # a slider of years has hundreds of stops: a few keys lead away from an end as well
        for _ in range(min(steps, 12)):
            hand.press(key)


def click_to(part: Locator, found: Exploration, place: tuple[int, ...]) -> None:
    """Move every slider with the mouse, as near as a hand can."""
    for slider, at in zip(found.sliders, place, strict=True):
        hand = part.locator(f'input[data-slider="{slider.name}"]')
        # it lies below the bar at the top otherwise
        hand.evaluate("(node) => node.scrollIntoView({ block: 'center' })")
        box = hand.bounding_box()
        assert box is not None
        share = at / (len(slider.stops) - 1)
        hand.click(
            position={"x": _HANDLE + (box["width"] - 2 * _HANDLE) * share, "y": box["height"] / 2}
        )


def wanted(name: str, given: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """Ask Python afresh what a bench says for some values, as its live page would show it."""
    if name == "console":
        return {"card": verdict_card(respond(Situation(**{**given, **values})))}
    from bor_widgets.widgets import benches

    bench = getattr(benches, "".join(part.title() for part in name.split("_")))
    view = bench.look(**{**given, **values})
    return {
        "card": view.finding.as_card(),
        "titles": {drawing.name: drawing.title for drawing in view.drawings},
        "alts": {drawing.name: drawing.alt for drawing in view.drawings},
    }


def claims_of(card: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the claims of a finding in the order in which they are read."""
    return [
        claim for key in ("reasons", "open", "notes", "tensions") for claim in card.get(key, ())
    ]


def distinct(found: Exploration, count: int) -> int:
    """Return how many different answers can be asked for."""
    return min(count, math.prod(found.shape))
