"""`bor lesson new` by questions, and how it writes: everything or nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import jupytext
import nbformat
import pytest

from bor_widgets.cli import main
from bor_widgets.commands.check_files import read_text
from tests.commands.terminal import held, types

pytestmark = pytest.mark.usefixtures("at_home")

LEAST = ("--title=Fish and chips", "--claim=R01, R12")


def new(*words: str) -> int:
    return main(["lesson", "new", *words])


def notebook(path: str) -> nbformat.NotebookNode:
    found: nbformat.NotebookNode = jupytext.reads(read_text(Path(path)), fmt="md:myst")
    return found


def test_what_is_there_is_kept_unless_it_may_be_replaced(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert new("--yes", *LEAST, "--number=20") == 0
    quiz = Path("my-lessons/quizzes/20.toml")
    quiz.write_text("mine")
    Path("my-lessons/20-fish-and-chips.md").unlink()
    assert new("--yes", *LEAST, "--number=20") == 1
    assert "--force" in capsys.readouterr().err
    assert quiz.read_text() == "mine"
    assert not Path("my-lessons/20-fish-and-chips.md").exists()
    assert new("--yes", "--force", *LEAST, "--number=20") == 0
    assert tomllib.loads(quiz.read_text())["item"]


def test_a_disk_that_refuses_half_way_takes_everything_back(
    monkeypatch: pytest.MonkeyPatch, at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = Path.replace
    moved: list[Path] = []

    def full(self: Path, target: Path) -> Path:
        if len(moved) == 3:
            raise OSError(28, "No space left on device")
        moved.append(target)
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", full)
    assert new("--yes", *LEAST) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert held(at_home) == []


def test_what_was_to_be_replaced_is_as_before_when_it_fails(
    monkeypatch: pytest.MonkeyPatch, at_home: Path
) -> None:
    assert new("--yes", *LEAST, "--number=20") == 0
    before = {path: path.read_bytes() for path in at_home.rglob("*") if path.is_file()}
    whole = Path.replace

    def stopped(self: Path, target: Path) -> Path:
        if target.parent.name == "quizzes":
            raise KeyboardInterrupt
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", stopped)
    assert new("--yes", "--force", *LEAST, "--number=20", "--tension=E02") == 130
    assert {path: path.read_bytes() for path in at_home.rglob("*") if path.is_file()} == before


#: title, puzzle, claims twice, contradictions, cases, words, debates, bench, number, file, yes
TYPED = [
    *("Fish and chips", "A story.", "R01, R12", "", "E01", "", "C25", "", "", ""),
    *("", "", "", "yes"),
]


def test_the_dialogue_writes_what_was_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    left = types(monkeypatch, TYPED)
    assert new() == 0
    assert not list(left)
    said = capsys.readouterr().out
    assert said.index("will be written") < said.index("Write them?") < said.index("Written:")
    assert "A story." in Path("my-lessons/13-fish-and-chips.md").read_text()
    assert main(["check", "my-lessons"]) == 0


def test_a_bad_answer_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, ["", *TYPED[:2], "", "R999", *TYPED[2:-3], "a hundred", *TYPED[-3:]])
    assert new() == 0
    said = capsys.readouterr().out
    assert said.count("This answer is needed") == 2
    assert "no rule 'R999'" in said
    assert "from 1 to 99; given was 'a hundred'" in said


@pytest.mark.parametrize("cut", range(len(TYPED)))
@pytest.mark.parametrize(("end", "code"), [(EOFError, 1), (KeyboardInterrupt, 130)])
def test_whatever_ends_the_dialogue_leaves_nothing_behind(
    cut: int,
    end: type[BaseException],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    at_home: Path,
) -> None:
    types(monkeypatch, [*TYPED[:cut], end])
    assert new("--folder=deep/down") == code
    assert held(at_home) == []


def test_the_folder_may_be_that_of_the_variable(
    monkeypatch: pytest.MonkeyPatch, at_home: Path
) -> None:
    monkeypatch.setenv("BOR_LESSONS", str(at_home / "mine"))
    assert new("--yes", *LEAST) == 0
    assert (at_home / "mine/13-fish-and-chips.md").is_file()
