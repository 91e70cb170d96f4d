"""What every rule of the papers must fulfil, also one that is added tomorrow."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from bor_widgets.sources import Rule, lessons, papers, rules, tensions
from bor_widgets.sources.records import Explicitness, Treatment
from bor_widgets.theory import OPEN_QUESTIONS, computed_rules
from bor_widgets.theory.questions import open_rules
from tests.contracts.product_files import paper_lines

each_rule = pytest.mark.parametrize("rule", rules.values(), ids=rules)

#: which paper a letter belongs to; X rules are comparisons of ours between papers
PAPER_OF = {"R": "P0", "Q": "P1", "S": "P2"}


def test_there_are_264_rules_of_which_11_are_ours() -> None:
    assert len(rules) == 264
    assert Counter(rule[0] for rule in rules) == {"R": 160, "Q": 26, "S": 67, "X": 11}


@pytest.mark.parametrize(
    ("explicitness", "count"),
    [("stated", 194), ("reported", 49), ("implied", 4), ("contested", 2), ("open", 4)],
)
def test_how_the_papers_stand_to_their_253_rules(explicitness: str, count: int) -> None:
    found = [r.id for r in rules.values() if r.id[0] != "X" and r.explicitness == explicitness]
    assert len(found) == count


@pytest.mark.parametrize(
    ("explicitness", "ids"),
    [
        ("implied", {"R66", "R108", "R159", "S57"}),
        ("contested", {"S06", "S56"}),
        ("open", {"S19", "S28", "S64", "S66"}),
    ],
)
def test_the_few_that_no_paper_simply_asserts(explicitness: str, ids: set[str]) -> None:
    assert {rule.id for rule in rules.values() if rule.explicitness == explicitness} == ids


@each_rule
def test_it_says_what_it_is_from_what_and_to_what(rule: Rule) -> None:
    for value in (rule.name, rule.text, rule.inputs, rule.outcome):
        assert value.strip()
        assert value == value.strip()
    assert rule.text[-1] in ".?"
    assert not rule.name.endswith(".")


@each_rule
def test_it_stands_somewhere_in_its_own_paper(rule: Rule) -> None:
    assert rule.places
    for place in rule.places:
        assert papers[place.paper].holds(place), str(place)
    cited = {place.paper for place in rule.places}
    if rule.id[0] == "X":
        assert cited <= set(papers)
    else:
        assert cited == {PAPER_OF[rule.id[0]]}


@each_rule
def test_its_lines_carry_text_in_the_papers_own_file(rule: Rule) -> None:
    lines = paper_lines()
    for place in rule.places:
        cited = lines[place.paper][place.first - 1 : place.last]
        assert len(cited) == place.last - place.first + 1, str(place)
        assert any(line.strip() for line in cited), str(place)


@each_rule
def test_its_explicitness_and_treatment_are_allowed(rule: Rule) -> None:
    assert rule.explicitness in get_args(Explicitness)
    assert rule.treatment in get_args(Treatment)
    assert (rule.explicitness == "derived") == (rule.id[0] == "X")


@each_rule
def test_what_is_reported_says_by_whom(rule: Rule) -> None:
    if rule.explicitness == "reported":
        assert rule.who.strip() or rule.qualifier.strip()


@each_rule
def test_its_lessons_and_tensions_exist(rule: Rule) -> None:
    assert all(lesson in lessons for lesson in rule.lessons)
    assert all(tension in tensions for tension in rule.tensions)
    assert len(set(rule.lessons)) == len(rule.lessons)
    assert len(set(rule.tensions)) == len(rule.tensions)


@each_rule
def test_its_lessons_teach_it(rule: Rule) -> None:
    assert all(rule.id in lessons[lesson].claims for lesson in rule.lessons)


@each_rule
def test_a_taught_rule_names_a_lesson(rule: Rule) -> None:
    if rule.treatment == "taught":
        assert rule.lessons


@each_rule
def test_it_is_called_computed_exactly_if_code_computes_it(rule: Rule) -> None:
    assert (rule.treatment == "computed") == (rule.id in computed_rules())


def test_code_computes_only_rules_that_exist() -> None:
    assert set(computed_rules()) <= set(rules)


def test_what_is_shown_as_open_can_be_asked_for() -> None:
    asked = {rule for ids in OPEN_QUESTIONS.values() for rule in ids}
    assert set(open_rules()) <= asked
    assert asked <= set(rules)


def test_every_question_that_a_paper_leaves_open_can_be_asked_for() -> None:
    asked = {rule for ids in OPEN_QUESTIONS.values() for rule in ids}
    assert {r.id for r in rules.values() if r.explicitness == "open"} <= asked


def test_no_two_rules_say_the_same() -> None:
    for attribute in ("name", "text"):
        said = Counter(getattr(rule, attribute) for rule in rules.values())
        assert not [text for text, count in said.items() if count > 1]
