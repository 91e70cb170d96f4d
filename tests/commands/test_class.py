"""`bor class`: from made-up journals to a page, and every refusal in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bor_widgets.cli import main
from tests.course.class_journals import answer, named, text_of, write_class, write_course


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    return write_course(tmp_path / "lessons")


def report(folder: Path, lessons: Path, *words: str) -> int:
    return main(["class", "report", str(folder), "--lessons", str(lessons), *words])


def test_from_a_made_up_class_to_its_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "demo"
    assert main(["class", "example", str(folder), "--students", "12", "--seed", "5"]) == 0
    assert len(list(folder.glob("*.jsonl"))) == 12
    assert main(["class", "report", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "Students: 12. Journal files: 12 (copies merged: 0, left out: 0" in said
    page = (tmp_path / "demo-report.html").read_text(encoding="utf-8")
    assert "Made up: 12 of these 12 journals" in page
    for heading in ("Who finished what", "Learning gain", "case by case", "hardest questions"):
        assert heading in page
    assert page.count("Made-up student") == 12
    table = (tmp_path / "demo-report.csv").read_text(encoding="utf-8-sig")
    assert len(table.splitlines()) == 13


def test_what_was_asked_for_is_written_and_nothing_else(tmp_path: Path, lessons: Path) -> None:
    folder = write_class(tmp_path / "cls", [named("Ada"), ("note", "L01/why", "my words")])
    out, tables = tmp_path / "a.html", tmp_path / "tables"
    words = ["--out", str(out), "--csv", str(tables), "--anonymous", "--notes"]
    assert report(folder, lessons, *words) == 0
    names = {path.stem for path in tables.iterdir()}
    assert names == {"students", "items", "predictions", "cases", "claims", "notes"}
    assert {path.name for path in tmp_path.iterdir()} == {"cls", "lessons", "a.html", "tables"}
    page = out.read_text(encoding="utf-8")
    assert "my words" in page
    assert "Ada" not in page


def test_nothing_is_replaced_without_force(
    tmp_path: Path, lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_class(tmp_path / "cls", [named("Ada")])
    table = tmp_path / "cls-report.csv"
    table.write_text("mine", encoding="utf-8")
    assert report(folder, lessons) == 1
    told = capsys.readouterr().err
    assert "cls-report.csv is there already; give --force" in told
    assert not (tmp_path / "cls-report.html").exists()
    assert report(folder, lessons, "--force") == 0
    assert "Ada" in table.read_text(encoding="utf-8-sig")


def test_broken_files_and_copies_are_counted_and_told(
    tmp_path: Path, lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_class(tmp_path / "cls", [named("Ada"), answer("L77-gone", "x")])
    (folder / "copy").mkdir()
    copy = (folder / "student-001.jsonl").read_text(encoding="utf-8")
    (folder / "copy" / "again.jsonl").write_text(copy, encoding="utf-8")
    (folder / "broken.jsonl").write_text("x", encoding="utf-8")
    (folder / "half.jsonl").write_text(text_of([named("Bo")]) + "x\n", encoding="utf-8")
    (folder / "essay.pdf").write_text("x", encoding="utf-8")
    assert report(folder, lessons) == 0
    said = capsys.readouterr().out
    assert "Students: 2. Journal files: 4 (copies merged: 1, left out: 1, read in part: 1)" in said
    assert "Other files: 1." in said
    assert "broken.jsonl: this is not a journal of the course" in said
    assert "half.jsonl: one of its lines could not be read" in said
    assert "1 entries belong to nothing in this course" in said
    page = (tmp_path / "cls-report.html").read_text(encoding="utf-8")
    assert "broken.jsonl" in page
    assert "half.jsonl" in page


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["class", *words]) == 1
    told = capsys.readouterr()
    assert not told.out
    assert len(told.err.splitlines()) == 1
    return told.err


def test_every_refusal_is_one_sentence(
    tmp_path: Path, lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "essay.pdf").write_text("x")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "a.jsonl").write_text("x")
    file = broken / "a.jsonl"
    good = write_class(tmp_path / "good", [named("Ada")])
    at = ["--lessons", str(lessons)]
    told = refused(capsys, "report", str(tmp_path / "none"), *at)
    assert "There is no folder" in told
    assert "is a file and no folder" in refused(capsys, "report", str(file), *at)
    assert "There is no journal (*.jsonl)" in refused(capsys, "report", str(empty), *at)
    told = refused(capsys, "report", str(broken), *at)
    assert "None of the 1 files" in told
    assert "a.jsonl: this is not a journal" in told
    told = refused(capsys, "report", str(good), "--lessons", str(empty))
    assert "no lessons with questions" in told
    told = refused(capsys, "report", str(good), "--lessons", str(tmp_path / "none"))
    assert "--lessons: there is no folder" in told
    assert "ends in .html" in refused(capsys, "report", str(good), *at, "--out", "x.csv")
    # beside the folder there is nothing new
    assert not list(tmp_path.glob("*report*"))


def test_made_up_journals_never_lie_among_real_ones(
    tmp_path: Path, lessons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--lessons", str(lessons)]
    real = write_class(tmp_path / "real", [named("Ada")])
    for force in ([], ["--force"]):
        told = refused(capsys, "example", str(real), *at, *force)
        assert "must not lie among real ones" in told
    assert [path.name for path in real.iterdir()] == ["student-001.jsonl"]
    demo = tmp_path / "demo"
    assert main(["class", "example", str(demo), "--students", "4", *at]) == 0
    capsys.readouterr()
    assert "is not empty" in refused(capsys, "example", str(demo), *at)
    assert main(["class", "example", str(demo), "--students", "2", "--force", *at]) == 0
    assert len(list(demo.glob("*.jsonl"))) == 2
    assert "made up by a program" in (demo / "MADE-UP.txt").read_text(encoding="utf-8")
    capsys.readouterr()
    told = refused(capsys, "example", str(tmp_path / "x"), "--students", "0", *at)
    assert "--students takes a number from 1 to" in told


def test_progress_is_shown_on_a_terminal_only(
    tmp_path: Path,
    lessons: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = write_class(tmp_path / "cls", [named("Ada")])
    assert report(folder, lessons) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert report(folder, lessons, "--force") == 0
    assert "Reading 1 of 1 journals" in capsys.readouterr().err
