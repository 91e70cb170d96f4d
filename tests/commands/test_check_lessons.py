"""`bor check` on a lesson: each fault with the line it stands in, and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from bor_widgets.cli import main
from tests.commands.check_parts import LESSON, change, faults

LESSONS = Path(__file__).resolve().parents[2] / "lessons"


@pytest.mark.parametrize(
    "path", sorted(LESSONS.glob("[0-9][0-9]-*.md")), ids=lambda path: path.stem
)
def test_the_lessons_of_the_course_are_sound(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert faults(path, capsys) == []


@pytest.mark.parametrize(
    "path",
    sorted(LESSONS.glob("*/[0-9][0-9]*.*")),
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_what_belongs_to_the_lessons_of_the_course_is_sound(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert faults(path, capsys) == []


def test_the_folder_stands_for_all_that_belongs_to_its_lessons(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "notes.txt").write_text("no lesson")
    (folder / "README.md").write_text("# Mine\n\nNo lesson either.\n")
    capsys.readouterr()
    assert main(["check", "mine"]) == 0
    said = capsys.readouterr().out
    for counted in ("1 of 1 lesson", "1 of 1 quiz", "1 of 1 file of predictions", "1 of 1 plan",
                    "1 of 1 set of slides", "1 of 1 guide"):  # fmt: skip
        assert counted in said


#: what is spoilt in the lesson -> old, new, and what the one sentence says
SPOILT: dict[str, tuple[str, str, str]] = {
    "a heading is missing": ("## Predict\n", "\n", "“Predict” is missing"),
    "a heading is there twice": ("## Cases\n", "## Cases\n\nA\n\n## Cases\n", "stands here again"),
    "an id that does not exist": ("## Cases\n", "## Cases\n\nSee R999.\n", "no record R999"),
    "a case that does not exist": ("## Cases\n", "## Cases\n\nSee C999.\n", "no record C999"),
    "a lesson that does not exist": ("## Cases\n", "## Cases\n\nSee L77.\n", "no record L77"),
    "a prediction that does not exist": ('predict("first")', 'predict("last")', "'last'"),
    "a source that does not exist": ('sources("E01")', 'sources("MY99")', "'MY99'"),
    "a word that is no concept": ('sources("E01")', 'terms("E01")', "A045"),
    "an input that the bench lacks": ("lesson.bench()", "lesson.bench(hatred=1)", "hatred"),
    "a value that the bench refuses": ('lesson.bench()', 'lesson.bench(grade="awful")', "awful"),
    "a console beyond its range": ("lesson.bench()", "lesson.console(threat=7)", "from 0 to 1"),
    "a console without its case": ("lesson.bench()", 'lesson.console(case="xy")', "no case 'xy'"),
    "another number": ("lesson = Lesson(13)", "lesson = Lesson(3)", "Lesson(13)"),
    "code that is no Python": ("lesson.quiz()", "lesson.quiz(", "no Python"),
    "another title": ("# Fish\n", "# Chips\n", "# Fish"),
    "another kernel": ("name: python3", "name: julia", "'julia'"),
    "written otherwise": ("tags: [hide-input]\n---\nlesson.quiz()",
                          "tags:   [hide-input]\n---\nlesson.quiz()", "Jupyter writes it"),
    "a section with nothing in it": ("## Further reading\n\n- Write here: works that the papers "
                                     "themselves name.\n", "## Further reading\n", "nothing below"),
    "a header that repeats itself": ("title: Fish", "title: &a Fish", "repeat"),
}  # fmt: skip


@pytest.mark.parametrize("how", SPOILT)
def test_one_fault_is_one_sentence_with_its_line(
    how: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, part = SPOILT[how]
    path = change(folder / LESSON, old, new)
    lines = faults(path, capsys)
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"{LESSON}, line ") or "is missing" in lines[0]
    assert part in lines[0]


def test_a_heading_of_ones_own_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = change(folder / LESSON, "## Try it", "## Try this")
    lines = faults(path, capsys)
    assert any("“Try it” is missing" in line for line in lines)
    assert any("“Try this” is no heading of a lesson" in line for line in lines)


def test_texts_for_people_beside_the_guides_are_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "instructor/README.md").write_text("# How to teach this\n")
    assert faults(folder, capsys) == []


def test_the_line_is_that_of_the_fault(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = change(folder / LESSON, "lesson.bench()", "threat = 1\nlesson.bench(hatred=1)")
    line = path.read_text().splitlines().index("lesson.bench(hatred=1)") + 1
    (said,) = faults(path, capsys)
    assert said.startswith(f"{LESSON}, line {line}: ")


def test_headings_in_another_order_are_told_where_they_stand(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (folder / LESSON).read_text()
    text = (
        text.replace("## Cases", "## X")
        .replace("## Try it", "## Cases")
        .replace("## X", "## Try it")
    )
    (folder / LESSON).write_text(text)
    lines = [line for line in faults(folder / LESSON, capsys) if "wrong place" in line]
    assert len(lines) == 1
    number = text.splitlines().index("## Cases") + 1
    assert lines[0].startswith(f"{LESSON}, line {number}: the heading “Cases”")
    assert "after “Try it”" in lines[0]


def test_headings_in_code_are_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = change(folder / LESSON, "## Cases\n", "## Cases\n\n```text\n## Predict\nR999x\n```\n")
    assert faults(path, capsys) == []


@pytest.mark.parametrize(
    ("gone", "part"),
    [
        ("predictions/13.toml", "predictions/13.toml"),
        ("quizzes/13.toml", "quizzes/13.toml"),
        ("plans/13.toml", "plans/13.toml"),
    ],
)
def test_a_file_that_the_lesson_needs_is_missed(
    gone: str, part: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / gone).unlink()
    lines = faults(folder / LESSON, capsys)
    assert lines
    assert all(part in line for line in lines)


def test_a_name_that_no_lesson_has(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = (folder / LESSON).rename(folder / "Fish and Chips.md")
    assert any("13-a-few-words.md" in line for line in faults(other, capsys))


def test_a_lesson_may_name_another_one_of_its_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--yes", "--folder=mine", "--claim=R01")
    assert main(["lesson", "new", "--title=Chips", *options]) == 0
    change(folder / LESSON, "## Cases\n", "## Cases\n\nSee L14, and P0 L395.\n")
    assert faults(folder, capsys) == []


def test_a_lesson_saved_on_another_system_is_sound(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / LESSON
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert faults(path, capsys) == []
