"""A student's version at work: it runs up to the exercise, keeps answers and judges none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from bor_widgets import Lesson
from bor_widgets.cli import main
from bor_widgets.course.at_hand import JournalAtHand, journal_at_hand
from bor_widgets.course.journal import read_journal
from bor_widgets.course.quiz_items import load_quiz
from bor_widgets.widgets.hand_in import HandIn
from bor_widgets.widgets.predict import WORDS as PREDICT_WORDS
from bor_widgets.widgets.predict import Predict
from tests.course.assignment_lessons import LESSONS, copy_lesson

#: seconds that one cell may take on a busy machine, with the first import in it
CELL_RUNS_WITHIN = 120


@pytest.fixture
def handed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lesson 3 as it is handed out."""
    lessons = copy_lesson(tmp_path / "full", "03")
    out = tmp_path / "hw"
    assert main(["assignment", "3", "--lessons", str(lessons), "--out", str(out)]) == 0
    monkeypatch.delenv("BOR_LESSONS", raising=False)
    monkeypatch.setenv("BOR_JOURNAL", str(tmp_path / "journal.jsonl"))
    monkeypatch.chdir(out)
    return out


@pytest.fixture
def journal(handed_out: Path) -> Iterator[JournalAtHand]:
    journal_at_hand.cache_clear()
    yield journal_at_hand()
    journal_at_hand.cache_clear()


def state(widget: Any) -> str:
    held = widget.get_state()
    return json.dumps({key: held[key] for key in held if not key.startswith("_")}, default=str)


def test_it_runs_from_the_top_to_the_exercise(
    handed_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    notebook = nbformat.read(handed_out / "03-three-principles.ipynb", as_version=4)
    client = NotebookClient(
        notebook,
        timeout=CELL_RUNS_WITHIN,
        kernel_name="python3",
        resources={"metadata": {"path": str(handed_out)}},
    )
    with pytest.raises(CellExecutionError) as stopped:
        client.execute()
    assert stopped.value.ename == "NotImplementedError"
    ran = [cell for cell in notebook.cells if cell.get("execution_count")]
    assert ran[-1].metadata["nbgrader"]["grade_id"] == "L03-solution"
    later = notebook.cells[notebook.cells.index(ran[-1]) + 1 :]
    assert [cell.metadata["nbgrader"]["grade_id"] for cell in later] == ["L03-check"]


def test_the_quiz_keeps_answers_and_knows_none(journal: JournalAtHand, tmp_path: Path) -> None:
    asked = Lesson(3).quiz()
    assert isinstance(asked, HandIn)
    full = {item.id: item for item in load_quiz(tmp_path / "full" / "quizzes" / "03.toml")}
    assert asked.item_ids == tuple(full)
    for name, item in full.items():
        given = {
            "single": item.answer,
            "number": item.answer,
            "short": item.answer[0] if item.kind == "short" else "",
            "match": item.answer,
        }.get(item.kind, list(item.answer) if isinstance(item.answer, tuple) else item.answer)
        asked.attempt(name, given)
        asked.give_up(name)
        told = state(asked)
        assert item.explanation not in told
        assert not asked.results[name]["closed"]
        entry = journal.journal.latest("answer", name)
        assert entry["right"] is None
        assert entry["response"] is not None
    assert asked.score == {"solved": len(full), "first": 0, "total": len(full)}
    text = (tmp_path / "journal.jsonl").read_text(encoding="utf-8")
    assert len(read_journal(text)) == len(full)


def test_the_last_answer_counts_and_comes_back(journal: JournalAtHand) -> None:
    asked = Lesson(3).quiz()
    item = next(question for question in asked.questions if question["kind"] == "single")
    keys = [option["key"] for option in item["options"]]
    asked.attempt(item["id"], keys[0])
    asked.attempt(item["id"], keys[1])
    again = Lesson(3).quiz()
    assert again.results[item["id"]]["response"] == keys[1]
    assert "correct" not in state(again).replace('"correct": false', "")


def test_a_prediction_is_kept_and_not_answered(journal: JournalAtHand) -> None:
    asked = Lesson(3).predict("power")
    assert isinstance(asked, Predict)
    assert asked.answer == {}
    key = asked.options[1]["key"]
    asked.commit(key)
    assert asked.answer == {"key": "", "text": PREDICT_WORDS["in_class"], "sources": []}
    entry = journal.journal.latest("prediction", "L03/power")
    assert entry["choice"] == key
    assert entry["right"] is None
    assert Lesson(3).predict("power").committed == key
    with pytest.raises(ValueError, match="stays"):
        asked.commit(asked.options[0]["key"])


def test_the_full_lesson_judges_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOR_LESSONS", str(LESSONS))
    monkeypatch.setenv("BOR_JOURNAL", "none")
    journal_at_hand.cache_clear()
    try:
        asked = Lesson(3).predict("power")
        asked.commit(asked.options[0]["key"])
        assert asked.answer["key"]
        quiz = Lesson(3).quiz()
        assert not isinstance(quiz, HandIn)
        entry = journal_at_hand().journal.latest("prediction", "L03/power")
        assert entry["right"] is not None
    finally:
        journal_at_hand.cache_clear()
