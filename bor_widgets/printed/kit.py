"""The parts of a lesson where no kernel answers: read on a page, or printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bor_widgets.course.predictions import Prediction
from bor_widgets.course.quiz_items import Item
from bor_widgets.printed.asking import printed_note, printed_prediction, printed_quiz
from bor_widgets.printed.cases import printed_cases
from bor_widgets.printed.finding import printed_bench, printed_console
from bor_widgets.printed.part import Part, lines, render
from bor_widgets.printed.told import WORDS as TOLD_WORDS
from bor_widgets.printed.told import told_sources, told_term
from bor_widgets.printed.where import how_to_link, live_links
from bor_widgets.sources import lessons

WORDS = {
    "where": "Lesson {number} of {all}",
    "own": "Lesson {number}",
    "how": "This is the page to read. Nothing has to be installed or run. Answers stay folded "
    "until you open them, and every claim names its source.",
    "by_hand": "In the course's folder, make lab opens it with everything that moves.",
    "more": "How to open it live",
    "terms": "Words of this step",
    "who_says": TOLD_WORDS["who_says"],
}


def head(lesson: str, title: str) -> Part:
    """Return where the reader is, and where the lesson can be opened live."""
    key = "where" if lesson in lessons else "own"
    where = WORDS[key].format(number=int(lesson[1:]), all=len(lessons))
    html = render(
        "head",
        lesson=lesson,
        where=where,
        words=WORDS,
        links=live_links(lesson),
        how_href=how_to_link(),
    )
    return Part(html, lines(f"{where}: {title}", WORDS["how"]))


def predict(prediction: Prediction) -> Part:
    """Return a question whose answer is folded away."""
    return printed_prediction(prediction)


def quiz(items: Sequence[Item], title: str = "") -> Part:
    """Return questions whose answers are folded away."""
    return printed_quiz(items, title)


def sources(ids: Sequence[str]) -> Part:
    """Return a row of sources, each to be unfolded."""
    told = told_sources(ids)
    html = render("sources", sources=told, words=WORDS)
    listed = [f"{note['id']} ({note['label']}): {note['text']}" for note in told]
    return Part(html, lines(WORDS["who_says"], listed))


def terms(ids: Sequence[str]) -> Part:
    """Return a row of words, each to be unfolded.

    Raises
    ------
    ValueError
        If there is none.
    """
    if not ids:
        raise ValueError("terms takes at least one id of the glossary, for instance 'A045'")
    told = [told_term(name) for name in ids]
    html = render("terms", terms=told, words={"label": WORDS["terms"]})
    return Part(html, lines(WORDS["terms"], [f"{term['term']}: {term['text']}" for term in told]))


def bench(lesson: str, values: Mapping[str, Any]) -> Part:
    """Return the bench of a lesson in one state."""
    return printed_bench(lesson, values)


def console(values: Mapping[str, Any], case: str) -> Part:
    """Return the console in one state, with a case or a situation."""
    return printed_console(values, case)


def cases(lesson: str) -> Part:
    """Return the cases of a lesson; what was done is folded away."""
    return printed_cases(lesson)


def note(key: str, question: str) -> Part:
    """Return an open question with room for the reader's own argument."""
    return printed_note(key, question)
