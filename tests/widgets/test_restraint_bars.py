"""The restraint bars as Python sees them."""

from __future__ import annotations

import re

import pytest
from traitlets import TraitError

from bor_widgets.widgets.assets import script
from bor_widgets.widgets.restraint_bars import WORDS, RestraintBars


def test_bars_are_kept_in_their_order() -> None:
    given = [
        {"area": "trade", "value": 0.6, "label": "more"},
        {"area": "border", "value": -0.8, "label": "less"},
    ]
    assert RestraintBars(bars=given).bars == given


def test_a_bar_that_is_no_record_is_refused_and_the_old_bars_stay() -> None:
    given = [{"area": "trade", "value": 0.6, "label": "more"}]
    bars = RestraintBars(bars=given)
    with pytest.raises(TraitError):
        bars.set_trait("bars", ["trade"])
    assert bars.bars == given


def test_the_scale_is_called_ours() -> None:
    assert WORDS["scale"].startswith("our scale")


def test_the_script_asks_for_no_word_that_is_missing() -> None:
    text = script("restraint_bars", "restraint_board")
    own = text[text.index("/* Restraint by issue area") :]
    asked = set(re.findall(r"words\(\)\.(\w+)", own))
    taken = re.search(r"const \{ ([\w, ]+) \} = words\(\)", own)
    assert taken is not None
    assert asked | set(taken[1].split(", ")) == set(WORDS)
