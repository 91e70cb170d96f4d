"""`bor lesson`: begin a lesson of one's own, with everything that belongs to it."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import Any

from bor_widgets.cases import cases
from bor_widgets.commands.case_dialogue import (
    NOT_WRITTEN,
    Question,
    Refused,
    Stopped,
    all_or_nothing,
    answered,
    asked,
    complete,
    say,
    yes,
)
from bor_widgets.commands.case_files import refuse_existing, short_path, usable, write_all
from bor_widgets.commands.case_questions import (
    id_of,
    made_slug,
    one_of,
    shown,
    slug_check,
    text_check,
)
from bor_widgets.commands.lesson_plan import FOLDER, LONGEST_TITLE, benches
from bor_widgets.sources import concepts, debates, lessons, rules, tensions

#: where the lessons lie, if not in the folder at hand
FOLDER_VARIABLE = "BOR_LESSONS"

#: where a lesson goes when neither an option nor the variable names a folder
DEFAULT_FOLDER = "my-lessons"

#: the first number that no lesson of the course has, and the last with two digits
FIRST, LAST = len(lessons) + 1, 99

DEFAULT_BENCH = "ThreatDial"

#: name of the answer -> the question, and what may be answered
ASK = {
    "title": ("What is the lesson called?", "a few words"),
    "puzzle": ("With which story or puzzle does it begin?", "a few sentences"),
    "claim": (
        "Which claims does it teach?",
        "ids such as R01, R12, with commas between them; `bor rules` lists them",
    ),
    "tension": ("Which contradictions of the papers does it show?", "ids such as E01, E02"),
    "case": ("Which cases does it use?", "ids or names; `bor case list` lists them"),
    "concept": ("Which words of the glossary does it need?", "ids such as A045"),
    "debate": ("Which debates does it touch?", "ids such as F16"),
    "bench": ("Which bench does it open?", ""),
    "number": ("Which number has it?", f"a number from 1 to {LAST}"),
    "slug": ("What is its file called?", "small letters, digits and dashes"),
}

WORDS = {
    "new": "begin a lesson: by questions, or with every answer as an option",
    "begin": "A new lesson, one question at a time. Ctrl-C ends it, and nothing is written.",
    "will": "These files will be written:",
    "write": "Write them?",
    "written": "Written:",
    "next": "Open it with `bor lab {folder}`, and look for “Write here”. `bor check {folder}` "
    "names every fault.",
    "case": "There is no case {given}; `bor case list` lists them.",
    "number": "It takes a number from 1 to {last}; given was {given}.",
    "taken": "Lesson {number} is there already, as {name}; choose another number.",
    "full": "All numbers up to {last} are taken in {path}; name another folder with --folder.",
}


def _case(text: str) -> str:
    name = text.strip()
    for key in (name, name.upper(), name.lower()):
        if key in cases:
            return cases[key].id
    raise Refused(WORDS["case"].format(given=shown(text)))


def _number(text: str) -> int:
    digits = text.strip()
    if not re.fullmatch(r"[0-9]{1,2}", digits) or int(digits) < 1:
        raise Refused(WORDS["number"].format(last=LAST, given=shown(text)))
    return int(digits)


def _title(text: str) -> str:
    return " ".join(str(text_check(LONGEST_TITLE)(text)).split())


def questions() -> tuple[Question, ...]:
    """Return what is asked, in its order."""
    known = benches()
    checks: dict[str, Any] = {
        "title": _title,
        "puzzle": text_check(2_000),
        "claim": id_of(rules, "rule"),
        "tension": id_of(tensions, "tension"),
        "case": _case,
        "concept": id_of(concepts, "concept"),
        "debate": id_of(debates, "debate"),
        "bench": one_of(known),
        "number": _number,
        "slug": slug_check,
    }
    several = ("claim", "tension", "case", "concept", "debate")
    return tuple(
        Question(
            name,
            ask,
            allowed or ", ".join(known),
            checks[name],
            needed=name in ("title", "claim"),
            many=name in several,
            commas=name in several,
        )
        for name, (ask, allowed) in ASK.items()
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bor lesson`."""
    words = parser.add_subparsers(dest="word", metavar="new", required=True)
    new = words.add_parser("new", help=WORDS["new"], description=f"{WORDS['new'].capitalize()}.")
    for question in questions():
        told = f"{question.ask} ({question.allowed})"
        new.add_argument(
            question.option, dest=question.name, action="append", metavar="TEXT", help=told
        )
    new.add_argument(
        "--folder",
        metavar="FOLDER",
        help=f"where it goes (default: {FOLDER_VARIABLE}, or {DEFAULT_FOLDER})",
    )
    new.add_argument("--yes", action="store_true", help="ask nothing: the options are all")
    new.add_argument("--force", action="store_true", help="replace files that are there")


def run(args: argparse.Namespace) -> int:
    """Write the files of a lesson; 1 when nothing was written, with one sentence why."""
    return all_or_nothing("bor lesson new", lambda: _new(args))


def _new(args: argparse.Namespace) -> int:
    named = args.folder or os.environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER
    folder = usable(Path(named).expanduser())
    all_of = questions()
    answers = {q.name: answered(q, getattr(args, q.name) or ()) for q in all_of}
    if args.yes:
        complete(all_of, answers)
    else:
        say(WORDS["begin"])
    for question in all_of:
        _settle(question, answers, args, folder)
    files = _files(folder, answers)
    refuse_existing(list(files), force=args.force)
    if not args.yes:
        say(f"\n{WORDS['will']}")
        _tell(files)
        if not yes(WORDS["write"]):
            say(NOT_WRITTEN)
            return 1
    write_all(files, force=args.force)
    say(WORDS["written"])
    _tell(files)
    say(WORDS["next"].format(folder=short_path(folder)))
    return 0


def _settle(
    question: Question, answers: dict[str, Any], args: argparse.Namespace, folder: Path
) -> None:
    """Ask what was not given as an option, or take what stands for it."""
    name = question.name
    default = ""
    if name == "bench":
        default = DEFAULT_BENCH
    elif name == "number":
        default = str(_free(folder))
    elif name == "slug":
        default = made_slug(answers["title"], "lesson")
    if answers[name] in (None, []):
        if args.yes:
            answers[name] = answered(question, [default]) if default else answers[name]
        else:
            answers[name] = asked(question, default)
    if name == "number":
        number = answers["number"]
        there = [path.name for path in folder.glob(f"{number:02d}-*.md")]
        if there and not args.force:
            raise Stopped(f"--number: {WORDS['taken'].format(number=number, name=there[0][:80])}")


def _free(folder: Path) -> int:
    """Return the first number that neither the course nor the folder has.

    Raises
    ------
    Stopped
        If there is none left.
    """
    for number in range(FIRST, LAST + 1):
        held = (folder / FOLDER / f"{number:02d}.toml").exists()
        if not held and not any(folder.glob(f"{number:02d}-*.md")):
            return number
    raise Stopped(WORDS["full"].format(last=LAST, path=short_path(folder)))


def _files(folder: Path, answers: dict[str, Any]) -> dict[Path, str]:
    """Return every file of the lesson with its text."""
    # what writes notebooks is loaded only when one is to be written
    from bor_widgets.commands.lesson_data import (
        guide_text,
        plan_text,
        predictions_text,
        quiz_text,
        slides_text,
    )
    from bor_widgets.commands.lesson_markdown import lesson_text

    number, title = answers["number"], answers["title"]
    plan = {
        "title": title,
        **{f"{key}s": answers[key] for key in ("claim", "tension", "case", "concept", "debate")},
        "bench": answers["bench"],
    }
    source = answers["claim"][0]
    stem, data = f"{number:02d}-{answers['slug']}", f"{number:02d}.toml"
    files = {folder / f"{stem}.md": lesson_text(number, plan, answers["puzzle"] or "")}
    if f"L{number:02d}" not in lessons:
        files[folder / FOLDER / data] = plan_text(number, plan)
    return files | {
        folder / "predictions" / data: predictions_text(number, source),
        folder / "quizzes" / data: quiz_text(number, source),
        folder / "slides" / data: slides_text(number, source, answers["tension"]),
        folder / "instructor" / f"{stem}.md": guide_text(title),
    }


def _tell(files: dict[Path, str]) -> None:
    for path in files:
        say(f"  {short_path(path)}")
