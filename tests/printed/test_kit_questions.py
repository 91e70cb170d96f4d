"""Questions on a page without a kernel: no answer stands outside a fold."""

from __future__ import annotations

import re

import pytest

from bor_widgets.course.folder import lessons_folder
from bor_widgets.course.predictions import Prediction, load_predictions
from bor_widgets.course.quiz_items import Item, Option, load_quiz
from bor_widgets.printed import kit
from tests.printed.pages import page_of


def predictions() -> list[Prediction]:
    return [
        prediction
        for path in sorted((lessons_folder() / "predictions").glob("[0-9][0-9].toml"))
        for prediction in load_predictions(path, f"L{path.stem}").values()
    ]


def items() -> list[Item]:
    return [
        item
        for path in sorted((lessons_folder() / "quizzes").glob("[0-9][0-9].toml"))
        for item in load_quiz(path)
    ]


@pytest.mark.parametrize("prediction", predictions(), ids=lambda p: p.key)
def test_a_prediction_tells_its_answer_only_in_a_fold(prediction: Prediction) -> None:
    page = page_of(kit.predict(prediction))
    assert prediction.question in page.seen
    for option in prediction.options:
        assert option.label in page.seen
    assert prediction.reveal not in page.seen
    assert prediction.reveal in page.in_folds("bor-answer")
    assert prediction.label(prediction.answer) in page.in_folds("bor-answer")
    assert prediction.hint in page.in_folds("bor-hint")
    # the label of the right option stands once among the options, and nowhere else in sight
    assert page.seen.count(prediction.label(prediction.answer)) == 1
    for source in prediction.sources:
        assert source in page.in_folds("bor-answer")


@pytest.mark.parametrize("item", items(), ids=lambda item: item.id)
def test_an_item_tells_its_answer_only_in_a_fold(item: Item) -> None:
    page = page_of(kit.quiz([item]))
    told = page.in_folds("bor-answer")
    assert item.prompt in page.seen
    assert item.hint in page.in_folds("bor-hint")
    assert item.hint not in page.seen
    assert item.explanation in told
    assert item.explanation not in page.seen
    for option in (*item.options, *item.left):
        assert page.seen.count(option.label) >= 1
    for sentence in item.feedback.values():
        assert sentence in told
    match item.kind:
        case "single":
            assert item.label(item.answer) in told
        case "multiple" | "order":
            places = [told.index(item.label(key)) for key in item.answer]
            assert item.kind == "multiple" or places == sorted(places)
        case "match":
            for left, right in item.answer.items():
                assert re.search(
                    re.escape(item.label(left)) + r": \w, " + re.escape(item.label(right)), told
                )
        case "number":
            assert f"{item.answer:g}" in told
        case _:
            assert all(answer in told for answer in item.answer)


def test_all_six_kinds_are_met() -> None:
    assert {item.kind for item in items()} == {
        "single",
        "multiple",
        "order",
        "match",
        "number",
        "short",
    }


def test_an_order_is_not_shown_in_the_order_of_its_answer() -> None:
    options = tuple(Option(key, f"step {key}") for key in "abcd")
    item = Item("x", "order", "Order.", "R01", "hint", "why", tuple("abcd"), options)
    page = page_of(kit.quiz([item]))
    places = [page.seen.index(option.label) for option in options]
    assert places != sorted(places)


def test_a_match_is_not_shown_with_its_pairs_side_by_side() -> None:
    left = (Option("1", "one"), Option("2", "two"))
    options = (Option("a", "alpha"), Option("b", "beta"))
    item = Item("x", "match", "Match.", "R01", "hint", "why", {"1": "a", "2": "b"}, options, left)
    page = page_of(kit.quiz([item]))
    assert page.seen.index("beta") < page.seen.index("alpha")
    assert re.search(r"one: b, alpha", page.in_folds("bor-answer"))


def test_questions_that_are_handed_out_have_no_answer_to_open() -> None:
    options = (Option("a", "yes"), Option("b", "no"))
    item = Item("x", "single", "Is it?", "R01", "", "", None, options)
    prediction = Prediction("L03", "x", "What then?", options, "", "", ())
    for part in (kit.quiz([item]), kit.predict(prediction)):
        page = page_of(part)
        assert not page.named("details")
        assert "in class" in page.seen
