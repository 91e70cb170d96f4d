"""Who may take part in a tournament, and how the others are told that they may not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.criteria import criteria
from bor_widgets.simulation.doctrines import DOCTRINES, QUESTIONS, RuleTable
from bor_widgets.simulation.entries import Entry, admit, built_in
from bor_widgets.simulation.sandbox import Limits
from bor_widgets.simulation.settings import Setting
from bor_widgets.simulation.tournament import Tournament
from tests import hostile
from tests.simulation.misbehaviour import HEAD, WRONG

SMALL = Setting("small", "Small", WorldConfig(states=5, strikes=0.3))


def test_five_doctrines_of_the_papers_and_tables_of_ours_are_built_in() -> None:
    assert tuple(name for name, e in built_in().items() if e.whose == "papers") == DOCTRINES
    tables = [entry for entry in built_in().values() if entry.whose == "ours"]
    assert {entry.name for entry in tables} >= {
        "tit for tat",
        "always holds back",
        "always breaks up",
    }
    assert all(entry.table is not None and entry.meaning for entry in tables)
    assert len({entry.table.moves for entry in tables if entry.table}) == len(tables)


def test_tit_for_tat_gives_what_it_gets() -> None:
    table = built_in()["tit for tat"].table
    assert table is not None
    for grade, tie, power, other in QUESTIONS:
        if grade != "none":
            expected = "breakup" if other == "revoked" else "compromise"
            assert table.move(grade, tie, power, other) == expected


def test_a_bad_entry_is_told_and_changes_nothing_for_the_others(tmp_path: Path) -> None:
    (tmp_path / "my_own.py").write_text(HEAD + "    return 'mix'\n")
    good: list[Any] = ["relationships", tmp_path / "my_own.py"]
    bad = []
    for place, wrong in enumerate(WRONG.values()):
        path = tmp_path / f"bad {place}.py"
        path.write_bytes(wrong.source.encode("utf-8", "surrogatepass"))
        bad.append(path)
    limits = Limits(computing=1, waiting=60.0, memory=128)
    alone, none = admit(good, limits)
    let_in, refused = admit([good[0], *bad, good[1]], limits)
    assert none == ()
    assert [entry.name for entry in alone] == ["relationships", "my own"]
    assert let_in == alone
    assert [each.name for each in refused] == [path.name for path in bad]
    for each, wrong in zip(refused, WRONG.values(), strict=True):
        # half a letter cannot be kept in a file of text: the file itself is refused
        expected = wrong.words if "\ud800" not in wrong.source else ("UTF-8",)
        assert all(word in each.reason for word in expected), each.reason
    played = [
        Tournament(those, (SMALL,), worlds=2, rounds=5, path="arrays").run()
        for those in (alone, let_in)
    ]
    assert played[0].complete
    assert set(played[0].played) == set(played[1].played)
    for meeting, scores in played[0].played.items():
        for name in criteria():
            assert np.array_equal(scores[name], played[1].played[meeting][name])


def test_a_rule_table_from_a_file_takes_part(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('name = "mine"\nmeaning = "All."\notherwise = "mix"\n')
    (tmp_path / "bad.toml").write_text('name = "bad"\notherwise = "war"\n')
    (entry,), (refused,) = admit([tmp_path / "mine.toml", tmp_path / "bad.toml"])
    assert entry == Entry("mine", "mine", "All.", "yours", RuleTable("mine", ("mix",) * 108))
    assert refused.reason.startswith("otherwise: takes one of none, compromise")
    assert refused.reason.endswith("given was 'war'")


def test_a_name_can_be_taken_once(tmp_path: Path) -> None:
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "mine.toml").write_text('name = "mine"\notherwise = "mix"\n')
    let_in, refused = admit([tmp_path / "a/mine.toml", "power", tmp_path / "b/mine.toml", "power"])
    assert [entry.name for entry in let_in] == ["mine", "power"]
    assert [each.reason for each in refused] == [
        "its name mine is taken by another entry",
        "its name power is taken by another entry",
    ]


@pytest.mark.parametrize("text", [*hostile.TEXTS, "no-such.py", "no-such.toml", ".", "a\0.py"])
def test_a_name_that_is_none_is_one_sentence(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    let_in, (refused,) = admit([text])
    assert let_in == ()
    assert str(refused).isprintable()
    assert refused.reason


def test_an_entry_is_a_doctrine_or_its_own_table() -> None:
    table = RuleTable("mine", ("mix",) * 108)
    with pytest.raises(ValueError, match="name takes"):
        Entry("other", "x", "", "yours", table)
    with pytest.raises(ValueError, match="name takes"):
        Entry("glory", "x", "", "papers")
    with pytest.raises(ValueError, match="whose takes one of"):
        Entry("mine", "x", "", "theirs", table)
