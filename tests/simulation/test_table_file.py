"""Rule tables as files: what is written is read back, and each fault is one sentence."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.simulation.doctrines import DOCTRINES, QUESTIONS, TABLE_MOVES, RuleTable
from bor_widgets.simulation.entries import built_in
from bor_widgets.simulation.table_file import LARGEST_FILE, read_table, table_from, to_toml
from tests import hostile

NAMES = st.text(min_size=1, max_size=60).filter(
    lambda name: name.strip() != "" and name.isprintable() and name not in DOCTRINES
)

SOUND: dict[str, Any] = {
    "name": "mine",
    "otherwise": "compromise",
    "when": [
        {"other": "revoked", "tie": ["weak", "middling"], "move": "breakup"},
        {"other": "revoked", "move": "mix"},
        {"grade": "direct", "power": "stronger", "move": "hard balancing"},
    ],
}


def reasons(data: dict[str, Any]) -> list[str]:
    read = table_from(data)
    assert read.table is None
    assert read.faults
    return [f"{key}: {reason}" for key, reason in read.faults]


@given(NAMES, st.lists(st.sampled_from(TABLE_MOVES), min_size=108, max_size=108), st.text())
def test_a_written_table_is_read_back(name: str, moves: list[str], meaning: str) -> None:
    table = RuleTable(name, tuple(moves))
    meaning = "".join(c for c in meaning if c.isprintable())
    read = table_from(tomllib.loads(to_toml(table, meaning)))
    assert read.faults == ()
    assert (read.table, read.meaning) == (table, meaning)


def test_a_file_is_read(tmp_path: Path) -> None:
    table = built_in()["tit for tat"].table
    assert table is not None
    path = tmp_path / "table.toml"
    path.write_text(to_toml(table), encoding="utf-8")
    assert read_table(path).table == table


def test_the_first_condition_that_fits_decides() -> None:
    table = table_from(SOUND).table
    assert table is not None
    for grade, tie, power, other in QUESTIONS:
        if other == "revoked":
            expected = "mix" if tie == "strong" else "breakup"
        elif grade == "direct" and power == "stronger":
            expected = "hard balancing"
        else:
            expected = "compromise"
        assert table.move(grade, tie, power, other) == expected


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": 7}, "name: takes a text; given was a int"),
        ({"name": ""}, "name: name takes 1 to 60 letters"),
        ({"name": "power"}, "name: name takes printable letters and no doctrine's name"),
        ({"meaning": []}, "meaning: takes a text"),
        ({"otherwise": "war"}, "otherwise: takes one of none, compromise"),
        ({"otherwise": "enforcement"}, "otherwise: takes one of none, compromise"),
        ({"otherwise": ["mix"]}, "otherwise: takes one of none, compromise"),
        ({"when": {}}, "when: takes a list"),
        ({"when": ["mix"]}, "when 1: takes a table with grade, tie, power, other, move"),
        ({"when": [{"grade": "direct"}]}, "when 1, move: is missing"),
        ({"when": [{"move": "war"}]}, "when 1, move: takes one of"),
        ({"when": [{"grade": "grave", "move": "mix"}]}, "when 1, grade: takes one or more of none"),
        ({"when": [{"tie": [], "move": "mix"}]}, "when 1, tie: takes one or more of weak"),
        ({"when": [{"power": [["x"]], "move": "mix"}]}, "when 1, power: takes one or more of far"),
        ({"when": [{"mood": "bad", "move": "mix"}]}, "when 1, 'mood': is no key"),
        ({"colour": 1}, "'colour': is no key of a rule table; known are name, meaning"),
        ({"moves": {}}, ": a rule table takes either when and otherwise, or moves; given was both"),
    ],
)
def test_each_fault_of_conditions_is_told(change: dict[str, Any], said: str) -> None:
    assert any(line.startswith(said) for line in reasons({**SOUND, **change}))


def test_what_is_missing_is_told() -> None:
    assert "name: is missing" in reasons({"otherwise": "mix"})
    assert "otherwise: is missing" in reasons({"name": "mine", "when": []})
    assert any("given was neither" in line for line in reasons({"name": "mine"}))


def grid() -> dict[str, Any]:
    return tomllib.loads(to_toml(RuleTable("mine", ("mix",) * len(QUESTIONS))))


def test_each_fault_of_a_grid_is_told() -> None:
    data = grid()
    del data["moves"]["direct"]["weak"]["stronger"]
    data["moves"]["none"]["strong"]["weaker"] = ["mix", "mix"]
    data["moves"]["none"]["weak"]["weaker"] = ["mix", "war", "mix"]
    data["moves"]["grave"] = {}
    data["moves"]["potential"] = 7
    said = reasons(data)
    assert "moves, direct, weak, stronger: is missing" in said
    three = "takes 3 moves, for revoked, neither, holds back in this order"
    assert any(s.startswith(f"moves, none, strong, weaker: {three}") for s in said)
    assert any(s.startswith("moves, none, weak, weaker: takes one of") for s in said)
    assert any(s.startswith("moves: takes one or more of none, potential") for s in said)
    assert "moves, potential, weak, weaker: is missing" in said
    assert any("takes a table" in s for s in reasons({"name": "mine", "moves": 7}))


SHAPES: tuple[Any, ...] = ("x", 7, True, 0.5, [], [1], [[]], {}, {"a": 1}, [{}], [{"a": []}])


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
@pytest.mark.parametrize("key", ["name", "otherwise", "when", "moves", "meaning"])
def test_a_value_of_another_shape_is_a_sentence(key: str, shape: Any) -> None:
    read = table_from({**SOUND, key: shape})
    # texts are texts, and no condition at all is a condition that never fits
    sound = (shape == "x" and key in ("name", "meaning")) or (shape == [] and key == "when")
    assert (read.table is not None) == sound
    assert bool(read.faults) != sound


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_a_hostile_text_is_a_name_or_a_sentence(text: str) -> None:
    read = table_from({**SOUND, "name": text})
    if read.table is not None:
        assert read.table.name == text
        assert table_from(tomllib.loads(to_toml(read.table))).table == read.table
    else:
        assert [key for key, _ in read.faults] == ["name"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"\0" * 99,
        b"#" * (LARGEST_FILE + 1),
        b"x = " + b"[" * 50_000,
        b".".join([b"a"] * 5_000) + b" = 1",
        b"name = 'mine'\nname = 'twice'",
        json.dumps(SOUND).encode(),
    ],
    ids=["empty", "bytes", "noughts", "long", "deep", "names", "twice", "json"],
)
def test_a_hostile_file_is_a_sentence(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "table.toml"
    path.write_bytes(raw)
    read = read_table(path)
    assert read.table is None
    assert read.faults
    assert all(len(reason) < 400 for _, reason in read.faults)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        ((_, reason),) = read_table(path).faults
        assert reason.startswith("cannot be opened: ")
