"""Every reason that the code can give has its sentence, and every sentence a use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import product

import pytest

from bor_widgets.situation import Situation
from bor_widgets.sources import outside, rules, tensions
from bor_widgets.theory import ACTIONS, GRADES, WORDINGS
from bor_widgets.theory.provenance import _phrases
from bor_widgets.theory.soft_balancing import TARGETS, Target, define
from tests.contracts.product_files import package_files

#: what a part of an id or key is called when only a run of the program can tell it
UNTOLD = "*"

#: class -> table of the phrase file, and the key that is meant when none is given
CLASSES = {
    "Reason": ("reason", "holds"),
    "OpenQuestion": ("open", "open"),
    "Disagreement": ("disagreement", "holds"),
}


class Source:
    """One module, with the values that its names can take."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.tree = ast.parse(text)
        self.values: dict[str, list[ast.expr]] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self.values.setdefault(target.id, []).append(node.value)

    def texts(self, node: ast.expr) -> set[str]:
        """Every text that an expression can be, as far as the source tells."""
        match node:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.IfExp(body=body, orelse=orelse):
                return self.texts(body) | self.texts(orelse)
            case ast.Name(id=name) if name in self.values:
                return set().union(*(self.texts(value) for value in self.values[name]))
            case ast.Subscript(value=ast.Dict(values=values)):
                return set().union(*(self.texts(value) for value in values))
            case ast.Subscript(value=ast.Name(id=name)) if name in self.values:
                return set().union(
                    *(self.texts(ast.Subscript(table, node.slice)) for table in self.values[name])
                )
            case ast.JoinedStr(values=parts):
                choices = [self.texts(part) for part in parts]
                return {"".join(parts) for parts in product(*choices)}
            case ast.FormattedValue(value=value):
                return self.texts(value)
            case _:
                return {UNTOLD}

    def given(self) -> Iterator[tuple[str, str, str]]:
        """Table, rule and key of each reason, open question and disagreement in the module."""
        for node in ast.walk(self.tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id not in CLASSES or not node.args:
                continue
            table, default = CLASSES[node.func.id]
            rule_of = node.args[0]
            if isinstance(rule_of, ast.Subscript):
                for rule in self.texts(rule_of):
                    yield table, rule, UNTOLD
                continue
            named = {keyword.arg: keyword.value for keyword in node.keywords}
            position = 2 if table == "disagreement" else 1
            key = node.args[position] if len(node.args) > position else named.get("key")
            keys = {default} if key is None else self.texts(key)
            for rule, one in product(self.texts(rule_of), keys):
                yield table, rule, one


def given() -> list[tuple[str, str, str, str]]:
    return [
        (path, *one)
        for path, text in package_files(".py").items()
        for one in Source(path, text).given()
    ]


def fits(pattern: str, text: str) -> bool:
    parts = (re.escape(part) for part in pattern.split(UNTOLD))
    return re.fullmatch(".+".join(parts), text) is not None


def entries(table: str) -> set[tuple[str, str]]:
    return {(rule, key) for rule, keys in _phrases()[table].items() for key in keys}


def test_the_search_reads_the_theory() -> None:
    found = given()
    assert len(found) > 60
    told = [one for one in found if UNTOLD not in one[2] + one[3]]
    assert len(told) > 40


def test_every_reason_in_the_code_has_its_sentence() -> None:
    lost = [
        one
        for one in given()
        if not any(fits(one[2], rule) and fits(one[3], key) for rule, key in entries(one[1]))
    ]
    assert not lost


@pytest.mark.parametrize("target", TARGETS)
def test_every_outcome_of_the_definition_can_be_told(target: Target) -> None:
    # its reasons are looked up in a table, which the search above cannot follow
    criteria = ("concerted", "deliberate", "sustained", "delegitimising", "retributive")
    told = set()
    for answers in product((True, False, None), repeat=len(criteria)):
        said = dict(zip(criteria, answers, strict=True))
        for tool, military, threat in product(([], ["legitimacy_denial"]), (0.0, 1.0), (0, 1)):
            s = Situation(instruments=tool, military_means=military, **said)
            outcome = define(s, target=target, perceived_threat=bool(threat))
            assert outcome.reasons
            told |= {reason.text for reason in outcome.reasons}
    assert len(told) > 10
    assert all(sentence.strip() for sentence in told)


@pytest.mark.parametrize("table", [name for name, _ in CLASSES.values()])
def test_every_sentence_is_used_by_the_code(table: str) -> None:
    used = [(rule, key) for _, where, rule, key in given() if where == table]
    idle = [
        entry
        for entry in sorted(entries(table))
        if not any(fits(rule, entry[0]) and fits(key, entry[1]) for rule, key in used)
    ]
    assert not idle


def test_every_reason_names_a_rule_or_an_outside_work() -> None:
    assert {rule for rule, _ in entries("reason")} <= {*rules, *outside}
    assert {rule for rule, _ in entries("open")} <= set(rules)
    assert {tension for tension, _ in entries("disagreement")} <= set(tensions)


def test_outside_knowledge_says_that_it_is() -> None:
    for work in outside:
        for sentence in _phrases()["reason"].get(work, {}).values():
            assert sentence.startswith("Outside knowledge, not in the papers:")


def test_aims_are_called_aims() -> None:
    for rule in ("R05", "R06", "R07", "R155"):
        assert _phrases()["reason"][rule]["holds"].startswith("Aim:")


def test_every_label_has_its_words() -> None:
    phrases = _phrases()
    assert set(phrases["grade"]) == set(GRADES)
    assert set(phrases["action"]) == set(phrases["action_short"]) == set(ACTIONS)
    assert set(phrases["wording"]) == set(WORDINGS)
    assert set(phrases["by"]) == {"suggested", "student"}
    assert set(phrases["verdict"]) == set(phrases["theory"])


def test_sentences_are_whole_and_plain() -> None:
    for table in ("reason", "open", "disagreement"):
        for rule, keys in _phrases()[table].items():
            for key, sentence in keys.items():
                assert sentence.endswith("."), (rule, key)
                assert sentence[0].isupper(), (rule, key)
                assert "<" not in sentence, (rule, key)
