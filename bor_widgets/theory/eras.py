"""The eras since 1815, with the years that the paper leaves out or claims twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bor_widgets.theory.provenance import computes

Climate = Literal["favourable", "mixed", "hard"]


@dataclass(frozen=True, slots=True)
class Era:
    """A run of years, both ends included; ``last`` is None for an era that goes on."""

    first: int
    last: int | None
    climate: Climate

    def holds(self, year: int) -> bool:
        """Whether a year falls into the era."""
        return self.first <= year and (self.last is None or year <= self.last)


#: favourable to soft balancing, mixed, or intense hard balancing (P2 L101, D51)
ERAS = (
    Era(1815, 1853, "favourable"),
    Era(1853, 1890, "mixed"),
    Era(1890, 1914, "hard"),
    Era(1919, 1939, "hard"),
    Era(1945, 1991, "hard"),
    Era(1991, 2010, "favourable"),
    Era(2010, None, "mixed"),
)


@computes("S27")
def eras_of(year: int) -> tuple[Era, ...]:
    """Return the eras to which a year belongs: none, one, or two at a shared edge.

    The years from 1915 to 1918 and from 1940 to 1944 are not classified, nor is anything
    before 1815; 1853, 1890, 1991 and 2010 belong to two eras as printed (S27, P2 L101).
    """
    return tuple(era for era in ERAS if era.holds(year))


def climate_of(year: int) -> str:
    """Name the climate of a year: one of the three, ``"unclassified"``, or two for an edge year."""
    climates = [era.climate for era in eras_of(year)]
    return " and ".join(climates) or "unclassified"


@computes("Q24")
def default_approach(year: int) -> str:
    """Say which approach states usually took: bilateral in the Cold War, multilateral after.

    Source: P1 L39-41 (Q24, a generalisation). Where the Cold War begins and ends is not
    printed; the years 1945 to 1991 are those of P2 L101.
    """
    if year < ERAS[4].first:
        return "not said"
    return "bilateral" if year <= 1991 else "multilateral"
