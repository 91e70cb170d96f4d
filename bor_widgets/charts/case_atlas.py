"""The case atlas: which cases fit a reader's filters, and where they stand in time."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from bor_widgets.cases import Case, cases
from bor_widgets.charts.case_years import When, era_keys, when
from bor_widgets.charts.countries import (
    countries_of,
    country_name,
    party_names,
    seats_of,
)
from bor_widgets.sources import papers, rules
from bor_widgets.theory.eras import ERAS

#: what a reader can filter by; a filter that is not set is ""
FILTERS = ("paper", "theory", "rule", "actor", "era", "country", "text")

#: the key of an instructor's own cases among the papers
OWN = "own"

#: longer words to look for are cut: they are meant to be a few words
LONGEST_TEXT = 200

#: our own scale of the drawing: (year, part of the width). Recent years are drawn wider,
#: because most cases stand there
SCALE = ((1815, 0.0), (1890, 0.13), (1945, 0.29), (1991, 0.45))

#: years that are written under the line, as far as there is room
TICKS = (1815, 1853, 1890, 1914, 1945, 1970, 1991, 2000, 2010, 2020)


@cache
def _words() -> dict[str, Any]:
    resource = files("bor_widgets.charts").joinpath("case_atlas.toml")
    return tomllib.loads(resource.read_text(encoding="utf-8"))


def atlas_word(*path: str, **values: Any) -> str:
    """Return a sentence of the atlas by its path, filled in."""
    entry: Any = _words()
    for key in path:
        entry = entry[key]
    return str(entry).format_map(values) if values else str(entry)


def year_place(year: int, today: int) -> float:
    """Return where a year stands on the line, from 0 (1815) to 1 (today).

    A year before 1815 stands at 0, one after today at 1. The scale is ours: straight
    between the years of :data:`SCALE`, wider after 1991.
    """
    steps = [*SCALE, (today, 1.0)]
    if year <= steps[0][0]:
        return 0.0
    for (first, low), (last, high) in pairwise(steps):
        if year <= last:
            return low + (high - low) * (year - first) / (last - first)
    return 1.0


def plain(text: str) -> str:
    """Return letters without accents and capitals, so that "sao" finds "São"."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).lower()


def theories_of(case: Case) -> tuple[str, ...]:
    """Return the letters of the theories whose rules explain a case, see ``[theory]``."""
    return tuple(dict.fromkeys(rule[0] for rule in case.explained_by if rule[0] in "RQSX"))


def told_years(case: Case) -> str:
    """Tell when a case happened, in the record's own words."""
    return atlas_word("when", when(case).kind, years=case.years)


def rows(known: Mapping[str, Case], today: int) -> list[dict[str, Any]]:
    """Return one row per case, in the order of time and then of the papers."""
    made = [
        (_order(when(case), place), _row(case, today)) for place, case in enumerate(known.values())
    ]
    return [row for _, row in sorted(made, key=lambda entry: entry[0])]


def _order(time: When, place: int) -> tuple[int, int, int, int]:
    group = ("event", "cited", "words", "none").index(time.kind)
    if time.on_the_line:
        return 0, time.first or 0, time.last or 0, place
    return group, 0, 0, place


def _row(case: Case, today: int) -> dict[str, Any]:
    time = when(case)
    row: dict[str, Any] = {
        "slug": case.slug,
        "id": case.id,
        "title": case.title,
        "years": told_years(case),
        "papers": list(case.papers),
        "kind": time.kind,
        "theirs": case.theirs,
    }
    if time.first is not None and time.last is not None:
        row |= {
            "from": year_place(time.first, today),
            "to": year_place(today if time.after else time.last, today),
            "before": time.before or time.first < SCALE[0][0],
            "after": time.after,
        }
    return row


def bands(today: int) -> list[dict[str, Any]]:
    """Return the eras behind the line and the years that the paper leaves open (S27)."""
    made = []
    end = None
    for era in ERAS:
        if end is not None and era.first > end:
            made.append(_band("open", end, era.first, today, f"{end + 1}–{era.first - 1}"))
        end = era.last if era.last is not None else today
        text = f"{era.first}–{era.last}" if era.last is not None else f"{era.first}–"
        made.append(_band(era.climate, era.first, end, today, text))
    return made


def _band(climate: str, first: int, last: int, today: int, years: str) -> dict[str, Any]:
    return {
        "climate": climate,
        "label": atlas_word("climate", climate),
        "short": atlas_word("climate", f"{climate}_short"),
        "long": f"{years}: {atlas_word('climate', f'{climate}_long')}",
        "from": year_place(first, today),
        "to": year_place(last, today),
    }


def ticks(today: int) -> list[dict[str, Any]]:
    """Return the years that are written under the line."""
    return [{"year": year, "at": year_place(year, today)} for year in (*TICKS, today)]


def _era_label(key: str) -> str:
    if not key.isdigit():
        return atlas_word("era", key)
    era = ERAS[int(key)]
    climate = atlas_word("climate", era.climate).lower()
    if era.last is None:
        return atlas_word("era", "since", first=era.first, climate=climate)
    return atlas_word("era", "span", first=era.first, last=era.last, climate=climate)


def facets(known: Mapping[str, Case], today: int) -> list[dict[str, Any]]:
    """Return what can be chosen in each filter, with the number of cases behind it."""
    every = list(known.values())
    names = Counter(name for case in every for name in party_names(case))
    used = Counter(rule for case in every for rule in case.explained_by)
    theory = Counter(letter for case in every for letter in theories_of(case))
    eras = Counter(key for case in every for key in era_keys(when(case), today))
    own = sum(case.theirs for case in every)
    order = ["before", *map(str, range(len(ERAS))), "open", "undated"]
    offered: dict[str, list[tuple[str, str, int]]] = {
        "paper": [
            *(
                (code, f"{code} {papers[code].short}", sum(code in case.papers for case in every))
                for code in papers
            ),
            *([(OWN, atlas_word("facet", "own"), own)] if own else []),
        ],
        "theory": [(key, label, theory[key]) for key, label in _words()["theory"].items()],
        "rule": [(rule, f"{rule} {rules[rule].name}", used[rule]) for rule in rules if used[rule]],
        "actor": [(name, name, n) for name, n in sorted(names.items(), key=_often)],
        "era": [(key, _era_label(key), eras[key]) for key in order],
    }
    return [
        {
            "name": name,
            "label": atlas_word("facet", name),
            "any": atlas_word("facet", f"any_{name}"),
            "options": [{"key": key, "label": f"{label} ({n})"} for key, label, n in options],
        }
        for name, options in offered.items()
    ]


def _often(entry: tuple[str, int]) -> tuple[int, str]:
    return -entry[1], entry[0]


def clean_filters(asked: Any, today: int) -> dict[str, str]:
    """Return only the filters that exist and that can be met; anything else is dropped.

    What is asked may come from an address that anybody can write.
    """
    asked = asked if isinstance(asked, Mapping) else {}
    allowed = _allowed(today)
    kept = {}
    for name in FILTERS:
        value = asked.get(name, "")
        if not isinstance(value, str):
            continue
        if name == "text":
            value = value[:LONGEST_TEXT]
        elif value not in allowed[name]:
            continue
        if value:
            kept[name] = value
    return kept


@cache
def _allowed(today: int) -> dict[str, set[str]]:
    allowed = {
        facet["name"]: {option["key"] for option in facet["options"]}
        for facet in facets(cases, today)
    }
    allowed["country"] = {code for case in cases.values() for code in countries_of(case)}
    return allowed


def fitting(filters: Mapping[str, str], known: Iterable[Case], today: int) -> list[Case]:
    """Return the cases that meet every filter that is set."""
    return [case for case in known if _fits(case, filters, today)]


def _fits(case: Case, filters: Mapping[str, str], today: int) -> bool:
    tests: dict[str, Sequence[str]] = {
        "paper": (*case.papers, *([OWN] if case.theirs else [])),
        "theory": theories_of(case),
        "rule": case.explained_by,
        "actor": party_names(case),
        "era": era_keys(when(case), today),
        "country": countries_of(case),
    }
    if any(filters.get(name) and filters[name] not in held for name, held in tests.items()):
        return False
    sought = plain(filters.get("text", "")).split()
    return not sought or all(part in _searched(case) for part in sought)


@cache
def _searched_text(title: str, rest: tuple[str, ...]) -> str:
    return plain(" ".join((title, *rest)))


def _searched(case: Case) -> str:
    # what was done is not searched: a hit would give the answer away
    countries = map(country_name, countries_of(case))
    rest = (case.id, case.slug, case.years, case.setting, *party_names(case), *seats_of(case))
    return _searched_text(case.title, (*rest, *countries))
