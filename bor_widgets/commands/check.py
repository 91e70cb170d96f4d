"""`bor check`: validate all data, or the files that are named."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bor_widgets.cases import FOLDER_VARIABLE, Fault, cases, records_folder
from bor_widgets.commands.case_dialogue import say
from bor_widgets.commands.check_files import Unreadable, read_toml
from bor_widgets.commands.check_kinds import KINDS, FileKind, files_in, kind_of
from bor_widgets.commands.rules import problems
from bor_widgets.sources import concepts, debates, lessons, lists, papers, rules, sources, tensions

WORDS = {
    "file": "cases, lessons and what belongs to them, or folders; else all",
    "absent": "there is no such file or folder",
    "unknown": "is no file that can be checked; known are {known}",
    "closed": "cannot be opened: {reason}",
    "no_lessons": "{reason}",
    "taken": "{id} is taken by {other}",
    "record": "{id} is the id of another record of the papers",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument("file", nargs="*", type=Path, help=WORDS["file"])


def run(args: argparse.Namespace) -> int:
    """Print one sentence per fault, with file and place, and how many files were read."""
    faults: list[Fault] = []
    paths = list(dict.fromkeys(_paths(args.file or _all_folders(faults), faults)))
    all_of: Counter[str] = Counter()
    sound: Counter[str] = Counter()
    known: list[tuple[Path, FileKind]] = []
    for path in paths:
        kind = kind_of(path)
        if kind is None:
            names = ", ".join(one.more for one in KINDS)
            faults.append(Fault(path.name, "", WORDS["unknown"].format(known=names)))
            continue
        known.append((path, kind))
        found = kind.faults(path)
        all_of[kind.one] += 1
        sound[kind.one] += not found
        faults += found
    faults += _ids_taken([path for path, kind in known if kind.one == "case record"])
    sentences = [str(fault) for fault in faults]
    if not args.file:
        sentences += [*_references(), *problems()]
    for sentence in sentences:
        say(sentence)
    say(_summary(all_of, sound, len(sentences)))
    return 1 if sentences else 0


def _summary(all_of: Counter[str], sound: Counter[str], faults: int) -> str:
    """Tell how many files of each kind were read, and how many faults there are."""
    parts = []
    for kind in reversed(KINDS):
        count = all_of[kind.one]
        if count or (kind.one == "case record" and not all_of):
            parts.append(f"{sound[kind.one]} of {count} {kind.one if count == 1 else kind.more}")
    told = "1 fault" if faults == 1 else f"{faults or 'no'} faults"
    return f"{', '.join(parts)} read, {told}"


def _all_folders(faults: list[Fault]) -> list[Path]:
    """Return what the pickers read: our cases, an instructor's, and the lessons at hand."""
    from bor_widgets.course.folder import FOLDER_VARIABLE as LESSONS_VARIABLE
    from bor_widgets.course.folder import lessons_folder

    folders = [records_folder()]
    if theirs := os.environ.get(FOLDER_VARIABLE):
        folders.append(Path(theirs))
    try:
        folders.append(lessons_folder())
    except FileNotFoundError as error:
        # no lessons at hand is no fault, a folder that was named and is not there is one
        if os.environ.get(LESSONS_VARIABLE):
            faults.append(Fault(LESSONS_VARIABLE, "", str(error)))
    return folders


def _paths(named: list[Path], faults: list[Fault]) -> Iterator[Path]:
    for path in named:
        try:
            if path.is_dir():
                yield from files_in(path)
            elif path.is_file():
                yield path
            else:
                faults.append(Fault(path.name, "", WORDS["absent"]))
        except (OSError, ValueError) as error:
            reason = WORDS["closed"].format(reason=getattr(error, "strerror", None) or error)
            faults.append(Fault(path.name[:80], "", reason))


def _ids_taken(paths: list[Path]) -> Iterator[Fault]:
    """Say which cases have the id of another one, or of another record."""
    ours = records_folder().resolve()
    held: dict[str, Path] = {}
    for path in paths:
        try:
            name = read_toml(path).get("id")
        except Unreadable:
            continue
        if not isinstance(name, str):
            continue
        if name in held:
            told = WORDS["taken"].format(id=name, other=held[name].name)
            yield Fault(path.name, "id", told)
        elif path.resolve().parent != ours and name in sources:
            yield Fault(path.name, "id", WORDS["record"].format(id=name))
        held.setdefault(name, path)


def _references() -> Iterator[str]:
    """Say where the data on the papers names a place or an id that does not exist."""
    known_cases = {case.id for case in cases.values()}
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
        yield from (f"{lesson.id}: no case {e}" for e in lesson.cases if e not in known_cases)
        yield from (f"{lesson.id}: no tension {e}" for e in lesson.tensions if e not in tensions)
        yield from (f"{lesson.id}: no debate {e}" for e in lesson.debates if e not in debates)
