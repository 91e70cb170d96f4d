"""A bench's state as a short link and as a small file, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bor_widgets.charts.benches.text import BenchText
from bor_widgets.theory import NEUTRAL
from bor_widgets.widgets.bench_state import BenchSnapshot, BenchState
from bor_widgets.widgets.packing import WORDS as PACKING_WORDS
from bor_widgets.widgets.packing import StateError, pack, read_file, short, table, unpack
from bor_widgets.widgets.saved_state import calibration_from

VERSION = 1
FORMAT = "bor_widgets bench"

#: sentences of this file that a reader may see
WORDS = {
    "other_bench": "It was saved on another page ({given}), not on {here}; nothing was changed.",
}


def as_data(text: BenchText, snapshot: BenchSnapshot) -> dict[str, Any]:
    """Return a snapshot as plain data: only what differs from neutral."""
    neutral = text.neutral()
    data: dict[str, Any] = {"v": VERSION, "b": text.name}
    changed = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in snapshot.values.items()
        if value != neutral[name]
    }
    if changed:
        data["x"] = changed
    if snapshot.calibration.changed():
        data["c"] = snapshot.calibration.changed()
    if snapshot.phase:
        data["t"] = snapshot.phase
    return data


def from_data(state: BenchState, data: Any) -> tuple[BenchSnapshot, list[str]]:
    """Return the snapshot that data tell of, and a sentence for all that could not be restored.

    Raises
    ------
    StateError
        If the data are no saved state of this bench.
    """
    text = state.text
    if not isinstance(data, dict) or type(data.get("v")) is not int or "b" not in data:
        raise StateError(PACKING_WORDS["not_ours"])
    if data["b"] != text.name:
        raise StateError(WORDS["other_bench"].format(given=short(data["b"]), here=text.title))
    told = [PACKING_WORDS["newer"]] if data["v"] > VERSION else []
    lost: list[str] = []
    values: dict[str, Any] = {}
    for name, value in table(data, "x", lost).items():
        try:
            text.checked({name: value})
            values[name] = value
        except (TypeError, ValueError) as error:
            lost.append(str(error))
    calibration = calibration_from(table(data, "c", lost), lost) if "c" in data else NEUTRAL
    phase = data.get("t", 0)
    if type(phase) is not int or not 0 <= phase < max(len(state.phases), 1):
        lost.append(f"step {short(phase)}")
        phase = 0
    if lost:
        told.append(PACKING_WORDS["left_out"].format(what="; ".join(lost)))
    return BenchSnapshot(MappingProxyType(text.checked(values)), calibration, phase), told


def to_link(state: BenchState) -> str:
    """Return the part of an address that carries the present state.

    Raises
    ------
    StateError
        If it would not fit.
    """
    return pack(as_data(state.text, state.now))


def from_link(state: BenchState, link: str) -> tuple[BenchSnapshot, list[str]]:
    """Return the snapshot that a link carries; a whole address is taken too.

    Raises
    ------
    StateError
        If it cannot be read.
    """
    return from_data(state, unpack(link))


def to_file(state: BenchState) -> str:
    """Return the text of a file with the present state and all committed answers."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "state": as_data(state.text, state.now),
        "answers": {str(step): option for step, option in sorted(state.answers.items())},
    }
    return json.dumps(content, indent=2, ensure_ascii=False)


def from_file(state: BenchState, text: str) -> tuple[BenchSnapshot, dict[int, int], list[str]]:
    """Return snapshot, answers and what could not be restored, from the text of a file.

    Raises
    ------
    StateError
        If the file is damaged, foreign or too large.
    """
    content = read_file(text, FORMAT)
    snapshot, told = from_data(state, content.get("state"))
    kept: dict[int, int] = {}
    lost: list[str] = []
    offered = content.get("answers", {})
    for step, option in offered.items() if isinstance(offered, Mapping) else ():
        steps = state.text.steps
        known = isinstance(step, str) and step.isascii() and step.isdecimal() and len(step) < 4
        known = known and int(step) < len(steps) and type(option) is int
        if known and 0 <= option < len(steps[int(step)].options):
            kept[int(step)] = option
        else:
            lost.append(f"answer {short(step)}")
    if lost:
        told.append(PACKING_WORDS["left_out"].format(what="; ".join(lost)))
    return snapshot, kept, told
