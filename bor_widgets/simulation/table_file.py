"""Rule tables as files: TOML that a person can write, and that every table can be kept in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bor_widgets.cases import Fault, RecordError, parse_record
from bor_widgets.simulation.doctrines import (
    OTHERS,
    POWERS,
    QUESTIONS,
    TABLE_MOVES,
    TIES,
    RuleTable,
)
from bor_widgets.theory.judgement import GRADES

#: a file that is longer is refused unread
LARGEST_FILE = 200_000

#: parts of a question, with what each may be
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"grade": tuple(GRADES), "tie": TIES, "power": POWERS, "other": OTHERS}
)

#: keys of a file
KEYS = ("name", "meaning", "otherwise", "when", "moves")

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "unknown": "is no key of a rule table; known are {known}",
        "text": "takes a text; given was {given}",
        "missing": "is missing",
        "either": "a rule table takes either when and otherwise, or moves; given was {given}",
        "both": "both",
        "neither": "neither",
        "list": "takes a list of at least one condition; given was {given}",
        "table": "takes a table with {known}; given was {given}",
        "one_of": "takes one or more of {allowed}; given was {given}",
        "move": "takes one of {allowed}; given was {given}",
        "three": "takes {count} moves, for {allowed} in this order; given was {given}",
        "opened": "cannot be opened: {reason}",
        "header": "# A rule table: the first condition that fits decides, or each move is named.\n"
        "# Each line holds the moves for an other that {others}, in this order.\n",
    }
)


@dataclass(frozen=True, slots=True)
class Read:
    """What a file of a rule table holds.

    Attributes
    ----------
    table
        The table, or None if there are faults.
    meaning
        What it is about, in the writer's words.
    faults
        Key and reason of each fault.
    """

    table: RuleTable | None
    meaning: str
    faults: tuple[tuple[str, str], ...]


def read_table(path: Path) -> Read:
    """Read a rule table from a file; every fault is a sentence.

    A file names its table and says what it does in one of two ways: conditions, of which the
    first that fits decides (``[[when]]`` with any of grade, tie, power, other, and a move), with
    ``otherwise`` for the rest; or ``moves``, which names all 108.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
        return table_from(parse_record(raw, path.name, LARGEST_FILE))
    except OSError as error:
        reason = WORDS["opened"].format(reason=error.strerror or type(error).__name__)
        return Read(None, "", (("", reason),))
    except RecordError as error:
        return Read(None, "", tuple((fault.key, fault.reason) for fault in error.faults))


def table_faults(path: Path) -> list[Fault]:
    """List what is wrong with a file of a rule table."""
    return [Fault(path.name, key, reason) for key, reason in read_table(path).faults]


def table_from(data: Mapping[str, Any]) -> Read:
    """Read a rule table from plain data, as a file holds it."""
    faults: list[tuple[str, str]] = []
    for key in data:
        if key not in KEYS:
            faults.append((_short(key), WORDS["unknown"].format(known=", ".join(KEYS))))
    for key in ("name", "meaning"):
        if not isinstance(data.get(key, ""), str):
            faults.append((key, WORDS["text"].format(given=_kind(data[key]))))
    if "name" not in data:
        faults.append(("name", WORDS["missing"]))
    by_conditions = "when" in data or "otherwise" in data
    if by_conditions == ("moves" in data):
        given = WORDS["both" if by_conditions else "neither"]
        faults.append(("", WORDS["either"].format(given=given)))
        return Read(None, "", tuple(faults))
    moves = _by_conditions(data, faults) if by_conditions else _by_grid(data["moves"], faults)
    if not faults:
        try:
            return Read(RuleTable(data["name"], moves), data.get("meaning", ""), ())
        except ValueError as error:
            faults.append(("name", str(error)))
    return Read(None, "", tuple(faults))


def _by_conditions(data: Mapping[str, Any], faults: list[tuple[str, str]]) -> tuple[str, ...]:
    if "otherwise" not in data:
        faults.append(("otherwise", WORDS["missing"]))
    else:
        faults += _move_fault("otherwise", data["otherwise"])
    entries = data.get("when", [])
    if not isinstance(entries, list):
        faults.append(("when", WORDS["list"].format(given=_kind(entries))))
        return ()
    for number, entry in enumerate(entries, 1):
        faults += _condition_faults(f"when {number}", entry)
    if faults:
        return ()
    return tuple(
        next((e["move"] for e in entries if _fits(e, question)), data["otherwise"])
        for question in QUESTIONS
    )


def _condition_faults(where: str, entry: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(entry, dict):
        known = ", ".join((*PARTS, "move"))
        yield where, WORDS["table"].format(known=known, given=_kind(entry))
        return
    if "move" not in entry:
        yield f"{where}, move", WORDS["missing"]
    for key, value in entry.items():
        if key == "move":
            yield from _move_fault(f"{where}, move", value)
        elif key not in PARTS:
            known = ", ".join((*PARTS, "move"))
            yield f"{where}, {_short(key)}", WORDS["unknown"].format(known=known)
        else:
            options = value if isinstance(value, list) else [value]
            wrong = [one for one in options if not isinstance(one, str) or one not in PARTS[key]]
            if wrong or not options:
                allowed = ", ".join(PARTS[key])
                given = _short(wrong[0]) if wrong else "[]"
                yield f"{where}, {key}", WORDS["one_of"].format(allowed=allowed, given=given)


def _fits(entry: Mapping[str, Any], question: tuple[str, ...]) -> bool:
    for part, given in zip(PARTS, question, strict=True):
        wanted = entry.get(part, given)
        if given not in (wanted if isinstance(wanted, list) else [wanted]):
            return False
    return True


def _by_grid(grid: Any, faults: list[tuple[str, str]]) -> tuple[str, ...]:
    """Read the moves of a table that names all: by grade, tie and power, a list by the other."""
    found: list[str] = []
    for level in _strangers("moves", grid, [PARTS[part] for part in ("grade", "tie", "power")]):
        faults.append(level)
    for keys in product(GRADES, TIES, POWERS):
        row, where = grid, ", ".join(("moves", *keys))
        for key in keys:
            row = row.get(key) if isinstance(row, dict) else None
        if row is None:
            faults.append((where, WORDS["missing"]))
        elif not isinstance(row, list) or len(row) != len(OTHERS):
            told = WORDS["three"].format(
                count=len(OTHERS), allowed=", ".join(OTHERS), given=_short(row)
            )
            faults.append((where, told))
        else:
            faults += [fault for move in row for fault in _move_fault(where, move)]
            found += row
    return tuple(found)


def _strangers(where: str, grid: Any, levels: list[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    if not isinstance(grid, dict):
        if len(levels) == 3:
            yield where, WORDS["table"].format(known=", ".join(levels[0]), given=_kind(grid))
        return
    for key, below in grid.items():
        if key not in levels[0]:
            yield where, WORDS["one_of"].format(allowed=", ".join(levels[0]), given=_short(key))
        elif len(levels) > 1:
            yield from _strangers(f"{where}, {key}", below, levels[1:])


def _move_fault(where: str, move: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(move, str) or move not in TABLE_MOVES:
        yield where, WORDS["move"].format(allowed=", ".join(TABLE_MOVES), given=_short(move))


def _kind(value: Any) -> str:
    return f"a {type(value).__name__}"


def _short(value: Any) -> str:
    shown = " ".join(repr(value).split())
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


def to_toml(table: RuleTable, meaning: str = "") -> str:
    """Return a rule table as the text of a file; :func:`read_table` reads the same table back."""
    lines = [WORDS["header"].format(others=", ".join(OTHERS)), f"name = {_text(table.name)}"]
    if meaning:
        lines.append(f"meaning = {_text(meaning)}")
    for grade, tie in product(GRADES, TIES):
        lines.append(f"\n[moves.{grade}.{tie}]")
        for power in POWERS:
            row = ", ".join(_text(table.move(grade, tie, power, other)) for other in OTHERS)
            lines.append(f"{_text(power)} = [{row}]")
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    # JSON writes a text as TOML does, bar one letter that TOML wants escaped
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
