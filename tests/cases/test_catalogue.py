"""The cases as one collection, with an instructor's own beside the papers'."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bor_widgets.cases import FOLDER_VARIABLE, Cases, cases
from tests.cases.records import as_file, good


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of an instructor's own cases."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    return folder


def put(folder: Path, slug: str, **changes: object) -> None:
    (folder / f"{slug}.toml").write_text(as_file(good(slug=slug, **changes)), encoding="utf-8")


def test_a_case_of_ones_own_appears_last_and_is_marked(own: Path) -> None:
    put(own, "fish-and-chips")
    every = Cases()
    assert len(every) == 95
    assert list(every)[-1] == "fish-and-chips"
    assert every["fish-and-chips"].theirs
    assert every["MY1"].slug == "fish-and-chips"
    assert [case.slug for case in every.values() if case.theirs] == ["fish-and-chips"]
    assert every.faults == []


def test_a_case_of_ones_own_is_found_before_anything_else_was_asked(own: Path) -> None:
    put(own, "fish-and-chips")
    assert Cases()["fish-and-chips"].theirs
    assert "fish-and-chips" in Cases()


def test_a_broken_case_is_left_out_and_told(own: Path) -> None:
    put(own, "fish-and-chips")
    (own / "broken.toml").write_text("id = ", encoding="utf-8")
    put(own, "half", id="MY2", depth="deep")
    (own / "folder.toml").mkdir()
    every = Cases()
    assert len(every) == 95
    told = [str(fault) for fault in every.faults]
    assert sorted(text.split(":")[0].split(",")[0] for text in told) == [
        "broken.toml",
        "folder.toml",
        "half.toml",
    ]
    assert any(text.startswith("half.toml, depth: ") for text in told)


@pytest.mark.parametrize(
    ("slug", "number"), [("another", "C25"), ("iraq-2003-united-states", "MY1")]
)
def test_a_name_that_is_taken_is_refused(own: Path, slug: str, number: str) -> None:
    put(own, slug, id=number)
    every = Cases()
    assert len(every) == 94
    assert not any(case.theirs for case in every.values())
    assert every["C25"].title == cases["C25"].title
    (fault,) = every.faults
    assert fault.file == f"{slug}.toml"
    assert "taken" in fault.reason


def test_two_own_cases_with_one_id_leave_the_first(own: Path) -> None:
    put(own, "apples", id="MY1")
    put(own, "pears", id="MY1")
    every = Cases()
    assert every["MY1"].slug == "apples"
    assert "pears" not in every
    assert [fault.file for fault in every.faults] == ["pears.toml"]


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "nowhere"))
    every = Cases()
    assert len(every) == 94
    (fault,) = every.faults
    assert FOLDER_VARIABLE in str(fault)


def test_only_record_files_of_the_folder_are_read(own: Path) -> None:
    (own / "notes.txt").write_text("remember the milk", encoding="utf-8")
    (own / ".hidden").write_text("x", encoding="utf-8")
    every = Cases()
    assert len(every) == 94
    assert every.faults == []


@pytest.mark.parametrize("key", ["iraq-2003", "Iraq-2003-United-States", "iraq-2003-unitedstates"])
def test_an_unknown_case_suggests_the_nearest(key: str) -> None:
    with pytest.raises(KeyError, match="iraq-2003") as error:
        cases[key]
    assert repr(key) in error.value.args[0]


@pytest.mark.parametrize(
    "key", ["", "..", "../records/iraq-2003-united-states", "*", "a/b", "\0", "x" * 5_000]
)
def test_a_strange_name_is_an_unknown_case(key: str) -> None:
    assert key not in cases
    with pytest.raises(KeyError):
        cases[key]


@pytest.mark.parametrize("key", [None, 25, ("C25",)])
def test_a_name_that_is_no_text_is_an_unknown_case(key: object) -> None:
    assert key not in cases
    with pytest.raises(KeyError):
        cases[key]  # type: ignore[index]


def test_one_case_is_read_without_the_others(tmp_path: Path) -> None:
    put(tmp_path, "fish-and-chips")
    (tmp_path / "broken.toml").write_text("id = ", encoding="utf-8")
    assert Cases(tmp_path)["fish-and-chips"].id == "MY1"


@pytest.mark.parametrize(
    "script",
    [
        "from bor_widgets import cases; cases['C25']",
        "from bor_widgets import Console, cases; cases['C25']",
        "from bor_widgets import cases, Console; cases['C25']",
        "import bor_widgets.cases; from bor_widgets import cases; cases['C25']",
        "from bor_widgets.cases import Case; import bor_widgets; bor_widgets.cases['C25']",
        "from bor_widgets import rules, sources; sources['R01']; rules['R01']",
        "from bor_widgets import Situation, judge, cases, sources; cases['C25']; sources['R01']",
    ],
)
def test_the_public_name_is_the_collection_in_whatever_order_it_is_asked_for(script: str) -> None:
    # package and collection share a name: a fresh Python must find the collection
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_a_case_with_the_id_of_another_record_is_left_out_and_told(own: Path) -> None:
    put(own, "fish-and-chips", id="R01")
    every = Cases()
    assert len(every) == 94
    assert [str(fault) for fault in every.faults] == [
        "fish-and-chips.toml, id: R01 is the id of another record of the papers"
    ]


def test_the_instructors_cases_are_asked_for_without_reading_ours(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own, "fish-and-chips")
    assert [case.slug for case in Cases().theirs] == ["fish-and-chips"]
    monkeypatch.delenv(FOLDER_VARIABLE)
    every = Cases()
    assert every.theirs == ()
    assert every._cases is None


def test_a_lesson_has_its_own_cases_then_the_instructors(own: Path) -> None:
    put(own, "everywhere", id="MY1")
    put(own, "in-one", id="MY2", taught_in=["L03"])
    every = Cases()
    # L03 of the course teaches C04, C25, C27, C29 and C32
    assert {case.id for case in every.of_lesson("L03")[:5]} == {"C04", "C25", "C27", "C29", "C32"}
    assert [case.id for case in every.of_lesson("L03")[5:]] == ["MY1", "MY2"]
    assert [case.id for case in every.of_lesson("L01") if case.theirs] == ["MY1"]
    assert every["in-one"].lessons == ("L03",)
    with pytest.raises(KeyError, match="L77"):
        every.of_lesson("L77")
