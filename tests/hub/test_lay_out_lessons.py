"""Lessons come to a student's folder, and a student's work is never written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hub.deployed import deployed

lay_out = deployed("lay_out_lessons").lay_out
LESSON = "03-three-principles.md"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of two lessons, with what students do not get."""
    folder = tmp_path / "course"
    (folder / "instructor").mkdir(parents=True)
    (folder / "quizzes").mkdir()
    (folder / "instructor" / LESSON).write_text("for the teacher", encoding="utf-8")
    (folder / LESSON).write_text("first text", encoding="utf-8")
    (folder / "01-the-puzzle.md").write_text("a puzzle", encoding="utf-8")
    (folder / "appendix-worlds.md").write_text("worlds", encoding="utf-8")
    (folder / "notes.md").write_text("not a lesson", encoding="utf-8")
    return folder


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A student's folder."""
    return tmp_path / "home" / "lessons"


def seen(folder: Path) -> dict[str, str]:
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in folder.iterdir()
        if not path.name.startswith(".")
    }


def test_the_lessons_come_and_nothing_else(course: Path, mine: Path) -> None:
    lay_out(course, mine)
    assert seen(mine) == {
        "01-the-puzzle.md": "a puzzle",
        LESSON: "first text",
        "appendix-worlds.md": "worlds",
    }


def test_a_lesson_that_was_not_touched_is_renewed(course: Path, mine: Path) -> None:
    lay_out(course, mine)
    (course / LESSON).write_text("second text", encoding="utf-8")
    lay_out(course, mine)
    assert seen(mine)[LESSON] == "second text"
    assert len(seen(mine)) == 3


def test_a_changed_lesson_stays_and_the_newer_text_lies_beside_it(course: Path, mine: Path) -> None:
    lay_out(course, mine)
    (mine / LESSON).write_text("my own answer", encoding="utf-8")
    lay_out(course, mine)
    assert len(seen(mine)) == 3  # no newer text, nothing beside it
    for text in ("second text", "third text"):
        (course / LESSON).write_text(text, encoding="utf-8")
        lay_out(course, mine)
        lay_out(course, mine)
    found = seen(mine)
    assert found[LESSON] == "my own answer"
    beside = {name: text for name, text in found.items() if ".newer-" in name}
    assert sorted(beside.values()) == ["second text", "third text"]


def test_what_a_student_writes_into_the_newer_text_stays_too(course: Path, mine: Path) -> None:
    lay_out(course, mine)
    (mine / LESSON).write_text("my own answer", encoding="utf-8")
    (course / LESSON).write_text("second text", encoding="utf-8")
    lay_out(course, mine)
    newer = next(mine.glob("*.newer-*"))
    newer.write_text("worked here as well", encoding="utf-8")
    (mine / ".laid-out.json").unlink()  # even when nothing is known of the past
    lay_out(course, mine)
    assert newer.read_text(encoding="utf-8") == "worked here as well"
    assert seen(mine)[LESSON] == "my own answer"


def test_a_lesson_that_was_thrown_away_comes_back(course: Path, mine: Path) -> None:
    lay_out(course, mine)
    (mine / LESSON).unlink()
    lay_out(course, mine)
    assert seen(mine)[LESSON] == "first text"


@pytest.mark.parametrize("record", ["", "{", "[]", '{"03-three-principles.md": 3}', "\x00"])
def test_a_broken_record_costs_nobody_a_word(course: Path, mine: Path, record: str) -> None:
    lay_out(course, mine)
    (mine / LESSON).write_text("my own answer", encoding="utf-8")
    (mine / ".laid-out.json").write_text(record, encoding="utf-8")
    lay_out(course, mine)
    assert seen(mine)[LESSON] == "my own answer"


def test_a_folder_in_the_place_of_a_lesson_stops_nothing(course: Path, mine: Path) -> None:
    (mine / "01-the-puzzle.md").mkdir(parents=True)
    lay_out(course, mine)
    assert (mine / "01-the-puzzle.md").is_dir()
    assert (mine / LESSON).read_text(encoding="utf-8") == "first text"


def test_nothing_half_written_is_left_behind(
    course: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError("No space left on device")

    mine.mkdir(parents=True)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        lay_out(course, mine)
    assert list(mine.iterdir()) == []
