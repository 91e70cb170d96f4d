"""RuleBrowser: reading the three papers rule by rule."""

from __future__ import annotations

from typing import Any, ClassVar, get_args

from bor_widgets.cases import cases
from bor_widgets.charts.browse import KINDS, all_rows, counts
from bor_widgets.sources import lessons, papers, sources
from bor_widgets.sources.records import Explicitness, Treatment
from bor_widgets.widgets import panel, record_browser
from bor_widgets.widgets.record_browser import PARTS, RecordBrowser, select

WORDS = {
    **record_browser.WORDS,
    "search": "Search the papers",
    "search_hint": "Type words, an id such as R20, or a place such as P0 L395.",
    "filter_kind": "Kind of record",
    "filter_paper": "Paper",
    "filter_said": "How firmly",
    "filter_lesson": "Lesson",
    "filter_treatment": "In this course",
    "all_kinds": "Everything",
    "kinds_rule": "Rules",
    "kinds_concept": "Concepts",
    "kinds_list": "Lists",
    "kinds_debate": "Debates",
    "kinds_tension": "Tensions",
    "kinds_case": "Cases",
    "kinds_lesson": "Lessons",
    "short_computed": "computed",
    "short_taught": "taught",
    "short_open": "left open",
    "overview_title": "The papers say {stated} of the {all} rules outright",
    "overview_text": (
        "The rest is weaker: someone else's view, a step that follows, a doubt, a question, or a "
        "comparison of ours. Press a bar to read the rules behind it, or open any record in the "
        "list."
    ),
    "bar_stated": "stated by the paper",
    "bar_reported": "reported: someone else says so",
    "bar_derived": "our inference",
    "bar_implied": "implied: it follows",
    "bar_open": "left open",
    "bar_contested": "contested",
}


class RuleBrowser(RecordBrowser):
    """Every rule, concept, list and debate of the papers, with its place and its links.

    Search and filters narrow the list; an opened record tells where it stands, how firmly
    the paper says it, and which lessons, benches, cases and tensions use it. In a page of
    its own the choice is kept in the address.

    Parameters
    ----------
    find
        Id of the record to open, for instance ``"R01"``; a case also by its slug.
    query
        What to search for.

    Raises
    ------
    KeyError
        For an unknown id, with the nearest known ones.

    Examples
    --------
    >>> RuleBrowser(find="R20").opened
    'R20'
    """

    _esm: ClassVar[Any] = panel.script("rule_browser", *PARTS)

    def __init__(self, find: str = "", query: str = "") -> None:
        rows = all_rows()
        super().__init__(
            rows,
            opened=_found(find) if find else "",
            query=query,
            filters=_filters(),
            overview=_overview(),
            words=WORDS,
        )


def _found(name: str) -> str:
    """Return the id under which the record is listed."""
    if name in cases:
        return cases[name].id
    record = sources[name]
    if all(row["id"] != record.id for row in all_rows()):
        raise KeyError(f"{record.id} is no record of its own; it can be a rule such as 'R01'")
    return str(record.id)


def _filters() -> list[dict[str, Any]]:
    rows = all_rows()
    said = counts(rows, "explicitness")
    kinds = counts(rows, "kind")
    return [
        select(
            "kind",
            "kind",
            WORDS,
            {"": WORDS["all_kinds"], **{kind: WORDS[f"kinds_{kind}"] for kind in KINDS.values()}},
            look="chips",
            counts={"": len(rows), **kinds},
        ),
        select("paper", "papers", WORDS, {code: paper.short for code, paper in papers.items()}),
        select(
            "said",
            "explicitness",
            WORDS,
            {key: WORDS[f"explicitness_{key}"] for key in get_args(Explicitness)},
            counts=said,
            kinds=("rule",),
        ),
        select(
            "treatment",
            "treatment",
            WORDS,
            {key: WORDS[f"short_{key}"] for key in get_args(Treatment)},
            counts=counts(rows, "treatment"),
            kinds=("rule",),
        ),
        select(
            "lesson",
            "lessons",
            WORDS,
            {lesson.id: f"{lesson.id} {lesson.title}" for lesson in lessons.values()},
        ),
    ]


def _overview() -> dict[str, Any]:
    said = counts(all_rows(), "explicitness")
    return {
        "title": WORDS["overview_title"].format(stated=said["stated"], all=sum(said.values())),
        "text": WORDS["overview_text"],
        "bars": [
            {
                "label": WORDS[f"bar_{key}"],
                "count": count,
                "look": key,
                "choose": {"kind": "rule", "said": key},
            }
            for key, count in sorted(said.items(), key=lambda entry: -entry[1])
        ],
    }
