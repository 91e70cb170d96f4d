"""From a key press on a slider to the frame in which everything that it moves has changed."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.harness import wait_until

SAMPLES = 50

#: Presses that are not counted: the first ones find code that has not run yet.
WARM_UP = 5

#: Milliseconds between a frame that shows all and the next press.
REST = 60

ANSWERS_WITHIN = 10_000

#: Milliseconds without any change after which a press counts as answered in full.
QUIET = 150

#: Notes the moment of the press inside the browser and watches the whole page. The answer is
#: complete when each target has changed and then nothing more changes for a while; the time is
#: that of the frame which painted the last change. A target that never changes is a failure.
WATCH = """
({targets, within, quiet}) => new Promise((resolve, reject) => {
  const nodes = targets.map((selector) => document.querySelector(selector));
  const missing = targets.filter((_, i) => nodes[i] === null);
  if (missing.length) { reject(new Error(`not on the page: ${missing}`)); return; }
  const open = new Set(targets);
  let start = null, painted = null, calm = null;
  const over = setTimeout(() => end(
    () => reject(new Error(`did not change: ${[...open]}`))), within);
  const end = (settle) => { observer.disconnect(); clearTimeout(over); settle(); };
  const observer = new MutationObserver((changes) => {
    if (start === null) return;
    for (const {target} of changes) {
      nodes.forEach((node, i) => { if (node.contains(target)) open.delete(targets[i]); });
    }
    clearTimeout(calm);
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { painted = performance.now(); };
      channel.port2.postMessage(null);
    });
    calm = setTimeout(() => { if (!open.size) end(() => resolve(painted - start)); }, quiet);
  });
  observer.observe(document.body,
    {subtree: true, childList: true, characterData: true, attributes: true});
  document.addEventListener("keydown", () => { start = performance.now(); },
    {capture: true, once: true});
  window.__sliderArmed = true;
})
"""


@dataclass(frozen=True)
class SliderToPaint:
    """How quickly a page answers a slider, in milliseconds, one for each press."""

    milliseconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of the samples."""
        return statistics.median(self.milliseconds)

    @property
    def percentile_95(self) -> float:
        """What 95 of 100 samples stay below."""
        return statistics.quantiles(self.milliseconds, n=20)[-1]


def measure(
    page: Page,
    slider: str,
    targets: Sequence[str],
    samples: int = SAMPLES,
    turn_after: int = 20,
    keys: tuple[str, str] = ("ArrowRight", "ArrowLeft"),
) -> SliderToPaint:
    """Press arrow keys on a slider and time what follows.

    Parameters
    ----------
    page : Page
        An open page whose controls can be used.
    slider : str
        Selects the element that takes the key presses.
    targets : sequence of str
        Select what each press must change; every other change counts as well.
    samples : int
        How many presses are counted.
    turn_after : int
        The direction changes after so many presses, so that no end of the slider is met.
        The slider should stand at least so many steps away from its upper end.
    keys : tuple of str
        The two keys that are pressed, the first one upwards.

    Raises
    ------
    playwright.sync_api.Error
        If a target is not there, or does not change after a press.
    """
    page.locator(slider).focus()
    taken: list[float] = []
    for press in range(WARM_UP + samples):
        upwards = (press // turn_after) % 2 == 0
        taken.append(one_press(page, keys[0] if upwards else keys[1], targets))
        page.wait_for_timeout(REST)
    return SliderToPaint(tuple(taken[WARM_UP:]))


def one_press(page: Page, key: str, targets: Sequence[str]) -> float:
    """Press once; return milliseconds until all targets are painted anew."""
    page.evaluate("() => { window.__sliderArmed = false; }")
    page.evaluate(
        f"(wanted) => {{ window.__sliderTaken = ({WATCH})(wanted); }}",
        {"targets": list(targets), "within": ANSWERS_WITHIN, "quiet": QUIET},
    )
    wait_until(page, "() => window.__sliderArmed")
    page.keyboard.press(key)
    return float(page.evaluate("() => window.__sliderTaken"))
