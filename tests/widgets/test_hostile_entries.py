"""Every way in takes hostile texts and values as plain data, or refuses them in a sentence."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest

from bor_widgets.charts.inputs import input_values
from bor_widgets.situation import Situation
from bor_widgets.widgets.console import Console
from bor_widgets.widgets.guide import Guide
from bor_widgets.widgets.packing import LARGEST_STATE, StateError
from bor_widgets.widgets.rule_browser import RuleBrowser
from bor_widgets.widgets.saved_state import FORMAT, from_file, from_link
from bor_widgets.widgets.tension_board import TensionBoard
from tests.hostile import TEXTS, VALUES
from tests.widgets.console_parts import typed


def test_there_are_enough_of_them() -> None:
    assert len(TEXTS) >= 50


def packed(data: Any) -> str:
    """Pack anything as a link does."""
    raw = zlib.compress(json.dumps(data).encode())
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text)[:40])
def test_a_text_that_is_no_link_and_no_file_of_the_console(text: str) -> None:
    with pytest.raises(StateError, match="nothing was changed"):
        from_link(text)
    with pytest.raises(StateError, match="nothing was changed"):
        from_file(text)


@pytest.mark.parametrize("key", ["s", "c", "w", "k", "u", "v"])
@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:40])
def test_any_value_in_any_part_of_a_link_of_the_console(key: str, value: Any) -> None:
    refused = "nothing was changed"
    try:
        snapshot, told = from_link(packed({"v": 1, key: value}))
    except StateError as error:
        refused = str(error)
    else:
        assert snapshot.situation.values()
        assert all(len(sentence) < 400 for sentence in told)
    assert "nothing was changed" in refused


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:40])
def test_any_value_for_any_input_of_a_link_of_the_console(value: Any) -> None:
    told_of = input_values(Situation())
    link = packed({"v": 1, "s": dict.fromkeys(told_of, value)})
    if len(str(value)) > 5_000 and len(told_of) * len(str(value)) > LARGEST_STATE:
        with pytest.raises(StateError, match="too large"):
            from_link(link)
        return
    snapshot, told = from_link(link)
    kept = input_values(snapshot.situation)
    for name, neutral in told_of.items():
        # what was not restored is named, the rest is the very value
        assert kept[name] in (neutral, value) or kept[name] == value or name in " ".join(told)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text)[:40])
def test_a_prediction_in_a_file_keeps_its_words_or_is_named(text: str) -> None:
    predictions = {"iraq-2003-united-states": {"action": "mix", "reason": text}}
    content = {"format": FORMAT, "state": {"v": 1}, "predictions": predictions}
    _, kept, told = from_file(json.dumps(content))
    if kept:
        assert kept == predictions
    else:
        assert "iraq-2003-united-states" in " ".join(told)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text)[:40])
def test_a_name_that_a_student_types_is_shown_as_it_is_or_refused(text: str) -> None:
    console = Console()
    typed(console.rest, issue_areas=[text, "trade"])
    areas = console.state.now.situation.issue_areas
    if console.rest.errors:
        assert console.rest.errors["issue_areas"].startswith("issue_areas takes")
        assert areas == Situation().issue_areas
        assert console.rest.values["issue_areas"] == [text, "trade"]
    else:
        assert areas[0] == text.strip()
        assert areas[0] in [bar["area"] for bar in console.restraint.bars] or not (
            console.restraint.bars
        )


@pytest.mark.parametrize("make", [RuleBrowser, TensionBoard])
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text)[:40])
def test_a_search_is_any_text_and_an_unknown_id_is_named(make: Any, text: str) -> None:
    shown = make(query=text).query
    # no search is longer than a line; what is cut off was never asked
    assert shown == text or (len(text) > len(shown) >= 80 and text.startswith(shown))
    if text:
        with pytest.raises(KeyError) as refused:
            make(find=text)
        assert len(str(refused.value)) < 400


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:40])
def test_whatever_a_page_sends_is_ignored_unless_it_fits(value: Any) -> None:
    guide = Guide()
    for message in (value, {"kind": value}, {"kind": "go", "phase": value}, {"kind": "commit"}):
        guide._receive(guide, message, [])
    assert guide.phase == {}
