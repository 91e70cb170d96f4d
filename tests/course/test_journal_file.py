"""The journal's file: on disk at once, never written over, set aside when it is damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bor_widgets.course.at_hand import JournalAtHand
from bor_widgets.course.journal import Journal, read_journal
from bor_widgets.course.journal_file import JournalFile


def at_hand(path: Path | None) -> JournalAtHand:
    return JournalAtHand(path)


def test_no_file_before_the_first_commitment(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "my-journal.jsonl"
    one = at_hand(path)
    assert not path.exists()
    one.add("note", "L01/x", "first")
    assert read_journal(path.read_text()).latest("note", "L01/x") == "first"


def test_every_entry_is_on_disk_when_it_is_made_and_nothing_before_it_changes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "j.jsonl"
    one = at_hand(path)
    before = b""
    for number in range(5):
        one.add("note", "L01/x", f"note {number}")
        now = path.read_bytes()
        assert now.startswith(before)
        assert len(now) > len(before)
        before = now
    assert len(at_hand(path).journal) == 5


def test_two_lessons_that_are_open_at_once_write_to_one_file(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    at_hand(path).add("name", "", "Mira")
    one, other = at_hand(path), at_hand(path)
    one.add("note", "L01/x", "one")
    other.add("note", "L02/x", "other")
    one.add("note", "L01/y", "one again")
    one.refresh()
    assert one.journal.latest("note", "L02/x") == "other"
    assert len(read_journal(path.read_text())) == 4


DAMAGE = {
    "a line that is none": lambda text: text + b"garbage\n",
    "broken off": lambda text: text[:-20],
    "no text": lambda text: b"\xff\xfe\x00" + text,
    "not a journal": lambda text: b"{}\n" + text,
    "empty lines of nothing": lambda text: text + b"\x00" * 100,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_journal_is_set_aside_as_it_is(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "j.jsonl"
    one = at_hand(path)
    one.add("note", "L01/x", "kept")
    one.add("note", "L01/y", "perhaps")
    damaged = DAMAGE[damage](path.read_bytes())
    path.write_bytes(damaged)
    again = at_hand(path)
    aside = list(tmp_path.glob("j-damaged-*.jsonl"))
    assert [found.read_bytes() for found in aside] == [damaged]
    assert aside[0].name in again.problem
    assert "damaged" in again.problem
    again.add("note", "L01/z", "new")
    assert read_journal(path.read_text()).latest("note", "L01/z") == "new"
    assert [found.read_bytes() for found in tmp_path.glob("j-damaged-*")] == [damaged]


def test_what_can_be_read_of_a_damaged_journal_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    one = at_hand(path)
    one.add("note", "L01/x", "kept")
    path.write_bytes(path.read_bytes() + b"garbage\n")
    again = at_hand(path)
    assert again.journal.latest("note", "L01/x") == "kept"
    assert again.journal.id == one.journal.id
    assert "1 entry could be read" in again.problem


def test_a_line_that_broke_off_does_not_swallow_the_next(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    one = at_hand(path)
    one.add("note", "L01/x", "a")
    with path.open("ab") as file:
        file.write(b'{"id": "to')  # another program died while it wrote
    one.add("note", "L01/y", "b")
    again = at_hand(path)
    assert again.journal.latest("note", "L01/y") == "b"


def test_a_place_that_cannot_be_written_is_told_and_the_entry_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    one = at_hand(tmp_path / "file" / "my-journal.jsonl")
    one.add("note", "L01/x", "still here")
    assert one.journal.latest("note", "L01/x") == "still here"
    assert "cannot be written" in one.problem
    assert "Save it as a file" in one.problem


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "j.jsonl").mkdir()
    one = at_hand(tmp_path / "j.jsonl")
    assert "cannot be read" in one.problem


def test_a_new_journal_leaves_the_old_one_in_a_file_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    one = at_hand(path)
    one.add("note", "L01/x", "old")
    old = path.read_bytes()
    one.begin_anew()
    assert len(one.journal) == 0
    one.add("note", "L01/x", "new")
    assert [found.read_bytes() for found in tmp_path.glob("j-earlier-*")] == [old]
    assert len(read_journal(path.read_text())) == 1


def copy(journal: Journal, *notes: str) -> Journal:
    found = Journal(journal.id, journal)
    for note in notes:
        found.add("note", "L01/x", note)
    return found


def test_what_the_browser_kept_comes_back_to_a_program_that_has_nothing(tmp_path: Path) -> None:
    kept = copy(Journal(), "from the browser")
    for one in (at_hand(None), at_hand(tmp_path / "j.jsonl")):
        one.offer(kept.as_text())
        assert one.journal.id == kept.id
        assert one.journal.latest("note", "L01/x") == "from the browser"
    assert read_journal((tmp_path / "j.jsonl").read_text()).id == kept.id


def test_the_same_students_copy_is_merged_and_anothers_waits(tmp_path: Path) -> None:
    one = at_hand(tmp_path / "j.jsonl")
    one.add("note", "L01/x", "mine")
    one.offer(copy(one.journal, "mine, elsewhere").as_text())
    assert one.journal.latest("note", "L01/x") == "mine, elsewhere"
    stranger = copy(Journal(), "not mine")
    one.offer(stranger.as_text())
    assert one.journal.latest("note", "L01/x") == "mine, elsewhere"
    assert one.other is not None
    one.take_other(wanted=False)
    assert one.other is None
    assert one.journal.latest("note", "L01/x") == "mine, elsewhere"
    one.offer(stranger.as_text())
    one.take_other(wanted=True)
    assert one.journal.latest("note", "L01/x") == "not mine"
    assert len(read_journal((tmp_path / "j.jsonl").read_text())) == 3


def test_where_no_file_is_kept_what_was_done_before_the_browser_spoke_stays() -> None:
    one = at_hand(None)
    one.add("note", "L01/y", "quick")
    one.offer(copy(Journal(), "earlier").as_text())
    assert one.journal.latest("note", "L01/y") == "quick"
    assert one.journal.latest("note", "L01/x") == "earlier"


def test_who_listens_hears_of_every_change() -> None:
    one = at_hand(None)
    heard: list[int] = []
    one.listen(lambda: heard.append(len(one.journal)))
    one.add("note", "L01/x", "a")
    one.merge(copy(one.journal, "b", "c"))
    one.begin_anew()
    assert heard == [1, 3, 0]


def test_the_file_is_lines_of_json(tmp_path: Path) -> None:
    one = at_hand(tmp_path / "j.jsonl")
    one.add("name", "", "Mira")
    lines = (tmp_path / "j.jsonl").read_text().splitlines()
    assert json.loads(lines[0])["journal"] == "bor_widgets"
    assert json.loads(lines[1])["value"] == "Mira"


def test_a_file_that_did_not_change_brings_no_news(tmp_path: Path) -> None:
    file = JournalFile(tmp_path / "j.jsonl")
    journal = file.load()
    entry = journal.add("name", "", "Mira")
    file.append(journal, [entry])
    assert file.news() is None
