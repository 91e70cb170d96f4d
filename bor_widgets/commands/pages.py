"""`bor pages`: lay notebooks and lessons side by side, for a Jupyter server to show as pages."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from bor_widgets.course.folder import lessons_folder

#: The folder of the dashboards, here or beside the package.
NOTEBOOKS = "notebooks"

#: Lies in every folder that this command has laid out: only such a one is laid out anew.
MARK = ".bor-pages"

WORDS = {
    "written": "{count} pages laid out in {folder}",
    "not_empty": "{folder} holds other files: name a new folder, or one laid out earlier.",
    "no_notebooks": "There is no folder {name} here: change to the project's folder.",
    "failed": "The pages could not be laid out: {reason}",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bor pages`."""
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="where they are laid; made if it is missing"
    )


def run(arguments: argparse.Namespace) -> int:
    """Lay the pages out; 1, and nothing changed, where something else would be written over.

    Parameters
    ----------
    arguments : argparse.Namespace
        What `add_arguments` declared.
    """
    from bor_widgets.commands.lesson_pages import shelve

    shelf: Path = arguments.folder
    beside_the_package = Path(__file__).resolve().parents[2] / NOTEBOOKS
    choices = [Path(NOTEBOOKS), beside_the_package]
    notebooks = next((choice for choice in choices if choice.is_dir()), None)
    if notebooks is None:
        return _refuse(WORDS["no_notebooks"].format(name=NOTEBOOKS))
    try:
        if shelf.is_dir() and any(shelf.iterdir()):
            if not (shelf / MARK).is_file():
                return _refuse(WORDS["not_empty"].format(folder=shelf))
            shutil.rmtree(shelf)
        shelf.mkdir(parents=True, exist_ok=True)
        (shelf / MARK).touch()
        shelve(notebooks, lessons_folder(), shelf)
    except (OSError, ValueError) as reason:
        return _refuse(WORDS["failed"].format(reason=reason))
    count = sum(1 for _ in shelf.glob("*.ipynb"))
    print(WORDS["written"].format(count=count, folder=shelf))
    return 0


def _refuse(sentence: str) -> int:
    print(f"bor pages: {sentence}", file=sys.stderr)
    return 1
