"""Checkpoints: what is in them comes back, and a file of another kind is left as it was."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.simulation.checkpoint import MAGIC, Checkpoint, header_of
from bor_widgets.simulation.plan import Task

HEADER = {"run": "this", "versions": {"ours": "1"}}
SHAPE = (2, 3)


def values_of(task: Task) -> np.ndarray:
    """Numbers that tell tasks apart."""
    found = np.arange(task.count * 6, dtype=float).reshape(task.count, *SHAPE) + 100.0 * task.first
    found[0, 0, 0] = np.nan
    return found


TASKS = (Task(0, 0, 2), Task(3, 5, 1), Task(0, 2, 4))


def written(path: Path) -> bytes:
    """Three records."""
    with Checkpoint.open(path, HEADER, SHAPE) as kept:
        assert kept.held == []
        for task in TASKS:
            kept.add(task, values_of(task))
    return path.read_bytes()


def test_what_was_added_comes_back(tmp_path: Path) -> None:
    written(tmp_path / "x")
    assert header_of(tmp_path / "x") == HEADER
    with Checkpoint.open(tmp_path / "x", HEADER, SHAPE) as kept:
        assert [task for task, _ in kept.held] == list(TASKS)
        for task, values in kept.held:
            np.testing.assert_array_equal(values, values_of(task))


@given(st.data())
def test_a_file_cut_anywhere_gives_whole_records_only(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("cut") / "x"
    whole = written(path)
    records = sum(24 + task.count * 48 + 16 for task in TASKS)
    cut = data.draw(st.integers(len(whole) - records, len(whole)))
    path.write_bytes(whole[:cut])
    with Checkpoint.open(path, HEADER, SHAPE) as kept:
        count = len(kept.held)
        for task, values in kept.held:
            np.testing.assert_array_equal(values, values_of(task))
        kept.add(Task(9, 9, 1), np.ones((1, *SHAPE)))
    ends = np.cumsum([24 + task.count * 48 + 16 for task in TASKS])
    assert count == (len(whole) - records + ends <= cut).sum()
    with Checkpoint.open(path, HEADER, SHAPE) as kept:
        assert [task for task, _ in kept.held] == [*TASKS[:count], Task(9, 9, 1)]


@given(st.data())
def test_a_changed_byte_never_becomes_a_result(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("bit") / "x"
    whole = bytearray(written(path))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole)
    try:
        kept = Checkpoint.open(path, HEADER, SHAPE)
    except ValueError as error:
        refusal = str(error)
    else:
        refusal = ""
    if refusal:
        assert "nothing was changed" in refusal
        assert path.read_bytes() == bytes(whole)
        return
    with kept:
        assert len(kept.held) < len(TASKS)
        for task, values in kept.held:
            np.testing.assert_array_equal(values, values_of(task))


@pytest.mark.parametrize(
    "foreign",
    [b"x", b"PAR1", MAGIC[:-1], MAGIC, MAGIC + b"\xff" * 8, MAGIC + struct.pack("<Q", 3) + b"{}",
     b"a,b\n1,2\n", bytes(1000)],
)  # fmt: skip
def test_a_foreign_file_is_left_as_it_was(foreign: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(foreign)
    for read in (lambda: header_of(path), lambda: Checkpoint.open(path, HEADER, SHAPE)):
        with pytest.raises(ValueError, match=r"^x is no checkpoint of a run") as refused:
            read()
        assert len(str(refused.value).splitlines()) == 1
    assert path.read_bytes() == foreign


def test_another_run_or_another_version_is_refused(tmp_path: Path) -> None:
    before = written(tmp_path / "x")
    with pytest.raises(ValueError, match=r"holds another run \('run' is not the same\)"):
        Checkpoint.open(tmp_path / "x", {**HEADER, "run": "that"}, SHAPE)
    with pytest.raises(ValueError, match="was begun with ours 1, and here is 2"):
        Checkpoint.open(tmp_path / "x", {**HEADER, "versions": {"ours": "2"}}, SHAPE)
    assert (tmp_path / "x").read_bytes() == before


def test_two_runs_do_not_share_a_checkpoint(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with Checkpoint.open(tmp_path / "x", HEADER, SHAPE) as kept:
        kept.add(TASKS[0], values_of(TASKS[0]))
        with pytest.raises(ValueError, match="in use by another run"):
            Checkpoint.open(tmp_path / "x", HEADER, SHAPE)
    Checkpoint.open(tmp_path / "x", HEADER, SHAPE).close()


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"^missing|^x cannot be written"):
        Checkpoint.open(tmp_path / "missing" / "x", HEADER, SHAPE)
