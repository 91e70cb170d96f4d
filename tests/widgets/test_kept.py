"""What is committed in a lesson comes back when the lesson is opened again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bor_widgets import Console, Lesson
from bor_widgets.course.at_hand import FILE_VARIABLE, journal_at_hand
from bor_widgets.course.journal import Journal, read_journal
from bor_widgets.widgets.journal_desk import JournalDesk
from bor_widgets.widgets.lesson_head import LessonHead
from bor_widgets.widgets.note import LONGEST_NOTE, Note
from tests.hostile import TEXTS


def kernel_starts_anew() -> None:
    """Forget everything but the file, as a Python that is started again does."""
    journal_at_hand.cache_clear()


@pytest.fixture
def path(no_journal_of_the_reader: Path) -> Path:
    return no_journal_of_the_reader


def test_a_prediction_is_on_disk_at_once_and_back_after_a_restart(path: Path) -> None:
    asked = Lesson(3).predict("power")
    asked.tell({"kind": "commit", "key": "allies"})
    assert read_journal(path.read_text()).latest("prediction", "L03/power") == {
        "choice": "allies",
        "right": False,
    }
    kernel_starts_anew()
    again = Lesson(3).predict("power")
    assert again.committed == "allies"
    assert again.answer["key"] == "same"  # R11


def test_bringing_back_adds_nothing(path: Path) -> None:
    Lesson(3).predict("power").commit("same")
    Lesson(3).quiz().attempt("L03-direct", "soften")
    before = path.read_bytes()
    kernel_starts_anew()
    Lesson(3).predict("power")
    Lesson(3).quiz()
    LessonHead("L03", "title")
    assert path.read_bytes() == before


def test_every_attempt_of_a_quiz_comes_back(path: Path) -> None:
    quiz = Lesson(3).quiz()
    quiz.attempt("L03-direct", "soften")
    quiz.attempt("L03-direct", "end")
    quiz.attempt("L03-areas", "1")
    quiz.attempt("L03-areas", "0")
    quiz.give_up("L03-areas")
    kernel_starts_anew()
    again = Lesson(3).quiz()
    assert again.responses == quiz.responses
    assert again.results == quiz.results
    assert again.score == quiz.score


def test_a_cell_that_is_run_twice_shows_the_same_everywhere() -> None:
    one, other = Lesson(3).quiz(), Lesson(3).quiz()
    one.attempt("L03-direct", "end")
    assert other.results["L03-direct"]["closed"]
    asked, twin = Lesson(3).predict("power"), Lesson(3).predict("power")
    asked.commit("same")
    assert twin.committed == "same"
    assert len(journal_at_hand().journal) == 2


def test_an_answer_that_is_no_longer_offered_is_left_in_the_journal() -> None:
    at_hand = journal_at_hand()
    at_hand.add("prediction", "L03/power", {"choice": "gone", "right": False})
    at_hand.add("answer", "L03-direct", {"response": "gone", "right": False, "attempt": 1})
    assert Lesson(3).predict("power").committed == ""
    assert Lesson(3).quiz().score["solved"] == 0
    assert len(at_hand.journal) == 2


@pytest.mark.parametrize("text", TEXTS)
def test_a_note_is_kept_letter_by_letter(text: str, path: Path) -> None:
    note = Note("L03/x", "Why?")
    note.tell({"kind": "keep", "text": text})
    kernel_starts_anew()
    plain = text.strip()
    assert Note("L03/x", "Why?").text == (plain if len(plain) <= LONGEST_NOTE else "")


def test_a_note_that_cannot_be_kept_gets_a_sentence_and_the_old_one_stays() -> None:
    note = Note("L03/x", "Why?")
    note.keep("first")
    note.keep("x" * (LONGEST_NOTE + 1))
    assert str(LONGEST_NOTE) in note.error
    assert str(LONGEST_NOTE + 1) in note.error
    assert note.text == "first"
    note.keep("   ")
    assert note.error
    assert journal_at_hand().journal.latest("note", "L03/x") == "first"


def test_a_case_is_kept_with_the_grade_that_was_judged() -> None:
    console = Console(case="iraq-2003-united-states")
    console.folds["case"].unfold()
    picker = console._parts["case"].widget
    console.state.set_inputs({"grade": "direct"})
    picker.tell({"kind": "commit", "action": "breakup", "reason": "a lost cause"})
    assert journal_at_hand().journal.latest("case", "iraq-2003-united-states") == {
        "action": "breakup",
        "reason": "a lost cause",
        "grade": "direct",
    }


def test_the_strip_counts_what_is_done() -> None:
    head = LessonHead("L03", "Three principles")
    lesson = Lesson(3)
    done = head.progress["done"]
    assert [done["committed"], done["answered"], done["state"]] == [0, 0, "new"]
    for name, choice in (("power", "same"), ("areas", "less")):
        lesson.predict(name).commit(choice)
    quiz = lesson.quiz()
    quiz.attempt("L03-direct", "soften")
    quiz.attempt("L03-direct", "end")
    done = head.progress["done"]
    assert [done["committed"], done["answered"], done["state"]] == [2, 1, "begun"]
    states = {step["number"]: step["state"] for step in head.progress["steps"]}
    assert len(states) == 12
    assert {number for number, state in states.items() if state != "new"} == {3}


def tell(desk: JournalDesk, kind: str, **more: Any) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []
    desk.send = lambda content, buffers=None: sent.append(content)
    desk.tell({"kind": kind, **more})
    return sent


def test_a_saved_journal_is_opened_elsewhere_and_merged_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(JournalDesk(), "name", name="  Mira   Núñez ")
    Lesson(3).predict("power").commit("same")
    [file] = tell(JournalDesk(), "save")
    assert file["name"] == "journal-mira-núñez.jsonl"
    monkeypatch.setenv(FILE_VARIABLE, "none")
    kernel_starts_anew()
    desk = JournalDesk()
    tell(desk, "opened", text=file["text"])
    assert "2 entries" in desk.told
    assert desk.student == "Mira Núñez"
    tell(desk, "opened", text=file["text"])
    assert "already" in desk.told


@pytest.mark.parametrize("text", ["", "{}", "\x00", "[" * 10_000, *TEXTS])
def test_a_file_that_is_no_journal_changes_nothing(text: str, path: Path) -> None:
    desk = JournalDesk()
    Lesson(3).predict("power").commit("same")
    before = desk.text
    tell(desk, "opened", text=text)
    assert "was not opened" in desk.problem
    assert desk.text == before


def test_the_browsers_copy_comes_back_where_no_file_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(FILE_VARIABLE, "none")
    kept = Journal()
    kept.add("prediction", "L03/power", {"choice": "same", "right": True})
    asked = Lesson(3).predict("power")
    assert asked.committed == ""
    tell(JournalDesk(), "browser", text=kept.as_text())
    assert asked.committed == "same"


def test_another_students_journal_in_the_browser_is_asked_about() -> None:
    Lesson(3).predict("power").commit("same")
    desk = JournalDesk()
    other = Journal()
    other.add("name", "", "Tom")
    tell(desk, "browser", text=other.as_text())
    assert desk.other == {"name": "Tom", "count": 1}
    tell(desk, "other", wanted=False)
    assert desk.other == {}
    assert desk.student == ""


def test_what_the_browser_cannot_hand_over_stays_there(path: Path) -> None:
    desk = JournalDesk()
    [answer] = tell(desk, "browser", text="garbage")
    assert answer["kind"] == "aside"


def test_a_new_journal_asks_the_questions_anew_and_the_old_file_stays(path: Path) -> None:
    Lesson(3).predict("power").commit("same")
    desk = JournalDesk()
    tell(desk, "anew")
    assert desk.count == 0
    assert Lesson(3).predict("power").committed == ""
    assert len(list(path.parent.glob("my-journal-earlier-*.jsonl"))) == 1


def test_print_tells_predictions_answers_cases_and_notes_in_words() -> None:
    lesson = Lesson(3)
    lesson.predict("power").commit("allies")
    lesson.quiz().attempt("L03-direct", "end")
    lesson.note("fields", "Which?").keep("Mine <b>")
    journal_at_hand().add(
        "case", "iraq-2003-united-states", {"action": "mix", "reason": "", "grade": "direct"}
    )
    [message] = tell(JournalDesk(), "print")
    told = json.dumps(message["pages"], ensure_ascii=False)
    assert "look for allies" in told  # the option that was chosen, in its own words
    assert "solved at attempt 1" in told
    assert "Mine <b>" in told
    assert "Iraq" in told


def test_a_name_that_is_too_long_is_refused_and_not_cut() -> None:
    desk = JournalDesk()
    tell(desk, "name", name="x" * 81)
    assert "80" in desk.problem
    assert desk.student == ""


@pytest.mark.parametrize(
    "message",
    [
        {"kind": "browser"},
        {"kind": "opened", "text": 3},
        {"kind": "name"},
        {"kind": "other"},
        {"kind": "x"},
    ],
)
def test_a_strange_message_changes_nothing(message: dict[str, Any]) -> None:
    desk = JournalDesk()
    before = desk.get_state()
    desk._receive(desk, message, [])
    assert desk.get_state() == before
