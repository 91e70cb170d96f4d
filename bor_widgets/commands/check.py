"""`bor check`: validate all data, or the files that are named."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from bor_widgets.cases import FOLDER_VARIABLE, RecordError, read_case, records_folder
from bor_widgets.commands.rules import problems
from bor_widgets.sources import concepts, debates, lessons, lists, papers, rules, tensions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument("file", nargs="*", type=Path, help="case files or folders; else all")


def run(args: argparse.Namespace) -> int:
    """Print one sentence per fault, with file and key, and how many records were read."""
    faults: list[str] = []
    read = 0
    paths = list(_paths(args.file or _all_folders(), faults))
    ids: dict[str, str] = {}
    for path in paths:
        try:
            case = read_case(path)
        except RecordError as error:
            faults += [str(fault) for fault in error.faults]
            continue
        read += 1
        if case.id in ids:
            faults.append(f"{path.name}, id: {case.id} is taken by {ids[case.id]}")
        ids[case.id] = path.name
    if not args.file:
        faults += [*_references(set(ids)), *problems()]
    for sentence in faults:
        print(sentence)
    records = "record" if len(paths) == 1 else "records"
    told = "1 fault" if len(faults) == 1 else f"{len(faults) or 'no'} faults"
    print(f"{read} of {len(paths)} case {records} read, {told}")
    return 1 if faults else 0


def _all_folders() -> list[Path]:
    """Return the folders that the pickers read: ours, and an instructor's if one is named."""
    theirs = os.environ.get(FOLDER_VARIABLE)
    return [records_folder(), *([Path(theirs)] if theirs else [])]


def _paths(named: list[Path], faults: list[str]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(path.glob("*.toml"))
        elif path.is_file():
            yield path
        else:
            faults.append(f"{path.name}: there is no such file or folder")


def _references(cases: set[str]) -> Iterator[str]:
    """Say where the data on the papers names a place or an id that does not exist."""
    for catalogue in (rules, concepts, lists, tensions, debates):
        for record in catalogue.values():
            for place in record.places:
                if not papers[place.paper].holds(place):
                    yield f"{record.id}: {place} does not exist in the paper"
    for rule in rules.values():
        yield from (f"{rule.id}: no tension {e}" for e in rule.tensions if e not in tensions)
        yield from (f"{rule.id}: no lesson {e}" for e in rule.lessons if e not in lessons)
    for lesson in lessons.values():
        yield from (f"{lesson.id}: no rule {e}" for e in lesson.claims if e not in rules)
        yield from (f"{lesson.id}: no concept {e}" for e in lesson.concepts if e not in concepts)
        yield from (f"{lesson.id}: no case {e}" for e in lesson.cases if e not in cases)
        yield from (f"{lesson.id}: no tension {e}" for e in lesson.tensions if e not in tensions)
