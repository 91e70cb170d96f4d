"""`bor class example`: made-up journals in a folder of their own."""

from __future__ import annotations

import argparse
from pathlib import Path

from bor_widgets.commands.case_dialogue import Stopped, say
from bor_widgets.commands.case_files import short_path, write_all
from bor_widgets.commands.class_course import course_of
from bor_widgets.course.made_up import MOST, made_up_class

#: tells whoever opens the folder what the files are
MARK = "MADE-UP.txt"

WORDS = {
    "students": "--students takes a number from 1 to {most}; given was {given}.",
    "not_empty": "{path} is not empty; made-up journals must not lie among real ones, so name a "
    "new folder.",
    "file": "{path} is a file and no folder; name a new folder.",
    "closed": "{path} cannot be opened; name a new folder.",
    "mark": "The {count} journals in this folder are made up by a program, to try the report on "
    "a class out. No student has written them.\n",
    "written": "Written: {count} made-up journals in {path}",
    "next": "Now run: bor class report {path}",
}


def write_example(args: argparse.Namespace) -> None:
    """Write a made-up class.

    Raises
    ------
    Stopped
        If nothing was written, with the reason.
    """
    if not 1 <= args.students <= MOST:
        raise Stopped(WORDS["students"].format(most=MOST, given=args.students))
    folder: Path = args.folder
    _check(folder, force=args.force)
    course = course_of(args.lessons)
    made = made_up_class(course, args.students, args.seed)
    texts = {folder / name: text for name, text in made}
    mark = {folder / MARK: WORDS["mark"].format(count=args.students)}
    write_all({**mark, **texts}, force=args.force)
    for path in sorted(folder.iterdir()):
        # of an earlier class with more students nothing may stay among these
        if _is_made_up(path) and path not in texts and path not in mark:
            path.unlink()
    say(WORDS["written"].format(count=args.students, path=short_path(folder)))
    say(WORDS["next"].format(path=short_path(folder)))


def _check(folder: Path, *, force: bool) -> None:
    """Refuse a folder in which something else lies."""
    try:
        if not folder.exists():
            return
        if not folder.is_dir():
            raise Stopped(WORDS["file"].format(path=short_path(folder)))
        others = [path for path in folder.iterdir() if not _is_made_up(path)]
    except OSError:
        raise Stopped(WORDS["closed"].format(path=short_path(folder))) from None
    # with --force an earlier made-up class is replaced, and nothing else
    if others or (any(folder.iterdir()) and not force):
        raise Stopped(WORDS["not_empty"].format(path=short_path(folder)))


def _is_made_up(path: Path) -> bool:
    return path.name == MARK or (path.name.startswith("made-up-") and path.suffix == ".jsonl")
