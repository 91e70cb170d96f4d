"""Predictions and quiz of every lesson: they load, and they ask what the lesson teaches."""

from __future__ import annotations

import pytest

from bor_widgets import Lesson
from bor_widgets.course.folder import FOLDER_VARIABLE
from bor_widgets.course.quiz_items import load_quiz
from tests.lessons.lesson_files import FOLDER, LESSONS, LessonFile, calls_of, words_of

FEWEST_PREDICTIONS = 3

#: what a prediction holds; the hint may be left out
FIELDS = {"question", "options", "answer", "reveal", "sources"}

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=str)
each_prediction = pytest.mark.parametrize(
    ("lesson", "name"),
    [(lesson, name) for lesson in LESSONS for name in lesson.predictions],
    ids=str,
)


@pytest.fixture(autouse=True)
def lessons_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(FOLDER))


def taught(lesson: LessonFile) -> set[str]:
    return {*lesson.record.claims, *lesson.record.tensions}


@each_lesson
def test_it_calls_for_its_own_questions(lesson: LessonFile) -> None:
    code = "\n".join(cell.source for cell in lesson.code_cells)
    assert f"lesson = Lesson({lesson.number})" in code.splitlines()


@each_lesson
def test_each_prediction_is_asked_once(lesson: LessonFile) -> None:
    asked = [name for call in lesson.calls("predict") for name in words_of(call)]
    assert sorted(asked) == sorted(lesson.predictions)
    assert len(asked) >= FEWEST_PREDICTIONS


@each_lesson
def test_the_reader_commits_before_the_argument_and_is_asked_at_the_end(
    lesson: LessonFile,
) -> None:
    places = {
        name: [
            part.heading for part in lesson.sections for c in part.code for _ in calls_of(c, name)
        ]
        for name in ("predict", "quiz")
    }
    assert "Predict" in places["predict"]
    assert places["quiz"] == ["Check yourself"]


@each_prediction
def test_a_prediction_keeps_its_answer_until_the_commitment(lesson: LessonFile, name: str) -> None:
    entry = lesson.predictions[name]
    assert FIELDS <= set(entry) <= FIELDS | {"hint"}
    prediction = Lesson(lesson.number).predict(name)
    assert not prediction.answer
    assert entry["reveal"] not in str(prediction.get_state())
    wrong = next(option["key"] for option in entry["options"] if option["key"] != entry["answer"])
    prediction.commit(wrong)
    assert prediction.answer["key"] == entry["answer"]
    assert prediction.answer["text"] == entry["reveal"]
    assert [source["id"] for source in prediction.answer["sources"]] == entry["sources"]


@each_prediction
def test_a_prediction_is_about_what_the_lesson_teaches(lesson: LessonFile, name: str) -> None:
    named = lesson.predictions[name]["sources"]
    assert named
    assert not set(named) - taught(lesson)


@each_lesson
def test_its_quiz_loads_and_counts_every_item(lesson: LessonFile) -> None:
    items = load_quiz(lesson.quiz_path)
    quiz = Lesson(lesson.number).quiz()
    assert [question["id"] for question in quiz.questions] == [item.id for item in items]
    assert quiz.score["total"] == len(items)
    assert all(item.id.startswith(f"{lesson.record.id}-") for item in items)


@each_lesson
def test_each_quiz_item_is_about_what_the_lesson_teaches(lesson: LessonFile) -> None:
    strangers = {item.id: item.source for item in load_quiz(lesson.quiz_path)}
    assert not {i: source for i, source in strangers.items() if source not in taught(lesson)}


@each_lesson
def test_its_quiz_asks_in_more_than_one_way(lesson: LessonFile) -> None:
    assert len({item.kind for item in load_quiz(lesson.quiz_path)}) >= 3
