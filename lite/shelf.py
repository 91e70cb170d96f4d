"""What lies in the site for a reader to open: lessons and dashboards as notebooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat

from bor_widgets.commands.lesson_pages import read_lesson
from bor_widgets.course.folder import appendix_paths, lesson_paths

WORDS = {
    # a lesson asks for this where nothing runs by itself
    "asks": "Choose **Run** and then **Run All Cells** in the menu above",
    "waits": (
        "Wait until it has started by itself (or choose **Run** and then **Run All Cells** "
        "in the menu above)"
    ),
}

#: the only kernel of the site
KERNEL = {"name": "python", "display_name": "Python", "language": "python"}


def fill(root: Path, folder: Path) -> None:
    """Lay the lessons and the dashboards of a source tree into a folder.

    Parameters
    ----------
    root
        The source tree.
    folder
        Where ``lessons`` and ``notebooks`` are laid.
    """
    there = root / "lessons"
    for path in (*lesson_paths(there).values(), *appendix_paths(there)):
        _lay(_lesson(path), folder / "lessons" / f"{path.stem}.ipynb")
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        page = nbformat.read(path, as_version=4)
        for cell in page.cells:
            # a dashboard is read and played with; its one line of code can be unfolded
            cell.metadata.setdefault("jupyter", {})["source_hidden"] = True
        _lay(page, folder / "notebooks" / path.name)


def _lesson(path: Path) -> Any:
    lesson = read_lesson(path)
    for cell in lesson.cells:
        if cell.cell_type == "markdown":
            cell["source"] = starts_by_itself(cell.source)
    return lesson


def starts_by_itself(text: str) -> str:
    """Return a lesson's text with its sentence on how to start it put right."""
    return text.replace(WORDS["asks"], WORDS["waits"])


def _lay(notebook: Any, target: Path) -> None:
    notebook.metadata["kernelspec"] = dict(KERNEL)
    target.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, target)
