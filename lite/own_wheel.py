"""The course's own wheel for the browser: the package, the lessons' questions, and no server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lite.told import BuildFailed

WORDS = {"failed": "The wheel of the course could not be built.\n{said}"}

#: parts of the package that serve pages, build the book or are commands of a terminal
SERVER_ONLY = (
    "bor_widgets/cli.py",
    "bor_widgets/commands/",
    "bor_widgets/printed/book/",
    "bor_widgets/voila/",
)

#: what a page asks a lesson's folder for; a guide for teachers is not among it
LESSON_FILES = ("*.md", "plans/*.toml", "predictions/*.toml", "quizzes/*.toml", "slides/*.toml",
                "tests/*.toml")  # fmt: skip


def build_own_wheel(root: Path, folder: Path) -> Path:
    """Build the wheel of a source tree into a folder; return it.

    The lessons lie beside the package, which is where it looks for them.

    Raises
    ------
    BuildFailed
        If the tree cannot be built.
    """
    command = [
        sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet",
        "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder / "whole"), str(root),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    built = sorted((folder / "whole").glob("bor_widgets-*.whl"))
    if done.returncode or len(built) != 1:
        raise BuildFailed(WORDS["failed"].format(said=done.stderr.strip()))
    target = folder / built[0].name
    with ZipFile(built[0]) as whole, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as own:
        for info in whole.infolist():
            leaves = info.filename.startswith(SERVER_ONLY)
            # the list of files would name what is left out and miss the lessons
            if (
                info.is_dir()
                or leaves
                or info.filename.endswith((".dist-info/RECORD", "entry_points.txt"))
            ):
                continue
            own.writestr(info, whole.read(info), ZIP_DEFLATED)
        for pattern in LESSON_FILES:
            for path in sorted((root / "lessons").glob(pattern)):
                own.write(path, f"lessons/{path.relative_to(root / 'lessons').as_posix()}")
    return target
