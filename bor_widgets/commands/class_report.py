"""`bor class report`: from a folder of journals to one page and its tables."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bor_widgets.charts.class_page import Handling, class_page
from bor_widgets.charts.class_told import number, share
from bor_widgets.commands.case_dialogue import Stopped, say
from bor_widgets.commands.case_files import refuse_existing, short_path, write_all
from bor_widgets.commands.class_course import course_of
from bor_widgets.course.class_figures import ClassFigures, class_figures
from bor_widgets.course.class_files import ClassFiles, NoClassError
from bor_widgets.course.class_tables import class_tables

#: faults that are told in the terminal; the page tells all of them
MOST_FAULTS = 10

#: names of the tables, for finding out beforehand which files would be replaced
TABLES = ("students", "items", "predictions", "cases", "claims")

WORDS = {
    "html": "--out takes the name of a page, which ends in .html; given was {path}.",
    "no_journal": "There is no journal (*.jsonl) in {path}; put the files there that students "
    "get from “Save journal”. Other files: {others}.",
    "none_read": "None of the {count} files in {path} could be read; the first, {file}: {reason}.",
    "reading": "\rReading {done} of {all} journals",
    "read": "Students: {students}. Journal files: {found} (copies merged: {copies}, left out: "
    "{broken}, read in part: {part}). Other files: {others}.",
    "done": "Lessons finished: {done} of {all}.",
    "gain": "Learning gain of the class: {gain} ({both} took both tests, {before} right before, "
    "{after} after).",
    "no_gain": "Nobody has taken both tests, so there is no learning gain.",
    "unknown": "{count} entries belong to nothing in this course, and were left out.",
    "fault": "  {file}: {reason}",
    "more": "  … and {count} more, all named in the report",
    "more_hidden": "  … and {count} more",
    "written": "Written: {path}",
    "notes": "It holds the students' own texts: think before you pass it on.",
}


def write_report(args: argparse.Namespace) -> None:
    """Write the page and the tables, and tell the main figures.

    Raises
    ------
    Stopped
        If nothing was written, with the reason.
    """
    page, tables = _targets(args)
    refuse_existing([page, *tables.values()], force=args.force)
    course = course_of(args.lessons)
    try:
        files = ClassFiles(args.folder)
    except NoClassError as error:
        raise Stopped(str(error)) from None
    path = short_path(args.folder)
    if not files.found:
        raise Stopped(WORDS["no_journal"].format(path=path, others=files.others))
    figures = class_figures(
        files.journals(_progress if sys.stderr.isatty() else None),
        course,
        by_id=args.anonymous,
    )
    if not figures.students:
        first = files.faults[0]
        words = WORDS["none_read"]
        raise Stopped(
            words.format(count=files.found, path=path, file=first.file, reason=first.reason)
        )
    handling = Handling(
        args.folder.resolve().name,
        anonymous=args.anonymous,
        notes=args.notes,
        found=files.found,
        others=files.others,
        faults=tuple(files.faults),
    )
    texts = class_tables(figures, anonymous=args.anonymous, notes=args.notes)
    written = {page: class_page(figures, handling)}
    written |= {target: texts[name] for name, target in tables.items()}
    write_all(written, force=args.force)
    _tell(figures, files, anonymous=args.anonymous)
    for target in written:
        say(WORDS["written"].format(path=short_path(target)))
    if args.notes:
        say(WORDS["notes"])


def _targets(args: argparse.Namespace) -> tuple[Path, dict[str, Path]]:
    """Return where the page goes, and where each table."""
    folder = args.folder.resolve()
    page = args.out or folder.with_name(f"{folder.name or 'class'}-report.html")
    if page.suffix.lower() not in (".html", ".htm"):
        raise Stopped(WORDS["html"].format(path=short_path(page)))
    if args.csv is None:
        return page, {"students": page.with_suffix(".csv")}
    names = (*TABLES, "notes") if args.notes else TABLES
    return page, {name: args.csv / f"{name}.csv" for name in names}


def _progress(done: int, every: int) -> None:
    if done % 20 == 0 or done == every:
        end = "\n" if done == every else ""
        print(WORDS["reading"].format(done=done, all=every), end=end, file=sys.stderr, flush=True)


def _tell(figures: ClassFigures, files: ClassFiles, *, anonymous: bool) -> None:
    broken = sum(fault.left_out for fault in files.faults)
    say(
        WORDS["read"].format(
            students=len(figures.students),
            found=files.found,
            copies=sum(len(student.files) - 1 for student in figures.students),
            broken=broken,
            part=len(files.faults) - broken,
            others=files.others,
        )
    )
    for fault in files.faults[:MOST_FAULTS]:
        say(WORDS["fault"].format(file=fault.file, reason=fault.reason))
    if len(files.faults) > MOST_FAULTS:
        key = "more_hidden" if anonymous else "more"
        say(WORDS[key].format(count=len(files.faults) - MOST_FAULTS))
    finished = sum(states.count("done") for states in figures.states)
    every = len(figures.students) * len(figures.lessons)
    say(WORDS["done"].format(done=finished, all=every))
    gain = figures.gain
    if gain.both:
        say(
            WORDS["gain"].format(
                gain=number(gain.normalised),
                both=gain.both,
                before=share(gain.before),
                after=share(gain.after),
            )
        )
    else:
        say(WORDS["no_gain"])
    if unknown := sum(student.unknown for student in figures.students):
        say(WORDS["unknown"].format(count=unknown))
