"""`bor case`: write a case of one's own without a line of Python, and list what is there."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from bor_widgets.cases import FOLDER_VARIABLE, Cases, RecordError
from bor_widgets.commands.case_coding import ask_coding, coding_from, inputs_listed
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
from bor_widgets.commands.case_files import (
    as_setting,
    refuse_existing,
    short_path,
    usable,
    write_all,
)
from bor_widgets.commands.case_questions import QUESTIONS, made_slug, slug_check, year_check
from bor_widgets.commands.case_record import (
    as_toml,
    checked,
    is_ours,
    names_in,
    next_id,
    record_of,
    target_folder,
)

WORDS = {
    "new": "write a case of your own: by questions, or with every answer as an option",
    "list": "list all cases: those of the papers, and yours",
    "begin": "A new case, one question at a time. Ctrl-C ends it, and nothing is written.",
    "will": "This will be written to {path}:",
    "write": "Write it?",
    "written": "Written: {path}",
    "found": "{variable} names this folder, so that the case is in every picker from the next "
    "start on, marked as your own.",
    "to_find": "To have it in every picker, marked as your own, set {setting} before you start "
    "`bor lab` or `bor serve`.",
    "taken": "{what} {name} belongs to another case; choose another one.",
    "there": "{path} is there already; choose another name, or start again with --force.",
    "faulty": "The record would not pass `bor check`: {fault}; nothing was written.",
    "ours": "of the papers",
    "theirs": "your own",
    "count": "{all} cases: {ours} of the papers, {theirs} your own",
}

#: options with several parts, each told once
PARTS = {
    "set": "fix an input, for instance threat=0.6; may be given several times",
    "why": "why an input has its value, for instance threat='They mobilised.'",
    "basis": "on what a value rests: NAME=text, NAME=inferred or NAME=judgement",
    "cite": "the lines of a paper behind a value, for instance threat='P0 L395-403'",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bor case`."""
    words = parser.add_subparsers(dest="word", metavar="new | list", required=True)
    new = words.add_parser("new", help=WORDS["new"], description=f"{WORDS['new'].capitalize()}.")
    for question in QUESTIONS:
        told = f"{question.ask} ({question.allowed})"
        # a single answer that is given twice counts as the last one, as with other commands
        new.add_argument(
            question.option, dest=question.name, action="append", metavar="TEXT", help=told
        )
    for name, told in PARTS.items():
        new.add_argument(f"--{name}", action="append", default=[], metavar="NAME=TEXT", help=told)
    new.add_argument("--first-year", metavar="YEAR", help="if the years in words do not tell it")
    new.add_argument("--last-year", metavar="YEAR", help="if the years in words do not tell it")
    new.add_argument("--id", metavar="ID", help="its short name (default: the next free MY1, MY2)")
    new.add_argument(
        "--folder", metavar="FOLDER", help=f"where it goes (default: {FOLDER_VARIABLE}, or cases)"
    )
    new.add_argument("--inputs", action="store_true", help="list what --set takes, and write none")
    new.add_argument("--yes", action="store_true", help="ask nothing: the options are all")
    new.add_argument("--force", action="store_true", help="replace a file that is there")
    listed = words.add_parser("list", help=WORDS["list"])
    listed.add_argument("--own", action="store_true", help="only yours")


def run(args: argparse.Namespace) -> int:
    """Write a case or list the cases; 1 when nothing was written, with one sentence why."""
    if args.word == "list":
        return _list(own=args.own)
    if args.inputs:
        say(inputs_listed())
        return 0
    return all_or_nothing("bor case new", lambda: _new(args))


def _new(args: argparse.Namespace) -> int:
    folder = usable(target_folder(args.folder))
    answers: dict[str, Any] = {
        question.name: answered(question, getattr(args, question.name) or ())
        for question in QUESTIONS
    }
    for name in ("first_year", "last_year"):
        answers[name] = _year(name, getattr(args, name))
    coding = coding_from(args.set, args.why, args.basis, args.cite)
    if args.yes:
        complete(QUESTIONS, answers)
    else:
        say(WORDS["begin"])
        _ask(answers, coding)
    _name(answers, args, folder)
    path = folder / f"{answers['slug']}.toml"
    text = as_toml(record_of(answers, coding))
    try:
        checked(text, path.name)
    except RecordError as error:
        raise Stopped(WORDS["faulty"].format(fault=error)) from None
    refuse_existing([path], force=args.force)
    if not args.yes:
        say(f"\n{WORDS['will'].format(path=short_path(path))}\n\n{text}")
        if not yes(WORDS["write"]):
            say(NOT_WRITTEN)
            return 1
    write_all({path: text}, force=args.force)
    say(WORDS["written"].format(path=short_path(path)))
    say(_where(folder))
    return 0


def _ask(answers: dict[str, Any], coding: dict[str, Any]) -> None:
    for question in QUESTIONS:
        if question.name == "slug":
            continue
        if answers[question.name] in (None, []) and _wanted(question, answers):
            answers[question.name] = asked(question)
        # what is coded comes after what happened, and before how the papers stand to it
        if question.name == "place":
            ask_coding(coding, cited=bool(answers["place"]))


def _wanted(question: Question, answers: dict[str, Any]) -> bool:
    """Whether a question makes sense after what was answered."""
    needs = {"tie": "counterpart", "observed_why": "observed", "place": "paper"}
    return question.name not in needs or bool(answers[needs[question.name]])


def _name(answers: dict[str, Any], args: argparse.Namespace, folder: Path) -> None:
    """Settle the file's name and the id, which no other case may have."""
    slugs = next(question for question in QUESTIONS if question.name == "slug")

    def free(text: str) -> str:
        slug = slug_check(text)
        if is_ours(slug):
            raise Refused(WORDS["taken"].format(what="the name", name=slug))
        path = folder / f"{slug}.toml"
        if not args.yes and not args.force and os.path.lexists(path):
            raise Refused(WORDS["there"].format(path=short_path(path)))
        return slug

    taken = names_in(folder)
    proposed = made_slug(answers["title"], f"case-{next_id(taken).lower()}")
    question = Question("slug", slugs.ask, slugs.allowed, free)
    if answers["slug"] is None and not args.yes:
        answers["slug"] = asked(question, proposed)
    else:
        answers["slug"] = answered(question, [answers["slug"] or proposed])
    taken = names_in(folder, but=f"{answers['slug']}.toml")
    answers["id"] = args.id or _kept(folder, answers["slug"], args.force) or next_id(taken)
    if answers["id"] in taken or is_ours(answers["id"]):
        raise Stopped(f"--id: {WORDS['taken'].format(what='the id', name=answers['id'][:20])}")


def _kept(folder: Path, slug: str, force: bool) -> str | None:
    """Return the id of the file that is replaced, so that links to it go on working."""
    held = {file: name for name, file in names_in(folder).items()}
    return held.get(f"{slug}.toml") if force else None


def _year(name: str, text: str | None) -> int | None:
    option = Question(name, "", "", year_check)
    year: int | None = answered(option, [] if text is None else [text])
    return year


def _where(folder: Path) -> str:
    named = os.environ.get(FOLDER_VARIABLE)
    if named and Path(named).resolve() == folder.resolve():
        return WORDS["found"].format(variable=FOLDER_VARIABLE)
    return WORDS["to_find"].format(setting=as_setting(FOLDER_VARIABLE, folder))


def _list(*, own: bool) -> int:
    every = Cases()
    known = list(every.values())
    for case in known:
        if case.theirs or not own:
            mark = WORDS["theirs"] if case.theirs else " + ".join(case.papers)
            when = f"  ({case.years})" if case.years else ""
            say(f"{case.id:<6}{mark:<13}{case.slug:<45}{case.title}{when}")
    theirs = sum(case.theirs for case in known)
    counted = WORDS["count"].format(all=len(known), ours=len(known) - theirs, theirs=theirs)
    say(f"\n{counted}")
    for fault in every.faults:
        say(str(fault))
    return 1 if every.faults else 0
