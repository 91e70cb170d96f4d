"""A historical case: what the text supports, what is inferred, what is left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from bor_widgets.situation import Situation, parameters
from bor_widgets.sources import Place, lessons

Basis = Literal["text", "inferred", "judgement"]
BASES: tuple[Basis, ...] = ("text", "inferred", "judgement")
DEPTHS = ("full", "brief", "title")
ROLES = ("actor", "counterpart", "third")
QUALITIES = ("friendly", "hostile", "mixed", "open")
ACTIONS = ("none", "compromise", "mix", "breakup")


@dataclass(frozen=True, slots=True)
class Coding:
    """The value of one input in a case, and on what it rests.

    ``basis`` is ``"text"`` where the cited lines say so outright, ``"inferred"`` where
    they suggest it (a number is always ours), ``"judgement"`` where it is a teaching
    default of ours.
    """

    name: str
    value: Any
    basis: Basis
    places: tuple[Place, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Observed:
    """What was done, in the terms of the three principles, where the text supports it."""

    action: str
    basis: Basis
    places: tuple[Place, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Party:
    """A state or organisation that takes part."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two parties, as the text describes it."""

    between: tuple[str, str]
    quality: str
    basis: Basis
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One case of the papers (or of an instructor), as a record.

    ``setting`` says what the actor faces without giving away what it did; ``done`` and
    ``reading`` are kept from a student until a prediction is made. ``theirs`` is true for
    an instructor's case, which may stand in no paper; ``taught_in`` names the lessons that
    it belongs to (a case of the papers is named by its lessons instead).
    """

    id: str
    slug: str
    title: str
    papers: tuple[str, ...]
    depth: str
    places: tuple[Place, ...]
    setting: str
    done: str
    reading: str
    explained_by: tuple[str, ...]
    tensions: tuple[str, ...]
    open: tuple[str, ...]
    notes: tuple[str, ...] = ()
    actor: str = ""
    counterpart: str = ""
    years: str = ""
    first_year: int | None = None
    last_year: int | None = None
    countries: tuple[str, ...] = ()
    observed: Observed | None = None
    coding: Mapping[str, Coding] = field(default_factory=lambda: MappingProxyType({}))
    party: tuple[Party, ...] = ()
    tie: tuple[Tie, ...] = ()
    taught_in: tuple[str, ...] = ()
    theirs: bool = False

    def situation(self) -> Situation:
        """Return the coded inputs as a situation; what is not coded stays neutral."""
        return Situation(**{name: coding.value for name, coding in self.coding.items()})

    @property
    def open_inputs(self) -> tuple[str, ...]:
        """Inputs that the record does not code: open, the student's judgement."""
        return tuple(name for name in parameters() if name not in self.coding)

    @property
    def lessons(self) -> tuple[str, ...]:
        """Ids of the lessons that teach the case."""
        return tuple(
            lesson.id
            for lesson in lessons.values()
            if self.id in lesson.cases or lesson.id in self.taught_in
        )
