"""Where `bor case new` writes: never over a file, never half a file, never in vain."""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path

import pytest

from bor_widgets.cases import records_folder
from bor_widgets.cli import main
from tests.commands.case_parts import least, new, written
from tests.commands.terminal import held, types

pytestmark = pytest.mark.usefixtures("at_home")


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert new("--yes", *least()) == 0
    before = Path("cases/a-quarrel-over-fish.toml").read_text()
    assert new("--yes", *least(done="A war.")) == 1
    assert "--force" in capsys.readouterr().err
    assert Path("cases/a-quarrel-over-fish.toml").read_text() == before
    assert new("--yes", "--force", *least(done="A war.")) == 0
    # links to the case go on working
    assert (written().done, written().id) == ("A war.", "MY1")


def test_each_case_gets_an_id_of_its_own() -> None:
    for title in ("One", "Two", "Three"):
        assert new("--yes", *least(title=title)) == 0
    ids = {tomllib.loads(p.read_text())["id"] for p in Path("cases").iterdir()}
    assert ids == {"MY1", "MY2", "MY3"}
    assert main(["check", "cases"]) == 0


def test_an_id_of_another_case_in_the_folder_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert new("--yes", *least(title="One")) == 0
    assert new("--yes", *least(title="Two"), "--id=MY1") == 1
    assert "MY1" in capsys.readouterr().err


def test_a_broken_file_beside_it_is_no_hindrance() -> None:
    Path("cases").mkdir()
    Path("cases/broken.toml").write_text("id = ")
    Path("cases/strange.toml").write_bytes(b"\xff\xfe")
    Path("cases/folder.toml").mkdir()
    assert new("--yes", *least()) == 0


def test_the_folder_is_the_named_one_then_that_of_the_variable(
    monkeypatch: pytest.MonkeyPatch, at_home: Path
) -> None:
    monkeypatch.setenv("BOR_CASES", str(at_home / "mine"))
    assert new("--yes", *least()) == 0
    assert new("--yes", "--folder=other/deep", *least()) == 0
    assert (at_home / "mine/a-quarrel-over-fish.toml").is_file()
    assert (at_home / "other/deep/a-quarrel-over-fish.toml").is_file()


def test_it_says_how_the_case_comes_into_every_picker(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, at_home: Path
) -> None:
    assert new("--yes", "--folder=my own cases", *least()) == 0
    last = capsys.readouterr().out.strip().splitlines()[-1]
    setting = next(word for word in shlex.split(last) if word.startswith("BOR_CASES="))
    assert setting == f"BOR_CASES={at_home / 'my own cases'}"
    monkeypatch.setenv("BOR_CASES", str(at_home / "my own cases"))
    assert new("--yes", *least(title="Another")) == 0
    assert "BOR_CASES=" not in capsys.readouterr().out


def test_the_folder_of_the_papers_cases_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    before = held(records_folder())
    assert new("--yes", f"--folder={records_folder()}", *least()) == 1
    assert "--folder" in capsys.readouterr().err
    assert held(records_folder()) == before


@pytest.mark.parametrize("folder", ["a-file", "a-file/inner", "x" * 300, "/proc/nowhere"])
def test_a_folder_that_cannot_be_is_told_before_anything_is_asked(
    folder: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a-file").write_text("kept")
    types(monkeypatch, [])
    assert new(f"--folder={folder}", *([*least(), "--yes"] if folder[0] in "x/" else [])) == 1
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert held(Path.cwd()) == ["a-file"]


def test_a_disk_that_refuses_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert new("--yes", "--folder=a/b", *least()) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert held(at_home) == []


def test_a_folder_that_may_not_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], at_home: Path
) -> None:
    # whoever runs the tests may be allowed everything
    monkeypatch.setattr("os.access", lambda *_: False)
    assert new("--yes", *least()) == 1
    assert "--folder" in capsys.readouterr().err
    assert held(at_home) == []
