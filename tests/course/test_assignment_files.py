"""Questions that are handed out: everything that is asked, and nothing that is answered."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bor_widgets.course.assignment_files import (
    handed_out_predictions,
    handed_out_quiz,
    mixed,
    otter_test,
    telling_keys,
)
from bor_widgets.course.predictions import (
    Prediction,
    PredictionFileError,
    load_predictions,
)
from bor_widgets.course.quiz_items import Item, Option, QuizFileError, load_quiz, parse_quiz
from bor_widgets.widgets.quiz import Quiz
from tests.course.assignment_lessons import LESSONS

NUMBERS = [path.stem for path in sorted((LESSONS / "quizzes").glob("*.toml"))]
each_lesson = pytest.mark.parametrize("number", NUMBERS)


def quiz(number: str) -> tuple[Item, ...]:
    return load_quiz(LESSONS / "quizzes" / f"{number}.toml")


def predictions(number: str) -> dict[str, Prediction]:
    return load_predictions(LESSONS / "predictions" / f"{number}.toml", f"L{number}")


@each_lesson
def test_a_quiz_asks_the_same_and_answers_nothing(number: str) -> None:
    full = quiz(number)
    handed = parse_quiz(handed_out_quiz(number, full))
    assert [item.id for item in handed] == [item.id for item in full]
    for before, after in zip(full, handed, strict=True):
        assert (after.prompt, after.kind, after.source) == (
            before.prompt,
            before.kind,
            before.source,
        )
        assert set(after.options) == set(before.options)
        assert after.left == before.left
        assert after.handed_out
        assert not after.explanation
        assert not after.feedback
        assert not before.handed_out


@each_lesson
def test_lines_are_mixed_as_the_page_mixes_them_and_stand_in_no_right_order(number: str) -> None:
    for item in quiz(number):
        shown = Quiz._question(item)["options"]
        assert [option.key for option in mixed(item)] == [option["key"] for option in shown]
        if item.kind == "order":
            assert [option.key for option in mixed(item)] != list(item.answer)


def test_an_order_that_is_written_down_in_its_right_order_is_not_handed_out_in_it() -> None:
    lines = tuple(Option(key, key) for key in ("first", "then", "last"))
    for number in range(50):
        keys = ("first", "then", "last")
        item = Item(f"one-{number}", "order", "Order?", "R01", "", "", keys, lines)
        assert tuple(option.key for option in mixed(item)) != item.answer


@each_lesson
def test_predictions_ask_the_same_and_reveal_nothing(number: str, tmp_path: Path) -> None:
    full = predictions(number)
    path = tmp_path / f"{number}.toml"
    path.write_text(handed_out_predictions(number, full.values()), encoding="utf-8")
    handed = load_predictions(path, f"L{number}")
    assert list(handed) == list(full)
    for name, entry in handed.items():
        assert (entry.question, entry.options) == (full[name].question, full[name].options)
        assert entry.handed_out
        assert (entry.answer, entry.reveal, entry.sources) == ("", "", ())
        assert entry.hint in ("", full[name].hint)


def test_a_hint_that_says_the_answer_is_not_handed_out() -> None:
    options = (Option("a", "In the barn"), Option("b", "In the well"))
    entry = Prediction(
        "L03", "where", "Where?", options, "a", "In it.", ("R01",), "Look behind the barn."
    )
    assert "hint" in handed_out_predictions("03", [entry])
    told = replace(entry, hint="It is in the Barn, of course.")
    assert "hint" not in handed_out_predictions("03", [told])


QUIZ = """handed_out = true

[[item]]
id = "one"
kind = "single"
prompt = "Which?"
options = [{ key = "a", label = "This" }, { key = "b", label = "That" }]
source = "R01"
"""


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ('answer = "a"', "answer does not belong"),
        ('explanation = "So."', "explanation does not belong"),
        ('feedback = { b = "No." }', "feedback does not belong"),
        ("tolerance = 1", "tolerance does not belong"),
        ('colour = "red"', "not a key of an item"),
    ],
)
def test_a_quiz_that_is_handed_out_may_hold_no_answer(more: str, reason: str) -> None:
    assert parse_quiz(QUIZ)[0].handed_out
    with pytest.raises(QuizFileError, match=reason):
        parse_quiz(QUIZ + more)


def test_without_the_word_an_answer_is_needed() -> None:
    with pytest.raises(QuizFileError, match=r"(hint|answer) is missing"):
        parse_quiz(QUIZ.replace("handed_out = true", ""))
    with pytest.raises(QuizFileError, match="handed_out takes true or false"):
        parse_quiz(QUIZ.replace("true", '"yes"'))


PREDICTION = """handed_out = true

[lock]
question = "What now?"
options = [{ key = "a", label = "This" }, { key = "b", label = "That" }]
"""


@pytest.mark.parametrize("more", ['answer = "a"', 'reveal = "This."', 'sources = ["R01"]'])
def test_a_prediction_that_is_handed_out_may_hold_no_answer(more: str, tmp_path: Path) -> None:
    path = tmp_path / "03.toml"
    path.write_text(PREDICTION, encoding="utf-8")
    assert load_predictions(path, "L03")["lock"].handed_out
    path.write_text(PREDICTION + more, encoding="utf-8")
    with pytest.raises(PredictionFileError, match="does not belong into a file that is handed out"):
        load_predictions(path, "L03")
    path.write_text(PREDICTION.replace("handed_out = true", ""), encoding="utf-8")
    with pytest.raises(PredictionFileError, match="answer is missing"):
        load_predictions(path, "L03")


def item(kind: Any, answer: Any, keys: str, left: str = "") -> Item:
    def options(names: str) -> tuple[Option, ...]:
        return tuple(Option(name, f"Line of {len(name)}") for name in names.split())

    return Item("one", kind, "Which?", "R01", "", "So.", answer, options(keys), options(left))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (item("single", "right", "right other"), "right"),
        (item("single", "a", "a wrong"), "wrong"),
        (item("multiple", ("a", "correct"), "a correct c"), "correct"),
        (item("order", ("a", "b", "c"), "a b c"), "order of the answer"),
        (item("order", ("s1", "s2", "s10"), "s1 s10 s2"), "order of the answer"),
        (item("match", {"x": "x", "y": "y"}, "x y z", "x y"), "same keys"),
    ],
)
def test_a_key_that_tells_the_answer_is_named(given: Item, told: str) -> None:
    faults = list(telling_keys([given], ()))
    assert len(faults) == 1
    assert told in faults[0]
    assert "one" in faults[0]


@pytest.mark.parametrize(
    "given",
    [
        item("single", "a", "a b"),
        item("order", ("b", "a", "c"), "a b c"),
        # words in the order of the alphabet by chance
        item("order", ("start", "ties", "tired"), "ties start tired"),
        item("match", {"x": "p", "y": "q"}, "p q", "x y"),
        replace(item("single", "right", "right left"), options=(
            Option("right", "the right to leave"), Option("left", "the left bank"))),
    ],
)  # fmt: skip
def test_a_key_that_tells_nothing_is_left_alone(given: Item) -> None:
    assert not list(telling_keys([given], ()))


def test_a_test_for_otter_is_in_its_format_and_only_the_graders_copy_has_the_hidden_case() -> None:
    visible, hidden = "assert isinstance(solution, list)", 'assert solution == [\n    1], "One."'
    for told in ("", hidden):
        space: dict[str, Any] = {}
        exec(otter_test("q03", visible, told, 2), space)
        test = space["test"]
        assert test["name"] == "q03"
        (suite,) = test["suites"]
        assert suite["type"] == "doctest"
        assert [case["hidden"] for case in suite["cases"]] == [False, True][: len(suite["cases"])]
        points = test.get("points") or sum(case["points"] for case in suite["cases"])
        assert points == 2
        assert suite["cases"][0]["code"] == f">>> {visible}"
        if told:
            assert suite["cases"][1]["code"] == '>>> assert solution == [\n...     1], "One."'


def test_the_files_are_plain_toml_with_one_comment() -> None:
    text = handed_out_quiz("08", quiz("08"))
    assert tomllib.loads(text)["handed_out"] is True
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Lesson 8: questions to be handed in. The answers are not in this file."
    ]
