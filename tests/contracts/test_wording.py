"""No sentence of the papers is repeated: facts and terms carry over, sentences are our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from bor_widgets.cases import cases
from bor_widgets.sources import (
    Concept,
    Enumeration,
    Place,
    concepts,
    debates,
    lessons,
    lists,
    rules,
    tensions,
)
from bor_widgets.theory import calibration_parameters
from bor_widgets.theory.provenance import _phrases
from tests.contracts.product_files import paper_lines, words

#: a run of so many words in common is a copied sentence
LONGEST_RUN = 8


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a record, however deep; places are no texts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value) and not isinstance(value, Place):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def sentences_in(record: Any) -> Iterator[str]:
    """Every text of a record that could be a sentence of the papers.

    Terms, and lists of them, are the papers' own; they are compared item by item.
    """
    if isinstance(record, Concept | Enumeration):
        terms = record.term if isinstance(record, Concept) else record.text
        rest = record.text if isinstance(record, Concept) else record.title
        yield from (*re.split(r"[;:,()]", terms), rest)
    else:
        yield from texts_in(record)


def runs_of(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[i : i + LONGEST_RUN]) for i in range(len(said) - LONGEST_RUN + 1)}


KINDS: dict[str, Any] = {
    "rules": rules,
    "concepts": concepts,
    "lists": lists,
    "tensions": tensions,
    "debates": debates,
    "lessons": lessons,
    "cases": cases,
    "calibration": calibration_parameters(),
}


def check_own_words(where: str, texts: Iterator[str], printed: set[tuple[str, ...]]) -> list[str]:
    return [
        f"{where}: {' '.join(run)}" for text in texts for run in sorted(runs_of(text) & printed)
    ]


@pytest.fixture(scope="module")
def printed() -> set[tuple[str, ...]]:
    """Every run of words in the papers."""
    found: set[tuple[str, ...]] = set()
    for lines in paper_lines().values():
        found |= runs_of(" ".join(lines))
    assert len(found) > 10_000
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_records_are_in_our_own_words(kind: str, printed: set[tuple[str, ...]]) -> None:
    copied = [
        fault
        for key, record in KINDS[kind].items()
        for fault in check_own_words(key, sentences_in(record), printed)
    ]
    assert not copied, copied[:10]


def test_phrases_are_in_our_own_words(printed: set[tuple[str, ...]]) -> None:
    assert not check_own_words("phrases", texts_in(_phrases()), printed)


def test_a_copied_sentence_would_be_found(printed: set[tuple[str, ...]]) -> None:
    line = next(line for line in paper_lines()["P2"] if len(words(line)) > 30)
    assert check_own_words("here", iter([f"We say that {line}"]), printed)
