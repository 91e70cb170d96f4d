"""RecordBrowser: a searched list of records, and the one that is open beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import traitlets

from bor_widgets.charts.browse import Row, bench_row
from bor_widgets.charts.cross_references import MENTION
from bor_widgets.sources import lessons, papers
from bor_widgets.widgets import assets, panel

#: a longer search is cut: nobody types one
LONGEST_SEARCH = 200

#: scripts that make a browser of records, in the order in which they need each other
PARTS = ("record_search", "record_filters", "record_detail", "record_browser")

WORDS = {
    "clear": "Clear",
    "more_filters": "More filters",
    "any": "any",
    "shown": "{count} of {all} records",
    "shown_all": "All {all} records",
    "nothing": "Nothing fits. Try fewer words, or clear the search.",
    "more": "Show more",
    "list": "What was found",
    "back_to": "Back to {name}",
    "close": "Close",
    "opened": "Opened: {name}",
    "kind_rule": "Rule",
    "kind_concept": "Concept",
    "kind_list": "List",
    "kind_debate": "Debate",
    "kind_tension": "Tension",
    "kind_case": "Case",
    "kind_lesson": "Lesson",
    "theirs": "your own",
    "own_words": "In our own words",
    "claim": "What they claim",
    "stance": "How the paper stands to it",
    "setting": "The setting",
    "purpose": "What you do there",
    "where": "Where",
    "firmly": "How firmly",
    "qualifier": "With this limit",
    "who": "Said by",
    "inputs": "It looks at",
    "outcome": "It tells",
    "treatment": "In this course",
    "treatment_computed": "Worked out by the program, so that you can try it.",
    "treatment_taught": "Told in a lesson; there is nothing to work out.",
    "treatment_open": "Left open by the papers, and shown as open.",
    "years": "When",
    "shown_by": "One way to see it",
    "derived": "Both sides stand in the papers. Setting one against the other is our step.",
    "derived_one": "The passage stands in the paper. Pointing at the trouble in it is our step.",
    "passages": "Both sides, passage by passage",
    "passage_one": "One passage holds the trouble",
    "passage": "Passage {number}",
    "passage_rules": "What stands there, in our own words",
    "within": "Inside one paper",
    "between": "Between papers",
    "between_1": "Inside one paper",
    "between_2": "Between two papers",
    "between_3": "Between all three papers",
    "link_lessons": "Met in these lessons",
    "link_rules": "Rules",
    "link_concepts": "Concepts",
    "link_tensions": "Tensions",
    "link_cases": "Cases",
    "link_mentions": "It names",
    "link_mentioned_by": "Named by",
    "link_same_lines": "In the same lines of the paper",
    "link_explains": "Cases that are read with it",
    "link_explained_by": "How it is explained",
    "spoiler": "This tells what was done. Make your prediction in the lesson first.",
    "reveal": "Show all the same",
    "more_links": "Show {count} more",
    "try_it": "Try it",
    "open_bench": "Open {bench}",
    "bench_here": "In a notebook: {name}()",
    "in_browser": "Open {id} among all records",
    **assets.SOURCE_WORDS,
}


class RecordBrowser(panel.Panel):
    """A list of records that is searched in the page, and the record that is open.

    Attributes
    ----------
    records
        The rows of :mod:`bor_widgets.charts.browse`; sent once.
    filters
        Ways to narrow the list: ``key``, ``field`` of a row, ``label``, ``look``
        (``"chips"`` or ``"select"``), ``options`` (``key``, ``label``, ``count``) and
        ``kinds`` (only for these kinds of record; empty for all).
    overview
        What is seen while nothing is open: ``title``, ``text``, and ``bars`` (``label``,
        ``count``, ``look`` and ``choose``, the filters that a pressed bar sets).
    tables
        ``papers`` (short names), ``benches`` (by lesson), ``notes`` (source notes of
        records that are not in the list) and ``mention`` (how an id is written).
    opened
        Id of the open record; "" for none. Two-way.
    query
        What is searched for. Two-way.

    Raises
    ------
    traitlets.TraitError
        If ``opened`` is set to an id that is not in the list.
    """

    # what depends on the room there is comes last
    _css: ClassVar[Any] = "\n".join(
        [
            panel.style("record_list"),
            *(assets.plain_style(name) for name in ("record_detail", "page", "record_browser")),
        ]
    )

    records = traitlets.List(traitlets.Dict()).tag(sync=True)
    filters = traitlets.List(traitlets.Dict()).tag(sync=True)
    overview = traitlets.Dict().tag(sync=True)
    tables = traitlets.Dict().tag(sync=True)
    opened = traitlets.Unicode("").tag(sync=True)
    query = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(
        self,
        rows: Sequence[Row],
        *,
        notes: Mapping[str, Row] | None = None,
        opened: str = "",
        query: str = "",
        **traits: Any,
    ) -> None:
        self._ids = frozenset(row["id"] for row in rows)
        super().__init__(
            records=list(rows),
            tables={
                "papers": {code: paper.short for code, paper in papers.items()},
                "benches": {lesson: bench_row(lesson) for lesson in lessons},
                "notes": dict(notes or {}),
                "mention": MENTION,
            },
            opened=opened,
            query=query,
            **traits,
        )

    @traitlets.validate("opened")
    def _known(self, proposal: Any) -> str:
        name = str(proposal["value"])
        if name and name not in self._ids:
            raise traitlets.TraitError(f"opened takes the id of a record, not {name[:80]!r}")
        return name

    @traitlets.validate("query")
    def _short(self, proposal: Any) -> str:
        return str(proposal["value"])[:LONGEST_SEARCH]


def select(
    key: str, field: str, words: Mapping[str, str], options: Mapping[str, str], **rest: Any
) -> dict[str, Any]:
    """Return a filter: its options by key, each with its label.

    Parameters
    ----------
    key
        Name of the filter in the address, and of its label among the words.
    field
        Field of a row that it looks at.
    words
        The widget's words.
    options
        Label of each option by its key.
    **rest
        ``look``, ``kinds`` and ``counts`` where they differ from the usual.
    """
    counted: Mapping[str, int] = rest.get("counts", {})
    return {
        "key": key,
        "field": field,
        "label": words[f"filter_{key}"],
        "look": rest.get("look", "select"),
        "kinds": list(rest.get("kinds", ())),
        "options": [
            {"key": name, "label": label, "count": counted.get(name)}
            for name, label in options.items()
        ],
    }
