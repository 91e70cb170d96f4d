"""TensionBoard: every place where the papers pull two ways, with both passages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from bor_widgets.charts.browse import BETWEEN, counts, passage_notes, tension_rows
from bor_widgets.sources import lessons, papers, tensions
from bor_widgets.widgets import panel, record_browser
from bor_widgets.widgets.record_browser import PARTS, RecordBrowser, select
from bor_widgets.widgets.tension_links import tension_links

WORDS = {
    **record_browser.WORDS,
    "shown": "{count} of {all} tensions",
    "shown_all": "All {all} tensions",
    "search": "Search the tensions",
    "search_hint": "Type words, an id such as E01, or a place such as P0 L395.",
    "filter_where": "Where it lies",
    "filter_lesson": "Lesson",
    "everywhere": "All",
    "inside": "Inside {paper}",
    "between_papers": "Between papers",
    "overview_title": "{inside} of {all} tensions lie inside one paper, {between} between papers",
    "overview_text": (
        "A tension is not a mistake to be smoothed over: it is where a reader has to think. "
        "Press a bar to see one group, or open a tension in the list to read both sides."
    ),
}


class TensionBoard(RecordBrowser):
    """All tensions inside and between the papers, and the bench that shows each.

    Parameters
    ----------
    find
        Id of the tension to open, for instance ``"E01"``.
    query
        What to search for.
    links
        Where a tension can be seen, by its id: a page with its state, in place of the
        plain page of the bench; the walks' own places if left out.

    Raises
    ------
    KeyError
        For an unknown id, with the nearest known ones.
    """

    _esm: ClassVar[Any] = panel.script("tension_board", *PARTS)

    def __init__(
        self, find: str = "", query: str = "", *, links: Mapping[str, str] | None = None
    ) -> None:
        rows = tension_rows(tension_links() if links is None else links)
        wheres = counts(rows, "where")
        between = wheres[BETWEEN]
        names = {
            **{code: WORDS["inside"].format(paper=paper.short) for code, paper in papers.items()},
            BETWEEN: WORDS["between_papers"],
        }
        super().__init__(
            rows,
            notes=passage_notes(),
            opened=tensions[find].id if find else "",
            query=query,
            filters=[
                select(
                    "where",
                    "where",
                    WORDS,
                    {"": WORDS["everywhere"], **names},
                    look="chips",
                    counts={"": len(rows), **wheres},
                ),
                select(
                    "lesson",
                    "lessons",
                    WORDS,
                    {lesson.id: f"{lesson.id} {lesson.title}" for lesson in lessons.values()},
                ),
            ],
            overview={
                "title": WORDS["overview_title"].format(
                    inside=len(rows) - between, all=len(rows), between=between
                ),
                "text": WORDS["overview_text"],
                "bars": [
                    {
                        "label": label,
                        "count": wheres[key],
                        "look": "between" if key == BETWEEN else "inside",
                        "choose": {"where": key},
                    }
                    for key, label in names.items()
                ],
            },
            words=WORDS,
        )
