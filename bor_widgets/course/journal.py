"""The journal: what a student has committed to, in the order in which it was done.

A journal only grows. An entry, once made, is never changed or taken out, so that two copies
of a journal are merged by taking all entries of both, whatever happened to either copy.

As a file it has one line of JSON for each entry, after a first line that says what it is. A
line is added at the end without touching what stands before it.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

Kind = Literal["name", "prediction", "answer", "case", "note"]
KINDS: tuple[str, ...] = get_args(Kind)

VERSION = 1

#: a line or a file longer than this was not written by a student
LONGEST_LINE = 40_000
LARGEST_FILE = 10_000_000

_HEX = re.compile(r"[0-9a-f]{8,32}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)")


class JournalError(ValueError):
    """A text that is not a journal; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was committed.

    ``key`` says to what it belongs: ``"L03/power"`` for a prediction or a note, the id of the
    item for an answer, the slug for a case, nothing for a name. ``value`` is plain JSON:

    ========== =======================================================
    kind       value
    ========== =======================================================
    name       the name
    prediction ``choice`` and ``right`` (None: not judged)
    answer     ``response`` (None: the answer was asked for), ``right`` (None: not
               judged), ``attempt``
    case       ``action``, ``reason`` and, where it was judged, ``grade``
    note       the text
    ========== =======================================================
    """

    id: str
    at: str
    kind: Kind
    key: str
    value: Any

    def as_line(self) -> str:
        """Return the entry as a line of the file."""
        fields = {"id": self.id, "at": self.at, "kind": self.kind, "key": self.key}
        line = json.dumps({**fields, "value": self.value}, ensure_ascii=False)
        try:
            line.encode("utf-8")
        except UnicodeEncodeError:
            # half of a sign, as a page may send it: written as its number it is not lost
            return json.dumps({**fields, "value": self.value})
        return line


def new_id() -> str:
    """Return an id that no other entry has."""
    return secrets.token_hex(8)


class Journal:
    """Entries in their order, each once.

    Parameters
    ----------
    name
        What tells this journal from another student's; a new one by default.
    entries
        What it holds.
    """

    def __init__(self, name: str = "", entries: Iterable[Entry] = ()) -> None:
        self.id = name or new_id()
        self._entries: dict[str, Entry] = {entry.id: entry for entry in entries}
        self._latest: dict[tuple[str, str], list[Entry]] | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(sorted(self._entries.values(), key=lambda entry: (entry.at, entry.id)))

    def __contains__(self, entry: object) -> bool:
        return isinstance(entry, Entry) and entry.id in self._entries

    def add(self, kind: Kind, key: str, value: Any) -> Entry:
        """Make an entry and return it.

        Raises
        ------
        ValueError
            For an unknown kind, or a value that is no plain JSON or too long.
        """
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        entry = read_entry({"id": new_id(), "at": now, "kind": kind, "key": key, "value": value})
        self.take([entry])
        return entry

    def take(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Add entries of another copy; return those that were new here."""
        new = tuple(entry for entry in entries if entry.id not in self._entries)
        self._entries.update({entry.id: entry for entry in new})
        self._latest = None
        return new

    def all(self, kind: Kind, key: str = "") -> list[Entry]:
        """Return the entries of one kind on one thing, in their order."""
        if self._latest is None:
            self._latest = {}
            for entry in self:
                self._latest.setdefault((entry.kind, entry.key), []).append(entry)
        return list(self._latest.get((kind, key), ()))

    def latest(self, kind: Kind, key: str = "") -> Any:
        """Return the value of the newest such entry; None where there is none."""
        found = self.all(kind, key)
        return found[-1].value if found else None

    def first(self, kind: Kind, key: str = "") -> Any:
        """Return the value of the oldest such entry; None where there is none."""
        found = self.all(kind, key)
        return found[0].value if found else None

    def keys(self, kind: Kind) -> list[str]:
        """Return what has entries of a kind, in the order in which each was first made."""
        return list(dict.fromkeys(entry.key for entry in self if entry.kind == kind))

    @property
    def student(self) -> str:
        """The name the student gave last; "" for none."""
        return str(self.latest("name") or "")

    def head(self) -> str:
        """Return the first line of its file."""
        return json.dumps({"journal": "bor_widgets", "version": VERSION, "id": self.id})

    def as_text(self) -> str:
        """Return the whole file."""
        return "\n".join([self.head(), *(entry.as_line() for entry in self)]) + "\n"


def read_entry(data: Any) -> Entry:
    """Read one entry.

    Raises
    ------
    ValueError
        If a field is missing, unknown or holds what it should not; the message says which.
    """
    if not isinstance(data, Mapping) or set(data) != {"id", "at", "kind", "key", "value"}:
        raise ValueError("an entry has id, at, kind, key and value and nothing else")
    if not isinstance(data["id"], str) or not _HEX.fullmatch(data["id"]):
        raise ValueError("id must be 8 to 32 hexadecimal letters")
    if not isinstance(data["at"], str) or not _TIME.fullmatch(data["at"]):
        raise ValueError("at must be a time in UTC such as 2026-03-01T09:30:00Z")
    if data["kind"] not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}")
    if not isinstance(data["key"], str) or len(data["key"]) > 200:
        raise ValueError("key must be a text of at most 200 letters")
    _check_value(data["kind"], data["value"])
    return Entry(data["id"], data["at"], data["kind"], data["key"], data["value"])


def _check_value(kind: str, value: Any) -> None:
    """Refuse what the readers of a journal could not count."""
    match kind:
        case "name" | "note":
            fits = isinstance(value, str)
        case "prediction":
            fits = _has(value, {"choice": str}) and _is_judgement(value)
        case "answer":
            fits = _has(value, {"attempt": int}) and "response" in value and _is_judgement(value)
        case _:
            fits = _has(value, {"action": str, "reason": str})
    if not fits:
        raise ValueError(f"value does not fit an entry of kind {kind}")
    try:
        length = len(_ENCODER.encode(value))
    except (TypeError, ValueError, RecursionError):
        raise ValueError("value must be plain JSON") from None
    if length > LONGEST_LINE - 1_000:
        raise ValueError(f"value is longer than {LONGEST_LINE - 1_000} letters")


def _is_judgement(value: Mapping[str, Any]) -> bool:
    """Whether it says if something is right: yes, no, or not judged."""
    return type(value.get("right", 0)) in (bool, type(None))


def _has(value: Any, fields: Mapping[str, type]) -> bool:
    if not isinstance(value, Mapping):
        return False
    for name, wanted in fields.items():  # noqa: SIM110 - a class has hundreds of thousands of these
        if type(value.get(name)) is not wanted:
            return False
    return True


def read_journal(text: str) -> Journal:
    """Read the text of a journal's file.

    Raises
    ------
    JournalError
        If any line of it is not what a journal holds. :func:`salvage` reads what can be read.
    """
    journal, faults = salvage(text)
    if faults:
        more = f" ({len(faults)} lines cannot be read)" if len(faults) > 1 else ""
        raise JournalError(f"{faults[0]}{more}")
    return journal


def salvage(text: str) -> tuple[Journal, list[str]]:
    """Read every line that can be read, and say of each other line why it cannot.

    Raises
    ------
    JournalError
        If the text is too long, or its first line does not say that it is a journal.
    """
    if len(text) > LARGEST_FILE:
        raise JournalError(f"a journal has at most {LARGEST_FILE} letters; this has {len(text)}")
    # only a line feed ends a line: a note may hold any other sign that some take for one
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    journal = Journal(_read_head(lines[0]))
    faults = []
    found: dict[str, Entry] = {}
    if text and not text.endswith("\n"):
        try:
            read_line(lines[-1])
        except ValueError:
            faults.append(f"line {len(lines)}: it breaks off before its end")
            lines.pop()
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        try:
            entry = read_line(line)
        except ValueError as fault:
            faults.append(f"line {number}: {fault}")
        else:
            found.setdefault(entry.id, entry)
    journal.take(found.values())
    return journal, faults


def read_line(line: str) -> Entry:
    """Read one line of a journal's file."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"it is longer than {LONGEST_LINE} letters")
    try:
        return read_entry(_DECODER.decode(line))
    except (json.JSONDecodeError, RecursionError):
        raise ValueError("it is not an entry of a journal") from None


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")


# made once: a class has hundreds of thousands of lines
_DECODER = json.JSONDecoder(parse_constant=_no_constant)
_ENCODER = json.JSONEncoder(allow_nan=False)


def _read_head(line: str) -> str:
    try:
        head = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        head = None
    if not isinstance(head, dict) or head.get("journal") != "bor_widgets":
        raise JournalError("this is not a journal of the course: its first line does not say so")
    if head.get("version") != VERSION:
        raise JournalError(
            f"this journal is of version {str(head.get('version'))[:20]!r}; "
            f"version {VERSION} can be read"
        )
    if not isinstance(head.get("id"), str) or not _HEX.fullmatch(head["id"]):
        raise JournalError("the first line gives the journal no id")
    return str(head["id"])
