"""Links and files of benches: whole, damaged, foreign, hostile."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.widgets.bench_saved import as_data, from_file, from_link, to_file, to_link
from bor_widgets.widgets.bench_state import BenchState
from bor_widgets.widgets.packing import LONGEST_LINK, StateError
from tests.hostile import TEXTS, VALUES


@pytest.fixture
def bench() -> BenchState:
    """The state of one bench."""
    return BenchState(bench_text("two_restraints"))


def packed(data: Any) -> str:
    """Pack anything as a link does."""
    raw = zlib.compress(json.dumps(data).encode())
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def whole(**more: Any) -> dict[str, Any]:
    """Return data of a link of the bench."""
    return {"v": 1, "b": "two_restraints", **more}


def test_a_link_brings_values_and_step_back(bench: BenchState) -> None:
    bench.go(3)
    bench.set_inputs({"own": -0.37, "compatible": None, "horizon": 22.0})
    link = to_link(bench)
    assert len(link) <= LONGEST_LINK
    snapshot, told = from_link(BenchState(bench.text), link)
    assert snapshot == bench.now
    assert told == []


def test_a_whole_address_is_taken_too(bench: BenchState) -> None:
    bench.set_inputs({"own": 0.9})
    address = f"http://127.0.0.1:8866/voila/render/x.ipynb?s={to_link(bench)}&present=1#top"
    assert from_link(bench, address)[0] == bench.now


def test_a_link_of_another_page_is_refused_by_name(bench: BenchState) -> None:
    with pytest.raises(StateError, match=r"another page.*Two restraints.*nothing was changed"):
        from_link(bench, packed({"v": 1, "b": "threat_dial"}))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:40])
@pytest.mark.parametrize("key", ["own", "compatible"])
def test_a_hostile_value_is_named_or_taken_as_it_is_and_the_rest_is_kept(
    bench: BenchState, key: str, value: Any
) -> None:
    snapshot, told = from_link(bench, packed(whole(x={"other": 0.25, key: value})))
    assert snapshot.values["other"] == 0.25
    try:
        allowed = bench.text.parameters[key].check(value)
    except (TypeError, ValueError):
        assert key in " ".join(told)
        assert len(" ".join(told)) < 300
        assert snapshot.values[key] == bench.text.parameters[key].neutral
    else:
        assert told == []
        assert snapshot.values[key] == allowed


@pytest.mark.parametrize("key", ["v", "b", "x", "c", "t"])
@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:40])
def test_hostile_data_are_refused_or_named_and_never_raise_anything_else(
    bench: BenchState, key: str, value: Any
) -> None:
    before = bench.now
    refused = "nothing was changed"
    try:
        snapshot, told = from_link(bench, packed(whole(**{key: value})))
    except StateError as error:
        refused = str(error)
    else:
        bench.text.checked(snapshot.values)
        assert all(len(sentence) < 300 for sentence in told)
    assert "nothing was changed" in refused
    assert bench.now is before


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_is_no_link_or_file_is_refused_in_a_sentence(
    bench: BenchState, text: str
) -> None:
    with pytest.raises(StateError, match="nothing was changed"):
        from_link(bench, text)
    with pytest.raises(StateError, match="nothing was changed"):
        from_file(bench, text)


def test_a_link_that_unpacks_without_end_is_refused(bench: BenchState) -> None:
    bomb = base64.urlsafe_b64encode(zlib.compress(b" " * 50_000_000)).decode()
    with pytest.raises(StateError, match="too large"):
        from_link(bench, bomb)


def test_a_newer_version_opens_and_says_so(bench: BenchState) -> None:
    snapshot, told = from_link(bench, packed({**whole(x={"own": 0.5}), "v": 99, "future": 1}))
    assert snapshot.values["own"] == 0.5
    assert "newer version" in " ".join(told)


def test_a_file_keeps_answers_and_names_what_it_lost(bench: BenchState) -> None:
    question = next(i for i, phase in enumerate(bench.phases) if not phase.revealed)
    bench.go(question)
    bench.commit(1)
    step = bench.phases[question].index
    content = json.loads(to_file(bench))
    content["answers"]["99"] = 0
    content["answers"]["<b>"] = 1
    snapshot, answers, told = from_file(BenchState(bench.text), json.dumps(content))
    assert snapshot == bench.now
    assert answers == {step: 1}
    assert "99" in told[-1]
    assert "<b>" in told[-1]


def test_only_what_differs_from_neutral_is_carried(bench: BenchState) -> None:
    assert as_data(bench.text, bench.now) == {"v": 1, "b": "two_restraints"}
