"""A board sends the scripts of the kinds it draws, each once and after what it needs."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest

from bor_widgets.widgets.benches import ThreatDial, TwoRestraints
from bor_widgets.widgets.board import (
    DRAWER,
    PARTS,
    Board,
    board_script,
    board_style,
    drawer_kinds,
    drawer_stems,
    script_with_drawers,
)
from bor_widgets.widgets.landing import Landing, thumbnails

STATIC = files("bor_widgets.widgets") / "static"

#: what a browser refuses when it comes twice in one script
DECLARED = re.compile(r"^(?:async )?(?:function\*?|const|let|class)\s+(\w+)", re.MULTILINE)


def declared(script: str) -> Counter[str]:
    return Counter(DECLARED.findall(script))


def test_kinds_that_share_a_part_get_it_once() -> None:
    stems = drawer_stems(("curves", "plane", "timeline"))
    assert "upright_cursor" in stems
    assert [stem for stem, times in Counter(stems).items() if times > 1] == []


@pytest.mark.parametrize("kind", drawer_kinds())
def test_a_drawer_comes_after_what_it_needs(kind: str) -> None:
    stems = drawer_stems((kind,))
    assert stems == (*PARTS.get(kind, ()), DRAWER.format(kind=kind))


def test_a_part_belongs_to_a_kind_that_exists() -> None:
    assert set(PARTS) <= set(drawer_kinds())


def test_no_two_scripts_of_a_board_share_a_name() -> None:
    twice = [name for name, times in declared(board_script(drawer_kinds())).items() if times > 1]
    assert twice == []


@pytest.mark.parametrize("kind", drawer_kinds())
def test_what_a_script_calls_is_there(kind: str) -> None:
    """The names that a drawer and its parts say they take from elsewhere are declared."""
    script = board_script((kind,))
    named = {"DRAWERS", "THEME", *declared(script)}
    for stem in drawer_stems((kind,)):
        own = (STATIC / f"{stem}.js").read_text(encoding="utf-8")
        lines = re.findall(r"/\* global ([^*]+) \*/", own)
        assert {name for line in lines for name in line.split(", ")} - named == set(), stem


def test_the_style_of_a_shared_part_comes_once() -> None:
    style = board_style(("curves", "timeline"))
    assert style.count(".bor-upright-ring {") == 2  # as it rests, and as it has the focus


def test_an_unknown_kind_is_refused_by_its_name() -> None:
    with pytest.raises(ValueError, match="'holograms'"):
        script_with_drawers("landing", ("holograms",))


def test_the_first_page_has_every_part_of_the_kinds_it_draws() -> None:
    script = Landing()._esm
    kinds = {picture["kind"] for picture in thumbnails().values()}
    assert kinds
    for stem in drawer_stems(tuple(sorted(kinds))):
        assert (STATIC / f"{stem}.js").read_text(encoding="utf-8") in script
    assert [name for name, times in declared(script).items() if times > 1] == []


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What boards send to the page."""
    messages: list[Any] = []
    monkeypatch.setattr(Board, "send", lambda _board, content: messages.append(content))
    return messages


@pytest.mark.parametrize(
    ("made", "values"),
    [
        (TwoRestraints, {"own": 4.0, "other": 0.0}),
        (TwoRestraints, {"own": "up", "other": 0.0}),
        (ThreatDial, {"grade": "enormous"}),
        (ThreatDial, {"nothing": 1}),
    ],
)
def test_what_is_refused_is_sent_back(made: Any, values: dict[str, Any], sent: list[Any]) -> None:
    bench = made()
    before = bench.state.now, bench.board.drawings
    bench.board.tell({"kind": "set", "values": values})
    # the data stay the same, so nothing else would tell the page to draw
    assert (bench.state.now, bench.board.drawings) == before
    assert sent == [{"kind": "again"}]


def test_what_is_taken_is_not_sent_back(sent: list[Any]) -> None:
    bench = TwoRestraints()
    bench.board.tell({"kind": "set", "values": {"own": 0.5, "other": -0.25}})
    assert bench.state.now.values["own"] == 0.5
    assert sent == []
