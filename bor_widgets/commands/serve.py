"""`bor serve`: show notebooks as pages, to this machine or to a class."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from bor_widgets.commands.serve_options import CannotServe, add_options, checked_options
from bor_widgets.course.folder import FOLDER_VARIABLE, lessons_folder

#: The folder that is shown when nothing else is asked for.
DEFAULT_FOLDER = "notebooks"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bor serve`."""
    parser.add_argument(
        "what",
        nargs="?",
        metavar="PAGE_OR_FOLDER",
        help=(
            "a notebook, a lesson (.md), or a folder of notebooks "
            f"(default: {DEFAULT_FOLDER}, with the lessons beside them)"
        ),
    )
    add_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C or a termination signal; 1 when it could not start.

    Parameters
    ----------
    arguments : argparse.Namespace
        What `add_arguments` declared.
    """
    # one server has many readers: each one's browser keeps the journal, never a file here
    os.environ.setdefault("BOR_JOURNAL", "none")
    with tempfile.TemporaryDirectory(prefix="bor-pages-") as shelf:
        return _run(arguments, Path(shelf))


def _run(arguments: argparse.Namespace, shelf: Path) -> int:
    try:
        what = laid_out(find(arguments.what), shelf, everything=arguments.what is None)
        try:
            from bor_widgets.voila.server import PortTaken, serve
        except ModuleNotFoundError as missing:
            raise CannotServe(
                f"The package {missing.name} is not installed: run `make dashboard`, "
                "or `pip install bor-widgets` in the environment you use."
            ) from missing
        try:
            serve(what, checked_options(arguments))
        except PortTaken as taken:
            raise CannotServe(str(taken)) from taken
    except CannotServe as reason:
        print(f"bor serve: {reason}", file=sys.stderr)
        return 1
    return 0


def find(what: str | None) -> Path:
    """Find the notebook or folder that is to be shown.

    Parameters
    ----------
    what : str or None
        As typed; None asks for the folder of the dashboards, here or beside the package.

    Raises
    ------
    CannotServe
        If it does not exist, is no notebook, or is a folder without notebooks.
    """
    if what is None:
        beside_the_package = Path(__file__).resolve().parents[2] / DEFAULT_FOLDER
        choices = [Path(DEFAULT_FOLDER), beside_the_package]
        found = next((choice for choice in choices if choice.is_dir()), None)
        if found is None:
            raise CannotServe(
                f"There is no folder {DEFAULT_FOLDER} here: change to the project's folder, "
                "or name a notebook or a folder after `bor serve`."
            )
    else:
        found = Path(what)
        if not found.exists():
            raise CannotServe(f"There is no {what}: check the name, or leave it out.")
        if found.is_file() and found.suffix not in (".ipynb", ".md"):
            raise CannotServe(
                f"{what} is not a notebook: name a file that ends in .ipynb, or a lesson (.md)."
            )
    if found.is_dir() and not any(found.rglob("*.ipynb")):
        raise CannotServe(f"There are no notebooks (.ipynb) in {found}: name another folder.")
    return found.resolve()


def laid_out(what: Path, shelf: Path, *, everything: bool) -> Path:
    """Return what is served: as it is, or laid out as pages on a shelf.

    Parameters
    ----------
    what : Path
        A notebook, a lesson or a folder of notebooks.
    shelf : Path
        An empty folder.
    everything : bool
        Whether the lessons are served beside the notebooks.

    Raises
    ------
    CannotServe
        If a lesson cannot be read.
    """
    if what.suffix != ".md" and not everything:
        return what
    import nbformat

    from bor_widgets.commands.lesson_pages import as_page, read_lesson, shelve

    try:
        if what.suffix == ".md":
            os.environ.setdefault(FOLDER_VARIABLE, str(what.parent))
            page = shelf / f"{what.stem}.ipynb"
            nbformat.write(as_page(read_lesson(what)), page)
            return page
        try:
            lessons = lessons_folder()
        except FileNotFoundError:
            lessons = None  # the dashboards do without
        shelve(what, lessons, shelf)
        if lessons is not None:
            os.environ.setdefault(FOLDER_VARIABLE, str(lessons.resolve()))
        return shelf
    except (OSError, ValueError) as reason:
        raise CannotServe(f"The lessons could not be read: {reason}") from reason
