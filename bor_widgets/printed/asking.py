"""Questions on a page without a kernel: predictions, quizzes, and the reader's own argument."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bor_widgets.course.predictions import Prediction
from bor_widgets.course.quiz_answers import answer_label
from bor_widgets.course.quiz_items import Item
from bor_widgets.printed.part import Part, letter, lines, render
from bor_widgets.printed.told import WORDS as TOLD_WORDS
from bor_widgets.printed.told import told_source, told_sources

WORDS = {
    "hint": "A hint",
    "answer": "Open the answer",
    "commit": "Commit first: say your answer aloud or write it down. Then open ours.",
    "predict": "Predict",
    "quiz": "Check yourself",
    "also": "These are right as well: {others}.",
    "low": "If your number is too small",
    "high": "If your number is too large",
    "other": "For any other answer",
    "wrong": "If you wrote “{answer}”",
    "pair": "{left}: {right}",
    "near": "{answer} (up to {tolerance} more or less is right too)",
    "in_class": "The answer is discussed in class.",
    "note": "Your own argument",
    "note_how": "Nobody marks this. Write a few sentences, on paper or in a file of your own.",
    "who_says": TOLD_WORDS["who_says"],
}

#: kind of a question -> what is to be done
TASKS = {
    "single": "Choose one answer.",
    "multiple": "Choose every answer that is right; there may be one or several.",
    "order": "Put these in order.",
    "match": "Give each number one letter. Letters may be left over.",
    "number": "Answer with a number.",
    "short": "Answer with a word or two.",
}


def printed_prediction(prediction: Prediction) -> Part:
    """Return a question with its options; hint and answer are folded away."""
    options = [option.label for option in prediction.options]
    handed_out = prediction.handed_out
    html = render(
        "predict",
        key=prediction.key,
        words={**WORDS, "panel": WORDS["predict"]},
        question=prediction.question,
        options=options,
        hint=prediction.hint,
        answer="" if handed_out else prediction.label(prediction.answer),
        reveal=prediction.reveal,
        sources=told_sources(prediction.sources),
    )
    return Part(html, lines(WORDS["predict"], prediction.question, options))


def printed_quiz(items: Sequence[Item], title: str = "") -> Part:
    """Return questions of every kind; hints and answers are folded away.

    Questions that are handed out have no answers; then the page says so.
    """
    # the lesson's own heading names it already
    titled, title = bool(title), title or WORDS["quiz"]
    told = [_item(item) for item in items]
    html = render("quiz", title=title, titled=titled, words=WORDS, items=told)
    asked = (lines(item.prompt, [o.label for o in offered(item)]) for item in items)
    return Part(html, lines(title, *asked))


def printed_note(key: str, question: str) -> Part:
    """Return an open question, with lines to write on where the page is on paper."""
    words = {"panel": WORDS["note"], "how": WORDS["note_how"]}
    html = render("note", key=key, words=words, question=question)
    return Part(html, lines(WORDS["note"], question))


def offered(item: Item) -> tuple[Any, ...]:
    """Return the options in an order that does not give the answer away."""
    options = item.options
    if item.handed_out:
        return options
    if item.kind == "order" and list(item.keys) == list(item.answer):
        return (*options[1::2], *options[0::2])
    if item.kind == "match":
        given = [item.answer[key] for key in item.left_keys]
        if list(item.keys)[: len(given)] == given:
            return tuple(reversed(options))
    return options


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "prompt": item.prompt,
        "task": TASKS[item.kind],
        "left": [option.label for option in item.left],
        "options": [option.label for option in offered(item)],
        "blank": item.kind in ("number", "short"),
        "hint": item.hint,
        "answers": [] if item.handed_out else _answers(item),
        "also": "" if item.handed_out else _also(item),
        "explanation": item.explanation,
        "feedback": _feedback(item),
        "sources": [] if item.handed_out else [told_source(item.source)],
    }


def _answers(item: Item) -> list[str]:
    match item.kind:
        case "multiple":
            return [item.label(key) for key in item.keys if key in item.answer]
        case "order":
            return [item.label(key) for key in item.answer]
        case "match":
            called = {option.key: letter(place) for place, option in enumerate(offered(item))}
            return [
                WORDS["pair"].format(
                    left=item.label(left), right=f"{called[key]}, {item.label(key)}"
                )
                for left, key in ((left, item.answer[left]) for left in item.left_keys)
            ]
        case "number" if item.tolerance:
            return [
                WORDS["near"].format(answer=answer_label(item), tolerance=f"{item.tolerance:g}")
            ]
        case _:
            return [answer_label(item)]


def _also(item: Item) -> str:
    if item.kind != "short" or len(item.answer) < 2:
        return ""
    return WORDS["also"].format(others="; ".join(str(answer) for answer in item.answer[1:]))


def _feedback(item: Item) -> list[tuple[str, str]]:
    known = {option.key: option.label for option in (*item.left, *item.options)}
    if item.kind == "match":
        known = {option.key: option.label for option in item.left}
    return [(_label(item.kind, key, known), sentence) for key, sentence in item.feedback.items()]


def _label(kind: str, key: str, known: dict[str, str]) -> str:
    if key in known:
        return known[key]
    if key == "other" or (kind == "number" and key in ("low", "high")):
        return WORDS[key]
    return WORDS["wrong"].format(answer=key)
