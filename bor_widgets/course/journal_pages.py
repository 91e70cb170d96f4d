"""A journal as it is read on paper: lesson by lesson, in the words of the questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bor_widgets.cases import cases
from bor_widgets.course.folder import lesson_paths, lessons_folder
from bor_widgets.course.journal import Journal
from bor_widgets.course.predictions import load_predictions
from bor_widgets.course.quiz_items import load_quiz
from bor_widgets.sources import lessons

WORDS = {
    "lesson": "Lesson {number}: {title}",
    "own": "Lesson {number}",
    "expected": "You expected: {choice}",
    "gone": "an answer that is no longer offered",
    "as_paper": "as the course answers",
    "not_as_paper": "the course answers otherwise",
    "in_class": "to be discussed in class",
    "handed_in": "answered, to be discussed in class",
    "solved": "solved at attempt {attempt}",
    "not_solved": "not solved after {attempt} attempts",
    "not_solved_one": "not solved after 1 attempt",
    "given_up": "the answer was asked for",
    "note": "Your note: {name}",
    "cases": "Cases",
    "case": "You expected: {action}",
    "because": "Because: {reason}",
    "judged": "You judged the threat as: {grade}",
    "empty": "Nothing is kept yet.",
}

Line = dict[str, str]


def journal_pages(journal: Journal, folder: Path | None = None) -> list[dict[str, Any]]:
    """Return headings with lines below them.

    Parameters
    ----------
    journal
        The journal.
    folder
        Where the lessons lie.

    Returns
    -------
    list of dict
        Each with ``heading`` and ``lines``; a line has ``label`` and ``text``.
    """
    where = folder or lessons_folder()
    pages = []
    for lesson in lesson_paths(where):
        if lines := list(_lesson_lines(journal, lesson, where)):
            record = lessons.get(lesson)
            heading = (
                WORDS["lesson"].format(number=int(lesson[1:]), title=record.title)
                if record
                else WORDS["own"].format(number=int(lesson[1:]))
            )
            pages.append({"heading": heading, "lines": lines})
    if told := list(_case_lines(journal)):
        pages.append({"heading": WORDS["cases"], "lines": told})
    return pages or [{"heading": WORDS["empty"], "lines": []}]


def _lesson_lines(journal: Journal, lesson: str, folder: Path) -> Iterator[Line]:
    number = lesson[1:]
    for entry in load_predictions(folder / "predictions" / f"{number}.toml", lesson).values():
        made = journal.first("prediction", entry.key)
        if made:
            known = {option.key: option.label for option in entry.options}
            choice = WORDS["expected"].format(choice=known.get(made["choice"], WORDS["gone"]))
            same = "as_paper" if made["choice"] == entry.answer else "not_as_paper"
            stands = WORDS["in_class" if entry.handed_out else same]
            yield {"label": entry.question, "text": f"{choice} ({stands})"}
    for item in load_quiz(folder / "quizzes" / f"{number}.toml"):
        attempts = [entry.value for entry in journal.all("answer", item.id)]
        if attempts:
            yield {"label": item.prompt, "text": _standing(attempts)}
    for key in journal.keys("note"):
        if key.startswith(f"{lesson}/"):
            label = WORDS["note"].format(name=key.partition("/")[2])
            yield {"label": label, "text": str(journal.latest("note", key))}


def _standing(attempts: list[Any]) -> str:
    for attempt in attempts:
        if attempt["right"]:
            return WORDS["solved"].format(attempt=attempt["attempt"])
        if attempt["right"] is None:
            return WORDS["handed_in"]
        if attempt["response"] is None:
            return WORDS["given_up"]
    word = "not_solved_one" if len(attempts) == 1 else "not_solved"
    return WORDS[word].format(attempt=len(attempts))


def _case_lines(journal: Journal) -> Iterator[Line]:
    for slug in journal.keys("case"):
        made = journal.first("case", slug)
        title = cases[slug].title if slug in cases else slug
        told = [WORDS["case"].format(action=made["action"])]
        if made.get("grade"):
            told.append(WORDS["judged"].format(grade=made["grade"]))
        if made["reason"]:
            told.append(WORDS["because"].format(reason=made["reason"]))
        yield {"label": title, "text": " · ".join(told)}
