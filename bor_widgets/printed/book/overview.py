"""Tables and lists that lead on: all lessons, all rules."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.cross_references import references
from bor_widgets.course.folder import appendix_paths, lesson_paths
from bor_widgets.printed.book.nodes import table
from bor_widgets.printed.figure import printed_figure
from bor_widgets.printed.finding import told_map
from bor_widgets.printed.told import FIRMNESS
from bor_widgets.situation import Situation
from bor_widgets.sources import lessons, rules

WORDS = {
    "id": "Id",
    "rule": "Rule",
    "firmness": "How firmly",
    "treatment": "In this course",
    "lessons": "Lessons",
    "none": "–",
}


class Lessons(SphinxDirective):
    """``{bor-lessons}``: the lessons that are there, each with its number and its purpose."""

    def run(self) -> list[Any]:
        """Return an ordered list of links."""
        items = []
        for name, path in lesson_paths().items():
            page = f"lessons/{path.stem}"
            if page not in self.env.found_docs:
                continue
            link = nodes.reference(
                "", _lesson_title(name, path.stem), internal=True, refuri=f"{page}.html"
            )
            item = nodes.list_item(
                "",
                nodes.paragraph("", "", link, classes=["bor-lesson-title"]),
                classes=["bor-lesson"],
            )
            if name in bench_names():
                item += nodes.paragraph("", bench_names()[name].purpose)
            items.append(item)
        return [nodes.enumerated_list("", *items, classes=["bor-lessons"])]


class Appendices(SphinxDirective):
    """``{bor-appendices}``: texts beside the lessons, by their own titles; nothing for none."""

    def run(self) -> list[Any]:
        """Return a list of links."""
        items = []
        for path in appendix_paths():
            page = f"lessons/{path.stem}"
            if page not in self.env.found_docs:
                continue
            # the title is known once the page has been read
            link = addnodes.pending_xref(
                "",
                nodes.inline("", ""),
                refdomain="std",
                reftype="doc",
                reftarget=f"/{page}",
                refexplicit=False,
                refwarn=True,
                refdoc=self.env.docname,
            )
            items.append(nodes.list_item("", nodes.paragraph("", "", link)))
        return [nodes.bullet_list("", *items)] if items else []


class Rules(SphinxDirective):
    """``{bor-rules}``: all rules as one table."""

    def run(self) -> list[Any]:
        """Return the table."""
        columns = tuple(WORDS[key] for key in ("id", "rule", "firmness", "treatment", "lessons"))
        rows = [
            (
                rule.id,
                rule.name,
                FIRMNESS[rule.explicitness][0],
                rule.treatment,
                ", ".join(references()[rule.id].get("lessons", ())) or WORDS["none"],
            )
            for rule in rules.values()
        ]
        return [table(columns, rows, "bor-index")]


class Map(SphinxDirective):
    """``{bor-map}``: the map of threat against tie, as a figure."""

    def run(self) -> list[Any]:
        """Return the figure."""
        markup = printed_figure(told_map(Situation(threat=0.6, relationship=0.4)))
        return [nodes.raw("", str(markup), format="html")]


def _lesson_title(name: str, otherwise: str) -> str:
    return lessons[name].title if name in lessons else otherwise


def register(app: Any) -> None:
    """Register the directives."""
    app.add_directive("bor-lessons", Lessons)
    app.add_directive("bor-appendices", Appendices)
    app.add_directive("bor-rules", Rules)
    app.add_directive("bor-map", Map)
