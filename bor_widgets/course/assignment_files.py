"""The files beside an assignment: questions without answers, and tests for otter."""

from __future__ import annotations

import pprint
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bor_widgets.course.predictions import Prediction
from bor_widgets.course.quiz_items import Item, Option

WORDS = {
    "quiz": "Lesson {number}: questions to be handed in. The answers are not in this file.",
    "predictions": "Lesson {number}: what a reader commits to. The answers are not in this file.",
    "key": "the key {key} of {name} tells that its answer is {value}; give it another key",
    "keys": "the keys of {name} stand in the order of the answer; give them other keys",
    "pairs": "the two sides of {name} have the same keys; give one side others",
}

#: keys that tell whether an option is right, if they are no word of its label
_RIGHT = frozenset({"right", "correct", "true", "answer", "solution"})
_WRONG = frozenset({"wrong", "incorrect", "false"})


def mixed(item: Item) -> tuple[Option, ...]:
    """Return the options in an order that tells nothing.

    It is the order in which the course's own page shows them, the same for every reader, so
    that a class can speak of "the third line".
    """
    options = list(item.options)
    if item.kind in ("order", "match"):
        random.Random(item.id).shuffle(options)
        if item.kind == "order" and [option.key for option in options] == list(item.answer):
            options.reverse()
    return tuple(options)


def handed_out_quiz(number: str, items: Sequence[Item]) -> str:
    """Return the quiz of a lesson without answers, explanations, feedback and hints."""
    rows = []
    for item in items:
        row: dict[str, Any] = {"id": item.id, "kind": item.kind, "prompt": item.prompt}
        if item.left:
            row["left"] = item.left
        if item.options:
            row["options"] = mixed(item)
        rows.append({**row, "source": item.source})
    return _toml(WORDS["quiz"].format(number=int(number)), {"item": rows})


def handed_out_predictions(number: str, predictions: Iterable[Prediction]) -> str:
    """Return the predictions of a lesson without answers, reveals and sources."""
    tables: dict[str, Any] = {}
    for entry in predictions:
        tables[entry.name] = {"question": entry.question, "options": entry.options}
        answer = _plain(entry.label(entry.answer))
        if entry.hint and answer not in _plain(entry.hint):
            tables[entry.name]["hint"] = entry.hint
    return _toml(WORDS["predictions"].format(number=int(number)), tables)


def own_comments(number: str) -> tuple[str, ...]:
    """Return the comments with which the two files of a lesson begin."""
    if not re.fullmatch(r"\d{2}", number):
        return ()
    return tuple(WORDS[kind].format(number=int(number)) for kind in ("quiz", "predictions"))


def telling_keys(items: Iterable[Item], predictions: Iterable[Prediction]) -> Iterator[str]:
    """Say which keys give an answer away although no answer is in the file.

    Answers are kept under these keys, so that they cannot be given others here.
    """
    for entry in predictions:
        yield from _telling(entry.key, entry.options, [entry.answer])
    for item in items:
        if item.kind in ("single", "multiple"):
            right = [item.answer] if item.kind == "single" else list(item.answer)
            yield from _telling(item.id, item.options, right)
        elif item.kind == "order":
            counted = all(re.fullmatch(r"[a-z]|[a-z]*\d+", key) for key in item.keys)
            if counted and list(item.answer) == sorted(item.answer, key=_counted):
                yield WORDS["keys"].format(name=item.id)
        elif item.kind == "match" and all(a == b for a, b in item.answer.items()):
            yield WORDS["pairs"].format(name=item.id)


def _telling(name: str, options: Iterable[Option], right: Sequence[str]) -> Iterator[str]:
    for option in options:
        key = option.key.lower()
        said = key in _plain(option.label).split()
        if not said and key in (_RIGHT if option.key in right else _WRONG):
            value = "right" if option.key in right else "wrong"
            yield WORDS["key"].format(key=option.key, name=name, value=value)


def _counted(key: str) -> tuple[str, int]:
    digits = re.search(r"\d+$", key)
    return (key[: digits.start()], int(digits[0])) if digits else (key, 0)


def otter_test(name: str, visible: str, hidden: str, points: float) -> str:
    """Return a test file for otter.

    Parameters
    ----------
    name
        Name of the question.
    visible
        The assertion that a student may see.
    hidden
        The assertion that only the grader has; "" in the student's copy.
    points
        What the question is worth.
    """
    case: dict[str, Any] = {"code": _doctest(visible), "hidden": False, "locked": False}
    cases = [case]
    test: dict[str, Any] = {"name": name}
    if hidden:
        # the form alone is worth nothing: the points go to the answer
        case["points"] = 0
        told = {"code": _doctest(hidden), "hidden": True, "locked": False, "points": points}
        cases.append(told)
    else:
        test["points"] = points
    suite = {"cases": cases, "scored": True, "setup": "", "teardown": "", "type": "doctest"}
    test["suites"] = [suite]
    return f"test = {pprint.pformat(test, width=96, sort_dicts=False)}\n"


def _doctest(code: str) -> str:
    first, *rest = code.splitlines()
    return "\n".join([f">>> {first}", *(f"... {line}" for line in rest)])


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.lower()).split())


def _toml(comment: str, data: Mapping[str, Any]) -> str:
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(comment))
    document.add("handed_out", tomlkit.item(True))
    document.add(tomlkit.nl())
    for key, value in data.items():
        if isinstance(value, list):
            rows = tomlkit.aot()
            for row in value:
                rows.append(_table(row))
            document.add(key, rows)
        else:
            document.add(key, _table(value))
    return tomlkit.dumps(document)


def _table(row: Mapping[str, Any]) -> Any:
    import tomlkit

    table = tomlkit.table()
    for key, value in row.items():
        if isinstance(value, tuple):
            array = tomlkit.array()
            for option in value:
                line = tomlkit.inline_table()
                line.update({"key": option.key, "label": option.label})
                array.append(line)
            table.add(key, array.multiline(True))
        else:
            table.add(key, value)
    return table
