"""`bor case new` by options: every question is one, and a bad answer is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bor_widgets.cases import read_case
from tests import hostile
from tests.commands.case_parts import least, new, written
from tests.commands.terminal import held

pytestmark = pytest.mark.usefixtures("at_home")


def test_every_question_is_an_option() -> None:
    answers = [
        *least(),
        "--years=1958–1976",
        "--counterpart=United Kingdom",
        "--third=NATO",
        "--third=Norway, Sweden and others",
        "--tie=friendly",
        "--reading=Each gave way a little.",
        "--observed=mix",
        "--observed-why=Ships were cut loose, talks went on.",
        "--paper=P0",
        "--place=P0 L395-403, P0 L405",
        "--set=threat=0,6",
        "--set=military_means=no",
        "--set=issue_areas=fish, bases",
        "--set=instruments=sanctions",
        "--set=parties=2",
        "--set=grade=Indirect",
        "--why=threat=It was about food.",
        "--basis=grade=inferred",
        "--cite=grade=P0 L415-423",
        "--rule=r03, R07",
        "--tension=E02",
        "--open=Who gave way first?",
        "--open=And why?",
        "--note=From a school book.",
        "--country=isl, GBR",
        "--lesson=L03",
        "--slug=cod-war",
        "--id=MY12",
    ]
    assert new("--yes", "--folder=my", *answers) == 0
    case = written("my/cod-war.toml")
    assert (case.id, case.slug, case.title) == ("MY12", "cod-war", "A quarrel over fish")
    assert (case.first_year, case.last_year) == (1958, 1976)
    assert [(p.name, p.role) for p in case.party] == [
        ("Iceland", "actor"),
        ("United Kingdom", "counterpart"),
        ("NATO", "third"),
        ("Norway, Sweden and others", "third"),
    ]
    assert [(t.between, t.quality, t.basis) for t in case.tie] == [
        (("Iceland", "United Kingdom"), "friendly", "judgement")
    ]
    assert case.observed is not None
    assert (case.observed.action, case.observed.basis) == ("mix", "judgement")
    assert [str(place) for place in case.places] == ["P0 L395-403", "P0 L405"]
    values = {name: coding.value for name, coding in case.coding.items()}
    assert values == {
        "threat": 0.6,
        "military_means": False,
        "issue_areas": ("fish", "bases"),
        "instruments": ("sanctions",),
        "parties": 2,
        "grade": "indirect",
    }
    assert case.coding["threat"].why == "It was about food."
    assert case.coding["grade"].basis == "inferred"
    assert [str(place) for place in case.coding["grade"].places] == ["P0 L415-423"]
    assert case.explained_by == ("R03", "R07")
    assert case.tensions == ("E02",)
    assert case.open == ("Who gave way first?", "And why?")
    assert case.notes == ("From a school book.",)
    assert case.countries == ("ISL", "GBR")
    assert case.taught_in == ("L03",)
    assert case.theirs


def test_the_least_is_enough_and_nothing_is_made_up() -> None:
    assert new("--yes", *least()) == 0
    case = written()
    assert (case.id, case.papers, case.depth) == ("MY1", (), "brief")
    assert not case.coding
    assert case.observed is None
    assert case.first_year is None


def test_all_that_is_missing_is_named_in_one_sentence(
    capsys: pytest.CaptureFixture[str], at_home: Path
) -> None:
    assert new("--yes", "--actor=Iceland") == 1
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert all(option in said for option in ("--title", "--setting", "--done"))
    assert "--actor" not in said
    assert held(at_home) == []


@pytest.mark.parametrize(
    ("option", "part"),
    [
        ("--set=threat=7", "from 0 to 1"),
        ("--set=threat=nan", "from 0 to 1"),
        ("--set=threat=1e999", "from 0 to 1"),
        ("--set=threat=", "from 0 to 1"),
        ("--set=threat", "NAME=VALUE"),
        ("--set=hatred=1", "hatred"),
        ("--set=grade=awful", "none, potential, indirect, direct"),
        ("--set=grade=open", "none, potential, indirect, direct"),
        ("--set=military_means=perhaps", "yes, no"),
        ("--set=parties=2.5", "whole number"),
        ("--set=parties=1" + "0" * 30, "whole number"),
        ("--set=instruments=bribes", "institutions"),
        ("--set=issue_areas=a,a", "1 to 6"),
        ("--why=threat=So.", "--set threat"),
        ("--observed=war", "none, compromise, mix, breakup"),
        ("--paper=P7", "P0, P1, P2"),
        ("--place=P0 L99999", "does not exist"),
        ("--place=page 3", "P0 L395-403"),
        ("--rule=R999", "R99"),
        ("--tension=E999", "E99"),
        ("--lesson=L44", "L04"),
        ("--country=Iceland", "three letters"),
        ("--slug=../../etc/passwd", "small letters"),
        ("--slug=Fish War", "small letters"),
        ("--first-year=later", "year"),
        ("--last-year=9999", "2100"),
        ("--id=my one", "id"),
        ("--id=R01", "R01"),
        ("--id=C25", "C25"),
        ("--slug=iraq-2003-united-states", "iraq-2003-united-states"),
        ("--title=<b>War</b>", "markup"),
        ("--title=two\nlines", "one line"),
        ("--title=", "blanks"),
    ],
)
def test_a_bad_answer_is_one_sentence_and_nothing_is_written(
    option: str, part: str, at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("--yes", *least(), option) == 1
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert said.startswith("bor case new: ")
    assert part in said
    assert held(at_home) == []


def test_years_that_contradict_each_other_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert new("--yes", *least(), "--first-year=1990", "--last-year=1980") == 1
    assert "last_year" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["title", "actor", "setting", "done"])
@pytest.mark.parametrize("text", hostile.TEXTS)
def test_any_text_is_kept_as_it_is_or_refused_in_a_sentence(
    name: str, text: str, at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = new("--yes", *least(**{name: text}))
    printed = capsys.readouterr()
    if code:
        assert len(printed.err.strip().splitlines()) == 1
        assert held(at_home) == []
        return
    (path,) = Path("cases").glob("*.toml")
    case = read_case(path, theirs=True)
    assert getattr(case, name) == text.strip()


@pytest.mark.parametrize(
    "title",
    [
        'The "cod" war\'s end \\ #1',
        "关系平衡",
        "שלום עולם",
        "🐟 and 🍟",
        "می‌خواهم",
        "\U0001f469‍\U0001f467",
        "no-break space",
        "'''",
        '"""',
        "[table]",
        "x = 1",
    ],
)
def test_titles_in_any_script_come_back(title: str) -> None:
    assert new("--yes", *least(title=title)) == 0
    (path,) = Path("cases").glob("*.toml")
    assert written(str(path)).title == title
    assert path.stem.isascii()


def test_a_text_of_several_lines_comes_back() -> None:
    setting = 'First "this".\n\nThen\tthat.'
    assert new("--yes", *least(setting=setting)) == 0
    assert written().setting == setting


#: any text that a program can be given as a word
words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=words, setting=words, why=words)
def test_whatever_is_answered_the_file_is_sound_or_not_there(
    title: str, setting: str, why: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cases")
    asked = least(title=title, setting=setting)
    code = new("--yes", f"--folder={folder}", *asked, "--set=threat=0.5", f"--why=threat={why}")
    found = list(folder.iterdir())
    assert len(found) == (0 if code else 1)
    for path in found:
        case = read_case(path, theirs=True)
        assert (case.title, case.setting) == (title.strip(), setting.strip())
