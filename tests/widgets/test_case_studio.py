"""Case studio without a screen: locks, a coding for each case, and the files."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.widgets.case_studio import CaseStudio
from bor_widgets.widgets.controls import Controls
from tests.hostile import TEXTS

UNITED_STATES = "iraq-2003-united-states"
WRITTEN = "The tie explains it.\nI am not sure of the venue."


@pytest.fixture
def studio() -> CaseStudio:
    """The studio with one side of Iraq, all inputs open."""
    return CaseStudio(case=UNITED_STATES, unfold=["inputs"])


def typed(controls: Controls, **values: Any) -> None:
    """Type into controls as the page does."""
    controls.values = {**controls.values, **values}


def press(studio: CaseStudio, what: str, key: str) -> None:
    """Press a part of a drawing."""
    studio.board.tell({"kind": "pick", "what": what, "key": key})


def test_a_coded_input_is_locked_with_its_place_and_flag(studio: CaseStudio) -> None:
    assert studio.core.flags["relationship"] == "inferred"
    assert "P0 L1583-1587" in studio.core.locked["relationship"]
    assert studio.core.flags["threat"] == "open"
    assert "threat" not in studio.core.locked


def test_a_locked_input_does_not_move(studio: CaseStudio) -> None:
    typed(studio.core, relationship=0.9, threat=0.8)
    assert studio.core.values["relationship"] == 0.2
    assert studio.state.now.values["threat"] == 0.8


def test_what_is_held_back_offers_no_button(studio: CaseStudio) -> None:
    assert studio.rest.fixed == ["grade"]
    assert studio.rest.values["grade"] is None
    assert not studio.rest.accepts({"kind": "unlock", "name": "grade"})
    press(studio, "theories", "expect:balance_of_relationships")
    assert studio.rest.fixed == []
    assert studio.rest.values["grade"] == "direct"
    assert studio.rest.accepts({"kind": "unlock", "name": "grade"})


def test_an_input_is_unlocked_and_locked_again(studio: CaseStudio) -> None:
    studio.core.tell({"kind": "unlock", "name": "relationship"})
    assert studio.core.flags["relationship"] == "open"
    typed(studio.core, relationship=0.9)
    assert studio.core.values["relationship"] == 0.9
    press(studio, "coding", "relationship")
    assert studio.core.values["relationship"] == 0.2


def test_each_case_keeps_its_own_coding(studio: CaseStudio) -> None:
    typed(studio.rest, judgement=WRITTEN)
    typed(studio.core, threat=0.9)
    typed(studio.core, case="vietnam-china")
    assert studio.state.now.values["judgement"] == ""
    assert studio.state.now.values["threat"] == 0.5
    typed(studio.core, case=UNITED_STATES)
    assert studio.state.now.values["judgement"] == WRITTEN
    assert studio.state.now.values["threat"] == 0.9


def test_another_case_can_be_taken_back(studio: CaseStudio) -> None:
    typed(studio.rest, judgement=WRITTEN)
    typed(studio.core, case="vietnam-china")
    studio.state.undo()
    assert studio.state.now.values["case"] == UNITED_STATES
    assert studio.state.now.values["judgement"] == WRITTEN


def test_the_coding_goes_into_a_file_and_comes_back(studio: CaseStudio) -> None:
    typed(studio.rest, judgement=WRITTEN)
    press(studio, "theories", "expect:soft_balancing")
    text = studio.keep.file()
    other = CaseStudio()
    assert other.keep.take_file(text) == []
    assert other.state.now.values == studio.state.now.values
    name, markdown = studio.keep.export("md")
    assert name == "case-studio.md"
    assert "> The tie explains it." in markdown
    assert json.loads(studio.keep.export("json")[1])["inputs"]["judgement"] == WRITTEN
    assert studio.keep.bar.has_text


def test_a_damaged_file_loses_nothing(studio: CaseStudio) -> None:
    typed(studio.rest, judgement=WRITTEN)
    for damaged in ("", "{", "[]", '{"format": "bor_widgets bench", "version": 1}'):
        studio.keep.links.tell({"kind": "opened", "text": damaged})
        assert studio.keep.links.problem
        assert studio.state.now.values["judgement"] == WRITTEN


def test_what_fits_no_link_is_said_and_taken_back(studio: CaseStudio) -> None:
    notes = ("note_tie", "note_power", "note_soft", "note_venue", "judgement")
    # text without any pattern, which cannot be packed
    signs = Random(1)
    written = {
        name: "".join(chr(signs.randrange(0x4E00, 0x9FA5)) for _ in range(600)) for name in notes
    }
    studio.state.set_inputs(written)
    assert "save it as a file" in studio.keep.links.problem
    assert studio.keep.take_file(studio.keep.file()) == []
    studio.state.set_inputs(dict.fromkeys(notes, ""))
    assert studio.keep.links.problem == ""


def test_a_text_takes_any_script_and_refuses_what_steers() -> None:
    judgement = bench_text("case_studio").parameters["judgement"]
    for text in ("关系\u3000平衡", "שלום", "<img src=x>", "a\nb\tc", "\U0001f469\u200d\U0001f467"):
        assert judgement.check(text) == text
    for text in ("\u0000", "\u001b[31m", "x" * (judgement.most + 1)):
        with pytest.raises(ValueError, match="judgement takes a text of at most 600 letters"):
            judgement.check(text)
    for value in (None, 3, ["a"], True):
        with pytest.raises(TypeError, match="judgement takes a text"):
            judgement.check(value)


@pytest.mark.parametrize("text", [text for text in TEXTS if text.isprintable()][:30])
def test_what_is_written_comes_back_as_it_was(studio: CaseStudio, text: str) -> None:
    typed(studio.rest, note_tie=text)
    other = CaseStudio()
    other.keep.take_file(studio.keep.file())
    assert other.state.now.values["note_tie"] == text
    assert "<" not in studio.keep.export("md")[1]
