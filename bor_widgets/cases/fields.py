"""Reading the fields of a record one by one, collecting what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from unicodedata import category

from bor_widgets.cases.faults import Fault, short
from bor_widgets.sources import Place, papers

#: no sentence of a record is longer
LONGEST_TEXT = 2_000
LONGEST_LABEL = 160

_TAG = re.compile(r"<\s*[a-zA-Z!/?]")

#: kinds of signs that nobody sees: control, format, half a letter, private, unassigned, breaks
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
#: format signs that join or part letters, as Persian, Hindi and joined pictures need them
_JOINERS = "\u200c\u200d"


def _seen(sign: str) -> bool:
    return category(sign) not in _UNSEEN or sign in _JOINERS


class Reader:
    """Collects faults while it reads, so that all of them can be told at once."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def fault(self, key: str, reason: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(self.file, key, reason))

    def text(self, data: dict[str, Any], key: str, at: str, most: int = LONGEST_TEXT) -> str:
        """Read a plain text."""
        value = data.get(key, "")
        if not isinstance(value, str):
            self.fault(at, f"takes text; given was {short(value)}")
        elif len(value) > most:
            self.fault(at, f"takes at most {most} letters; given were {len(value)}")
        elif _TAG.search(value):
            self.fault(at, f"takes plain text without markup; given was {short(value)}")
        elif not all(_seen(sign) or sign in "\n\t" for sign in value):
            self.fault(at, f"holds invisible control characters: {short(value)}")
        elif most == LONGEST_LABEL and "\n" in value.strip():
            # a label stands in a list or on a picture, where there is one line for it
            self.fault(at, f"takes one line; given was {short(value)}")
        else:
            return value.strip()
        return ""

    def texts(self, data: dict[str, Any], key: str, at: str) -> tuple[str, ...]:
        """Read a list of plain texts."""
        value = data.get(key, [])
        if not isinstance(value, list) or len(value) > 60:
            self.fault(at, f"takes a list of at most 60 texts; given was {short(value)}")
            return ()
        return tuple(self.text({"": entry}, "", f"{at}[{i}]") for i, entry in enumerate(value))

    def option(self, data: dict[str, Any], key: str, at: str, options: tuple[str, ...]) -> Any:
        """Read one of the options."""
        value = data.get(key)
        if not isinstance(value, str) or value not in options:
            self.fault(at, f"takes one of {', '.join(options)}; given was {short(value)}")
            return options[0]
        return value

    def year(self, data: dict[str, Any], key: str) -> int | None:
        """Read a year, if there is one."""
        value = data.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            self.fault(key, f"takes a year as a whole number; given was {short(value)}")
            return None
        if value is not None and not 0 <= value <= 2100:
            self.fault(key, f"takes a year from 0 to 2100; given was {short(value)}")
            return None
        return value

    def places(self, data: dict[str, Any], at: str) -> tuple[Place, ...]:
        """Read places that exist in their papers."""
        found = []
        for i, text in enumerate(self.texts(data, "places", at)):
            try:
                place = Place.parse(text)
            except ValueError as error:
                self.fault(f"{at}[{i}]", str(error))
                continue
            if papers[place.paper].holds(place):
                found.append(place)
            else:
                self.fault(f"{at}[{i}]", f"{place} does not exist in the paper")
        return tuple(found)

    def known(self, data: dict[str, Any], key: str, has: Callable[[str], bool]) -> tuple[str, ...]:
        """Read ids that exist."""
        values = self.texts(data, key, key)
        for i, value in enumerate(values):
            if not has(value):
                self.fault(f"{key}[{i}]", f"no such id: {short(value)}")
        return values

    def table(
        self, data: dict[str, Any], key: str, allowed: tuple[str, ...], at: str
    ) -> dict[str, Any]:
        """Read a table with known keys."""
        value = data.get(key, {})
        if not isinstance(value, dict):
            self.fault(at, f"takes a table; given was {short(value)}")
            return {}
        self.no_others(value, allowed, at)
        return value

    def rows(
        self, data: dict[str, Any], key: str, allowed: tuple[str, ...]
    ) -> list[dict[str, Any]]:
        """Read a list of tables with known keys."""
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            self.fault(key, f"takes tables; given was {short(value)}")
            return []
        for i, row in enumerate(value):
            self.no_others(row, allowed, f"{key}[{i}]")
        return value

    def no_others(self, data: dict[str, Any], allowed: tuple[str, ...], at: str) -> None:
        """Note every key that is not known."""
        for key in data:
            if key not in allowed:
                where = f"{at}.{key}" if at else key
                self.fault(where[:80], f"is not a known key; known are {', '.join(allowed)}")
