"""The student's version of a lesson, and the version from which nbgrader makes it.

The cells carry the metadata of nbgrader's schema 3. Both versions have the same ids of
grades, so that nbgrader grades what was handed out here.
"""

from __future__ import annotations

import copy
import re
from typing import Any

from bor_widgets.course.assignment_parts import LessonParts, Part, form_of

SCHEMA_VERSION = 3

WORDS = {
    "notice": "*This version is made to be handed in. What you commit to and what you answer is "
    "kept in your journal and is not judged here; the answers are discussed in class. Hand in "
    "this notebook together with your journal.*",
    "starter": "# Write your answer here\nraise NotImplementedError()",
    "visible": "# This test looks at the form of your answer only.",
    "form": "assert isinstance(solution, {form}), "
    '"Call your answer solution, and make it {article} {form}."',
    "any_form": 'assert solution is not None, "Call your answer solution."',
    "begin_solution": "### BEGIN SOLUTION",
    "end_solution": "### END SOLUTION",
    "begin_hidden": "### BEGIN HIDDEN TESTS",
    "end_hidden": "### END HIDDEN TESTS",
}

#: what a lesson says of a solution, a hint or a further try, which this version does not have
REWORDED = (
    (re.compile(r",? and try it before you open (?:the solution|ours)\."), "."),
    (re.compile(r"Try it before you open (?:the solution|ours), and call "), "Call "),
    (re.compile(r" ?Try it before you open (?:the solution|ours)\."), ""),
    (re.compile(r" ?Each question has a hint, and you can try as often as you like\."), ""),
    (re.compile(r" ?Every question may be tried again\. A hint helps before you give up\."), ""),
)


def student_notebook(parts: LessonParts, points: float = 1) -> Any:
    """Return the notebook for a student: without solutions, hidden tests and what tells of them.

    Parameters
    ----------
    parts
        The lesson.
    points
        What each test is worth.
    """
    return _version(parts, points, source=False)


def source_notebook(parts: LessonParts, points: float = 1) -> Any:
    """Return the notebook from which nbgrader makes the student's version.

    It holds the solutions, and the lesson's own checks as hidden tests.
    """
    return _version(parts, points, source=True)


def visible_test(solution: str) -> str:
    """Return the test that a student sees: it knows the form of an answer and nothing more."""
    form = form_of(solution)
    if not form:
        return WORDS["any_form"]
    return WORDS["form"].format(form=form, article="an" if form[0] in "aeiou" else "a")


def _version(parts: LessonParts, points: float, *, source: bool) -> Any:
    from nbformat import v4

    cells = []
    solutions = {part.name: part.code for part in parts.at.values() if part.role == "solution"}
    checked = {part.name for part in parts.at.values() if part.role == "check"}
    for index, cell in enumerate(parts.notebook.cells):
        part = parts.at.get(index)
        if part is None:
            kept = copy.deepcopy(cell)
            if kept.cell_type == "markdown":
                kept.source = reworded(kept.source)
            else:
                kept.outputs, kept.execution_count = [], None
            cells.append(kept)
            if not index:
                cells.append(v4.new_markdown_cell(WORDS["notice"]))
        elif part.role == "solution":
            # without a test, a person gives the points
            graded = part.name not in checked
            cells.append(_solution_cell(part, points if graded else None, source=source))
        elif part.role == "check":
            cells.append(_test_cell(part, solutions.get(part.name, ""), points, source=source))
    for index, cell in enumerate(cells):
        # the same lesson gives the same file
        cell.id = f"cell-{index + 1:03d}"
    kept_metadata = ("kernelspec", "title")
    held = {k: copy.deepcopy(v) for k, v in parts.notebook.metadata.items() if k in kept_metadata}
    return v4.new_notebook(cells=cells, metadata=held)


def _solution_cell(part: Part, points: float | None, *, source: bool) -> Any:
    from nbformat import v4

    code = WORDS["starter"]
    if source:
        code = "\n".join([WORDS["begin_solution"], part.code, WORDS["end_solution"]])
    held = _metadata(f"{part.name}-solution", solution=True, points=points)
    return v4.new_code_cell(code, metadata={"deletable": False, "nbgrader": held})


def _test_cell(part: Part, solution: str, points: float, *, source: bool) -> Any:
    from nbformat import v4

    lines = [WORDS["visible"], visible_test(solution)]
    if source:
        lines += [WORDS["begin_hidden"], part.code, WORDS["end_hidden"]]
    held = _metadata(f"{part.name}-check", locked=True, points=points)
    metadata = {"deletable": False, "editable": False, "nbgrader": held}
    return v4.new_code_cell("\n".join(lines), metadata=metadata)


def _metadata(
    name: str, *, solution: bool = False, locked: bool = False, points: float | None = None
) -> dict[str, Any]:
    held: dict[str, Any] = {
        "cell_type": "code",
        "grade": points is not None,
        "grade_id": name,
        "locked": locked,
        "schema_version": SCHEMA_VERSION,
        "solution": solution,
        "task": False,
    }
    return held if points is None else {**held, "points": points}


def reworded(text: str) -> str:
    """Return prose without what it says of a solution below, of hints and of further tries."""
    for pattern, instead in REWORDED:
        text = pattern.sub(instead, text)
    return text.rstrip()


def as_ipynb(notebook: Any) -> str:
    """Return the text of a notebook's file."""
    import nbformat

    return str(nbformat.writes(notebook)).rstrip("\n") + "\n"


def as_markdown(notebook: Any) -> str:
    """Return the notebook as a text notebook, as the lessons are."""
    import jupytext

    paired = copy.deepcopy(notebook)
    paired.metadata["jupytext"] = {
        "notebook_metadata_filter": "title,-jupytext.text_representation.jupytext_version",
        "text_representation": {
            "extension": ".md",
            "format_name": "myst",
            "format_version": 0.13,
        },
    }
    text = str(jupytext.writes(paired, fmt="md:myst"))
    return text.replace("\n```{code-cell}\n", "\n```{code-cell} ipython3\n")
