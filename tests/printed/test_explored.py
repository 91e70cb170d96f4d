"""Figures with sliders as a page holds them: data that end no script, and words beside them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.explorable import MOST_BYTES, Picture, exploration
from bor_widgets.charts.explorable_pack import unpack
from bor_widgets.printed import kit
from bor_widgets.printed.explored import explored, some_places
from tests.hostile import TEXTS
from tests.printed.pages import page_of

HELD = re.compile(r'class="bor-explore-data">(.*?)</script>', re.DOTALL)


@pytest.fixture
def on_a_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make parts as for the book."""
    monkeypatch.setenv("BOR_SITE", "../")


@pytest.mark.usefixtures("on_a_site")
def test_a_bench_of_the_book_holds_its_answers_and_its_words() -> None:
    part = kit.bench("L03", {"grade": "none", "issue_areas": ["well", "barn"]})
    page = page_of(part)
    (held,) = HELD.findall(part.html)
    assert "<" not in held
    data = json.loads(held)
    assert len(held.encode()) < MOST_BYTES + 20_000
    assert data["entries"]["R"] == "../reference/rules-p0.html"
    assert [spec["name"] for spec in data["sliders"]] == ["grade", "capability", "wording"]
    # the dial at its last stop: a breakup (R02)
    place = [len(data["sliders"][0]["stops"]) - 1, 0, 0]
    card = unpack(data["grid"], place)["card"]
    assert "R02" in [claim["source"]["id"] for claim in card["reasons"] if claim.get("source")]
    assert "computed in advance" in data["note"]
    assert "JupyterLab" in data["note"]
    # without scripts: the first finding, and some answers as a table
    assert "No principle fires" in page.seen
    assert "Break up and start anew" in page.seen
    assert "stay as they are" not in page.seen


def test_without_a_site_nothing_is_promised_that_no_script_keeps() -> None:
    part = kit.bench("L03", {"grade": "none"})
    assert not HELD.findall(part.html)
    assert "the inputs stay as they are" in page_of(part).seen


@pytest.mark.usefixtures("on_a_site")
def test_a_case_waits_for_the_readers_prediction() -> None:
    part = kit.console({}, "iraq-2003-united-states")
    assert not HELD.findall(part.html)


@pytest.mark.parametrize("text", [text for text in TEXTS if "\0" not in text])
def test_a_hostile_text_ends_no_script(text: str) -> None:
    def hostile(threat: float) -> Picture:
        return Picture(drawings=(Drawing("gauges", "g", text, f"{text} {threat}"),))

    made = explored(exploration(hostile, {"threat": 0.5}), text)
    assert "<" not in made.data
    data: dict[str, Any] = json.loads(made.data)
    assert data["title"] == text
    assert unpack(data["grid"], (1,))["drawings"][0]["title"] == text


def test_the_table_begins_where_the_figure_does() -> None:
    found = exploration(
        lambda **_: Picture(), {"threat": 0.1, "relationship": 0.1}, start={"threat": 0.3}
    )
    places = some_places(found)
    assert places[0] == found.first
    assert set(places[1:]) == {(0, 0), (0, 10), (10, 0), (10, 10)}
