"""`bor class`: what a class has done, and a made-up class to try it out."""

from __future__ import annotations

import argparse
from pathlib import Path

from bor_widgets.commands.case_dialogue import Stopped, say

WORDS = {
    "report": "make a report on a class from a folder of journals",
    "example": "write made-up journals, to try the report out",
    "folder": "folder of the journals (*.jsonl), which may have folders of its own",
    "out": "the page (default: beside the folder, FOLDER-report.html)",
    "csv": "put every table into this folder (default: one table beside the page)",
    "anonymous": "number the students, and name no file",
    "notes": "add what the students wrote; their texts may name people",
    "lessons": "folder of the lessons that the class had (default: the one at hand)",
    "force": "replace files that are there",
    "empty": "a new folder, or an empty one",
    "students": "how many students are made up (default: 30)",
    "seed": "another number makes another class (default: 1)",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bor class`."""
    words = parser.add_subparsers(dest="word", metavar="report | example", required=True)
    report = words.add_parser(
        "report", help=WORDS["report"], description=f"{WORDS['report'].capitalize()}."
    )
    report.add_argument("folder", type=Path, metavar="FOLDER", help=WORDS["folder"])
    report.add_argument("--out", type=Path, metavar="FILE.html", help=WORDS["out"])
    report.add_argument("--csv", type=Path, metavar="FOLDER", help=WORDS["csv"])
    report.add_argument("--anonymous", action="store_true", help=WORDS["anonymous"])
    report.add_argument("--notes", action="store_true", help=WORDS["notes"])
    example = words.add_parser(
        "example", help=WORDS["example"], description=f"{WORDS['example'].capitalize()}."
    )
    example.add_argument("folder", type=Path, metavar="FOLDER", help=WORDS["empty"])
    example.add_argument(
        "--students", type=int, default=30, metavar="NUMBER", help=WORDS["students"]
    )
    example.add_argument("--seed", type=int, default=1, metavar="NUMBER", help=WORDS["seed"])
    for one in (report, example):
        one.add_argument("--lessons", type=Path, metavar="FOLDER", help=WORDS["lessons"])
        one.add_argument("--force", action="store_true", help=WORDS["force"])


def run(args: argparse.Namespace) -> int:
    """Write the report or the journals; 1 when nothing was written, with one sentence why."""
    try:
        if args.word == "example":
            from bor_widgets.commands.class_example import write_example

            write_example(args)
        else:
            from bor_widgets.commands.class_report import write_report

            write_report(args)
    except Stopped as reason:
        say(f"bor class {args.word}: {reason}", error=True)
        return 1
    return 0
