"""`bor assignment`: a student's version of lessons, without a single answer."""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from bor_widgets.commands.assignment_folder import count, held_in, is_folder, usable
from bor_widgets.commands.case_dialogue import Stopped, say
from bor_widgets.commands.case_files import short_path, write_all
from bor_widgets.course.folder import lesson_paths, lessons_folder

WORDS = {
    "lesson": "a lesson: its number, the name of its file, or “all”",
    "out": "the folder that is written",
    "source": "write the teacher's version instead: for nbgrader, and with full tests for otter",
    "check": "look for answers in a folder of a student's version, and write nothing",
    "points": "what each test is worth (default: 1)",
    "md": "write each notebook as a text notebook, too",
    "lessons": "where the lessons with their answers lie (default: those at hand)",
    "force": "write into a folder that is not empty, and replace files of the same name",
    "no_lessons": "There is no folder of lessons at {path}; name one with --lessons.",
    "none": "Name at least one lesson, or “all”.",
    "unknown": "There is no lesson {given}; {near}.",
    "near": "the nearest is {known}",
    "known": "there are {known}",
    "elsewhere": "{given} is not in {path}; name its folder with --lessons.",
    "no_out": "Name the folder to write with --out.",
    "both": "--check looks at a folder and writes nothing; leave out {given}.",
    "absent": "There is no folder {path}.",
    "fault": "{fault}; nothing was written.",
    "number": "a number from 0 to 1000 is needed; given was {given}",
    "leaks": "{count} would tell an answer; nothing was written.",
    "found": "{count} in {path} may tell an answer.",
    "clean": "{path}: {files} looked through, no answer found.",
    "not_known": "The answers of this lesson were not looked for: {fault}.",
    "written": "Written:",
    "nbgrader": "In {path}, `nbgrader generate_assignment NAME` makes the student's version of a "
    "lesson; NAME is the name of its folder in source.",
    "honest": "No answer is in these files. The course is public: whoever has its repository can "
    "read the answers there, so treat the points as practice and not as an exam.",
}


def _points(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 <= number <= 1000:
        raise argparse.ArgumentTypeError(WORDS["number"].format(given=repr(text)[:40]))
    return int(number) if number == int(number) else number


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bor assignment`."""
    parser.add_argument("lesson", nargs="*", metavar="LESSON", help=WORDS["lesson"])
    parser.add_argument("--out", metavar="FOLDER", help=WORDS["out"])
    parser.add_argument("--source", action="store_true", help=WORDS["source"])
    parser.add_argument("--check", metavar="FOLDER", help=WORDS["check"])
    parser.add_argument("--points", metavar="N", type=_points, default=1, help=WORDS["points"])
    parser.add_argument("--md", action="store_true", help=WORDS["md"])
    parser.add_argument("--lessons", metavar="FOLDER", help=WORDS["lessons"])
    parser.add_argument("--force", action="store_true", help=WORDS["force"])


def run(args: argparse.Namespace) -> int:
    """Write an assignment or look through one; 1 when it failed or an answer was found."""
    try:
        return _check(args) if args.check else _write(args)
    except Stopped as reason:
        say(f"bor assignment: {reason}", error=True)
        return 1


def _check(args: argparse.Namespace) -> int:
    from bor_widgets.course.assignment_leaks import leaks
    from bor_widgets.course.assignment_secrets import secrets_of

    given = [*args.lesson, *(f"--{name}" for name in ("out", "source") if getattr(args, name))]
    if given:
        raise Stopped(WORDS["both"].format(given=" ".join(given)[:80]))
    folder = Path(args.check).expanduser()
    if not is_folder(folder):
        raise Stopped(WORDS["absent"].format(path=short_path(folder)))
    secrets = secrets_of(_lessons(args))
    held, unseen = held_in(folder)
    found = [*unseen, *leaks(held, secrets)]
    for sentence in found:
        say(sentence)
    for fault in secrets.unread:
        say(WORDS["not_known"].format(fault=fault), error=True)
    if found:
        words = WORDS["found"].format(count=count("places", found), path=short_path(folder))
        say(words, error=True)
    else:
        say(WORDS["clean"].format(path=short_path(folder), files=count("files", held)))
    return 1 if found or secrets.unread else 0


def _write(args: argparse.Namespace) -> int:
    # what reads notebooks is loaded only when one is to be written
    from bor_widgets.course.assignment import read_assignment
    from bor_widgets.course.assignment_leaks import leaks
    from bor_widgets.course.assignment_parts import AssignmentError
    from bor_widgets.course.assignment_secrets import secrets_of

    where = _lessons(args)
    paths = _named(args.lesson, where)
    if not args.out:
        raise Stopped(WORDS["no_out"])
    out = usable(Path(args.out).expanduser(), where, force=args.force)
    try:
        made = [read_assignment(where, path, args.points, markdown=args.md) for path in paths]
    except AssignmentError as error:
        raise Stopped(WORDS["fault"].format(fault=error)) from None
    student = {name: text for one in made for name, text in one.student_files().items()}
    source = {name: text for one in made for name, text in one.source_files().items()}
    files = source if args.source else student
    secrets = secrets_of(where)
    # what is in the folder already goes to the students as well
    held, unseen = held_in(out / "source" if args.source else out)
    before = "source/" if args.source else ""
    left = {f"{before}{name}": text for name, text in held.items()}
    left = {name: text for name, text in left.items() if name not in files}
    new = {name: text.encode("utf-8") for name, text in student.items()}
    found = [*unseen, *leaks({**left, **new}, secrets)]
    if found:
        for sentence in found:
            say(sentence)
        raise Stopped(WORDS["leaks"].format(count=count("places", found)))
    for fault in secrets.unread:
        say(WORDS["not_known"].format(fault=fault), error=True)
    write_all({out / name: text for name, text in files.items()}, force=True)
    say(WORDS["written"])
    for name in sorted(files):
        say(f"  {short_path(out / name)}")
    for one in made:
        for remark in one.remarks():
            say(remark)
    say(WORDS["nbgrader"].format(path=short_path(out)) if args.source else WORDS["honest"])
    return 0


def _lessons(args: argparse.Namespace) -> Path:
    """Return the folder of the lessons with their answers."""
    if args.lessons:
        folder = Path(args.lessons).expanduser()
        if not is_folder(folder / "quizzes"):
            raise Stopped(WORDS["no_lessons"].format(path=short_path(folder)))
        return folder
    try:
        return lessons_folder()
    except FileNotFoundError as error:
        raise Stopped(f"{error}.") from None


def _named(given: Iterable[str], where: Path) -> list[Path]:
    """Return the files of the lessons that are named, each once."""
    known = lesson_paths(where)
    found: list[Path] = []
    for name in given:
        if name == "all":
            found += known.values()
            continue
        path = Path(name)
        if path.suffix == ".md" and path.is_file() and path.resolve().parent != where.resolve():
            words = WORDS["elsewhere"].format(given=short_path(path), path=short_path(where))
            raise Stopped(words)
        found.append(_lesson(path.name.removesuffix(".md"), known))
    if not found:
        raise Stopped(WORDS["none"])
    return list(dict.fromkeys(found))


def _lesson(name: str, known: dict[str, Path]) -> Path:
    called = {}
    for lesson, path in known.items():
        number = lesson[1:]
        for word in (lesson.lower(), number, str(int(number)), path.stem, path.stem[3:]):
            called[word] = path
    if name.lower() in called:
        return called[name.lower()]
    given = name if len(name) <= 40 and name.isprintable() else f"{ascii(name)[1:40]}…"
    if near := get_close_matches(name.lower(), [path.stem[3:] for path in known.values()], n=1):
        told = WORDS["near"].format(known=called[near[0]].stem)
    else:
        told = WORDS["known"].format(known=", ".join(lesson[1:] for lesson in known))
    raise Stopped(WORDS["unknown"].format(given=given, near=told))
