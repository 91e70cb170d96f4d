"""`bor assignment`: what it writes, what it refuses, and that it fails before an answer leaks."""

from __future__ import annotations

import json
import os
from pathlib import Path

import nbformat
import pytest

from bor_widgets.cli import main
from tests.course.assignment_lessons import EXPLANATION, NAME, SOLUTION, write_course


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BOR_LESSONS", raising=False)
    return write_course(tmp_path / "lessons")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_students_version_is_written_and_is_clean(
    lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(lessons)
    assert main(["assignment", "13", "--out", "hw", "--points", "2.5"]) == 0
    told = capsys.readouterr().out
    out = Path("hw")
    assert set(tree(out)) == {
        f"{NAME}.ipynb",
        f"{NAME}.md",
        "plans/13.toml",
        "quizzes/13.toml",
        "predictions/13.toml",
        "tests/q13.py",
    }
    assert all(name in told for name in tree(out))
    assert "The course is public" in told
    notebook = nbformat.read(out / f"{NAME}.ipynb", as_version=4)
    nbformat.validate(notebook)
    points = [
        c.metadata["nbgrader"].get("points") for c in notebook.cells if "nbgrader" in c.metadata
    ]
    assert points == [None, 2.5]
    assert main(["assignment", "--check", "hw"]) == 0
    assert capsys.readouterr().out == "hw: 6 files looked through, no answer found.\n"
    assert tree(lessons) == before


def test_the_teachers_version_is_laid_out_for_nbgrader(
    lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assignment", "locks", "--out", "class", "--source"]) == 0
    assert "nbgrader generate_assignment" in capsys.readouterr().out
    files = tree(Path("class"))
    assert set(files) == {
        f"source/{NAME}/{NAME}.ipynb",
        f"source/{NAME}/{NAME}.md",
        f"source/{NAME}/plans/13.toml",
        f"source/{NAME}/quizzes/13.toml",
        f"source/{NAME}/predictions/13.toml",
        "tests/q13.py",
    }
    text = files[f"source/{NAME}/{NAME}.ipynb"].decode()
    for mark in ("### BEGIN SOLUTION", "### END SOLUTION", "### BEGIN HIDDEN TESTS"):
        assert mark in text
    # nbgrader hands out whatever lies beside the notebook: the full tests lie elsewhere
    assert b"'hidden': True" in files["tests/q13.py"]
    assert b"answer" not in files[f"source/{NAME}/quizzes/13.toml"].split(b"\n", 1)[1]
    assert main(["assignment", "--check", "class"]) == 1


@pytest.mark.parametrize("name", ["13", "L13", "l13", NAME, "locks", f"lessons/{NAME}.md", "all"])
def test_a_lesson_has_several_names(name: str, lessons: Path) -> None:
    assert main(["assignment", name, name, "--out", "hw"]) == 0
    assert (Path("hw") / f"{NAME}.ipynb").is_file()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["lokcs", "--out", "hw"], "There is no lesson lokcs; the nearest is 13-locks."),
        (["7", "--out", "hw"], "There is no lesson 7; there are 13."),
        (["--out", "hw"], "Name at least one lesson"),
        (["13"], "Name the folder to write with --out."),
        (["13", "--out", "file"], "file is a file and no folder"),
        (["13", "--out", "file/deeper"], "file is a file and no folder"),
        (["13", "--out", "full"], "full is not empty; name another folder"),
        (["13", "--out", "lessons", "--force"], "lessons belongs to the lessons themselves"),
        (["13", "--out", "lessons/new"], "lessons/new belongs to the lessons themselves"),
        (["13", "--out", "x" * 300], "is no name of a folder"),
        (["13", "--out", "a\0b"], "is no name of a folder"),
        (["13", "--out", "hw", "--lessons", "full"], "There is no folder of lessons at full"),
        (["full/notes.md", "--out", "hw"], "full/notes.md is not in"),
        (["--check", "nowhere"], "There is no folder nowhere."),
        (["13", "--check", "full"], "writes nothing; leave out 13."),
        (["--check", "full", "--out", "hw"], "leave out --out."),
    ],
)
def test_a_refusal_is_one_sentence_and_nothing_is_written(
    words: list[str],
    reason: str,
    lessons: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.md").write_text("Notes.", encoding="utf-8")
    before = tree(tmp_path)
    assert main(["assignment", *words]) == 1
    said = capsys.readouterr()
    assert reason in said.err
    assert len(said.err.splitlines()) == 1
    assert not said.out
    assert tree(tmp_path) == before
    assert not (tmp_path / "hw").exists()


@pytest.mark.parametrize("points", ["-1", "many", "nan", "inf", "2000"])
def test_points_are_a_number(
    points: str, lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["assignment", "13", "--out", "hw", f"--points={points}"])
    assert left.value.code == 2
    assert "a number from 0 to 1000 is needed" in capsys.readouterr().err


def test_a_closed_folder_is_refused(
    lessons: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("closed").mkdir()
    # nothing is closed to root, as whom a test may run
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "closed")
    assert main(["assignment", "13", "--out", "closed/hw"]) == 1
    assert "closed cannot be written to" in capsys.readouterr().err
    assert not list(Path("closed").iterdir())


def test_what_fails_while_it_is_written_leaves_nothing_behind(
    lessons: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    replace, done = Path.replace, []

    def full(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == 3:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    assert main(["assignment", "13", "--out", "hw"]) == 1
    assert "No space left on device; nothing was written." in capsys.readouterr().err
    assert not Path("hw").exists()


@pytest.mark.parametrize(
    ("name", "before", "after", "reason"),
    [
        ("quizzes/13.toml", 'answer = "tie"', "", "item L13-needed: answer is missing"),
        ("quizzes/13.toml", '"tie"', '"right"', "the key right of L13-needed tells"),
        ("predictions/13.toml", '"breakup"', '"correct"', "the key correct of L13/lock tells"),
        ("predictions/13.toml", "[lock]", "[lock", "not valid TOML"),
        (f"{NAME}.md", SOLUTION, "solution = [", "the solution is not valid Python"),
    ],
)
def test_a_lesson_of_which_no_assignment_can_be_made_is_refused(
    name: str,
    before: str,
    after: str,
    reason: str,
    lessons: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = (lessons / name).read_text(encoding="utf-8")
    assert before in text
    (lessons / name).write_text(text.replace(before, after), encoding="utf-8")
    assert main(["assignment", "13", "--out", "hw"]) == 1
    said = capsys.readouterr().err
    assert reason in said
    assert said.endswith("nothing was written.\n")
    assert len(said.splitlines()) == 1
    assert not Path("hw").exists()


def test_what_was_handed_out_is_not_handed_out_again(
    lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assignment", "13", "--out", "hw"]) == 0
    assert main(["assignment", "13", "--out", "again", "--lessons", "hw"]) == 1
    assert "handed out already" in capsys.readouterr().err


def test_force_replaces_its_own_files_and_leaves_others(lessons: Path) -> None:
    assert main(["assignment", "13", "--out", "hw"]) == 0
    out = Path("hw")
    clean = tree(out)
    (out / "quizzes" / "13.toml").write_text('answer = "tie"', encoding="utf-8")
    (out / "read-me.txt").write_text("Hand in by Friday.", encoding="utf-8")
    assert main(["assignment", "13", "--out", "hw"]) == 1
    assert main(["assignment", "13", "--out", "hw", "--force"]) == 0
    assert tree(out) == {**clean, "read-me.txt": b"Hand in by Friday."}


def test_a_file_left_over_makes_the_command_fail_and_changes_nothing(
    lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = Path("hw")
    assert main(["assignment", "13", "--out", "hw"]) == 0
    capsys.readouterr()
    (out / ".ipynb_checkpoints").mkdir()
    left = out / ".ipynb_checkpoints" / f"{NAME}-checkpoint.ipynb"
    cell = nbformat.v4.new_code_cell(SOLUTION)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), left)
    (out / f"{NAME}.ipynb").write_text("mine", encoding="utf-8")
    before = tree(out)
    assert main(["assignment", "13", "--out", "hw", "--force"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith(f".ipynb_checkpoints/{NAME}-checkpoint.ipynb, cell 1: holds a part")
    assert "would tell an answer; nothing was written." in said.err
    assert tree(out) == before
    left.unlink()
    assert main(["assignment", "13", "--out", "hw", "--force"]) == 0


def test_a_lesson_that_shows_its_solution_is_not_written(
    lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = lessons / f"{NAME}.md"
    text = path.read_text(encoding="utf-8").replace("# Locks", f"# Locks\n\n`{SOLUTION}`")
    path.write_text(text, encoding="utf-8")
    assert main(["assignment", "13", "--out", "hw"]) == 1
    assert "a part of the solution of L13" in capsys.readouterr().out
    assert not Path("hw").exists()


def test_the_teachers_folder_of_nbgrader_is_looked_through_as_well(
    lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = Path("class") / "source" / NAME / "notes.txt"
    beside.parent.mkdir(parents=True)
    beside.write_text(EXPLANATION, encoding="utf-8")
    assert main(["assignment", "13", "--out", "class", "--source", "--force"]) == 1
    assert f"source/{NAME}/notes.txt, line 1" in capsys.readouterr().out


def test_the_check_finds_a_leak_and_says_where(
    lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assignment", "13", "--out", "hw"]) == 0
    path = Path("hw") / f"{NAME}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][0]["metadata"]["teacher"] = EXPLANATION
    path.write_text(json.dumps(notebook), encoding="utf-8")
    capsys.readouterr()
    assert main(["assignment", "--check", "hw"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith(
        f"{NAME}.ipynb, cell 1, its metadata: holds an explanation of the question L13-needed"
    )
    assert said.err == "1 place in hw may tell an answer.\n"


def test_what_cannot_be_looked_into_makes_the_check_fail(
    lessons: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assignment", "13", "--out", "hw"]) == 0
    (Path("hw") / "more").symlink_to(lessons, target_is_directory=True)
    os.mkfifo("hw/pipe")
    capsys.readouterr()
    assert main(["assignment", "--check", "hw"]) == 1
    said = capsys.readouterr().out
    assert "more: it is a link to a folder" in said
    assert "pipe: " in said


def test_answers_that_are_not_known_are_not_called_absent(
    lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assignment", "13", "--out", "hw"]) == 0
    (lessons / "quizzes" / "13.toml").write_text("= 3", encoding="utf-8")
    assert main(["assignment", "--check", "hw"]) == 1
    assert "were not looked for" in capsys.readouterr().err
