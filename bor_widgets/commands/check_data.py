"""Checking the files of questions and slides that belong to a lesson."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bor_widgets.cases import Fault
from bor_widgets.cases.faults import short
from bor_widgets.commands.check_files import Unreadable, exists, number_of, read_toml
from bor_widgets.sources import rules, tensions

#: what a slide may hold, how long its title and its lines may be, and how many lines it has
SLIDE_KEYS = ("title", "lines", "show", "set", "sources", "note")
LONGEST_TITLE, LONGEST_LINE, MOST_LINES = 70, 110, 4

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
    "key": "is not a key of a slide; known are {known}",
    "missing": "is missing or empty",
    "text": "takes text of at most {most} letters; given was {given}",
    "lines": "takes at most {most} lines of at most {letters} letters; given was {given}",
    "sources": "takes ids of claims; given was {given}",
    "set_alone": "belongs to a slide that shows the bench",
    "set_table": "takes a table of inputs of the bench; given was {given}",
    "show": "takes bench, predict:NAME, quiz:ID, tension:ID or case:ID; given was {given}",
    "predict": "there is no prediction {name} in {file}",
    "quiz": "there is no question {name} in {file}",
    "record": "there is no {kind} {name}",
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
    faults: list[Fault] = []
    for number, (_, entry) in enumerate(_rows(path, "slide", faults), start=1):
        for key, reason in _slide(entry, path):
            where = f"slide {number}, {key}"[:80]
            faults.append(Fault(path.name, where, reason))
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


def _slide(entry: dict[str, Any], path: Path) -> Iterator[tuple[str, str]]:
    for key in entry:
        if key not in SLIDE_KEYS:
            yield key, WORDS["key"].format(known=", ".join(SLIDE_KEYS))
    title, lines = entry.get("title"), entry.get("lines", [])
    if not title:
        yield "title", WORDS["missing"]
    elif not isinstance(title, str) or len(title) > LONGEST_TITLE:
        yield "title", WORDS["text"].format(most=LONGEST_TITLE, given=short(title))
    several = isinstance(lines, list) and len(lines) <= MOST_LINES
    if not several or any(not isinstance(t, str) or len(t) > LONGEST_LINE for t in lines):
        given = short(lines)
        yield "lines", WORDS["lines"].format(most=MOST_LINES, letters=LONGEST_LINE, given=given)
    named = entry.get("sources", [])
    if not isinstance(named, list) or not all(exists(name) for name in named):
        yield "sources", WORDS["sources"].format(given=short(named))
    note = entry.get("note", "")
    if not isinstance(note, str) or len(note) > 2_000:
        yield "note", WORDS["text"].format(most=2_000, given=short(note))
    if "show" in entry and (reason := _shown(entry["show"], path)):
        yield "show", reason
    if "set" in entry and entry.get("show") != "bench":
        yield "set", WORDS["set_alone"]
    elif "set" in entry and not isinstance(entry["set"], dict):
        yield "set", WORDS["set_table"].format(given=short(entry["set"]))
    elif "set" in entry:
        from bor_widgets.commands.lesson_plan import bench_of, bench_refusal

        bench = bench_of(number_of(path), path.parent.parent)
        if bench and (reason := bench_refusal(bench, entry["set"])):
            yield "set", reason


def _shown(show: Any, path: Path) -> str:
    """Say why a slide cannot show what it names; "" if it can."""
    if show == "bench":
        return ""
    kind, _, name = show.partition(":") if isinstance(show, str) else ("", "", "")
    file = f"{number_of(path)}.toml"
    match kind:
        case "predict":
            beside = path.parent.parent / "predictions" / file
            known = name in _held(beside)
            return "" if known else WORDS["predict"].format(name=short(name), file=beside.name)
        case "quiz":
            beside = path.parent.parent / "quizzes" / file
            items = _held(beside).get("item")
            rows = items if isinstance(items, list) else []
            ids = [item.get("id") for item in rows if isinstance(item, dict)]
            known = name in ids
            return "" if known else WORDS["quiz"].format(name=short(name), file=beside.name)
        case "tension":
            known = name in tensions
        case "case":
            known = exists(name) and name[:1] not in "RQSXADEFLPW"
        case _:
            return WORDS["show"].format(given=short(show))
    return "" if known else WORDS["record"].format(kind=kind, name=short(name))


def _held(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path)
    except Unreadable:
        return {}
