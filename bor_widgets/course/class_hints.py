"""What a class could talk about: the rows of a report that ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bor_widgets.course.class_figures import CaseRow, ClaimRow, ClassFigures
from bor_widgets.course.class_items import ItemRow, PredictionRow

#: rows of each list
MOST = 5

#: what fewer students have done stands for nobody else (our scale)
LEAST_STUDENTS = 5

#: below this correlation a question does not separate; below 0 it misleads (our scale)
SEPARATES = 0.1

#: from this spread on a class is split; two halves of a large class have 0.5 (our scale)
SPLIT = 0.5

#: with more than this share right before the course a claim has little to teach (our scale)
KNOWN_BEFORE = 0.8


@dataclass(frozen=True, slots=True)
class Hints:
    """Rows worth a talk, the most pressing first."""

    hardest: tuple[ItemRow, ...]
    blunt: tuple[ItemRow, ...]
    split: tuple[CaseRow, ...]
    surprising: tuple[PredictionRow, ...]
    known: tuple[ClaimRow, ...]
    unmoved: tuple[ClaimRow, ...]


def hints(figures: ClassFigures) -> Hints:
    """Return what a class could talk about.

    Questions of the test before the course are left out: nobody was taught them yet.
    """
    items = [row for row in _items(figures) if row.tried >= LEAST_STUDENTS]
    hard = [row for row in items if row.right < row.tried]
    hard.sort(key=lambda row: (row.right / row.tried, -row.tried))
    blunt = [
        row
        for row in items
        if row.separation.value is not None and row.separation.value < SEPARATES
    ]
    blunt.sort(key=lambda row: row.separation.value or 0.0)
    split = [
        row
        for row in figures.cases
        if row.expected >= LEAST_STUDENTS and row.spread is not None and row.spread >= SPLIT
    ]
    split.sort(key=lambda row: (-(row.spread or 0.0), -row.expected))
    made = [
        row
        for lesson in figures.lessons
        for row in lesson.predictions
        if row.made >= LEAST_STUDENTS and row.right * 2 < row.made
    ]
    made.sort(key=lambda row: (row.right / row.made, -row.made))
    claims = figures.gain.claims if figures.gain.both >= LEAST_STUDENTS else ()
    return Hints(
        tuple(hard[:MOST]),
        tuple(blunt[:MOST]),
        tuple(split[:MOST]),
        tuple(made[:MOST]),
        tuple(claim for claim in claims if claim.before > KNOWN_BEFORE)[:MOST],
        tuple(
            claim for claim in claims if claim.after <= claim.before and claim.after < KNOWN_BEFORE
        )[:MOST],
    )


def _items(figures: ClassFigures) -> Iterator[ItemRow]:
    for lesson in figures.lessons:
        yield from lesson.items
    yield from figures.after
