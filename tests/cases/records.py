"""A good record, and ways to spoil it."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

GOOD: dict[str, Any] = {
    "id": "MY1",
    "slug": "fish-and-chips",
    "title": "A dispute over fish",
    "papers": ["P0"],
    "depth": "brief",
    "places": ["P0 L395-403"],
    "actor": "Northland",
    "counterpart": "Southland",
    "years": "1999",
    "first_year": 1999,
    "last_year": 2001,
    "countries": ["NOR"],
    "setting": "Two neighbours share a sea and quarrel over fish.",
    "done": "They signed a treaty.",
    "reading": "Both gave way.",
    "explained_by": ["R01"],
    "tensions": ["E01"],
    "open": ["Who began?"],
    "notes": ["This record was made up."],
    "observed": {
        "action": "compromise",
        "basis": "text",
        "places": ["P0 L395-403"],
        "why": "They gave way.",
    },
    "coding": {
        "relationship": {
            "value": 0.6,
            "basis": "inferred",
            "places": ["P0 L1504-1508"],
            "why": "They trade.",
        },
        "grade": {"value": "potential", "basis": "judgement", "why": "Ours."},
    },
    "party": [
        {"name": "Northland", "role": "actor"},
        {"name": "Southland", "role": "counterpart"},
    ],
    "tie": [
        {
            "between": ["Northland", "Southland"],
            "quality": "mixed",
            "basis": "text",
            "places": ["P0 L395-403"],
        }
    ],
}

REQUIRED = ("id", "slug", "title", "papers", "depth", "setting", "done")


def good(**changes: Any) -> dict[str, Any]:
    """A good record with some keys changed."""
    return {**deepcopy(GOOD), **changes}


def spoilt(path: str, value: Any) -> dict[str, Any]:
    """A record in which one value deep inside is another; path is written a.b.0.c."""
    record = good()
    *way, last = path.split(".")
    inside: Any = record
    for step in way:
        inside = inside[int(step) if isinstance(inside, list) else step]
    inside[int(last) if isinstance(inside, list) else last] = value
    return record


def toml(value: Any) -> str:
    """A value as TOML; tables are written inline."""
    match value:
        case dict():
            return "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value)
        case _:
            return str(value)


def as_file(record: dict[str, Any]) -> str:
    """A record as the text of a file."""
    return "".join(f"{json.dumps(key)} = {toml(value)}\n" for key, value in record.items())
