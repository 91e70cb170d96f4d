"""What every lesson is as a text: its headings, its length, its ids, its sources."""

from __future__ import annotations

import jupytext
import pytest

from bor_widgets.cases import cases
from bor_widgets.sources import lessons, sources
from tests.lessons.lesson_files import FOLDER, ID, LESSONS, LessonFile, calls_of, words_of

HEADINGS = [
    "What you will find out",
    "Predict",
    "The argument",
    "Try it",
    "Cases",
    "Where it is contested",
    "Check yourself",
    "What the text says, what we coded, what is open",
    "Further reading",
    "For the curious",
]
FEWEST_WORDS, MOST_WORDS = 1500, 2500

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=str)


def test_every_lesson_of_the_course_is_there() -> None:
    assert [f"L{lesson.number:02d}" for lesson in LESSONS] == list(lessons)


@each_lesson
def test_it_comes_with_its_questions_its_guide_and_its_slides(lesson: LessonFile) -> None:
    paths = [
        lesson.predictions_path,
        lesson.quiz_path,
        lesson.pairs_path,
        lesson.guide_path,
        lesson.slides_path,
    ]
    assert not [path.name for path in paths if not path.is_file()]


def test_no_two_files_are_the_same_lesson() -> None:
    numbers = [lesson.path.name[:3] for lesson in LESSONS]
    assert all(number[:2].isdigit() and number[2] == "-" for number in numbers)
    assert {f"L{number[:2]}" for number in numbers} <= set(lessons)
    assert len(set(numbers)) == len(numbers)


def test_the_folder_holds_texts_only() -> None:
    """A notebook with outputs, or a picture, does not belong to the source of the course."""
    kept = [path.relative_to(FOLDER) for path in FOLDER.rglob("*") if path.is_file()]
    # what a Jupyter that is at work leaves behind in hidden folders is not part of the course
    seen = [path for path in kept if not any(part.startswith(".") for part in path.parts)]
    assert not [path for path in seen if path.suffix not in {".md", ".toml"}]


@each_lesson
def test_it_is_canonical_for_jupytext(lesson: LessonFile) -> None:
    assert jupytext.writes(lesson.notebook, fmt="md:myst") == lesson.text


@each_lesson
def test_its_title_is_that_of_the_course(lesson: LessonFile) -> None:
    assert lesson.notebook.metadata["title"] == lesson.record.title
    assert lesson.notebook.metadata["kernelspec"]["name"] == "python3"
    assert lesson.notebook.cells[0].source.splitlines()[0] == f"# {lesson.record.title}"


@each_lesson
def test_its_headings_are_the_fixed_ones_in_order(lesson: LessonFile) -> None:
    assert [part.heading for part in lesson.sections if part.level == 2] == HEADINGS


@each_lesson
def test_no_section_is_empty(lesson: LessonFile) -> None:
    chapters = [part for part in lesson.sections if part.level > 1]
    below = [part.level for part in chapters[1:]] + [2]
    empty = [
        part.heading
        for part, following in zip(chapters, below, strict=True)
        if not part.prose.strip() and not part.code and following <= part.level
    ]
    assert not empty


@each_lesson
def test_its_length_is_that_of_one_sitting(lesson: LessonFile) -> None:
    assert FEWEST_WORDS <= lesson.word_count <= MOST_WORDS


@each_lesson
def test_it_holds_no_pasted_output(lesson: LessonFile) -> None:
    for trace in ("base64", "data:image", "<img", "<script", "Out["):
        assert trace not in lesson.text


@each_lesson
def test_every_id_it_names_exists(lesson: LessonFile) -> None:
    written = lesson.text + "".join(
        path.read_text(encoding="utf-8") for path in (lesson.predictions_path, lesson.quiz_path)
    )
    case_ids = {case.id for case in cases.values()}
    unknown = {name for name in ID.findall(written) if name not in sources} - case_ids
    assert not unknown


@each_lesson
def test_it_names_all_that_the_course_assigns_to_it(lesson: LessonFile) -> None:
    record = lesson.record
    named = set(ID.findall(lesson.prose))
    assert not set(record.claims) - named
    assert not set(record.cases) - named
    assert not set(record.tensions) - named
    assert not set(record.debates) - named


@each_lesson
def test_each_claim_can_be_asked_who_says_so(lesson: LessonFile) -> None:
    offered = {name for call in lesson.calls("sources") for name in words_of(call)}
    assert not set(lesson.record.claims) - offered


@each_lesson
def test_a_source_button_stands_where_its_claim_is_made(lesson: LessonFile) -> None:
    for part in lesson.sections:
        offered = [n for code in part.code for c in calls_of(code, "sources") for n in words_of(c)]
        assert not set(offered) - set(ID.findall(part.prose)), part.heading


@each_lesson
def test_each_step_of_the_argument_ends_with_its_sources(lesson: LessonFile) -> None:
    names = [part.heading for part in lesson.sections]
    argument = lesson.sections[names.index("The argument") : names.index("Try it")]
    steps = [part for part in argument if part.level == 3] or argument
    silent = [
        part.heading
        for part in steps
        if not any(list(calls_of(code, "sources")) for code in part.code)
    ]
    assert not silent
