"""From a TOML file to a case, or to sentences that say what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bor_widgets.cases.faults import Fault, RecordError, short
from bor_widgets.cases.fields import LONGEST_LABEL, Reader
from bor_widgets.cases.record import (
    ACTIONS,
    BASES,
    DEPTHS,
    QUALITIES,
    ROLES,
    Case,
    Coding,
    Observed,
    Party,
    Tie,
)
from bor_widgets.situation import parameters
from bor_widgets.sources import lessons, papers, rules, tensions

#: a record larger than this is refused unread: the longest of ours has a tenth of it
LARGEST_FILE = 100_000

#: a name of names of names: the parser would take time and memory with the square of its length
_DEEP = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){32}""")
_SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_ID = re.compile(r"^[A-Z]{1,3}[0-9]{1,4}$")

_REQUIRED = ("id", "slug", "title", "papers", "depth", "setting", "done")
_OPTIONAL = (
    *("places", "reading", "explained_by", "tensions", "open", "notes", "actor", "counterpart"),
    *("years", "first_year", "last_year", "countries", "observed", "coding", "party", "tie"),
    "taught_in",
)

#: what an instructor's case may lack: it need not stand in any paper
_OURS_ONLY = ("papers",)


def _coding(read: Reader, data: dict[str, Any]) -> dict[str, Coding]:
    found = {}
    declared = parameters()
    for name, entry in read.table(data, "coding", tuple(declared), "coding").items():
        at = f"coding.{name}"
        if name not in declared:
            continue
        if not isinstance(entry, dict):
            read.fault(at, f"takes a table; given was {short(entry)}")
            continue
        read.no_others(entry, ("value", "basis", "places", "why"), at)
        if "value" not in entry:
            read.fault(at, "has no value")
            continue
        try:
            value = declared[name].check(entry["value"])
        except (TypeError, ValueError) as error:
            read.fault(f"{at}.value", str(error))
            continue
        basis = read.option(entry, "basis", f"{at}.basis", BASES)
        cited = read.places(entry, f"{at}.places")
        if basis != "judgement" and not cited:
            read.fault(f"{at}.places", f"a value with the basis {basis!r} cites at least one place")
        found[name] = Coding(name, value, basis, cited, read.text(entry, "why", f"{at}.why"))
    return found


def _observed(read: Reader, data: dict[str, Any]) -> Observed | None:
    if "observed" not in data:
        return None
    entry = read.table(data, "observed", ("action", "basis", "places", "why"), "observed")
    return Observed(
        read.option(entry, "action", "observed.action", ACTIONS),
        read.option(entry, "basis", "observed.basis", BASES),
        read.places(entry, "observed.places"),
        read.text(entry, "why", "observed.why"),
    )


def _parties(read: Reader, data: dict[str, Any]) -> tuple[Party, ...]:
    return tuple(
        Party(
            read.text(row, "name", f"party[{i}].name", LONGEST_LABEL),
            read.option(row, "role", f"party[{i}].role", ROLES),
        )
        for i, row in enumerate(read.rows(data, "party", ("name", "role")))
    )


def _ties(read: Reader, data: dict[str, Any], names: set[str]) -> tuple[Tie, ...]:
    found = []
    for i, row in enumerate(read.rows(data, "tie", ("between", "quality", "basis", "places"))):
        between = read.texts(row, "between", f"tie[{i}].between")
        if len(between) != 2 or len(set(between)) != 2 or not set(between) <= names:
            read.fault(
                f"tie[{i}].between",
                f"names two different parties; given was {short(list(between))}",
            )
            continue
        found.append(
            Tie(
                (between[0], between[1]),
                read.option(row, "quality", f"tie[{i}].quality", QUALITIES),
                read.option(row, "basis", f"tie[{i}].basis", BASES),
                read.places(row, f"tie[{i}].places"),
            )
        )
    return tuple(found)


def case_from(data: dict[str, Any], file: str, *, theirs: bool = False) -> Case:
    """Build a case from a parsed file.

    Parameters
    ----------
    data
        What the file holds.
    file
        Its name, for the sentences about faults.
    theirs
        Whether it is an instructor's case, which may stand in none of the papers.

    Raises
    ------
    RecordError
        With every fault found: file, key and reason.
    """
    read = Reader(file)
    read.no_others(data, (*_REQUIRED, *_OPTIONAL), "")
    for key in _REQUIRED:
        if theirs and key in _OURS_ONLY:
            continue
        if key not in data or data[key] in ("", []):
            read.fault(key, "is missing or empty")
    ids = {key: read.text(data, key, key, LONGEST_LABEL) for key in ("id", "slug", "title")}
    if ids["id"] and not _ID.match(ids["id"]):
        read.fault("id", f"looks like C25 or MY7; given was {short(ids['id'])}")
    if ids["slug"] and not _SLUG.match(ids["slug"]):
        read.fault(
            "slug", f"takes small letters, digits and dashes; given was {short(ids['slug'])}"
        )
    parties = _parties(read, data)
    case = Case(
        **ids,
        papers=read.known(data, "papers", papers.__contains__),
        depth=read.option(data, "depth", "depth", DEPTHS),
        places=read.places(data, "places"),
        **{key: read.text(data, key, key) for key in ("setting", "done", "reading")},
        **{
            key: read.text(data, key, key, LONGEST_LABEL)
            for key in ("actor", "counterpart", "years")
        },
        explained_by=read.known(data, "explained_by", rules.__contains__),
        tensions=read.known(data, "tensions", tensions.__contains__),
        open=read.texts(data, "open", "open"),
        notes=read.texts(data, "notes", "notes"),
        first_year=read.year(data, "first_year"),
        last_year=read.year(data, "last_year"),
        countries=read.texts(data, "countries", "countries"),
        observed=_observed(read, data),
        coding=MappingProxyType(_coding(read, data)),
        party=parties,
        tie=_ties(read, data, {party.name for party in parties}),
        taught_in=read.known(data, "taught_in", lessons.__contains__),
        theirs=theirs,
    )
    _consistent(read, case)
    if read.faults:
        raise RecordError(read.faults)
    return case


def _consistent(read: Reader, case: Case) -> None:
    """Note what each key allows by itself and the record as a whole does not."""
    names = [party.name for party in case.party]
    for i, name in enumerate(names):
        if name in names[:i]:
            read.fault(f"party[{i}].name", f"is the name of another party too: {short(name)}")
    first, last = case.first_year, case.last_year
    if first is not None and last is not None and last < first:
        read.fault("last_year", f"comes before first_year; given were {first} and {last}")


def parse_record(raw: bytes, file: str, largest: int = LARGEST_FILE) -> dict[str, Any]:
    """Parse the bytes of a file of data.

    Parameters
    ----------
    raw
        What the file holds.
    file
        Its name, for the sentence about a fault.
    largest
        How many bytes it may have.

    Raises
    ------
    RecordError
        If it is too large, no text, or no TOML.
    """
    if len(raw) > largest:
        raise RecordError(
            [Fault(file, "", f"is {len(raw):,} bytes long; a record has at most {largest:,}")]
        )
    try:
        text = raw.decode("utf-8")
        if _DEEP.search(text):
            raise RecursionError
        return tomllib.loads(text)
    except UnicodeDecodeError:
        reason = "is not text in UTF-8"
    except tomllib.TOMLDecodeError as error:
        reason = f"is not valid TOML: {str(error)[:160]}"
    except RecursionError:
        reason = "is nested too deeply"
    except ValueError:
        # the parser's own errors are told above; what is left is a number of thousands of digits
        reason = "holds a number that is too long to be read"
    raise RecordError([Fault(file, "", reason)])


def read_case(path: Path, *, theirs: bool = False) -> Case:
    """Read one case from a file.

    Raises
    ------
    RecordError
        If the file cannot be read or the record is faulty, with every fault found.
    """
    try:
        # read no more than needed to see that a file is too large
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
        size = path.stat().st_size
    except OSError as error:
        raise RecordError([Fault(path.name, "", f"cannot be opened: {error.strerror}")]) from None
    if size > LARGEST_FILE:
        reason = f"is {size:,} bytes long; a record has at most {LARGEST_FILE:,}"
        raise RecordError([Fault(path.name, "", reason)])
    case = case_from(parse_record(raw, path.name), path.name, theirs=theirs)
    if case.slug != path.stem:
        reason = f"differs from the file's name: {short(case.slug)} in {short(path.name)}"
        raise RecordError([Fault(path.name, "slug", reason)])
    return case
