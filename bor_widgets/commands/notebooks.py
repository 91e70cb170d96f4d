"""`bor notebooks`: the lessons as .ipynb files, for tools that know no MyST."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bor_widgets.commands.lesson_pages import read_lesson
from bor_widgets.course.folder import appendix_paths, lesson_paths, lessons_folder

WORDS = {
    "written": "{count} notebooks written to {folder}",
    "one": "1 notebook written to {folder}",
    "exists": "{name} exists already: name another folder with --out, or add --force.",
    "unknown": "There is no lesson {given}: choose from {known}.",
    "failed": "{name} cannot be written ({reason}).",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bor notebooks`."""
    parser.add_argument("lesson", nargs="*", type=int, help="numbers of lessons (default: all)")
    parser.add_argument(
        "--out", type=Path, default=Path("build/notebooks"), metavar="FOLDER",
        help="where they are written (default: build/notebooks)",
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help="write over what is there")


def run(arguments: argparse.Namespace) -> int:
    """Write the notebooks; 1, and nothing written, where one would be written over."""
    import nbformat

    try:
        there = lessons_folder()
        paths, beside = lesson_paths(there), appendix_paths(there)
    except FileNotFoundError as missing:
        return _refuse(str(missing))
    chosen = [f"L{number:02d}" for number in arguments.lesson] or list(paths)
    for name in chosen:
        if name not in paths:
            known = ", ".join(str(int(known[1:])) for known in paths)
            return _refuse(WORDS["unknown"].format(given=int(name[1:]), known=known))
    folder: Path = arguments.out
    # whoever asks for one lesson gets that one; all of them come with what stands beside them
    sources = [paths[name] for name in chosen] + ([] if arguments.lesson else list(beside))
    targets = {source: folder / f"{source.stem}.ipynb" for source in sources}
    for target in targets.values():
        if target.exists() and not arguments.force:
            return _refuse(WORDS["exists"].format(name=target))
    for source, target in targets.items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            nbformat.write(read_lesson(source), target)
        except OSError as error:
            return _refuse(WORDS["failed"].format(name=target, reason=error.strerror))
    word = "one" if len(targets) == 1 else "written"
    print(WORDS[word].format(count=len(targets), folder=folder))
    return 0


def _refuse(sentence: str) -> int:
    print(f"bor notebooks: {sentence}", file=sys.stderr)
    return 1
