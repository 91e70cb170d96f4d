"""The parts of a lesson where a kernel answers: live, and kept in the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets

from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.words import source_note
from bor_widgets.course.plans import own_plan
from bor_widgets.course.predictions import Prediction
from bor_widgets.course.quiz_items import Item
from bor_widgets.situation import Situation
from bor_widgets.widgets.bench_parts import ClaimList, Opened, case_items
from bor_widgets.widgets.fold import Fold
from bor_widgets.widgets.hand_in import WORDS as HAND_IN_WORDS
from bor_widgets.widgets.hand_in import HandIn
from bor_widgets.widgets.kept import kept_prediction, kept_quiz
from bor_widgets.widgets.lesson_head import LessonHead
from bor_widgets.widgets.note import Note
from bor_widgets.widgets.predict import Predict
from bor_widgets.widgets.quiz import Quiz
from bor_widgets.widgets.source_note import SourceNote
from bor_widgets.widgets.term import Term

WORDS = {
    "no_bench": "lesson {lesson} has no bench: its plan names none of {known}",
    "opened": "In the console",
    "opened_hint": "predict first, then compare with the paper",
}


def head(lesson: str, title: str) -> LessonHead:
    """Return where the reader is, what is done, and the journal."""
    return LessonHead(lesson, title)


def predict(prediction: Prediction) -> Predict:
    """Return a question that shows its answer after the commitment.

    One that is handed out has no answer; it says that the class will discuss it.
    """
    options = [{"key": option.key, "label": option.label} for option in prediction.options]
    if prediction.handed_out:
        asked = Predict(prediction.question, options, None, prediction.hint)
        kept_prediction(asked, prediction)
        return asked
    answer = {
        "key": prediction.answer,
        "text": prediction.reveal,
        "sources": [source_note(name) for name in prediction.sources],
    }
    asked = Predict(prediction.question, options, answer, prediction.hint)
    kept_prediction(asked, prediction)
    return asked


def quiz(items: Sequence[Item], title: str = "") -> Quiz:
    """Return questions that judge every answer at once.

    Questions that are handed out keep the answers and judge nothing.
    """
    if any(item.handed_out for item in items):
        handed_out = HandIn(items, title or HAND_IN_WORDS["title"])
        kept_quiz(handed_out)
        return handed_out
    asked = Quiz(items, title) if title else Quiz(items)
    kept_quiz(asked)
    return asked


def sources(ids: Sequence[str]) -> SourceNote:
    """Return a row of source buttons."""
    return SourceNote(*ids)


def terms(ids: Sequence[str]) -> Term:
    """Return a row of words, each explained where it is pointed at."""
    return Term(*ids)


def bench(lesson: str, values: Mapping[str, Any]) -> ipywidgets.Widget:
    """Return the bench of a lesson."""
    from bor_widgets.widgets import benches

    known = bench_names()
    name = known[lesson].name if lesson in known else own_plan(lesson).bench
    if name not in benches.__all__:
        raise KeyError(WORDS["no_bench"].format(lesson=lesson, known=", ".join(benches.__all__)))
    return getattr(benches, name)(**values)


def console(values: Mapping[str, Any], case: str) -> ipywidgets.Widget:
    """Return a console with a case or a situation."""
    # the console is large: only a lesson that shows it pays for it
    from bor_widgets.widgets.console import Console

    return Console(Situation(**values), case=case, linked=False, unfold=("case",) if case else ())


def cases(lesson: str) -> ipywidgets.Widget:
    """Return the cases of a lesson; the one that is opened stands in a console below."""
    listed = ClaimList(items=case_items(lesson))
    opened = Opened()
    fold = Fold("opened", WORDS["opened"], WORDS["opened_hint"], opened.make)
    whole = ipywidgets.VBox([listed])

    def show(message: dict[str, Any]) -> None:
        opened.ask(case=message["slug"])
        whole.children = (listed, fold)
        fold.unfold()

    listed.hear("case", show)
    whole.add_class("bor-root")
    return whole


def note(key: str, question: str) -> Note:
    """Return a field for the reader's own argument."""
    return Note(key, question)
