"""`bor links`: the addresses that open the course on Binder, as Markdown."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bor_widgets.printed.where import (
    BINDER_VARIABLE,
    BRANCH_VARIABLE,
    DEFAULT_BINDER,
    REPOSITORY_VARIABLE,
)

#: What is opened if no branch is named: the newest state of the repository's main branch.
NEWEST = "HEAD"

#: Where the extension shows the pages, after the server's own base address.
PAGES = "bor"

#: Between these lines a file's links are written anew.
BEGIN, END = "<!-- launch links: begin -->", "<!-- launch links: end -->"

WORDS = {
    "badge": "[![{label}](binder/launch.svg)]({href})",
    "first": "Open lesson 1 on Binder",
    "pages": "All pages",
    "lesson": "{number}. {title}",
    "lab": "in JupyterLab",
    "page": "as a page",
    "bench": "its bench, at its first question",
    "written": "links to {count} places written into {file}",
    "no_repository": "Name the repository: --repository OWNER/NAME, or its whole address.",
    "bad_repository": "--repository takes OWNER/NAME or an address that begins with https://; "
    "given was {given}",
    "bad_binder": "--binder takes an address that begins with https:// or http://; "
    "given was {given}",
    "no_marks": "{file} has no place for the links: put the lines {begin} and {end} into it, "
    "once and in this order.",
    "unread": "{file} cannot be used ({reason}).",
    "no_lessons": "The lessons are not here: {reason}",
}

#: Above the columns of the table.
COLUMNS = ("lesson", "to work in", "to read", "to play with")


class CannotLink(Exception):
    """Why there are no links, in one sentence."""


@dataclass(frozen=True, slots=True)
class Launch:
    """Something that opens on Binder.

    Attributes
    ----------
    row
        Id of the lesson that it belongs to; "" for none.
    label
        What it is, in words.
    urlpath
        Its place on the server that Binder starts, after the server's base address.
    """

    row: str
    label: str
    urlpath: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bor links`."""
    parser.add_argument(
        "--repository",
        default=os.environ.get(REPOSITORY_VARIABLE, ""),
        metavar="OWNER/NAME",
        help=f"on GitHub; or a whole address (default: what {REPOSITORY_VARIABLE} names)",
    )
    parser.add_argument(
        "--branch",
        default=os.environ.get(BRANCH_VARIABLE) or NEWEST,
        metavar="NAME",
        help=f"branch, tag or commit (default: {NEWEST}, the newest)",
    )
    parser.add_argument(
        "--binder",
        default=os.environ.get(BINDER_VARIABLE) or DEFAULT_BINDER,
        metavar="ADDRESS",
        help=f"a Binder of your own (default: {DEFAULT_BINDER})",
    )
    parser.add_argument(
        "--write",
        type=Path,
        metavar="FILE",
        help=f"write them into a file, between the lines {BEGIN} and {END}",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print or write the links; 1, and nothing written, where something is missing.

    Parameters
    ----------
    arguments : argparse.Namespace
        What `add_arguments` declared.
    """
    try:
        root = binder_root(arguments.repository, arguments.branch, arguments.binder)
        try:
            found = list(launches())
        except FileNotFoundError as missing:
            raise CannotLink(WORDS["no_lessons"].format(reason=missing)) from missing
        text = table(found, root)
        if arguments.write is None:
            print(text)
        else:
            write_between(arguments.write, text)
            print(WORDS["written"].format(count=len(found), file=arguments.write))
    except CannotLink as reason:
        print(f"bor links: {reason}", file=sys.stderr)
        return 1
    return 0


def binder_root(repository: str, branch: str, binder: str) -> str:
    """Return the address at which Binder builds a repository.

    Parameters
    ----------
    repository
        ``OWNER/NAME`` on GitHub, or the address of a repository elsewhere.
    branch
        Branch, tag or commit.
    binder
        Address of the Binder.

    Raises
    ------
    CannotLink
        If one of them has not the form that it must have.
    """
    given = repository.strip().rstrip("/").removesuffix(".git")
    if not given:
        raise CannotLink(WORDS["no_repository"])
    if not re.fullmatch(r"https?://[^\s\"'<>()]+", binder):
        raise CannotLink(WORDS["bad_binder"].format(given=repr(binder[:80])))
    host = binder.rstrip("/")
    reference = quote(branch, safe="")
    github = re.fullmatch(r"(?:https://github\.com/)?([\w-]+/[\w.-]+)", given, re.ASCII)
    if github:
        return f"{host}/v2/gh/{github[1]}/{reference}"
    if re.fullmatch(r"https://[\w.:-]+(?:/[\w.~-]+)+", given, re.ASCII):
        return f"{host}/v2/git/{quote(given, safe='')}/{reference}"
    raise CannotLink(WORDS["bad_repository"].format(given=repr(repository[:80])))


def launches() -> Iterator[Launch]:
    """Return everything that can be opened, lesson by lesson.

    Raises
    ------
    FileNotFoundError
        If the lessons are not at hand.
    """
    from bor_widgets.charts.bench_names import bench_names
    from bor_widgets.course.folder import lesson_paths

    benches = bench_names()
    yield Launch("", WORDS["pages"], f"{PAGES}/index.ipynb")
    for lesson, path in lesson_paths().items():
        yield Launch(lesson, WORDS["lab"], f"lab/tree/lessons/{path.stem}.md")
        yield Launch(lesson, WORDS["page"], f"{PAGES}/{path.stem}.ipynb")
        if lesson in benches:
            bench = benches[lesson]
            link = f"{PAGES}/{bench.notebook}?s={first_question(bench.slug)}"
            yield Launch(lesson, WORDS["bench"], link)


def first_question(slug: str) -> str:
    """Return the state of a bench whose walk has just asked something, as a link carries it."""
    from bor_widgets.charts.benches.text import bench_text
    from bor_widgets.widgets.bench_saved import to_link
    from bor_widgets.widgets.bench_state import BenchState

    state = BenchState(bench_text(slug.replace("-", "_")))
    # the first screen says nothing but where one is: a state worth a link comes after it
    asked = (i for i, screen in enumerate(state.phases) if i and not screen.revealed)
    state.go(next(asked, 0))
    return to_link(state)


def table(found: list[Launch], root: str) -> str:
    """Return the badge and the table of all links, as Markdown."""
    from bor_widgets.sources import lessons

    def address(launch: Launch) -> str:
        return f"{root}?urlpath={quote(launch.urlpath, safe='')}"

    badge = next((launch for launch in found if launch.row), found[0])
    lines = [
        WORDS["badge"].format(label=WORDS["first"], href=address(badge)),
        "",
        f"| {' | '.join(COLUMNS)} |",
        f"|{'---|' * len(COLUMNS)}",
    ]
    for row in dict.fromkeys(launch.row for launch in found):
        cells = [f"[{launch.label}]({address(launch)})" for launch in found if launch.row == row]
        if row:
            number, title = int(row[1:]), lessons[row].title
            cells = [WORDS["lesson"].format(number=number, title=title), *cells]
        cells += [""] * (len(COLUMNS) - len(cells))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def write_between(file: Path, text: str) -> None:
    """Put the links into a file, in place of those that it has.

    Raises
    ------
    CannotLink
        If the file cannot be read or written, or does not say where they belong.
    """
    try:
        before = file.read_text(encoding="utf-8")
        if before.count(BEGIN) != 1 or before.count(END) != 1:
            raise CannotLink(WORDS["no_marks"].format(file=file, begin=BEGIN, end=END))
        head, rest = before.split(BEGIN)
        if END not in rest:
            raise CannotLink(WORDS["no_marks"].format(file=file, begin=BEGIN, end=END))
        tail = rest.split(END)[1]
        file.write_text(f"{head}{BEGIN}\n{text}\n{END}{tail}", encoding="utf-8")
    except (OSError, UnicodeDecodeError) as reason:
        raise CannotLink(WORDS["unread"].format(file=file, reason=reason)) from reason
