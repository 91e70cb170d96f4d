"""Landing: every page of the product on one, each with a picture and one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import traitlets

from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.benches.text import bench_kinds, bench_text, bench_view
from bor_widgets.charts.landing_pictures import KINDS, PICTURES
from bor_widgets.course.folder import lesson_paths
from bor_widgets.sources import lessons
from bor_widgets.theory import NEUTRAL
from bor_widgets.widgets import assets, board, panel

WORDS = {
    **board.WORDS,
    "panel": "All pages",
    "lesson": "Lesson {number}",
    "open": "Open",
    "read": "Read the lesson",
    "in_python": "In a notebook: {call}",
}

#: the groups of cards in order; the benches come between the two
START = (
    {
        "page": "console",
        "name": "Console",
        "title": "The console",
        "purpose": "Two sliders, one map, one verdict with its reasons. Begin here.",
    },
    {
        "page": "compare",
        "name": "Compare",
        "title": "Four theories side by side",
        "purpose": "One situation, four theories: where they agree and where they clash.",
    },
)
WORLDS = (
    {
        "page": "world",
        "name": "WorldRun",
        "title": "A world that runs",
        "purpose": "Many states under the same few rules: predict, play, look back, change.",
    },
    {
        "page": "two-worlds",
        "name": "TwoWorlds",
        "title": "Two worlds side by side",
        "purpose": "One change, the same chance: what differs, and how sure one can be.",
    },
    {
        "page": "worlds-lab",
        "name": "WorldsLab",
        "title": "The laboratory of worlds",
        "purpose": "Sweeps with intervals, what matters most, and a tournament of doctrines.",
    },
)
LOOK_UP = (
    {
        "page": "atlas",
        "name": "CaseAtlas",
        "title": "Case atlas",
        "purpose": "94 cases from 1815 to today, on a timeline and on a map.",
    },
    {
        "page": "rules",
        "name": "RuleBrowser",
        "title": "Reading the papers by rule",
        "purpose": "264 rules, 257 concepts, 82 lists and 59 debates, each with its place.",
    },
    {
        "page": "tensions",
        "name": "TensionBoard",
        "title": "Where the papers pull apart",
        "purpose": "85 contradictions, each with both passages and the page that shows it.",
    },
)
COURSE = (
    {
        "page": "before-the-course",
        "name": "CourseTest",
        "call": 'CourseTest("before")',
        "title": "The test before the course",
        "purpose": "Twenty questions. Take it first, and see at the end what you have learnt.",
    },
    {
        "page": "after-the-course",
        "name": "CourseTest",
        "call": 'CourseTest("after")',
        "title": "The test after the course",
        "purpose": "The same claims, asked in another way.",
    },
    {
        "page": "journal",
        "name": "JournalDesk",
        "title": "My journal",
        "purpose": "Predictions, answers, cases and notes: saved, opened, printed.",
    },
)

GROUPS = {
    "start": "Begin here",
    "benches": "Twelve ideas, one page each",
    "worlds": "Worlds of many states",
    "look_up": "Look things up",
    "course": "Your own work",
    "slides": "Slides for the projector",
}

#: groups that are a list of links, and no cards
LISTS = ("slides",)


def landing_groups() -> list[dict[str, Any]]:
    """Return the groups of cards."""
    read = _lesson_pages()
    cards = [
        {
            "page": bench.slug,
            "name": bench.name,
            "title": bench_text(bench.slug.replace("-", "_")).title,
            "purpose": bench.purpose,
            "number": int(bench.lesson[1:]),
            "read": read.get(bench.lesson, ""),
        }
        for bench in bench_names().values()
    ]
    groups = (
        ("start", START),
        ("benches", cards),
        ("worlds", WORLDS),
        ("look_up", LOOK_UP),
        ("course", COURSE),
        ("slides", _slides()),
    )
    return [
        {"label": GROUPS[name], "list": name in LISTS, "cards": [_card(name, c) for c in held]}
        for name, held in groups
    ]


def _slides() -> list[dict[str, Any]]:
    """Return the slides of every lesson of the course."""
    return [
        {
            "page": f"slides-{lesson.id[1:]}",
            "name": "LessonSlides",
            "call": f"LessonSlides({int(lesson.id[1:])})",
            "title": lesson.title,
            "purpose": "",
            "number": int(lesson.id[1:]),
        }
        for lesson in lessons.values()
    ]


def _lesson_pages() -> dict[str, str]:
    """Return the pages of the lessons by id; none where the lessons are not at hand."""
    try:
        return {lesson: path.stem for lesson, path in lesson_paths().items()}
    except FileNotFoundError:
        return {}


def _card(group: str, card: Mapping[str, Any]) -> dict[str, Any]:
    pictured = group not in ("course", *LISTS)
    return {"call": f"{card['name']}()", "pictured": pictured, **card}


def thumbnails() -> dict[str, dict[str, Any]]:
    """Return a drawing for every page as it opens, by the name of the page."""
    drawn = {page: draw().as_data() for page, draw in PICTURES.items()}
    for bench in bench_names().values():
        module = bench.slug.replace("-", "_")
        text = bench_text(module)
        more = {"calibration": NEUTRAL} if text.calibrated else {}
        drawn[bench.slug] = bench_view(module)(text.neutral(), **more).drawings[0].as_data()
    return drawn


def _kinds() -> tuple[str, ...]:
    names = [bench.slug.replace("-", "_") for bench in bench_names().values()]
    return tuple(sorted({*KINDS, *(kind for name in names for kind in bench_kinds(name))}))


class Landing(panel.Panel):
    """Cards that lead to every page; the pictures come once the words can be read.

    Attributes
    ----------
    groups
        Groups of cards, see :func:`landing_groups`.
    pictures
        A drawing for each page by its name; empty until the words are on screen.

    Messages
    --------
    ``shown``: the words can be read.
    """

    groups = traitlets.List(traitlets.Dict()).tag(sync=True)
    pictures = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    _esm: Any
    _css: Any

    def __init__(self) -> None:
        kinds = _kinds()
        self._esm = board.script_with_drawers("landing", kinds)
        self._css = "\n".join(
            [board.board_style(kinds), assets.plain_style("page"), assets.plain_style("landing")]
        )
        super().__init__(groups=landing_groups())

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the page says that it is shown."""
        return bool(message["kind"] == "shown")

    def respond(self, message: dict[str, Any]) -> None:
        """Send the pictures."""
        if not self.pictures:
            self.pictures = thumbnails()
