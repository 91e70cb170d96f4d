"""`bor case new` by questions, and `bor case list`."""

from __future__ import annotations

from pathlib import Path

import pytest

from bor_widgets.cli import main
from tests.commands.case_parts import least, new, written
from tests.commands.terminal import held, types

pytestmark = pytest.mark.usefixtures("at_home")


#: what is typed for the least, in the order of the questions: title, years, actor, counterpart,
#: third parties, setting, done, reading, action, paper, inputs, rule, contradiction, question,
#: note, country, lesson, name of the file, yes
TYPED = [
    *("A quarrel", "", "Iceland", "", "", "They quarrel.", "A deal.", "", "", "", ""),
    *("", "", "", "", "", "", "", "yes"),
]


def test_the_dialogue_writes_what_was_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, TYPED)
    assert new() == 0
    said = capsys.readouterr().out
    text = Path("cases/a-quarrel.toml").read_text()
    # it shows what it will write, and where, before it asks
    assert text in said
    assert said.index(text) < said.index("Written: cases/a-quarrel.toml")
    assert written("cases/a-quarrel.toml").setting == "They quarrel."


def test_a_full_dialogue(monkeypatch: pytest.MonkeyPatch) -> None:
    types(
        monkeypatch,
        [
            *("A quarrel", "since 1958", "Iceland", "United Kingdom", "NATO", "Norway", ""),
            *("mixed", "They quarrel.", "A deal.", "Both gave way.", "mix", "They did both."),
            *("P0", "", "P0 L395-403", ""),
            *("threat", "0.7", "inferred", "P0 L395", "", "It was grave."),
            *("Own power", "-0,5", "", "", ""),
            *("R01, R02", "", "E01", "", "Who began?", "", "", "", "", "cod-war", "y"),
        ],
    )
    assert new() == 0
    case = written("cases/cod-war.toml")
    assert case.first_year == 1958
    assert case.situation().threat == 0.7
    assert case.situation().capability == -0.5
    assert case.coding["threat"].basis == "inferred"
    assert case.coding["capability"].basis == "judgement"
    assert case.coding["threat"].why == "It was grave."
    assert [party.name for party in case.party] == [
        *("Iceland", "United Kingdom", "NATO", "Norway"),
    ]
    assert case.explained_by == ("R01", "R02")


def test_a_bad_answer_gets_one_sentence_and_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ["", "<b>x</b>", "x" * 500, *TYPED]
    types(monkeypatch, typed)
    assert new() == 0
    said = capsys.readouterr().out
    for part in ("This answer is needed", "without markup", "at most 160 letters"):
        assert sum(part in line for line in said.splitlines()) == 1
    assert written("cases/a-quarrel.toml").title == "A quarrel"


def test_the_list_of_inputs_can_be_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = list(TYPED)
    typed[10:11] = ["list", "hatred", ""]
    types(monkeypatch, typed)
    assert new() == 0
    said = capsys.readouterr().out
    assert "generalised_principles" in said
    assert "no input 'hatred'" in said


def test_what_was_given_as_an_option_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    # eleven questions are left, all of which may be left out; then the file's name, and yes
    left = types(monkeypatch, [*[""] * 11, "cod-war", "yes"])
    assert new(*least(), "--years=1958", "--third=NATO", "--set=threat=0.1") == 0
    assert not list(left)
    assert written("cases/cod-war.toml").years == "1958"


@pytest.mark.parametrize("cut", range(len(TYPED)))
def test_an_input_that_ends_leaves_nothing_behind(
    cut: int, monkeypatch: pytest.MonkeyPatch, at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, TYPED[:cut])
    assert new("--folder=mine") == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert held(at_home) == []


@pytest.mark.parametrize("cut", range(len(TYPED)))
def test_ctrl_c_leaves_nothing_behind(
    cut: int, monkeypatch: pytest.MonkeyPatch, at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, [*TYPED[:cut], KeyboardInterrupt])
    assert new("--folder=mine") == 130
    assert "Nothing was written" in capsys.readouterr().err
    assert held(at_home) == []


def test_ctrl_c_while_it_is_written_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, at_home: Path
) -> None:
    def stopped(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stopped)
    assert new("--yes", "--folder=a/b", *least()) == 130
    assert held(at_home) == []


def test_bytes_that_are_no_text_end_it_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], at_home: Path
) -> None:
    def broken(prompt: str = "") -> str:
        return b"\xff".decode("utf-8")

    monkeypatch.setattr("builtins.input", broken)
    assert new() == 1
    assert "UTF-8" in capsys.readouterr().err
    assert held(at_home) == []


def test_no_at_the_end_writes_nothing(monkeypatch: pytest.MonkeyPatch, at_home: Path) -> None:
    types(monkeypatch, [*TYPED[:-1], "perhaps", "no"])
    assert new() == 1
    assert held(at_home) == []


def test_a_name_that_is_taken_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert new("--yes", *least(title="A quarrel")) == 0
    typed = list(TYPED)
    typed[-2:-1] = ["", "iraq-2003-united-states", "Another One", "another"]
    types(monkeypatch, typed)
    assert new() == 0
    assert {path.name for path in Path("cases").iterdir()} == {"a-quarrel.toml", "another.toml"}


def test_the_list_marks_whose_case_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, at_home: Path
) -> None:
    assert new("--yes", *least()) == 0
    monkeypatch.setenv("BOR_CASES", str(at_home / "cases"))
    capsys.readouterr()
    assert main(["case", "list"]) == 0
    said = capsys.readouterr().out
    own = [line for line in said.splitlines() if "your own" in line and "MY" in line]
    assert len(own) == 1
    assert "a-quarrel-over-fish" in own[0]
    assert said.splitlines()[-1] == "95 cases: 94 of the papers, 1 your own"
    assert main(["case", "list", "--own"]) == 0
    assert "iraq" not in capsys.readouterr().out


def test_the_list_tells_of_a_case_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, at_home: Path
) -> None:
    (at_home / "broken.toml").write_text("id = ")
    monkeypatch.setenv("BOR_CASES", str(at_home))
    assert main(["case", "list"]) == 1
    assert "broken.toml: is not valid TOML" in capsys.readouterr().out


def test_a_terminal_of_few_letters_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "out.txt"
    with out.open("w", encoding="ascii") as stream:
        monkeypatch.setattr("sys.stdout", stream)
        code = new("--yes", "--folder=关系", *least(title="שלום"))
    assert code == 0
    assert "\\u5173" in out.read_text()
