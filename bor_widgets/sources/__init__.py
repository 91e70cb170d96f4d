"""Papers, rules, glossary and lists as data, with one lookup for every id.

>>> from bor_widgets.sources import sources
>>> sources["R20"].explicitness
'stated'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bor_widgets.sources.catalogue import Catalogue
from bor_widgets.sources.lending import lend
from bor_widgets.sources.loading import (
    load_concepts,
    load_debates,
    load_lessons,
    load_lists,
    load_outside,
    load_papers,
    load_rules,
    load_tensions,
)
from bor_widgets.sources.places import Place
from bor_widgets.sources.records import (
    Concept,
    Debate,
    Enumeration,
    Lesson,
    OutsideWork,
    Paper,
    Rule,
    Tension,
)

papers: Catalogue[Paper] = Catalogue("paper", load_papers)
rules: Catalogue[Rule] = Catalogue("rule", load_rules)
concepts: Catalogue[Concept] = Catalogue("concept", load_concepts)
lists: Catalogue[Enumeration] = Catalogue("list", load_lists)
tensions: Catalogue[Tension] = Catalogue("tension", load_tensions)
debates: Catalogue[Debate] = Catalogue("debate", load_debates)
lessons: Catalogue[Lesson] = Catalogue("lesson", load_lessons)
outside: Catalogue[OutsideWork] = Catalogue("outside work", load_outside)

#: which catalogue answers for an id, by its first letter
_BY_LETTER: dict[str, Catalogue[Any]] = {
    "P": papers,
    "R": rules,
    "Q": rules,
    "S": rules,
    "X": rules,
    "A": concepts,
    "D": lists,
    "E": tensions,
    "F": debates,
    "L": lessons,
    "W": outside,
}


_CATALOGUES: tuple[Catalogue[Any], ...] = (
    papers,
    rules,
    concepts,
    lists,
    tensions,
    debates,
    lessons,
    outside,
)


class Sources(Mapping[str, Any]):
    """Everything that has an id, in one place.

    Raises
    ------
    KeyError
        For an unknown id, with the nearest known ones.
    """

    def __getitem__(self, key: str) -> Any:
        catalogue = _BY_LETTER.get(key[:1].upper()) if isinstance(key, str) else None
        if catalogue is None:
            letters = ", ".join(sorted(_BY_LETTER))
            raise KeyError(f"an id begins with one of {letters}, not {key!r}")
        return catalogue[key]

    def __iter__(self) -> Iterator[str]:
        for catalogue in _CATALOGUES:
            yield from catalogue

    def __len__(self) -> int:
        return sum(len(catalogue) for catalogue in _CATALOGUES)

    def __repr__(self) -> str:
        return f"<{len(self)} sources>"


sources = Sources()

__all__ = [
    "Catalogue",
    "Concept",
    "Debate",
    "Enumeration",
    "Lesson",
    "OutsideWork",
    "Paper",
    "Place",
    "Rule",
    "Sources",
    "Tension",
    "concepts",
    "debates",
    "lessons",
    "lists",
    "outside",
    "papers",
    "rules",
    "sources",
    "tensions",
]

lend(__name__, sources)
