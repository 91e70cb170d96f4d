"""`bor check` knows a file by its place and by what it holds, whatever it holds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bor_widgets.cli import main
from bor_widgets.commands.check_kinds import KINDS, kind_of
from bor_widgets.course.journal import Journal
from tests import hostile
from tests.cases.records import as_file, good
from tests.commands.check_parts import LESSON, STEM, change, faults

LESSONS = Path(__file__).resolve().parents[2] / "lessons"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (LESSON, "lesson"),
        ("quizzes/13.toml", "quiz"),
        ("predictions/13.toml", "file of predictions"),
        ("plans/13.toml", "plan"),
        ("slides/13.toml", "set of slides"),
        (f"instructor/{STEM}.md", "guide"),
    ],
)
def test_a_file_is_known_by_its_place_and_by_what_it_holds(
    file: str, kind: str, folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for path in (folder / file, Path(shutil.copy(folder / file, elsewhere))):
        found = kind_of(path)
        assert found is not None
        assert found.one == kind


def test_a_file_that_is_put_to_the_quizzes_is_meant_as_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "quizzes/fish.toml"
    path.write_text(as_file(good(slug="fish")))
    (said,) = faults(path, capsys)
    assert "[[item]]" in said


def test_a_case_is_what_nothing_else_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "fish.toml"
    path.write_text(as_file(good(slug="fish")))
    assert faults(path, capsys) == []
    path.write_text("x = 1")
    assert any("title: is missing" in line for line in faults(path, capsys))


@pytest.mark.parametrize("name", ["film.mp4", "notes.txt", "README.md", "run.py", "noending"])
def test_another_file_is_refused_in_one_sentence(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text("hello")
    (said,) = faults(folder / name, capsys)
    assert said.startswith(f"{name}: is no file that can be checked")


HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "bytes": b"\xff\xfe\x00",
    "noughts": b"\0" * 500,
    "too much": b"#" * 500_000,
    "brackets": b"---\n" + b"[" * 100_000 + b"\n---\n",
    "an endless header": b"---\ntitle: x\n",
    "a repeating header": b"---\na: &a [x, x]\nb: &b [*a, *a]\n---\n",
    "quotations": b"---\n---\n" + b">" * 50_000,
    "a cell that never ends": b"---\n---\n```{code-cell}\n" + b"(" * 3_000,
    "a list in a list": b"item = " + b"[" * 50_000,
    "names of names": b".".join([b"a"] * 5_000) + b" = 1",
    **{f"text {i}": text.encode("utf-8", "surrogatepass") for i, text in enumerate(hostile.TEXTS)},
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_hostile_file_is_sentences_and_no_traceback(
    how: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in ("", "quizzes", "predictions", "tests", "slides", "plans", "instructor"):
        for ending in (".md", ".toml"):
            path = folder / place / f"66-bad{ending}"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(HOSTILE[how])
            lines = faults(path, capsys)
            assert lines
            assert all(line.startswith(path.name) for line in lines)


#: something of every shape where a file of data expects something else
SHAPES: tuple[object, ...] = ("x", 7, True, [], [1], [[]], {}, {"a": 1}, [{}], [{"a": []}])


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
@pytest.mark.parametrize(
    ("place", "row"),
    [
        ("quizzes", lambda v: {"item": v}),
        ("quizzes", lambda v: {"item": [{"id": "a", "kind": v, "options": v, "answer": v}]}),
        ("tests", lambda v: {"pair": v}),
        ("tests", lambda v: {"pair": [{"claim": v, "before": v, "after": v}]}),
        ("slides", lambda v: {"slide": v}),
        ("slides", lambda v: {"slide": [{"title": v, "lines": v, "show": v, "set": v}]}),
        ("plans", lambda v: {"title": v, "claims": v, "cases": v, "bench": v}),
        ("predictions", lambda v: {"first": v}),
        (
            "predictions",
            lambda v: {"a": {"question": v, "options": v, "answer": v, "reveal": v, "sources": v}},
        ),
    ],
)
def test_a_value_of_another_shape_is_a_sentence(
    place: str,
    row: Callable[[object], dict[str, object]],
    shape: object,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = folder / place / "66.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(as_file(row(shape)))
    assert faults(path, capsys)


def test_all_that_is_at_hand_is_checked(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOR_LESSONS", str(folder))
    capsys.readouterr()
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert "94 of 94 case records, 1 of 1 lesson" in said
    change(folder / "quizzes/13.toml", 'answer = "right"', 'answer = "left"')
    assert main(["check"]) == 1
    assert "13.toml, item L13-single" in capsys.readouterr().out


def test_a_lessons_folder_that_is_named_and_not_there_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOR_LESSONS", str(tmp_path / "gone"))
    assert main(["check"]) == 1
    assert "BOR_LESSONS" in capsys.readouterr().out


def test_every_kind_has_a_place_or_a_form_of_its_own() -> None:
    assert len({kind.one for kind in KINDS}) == len(KINDS)
    assert KINDS[-1].one == "case record"


def test_a_journal_is_known_by_its_ending_and_each_bad_line_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = Journal()
    journal.add("name", "", "Mira")
    (tmp_path / "mira.jsonl").write_text(journal.as_text() + "garbage\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "mira.jsonl")]) == 1
    assert "mira.jsonl: line 3: it is not an entry of a journal" in capsys.readouterr().out
