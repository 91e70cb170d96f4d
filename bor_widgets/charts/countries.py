"""Where the parties of a case are on the map: countries, seats of organisations, or nowhere."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from bor_widgets.cases import Case


@dataclass(frozen=True, slots=True)
class Seat:
    """An organisation and the town in which it has, or had, its seat; degrees."""

    name: str
    at: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a party is shown.

    Attributes
    ----------
    codes
        Countries of today, ISO 3166.
    seats
        Names of organisations that are shown at their seat.
    note
        What a reader should know about it, for instance that borders were others.
    missing
        Why it is not on the map; "" where it is.
    """

    codes: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    note: str = ""
    missing: str = ""


@cache
def _stored() -> dict[str, Any]:
    resource = files("bor_widgets.charts").joinpath("countries.toml")
    return tomllib.loads(resource.read_text(encoding="utf-8"))


@cache
def country_names() -> Mapping[str, str]:
    """Return the name of every country that takes part in a case, by its code."""
    return MappingProxyType(_stored()["country"])


@cache
def seats() -> Mapping[str, Seat]:
    """Return every organisation that is shown at its seat, by its name."""
    return MappingProxyType({entry["name"]: Seat(**entry) for entry in _stored()["seat"]})


@cache
def whereabouts() -> Mapping[str, Whereabouts]:
    """Return where each known party is, by its name in the records."""
    known = {name: Whereabouts(codes=(code,)) for code, name in country_names().items()}
    for name in seats():
        known[name] = Whereabouts(seats=(name,))
    for entry in _stored()["party"]:
        known[entry["name"]] = Whereabouts(
            tuple(entry["codes"]), tuple(entry.get("seats", ())), entry.get("note", "")
        )
    for entry in _stored()["elsewhere"]:
        known[entry["name"]] = Whereabouts(missing=entry["why"])
    return MappingProxyType(known)


def party_names(case: Case) -> tuple[str, ...]:
    """Return everybody who takes part, each name once, the actor first."""
    named = [case.actor, case.counterpart, *(party.name for party in case.party)]
    return tuple(dict.fromkeys(name for name in named if name))


def countries_of(case: Case) -> tuple[str, ...]:
    """Return the codes of all countries a case is shown on: its own and its parties'."""
    known = whereabouts()
    codes = list(case.countries)
    for name in party_names(case):
        if name in known:
            codes += known[name].codes
    return tuple(dict.fromkeys(codes))


def seats_of(case: Case) -> tuple[str, ...]:
    """Return the organisations that take part and are shown at their seat."""
    known = whereabouts()
    found = [seat for name in party_names(case) if name in known for seat in known[name].seats]
    return tuple(dict.fromkeys(found))


def country_name(code: str) -> str:
    """Return a country's name; of a country that only a reader's own case names, its code."""
    return country_names().get(code, code)


def country_in_sentence(code: str, *, first: bool = False) -> str:
    """Return a country's name as a sentence needs it, at its start or within."""
    article = ("The " if first else "the ") if code in _stored()["with_article"] else ""
    return article + country_name(code)
