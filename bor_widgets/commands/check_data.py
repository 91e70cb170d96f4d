"""Checking the files of questions and slides that belong to a lesson."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bor_widgets.cases import Fault
from bor_widgets.cases.faults import short
from bor_widgets.commands.check_files import Unreadable, number_of, read_toml
from bor_widgets.sources import rules, tensions

#: kinds of question that fit a test before the course
TEST_KINDS = ("single", "multiple")

WORDS = {
    "rows": "holds a list of [[{name}]] and nothing else",
    "same_id": "another item has the same id",
    "table": "is a table; given was {given}",
    "pair": "holds a claim, an item before and an item after, and nothing else",
    "claim": "is a rule or a tension; given was {given}",
    "kind": "is one of {known} in a test; given was {given}",
    "source": "is the claim of the pair, {claim}; given was {given}",
    "none": "holds no prediction",
    "kinds": "holds a value of another kind than it should be",
}


def quiz_faults(path: Path) -> list[Fault]:
    """Return what is wrong with a quiz, item by item."""
    from bor_widgets.course.quiz_items import read_item

    faults: list[Fault] = []
    seen: set[str] = set()
    handed_out = False
    with contextlib.suppress(Unreadable):  # told below, once
        handed_out = read_toml(path).get("handed_out") is True
    for name, entry in _rows(path, "item", faults, also=("handed_out",)):
        try:
            item = read_item(entry, handed_out=handed_out)
        except ValueError as reason:
            faults.append(Fault(path.name, f"item {name}", str(reason)))
            continue
        if item.id in seen:
            faults.append(Fault(path.name, f"item {name}", WORDS["same_id"]))
        seen.add(item.id)
    return faults


def prediction_faults(path: Path) -> list[Fault]:
    """Return what is wrong with a file of predictions: the first fault of it."""
    from bor_widgets.course.predictions import PredictionFileError, load_predictions

    try:
        if not read_toml(path):
            return [Fault(path.name, "", WORDS["none"])]
        load_predictions(path, f"L{number_of(path)}")
    except Unreadable as unreadable:
        return [unreadable.fault]
    except PredictionFileError as error:
        place, _, reason = str(error).removeprefix(f"{path.name}: ").partition(": ")
        return [Fault(path.name, place if reason else "", reason or place)]
    except TypeError:
        return [Fault(path.name, "", WORDS["kinds"])]
    return []


def pair_faults(path: Path) -> list[Fault]:
    """Return what is wrong with the test before and after the course, pair by pair."""
    from bor_widgets.course.quiz_items import read_item

    faults: list[Fault] = []
    seen: set[str] = set()
    for name, entry in _rows(path, "pair", faults):
        where = f"pair {name}"
        if set(entry) != {"claim", "before", "after"}:
            faults.append(Fault(path.name, where, WORDS["pair"]))
            continue
        claim = entry["claim"]
        if not isinstance(claim, str) or (claim not in rules and claim not in tensions):
            told = WORDS["claim"].format(given=short(claim))
            faults.append(Fault(path.name, f"{where}, claim", told))
        for when in ("before", "after"):
            at = f"{where}, {when}"
            try:
                item = read_item(entry[when])
            except ValueError as reason:
                faults.append(Fault(path.name, at, str(reason)))
                continue
            if item.kind not in TEST_KINDS:
                told = WORDS["kind"].format(known=", ".join(TEST_KINDS), given=short(item.kind))
                faults.append(Fault(path.name, f"{at}, kind", told))
            if item.source != claim:
                told = WORDS["source"].format(claim=short(claim), given=short(item.source))
                faults.append(Fault(path.name, f"{at}, source", told))
            if item.id in seen:
                faults.append(Fault(path.name, at, WORDS["same_id"]))
            seen.add(item.id)
    return faults


def slide_faults(path: Path) -> list[Fault]:
    """Return what is wrong with the slides of a lesson, slide by slide."""
    from bor_widgets.commands.lesson_plan import bench_of, bench_refusal
    from bor_widgets.course.slides import SlideFileError, load_slides

    try:
        slides = load_slides(path, f"L{number_of(path)}")
    except SlideFileError as error:
        return error.faults
    bench = bench_of(number_of(path), path.parent.parent)
    faults = []
    for number, slide in enumerate(slides, start=1):
        if slide.kind == "bench" and bench and (reason := bench_refusal(bench, dict(slide.values))):
            faults.append(Fault(path.name, f"slide {number}, set", reason))
    return faults


def _rows(
    path: Path, name: str, faults: list[Fault], also: tuple[str, ...] = ()
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the tables of a list, each with its id or its number; note what is none."""
    try:
        data = read_toml(path)
    except Unreadable as unreadable:
        faults.append(unreadable.fault)
        return
    rows = data.get(name)
    if set(data) - set(also) != {name} or not isinstance(rows, list) or not rows:
        faults.append(Fault(path.name, "", WORDS["rows"].format(name=name)))
        return
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            told = WORDS["table"].format(given=short(row))
            faults.append(Fault(path.name, f"{name} {number}", told))
            continue
        called = row.get("id")
        plain = isinstance(called, str) and 0 < len(called) <= 40 and called.isprintable()
        yield (str(called) if plain else str(number)), row
