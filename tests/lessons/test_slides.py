"""The slides of every lesson: one class long, asked before shown, and live where they say so."""

from __future__ import annotations

import re
from functools import cache

import pytest

from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.benches.text import bench_text, bench_view
from bor_widgets.course.predictions import Prediction
from bor_widgets.course.slides import Slide, load_slides
from bor_widgets.theory import NEUTRAL
from tests.lessons.lesson_files import ID, LESSONS, LessonFile

FEWEST, MOST = 8, 12

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=str)


@cache
def slides(lesson: LessonFile) -> tuple[Slide, ...]:
    return load_slides(lesson.slides_path, lesson.record.id)


def of_kind(lesson: LessonFile, kind: str) -> list[Slide]:
    return [slide for slide in slides(lesson) if slide.kind == kind]


def test_every_lesson_has_slides() -> None:
    assert [lesson.number for lesson in LESSONS] == list(range(1, 13))
    assert all(lesson.slides_path.is_file() for lesson in LESSONS)


@each_lesson
def test_they_fill_one_class(lesson: LessonFile) -> None:
    assert FEWEST <= len(slides(lesson)) <= MOST


@each_lesson
def test_they_ask_and_show_and_argue(lesson: LessonFile) -> None:
    for kind in ("predict", "bench", "tension", "quiz"):
        assert of_kind(lesson, kind), kind


@each_lesson
def test_no_slide_is_empty_and_each_helps_its_speaker(lesson: LessonFile) -> None:
    assert not [slide.number for slide in slides(lesson) if not slide.lines and not slide.kind]
    assert not [slide.number for slide in slides(lesson) if not slide.note]


@each_lesson
def test_titles_and_targets_differ(lesson: LessonFile) -> None:
    titles = [slide.title for slide in slides(lesson)]
    assert len(set(titles)) == len(titles)
    shown = [slide.target for slide in slides(lesson) if isinstance(slide.target, Prediction)]
    assert len({prediction.key for prediction in shown}) == len(shown)


@each_lesson
def test_a_surprise_is_predicted_before_its_claim_is_made(lesson: LessonFile) -> None:
    """What a prediction is about is on no earlier slide whose words would answer it."""
    faults = []
    for slide in slides(lesson):
        if not isinstance(slide.target, Prediction):
            continue
        telling = set(plain(slide.target.label(slide.target.answer)))
        for earlier in slides(lesson)[: slide.number - 1]:
            words = set(plain(" ".join([earlier.title, *earlier.lines])))
            # long answers only: "Yes" or "In one" may stand anywhere
            if len(telling) >= 6 and telling <= words:
                faults.append(f"slide {earlier.number} answers slide {slide.number}")
    assert not faults


def plain(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


@each_lesson
def test_a_class_predicts_before_it_sees_the_last_bench(lesson: LessonFile) -> None:
    last = max(slide.number for slide in of_kind(lesson, "bench"))
    assert any(slide.number < last for slide in of_kind(lesson, "predict"))


@each_lesson
def test_its_bench_takes_what_a_slide_sets(lesson: LessonFile) -> None:
    name = bench_names()[lesson.record.id].slug.replace("-", "_")
    text = bench_text(name)
    more = {"calibration": NEUTRAL} if text.calibrated else {}
    for slide in of_kind(lesson, "bench"):
        view = bench_view(name)(text.checked(slide.values), **more)
        assert view.finding.headline, slide.number
        assert view.drawings, slide.number


@each_lesson
def test_an_id_in_the_lines_has_its_source_on_the_slide(lesson: LessonFile) -> None:
    for slide in slides(lesson):
        named = {found for line in slide.lines for found in ID.findall(line)}
        assert named <= set(slide.sources), slide.number


@each_lesson
def test_a_tension_or_a_case_is_one_that_the_lesson_teaches(lesson: LessonFile) -> None:
    taught = {*lesson.record.tensions, *lesson.record.cases}
    strangers = {
        str(slide.target)
        for kind in ("tension", "case")
        for slide in of_kind(lesson, kind)
        if slide.target not in taught
    }
    assert not strangers
