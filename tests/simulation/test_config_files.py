"""Configurations and rule tables in files and links, sound and damaged."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation import WorldConfig
from bor_widgets.simulation.doctrines import DOCTRINES, QUESTIONS, TABLE_MOVES, RuleTable
from bor_widgets.simulation.shocks import Shock
from bor_widgets.theory.calibration import Calibration
from bor_widgets.theory.commitment import Pace
from tests.hostile import TEXTS, VALUES
from tests.simulation.worlds_seen import PYTHONESE, RICH, refusal

# ---- files and links


FULL = WorldConfig(
    states=3,
    strikes=0.123456789,
    assigned=("relationships", "mine", "power"),
    tables=(RuleTable("mine", tuple(TABLE_MOVES[k % 7] for k in range(len(QUESTIONS)))),),
    shocks=(Shock(3, "betrayal", 0, 2), Shock(4, "power shift", 1)),
    values_given=(0.1, 0.2, 0.3),
    ties_given=((0, 2, 0.75),),
    calibration=Calibration(cut_direct=0.8),
    pace=Pace(strain=0.2),
    wording="conclusion",
    riser=False,
)


@pytest.mark.parametrize("config", [WorldConfig(), FULL, RICH])
def test_a_configuration_survives_a_file(config: WorldConfig) -> None:
    again = WorldConfig.from_json(config.to_json())
    assert again == config
    assert again.fingerprint() == config.fingerprint()
    assert WorldConfig.from_plain(json.loads(config.to_json())) == config


def test_only_what_differs_is_written() -> None:
    assert WorldConfig().changed() == {}
    assert WorldConfig(strikes=0.2).changed() == {"strikes": 0.2}
    assert WorldConfig(strikes=0.2).fingerprint() != WorldConfig(strikes=0.3).fingerprint()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON",
        "[]",
        "null",
        "5",
        "NaN",
        '{"strikes": NaN}',
        '{"strikes": 1e999}',
        '{"strikes": null}',
        "[" * 100_000,
        '{"a":' * 50_000,
        "9" * 5_000,
        '{"states": ' + "9" * 5_000 + "}",
        '{"states": 1e400}',
        '{"seed": -1}',
        '{"strikes": [0.1]}',
        '{"strikes": {"value": 0.1}}',
        '{"nobody": 1}',
        '{"": 1}',
        '{"__class__": 1}',
        '{"assigned": "relationships"}',
        '{"assigned": [[]]}',
        '{"assigned": {"0": "power"}}',
        '{"tables": {}}',
        '{"tables": [5]}',
        '{"tables": [{}]}',
        '{"tables": [{"name": "x"}]}',
        '{"tables": [{"name": "x", "moves": 5}]}',
        '{"tables": [{"name": "x", "moves": null}]}',
        '{"tables": [{"name": "x", "moves": "none"}]}',
        '{"tables": [{"name": "x", "moves": ["none"]}]}',
        '{"tables": [{"name": "x", "moves": [' + ",".join(["null"] * 108) + "]}]}",
        '{"tables": [{"name": [], "moves": []}]}',
        '{"tables": [{"name": "x", "moves": [], "more": 1}]}',
        '{"shocks": [{}]}',
        '{"shocks": [{"round": 0, "kind": "betrayal"}]}',
        '{"shocks": [{"round": -1, "kind": "betrayal", "one": 0, "other": 1}]}',
        '{"shocks": [{"round": 0, "kind": "earthquake", "one": 0}]}',
        '{"shocks": [{"round": 0, "kind": [], "one": 0}]}',
        '{"shocks": [{"round": 0, "kind": "betrayal", "one": 1, "other": 1}]}',
        '{"shocks": [{"round": 0, "kind": "betrayal", "one": 0, "other": 600}]}',
        '{"shocks": [{"round": 0.5, "kind": "betrayal", "one": 0, "other": 1}]}',
        '{"calibration": []}',
        '{"calibration": {"cut_weak": "x"}}',
        '{"calibration": {"nobody": 1}}',
        '{"calibration": {"cut_direct": 0.05}}',
        '{"pace": {"strain": null}}',
        '{"pace": {"rested": 0.9}}',
        '{"pace": {"nobody": 1}}',
        '{"values_given": 5}',
        '{"values_given": [null, 1]}',
        '{"ties_given": [[0, 1, "x"]]}',
        '{"ties_given": [[0.5, 1, 0.5]]}',
    ],
)
def test_a_damaged_file_is_refused_in_one_sentence(text: str) -> None:
    refusal(WorldConfig.from_json, text)


@pytest.mark.parametrize("given", [None, 5, 1.5, b"\xff", [], {}, object()])
def test_what_is_no_text_is_refused_in_one_sentence(given: Any) -> None:
    refusal(WorldConfig.from_json, given)


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        "text",
        {1: 2},
        {1: 2, "a": 3},
        {None: None},
        {"shocks": [{1: 2, "a": 1}]},
        {"calibration": {1: 2, "a": 2}},
        {"pace": {1: 2, "a": 2}},
        {"tables": [("x",)]},
        {"tables": [{1: 2, "a": 1}]},
        {"strikes": np.array([0.1, 0.2])},
    ],
)
def test_plain_data_of_another_shape_is_refused_in_one_sentence(plain: Any) -> None:
    refusal(WorldConfig.from_plain, plain)


@pytest.mark.parametrize("name", [entry.name for entry in fields(WorldConfig)])
def test_whatever_is_put_into_a_field_is_taken_or_refused_in_one_sentence(name: str) -> None:
    for value in VALUES:
        try:
            config = WorldConfig.from_plain({name: value})
        except (TypeError, ValueError) as refused:
            sentence = str(refused)
            assert len(sentence) < 600
            assert not any(words in sentence for words in PYTHONESE), sentence
        else:
            assert isinstance(config, WorldConfig)
            assert WorldConfig.from_json(config.to_json()) == config


# ---- rule tables


@pytest.mark.parametrize("length", [0, 1, 107, 109, 1000])
def test_a_rule_table_of_another_length_says_how_many_it_takes(length: int) -> None:
    assert f"{len(QUESTIONS)} moves" in refusal(RuleTable, "x", ("none",) * length)


@pytest.mark.parametrize("moves", [None, 5, 1.5, object()])
def test_a_rule_table_that_is_no_list_is_refused(moves: Any) -> None:
    assert refusal(RuleTable, "x", moves).startswith("moves takes")


@pytest.mark.parametrize("move", ["enforcement", "", None, 0, [], "None", "compromise "])
def test_a_move_that_is_none_is_refused_with_its_question(move: Any) -> None:
    moves = ["none"] * len(QUESTIONS)
    moves[-1] = move
    sentence = refusal(RuleTable, "x", tuple(moves))
    assert ", ".join(QUESTIONS[-1]) in sentence
    assert all(each in sentence for each in TABLE_MOVES)


@pytest.mark.parametrize("name", [None, 5, [], "", " ", "x" * 61, "a\nb", "\x00", *DOCTRINES])
def test_a_name_that_is_none_is_refused(name: Any) -> None:
    assert refusal(RuleTable, name, ("none",) * len(QUESTIONS)).startswith("name takes")


@pytest.mark.parametrize("text", TEXTS)
def test_the_text_of_a_name_is_kept_as_it_is_or_refused(text: str) -> None:
    moves = ("none",) * len(QUESTIONS)
    if text.strip() and text.isprintable() and len(text) <= 60:
        assert RuleTable(text, moves).name == text
    else:
        assert refusal(RuleTable, text, moves).startswith("name takes")


def test_a_rule_table_answers_each_question_as_it_was_written() -> None:
    moves = tuple(TABLE_MOVES[k % len(TABLE_MOVES)] for k in range(len(QUESTIONS)))
    table = RuleTable("x", moves)
    assert [table.move(*question) for question in QUESTIONS] == list(moves)
