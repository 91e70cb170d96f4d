"""A figure with sliders on a page without a kernel: what the page's script needs, and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from markupsafe import Markup

from bor_widgets.charts.explorable import Exploration, in_json
from bor_widgets.charts.explorable_pack import plain
from bor_widgets.printed.figure import in_a_page
from bor_widgets.printed.told import WORDS as TOLD_WORDS
from bor_widgets.printed.where import entry_pages

WORDS = {
    "note": "Move a slider, and what is below follows. The answers were computed in advance, "
    "at these steps (our scale). {where}",
    "where": "The figure with every input runs in JupyterLab.",
    "table": "Some answers",
    "start": "as it begins",
    "finding": "Finding",
}


@dataclass(frozen=True, slots=True)
class Explored:
    """What a page holds of an explorable.

    Attributes
    ----------
    data
        Sliders, start and packed answers, as JSON that can stand in a page.
    columns, rows
        A few of the answers as a table, for readers without scripts.
    """

    data: Markup
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def explored(found: Exploration, title: str) -> Explored:
    """Return what a page holds of an explorable.

    Raises
    ------
    ValueError
        If its answers are too large for a page.
    """
    data = {
        "title": title,
        "note": WORDS["note"].format(where=WORDS["where"]),
        "sliders": [each.as_data() for each in found.sliders],
        "values": plain(dict(found.start)),
        "grid": found.packed(),
        "entries": entry_pages(),
        "entry": TOLD_WORDS["entry"],
    }
    columns = [*(each.parameter.label for each in found.sliders), WORDS["finding"]]
    rows = [
        [
            *(each.told(each.stops[at]) for each, at in zip(found.sliders, place, strict=True)),
            told(found.answer(found.values(place))),
        ]
        for place in some_places(found)
    ]
    return Explored(Markup(in_a_page(in_json(data))), columns, rows)


def some_places(found: Exploration) -> list[tuple[int, ...]]:
    """Return where it begins, and the ends of its first two sliders."""
    first = found.first
    ends = [(0, stops - 1) for stops in found.shape[:2]]
    return list(dict.fromkeys([first, *((*corner, *first[2:]) for corner in product(*ends))]))


def told(answer: Mapping[str, Any]) -> str:
    """Return what an answer says first."""
    headline: str = answer["card"].get("headline", "")
    pictures = [*answer["plotly"], *answer["drawings"]]
    return headline or (pictures[0]["title"] if pictures else "")
