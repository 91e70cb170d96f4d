"""The `bor` command: one word, then what is to be done.

Each sub-command is a module of its own under ``bor_widgets.commands`` with
``add_arguments(parser)`` and ``run(arguments) -> int``. A module is imported only when its
word is typed, so that ``bor --help`` answers at once and `bor rules` never loads a server.
"""

from __future__ import annotations

import argparse
import importlib
import keyword
import sys
from collections.abc import Sequence
from typing import Protocol, cast

from bor_widgets import __version__

#: word -> what it does, in the order in which the help lists them
COMMANDS = {
    "serve": "show the dashboards in a browser",
    "lab": "open JupyterLab on the lessons",
    "pages": "lay the pages out for a Jupyter server that shows them",
    "links": "write the links that open the course on Binder",
    "notebooks": "write the lessons as .ipynb files",
    "rules": "list every rule of the papers and how the product treats it",
    "sweep": "vary numbers of a world, and run many worlds for each value",
    "check": "check all data files and name each fault",
    "class": "report what a class did, from a folder of its journals",
    "case": "write a case of your own, or list the cases",
    "lesson": "write a lesson of your own",
    "assignment": "write a student's version of lessons, without the answers",
    "tournament": "let doctrines meet in worlds, your own among them",
}


class Command(Protocol):
    """What a module under ``bor_widgets.commands`` offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what may follow the word."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; 0 means that it went well."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one `bor` command.

    Parameters
    ----------
    argv : sequence of str, optional
        The words after `bor`; those of the process by default.

    Returns
    -------
    int
        0 when all went well, 1 when the command failed and said why, 2 when the words
        made no sense, 130 when it was stopped from the keyboard.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(
        prog="bor",
        description="Three theories of international relations as rules that can be seen at work.",
    )
    parser.add_argument("--version", action="version", version=f"bor_widgets {__version__}")
    choices = parser.add_subparsers(dest="command", metavar="command", required=True)
    parsers = {
        name: choices.add_parser(name, help=summary, description=f"{summary.capitalize()}.")
        for name, summary in COMMANDS.items()
    }
    if words and words[0] in parsers:
        load(words[0]).add_arguments(parsers[words[0]])
    arguments = parser.parse_args(words)
    try:
        return load(arguments.command).run(arguments)
    except KeyboardInterrupt:
        return 130


def load(name: str) -> Command:
    """Import the module of one sub-command; a word of Python's own has a line behind it."""
    module = f"{name}_" if keyword.iskeyword(name) else name
    return cast("Command", importlib.import_module(f"bor_widgets.commands.{module}"))


if __name__ == "__main__":
    sys.exit(main())
