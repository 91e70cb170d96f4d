"""Term: words of the papers, each explained where it is pointed at or reached by key."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from bor_widgets.charts.words import place_label
from bor_widgets.sources import Concept, concepts
from bor_widgets.widgets import panel

WORDS = {"label": "Words of this step", "where": "Where"}


class Term(panel.Panel):
    """A row of words with their meaning.

    Parameters
    ----------
    *ids
        Ids of concepts, for instance ``"A045"``.

    Attributes
    ----------
    terms
        Each with ``id``, ``term``, ``text`` and ``places``.

    Raises
    ------
    KeyError
        For an unknown id, with the nearest known ones.
    ValueError
        If there is none.
    """

    _esm: ClassVar[Any] = panel.script("term")
    _css: ClassVar[Any] = panel.style("term")

    terms = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self, *ids: str) -> None:
        if not ids:
            raise ValueError("terms takes at least one id of the glossary, for instance 'A045'")
        super().__init__(terms=[term_note(concepts[name]) for name in ids])


def term_note(concept: Concept) -> dict[str, Any]:
    """Return what is shown of a word: the word, its meaning and its places."""
    places = [place_label(place) for place in concept.places]
    return {"id": concept.id, "term": concept.term, "text": concept.text, "places": places}
