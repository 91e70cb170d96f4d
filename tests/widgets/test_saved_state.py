"""A console's state as a link and as a file: what comes back, and what is refused."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.cases import cases
from bor_widgets.situation import Situation
from bor_widgets.theory import Calibration
from bor_widgets.widgets.console_state import ConsoleState, Snapshot
from bor_widgets.widgets.packing import LONGEST_LINK, StateError
from bor_widgets.widgets.saved_state import (
    from_data,
    from_file,
    from_link,
    to_file,
    to_link,
)

SHARES = st.integers(0, 100).map(lambda step: step / 100)


def packed(data: Any) -> str:
    """Pack anything as a link does."""
    raw = zlib.compress(json.dumps(data).encode())
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


@given(SHARES, SHARES, SHARES, st.sampled_from(["introduction", "conclusion"]), SHARES)
def test_a_link_brings_everything_back(
    threat: float, tie: float, weight: float, wording: Any, allies: float
) -> None:
    snapshot = Snapshot(
        Situation(threat=threat, relationship=tie, allies=allies, deliberate=True),
        Calibration(weight_relationship=weight),
        wording,
    )
    link = to_link(snapshot)
    assert from_link(link) == (snapshot, [])
    assert (
        from_link(f"http://127.0.0.1:8866/voila/render/console.ipynb?x=1&s={link}#top")[0]
        == snapshot
    )
    assert len(link) <= LONGEST_LINK


@pytest.mark.parametrize("slug", list(cases))
def test_every_case_fits_into_a_link(slug: str) -> None:
    state = ConsoleState()
    state.open_case(slug)
    link = to_link(state.now)
    assert len(link) <= LONGEST_LINK
    assert from_link(link) == (state.now, [])


def test_a_link_never_tells_what_is_held_back() -> None:
    # C25: the grade "direct" stands in the paper and gives the answer away
    state = ConsoleState()
    state.open_case("C25")
    told = zlib.decompress(base64.urlsafe_b64decode(to_link(state.now) + "==="))
    assert b"direct" not in told


def test_an_input_that_differs_from_the_case_counts_as_unlocked() -> None:
    data = {"v": 1, "k": "iraq-2003-united-states", "s": {"relationship": 0.9}}
    snapshot, told = from_data(data)
    assert "relationship" in snapshot.unlocked
    assert told == []


def test_a_case_is_found_by_its_id_too() -> None:
    assert from_data({"v": 1, "k": "C25"})[0].case == "iraq-2003-united-states"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ({"v": 1, "s": {"threat": 7}}, "threat takes a number from 0 to 1; given was 7"),
        ({"v": 1, "s": {"mood": 1}}, "mood"),
        ({"v": 1, "s": [1, 2]}, "[1, 2]"),
        ({"v": 1, "c": {"sensitivity": "x"}}, "sensitivity"),
        ({"v": 1, "c": {"cut_direct": 0.05}}, "cut points must rise"),
        ({"v": 1, "w": "<b>"}, "<b>"),
        ({"v": 1, "k": "atlantis"}, "atlantis"),
        ({"v": 1, "k": "x" * 90_000}, "xxx"),
        ({"v": 1, "s": {"issue_areas": ["a", "a"]}}, "issue_areas"),
        ({"v": 99, "z": 1}, "newer version"),
    ],
)
def test_what_cannot_be_restored_is_named_and_the_rest_is(data: dict[str, Any], named: str) -> None:
    data.setdefault("s", {})
    if isinstance(data["s"], dict):
        data["s"]["relationship"] = 0.3
    snapshot, told = from_link(packed(data))
    assert named in " ".join(told)
    if isinstance(data["s"], dict):
        assert snapshot.situation.relationship == 0.3
    assert snapshot.situation.threat == 0.5


@pytest.mark.parametrize(
    "link",
    [
        "",
        "abc",
        "!!!",
        "%%%",
        "eJw",
        "\u202e",
        "A" * 5_000,
        packed([]),
        packed("x"),
        packed({"v": "1"}),
    ],
)
def test_a_damaged_or_foreign_link_is_refused_in_a_sentence(link: str) -> None:
    with pytest.raises(StateError, match="nothing was changed"):
        from_link(link)


def test_a_link_that_unpacks_without_end_is_refused() -> None:
    bomb = base64.urlsafe_b64encode(zlib.compress(b" " * 50_000_000)).decode()
    with pytest.raises(StateError, match="too large"):
        from_link(bomb)


def test_a_file_keeps_predictions_and_names_what_it_lost() -> None:
    predictions = {"iraq-2003-united-states": {"action": "mix", "reason": "<img src=x>"}}
    text = to_file(Snapshot(Situation(threat=0.2)), predictions)
    snapshot, kept, told = from_file(text)
    assert (snapshot.situation.threat, kept, told) == (0.2, predictions, [])
    content = json.loads(text)
    content["predictions"]["atlantis"] = {"action": "mix", "reason": ""}
    assert "atlantis" in " ".join(from_file(json.dumps(content))[2])


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "[]", '{"format": "x"}', "1" * 300_000])
def test_a_damaged_or_foreign_file_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(StateError, match="nothing was changed"):
        from_file(text)
