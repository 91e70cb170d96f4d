"""From answers to the record of a case, and to the text of its file."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from bor_widgets.cases import FOLDER_VARIABLE, Case, case_from, cases, records_folder
from bor_widgets.commands.case_dialogue import Stopped
from bor_widgets.commands.case_files import short_path
from bor_widgets.sources import sources

#: where cases go when neither an option nor the variable names a folder
DEFAULT_FOLDER = "cases"

WORDS = {
    "ours": "{path} holds the cases of the papers; name a folder of your own with --folder.",
    "taken": "{what} {name} is taken by another case; choose another one.",
    "comment": "A case of one's own. `bor check {file}` names every fault in it.",
}


def target_folder(named: str | None) -> Path:
    """Return the folder for a case: the one named, that of BOR_CASES, or ``cases`` here.

    Raises
    ------
    Stopped
        If it is the folder of the papers' own cases.
    """
    folder = Path(named or os.environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER).expanduser()
    if folder.resolve() == records_folder().resolve():
        raise Stopped(WORDS["ours"].format(path=short_path(folder)))
    return folder


def names_in(folder: Path, but: str = "") -> dict[str, str]:
    """Return the ids that files of a folder hold, each with its file's name.

    A file that cannot be read holds none: `bor check` is there to tell of it.
    """
    found = {}
    if folder.is_dir():
        for path in sorted(folder.glob("*.toml")):
            try:
                data = tomllib.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError, RecursionError):
                continue
            if isinstance(data.get("id"), str) and path.name != but:
                found[data["id"]] = path.name
    return found


def next_id(taken: Collection[str]) -> str:
    """Return the first id for a case of one's own that is free."""
    number = 1
    while f"MY{number}" in taken:
        number += 1
    return f"MY{number}"


def is_ours(name: str) -> bool:
    """Whether a slug or an id belongs to a case, or to another record, of the papers."""
    return name in sources or (name in cases and not cases[name].theirs)


def record_of(answers: Mapping[str, Any], coding: Mapping[str, Any]) -> dict[str, Any]:
    """Put the answers into the form of a record; what was left out is not in it."""
    first, last = _span(answers)
    actor, counterpart = answers["actor"], answers.get("counterpart") or ""
    third = [name for name in answers.get("third") or () if name not in (actor, counterpart)]
    record: dict[str, Any] = {
        "id": answers["id"],
        "slug": answers["slug"],
        "title": answers["title"],
        "papers": answers.get("paper"),
        "depth": "full" if coding else "brief",
        "places": answers.get("place"),
        "actor": actor,
        "counterpart": counterpart,
        "years": answers.get("years"),
        "first_year": first,
        "last_year": last,
        "countries": answers.get("country"),
        "setting": answers["setting"],
        "done": answers["done"],
        "reading": answers.get("reading"),
        "explained_by": answers.get("rule"),
        "tensions": answers.get("tension"),
        "open": answers.get("open"),
        "notes": answers.get("note"),
        "taught_in": answers.get("lesson"),
    }
    if answers.get("observed"):
        record["observed"] = {"action": answers["observed"], "basis": "judgement"}
        if why := answers.get("observed_why"):
            record["observed"]["why"] = why
    record["coding"] = dict(coding)
    if counterpart and counterpart != actor:
        record["party"] = [
            {"name": actor, "role": "actor"},
            {"name": counterpart, "role": "counterpart"},
            *({"name": name, "role": "third"} for name in dict.fromkeys(third)),
        ]
        quality = answers.get("tie")
        tie = {"between": [actor, counterpart], "quality": quality, "basis": "judgement"}
        record["tie"] = [tie] if quality else []
    else:
        record["party"] = [
            {"name": actor, "role": "actor"},
            *({"name": name, "role": "third"} for name in dict.fromkeys(third)),
        ]
    return {key: value for key, value in record.items() if value not in (None, "", [], {})}


def _span(answers: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Return the years that are drawn: those given, or those that the words tell."""
    # the picture of the line of time reads the words in the same way
    from bor_widgets.charts.case_years import parse_years

    first, last = parse_years(answers.get("years") or "")
    given = answers.get("first_year"), answers.get("last_year")
    return (given[0] if given[0] is not None else first, given[1] if given[1] is not None else last)


def as_toml(record: Mapping[str, Any]) -> str:
    """Return a record as the text of its file."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(WORDS["comment"].format(file=f"{record['slug']}.toml")))
    document.add(tomlkit.nl())
    for key, value in record.items():
        document.add(key, _several(value) if key in ("party", "tie") else value)
    return tomlkit.dumps(document)


def _several(rows: list[dict[str, Any]]) -> Any:
    import tomlkit

    tables = tomlkit.aot()
    for row in rows:
        tables.append(tomlkit.item(row))
    return tables


def checked(text: str, file: str) -> Case:
    """Read the text as `bor check` will read the file.

    Raises
    ------
    RecordError
        With every fault.
    """
    return case_from(tomllib.loads(text), file, theirs=True)
