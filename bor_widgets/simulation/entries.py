"""Who takes part in a tournament: the papers' doctrines, tables of ours, and a student's own."""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from bor_widgets.simulation.doctrines import DOCTRINE_LABELS, DOCTRINES, RuleTable
from bor_widgets.simulation.own_doctrine import LONGEST_SOURCE, one_line, table_from_function
from bor_widgets.simulation.sandbox import LIMITS, Limits
from bor_widgets.simulation.table_file import read_table, table_from

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "papers": "the papers'",
        "ours": "ours",
        "yours": "yours",
        "taken": "its name {name} is taken by another entry",
        "unknown": "an entry takes the name of a built-in one ({known}) or a file that ends in .py "
        "or .toml; given was {given}",
        "opened": "it cannot be opened: {reason}",
        "text": "it takes a text in UTF-8; given was something else",
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One that takes part.

    Attributes
    ----------
    name
        The name of a doctrine, or of its rule table.
    label, meaning
        What it is called, and what it does.
    whose
        ``"papers"``, ``"ours"`` or ``"yours"``.
    table
        Its rule table; None for a doctrine of the papers.
    """

    name: str
    label: str
    meaning: str
    whose: str
    table: RuleTable | None = None

    def __post_init__(self) -> None:
        if self.whose not in ("papers", "ours", "yours"):
            raise ValueError(
                f"whose takes one of papers, ours, yours; given was {self.whose!r:.60}"
            )
        known = self.table.name == self.name if self.table else self.name in DOCTRINES
        if not known:
            raise ValueError(
                f"name takes the name of a doctrine or of the table; given was {self.name!r:.80}"
            )


@dataclass(frozen=True, slots=True)
class Refused:
    """One that cannot take part.

    Attributes
    ----------
    name
        What was to take part.
    reason
        Why it cannot, in one sentence.
    """

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


@cache
def built_in() -> Mapping[str, Entry]:
    """All entries that come with the product, by name: the papers' doctrines first."""
    entries = {
        name: Entry(name, DOCTRINE_LABELS[name].capitalize(), "", "papers") for name in DOCTRINES
    }
    resource = files("bor_widgets.simulation").joinpath("entries.toml")
    for name, data in tomllib.loads(resource.read_text(encoding="utf-8"))["entry"].items():
        label = data.pop("label")
        read = table_from({"name": name, **data})
        if read.table is None:
            raise ValueError(f"entries.toml, {name}: {read.faults[0][1]}")
        entries[name] = Entry(name, label, read.meaning, "ours", read.table)
    return MappingProxyType(entries)


def own(table: RuleTable, meaning: str = "") -> Entry:
    """Return a student's rule table as an entry."""
    return Entry(table.name, table.name, one_line(meaning), "yours", table)


def read_entry(path: Path, limits: Limits = LIMITS, cancel: threading.Event | None = None) -> Entry:
    """Read a student's own doctrine: a function from ``.py``, a rule table from ``.toml``.

    A function is named after its file. It is run; a rule table is not, it holds no code.

    Raises
    ------
    ValueError
        If it cannot take part; the message is one sentence.
    """
    if path.suffix.lower() == ".toml":
        read = read_table(path)
        if read.table is None:
            key, reason = read.faults[0]
            raise ValueError(one_line(f"{key}: {reason}" if key else reason))
        return own(read.table, read.meaning)
    try:
        with path.open("rb") as stream:
            raw = stream.read(4 * LONGEST_SOURCE + 1)
        source = raw.decode("utf-8-sig")
    except OSError as error:
        raise ValueError(WORDS["opened"].format(reason=error.strerror)) from None
    except UnicodeDecodeError:
        raise ValueError(WORDS["text"]) from None
    return own(table_from_function(path.stem.replace("_", " "), source, limits, cancel))


def admit(
    given: Iterable[str | Path | RuleTable | Entry],
    limits: Limits = LIMITS,
    cancel: threading.Event | None = None,
) -> tuple[tuple[Entry, ...], tuple[Refused, ...]]:
    """Let in what can take part, and say of the rest why it cannot.

    Parameters
    ----------
    given
        Names of built-in entries, files, rule tables, or entries.

    Returns
    -------
    The entries, and the refusals; a refusal keeps nobody else out.
    """
    entries: dict[str, Entry] = {}
    refused: list[Refused] = []
    for each in given:
        name = each.name if isinstance(each, RuleTable | Entry | Path) else str(each)
        try:
            entry = _entry(each, limits, cancel)
            if entry.name in entries:
                raise ValueError(WORDS["taken"].format(name=entry.name))
            entries[entry.name] = entry
        except ValueError as error:
            refused.append(Refused(one_line(name, 80), one_line(str(error))))
    return tuple(entries.values()), tuple(refused)


def _entry(
    each: str | Path | RuleTable | Entry, limits: Limits, cancel: threading.Event | None
) -> Entry:
    if isinstance(each, Entry):
        return each
    if isinstance(each, RuleTable):
        return own(each)
    if isinstance(each, str) and each in built_in():
        return built_in()[each]
    path = Path(each)
    if path.suffix.lower() not in (".py", ".toml"):
        known = ", ".join(built_in())
        raise ValueError(WORDS["unknown"].format(known=known, given=repr(str(each))[:80]))
    return read_entry(path, limits, cancel)
