"""`bor tournament`: a ranking, who wins where, and who was not admitted and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from bor_widgets.cli import main
from bor_widgets.commands import tournament as command
from bor_widgets.simulation import meeting
from bor_widgets.simulation.criteria import criteria
from bor_widgets.simulation.doctrines import DOCTRINE_LABELS, RuleTable
from bor_widgets.simulation.entries import built_in
from bor_widgets.simulation.own_doctrine import table_from_function
from bor_widgets.simulation.settings import settings
from bor_widgets.simulation.table_file import to_toml
from tests import hostile
from tests.commands.check_parts import faults

QUICK = ("--setting=equals", "--worlds=4", "--rounds=3")


@pytest.fixture(autouse=True)
def in_arrays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Compile nothing, and work in an empty folder."""
    monkeypatch.setattr("bor_widgets.simulation.tournament.quickest_path", lambda: "arrays")
    monkeypatch.chdir(tmp_path)


def test_it_prints_ranking_winners_and_who_was_not_admitted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fair.py").write_text("def doctrine(*question):\n    return 'mix'\n")
    (tmp_path / "bad.py").write_text("def doctrine(*question):\n    return 1 / 0\n")
    (tmp_path / "mine.toml").write_text('name = "my table"\notherwise = "none"\n')
    named = ("relationships", "fair.py", "bad.py", "mine.toml", "glory")
    words = ["tournament", *QUICK, "--criterion=peace", *(f"--entry={name}" for name in named)]
    assert main(words) == 0
    said = capsys.readouterr().out
    before, _, after = said.partition("Conflicts avoided (")
    assert "bad.py: asked about grade none" in before
    assert "ZeroDivisionError: division by zero (line 2)" in before
    assert "glory: an entry takes the name of a built-in one (relationships, power" in before
    table = after.splitlines()
    rows = [line for line in table if line[:1].isdigit()]
    assert len(rows) == 3
    for label in ("Balance of relationships (the papers')", "fair (yours)", "my table (yours)"):
        assert any(label in row and " to " in row for row in rows)
    assert settings()["equals"].label in after
    for criterion in criteria().values():
        assert f"    {criterion.label}: " in after
    assert "What wins depends on" in after or "every setting by every criterion" in after
    assert "the papers do not say what winning is" in after
    assert "R61, P0 L1397-1403" in after


def test_without_an_entry_all_that_are_built_in_play(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["tournament", "--setting=equals", "--worlds=2", "--rounds=1"]) == 0
    rows = [line for line in capsys.readouterr().out.splitlines() if line[:1].isdigit()]
    assert len(rows) == len(built_in())


def test_the_same_seed_prints_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for seed in ("3", "3", "4"):
        words = ["tournament", *QUICK, "--entry=power", "--entry=soft", f"--seed={seed}"]
        assert main(words) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert said[0] != said[2]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--setting=calm"], "a setting takes one of free, forced"),
        (["--criterion=glory"], "criterion takes one of security, interests"),
        (["--worlds=1"], "worlds takes a whole number from 2 to 10000; given was 1"),
        (["--rounds=0"], "rounds takes a whole number from 1 to 10000; given was 0"),
        (["--seed=-1"], "seed takes a whole number"),
        (["--setting=free", "--setting=free"], "settings takes different names"),
        (["--entry=glory"], "No entry is left to play."),
    ],
)
def test_what_it_does_not_take_is_one_sentence(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tournament", *words]) == 1
    error = capsys.readouterr().err
    assert told in error
    assert len(error.splitlines()) == 1


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_a_hostile_name_is_one_line(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tournament", f"--entry={text}"]) == 1
    head, line, *rest = capsys.readouterr().out.splitlines()
    assert head == "Not admitted"
    assert "an entry takes the name" in line
    assert rest == [""]


def test_what_is_built_in_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tournament", "--list"]) == 0
    said = capsys.readouterr().out
    for name in (*built_in(), *settings(), *criteria()):
        assert f"  {name}: " in said
    assert DOCTRINE_LABELS["soft"].capitalize() in said


def test_the_example_is_a_doctrine_that_can_be_entered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tournament", "--example"]) == 0
    source = capsys.readouterr().out
    assert table_from_function("example", source).move("none", "weak", "weaker", "revoked")


def test_help_says_what_the_limits_do_not_do(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["tournament", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "against accidents, not against an attacker" in said
    assert "On Windows only time and output are limited" in said


def test_ctrl_c_keeps_what_was_played(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    meet, met = meeting.meet, []

    def interrupted(*given: object, **named: object) -> object:
        met.append(given)
        if len(met) > 4:  # three meetings make the first of four parts
            raise KeyboardInterrupt
        return meet(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("bor_widgets.simulation.tournament.meet", interrupted)
    assert main(["tournament", *QUICK, "--entry=power", "--entry=soft"]) == 130
    said = capsys.readouterr().out
    assert "Stopped after 4 of 12 meetings" in said
    assert len([line for line in said.splitlines() if line[:1].isdigit()]) == 2


def test_ctrl_c_before_anything_was_played_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*given: object, **named: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("bor_widgets.simulation.tournament.meet", interrupted)
    assert main(["tournament", *QUICK, "--entry=power", "--entry=soft"]) == 130
    assert command.WORDS["too_little"] in capsys.readouterr().out


def test_progress_is_told_in_few_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tournament", *QUICK, "--entry=power", "--entry=soft"]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert lines[-1].startswith("12 of 12 meetings")
    assert len(lines) <= 11


def test_bor_check_knows_a_rule_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(to_toml(RuleTable("mine", ("mix",) * 108)))
    assert faults(path, capsys) == []
    path.write_text('name = "mine"\notherwise = "war"\n[[when]]\nmood = "bad"\nmove = "mix"\n')
    first, second = faults(path, capsys)
    assert first.startswith("mine.toml, otherwise: takes one of none, compromise")
    assert second.startswith("mine.toml, when 1, 'mood': is no key")
