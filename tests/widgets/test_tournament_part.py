"""The tournament without a browser: who plays, one's own doctrines, stopping and going on."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from bor_widgets.simulation.doctrines import QUESTIONS, TABLE_MOVES
from bor_widgets.simulation.entries import built_in
from bor_widgets.simulation.ranking import scores
from bor_widgets.simulation.settings import settings
from bor_widgets.simulation.table_file import table_from
from bor_widgets.simulation.tournament import Outcome, Tournament
from bor_widgets.widgets.tournament_code import TournamentCode
from bor_widgets.widgets.tournament_part import TournamentPart
from bor_widgets.widgets.tournament_table import TournamentTable

ENTRIES = ["relationships", "always breaks up"]
LOOP = "def doctrine(grade, tie, power, other):\n    while True:\n        pass\n"


@pytest.fixture
def part() -> TournamentPart:
    """A tournament of moments."""
    made = TournamentPart()
    made.form.put(entries=ENTRIES, settings=["equals"], worlds=8, rounds=4)
    return made


def the_same_at_once() -> Outcome:
    entries = tuple(built_in()[name] for name in ENTRIES)
    return Tournament(entries, (settings()["equals"],), 8, 4, path="arrays").run()


def played(outcome: Outcome | None) -> Any:
    assert outcome is not None
    return scores(outcome, "security")


def test_every_pair_meets_and_the_ranking_is_drawn(part: TournamentPart) -> None:
    part.bar.tell({"kind": "start"})
    assert part.work.wait(60)
    assert part.bar.state == "done"
    assert played(part.outcome) == played(the_same_at_once())
    ranking, winners = part.drawings
    assert len(ranking.data["rows"]) == 2
    assert "criterion is yours" in ranking.alt
    assert [row["label"] for row in winners.data["rows"]] == [settings()["equals"].label]
    assert len(winners.data["columns"]) == 4


def test_a_stopped_tournament_goes_on_with_the_same_result(
    part: TournamentPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part, "told", lambda _: part.work.cancel())
    part.start()
    assert part.work.wait(60)
    assert part.outcome is not None
    assert 0 < len(part.outcome.played) < part.outcome.total
    monkeypatch.setattr(part, "told", lambda _: None)
    part.resume()
    assert part.work.wait(60)
    assert part.outcome.complete
    assert played(part.outcome) == played(the_same_at_once())


def test_the_criterion_changes_the_picture_and_not_the_run(part: TournamentPart) -> None:
    part.start()
    assert part.work.wait(60)
    outcome = part.outcome
    part.form.put(criterion="peace")
    assert "Conflicts avoided" in part.drawings[0].data["axis"]["label"]
    assert "less is better" in part.drawings[0].data["axis"]["label"]
    assert part.outcome is outcome


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("entries", [], "at least one"),
        ("entries", ["atlantis"], "at least one"),
        ("settings", [], "at least one"),
        ("worlds", 1, "2 to"),
        ("rounds", "long", "'long'"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    part: TournamentPart, field: str, value: Any, named: str
) -> None:
    part.form.put(**{field: value})
    assert named in part.form.errors[field]
    part.start()
    assert part.bar.state == "idle"


def test_a_table_of_ones_own_takes_part(part: TournamentPart) -> None:
    part.own_folds[0].unfold()
    assert part.table is not None
    part.table.name = "Mine"
    part.table.tell({"kind": "join"})
    assert part.table.problem == ""
    assert part.form.values["entries"] == [*ENTRIES, "Mine"]
    assert part.entries["Mine"].table == part.table.table()
    part.table.moves = [0] * len(QUESTIONS)
    part.table.tell({"kind": "join"})  # the same name again: the newer one plays
    assert part.form.values["entries"] == [*ENTRIES, "Mine"]
    assert set(part.entries["Mine"].table.moves) == {"none"}


@pytest.mark.parametrize("name", ["tit for tat", "Tit for tat", "relationships", " ", "a\nb"])
def test_a_name_that_is_taken_or_none_is_refused(part: TournamentPart, name: str) -> None:
    part.own_folds[0].unfold()
    assert part.table is not None
    part.table.name = name
    part.table.tell({"kind": "join"})
    assert "name" in part.table.problem
    assert part.form.values["entries"] == ENTRIES


def test_the_grid_begins_from_a_table_and_refuses_nonsense() -> None:
    table = TournamentTable(lambda _: None)
    table.tell({"kind": "begin", "name": "always breaks up"})
    assert set(table.table().moves) == {"breakup"}
    for bad in ([1, 2], [99] * len(QUESTIONS), [-1] * len(QUESTIONS)):
        table.moves = bad
        assert set(table.table().moves) == {"breakup"}
    table.tell({"kind": "begin", "name": "relationships"})  # no table of moves
    assert set(table.table().moves) == {"breakup"}


def test_the_file_holds_the_same_table() -> None:
    table = TournamentTable(lambda _: None)
    sent: list[dict[str, Any]] = []
    table.send = lambda content, buffers=None: sent.append(content)
    table.name = "Mine / ours"
    table.moves = [k % len(TABLE_MOVES) for k in range(len(QUESTIONS))]
    table.tell({"kind": "save"})
    assert sent[0]["name"] == "Mine-ours.toml"
    assert table_from(tomllib.loads(sent[0]["text"])).table == table.table()


def joined(source: str, name: str = "Own") -> tuple[TournamentCode, list[Any]]:
    entries: list[Any] = []
    code = TournamentCode(entries.append)
    code.tell({"kind": "join", "name": name, "source": source})
    assert code.work.wait(60)
    return code, entries


def test_the_example_takes_part() -> None:
    code, entries = joined(TournamentCode(lambda _: None).example)
    assert code.problem == ""
    assert entries[0].table.move("none", "weak", "weaker", "revoked") == "breakup"
    assert entries[0].table.move("direct", "weak", "weaker", "neither") == "hard balancing"


def test_a_function_that_loops_is_refused_and_its_text_stays() -> None:
    code, entries = joined(LOOP)
    assert entries == []
    assert code.source == LOOP
    assert "2 s of computing" in code.problem
    assert code.line in (2, 3)
    assert not code.busy


def test_nonsense_is_told_in_one_sentence() -> None:
    code, entries = joined("def doctrine(grade, tie, power, other):\n    return 'surrender'\n")
    assert entries == []
    assert "'surrender'" in code.problem
    assert "takes one of none, compromise" in code.problem


def test_it_can_be_stopped_while_it_is_asked() -> None:
    code = TournamentCode(lambda _: None)
    code.tell({"kind": "join", "name": "Own", "source": LOOP})
    assert code.busy
    code.tell({"kind": "stop"})
    assert code.work.wait(30)
    assert (code.busy, code.problem, code.told) == (False, "", "Stopped.")


def test_functions_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOR_OWN_CODE", "off")
    code, entries = joined(TournamentCode(lambda _: None).example)
    assert entries == []
    assert "switched off" in code.off
    assert code.told == ""


def test_switching_off_later_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is open already still runs nothing."""
    entries: list[Any] = []
    code = TournamentCode(entries.append)
    assert code.off == ""
    monkeypatch.setenv("BOR_OWN_CODE", "OFF")
    code.tell({"kind": "join", "name": "Own", "source": code.example})
    assert code.work.wait(10)
    assert entries == []
    assert code.off != ""
