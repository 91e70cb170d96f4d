"""Lessons as notebooks, and as pages beside the dashboards."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: stands before the code of a cell that a page would otherwise show without its code
SHOW_CODE = "Show the code"

FOLDED = "<details><summary>{label}</summary>\n\n```python\n{code}\n```\n\n</details>"

#: a paragraph of a lesson that speaks of buttons which a page does not have
NOTEBOOK_ONLY = "Run All Cells"

#: a link to another text of the folder, which becomes a notebook as well
_BESIDE = re.compile(r"\]\(([a-z0-9-]+)\.md\)")


def read_lesson(path: Path) -> Any:
    """Return a lesson as a notebook without outputs.

    The ids of its cells come from the text, so that the same lesson gives the same file.
    Links to the texts beside it lead to their notebooks.
    """
    import jupytext

    notebook = jupytext.read(path, fmt="md:myst")
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            cell["source"] = _BESIDE.sub(r"](\1.ipynb)", cell.source)
        cell["id"] = hashlib.sha256(f"{number}:{cell.source}".encode()).hexdigest()[:8]
    return notebook


def as_page(notebook: Any) -> Any:
    """Return a lesson for a page that hides code: what a reader is to read becomes text."""
    import nbformat.v4

    page = nbformat.v4.new_notebook(metadata=notebook.metadata)
    page.cells = list(_page_cells(notebook))
    return page


def _page_cells(notebook: Any) -> Iterator[Any]:
    import nbformat.v4

    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        if cell.cell_type == "markdown":
            lines = cell.source.split("\n")
            kept = "\n".join(line for line in lines if NOTEBOOK_ONLY not in line)
            yield nbformat.v4.new_markdown_cell(kept, id=cell.id)
            continue
        if "hide-input" not in tags:
            shown = f"```python\n{cell.source}\n```"
            yield nbformat.v4.new_markdown_cell(shown, id=f"{cell.id}c")
        elif "solution" in tags:
            folded = FOLDED.format(label=SHOW_CODE, code=cell.source)
            yield nbformat.v4.new_markdown_cell(folded, id=f"{cell.id}c")
        yield cell


def shelve(pages: Path, lessons: Path | None, shelf: Path) -> None:
    """Lay notebooks and lessons side by side in an empty folder.

    Parameters
    ----------
    pages
        Folder of notebooks.
    lessons
        Folder of lessons; None for none.
    shelf
        Where they are laid.
    """
    import nbformat

    shutil.copytree(pages, shelf, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*"))
    if lessons is None:
        return
    for path in sorted(lessons.glob("*.md")):
        nbformat.write(as_page(read_lesson(path)), shelf / f"{path.stem}.ipynb")
