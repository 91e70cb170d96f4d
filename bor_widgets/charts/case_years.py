"""When a case happened, as far as its record says: nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bor_widgets.cases import Case
from bor_widgets.theory.eras import ERAS, eras_of

Kind = Literal["event", "cited", "words", "none"]

#: the line of time begins where the eras of soft and hard balancing begin (S27, P2 L101)
FIRST_YEAR = ERAS[0].first

_YEAR = r"(?<!\d)(\d{4})(?!\d)"
_SPAN = re.compile(rf"{_YEAR}\s*(?:–|-|to)\s*{_YEAR}")
_DECADE = re.compile(r"(?<!\d)(\d{3}0)s\b")
_SINCE = re.compile(rf"\bsince\s+{_YEAR}", re.IGNORECASE)
_UNTIL = re.compile(rf"\buntil\s+{_YEAR}", re.IGNORECASE)
_ONE = re.compile(_YEAR)
_CITED = re.compile(r"\bworks? cited\b", re.IGNORECASE)
_UNDATED = re.compile(r"^\s*undated\b", re.IGNORECASE)
_ONGOING = re.compile(r"\band (?:after|since|later)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The time of a case.

    Attributes
    ----------
    kind
        ``"event"``: years of what happened. ``"cited"``: only years of the works that the
        paper cites. ``"words"``: a period told in words. ``"none"``: nothing is said.
    first, last
        Years, both included; None where there is none to draw.
    before, after
        Whether it also goes on before the first or after the last year.
    """

    kind: Kind
    first: int | None = None
    last: int | None = None
    before: bool = False
    after: bool = False

    @property
    def on_the_line(self) -> bool:
        """Whether there are years to draw."""
        return self.first is not None


def parse_years(text: str) -> tuple[int | None, int | None]:
    """Read first and last year out of a few words; None for an end that is open.

    Only years of four digits and decades are read. A century, an age or "after 9/11" has
    no year of its own: both answers are None then, as for an empty text.

    Examples
    --------
    >>> parse_years("1898–1936")
    (1898, 1936)
    >>> parse_years("since 2011")
    (2011, None)
    >>> parse_years("Cold War")
    (None, None)
    """
    if found := _SPAN.search(text):
        return int(found[1]), int(found[2])
    if found := _DECADE.search(text):
        return int(found[1]), int(found[1]) + 9
    if found := _SINCE.search(text):
        return int(found[1]), None
    if found := _UNTIL.search(text):
        return None, int(found[1])
    if found := _ONE.search(text):
        return int(found[1]), int(found[1])
    return None, None


def when(case: Case) -> When:
    """Return the time of a case: the record's years, or years read from its own words."""
    told = case.years
    cited = bool(_CITED.search(told))
    first, last = case.first_year, case.last_year
    if first is None and last is None and not cited and not _UNDATED.search(told):
        first, last = parse_years(told)
    if first is None and last is None:
        return When("none" if not told or _UNDATED.search(told) else "words")
    if cited:
        # a work has come out in a year; it neither goes on nor began before
        return When("cited", first or last, last or first)
    start = first if first is not None else last
    end = last if last is not None else first
    after = last is None or bool(_ONGOING.search(told))
    return When("event", start, end, before=first is None, after=after)


def era_keys(time: When, today: int) -> tuple[str, ...]:
    """Return the keys of all eras that a case touches.

    Keys are the places in :data:`~bor_widgets.theory.eras.ERAS` as text, ``"open"`` for
    years which the paper does not classify, ``"before"`` for years before 1815, and
    ``"undated"`` for a case without years of its own. The year in which a work came out
    says nothing about when things happened, so such a case counts as undated.
    """
    if time.kind != "event" or time.first is None or time.last is None:
        return ("undated",)
    last = max(time.last, today) if time.after else time.last
    keys = ["before"] if time.first < FIRST_YEAR else []
    years = range(max(time.first, FIRST_YEAR), last + 1)
    # a year at the edge of two eras (1853, 1890, 1991, 2010) brings a longer case into neither
    inner = [era for year in years if len(eras_of(year)) == 1 for era in eras_of(year)]
    touched = inner or [era for year in years for era in eras_of(year)]
    keys += [str(place) for place, era in enumerate(ERAS) if era in touched]
    if any(not eras_of(year) for year in years):
        keys.append("open")
    return tuple(keys)
