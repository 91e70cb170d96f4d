"""``python -m bor_widgets.printed.book``: put the book's sources together and build them."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

from bor_widgets.charts.theme import css_variables
from bor_widgets.course.folder import (
    FOLDER_VARIABLE,
    appendix_paths,
    lesson_paths,
    lessons_folder,
)
from bor_widgets.printed.book.lessons import for_the_book
from bor_widgets.printed.where import ADDRESSES, SITE_VARIABLE, address

WORDS = {
    "no_book": "There is no folder {folder} with conf.py: change to the course's folder, or name "
    "it with --book.",
    "no_lessons": "There is no lesson in {folder}.",
    "no_sphinx": "The package {name} is not installed: run make book, which installs what the "
    "book needs.",
    "done": "The book is in {page}: open it in a browser. It needs no server.",
    "failed": "The book was not finished: see the messages above.",
}

#: what the kernels and the extension read while the book is built
ENVIRONMENT = {"BOR_KIT": "printed", "BOR_JOURNAL": "none", SITE_VARIABLE: "../"}

#: settings of the kernels: the reader's own are not taken, and only what fails is told
KERNEL_SETTINGS = 'c = get_config()\nc.Application.log_level = "ERROR"\n'


def main(words: Sequence[str] | None = None) -> int:
    """Build the book; 0 if there was neither an error nor a warning.

    Parameters
    ----------
    words
        What follows the command; that of the process by default.
    """
    parser = argparse.ArgumentParser(prog="python -m bor_widgets.printed.book")
    parser.add_argument("--book", type=Path, default=Path("book"), help="its own pages")
    parser.add_argument("--lessons", type=Path, help="folder of lessons (default: the course's)")
    parser.add_argument("--output", type=Path, default=Path("build/book"), help="where it goes")
    parser.add_argument("--jobs", default="auto", help="how many pages at a time")
    given = parser.parse_args(words)
    try:
        page = build(given.book, given.lessons, given.output, given.jobs)
    except (FileNotFoundError, ValueError) as fault:
        print(fault, file=sys.stderr)
        return 1
    except ModuleNotFoundError as missing:
        print(WORDS["no_sphinx"].format(name=missing.name), file=sys.stderr)
        return 1
    print(WORDS["done"].format(page=page) if page else WORDS["failed"], flush=True)
    return 0 if page else 1


def build(book: Path, lessons: Path | None, output: Path, jobs: str = "auto") -> Path | None:
    """Put the sources together, execute the lessons and write the site.

    Parameters
    ----------
    book
        Folder of the book's own pages and settings.
    lessons
        Folder of the lessons; the course's own if None.
    output
        Folder of the site; what was there before is replaced.
    jobs
        How many pages are made at a time.

    Returns
    -------
    Path or None
        The start page; None, and no site, if there was an error or a warning.

    Raises
    ------
    FileNotFoundError
        If pages or lessons are not there.
    ValueError
        If an address to open lessons live is none.
    ModuleNotFoundError
        If Sphinx is not installed.
    """
    from sphinx.cmd.build import build_main

    for name in ADDRESSES:
        address(name)
    folder = (lessons or lessons_folder()).resolve()
    output = output.resolve()
    sources = output.with_name(f"{output.name}-sources")
    assemble(book, folder, sources)
    if output.exists():
        shutil.rmtree(output)
    os.environ.update(ENVIRONMENT, **{FOLDER_VARIABLE: str(folder)})
    trees = output.with_name(f"{output.name}-trees")
    kernels = trees / "kernels"
    (kernels / "profile_default").mkdir(parents=True, exist_ok=True)
    settings = kernels / "profile_default" / "ipython_kernel_config.py"
    settings.write_text(KERNEL_SETTINGS, encoding="utf-8")
    os.environ["IPYTHONDIR"] = str(kernels)
    # always anew: what a lesson shows depends on the whole package
    how = ["-q", "-E", "-a", "-W", "--keep-going", "-n", "-j", jobs, "-b", "html"]
    code = build_main([*how, "-d", str(trees), str(sources), str(output)])
    if code:
        # nobody should hand out a book that lacks something
        shutil.rmtree(output, ignore_errors=True)
        return None
    return output / "index.html"


def assemble(book: Path, lessons: Path, sources: Path) -> None:
    """Copy pages and lessons beside each other, with theme and plotly's script.

    Raises
    ------
    FileNotFoundError
        If pages or lessons are not there.
    """
    if not (book / "conf.py").is_file():
        raise FileNotFoundError(WORDS["no_book"].format(folder=book))
    paths = lesson_paths(lessons)
    if not paths:
        raise FileNotFoundError(WORDS["no_lessons"].format(folder=lessons))
    if sources.exists():
        shutil.rmtree(sources)
    shutil.copytree(book, sources, ignore=shutil.ignore_patterns("__pycache__"))
    (sources / "lessons").mkdir()
    for path in (*paths.values(), *appendix_paths(lessons)):
        text = for_the_book(path.read_text(encoding="utf-8"))
        (sources / "lessons" / path.name).write_text(text, encoding="utf-8")
    static = sources / "_static"
    (static / "theme.css").write_text(css_variables(), encoding="utf-8")
    with as_file(files("plotly") / "package_data" / "plotly.min.js") as script:
        shutil.copyfile(script, static / "plotly.min.js")


if __name__ == "__main__":
    sys.exit(main())
