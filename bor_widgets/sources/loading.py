"""From the data files to records."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar

from bor_widgets.sources.catalogue import read_toml
from bor_widgets.sources.places import places
from bor_widgets.sources.records import (
    Concept,
    Debate,
    Enumeration,
    Lesson,
    OutsideWork,
    Paper,
    Rule,
    Section,
    Tension,
)

#: the files that hold the rules, in the papers' order; the name is the rule's topic
RULE_TOPICS = (
    "principles",
    "restraint",
    "time",
    "ties",
    "intervention",
    "systems",
    "approaches",
    "soft_balancing",
    "discriminators",
)

T = TypeVar("T")


def _record(kind: type[T], entry: dict[str, Any], **extra: Any) -> T:
    """Build a record: lists become tuples, places are read, nothing unknown is kept."""
    values = {**entry, **extra}
    if "places" in values:
        values["places"] = places(values["places"])
    for name, value in values.items():
        if isinstance(value, list):
            values[name] = tuple(value)
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    unknown = set(values) - known
    if unknown:
        raise ValueError(f"{values.get('id', '?')}: unknown key {sorted(unknown)[0]!r}")
    return kind(**values)


def load_papers() -> list[Paper]:
    """Read the three papers' own description."""
    papers = []
    for entry in read_toml("papers.toml")["paper"]:
        entry["id"] = entry.pop("code")
        entry["sections"] = [Section(**section) for section in entry["sections"]]
        entry["text"] = [(first, last) for first, last in entry["text"]]
        papers.append(_record(Paper, entry))
    return papers


def load_rules() -> list[Rule]:
    """Read all rules of the papers and our own comparisons between them."""
    return [
        _record(Rule, {"who": "", **entry}, topic=topic)
        for topic in RULE_TOPICS
        for entry in read_toml("rules", f"{topic}.toml")["rule"]
    ]


def load_concepts() -> list[Concept]:
    """Read the glossary."""
    return [_record(Concept, entry) for entry in read_toml("glossary.toml")["concept"]]


def load_lists() -> list[Enumeration]:
    """Read the typologies, lists and timelines."""
    return [_record(Enumeration, entry) for entry in read_toml("lists.toml")["list"]]


def load_tensions() -> list[Tension]:
    """Read the tensions inside and between the papers."""
    return [_record(Tension, entry) for entry in read_toml("tensions.toml")["tension"]]


def load_debates() -> list[Debate]:
    """Read the debates with other theories."""
    return [_record(Debate, entry) for entry in read_toml("debates.toml")["debate"]]


def load_lessons() -> list[Lesson]:
    """Read what each lesson teaches."""
    return [_record(Lesson, entry) for entry in read_toml("lessons.toml")["lesson"]]


def load_outside() -> list[OutsideWork]:
    """Read the works from outside the papers."""
    return [_record(OutsideWork, entry) for entry in read_toml("outside.toml")["work"]]
