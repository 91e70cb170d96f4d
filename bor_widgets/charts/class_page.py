"""The report on a class as one page that needs nothing else: no script, no network.

Names and texts of students are strangers' texts: the template escapes whatever is put in,
and nothing here turns them into markup.
"""

from __future__ import annotations

import statistics
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from bor_widgets.cases import cases
from bor_widgets.charts import class_bars
from bor_widgets.charts.class_told import (
    NONE,
    actions_told,
    claim_label,
    grades_told,
    number,
    share,
    signed,
    usual_choice,
)
from bor_widgets.charts.theme import css_variables
from bor_widgets.course.class_figures import ClassFigures
from bor_widgets.course.class_files import FileFault
from bor_widgets.course.class_hints import (
    KNOWN_BEFORE,
    LEAST_STUDENTS,
    SEPARATES,
    SPLIT,
    hints,
)
from bor_widgets.course.class_student import Student
from bor_widgets.course.class_tables import called, predicted_right
from bor_widgets.course.class_text import plain_line, plain_text
from bor_widgets.course.item_statistics import LEAST, by_chance
from bor_widgets.theory import phrase

#: how far a lesson is -> the sign that says so in a narrow column
SIGNS = {"done": "●", "begun": "◐", "new": "○"}


@dataclass(frozen=True, slots=True)
class Handling:
    """What is shown of the students, and what the reading of their files has told.

    ``anonymous`` numbers the students and names no file; ``notes`` adds their texts.
    """

    title: str
    anonymous: bool = False
    notes: bool = False
    found: int = 0
    others: int = 0
    faults: tuple[FileFault, ...] = ()


def class_page(figures: ClassFigures, handling: Handling) -> str:
    """Return the page.

    Parameters
    ----------
    figures
        The class.
    handling
        Its title, and what may be shown.
    """
    template = _environment().from_string(_file("class_report.html.jinja"))
    return template.render(
        w=_words(),
        f=figures,
        h=handling,
        title=plain_line(handling.title),
        style=Markup(css_variables() + _file("class_report.css")),
        hints=hints(figures),
        names=called(figures, anonymous=handling.anonymous),
        lead=_lead(figures),
        tiles=list(_tiles(figures)),
        rows=list(_student_rows(figures, handling)),
        histogram=_histogram(figures),
        files=_files(figures, handling),
        how=_how(figures),
        written=list(_written(figures)) if handling.notes else [],
        made_up=sum(student.made_up for student in figures.students),
    )


@cache
def _environment() -> Environment:
    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"share": share, "number": number, "signed": signed, "claim": claim_label}
    made.globals |= {
        "bars": class_bars,
        "phrase": phrase,
        "signs": SIGNS,
        "dash": NONE,
        "least_known": share(KNOWN_BEFORE),
        "usual": usual_choice,
        "actions_told": actions_told,
        "grades_told": grades_told,
    }
    return made


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(_file("class_words.toml"))


def _file(name: str) -> str:
    return files("bor_widgets.charts").joinpath(name).read_text(encoding="utf-8")


def _lead(figures: ClassFigures) -> list[str]:
    words = _words()["lead"]
    lessons = len(figures.lessons)
    far = sum(row.count("done") * 2 >= lessons for row in figures.states) if lessons else 0
    told = [words["done"].format(done=far, all=len(figures.students))]
    gain = figures.gain
    if gain.normalised is None:
        return [*told, words["no_gain"]] if not gain.both else told
    if gain.normalised < 0:
        return [*told, words["lost"]]
    return [*told, words["gain"].format(share=share(gain.normalised))]


def _tiles(figures: ClassFigures) -> Iterator[tuple[str, str, str]]:
    """Yield of each main figure its value, its name, and on what it rests."""
    words = _words()["tile"]
    finished = [row.count("done") for row in figures.states]
    yield str(len(figures.students)), words["students"], ""
    lessons = words["of"].format(all=len(figures.lessons))
    yield str(statistics.median_low(finished) if finished else 0), words["lessons"], lessons
    items = [item for lesson in figures.lessons for item in lesson.items]
    tried = sum(item.tried for item in items)
    right = sum(item.right for item in items)
    yield share(right / tried if tried else None), words["tried"], words["of"].format(all=tried)
    asked = [row for lesson in figures.lessons for row in lesson.predictions]
    made, as_course = sum(row.made for row in asked), sum(row.right for row in asked)
    rests = words["of"].format(all=made)
    yield share(as_course / made if made else None), words["predictions"], rests
    gain = figures.gain
    yield share(gain.normalised), words["gain"], words["both"].format(count=gain.both)


def _student_rows(figures: ClassFigures, handling: Handling) -> Iterator[dict[str, Any]]:
    quiz = figures.course.quiz_items
    for at, student in enumerate(figures.students):
        tried = [one for name, one in student.answers.items() if name in quiz]
        tried = [one for one in tried if one.first is not None]
        yield {
            "twin": at in figures.twins,
            "made_up": student.made_up,
            "states": figures.states[at],
            "predicted": (predicted_right(figures, student), len(student.predictions)),
            "first": (sum(one.first is True for one in tried), len(tried)),
            "cases": len(student.cases),
            "notes": len(student.notes),
            "gain": student.gain,
            "last": "" if handling.anonymous else student.ended[:10],
        }


def _histogram(figures: ClassFigures) -> Markup | None:
    """Return the picture of the two tests; None where nobody took both."""
    both = [
        (student.gain.before, student.gain.after)
        for student in figures.students
        if student.gain.before is not None and student.gain.after is not None
    ]
    if not both:
        return None
    words, items = _words()["gain"], figures.gain.items
    before, after = Counter(pair[0] for pair in both), Counter(pair[1] for pair in both)
    return class_bars.two_histograms(
        [before[score] for score in range(items + 1)],
        [after[score] for score in range(items + 1)],
        (words["when_before"], words["when_after"]),
        words["axis"].format(items=items),
        words["spread_alt"].format(
            items=items,
            before=statistics.median_low([pair[0] for pair in both]),
            after=statistics.median_low([pair[1] for pair in both]),
        ),
    )


def _how(figures: ClassFigures) -> list[tuple[str, str]]:
    """Return every figure with its definition."""
    count = len(figures.students)
    chance = by_chance(count)
    values = {
        "least": LEAST,
        "separates": SEPARATES,
        "split": SPLIT,
        "students": LEAST_STUDENTS,
        "count": count,
        "chance": number(chance),
    }
    told = [(one["term"], one["text"].format(**values)) for one in _words()["how"]["figure"]]
    # of one student there is nothing to compare
    return [one for one in told if chance is not None or one[0] != "Chance"]


def _files(figures: ClassFigures, handling: Handling) -> dict[str, Any]:
    words = _words()["files"]
    students = figures.students
    began = min((s.began for s in students if s.began), default="")
    ended = max((s.ended for s in students if s.ended), default="")
    odd = {
        "unknown": sum(student.unknown for student in students),
        "remarked": sum(student.remarked for student in students),
        "disputed": sum(student.disputed for student in students),
        "twins": len(figures.twins),
    }
    counts = (
        ("read", handling.found),
        ("copies", sum(len(student.files) - 1 for student in students)),
        ("students", len(students)),
        ("entries", sum(student.entries for student in students)),
        ("others", handling.others),
    )
    told = [words[name].format(count=count) for name, count in odd.items() if count]
    course = [words["course"].format(reason=reason) for reason in figures.course.faults]
    period = words["period"].format(first=began[:10], last=ended[:10]) if began else ""
    return {
        "counts": [(words[name], count) for name, count in counts],
        "odd": told + course + ([period] if period else []),
        "faults": [
            (words["hidden"] if handling.anonymous else fault.file, fault)
            for fault in handling.faults
        ],
    }


def _written(figures: ClassFigures) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Yield the place of each student who wrote something, with questions and texts."""
    for at, student in enumerate(figures.students):
        texts = list(_texts(student, figures))
        if texts:
            yield at, texts


def _texts(student: Student, figures: ClassFigures) -> Iterator[tuple[str, str]]:
    for key, text in student.notes.items():
        yield figures.course.notes[key], plain_text(text)
    for slug, expected in student.cases.items():
        if reason := plain_text(expected.reason):
            title = cases[slug].title
            yield _words()["notes"]["reason"].format(title=title), reason
