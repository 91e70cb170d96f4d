"""A folder of journals as it comes: nothing in it stops the reading, and all is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bor_widgets.course import class_files
from bor_widgets.course.class_course import course_in
from bor_widgets.course.class_files import ClassFiles, NoClassError, journal_faults
from bor_widgets.course.journal import Journal
from tests.course.class_journals import answer, named, text_of, write_course


def put(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def read(folder: Path) -> tuple[list[Journal], ClassFiles]:
    files = ClassFiles(folder)
    return [handed_in.journal for handed_in in files.journals()], files


def test_journals_are_found_in_all_folders_and_other_files_counted(tmp_path: Path) -> None:
    put(tmp_path, "Li Ada_123/my-journal.jsonl", text_of([named("Ada")]))
    put(tmp_path, "Berg Bo_124/Abgabe (1) ü.JSONL", text_of([named("Bo")]))
    put(tmp_path, "Berg Bo_124/essay.docx", "x")
    put(tmp_path, "grades.csv", "x")
    # what a computer leaves beside the files of a student
    put(tmp_path, "__MACOSX/Li Ada_123/my-journal.jsonl", "x")
    put(tmp_path, "Li Ada_123/._my-journal.jsonl", b"\x00\x05")
    put(tmp_path, ".ipynb_checkpoints/my-journal.jsonl", "x")
    found, files = read(tmp_path)
    assert {journal.student for journal in found} == {"Ada", "Bo"}
    assert (files.found, files.others, files.faults) == (2, 4, [])


def test_broken_files_are_told_one_by_one_and_the_others_read(tmp_path: Path) -> None:
    whole = text_of([answer("L01-a", "yes"), answer("L01-b", "yes")])
    put(tmp_path, "a-good.jsonl", whole)
    put(tmp_path, "b-empty.jsonl", "")
    put(tmp_path, "c-other.jsonl", '{"x": 1}\n')
    put(tmp_path, "d-bytes.jsonl", whole.encode() + b"\xff\xfe\n")
    put(tmp_path, "e-deep.jsonl", "[" * 50_000)
    put(tmp_path, "f-number.jsonl", "7\n")
    put(tmp_path, "g-version.jsonl", '{"journal": "bor_widgets", "version": 9, "id": "abcdef01"}')
    broken = text_of([answer("L01-a", "yes"), answer("L01-b", "yes")])
    put(tmp_path, "h-cut.jsonl", broken[:-30])
    lines = text_of([answer("L01-a", "yes")]) + "nonsense\n{}\n"
    put(tmp_path, "i-lines.jsonl", lines)
    found, files = read(tmp_path)
    told = {fault.file: (fault.reason, fault.left_out) for fault in files.faults}
    assert sorted(len(journal) for journal in found) == [1, 1, 2]
    assert set(told) == {path.name for path in tmp_path.iterdir()} - {"a-good.jsonl"}
    for name in ("b-empty", "c-other", "e-deep", "f-number"):
        assert "not a journal of the course" in told[f"{name}.jsonl"][0]
    assert told["d-bytes.jsonl"] == ("it is not text in UTF-8", True)
    assert "version '9'" in told["g-version.jsonl"][0]
    assert told["h-cut.jsonl"] == (
        "one of its lines could not be read and was left out; line 3: it breaks off before its end",
        False,
    )
    assert told["i-lines.jsonl"][0].startswith("2 of its lines could not be read")
    assert not told["i-lines.jsonl"][1]


def test_the_faults_of_one_file_are_sentences(tmp_path: Path) -> None:
    good = text_of([named("Ada")])
    assert journal_faults(put(tmp_path, "a.jsonl", good)) == []
    assert journal_faults(put(tmp_path, "b.jsonl", good + "x\n{}\n")) == [
        "line 3: it is not an entry of a journal",
        "line 4: an entry has id, at, kind, key and value and nothing else",
    ]
    assert journal_faults(tmp_path / "none.jsonl") == [
        "it cannot be opened (No such file or directory)"
    ]
    assert journal_faults(tmp_path) == ["it is neither a file nor a folder"]


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = text_of([answer("L01-a", "yes")] * 20)
    put(tmp_path, "large.jsonl", text)
    monkeypatch.setattr(class_files, "LARGEST_FILE", len(text) - 1)
    found, files = read(tmp_path)
    assert not found
    assert "is larger than" in files.faults[0].reason
    monkeypatch.setattr(class_files, "LARGEST_FILE", len(text))
    assert len(read(tmp_path)[0]) == 1


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of a Unix system")
def test_links_that_turn_in_a_circle_and_pipes_do_not_stop_it(tmp_path: Path) -> None:
    put(tmp_path, "in/a.jsonl", text_of([named("Ada")]))
    (tmp_path / "in" / "round").symlink_to(tmp_path)
    (tmp_path / "self.jsonl").symlink_to("self.jsonl")
    (tmp_path / "gone.jsonl").symlink_to("nowhere.jsonl")
    (tmp_path / "again.jsonl").symlink_to("in/a.jsonl")
    os.mkfifo(tmp_path / "pipe.jsonl")
    found, files = read(tmp_path)
    assert [journal.student for journal in found] == ["Ada"]
    told = {fault.file: fault.reason for fault in files.faults}
    assert set(told) == {"in/round", "self.jsonl", "gone.jsonl", "pipe.jsonl"}
    assert "link to a folder" in told["in/round"]
    assert told["pipe.jsonl"] == "it is neither a file nor a folder"


@pytest.mark.parametrize("denied", ["closed", "a.jsonl"])
def test_what_may_not_be_opened_is_told(
    denied: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "closed/b.jsonl", text_of([named("Bo")]))
    put(tmp_path, "a.jsonl", text_of([named("Ada")]))
    opened, listed = Path.open, Path.iterdir

    def refuse(path: Path) -> None:
        if path.name == denied:
            raise PermissionError(13, "Permission denied", str(path))

    def listing(self: Path):  # type: ignore[no-untyped-def]
        refuse(self)
        return listed(self)

    def opening(self: Path, *args, **more):  # type: ignore[no-untyped-def]
        refuse(self)
        return opened(self, *args, **more)

    monkeypatch.setattr(Path, "iterdir", listing)
    monkeypatch.setattr(Path, "open", opening)
    found, files = read(tmp_path)
    assert [journal.student for journal in found] == ["Bo" if denied == "a.jsonl" else "Ada"]
    (fault,) = files.faults
    assert (fault.file, fault.left_out) == (denied, True)
    assert "Permission denied" in fault.reason


def test_folders_without_end_are_left(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * (class_files.DEEPEST + 2))
    put(deep, "a.jsonl", text_of([named("Ada")]))
    put(tmp_path, "b.jsonl", text_of([named("Bo")]))
    found, files = read(tmp_path)
    assert [journal.student for journal in found] == ["Bo"]
    assert "levels deep" in files.faults[0].reason


@pytest.mark.parametrize("name", ["none", "x" * 5_000, "a.jsonl"])
def test_what_is_no_folder_gets_a_sentence(name: str, tmp_path: Path) -> None:
    put(tmp_path, "a.jsonl", "x")
    with pytest.raises(NoClassError, match=r"no folder"):
        ClassFiles(tmp_path / name)


def test_an_empty_folder_has_no_journals(tmp_path: Path) -> None:
    found, files = read(tmp_path)
    assert (found, files.found, files.others) == ([], 0, 0)


def test_it_is_told_how_far_the_reading_is(tmp_path: Path) -> None:
    for name in "abc":
        put(tmp_path, f"{name}.jsonl", text_of([]) if name != "b" else "broken")
    told: list[tuple[int, int]] = []
    list(ClassFiles(tmp_path).journals(lambda done, every: told.append((done, every))))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_course_with_a_fault_is_read_without_the_faulty_file(tmp_path: Path) -> None:
    folder = write_course(tmp_path)
    whole = course_in(folder)
    assert whole.lessons[0].notes == {"L01/why": "Why do you think so?"}
    assert whole.lessons[0].predictions
    (folder / "predictions" / "01.toml").write_text("[guess", encoding="utf-8")
    (folder / "tests" / "02.toml").write_text("x = 1", encoding="utf-8")
    found = course_in(folder)
    assert [fault.split(":")[0] for fault in found.faults] == ["01.toml", "02.toml"]
    assert len(found.lessons[0].items) == 3
    assert not found.lessons[0].predictions
    assert len(found.pairs) == 2
