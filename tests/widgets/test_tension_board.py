"""TensionBoard: every tension with its passages, its lessons and its bench."""

from __future__ import annotations

from itertools import chain

import pytest

from bor_widgets.sources import tensions
from bor_widgets.widgets.tension_board import TensionBoard


def test_all_tensions_are_on_the_board() -> None:
    assert [row["id"] for row in TensionBoard().records] == list(tensions)


def test_it_opens_a_tension_and_refuses_an_unknown_one() -> None:
    assert TensionBoard(find="E80").opened == "E80"
    with pytest.raises(KeyError, match="E01"):
        TensionBoard(find="E1")
    with pytest.raises(KeyError):
        TensionBoard(find="R01")


def test_every_rule_that_a_tension_names_can_be_asked_for_its_source() -> None:
    board = TensionBoard()
    notes = board.tables["notes"]
    for row in board.records:
        for name in chain(row["links"].get("rules", []), *row["passages"]):
            assert notes[name]["places"], name
            assert notes[name]["text"], name


def test_the_groups_add_up_to_all() -> None:
    board = TensionBoard()
    chips = next(entry for entry in board.filters if entry["look"] == "chips")
    everything, *groups = chips["options"]
    assert everything["count"] == sum(group["count"] for group in groups) == 85
    assert [bar["count"] for bar in board.overview["bars"]] == [g["count"] for g in groups]


def test_a_link_of_ones_own_is_used() -> None:
    board = TensionBoard(links={"E07": "judgement-fan.ipynb?s=abc"})
    shown = next(row for row in board.records if row["id"] == "E07")
    assert "judgement-fan.ipynb?s=abc" in [bench["href"] for bench in shown["benches"]]
