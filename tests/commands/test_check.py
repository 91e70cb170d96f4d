"""`bor check`: one line for each fault, with file, key and reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bor_widgets.cases import records_folder
from bor_widgets.cli import main
from tests.cases.records import as_file, good


def put(folder: Path, slug: str, **changes: object) -> Path:
    path = folder / f"{slug}.toml"
    path.write_text(as_file(good(slug=slug, **changes)), encoding="utf-8")
    return path


def test_the_products_own_data_have_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # without the lessons: each of them has a test of its own
    (tmp_path / "quizzes").mkdir()
    monkeypatch.setenv("BOR_LESSONS", str(tmp_path))
    monkeypatch.delenv("BOR_CASES", raising=False)
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "94 of 94 case records read, no faults\n"


def test_one_good_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(put(tmp_path, "fish"))]) == 0
    assert capsys.readouterr().out == "1 of 1 case record read, no faults\n"


def test_a_folder_stands_for_its_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "fish")
    put(tmp_path, "chips", id="MY2")
    (tmp_path / "notes.txt").write_text("no record")
    assert main(["check", str(tmp_path)]) == 0
    assert "2 of 2" in capsys.readouterr().out


def test_each_fault_has_a_line_with_file_key_and_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "fish", depth="deep", first_year="long ago")
    put(tmp_path, "chips", id="MY2", papers=["P7"])
    (tmp_path / "broken.toml").write_text("id = ", encoding="utf-8")
    put(tmp_path, "sound", id="MY3")
    assert main(["check", str(tmp_path)]) == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    for start in (
        "fish.toml, depth: takes one of full, brief, title; given was 'deep'",
        "fish.toml, first_year: takes a year as a whole number; given was 'long ago'",
        "chips.toml, papers[0]: ",
        "broken.toml: is not valid TOML",
    ):
        assert sum(line.startswith(start) for line in lines) == 1, start
    assert last.startswith("1 of 4 case records read, 4 faults")


def test_one_fault_is_counted_in_good_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "fish", depth="deep")
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "0 of 1 case record read, 1 fault"


@pytest.mark.parametrize("name", ["nowhere.toml", "no-such-folder/"])
def test_what_is_not_there_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / name)]) == 1
    said = capsys.readouterr().out
    assert f"{name.strip('/')}: there is no such file or folder" in said


def test_what_is_not_there_does_not_hide_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = put(tmp_path, "fish", depth="deep")
    assert main(["check", str(tmp_path / "nowhere.toml"), str(broken)]) == 1
    said = capsys.readouterr().out
    assert "nowhere.toml" in said
    assert "fish.toml, depth" in said


def test_a_number_that_is_used_twice_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "apples")
    put(tmp_path, "pears")
    assert main(["check", str(tmp_path)]) == 1
    assert "pears.toml, id: MY1 is taken by apples.toml" in capsys.readouterr().out


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe\x00", b"[" * 50_000, b"#" * 200_000, b"x = " + b"9" * 9_000]
)
def test_a_hostile_file_is_one_line_and_no_traceback(
    raw: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.toml").write_bytes(raw)
    assert main(["check", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    assert all(line.startswith("bad.toml") for line in printed.out.splitlines()[:-1])


def test_a_copy_of_a_record_with_a_changed_place_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "iraq-2003-united-states.toml"
    shutil.copy(records_folder() / name, tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(text.replace("P0 L1464-1474", "P0 L99999", 1), encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    assert f"{name}, places[0]: P0 L99999 does not exist" in capsys.readouterr().out


def test_a_folder_of_ones_own_cases_is_checked_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "fish", depth="deep")
    monkeypatch.setenv("BOR_CASES", str(tmp_path))
    assert main(["check"]) == 1
    assert "fish.toml, depth" in capsys.readouterr().out
