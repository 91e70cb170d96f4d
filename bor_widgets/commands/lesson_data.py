"""The files that belong to a new lesson: plan, predictions, quiz, guide and slides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.commands.check_lesson import GUIDE_HEADINGS, GUIDE_TITLE
from bor_widgets.commands.lesson_markdown import as_markdown

#: columns of the guide's table of minutes, and its rows; the minutes add up to one class
TIMING = (("Part", "Minutes"), ("Prediction", "8"), ("Argument", "17"), ("Bench", "15"),
          ("Discussion and questions", "10"))  # fmt: skip

WORDS = {
    "plan": "What lesson {number} teaches, by id, and the bench that it opens.",
    "predictions": "Lesson {number}: what a reader commits to before the answer is shown. "
    "Copy the table for a further one.",
    "quiz": "Lesson {number}: one question of each kind. Write your own in their places.",
    "slides": "Lesson {number}: the slides for one class.",
    "question": "Write a question here. A good one has an answer that surprises.",
    "right": "Write the right answer here.",
    "wrong": "Write an answer here that many would give.",
    "reveal": "Write here what is right, and why ({id}).",
    "hint": "Write here a hint that helps and does not tell.",
    "because": "Write here why it is right ({id}).",
    "not_so": "Write here why this is not so.",
    "prompt_single": "Write a question with one right answer here.",
    "prompt_multiple": "Write a question with several right answers here.",
    "prompt_order": "Put the steps in order, from first to last. Write the steps here.",
    "prompt_match": "Match each judgement with its action. Write the pairs here.",
    "prompt_number": "How many? Write a question with a number as its answer here.",
    "prompt_short": "Which word is it? Write a question with a short answer here.",
    "step": "Write step {number} here.",
    "left": "Write the left side of pair {number} here.",
    "side": "Write the right side of pair {number} here.",
    "spare": "Write a right side here that fits no pair.",
    "word": "answer",
    "slide_open": "Write the question of the class here",
    "slide_line": "Write a short line here.",
    "slide_predict": "What do you expect?",
    "slide_bench": "What happens if we move this?",
    "slide_pull": "Which side convinces you?",
    "slide_quiz": "Have we got it?",
    "note": "For the speaker: write here what to say.",
    "guide": "Write here what a colleague needs to know who teaches this lesson for the first "
    "time.",
}


def plan_text(number: int, plan: Mapping[str, Any]) -> str:
    """Return the file that says what the lesson teaches."""
    return _toml(WORDS["plan"].format(number=number), plan)


def predictions_text(number: int, source: str) -> str:
    """Return a file with one prediction."""
    entry = {
        "question": WORDS["question"],
        "options": _options(("right", WORDS["right"]), ("wrong", WORDS["wrong"])),
        "answer": "right",
        "reveal": WORDS["reveal"].format(id=source),
        "sources": [source],
        "hint": WORDS["hint"],
    }
    return _toml(WORDS["predictions"].format(number=number), {"first": entry})


def quiz_text(number: int, source: str) -> str:
    """Return a quiz with one question of each kind."""
    two = _options(("right", WORDS["right"]), ("wrong", WORDS["wrong"]))
    three = _options(("right", WORDS["right"]), ("also", WORDS["right"]), ("wrong", WORDS["wrong"]))
    steps = _options(*((key, WORDS["step"].format(number=n)) for n, key in enumerate("abc", 1)))
    left = _options(*((key, WORDS["left"].format(number=n)) for n, key in enumerate("ab", 1)))
    sides = _options(
        *((key, WORDS["side"].format(number=n)) for n, key in enumerate("xy", 1)),
        ("z", WORDS["spare"]),
    )
    said = WORDS["not_so"]
    kinds: dict[str, dict[str, Any]] = {
        "single": {"options": two, "answer": "right", "feedback": {"wrong": said}},
        "multiple": {
            "options": three,
            "answer": ["right", "also"],
            "feedback": {"wrong": said},
        },
        "order": {"options": steps, "answer": ["a", "b", "c"], "feedback": {"other": said}},
        "match": {"left": left, "options": sides, "answer": {"a": "x", "b": "y"}},
        "number": {"answer": 3, "feedback": {"low": said, "high": said}},
        "short": {"answer": [WORDS["word"]], "feedback": {"other": said}},
    }
    items = [
        {
            "id": f"L{number:02d}-{kind}",
            "kind": kind,
            "prompt": WORDS[f"prompt_{kind}"],
            **held,
            "hint": WORDS["hint"],
            "explanation": WORDS["because"].format(id=source),
            "source": source,
        }
        for kind, held in kinds.items()
    ]
    return _toml(WORDS["quiz"].format(number=number), {"item": items})


def slides_text(number: int, source: str, pulls: list[str]) -> str:
    """Return a few slides: a question, the prediction, the bench, a contradiction, the quiz."""
    slides: list[dict[str, Any]] = [
        {"title": WORDS["slide_open"], "lines": [WORDS["slide_line"]]},
        {"title": WORDS["slide_predict"], "show": "predict:first"},
        {"title": WORDS["slide_bench"], "show": "bench", "sources": [source]},
        *(
            {"title": WORDS["slide_pull"], "show": f"tension:{name}", "sources": [name]}
            for name in pulls[:1]
        ),
        {"title": WORDS["slide_quiz"], "show": f"quiz:L{number:02d}-single"},
    ]
    rows = [{**slide, "note": WORDS["note"]} for slide in slides]
    return _toml(WORDS["slides"].format(number=number), {"slide": rows})


def guide_text(title: str) -> str:
    """Return the guide to the lesson, with every heading and a table of minutes."""
    parts = [f"# {as_markdown(title)}{GUIDE_TITLE}"]
    for heading in GUIDE_HEADINGS:
        parts += [f"## {heading}", WORDS["guide"] if heading == GUIDE_HEADINGS[0] else "…"]
        if heading == "Timing":
            head, *rows = [f"| {a} | {b} |" for a, b in TIMING]
            parts[-1] = "\n".join([head, "|---|---|", *rows])
    return "\n\n".join(parts) + "\n"


def _options(*entries: tuple[str, str]) -> list[dict[str, str]]:
    return [{"key": key, "label": label} for key, label in entries]


def _toml(comment: str, data: Mapping[str, Any]) -> str:
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(comment))
    document.add(tomlkit.nl())
    for key, value in data.items():
        document.add(key, _item(value))
    return tomlkit.dumps(document)


def _item(value: Any) -> Any:
    """Return a value as it reads best: choices in lines of their own, short tables in one."""
    import tomlkit

    if isinstance(value, list) and value and isinstance(value[0], dict):
        if set(value[0]) == {"key", "label"}:
            array = tomlkit.array()
            for entry in value:
                table = tomlkit.inline_table()
                table.update(entry)
                array.append(table)
            return array.multiline(True)
        rows = tomlkit.aot()
        for entry in value:
            rows.append(_table(entry))
        return rows
    return _table(value) if isinstance(value, dict) else value


def _table(entry: Mapping[str, Any]) -> Any:
    import tomlkit

    table = tomlkit.table()
    # a table within comes last: what follows it would belong to it
    for key, held in sorted(entry.items(), key=lambda pair: isinstance(pair[1], dict)):
        table.add(key, _item(held))
    return table
