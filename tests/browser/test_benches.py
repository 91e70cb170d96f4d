"""What every bench keeps to in a browser: access, links, presenting, a phone's width."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.benches.text import bench_text
from bor_widgets.widgets.bench_saved import to_link
from bor_widgets.widgets.bench_state import BenchState
from tests.browser.bench_page import SEEN_WITHIN, BenchPage
from tests.browser.harness import Server, wait_until_it_can_be_used

SLUGS = [bench.slug for bench in bench_names().values()]

#: what can be worked, and can be seen
CONTROLS = """() => [...document.querySelectorAll(
  'button, input, select, textarea, summary, a[href], [tabindex="0"]')].filter((node) => {
    const box = node.getBoundingClientRect();
    return !node.disabled && node.tabIndex >= 0 && (box.width > 0 || box.height > 0)
      && !node.closest('[hidden]') && getComputedStyle(node).visibility !== 'hidden';
  })"""


@pytest.fixture(params=SLUGS)
def slug(request: pytest.FixtureRequest) -> str:
    """Each bench in turn."""
    return str(request.param)


def violations(page: Page) -> list[str]:
    """Return what axe finds serious or critical."""
    found = Axe().run(page).response["violations"]
    return [
        f"{entry['id']}: {entry['nodes'][0]['html'][:200]}"
        for entry in found
        if entry["impact"] in ("serious", "critical")
    ]


def test_it_is_open_to_everyone(page: Page, server: Server, slug: str) -> None:
    bench = BenchPage(page, server, slug)
    if page.locator('[data-fold="inputs"]').count():
        bench.unfold("inputs")
    bench.unfold("tensions")
    expect(page.locator(".bor-claim-list li").first).to_be_visible(timeout=SEEN_WITHIN)
    assert violations(page) == []

    # every control is reached by Tab: radio buttons of one question count once
    wanted = page.evaluate(
        f"""() => {{ let at = 0; for (const node of ({CONTROLS})())
          node.dataset.wanted = node.type === 'radio' ? `radio ${{node.name}}` : `${{at++}}`;
          return [...new Set([...document.querySelectorAll('[data-wanted]')]
            .map((node) => node.dataset.wanted))] }}"""
    )
    reached = set()
    page.evaluate("document.activeElement?.blur()")
    for _ in range(len(wanted) + 10):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement?.dataset?.wanted ?? ''"))
    missed = set(wanted) - reached
    told = [
        page.locator(f'[data-wanted="{entry}"]').first.evaluate("e => e.outerHTML.slice(0, 160)")
        for entry in missed
    ]
    assert told == []


def test_its_inputs_are_worked_by_keyboard(page: Page, server: Server, slug: str) -> None:
    BenchPage(page, server, slug)
    fields = page.locator(".bor-bench-left [data-field]:visible")
    names = [str(field.get_attribute("data-field")) for field in fields.all()]
    assert names
    undo = page.locator('[data-role="undo"]')
    expect(undo).to_be_disabled()
    for name in names:
        field = page.locator(f'.bor-bench-left [data-field="{name}"]')
        if field.get_attribute("data-locked"):
            continue
        work(page, field)
        # Python took it, and took it back: both without a mouse
        expect(undo).to_be_enabled(timeout=SEEN_WITHIN)
        undo.focus()
        page.keyboard.press("Enter")
        expect(undo).to_be_disabled(timeout=SEEN_WITHIN)


def work(page: Page, field: Locator) -> None:
    """Change an input with keys alone, whatever its kind."""
    # a slider has a field for its number beside it, which stands first
    slider = field.locator("input[type=range]")
    control = slider if slider.count() else field.locator("input, select, textarea").first
    kind = control.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
    if kind == "radio":
        chosen = field.locator("input[type=radio]:checked")
        if chosen.count():
            control = chosen
            control.focus()
            page.keyboard.press("ArrowRight")
        else:
            control.focus()
            page.keyboard.press("Space")
        return
    control.focus()
    if kind == "range":
        at_end = control.evaluate("e => Number(e.value) >= Number(e.max)")
        page.keyboard.press("ArrowLeft" if at_end else "ArrowRight")
    elif kind == "select":
        last = control.evaluate("e => e.selectedIndex === e.options.length - 1")
        page.keyboard.press("ArrowUp" if last else "ArrowDown")
    elif kind == "checkbox":
        page.keyboard.press("Space")
    else:  # a count, a name or a text
        page.keyboard.press("ArrowUp" if field.locator(".bor-count").count() else "End")
        if not field.locator(".bor-count").count():
            page.keyboard.type("a")
            page.keyboard.press("Tab")


def test_its_walk_is_presented_step_by_step(page: Page, server: Server, slug: str) -> None:
    bench = BenchPage(page, server, slug, "?present=1")
    text = bench_text(slug.replace("-", "_"))
    state = BenchState(text)
    root = page.locator(".bor-bench")
    expect(root).to_have_class(re.compile(r"(^|\s)bor-presenting(\s|$)"))
    expect(page.locator(".bor-bench-left")).to_be_hidden()
    card = page.locator(".bor-guide-card")
    for phase in range(1, len(state.phases)):
        page.keyboard.press("PageDown")
        expect(card).to_have_attribute("data-phase", str(phase), timeout=SEEN_WITHIN)
        shown = state.phases[phase]
        revealed = shown.revealed and shown.step.ask
        if revealed:
            answer = shown.step.options[shown.step.answer]
            expect(page.locator(".bor-guide-answer")).to_have_text(answer)
        elif shown.step.ask:
            # the answer is not in the page before it is shown
            assert shown.step.reveal not in page.content()
    state.go(len(state.phases) - 1)
    page.keyboard.press("PageUp")
    expect(card).to_have_attribute("data-phase", str(len(state.phases) - 2))
    page.locator('[data-role="guide-present"]').click()
    expect(page.locator(".bor-bench-left")).to_be_visible()
    assert "present" not in urlsplit(page.url).query
    expect(bench.headline).to_be_visible()


def test_a_link_opens_the_same_picture_on_a_phone(page: Page, server: Server, slug: str) -> None:
    name = slug.replace("-", "_")
    state = BenchState(bench_text(name))
    state.go(len(state.phases) - 1)
    page.set_viewport_size({"width": 390, "height": 844})
    bench = BenchPage(page, server, slug, f"?s={to_link(state)}")
    phase = page.locator(".bor-guide-card")
    expect(phase).to_have_attribute("data-phase", str(len(state.phases) - 1), timeout=SEEN_WITHIN)
    before = (bench.headline.inner_text(), page.locator("figcaption").all_inner_texts())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.reload(wait_until="commit")
    wait_until_it_can_be_used(page)
    expect(phase).to_have_attribute("data-phase", str(len(state.phases) - 1), timeout=SEEN_WITHIN)
    assert (bench.headline.inner_text(), page.locator("figcaption").all_inner_texts()) == before
