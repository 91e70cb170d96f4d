"""`bor rules`: the treatment of all 264 rules."""

from __future__ import annotations

import re

import pytest

from bor_widgets.cli import main
from bor_widgets.sources import papers, rules
from bor_widgets.theory import computed_rules

TREATMENTS = ("computed", "taught", "open")


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[list[str], str]:
    """The lines of the rules, and the last line with the count."""
    assert main(["rules", *words]) == 0
    *lines, empty, last = capsys.readouterr().out.splitlines()
    assert empty == ""
    return lines, last


def counts(last: str) -> tuple[int, dict[str, int]]:
    """The number of rules, and how many are treated how, from the last line."""
    total = int(last.split(maxsplit=1)[0])
    return total, {how: int(n) for n, how in re.findall(r"(\d+) (computed|taught|open)", last)}


def test_every_rule_is_listed_once_with_its_treatment_and_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines, last = printed(capsys)
    assert [line.split()[0] for line in lines] == list(rules)
    for line, rule in zip(lines, rules.values(), strict=True):
        assert line.split()[1:3] == [rule.treatment, rule.explicitness]
        assert str(rule.places[0]) in line
    total, parts = counts(last)
    assert total == len(lines) == sum(parts.values()) == 264
    assert set(parts) == set(TREATMENTS)


def test_what_is_computed_or_taught_says_where(capsys: pytest.CaptureFixture[str]) -> None:
    lines, _ = printed(capsys)
    for line in lines:
        if line.split()[1] == "computed":
            assert "bor_widgets.theory." in line
        if line.split()[1] == "taught":
            assert re.search(r"\bL\d{2}$", line), line


def test_the_treatments_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    found = [printed(capsys, "--treatment", how) for how in TREATMENTS]
    assert sum(counts(last)[0] for _, last in found) == 264
    for how, (lines, last) in zip(TREATMENTS, found, strict=True):
        assert {line.split()[1] for line in lines} == {how}
        assert counts(last) == (len(lines), {how: len(lines)})


def test_each_paper_has_its_rules(capsys: pytest.CaptureFixture[str]) -> None:
    # 160, 26 and 67 rules; a comparison of ours belongs to each paper it cites
    own = {"P0": ("R", 160), "P1": ("Q", 26), "P2": ("S", 67)}
    assert set(own) == set(papers)
    for paper, (letter, number) in own.items():
        lines, _ = printed(capsys, "--paper", paper)
        names = [line.split()[0] for line in lines]
        assert sum(name[0] == letter for name in names) == number
        assert {name[0] for name in names} <= {letter, "X"}
        assert all(f"{paper} L" in line for line in lines)


def test_both_choices_together(capsys: pytest.CaptureFixture[str]) -> None:
    lines, last = printed(capsys, "--paper", "P2", "--treatment", "open")
    names = {line.split()[0] for line in lines}
    assert {"S19", "S64"} <= names
    assert counts(last) == (len(names), {"open": len(names)})


def test_one_rule_is_told_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "R01"]) == 0
    said = capsys.readouterr().out
    rule = rules["R01"]
    for part in (rule.id, rule.name, rule.text, "P0 L395-403", "stated", "computed"):
        assert part in said


def test_several_rules_and_small_letters(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "s19", "r02"]) == 0
    said = capsys.readouterr().out
    assert said.index("S19") < said.index("R02")
    assert rules["S19"].text in said


@pytest.mark.parametrize(("wrong", "near"), [("R999", "R99"), ("S7", "S07"), ("Q1", "Q01")])
def test_an_unknown_rule_suggests_the_nearest(
    wrong: str, near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", wrong]) == 1
    said = capsys.readouterr().out.strip()
    assert wrong in said
    assert near in said
    assert len(said.splitlines()) == 1


def test_an_unknown_rule_does_not_hide_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "R999", "R01"]) == 1
    assert rules["R01"].text in capsys.readouterr().out


@pytest.mark.parametrize("strange", ["", "<b>", "R01; ls", "x" * 500, "\u202e"])
def test_what_is_no_id_gets_a_sentence(strange: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", strange]) == 1
    assert "no rule has the id" in capsys.readouterr().out


def test_every_rule_is_accounted_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--check"]) == 0
    assert "264" in capsys.readouterr().out


def test_the_check_can_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = computed_rules()
    lost = code.pop("R01")
    wrong = {**code, "R999": lost, "S19": lost}
    monkeypatch.setattr("bor_widgets.commands.rules.computed_rules", lambda: wrong)
    assert main(["rules", "--check"]) == 1
    said = capsys.readouterr().out
    for name in ("R01", "R999", "S19"):
        assert name in said


@pytest.mark.parametrize("words", [["--paper", "P3"], ["--treatment", "ignored"]])
def test_what_cannot_be_chosen_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["rules", *words])
    assert left.value.code == 2
    assert words[1] in capsys.readouterr().err
