"""Looking for answers in a student's version: in every file, also where no reader looks."""

from __future__ import annotations

import html
import json
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from bor_widgets.course.assignment_files import own_comments
from bor_widgets.course.assignment_secrets import Answer, Secrets, squeezed

#: keys that a file of data for students never has
TELLING_KEYS = frozenset({"answer", "explanation", "feedback", "reveal", "tolerance"})

#: so many signs after the name of a question its answer still belongs to it
NEAR = 300

WORDS = {
    "solution": "holds a part of the solution of {name} (“{text}”)",
    "check": "holds a part of the hidden test of {name} (“{text}”)",
    "told": "holds what is told of the solution of {name} (“{text}”)",
    "explanation": "holds an explanation of the question {name} (“{text}”)",
    "feedback": "holds feedback on the question {name} (“{text}”)",
    "reveal": "holds the reveal of the prediction {name} (“{text}”)",
    "guide": "holds a part of the instructor's answers to {name} (“{text}”)",
    "answer": "names the answer of {name} (“{text}”)",
    "order": "lists the lines of {name} in their right order",
    "key": "has a key {key}, which a student's file never has",
    "marker": "has the mark {text}, which only a version for nbgrader has",
    "outputs": "has outputs, which may hold answers; clear them",
    "not_handed_out": "does not say handed_out = true",
    "toml": "is no valid TOML, so that it cannot be looked into",
    "json": "is no valid notebook, so that it cannot be looked into",
    "archive": "is packed, so that it cannot be looked into; take it out",
    "line": "line {number}",
    "cell": "cell {number}",
    "metadata": "the metadata",
    "of_cell": "cell {number}, its {part}",
    "whole": "{file}: {fault}",
    "at": "{file}, {place}: {fault}",
}

MARKS = ("BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN TESTS", "END HIDDEN TESTS")

#: how packed files begin
_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"BZh", b"\xfd7zXZ", b"Rar!")

#: a text and where it stands; lines are counted within it if there is no place
Chunk = tuple[str, str]


def leaks(files: Mapping[str, bytes], secrets: Secrets) -> list[str]:
    """Return one sentence for each place that tells an answer.

    Parameters
    ----------
    files
        What each file holds, by its path in the folder.
    secrets
        What must not be found.
    """
    found = []
    for name, held in sorted(files.items()):
        for place, fault in dict.fromkeys(_in_file(name, held, secrets)):
            words = WORDS["at"] if place else WORDS["whole"]
            found.append(words.format(file=name, place=place, fault=fault))
    return found


def _in_file(name: str, held: bytes, secrets: Secrets) -> Iterator[tuple[str, str]]:
    if held.startswith(_PACKED):
        yield "", WORDS["archive"]
        return
    text = _text(held)
    ending = PurePosixPath(name).suffix.lower()
    chunks: list[Chunk] = [("", text)]
    if ending == ".ipynb":
        try:
            notebook = json.loads(text)
            chunks = list(_notebook_chunks(notebook))
            yield from _outputs(notebook)
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            yield "", WORDS["json"]
    elif ending == ".toml":
        yield from _in_toml(name, text, secrets)
    elif ending in (".json", ".jsonl"):
        # what is escaped in a file of this kind is a letter like any other
        chunks.append(("", re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)))
    elif ending in (".html", ".htm", ".xml", ".svg"):
        chunks.append(("", html.unescape(re.sub(r"<[^>]*>", "", text))))
    for place, chunk in chunks:
        yield from _in_text(place, chunk, secrets, named=ending != ".toml")


def _text(held: bytes) -> str:
    if held.startswith((b"\xff\xfe", b"\xfe\xff")):
        return held.decode("utf-16", errors="replace")
    return held.decode("utf-8", errors="replace")


def _in_text(place: str, text: str, secrets: Secrets, *, named: bool) -> Iterator[tuple[str, str]]:
    for mark in MARKS:
        if mark in text:
            yield _where(place, text, text.index(mark)), WORDS["marker"].format(text=mark)
    key = squeezed(text)
    found = [secret for secret in secrets.texts if secret.key in key]
    for secret in found:
        # a part of something longer that was found is not told of twice
        if any(secret.key in other.key for other in found if other is not secret):
            continue
        start = _unsqueezed(text, key.index(secret.key))
        told = secret.text if len(secret.text) <= 60 else f"{secret.text[:59]}…"
        fault = WORDS[secret.what].format(name=secret.name, text=told)
        yield _where(place, text, start), fault
    if named:
        for answer in secrets.answers:
            yield from _named(place, text, answer)


def _named(place: str, text: str, answer: Answer) -> Iterator[tuple[str, str]]:
    """Say where a question is named and its answer follows."""
    for called in answer.called:
        for start in _all(text, called):
            near = text[start + len(called) : start + len(called) + NEAR]
            # what follows in the next paragraph, or below the cell, is about something else
            near = re.split(r"\n\s*\n|\n```", near, maxsplit=1)[0]
            for word in answer.words:
                if _has_word(near, word):
                    fault = WORDS["answer"].format(name=answer.name, text=word[:60])
                    yield _where(place, text, start), fault
                    return


def _in_toml(name: str, text: str, secrets: Secrets) -> Iterator[tuple[str, str]]:
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        yield "", WORDS["toml"]
        return
    for key in dict.fromkeys(_keys(data)):
        if key in TELLING_KEYS:
            yield "", WORDS["key"].format(key=key)
    asks = PurePosixPath(name).parent.name in ("quizzes", "predictions")
    if asks and data.get("handed_out") is not True:
        yield "", WORDS["not_handed_out"]
    orders = {answer.name: answer.order for answer in secrets.answers if answer.order}
    items = data.get("item")
    known = {item.get("id") for item in items or () if isinstance(item, dict)}
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and item.get("id") in orders:
            keys = [o.get("key") for o in item.get("options", ()) if isinstance(o, dict)]
            if tuple(keys) == orders[item["id"]]:
                yield "", WORDS["order"].format(name=item["id"])
    lesson = f"L{PurePosixPath(name).stem[:2]}/"
    for number, comment in _comments(text):
        if comment.strip() in own_comments(PurePosixPath(name).stem):
            continue
        for answer in secrets.answers:
            here = answer.name in known or answer.name.startswith(lesson)
            told = next((w for w in answer.words if here and _has_word(comment, w)), None)
            if told is not None:
                place = WORDS["line"].format(number=number)
                yield place, WORDS["answer"].format(name=answer.name, text=told[:60])


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Yield the comments of a TOML file with the numbers of their lines."""
    strings = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')
    for number, line in enumerate(text.splitlines(), start=1):
        bare = strings.sub(lambda match: "_" * len(match[0]), line)
        if "#" in bare:
            yield number, line[bare.index("#") + 1 :]


def _keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from _keys(value)
    elif isinstance(data, list):
        for value in data:
            yield from _keys(value)


def _notebook_chunks(notebook: Any) -> Iterator[Chunk]:
    yield WORDS["metadata"], _flat({k: v for k, v in notebook.items() if k != "cells"})
    for number, cell in enumerate(notebook["cells"], start=1):
        source = cell["source"]
        text = source if isinstance(source, str) else "".join(source)
        yield WORDS["cell"].format(number=number), text
        for part, held in cell.items():
            if part not in ("source", "cell_type", "execution_count"):
                yield WORDS["of_cell"].format(number=number, part=part), _flat(held)


def _outputs(notebook: Any) -> Iterator[tuple[str, str]]:
    for number, cell in enumerate(notebook["cells"], start=1):
        if cell.get("outputs"):
            yield WORDS["cell"].format(number=number), WORDS["outputs"]
    if "widgets" in notebook.get("metadata", {}):
        yield WORDS["metadata"], WORDS["outputs"]


def _flat(held: Any) -> str:
    """Return every name and value in a piece of JSON, one to a line."""
    if isinstance(held, dict):
        return "\n".join(f"{key}\n{_flat(value)}" for key, value in held.items())
    if isinstance(held, list):
        return "\n".join(_flat(value) for value in held)
    return str(held)


def _has_word(text: str, word: str) -> bool:
    if not word.strip() or word.casefold() not in text.casefold():
        return False
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def _all(text: str, called: str) -> Iterable[int]:
    if called not in text:
        return ()
    pattern = rf"(?<!\w){re.escape(called)}(?![\w-])"
    return (match.start() for match in re.finditer(pattern, text))


def _unsqueezed(text: str, at: int) -> int:
    """Return where in the text the letter stands that is number ``at`` of the squeezed one."""
    ends = range(len(text) + 1)
    return max(bisect_right(ends, at, key=lambda end: len(squeezed(text[:end]))) - 1, 0)


def _where(place: str, text: str, start: int) -> str:
    line = WORDS["line"].format(number=text.count("\n", 0, start) + 1)
    return place or line
