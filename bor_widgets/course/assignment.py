"""An assignment: the files of a lesson for a student, or those for whoever grades it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bor_widgets.course.assignment_files import (
    handed_out_predictions,
    handed_out_quiz,
    otter_test,
    telling_keys,
)
from bor_widgets.course.assignment_parts import (
    AssignmentError,
    LessonParts,
    asserts_solution,
    read_parts,
)
from bor_widgets.course.assignment_version import (
    as_ipynb,
    as_markdown,
    source_notebook,
    student_notebook,
    visible_test,
)
from bor_widgets.course.predictions import Prediction, PredictionFileError, load_predictions
from bor_widgets.course.quiz_items import Item, QuizFileError, load_quiz
from bor_widgets.sources import lessons

WORDS = {
    "twice": "{file}: it is handed out already and holds no answers; begin with the full lesson",
    "plan": "{file}: it cannot be read as text in UTF-8",
    "told": "{file}: {fault}",
    "no_test": "{name}: its check is more than one assertion about solution, so that there is no "
    "test for otter",
    "no_exercise": "{name}: it has no solution and no check, so that nothing in it is graded",
}


@dataclass(frozen=True)
class Assignment:
    """A lesson of which an assignment is made, with its questions.

    ``plan`` is the text of the plan that a lesson of one's own has; "" for none.
    """

    parts: LessonParts
    items: tuple[Item, ...]
    predictions: tuple[Prediction, ...]
    points: float = 1
    markdown: bool = False
    plan: str = ""

    def student_files(self) -> dict[str, str]:
        """Return the files of the student's version by their path in its folder."""
        return {**self._files(source=False), **self._tests(hidden=False)}

    def source_files(self) -> dict[str, str]:
        """Return the files for a teacher: what nbgrader starts from, and full tests for otter.

        The tests lie outside of the folder that nbgrader hands out.
        """
        folder = f"source/{self.parts.stem}"
        files = {f"{folder}/{name}": text for name, text in self._files(source=True).items()}
        return {**files, **self._tests(hidden=True)}

    def remarks(self) -> Iterator[str]:
        """Yield what a teacher should know of the lesson."""
        if not self.parts.at:
            yield WORDS["no_exercise"].format(name=self.parts.stem)
        for name, code in self._checks().items():
            if not asserts_solution(code):
                yield WORDS["no_test"].format(name=name)

    def _files(self, *, source: bool) -> dict[str, str]:
        number, stem = self.parts.number, self.parts.stem
        notebook = (source_notebook if source else student_notebook)(self.parts, self.points)
        files = {f"{stem}.ipynb": as_ipynb(notebook)}
        # a lesson that the course does not know is found by its text
        if self.markdown or self.parts.id not in lessons:
            files[f"{stem}.md"] = as_markdown(notebook)
        if self.plan:
            files[f"plans/{number}.toml"] = self.plan
        return {
            **files,
            f"quizzes/{number}.toml": handed_out_quiz(number, self.items),
            f"predictions/{number}.toml": handed_out_predictions(number, self.predictions),
        }

    def _checks(self) -> dict[str, str]:
        found = self.parts.exercises().items()
        return {name: roles["check"].code for name, roles in found if "check" in roles}

    def _tests(self, *, hidden: bool) -> dict[str, str]:
        exercises = self.parts.exercises()
        files = {}
        for name, code in self._checks().items():
            if asserts_solution(code):
                solved = exercises[name].get("solution")
                called = f"q{name[1:].replace('-', '_')}"
                visible = visible_test(solved.code if solved else "")
                test = otter_test(called, visible, code if hidden else "", self.points)
                files[f"tests/{called}.py"] = test
        return files


def read_assignment(
    folder: Path, path: Path, points: float = 1, *, markdown: bool = False
) -> Assignment:
    """Read a lesson and its questions.

    Parameters
    ----------
    folder
        Where the lessons lie.
    path
        The lesson.
    points
        What each test is worth.
    markdown
        Whether the notebook is written as a text notebook, too.

    Raises
    ------
    AssignmentError
        If anything of it cannot be read, or its questions would give their answers away.
    """
    number = path.name[:2]
    try:
        items = load_quiz(folder / "quizzes" / f"{number}.toml")
        asked = load_predictions(folder / "predictions" / f"{number}.toml", f"L{number}")
    except QuizFileError as error:
        raise AssignmentError(f"quizzes/{error}") from None
    except PredictionFileError as error:
        raise AssignmentError(f"predictions/{error}") from None
    predictions = tuple(asked.values())
    for kind, entries in (("quizzes", items), ("predictions", predictions)):
        if any(entry.handed_out for entry in entries):
            raise AssignmentError(WORDS["twice"].format(file=f"{kind}/{number}.toml"))
    for kind, fault in (
        *(("quizzes", fault) for fault in telling_keys(items, ())),
        *(("predictions", fault) for fault in telling_keys((), predictions)),
    ):
        raise AssignmentError(WORDS["told"].format(file=f"{kind}/{number}.toml", fault=fault))
    plan = folder / "plans" / f"{number}.toml"
    try:
        told = plan.read_text(encoding="utf-8") if plan.is_file() else ""
    except (OSError, UnicodeDecodeError):
        raise AssignmentError(WORDS["plan"].format(file=f"plans/{number}.toml")) from None
    return Assignment(read_parts(path), items, predictions, points, markdown, told)
