"""The journal: it only grows, copies merge, and what can be read of a damaged one is read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.course.journal import (
    LARGEST_FILE,
    Entry,
    Journal,
    JournalError,
    Kind,
    read_entry,
    read_journal,
    salvage,
)
from tests.hostile import TEXTS

VALUES: dict[Kind, Any] = {
    "name": st.text(max_size=40),
    "note": st.text(max_size=200),
    "prediction": st.fixed_dictionaries({"choice": st.text(max_size=8), "right": st.booleans()}),
    "answer": st.fixed_dictionaries(
        {
            "response": st.none() | st.text(max_size=8) | st.lists(st.text(max_size=3)),
            "right": st.none() | st.booleans(),
            "attempt": st.integers(1, 9),
        }
    ),
    "case": st.fixed_dictionaries({"action": st.text(max_size=8), "reason": st.text(max_size=40)}),
}
ENTRIES = st.lists(
    st.sampled_from(sorted(VALUES)).flatmap(
        lambda kind: st.builds(
            lambda ident, second, key, value: Entry(
                ident, f"2026-03-01T09:30:{second:02d}+00:00", kind, key, value
            ),
            st.text("0123456789abcdef", min_size=16, max_size=16),
            st.integers(0, 59),
            st.text(max_size=12),
            VALUES[kind],
        )
    ),
    max_size=12,
    unique_by=lambda entry: entry.id,
)


@given(ENTRIES)
def test_a_journal_comes_back_from_its_text(entries: list[Entry]) -> None:
    journal = Journal("ab" * 8, entries)
    back = read_journal(journal.as_text())
    assert back.id == journal.id
    assert list(back) == list(journal)
    assert json.loads(json.dumps(back.as_text())) == journal.as_text()


@given(ENTRIES, st.data())
def test_copies_merge_in_any_order_and_as_often_as_one_likes(
    entries: list[Entry], data: st.DataObject
) -> None:
    def part() -> list[Entry]:
        return [entry for entry in entries if data.draw(st.booleans())]

    one, other = part(), part()
    there, back = Journal("1" * 8, one), Journal("1" * 8, other)
    there.take(other)
    back.take(one)
    assert there.as_text() == back.as_text()
    assert {entry.id for entry in there} == {entry.id for entry in [*one, *other]}
    assert there.take(other) == ()


@given(ENTRIES.filter(bool), st.data())
def test_a_text_that_breaks_off_loses_only_its_last_line(
    entries: list[Entry], data: st.DataObject
) -> None:
    text = Journal("ab" * 8, entries).as_text()
    head = text.index("\n") + 1
    cut = data.draw(st.integers(head, len(text)))
    kept, faults = salvage(text[:cut])
    whole = text[:cut].count("\n") - 1
    assert whole <= len(kept) <= whole + 1
    assert bool(faults) == (text[:cut].split("\n")[-1] != "" and len(kept) == whole)


def test_what_is_added_is_found_by_kind_and_key() -> None:
    journal = Journal()
    journal.add("prediction", "L03/power", {"choice": "a", "right": False})
    journal.add("answer", "L03-x", {"response": "a", "right": False, "attempt": 1})
    journal.add("answer", "L03-x", {"response": "b", "right": True, "attempt": 2})
    journal.add("name", "", "Mira")
    assert [e.value["response"] for e in journal.all("answer", "L03-x")] == ["a", "b"]
    assert journal.first("answer", "L03-x")["response"] == "a"
    assert journal.latest("answer", "L03-x")["response"] == "b"
    assert journal.latest("note", "L03-x") is None
    assert journal.student == "Mira"


GOOD = {
    "id": "ab" * 8,
    "at": "2026-03-01T09:30:00Z",
    "kind": "note",
    "key": "L03/x",
    "value": "text",
}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "x"}, "id must be"),
        ({"id": 7}, "id must be"),
        ({"at": "yesterday"}, "at must be a time"),
        ({"kind": "secret"}, "kind must be one of name, prediction"),
        ({"key": "k" * 201}, "key must be a text"),
        ({"value": 3}, "does not fit an entry of kind note"),
        ({"kind": "answer", "value": {"response": 1}}, "does not fit an entry of kind answer"),
        ({"kind": "prediction", "value": {"choice": "a", "right": 1}}, "does not fit"),
        ({"kind": "case", "value": {"action": "mix", "reason": float("nan")}}, "does not fit"),
        ({"value": "x" * 50_000}, "longer than"),
        ({"more": 1}, "nothing else"),
    ],
)
def test_an_entry_that_is_none_gets_a_sentence(change: dict[str, Any], says: str) -> None:
    assert read_entry(GOOD).value == "text"
    with pytest.raises(ValueError, match=says):
        read_entry({**GOOD, **change})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not a journal"),
        ("[]\n", "not a journal"),
        ('{"journal": "other"}\n', "not a journal"),
        ('{"journal": "bor_widgets", "version": 9, "id": "abcdef01"}\n', "version '9'"),
        ('{"journal": "bor_widgets", "version": 1}\n', "no id"),
        ("[" * 100_000, "not a journal"),
        ("x" * (LARGEST_FILE + 1), "at most"),
    ],
    ids=["nothing", "list", "other", "version", "no-id", "deep", "large"],
)
def test_a_text_that_is_no_journal_is_refused(text: str, says: str) -> None:
    with pytest.raises(JournalError, match=says):
        read_journal(text)


@pytest.mark.parametrize("line", ["[" * 30_000, "{}", "NaN", '{"id": NaN}', "\x00", "x" * 50_000])
def test_a_bad_line_is_told_by_its_number_and_the_others_are_kept(line: str) -> None:
    journal = Journal("ab" * 8)
    journal.add("note", "L03/x", "one")
    text = journal.as_text() + line + "\n" + read_entry(GOOD).as_line() + "\n"
    kept, faults = salvage(text)
    assert len(kept) == 2
    assert faults[0].startswith("line 3: ")
    with pytest.raises(JournalError, match="line 3"):
        read_journal(text)


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_of_a_reader_is_kept_letter_by_letter(text: str) -> None:
    journal = Journal()
    journal.add("note", "L03/x", text)
    assert read_journal(journal.as_text()).latest("note", "L03/x") == text


def test_half_of_a_sign_is_kept_and_can_be_written() -> None:
    journal = Journal()
    journal.add("note", "L03/x", "a\ud800b")
    text = journal.as_text().encode("utf-8").decode("utf-8")
    assert read_journal(text).latest("note", "L03/x") == "a\ud800b"
