"""`bor lesson new`: a skeleton that passes `bor check`, opens and runs."""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat
import pytest
from nbclient import NotebookClient

from bor_widgets.cli import main
from bor_widgets.commands.check_files import read_text
from bor_widgets.commands.lesson_plan import read_plan
from bor_widgets.course.quiz_items import KINDS, load_quiz
from tests.commands.terminal import held

#: the headings of the course's lessons, from the third one
HEADINGS = [
    line[3:]
    for line in (Path(__file__).resolve().parents[2] / "lessons/03-three-principles.md")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.startswith("## ")
]

pytestmark = pytest.mark.usefixtures("at_home")

LEAST = ("--title=Fish and chips", "--claim=R01, R12")


def new(*words: str) -> int:
    return main(["lesson", "new", *words])


def notebook(path: str) -> nbformat.NotebookNode:
    found: nbformat.NotebookNode = jupytext.reads(read_text(Path(path)), fmt="md:myst")
    return found


def test_everything_that_belongs_to_a_lesson_is_there_and_sound(at_home: Path) -> None:
    assert new("--yes", *LEAST, "--tension=E01", "--case=C25,C27") == 0
    assert [name for name in held(at_home / "my-lessons") if "." in name] == [
        "13-fish-and-chips.md",
        "instructor/13-fish-and-chips.md",
        "plans/13.toml",
        "predictions/13.toml",
        "quizzes/13.toml",
        "slides/13.toml",
    ]
    assert main(["check", "my-lessons"]) == 0


def test_the_skeleton_has_the_headings_of_the_course() -> None:
    assert len(HEADINGS) == 10
    assert new("--yes", *LEAST) == 0
    text = Path("my-lessons/13-fish-and-chips.md").read_text(encoding="utf-8")
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == HEADINGS


def test_its_code_is_folded_until_the_reader_is_curious() -> None:
    assert new("--yes", *LEAST) == 0
    cells = notebook("my-lessons/13-fish-and-chips.md").cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    open_cells = [cell for cell in code if "hide-input" not in cell.metadata.get("tags", [])]
    assert len(open_cells) == 1
    assert code[0].source.splitlines()[1:] == ["lesson = Lesson(13)", "lesson.start()"]
    assert all(len(cell.source.splitlines()) <= 3 for cell in code)
    tags = [tag for cell in cells for tag in cell.metadata.get("tags", [])]
    assert tags.count("solution") == 2
    assert tags.count("check") == 1


def test_the_quiz_has_one_question_of_each_kind() -> None:
    assert new("--yes", *LEAST) == 0
    items = load_quiz("my-lessons/quizzes/13.toml")
    assert [item.kind for item in items] == list(KINDS)
    assert all(item.id.startswith("L13-") for item in items)


def test_the_plan_says_what_the_lesson_teaches() -> None:
    options = ("--concept=A045", "--debate=F16", "--case=iraq-2003-united-states")
    assert new("--yes", *LEAST, "--tension=E01", "--bench=tieweb", *options) == 0
    record, bench = read_plan(Path("my-lessons/plans/13.toml"))
    assert (record.id, record.title, bench) == ("L13", "Fish and chips", "TieWeb")
    assert record.claims == ("R01", "R12")
    assert (record.tensions, record.cases) == (("E01",), ("C25",))
    assert (record.concepts, record.debates) == (("A045",), ("F16",))


def test_numbers_begin_behind_the_course_and_are_used_once() -> None:
    for title in ("One", "Two", "Three"):
        assert new("--yes", f"--title={title}", "--claim=R01") == 0
    assert sorted(path.name for path in Path("my-lessons").glob("*.md")) == [
        *("13-one.md", "14-two.md", "15-three.md"),
    ]
    assert main(["check", "my-lessons"]) == 0


def test_a_number_may_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert new("--yes", *LEAST, "--number=42") == 0
    assert Path("my-lessons/42-fish-and-chips.md").is_file()
    assert new("--yes", "--title=Other", "--claim=R01", "--number=42") == 1
    assert "42-fish-and-chips.md" in capsys.readouterr().err


def test_a_lesson_of_the_course_that_is_taught_anew_has_no_plan() -> None:
    assert new("--yes", *LEAST, "--number=3") == 0
    assert not Path("my-lessons/plans").exists()
    assert main(["check", "my-lessons"]) == 0


def test_the_skeleton_runs_from_top_to_bottom(
    at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # with the number of a lesson of the course, whose bench and cases it then shows
    monkeypatch.setenv("IPYTHONDIR", str(at_home / "ipython"))
    assert new("--yes", *LEAST, "--tension=E01", "--case=C25", "--number=3") == 0
    ran = notebook("my-lessons/03-fish-and-chips.md")
    where = {"metadata": {"path": str(at_home / "my-lessons")}}
    NotebookClient(ran, timeout=120, kernel_name="python3", resources=where).execute()
    for cell in ran.cells:
        if cell.cell_type == "code":
            assert not [out for out in cell.outputs if out.get("name") == "stderr"], cell.source


def test_all_that_is_missing_is_named_in_one_sentence(
    capsys: pytest.CaptureFixture[str], at_home: Path
) -> None:
    assert new("--yes") == 1
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert "--title" in said
    assert "--claim" in said
    assert held(at_home) == []


@pytest.mark.parametrize(
    ("option", "part"),
    [
        ("--claim=R999", "R99"),
        ("--claim=E01", "no rule"),
        ("--tension=R01", "no tension"),
        ("--case=C999", "C999"),
        ("--concept=A999", "A9"),
        ("--debate=F99", "F9"),
        ("--bench=Seesaw", "ThreatDial"),
        ("--number=0", "from 1 to 99"),
        ("--number=100", "from 1 to 99"),
        ("--number=one", "from 1 to 99"),
        ("--slug=../up", "small letters"),
        ("--title=<script>x</script>", "markup"),
        ("--puzzle=<img src=x>", "markup"),
    ],
)
def test_a_bad_answer_is_one_sentence_and_nothing_is_written(
    option: str, part: str, at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("--yes", *LEAST, option) == 1
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert part in said
    assert held(at_home) == []
