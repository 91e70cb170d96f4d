"""A student's function becomes a rule table, or is refused in one clear sentence."""

from __future__ import annotations

import pytest

from bor_widgets.simulation.doctrines import QUESTIONS, RuleTable
from bor_widgets.simulation.own_doctrine import (
    EXAMPLE,
    LONGEST_SOURCE,
    DoctrineRefused,
    one_line,
    table_from_function,
)
from bor_widgets.simulation.sandbox import Limits
from tests import hostile
from tests.simulation.misbehaviour import HEAD, WRONG

#: little of everything, but time on the clock: a busy machine must not change what is found
TIGHT = Limits(computing=1, waiting=60.0, memory=128)


def test_a_function_becomes_the_table_of_its_answers() -> None:
    source = HEAD + "    return 'breakup' if other == 'revoked' and tie == 'weak' else 'mix'\n"
    table = table_from_function("mine", source)
    expected = tuple(
        "breakup" if other == "revoked" and tie == "weak" else "mix"
        for _, tie, _, other in QUESTIONS
    )
    assert table == RuleTable("mine", expected)


def test_the_example_is_a_doctrine() -> None:
    table = table_from_function("example", EXAMPLE)
    assert table.move("none", "weak", "weaker", "revoked") == "breakup"
    assert table.move("direct", "weak", "weaker", "neither") == "hard balancing"
    assert table.move("direct", "strong", "weaker", "neither") == "compromise"


def test_pythons_own_library_is_at_hand() -> None:
    modules = "collections, dataclasses, enum, fractions, functools, itertools, math, random, re"
    source = f"import {modules}, statistics\n{HEAD}    return 'none'\n"
    assert set(table_from_function("mine", source).moves) == {"none"}


def test_what_it_prints_disturbs_nothing() -> None:
    source = HEAD + "    print('{\"end\": \"done\"}', '关系', grade)\n    return 'mix'\n"
    assert set(table_from_function("mine", source).moves) == {"mix"}


#: the others that take their full time are asked with a whole tournament, see test_entries
QUICK = [how for how in WRONG if WRONG[how].kind != "computing" or how == "loops for ever"]


@pytest.mark.parametrize("how", QUICK)
def test_each_misbehaviour_is_one_sentence(how: str) -> None:
    wrong = WRONG[how]
    with pytest.raises(DoctrineRefused) as caught:
        table_from_function("mine", wrong.source, TIGHT)
    refused, said = caught.value, str(caught.value)
    assert refused.kind == wrong.kind, said
    assert all(word in said for word in wrong.words), said
    assert said.isprintable()
    assert len(said) < 700
    if wrong.asked:
        assert refused.asked in QUESTIONS
        assert f"grade {refused.asked[0]}, tie {refused.asked[1]}" in said
    else:
        assert refused.asked is None
    if wrong.line is not None:
        assert refused.line == wrong.line
        assert said.endswith(f"(line {wrong.line})")


def test_the_question_it_stumbled_over_is_named() -> None:
    source = (
        HEAD + "    if (grade, power) == ('direct', 'stronger'):\n        1 / 0\n    return 'mix'"
    )
    with pytest.raises(DoctrineRefused) as caught:
        table_from_function("mine", source)
    assert caught.value.asked == ("direct", "weak", "stronger", "revoked")


@pytest.mark.parametrize("text", hostile.TEXTS)
def test_a_hostile_text_is_a_sentence(text: str) -> None:
    with pytest.raises(DoctrineRefused) as caught:
        table_from_function("mine", text, TIGHT)
    assert str(caught.value).isprintable()


def test_a_hostile_error_is_a_sentence() -> None:
    source = HEAD + "    raise ValueError('a\\n\\x1b[31m\\u202e' + 'x' * 10**6)\n"
    with pytest.raises(DoctrineRefused) as caught:
        table_from_function("mine", source)
    said = str(caught.value)
    assert said.isprintable()
    assert len(said) < 700
    assert "(line 2)" in said


@pytest.mark.parametrize("source", ["#" * (LONGEST_SOURCE + 1), 7, None, b"x"])
def test_what_is_no_text_of_a_function_is_refused_unasked(source: object) -> None:
    with pytest.raises(DoctrineRefused, match="50,000 letters; given was"):
        table_from_function("mine", source)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", " ", "relationships", "x" * 61, "a\nb"])
def test_a_name_that_is_none_is_refused_first(name: str) -> None:
    with pytest.raises(ValueError, match="name takes"):
        table_from_function(name, "not even Python")


def test_one_line_is_short_and_printable() -> None:
    assert one_line("a\n\tb\x1b") == "a b"
    assert len(one_line("x" * 10_000, 80)) == 80
