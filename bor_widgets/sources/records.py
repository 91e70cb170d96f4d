"""What is known about the papers, one record type per kind of thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bor_widgets.sources.places import Place

Explicitness = Literal["stated", "implied", "reported", "contested", "open", "derived"]
Treatment = Literal["computed", "taught", "open"]


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a paper."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One of the three papers, as its copy at hand describes itself."""

    id: str
    short: str
    citation: str
    authors: tuple[str, ...]
    year: str
    venue: str
    note: str
    last_line: int
    text: tuple[tuple[int, int], ...]
    sections: tuple[Section, ...]

    def holds(self, place: Place) -> bool:
        """Whether the lines exist in this paper and some of them carry text."""
        if place.paper != self.id or place.last > self.last_line:
            return False
        return any(place.first <= last and first <= place.last for first, last in self.text)

    def section_of(self, place: Place) -> str:
        """Name of the section in which the place begins."""
        for section in self.sections:
            if section.first <= place.first <= section.last:
                return section.name
        return ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule or claim of a paper, in our own words.

    ``explicitness`` says how the paper stands to it: its own assertion (stated), a
    tendency that follows from one (implied), somebody else's view (reported), a view
    argued against or put forward as uncertain (contested), a question left open
    (open), or a comparison of ours (derived). ``treatment`` says what the product does
    with it: computed, taught in the named lessons, or shown as open.
    """

    id: str
    name: str
    text: str
    explicitness: Explicitness
    qualifier: str
    who: str
    places: tuple[Place, ...]
    inputs: str
    outcome: str
    treatment: Treatment
    lessons: tuple[str, ...]
    tensions: tuple[str, ...]
    topic: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of the papers and what it means there."""

    id: str
    term: str
    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A typology, list or timeline of a paper, complete and in its order."""

    id: str
    title: str
    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Tension:
    """A contradiction inside a paper or between papers, and how it can be shown."""

    id: str
    text: str
    places: tuple[Place, ...]
    shown_by: str
    rules: tuple[str, ...]
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Debate:
    """Another theory or a named opponent, and how the papers stand to it."""

    id: str
    school: str
    claim: str
    stance: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a lesson of the course teaches, by id."""

    id: str
    title: str
    claims: tuple[str, ...]
    concepts: tuple[str, ...]
    cases: tuple[str, ...]
    tensions: tuple[str, ...]
    debates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutsideWork:
    """A work from outside the three papers on which a condition of ours rests."""

    id: str
    citation: str
    used_for: str
