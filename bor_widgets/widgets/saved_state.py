"""A console's state as a short link and as a small file, and back."""

from __future__ import annotations

import json
from typing import Any

from bor_widgets.cases import cases
from bor_widgets.charts.case_page import telling_inputs
from bor_widgets.charts.inputs import input_values
from bor_widgets.situation import Situation
from bor_widgets.theory import Calibration, calibration_parameters
from bor_widgets.theory.principles import ACTIONS, WORDINGS
from bor_widgets.widgets.console_state import Snapshot
from bor_widgets.widgets.packing import (
    WORDS,
    StateError,
    pack,
    read_file,
    short,
    table,
    unpack,
)

VERSION = 1
FORMAT = "bor_widgets situation"
LONGEST_REASON = 1_000


def as_data(snapshot: Snapshot) -> dict[str, Any]:
    """Return a snapshot as plain data: only what differs from neutral, or from the case."""
    values = input_values(snapshot.situation)
    neutral = input_values(_coded(snapshot.case))
    data: dict[str, Any] = {"v": VERSION}
    # told against the case as coded: an input the case codes may stand at its neutral value
    changed = {name: value for name, value in values.items() if value != neutral[name]}
    if changed:
        data["s"] = changed
    if snapshot.calibration.changed():
        data["c"] = snapshot.calibration.changed()
    if snapshot.wording != "introduction":
        data["w"] = snapshot.wording
    if snapshot.case:
        data["k"] = snapshot.case
    if snapshot.unlocked:
        data["u"] = sorted(snapshot.unlocked)
    return data


def _coded(slug: str) -> Situation:
    """Return a case as it is shown before a prediction; neutral without a case."""
    if not slug:
        return Situation()
    case = cases[slug]
    hidden = telling_inputs(case)
    return Situation(**{n: c.value for n, c in case.coding.items() if n not in hidden})


def from_data(data: Any) -> tuple[Snapshot, list[str]]:
    """Return the snapshot that data tell of, and a sentence for all that could not be restored.

    Raises
    ------
    StateError
        If the data are no saved situation at all.
    """
    if not isinstance(data, dict) or not isinstance(data.get("v"), int):
        raise StateError(WORDS["not_ours"])
    told = [WORDS["newer"]] if data["v"] > VERSION else []
    lost: list[str] = []
    case = data.get("k", "")
    if not isinstance(case, str) or (case and case not in cases):
        lost.append(f"case {short(case)}")
        case = ""
    case = cases[case].slug if case else ""
    situation = _coded(case)
    for name, value in table(data, "s", lost).items():
        try:
            situation = situation.with_(**{name: value})
        except (TypeError, ValueError) as error:
            lost.append(str(error))
    calibration = calibration_from(table(data, "c", lost), lost)
    wording = data.get("w", "introduction")
    if wording not in WORDINGS:
        lost.append(f"wording {short(wording)}")
        wording = "introduction"
    hidden = telling_inputs(cases[case]) if case else ()
    coded = {n: c for n, c in cases[case].coding.items() if n not in hidden} if case else {}
    asked = data.get("u", [])
    unlocked = {n for n in asked if isinstance(n, str)} if isinstance(asked, list) else set()
    # an input that differs from the case as coded has been unlocked, whatever the link says
    differs = {n for n, c in coded.items() if getattr(situation, n) != c.value}
    snapshot = Snapshot(
        situation, calibration, wording, case, frozenset((unlocked | differs) & set(coded))
    )
    if lost:
        told.append(WORDS["left_out"].format(what="; ".join(lost)))
    return snapshot, told


def calibration_from(numbers: dict[str, Any], lost: list[str]) -> Calibration:
    """Return the numbers of ours that are told, and note what cannot be used in ``lost``."""
    known = {}
    for name, value in numbers.items():
        parameter = calibration_parameters().get(name)
        try:
            if parameter is None:
                raise TypeError(f"a calibration has no number {short(name)}")
            known[name] = parameter.check(value)
        except (TypeError, ValueError) as error:
            lost.append(str(error))
    try:
        return Calibration(**known)
    except ValueError as error:
        lost.append(str(error))
        return Calibration()


def to_link(snapshot: Snapshot) -> str:
    """Return the part of an address that carries a snapshot.

    Raises
    ------
    StateError
        If it would be longer than a link may be.
    """
    return pack(as_data(snapshot))


def from_link(link: str) -> tuple[Snapshot, list[str]]:
    """Return the snapshot that a link carries; a whole address is taken too.

    Raises
    ------
    StateError
        If it cannot be read.
    """
    return from_data(unpack(link))


def to_file(snapshot: Snapshot, predictions: dict[str, Any]) -> str:
    """Return the text of a file with a snapshot and all committed predictions."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "state": as_data(snapshot),
        "predictions": predictions,
    }
    return json.dumps(content, indent=2, ensure_ascii=False)


def from_file(text: str) -> tuple[Snapshot, dict[str, dict[str, str]], list[str]]:
    """Return snapshot, predictions and what could not be restored, from the text of a file.

    Raises
    ------
    StateError
        If the file is damaged, foreign or too large.
    """
    content = read_file(text, FORMAT)
    snapshot, told = from_data(content.get("state"))
    kept, lost = {}, []
    offered = content.get("predictions", {})
    for slug, entry in offered.items() if isinstance(offered, dict) else ():
        if slug in cases and _is_prediction(entry):
            kept[slug] = {"action": entry["action"], "reason": entry["reason"]}
        else:
            lost.append(f"prediction for {short(slug)}")
    if lost:
        told.append(WORDS["left_out"].format(what="; ".join(lost)))
    return snapshot, kept, told


def _is_prediction(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and entry.get("action") in ACTIONS
        and isinstance(entry.get("reason"), str)
        and len(entry["reason"]) <= LONGEST_REASON
    )
