"""Files of slides: what they hold is read, and every fault gets one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bor_widgets.course.predictions import Prediction
from bor_widgets.course.quiz_items import Item
from bor_widgets.course.slides import (
    LONGEST_LINE,
    LONGEST_TITLE,
    MOST_LINES,
    Slide,
    SlideFileError,
    load_slides,
)
from tests.hostile import TEXTS

PREDICTIONS = """
[first]
question = "Which?"
options = [{ key = "a", label = "One" }, { key = "b", label = "Two" }]
answer = "a"
reveal = "Because."
sources = ["R01"]
"""

QUIZ = """
[[item]]
id = "L03-own"
kind = "single"
prompt = "Which?"
options = [{ key = "a", label = "One" }, { key = "b", label = "Two" }]
answer = "a"
source = "R01"
hint = "Think."
explanation = "So."
"""


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A folder of lessons with one prediction and one question for lesson 3."""
    for name, text in (("predictions", PREDICTIONS), ("quizzes", QUIZ)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "03.toml").write_text(text, encoding="utf-8")
    (tmp_path / "slides").mkdir()
    return tmp_path


def read(lessons: Path, text: str | bytes) -> tuple[Slide, ...]:
    path = lessons / "slides" / "03.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_slides(path, "L03")


def refused(lessons: Path, text: str | bytes) -> list[str]:
    with pytest.raises(SlideFileError) as caught:
        read(lessons, text)
    told = [str(fault) for fault in caught.value.faults]
    assert str(caught.value).startswith(told[0])
    assert all("\n" not in sentence and len(sentence) < 400 for sentence in told)
    return told


def slide(**entries: Any) -> str:
    import json

    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entries.items()]
    return "\n".join(["[[slide]]", *lines, ""])


def test_a_slide_holds_what_its_file_says(lessons: Path) -> None:
    sources = ["R01", "E01", "F13", "C25"]
    text = slide(title="One", lines=["a", "b"], sources=sources, note="Say it.")
    found = read(lessons, text + slide(title="Two"))
    assert found[0] == Slide(
        1, "One", ("a", "b"), sources=("R01", "E01", "F13", "C25"), note="Say it."
    )
    assert (found[1].number, found[1].lines, found[1].kind, found[1].target) == (2, (), "", None)


def test_what_a_slide_shows_is_found_beside_it(lessons: Path) -> None:
    shows = ["predict:first", "quiz:L03-own", "tension:E01", "case:C25", "bench"]
    found = read(lessons, "".join(slide(title="T", show=show) for show in shows))
    assert [entry.kind for entry in found] == ["predict", "quiz", "tension", "case", "bench"]
    assert isinstance(found[0].target, Prediction)
    assert found[0].target.answer == "a"
    assert isinstance(found[1].target, Item)
    assert [entry.target for entry in found[2:]] == ["E01", "C25", None]


def test_inputs_of_a_bench_are_kept_as_they_are(lessons: Path) -> None:
    text = '[[slide]]\ntitle = "T"\nshow = "bench"\nset = { grade = "direct", n = 3, on = true, '
    found = read(lessons, text + 'areas = ["well", "barn"], x = 0.5 }')
    expected = {"grade": "direct", "n": 3, "on": True, "areas": ["well", "barn"], "x": 0.5}
    assert dict(found[0].values) == expected
    with pytest.raises(TypeError):
        found[0].values["x"] = 1.0  # type: ignore[index]


@pytest.mark.parametrize(
    ("entries", "key", "given"),
    [
        ({}, "title", "None"),
        ({"title": " "}, "title", "' '"),
        ({"title": "x" * (LONGEST_TITLE + 1)}, "title", "'xxx"),
        ({"title": 7}, "title", "7"),
        ({"title": "T", "lines": "one"}, "lines", "'one'"),
        ({"title": "T", "lines": ["a"] * (MOST_LINES + 1)}, "lines", "['a'"),
        ({"title": "T", "lines": ["x" * (LONGEST_LINE + 1)]}, "lines", "['xxx"),
        ({"title": "T", "lines": [1]}, "lines", "[1]"),
        ({"title": "T", "sources": ["R999"]}, "sources", "R999"),
        ({"title": "T", "sources": "R01"}, "sources", "'R01'"),
        ({"title": "T", "note": ""}, "note", "''"),
        ({"title": "T", "picture": "x.png"}, "picture", "title, lines, show"),
        ({"title": "T", "show": "film:1"}, "show", "'film:1'"),
        ({"title": "T", "show": "predict:"}, "show", "'predict:'"),
        ({"title": "T", "show": "bench:3"}, "show", "'bench:3'"),
        ({"title": "T", "show": 3}, "show", "3"),
        ({"title": "T", "show": "predict:other"}, "show", "first"),
        ({"title": "T", "show": "quiz:L03-none"}, "show", "L03-own"),
        ({"title": "T", "show": "tension:E999"}, "show", "tension:E01"),
        ({"title": "T", "show": "case:R01"}, "show", "case:C25"),
        ({"title": "T", "show": "tension:E01", "set": ["a"]}, "set", "'tension:E01'"),
        ({"title": "T", "show": "bench", "set": "grade"}, "set", "'grade'"),
    ],
)
def test_a_fault_names_file_slide_key_what_is_allowed_and_what_was_given(
    lessons: Path, entries: dict[str, Any], key: str, given: str
) -> None:
    told = refused(lessons, slide(title="Right") + slide(**entries))
    assert len(told) == 1
    assert told[0].startswith(f"03.toml, slide 2, {key}: ")
    assert given in told[0]


def test_a_set_that_holds_no_values_is_refused(lessons: Path) -> None:
    for value in ("1999-01-01", "nan", "inf", "{ a = 1 }", "[1, 2]"):
        text = f'[[slide]]\ntitle = "T"\nshow = "bench"\nset = {{ x = {value} }}'
        assert refused(lessons, text)[0].startswith("03.toml, slide 1, set: takes a table")


def test_every_fault_is_told_and_the_first_sentence_says_how_many_more(lessons: Path) -> None:
    path = lessons / "slides" / "03.toml"
    told = refused(lessons, slide(title="") + slide(title="T", lines=3, note=4))
    assert [sentence.split(":")[0] for sentence in told] == [
        "03.toml, slide 1, title",
        "03.toml, slide 2, note",
        "03.toml, slide 2, lines",
    ]
    with pytest.raises(SlideFileError, match="and 2 more"):
        load_slides(path, "L03")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a list of 1 to"),
        ("slide = 3", "a list of 1 to"),
        ("slide = []", "a list of 1 to"),
        ("slide = [3]", "a slide is a table; given was 3"),
        (slide(title="T") + "[extra]\na = 1", "and nothing else"),
        ("[[slide]\n", "not valid TOML"),
        (b"\xff\xfe", "not UTF-8 text"),
        ("x = " + "[" * 5_000, "03.toml: "),
        ("#" * 300_000, "larger than"),
    ],
)
def test_a_file_that_holds_no_slides(lessons: Path, text: str | bytes, said: str) -> None:
    assert said in refused(lessons, text)[0]


def test_a_file_that_is_not_there(lessons: Path) -> None:
    with pytest.raises(SlideFileError, match=r"^04\.toml: the file cannot be read"):
        load_slides(lessons / "slides" / "04.toml", "L04")


def test_a_fault_in_the_predictions_is_told_at_the_slide_that_needs_them(lessons: Path) -> None:
    (lessons / "predictions" / "03.toml").write_text("[first]\nquestion = 3", encoding="utf-8")
    told = refused(lessons, slide(title="T", show="predict:first"))
    assert told[0].startswith("03.toml, slide 1, show: needs the lesson's own file")
    assert read(lessons, slide(title="T", show="quiz:L03-own"))  # the others are not needed


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text)[:40])
def test_a_hostile_text_is_a_text_or_refused(lessons: Path, text: str) -> None:
    given = slide(title=text, lines=[text], note=text)
    if text.strip() and len(text) <= LONGEST_TITLE:
        found = read(lessons, given)[0]
        assert (found.title, found.lines, found.note) == (text, (text,), text)
    else:
        assert refused(lessons, given)
