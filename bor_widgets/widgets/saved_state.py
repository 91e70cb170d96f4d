"""A console's state as a short link and as a small file, and back."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from typing import Any

from bor_widgets.cases import cases
from bor_widgets.charts.case_page import telling_inputs
from bor_widgets.charts.inputs import input_values
from bor_widgets.situation import Situation
from bor_widgets.theory import Calibration, calibration_parameters
from bor_widgets.theory.principles import ACTIONS, WORDINGS
from bor_widgets.widgets.console_state import Snapshot

VERSION = 1
FORMAT = "bor_widgets situation"
#: a link longer than this is not given out
LONGEST_LINK = 2_000
#: what a link or a file may hold at most, unpacked
LARGEST_STATE = 200_000
LONGEST_REASON = 1_000

#: sentences of this file that a reader may see
WORDS = {
    "not_ours": "This is not a saved situation; nothing was changed.",
    "damaged": "This link or file is damaged and cannot be read; nothing was changed.",
    "too_large": "This link or file is too large for a saved situation; nothing was changed.",
    "too_long": "This situation does not fit into a link; save it as a file instead.",
    "newer": "It was saved by a newer version; what this version does not know was left out.",
    "left_out": "Not restored: {what}.",
}


class StateError(ValueError):
    """A link or file that cannot be used, with a sentence that says why."""


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
        lost.append(f"case {_short(case)}")
        case = ""
    case = cases[case].slug if case else ""
    situation = _coded(case)
    for name, value in _table(data, "s", lost).items():
        try:
            situation = situation.with_(**{name: value})
        except (TypeError, ValueError) as error:
            lost.append(str(error))
    calibration = _calibration(_table(data, "c", lost), lost)
    wording = data.get("w", "introduction")
    if wording not in WORDINGS:
        lost.append(f"wording {_short(wording)}")
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


def _table(data: dict[str, Any], key: str, lost: list[str]) -> dict[str, Any]:
    table = data.get(key, {})
    if isinstance(table, dict) and all(isinstance(name, str) for name in table):
        return table
    lost.append(f"{_short(table)}")
    return {}


def _calibration(numbers: dict[str, Any], lost: list[str]) -> Calibration:
    known = {}
    for name, value in numbers.items():
        parameter = calibration_parameters().get(name)
        try:
            if parameter is None:
                raise TypeError(f"a calibration has no number {_short(name)}")
            known[name] = parameter.check(value)
        except (TypeError, ValueError) as error:
            lost.append(str(error))
    try:
        return Calibration(**known)
    except ValueError as error:
        lost.append(str(error))
        return Calibration()


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def to_link(snapshot: Snapshot) -> str:
    """Return the part of an address that carries a snapshot.

    Raises
    ------
    StateError
        If it would be longer than a link may be.
    """
    text = json.dumps(as_data(snapshot), separators=(",", ":"), ensure_ascii=False)
    packed = zlib.compress(text.encode("utf-8"), 9)
    link = base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")
    if len(link) > LONGEST_LINK:
        raise StateError(WORDS["too_long"])
    return link


def from_link(link: str) -> tuple[Snapshot, list[str]]:
    """Return the snapshot that a link carries; a whole address is taken too.

    Raises
    ------
    StateError
        If it cannot be read.
    """
    text = link.strip()
    if "s=" in text:
        text = text.split("s=", 1)[1].split("&", 1)[0].split("#", 1)[0]
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        unpacker = zlib.decompressobj()
        raw = unpacker.decompress(packed, LARGEST_STATE)
        if unpacker.unconsumed_tail:
            raise StateError(WORDS["too_large"])
        data = json.loads(raw.decode("utf-8"))
    except (binascii.Error, zlib.error, ValueError, RecursionError) as error:
        if isinstance(error, StateError):
            raise
        raise StateError(WORDS["damaged"]) from None
    return from_data(data)


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
    if len(text) > LARGEST_STATE:
        raise StateError(WORDS["too_large"])
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise StateError(WORDS["damaged"]) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise StateError(WORDS["not_ours"])
    snapshot, told = from_data(content.get("state"))
    kept, lost = {}, []
    offered = content.get("predictions", {})
    for slug, entry in offered.items() if isinstance(offered, dict) else ():
        if slug in cases and _is_prediction(entry):
            kept[slug] = {"action": entry["action"], "reason": entry["reason"]}
        else:
            lost.append(f"prediction for {_short(slug)}")
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
