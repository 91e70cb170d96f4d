"""The kit for pages without a kernel: every part, and that no answer stands outside a fold."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bor_widgets import Lesson
from bor_widgets.cases import cases
from bor_widgets.charts.bench_names import bench_names
from bor_widgets.course.folder import lesson_paths, lessons_folder
from bor_widgets.course.predictions import Prediction
from bor_widgets.course.quiz_items import Item, Option
from bor_widgets.printed import kit
from bor_widgets.printed.part import Part
from bor_widgets.sources import concepts, debates, rules, tensions
from tests.hostile import TEXTS
from tests.printed.pages import Page, page_of

HOSTILE = [text for text in TEXTS if text.strip() and "\0" not in text]
LESSONS = sorted(lesson_paths())


def test_every_function_of_the_live_kit_is_there() -> None:
    # read, not imported: the live kit brings the widgets along
    live = Path(kit.__file__).parents[1] / "widgets" / "lesson_kit.py"
    wanted = {
        node.name: [argument.arg for argument in node.args.args]
        for node in ast.parse(live.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
    assert len(wanted) >= 9
    for name, arguments in wanted.items():
        function = getattr(kit, name)
        assert list(function.__code__.co_varnames[: function.__code__.co_argcount]) == arguments


def test_no_widget_is_loaded() -> None:
    code = (
        "import sys\n"
        "from bor_widgets import Lesson\n"
        "lesson = Lesson(3)\n"
        "parts = [lesson.start(), lesson.quiz(), lesson.bench(), lesson.console()]\n"
        "assert all(part._repr_html_() and str(part) for part in parts)\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "assert not loaded & {'ipywidgets', 'traitlets', 'IPython', 'anywidget'}, loaded\n"
        "assert not any(name.startswith('bor_widgets.widgets.') and name != "
        "'bor_widgets.widgets.lesson' for name in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "BOR_KIT": "printed", "BOR_LESSONS": str(lessons_folder())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_sources_of_every_kind_name_paper_lines_and_firmness() -> None:
    page = page_of(kit.sources(["R01", "E01", "F03", "C25", "Q01", "S01", "X01"]))
    folds = [tag for tag in page.named("details") if tag.get("class") == "bor-source"]
    assert [fold["data-bor-id"] for fold in folds] == [
        "R01",
        "E01",
        "F03",
        "C25",
        "Q01",
        "S01",
        "X01",
    ]
    told = page.in_folds("bor-source")
    assert "P0 L395-403" in told  # R01 in INVENTORY B
    assert rules["R01"].text in told
    assert tensions["E01"].text in told
    assert debates["F03"].school in told
    assert "stated" in page.seen
    assert "our inference" in page.seen
    # what was done in a case is the answer of a prediction elsewhere
    assert cases["C25"].done not in page.seen + told
    assert cases["C25"].setting in told


def test_terms_are_folds_that_a_key_opens() -> None:
    page = page_of(kit.terms(["A045", "A121"]))
    assert len(page.named("summary")) == 2
    assert concepts["A045"].term in page.seen
    assert concepts["A045"].text in page.in_folds("bor-source")
    with pytest.raises(ValueError, match="at least one"):
        kit.terms([])
    with pytest.raises(KeyError):
        kit.terms(["A999"])


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(KeyError, match="R999"):
        kit.sources(["R999"])


@pytest.mark.parametrize("lesson", sorted(bench_names()))
def test_a_bench_shows_its_finding_and_every_drawing(lesson: str) -> None:
    part = kit.bench(lesson, {})
    page = page_of(part)
    figures = [tag for tag in page.named("figure") if "bor-figure" in tag["class"]]
    tables = [tag for tag in page.named("div") if "bor-figure-table" in tag.get("class", "")]
    assert figures or tables
    plots = [tag for tag in page.named("div") if tag.get("class") == "bor-plot"]
    assert len(plots) == len(figures)
    assert all(len(plot["aria-label"]) > 20 for plot in plots)
    held = re.findall(r'class="bor-plot-data">(.*?)</script>', part.html, re.S)
    assert len(held) == len(figures)
    for text in held:
        figure = json.loads(text)
        assert figure["data"]
        # the title stands above, so that it breaks where the page is narrow
        assert "title" not in figure["layout"]
        assert "<" not in text
    # every picture can be read without a picture
    folds = [tag for tag in page.named("details") if "bor-numbers" in tag.get("class", "")]
    assert len(folds) == len(figures) + len(tables)
    assert page.named("table")


def test_the_bench_says_which_state_it_shows() -> None:
    page = page_of(kit.bench("L03", {"grade": "direct"}))
    assert "direct" in page.seen
    attributes = next(tag for tag in page.named("section") if "data-bor-bench" in tag)
    assert attributes["data-bor-bench"] == "threat_dial"
    assert json.loads(attributes["data-bor-values"]) == {"grade": "direct"}


def test_a_bad_input_of_a_bench_is_refused() -> None:
    with pytest.raises(TypeError, match="no input"):
        kit.bench("L03", {"nonsense": 1})
    with pytest.raises(ValueError, match="grade"):
        kit.bench("L03", {"grade": "huge"})


def test_the_console_gives_the_papers_answers() -> None:
    # P0 L395-423: a direct threat is answered by a breakup; INVENTORY T on the three principles
    page = page_of(kit.console({"grade": "direct"}, ""))
    assert "Break up" in page.seen
    assert "R02" in " ".join(page.folded.values()) + page.seen
    assert page_of(kit.console({"grade": "potential"}, "")).seen.count("Compromise") >= 1


def test_the_console_holds_back_what_was_done_in_a_case() -> None:
    page = page_of(kit.console({}, "iraq-2003-united-states"))
    case = cases["C25"]
    assert case.setting in page.seen
    assert case.done not in page.seen
    assert case.done in page.in_folds("bor-answer")
    # the coded grade is what the deed is read from (DESIGN: prediction before reveal)
    assert "Grade of threat" not in page.seen


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_cases_of_a_lesson_tell_the_setting_first(lesson: str) -> None:
    page = page_of(kit.cases(lesson))
    listed = cases.of_lesson(lesson)
    assert len([tag for tag in page.named("li") if "data-bor-case" in tag]) == len(listed)
    for case in listed:
        assert case.title in page.seen
        assert case.setting in page.seen
        assert not case.done or case.done not in page.seen
        assert case.done in page.in_folds("bor-answer")


def test_a_note_has_lines_to_write_on() -> None:
    page = page_of(kit.note("L03/fields", "Which answer belongs in each of the open fields?"))
    assert "Which answer belongs" in page.seen
    lines = [tag for tag in page.named("div") if tag.get("class") == "bor-lines"]
    assert lines
    assert len(page.named("span")) >= 4


def test_the_head_says_where_the_reader_is() -> None:
    page = page_of(kit.head("L03", "Three principles"))
    assert "Lesson 3 of 12" in page.seen


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_text_holds_it_stays_a_text(text: str) -> None:
    options = (Option("a", text), Option("b", f"{text} not"))
    prediction = Prediction("L03", "x", text, options, "a", text, ("R01",), text)
    single = Item(text, "single", text, "R01", text, text, "a", options, (), 0.0, {"b": text})
    short = Item("s", "short", text, "R01", text, text, (text, "other"), (), (), 0.0, {text: text})
    harmless = Prediction(
        "L03", "x", "q", (Option("a", "a"), Option("b", "b not")), "a", "r", ("R01",), "h"
    )
    expected = [name for name, _ in Page(kit.predict(harmless).html).tags]
    made = [kit.predict(prediction), kit.quiz([single, short], text), kit.note(text, text)]
    for part in made:
        page = page_of(part)
        assert not page.named("script")
        assert not page.named("img")
        assert not any(name.startswith("on") for _, known in page.tags for name in known)
        assert not any("javascript:" in known.get("href", "") for _, known in page.tags)
    assert [name for name, _ in Page(made[0].html).tags] == expected


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_an_issue_area_of_any_name_ends_no_script(text: str) -> None:
    try:
        part = kit.console({"threat": 0.5, "issue_areas": (text, "barn")}, "")
    except (TypeError, ValueError):
        return  # refused with a sentence, as every input is
    page = page_of(part)
    scripts = page.named("script")
    assert scripts
    assert all(known.get("type") == "application/json" for known in scripts)
    for held in re.findall(r'class="bor-plot-data">(.*?)</script>', part.html, re.S):
        json.loads(held)


@pytest.mark.parametrize("number", [int(name[1:]) for name in LESSONS])
def test_every_call_of_a_lesson_is_answered(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOR_KIT", "printed")
    text = lesson_paths()[f"L{number:02d}"].read_text(encoding="utf-8")
    calls = re.findall(r"^lesson\.\w+\(.*\)$", text, re.MULTILINE)
    assert len(calls) >= 10
    lesson = Lesson(number)
    for call in calls:
        part: Any = eval(call, {"lesson": lesson})  # the lesson's own line
        assert isinstance(part, Part), call
        page_of(part)
        assert len(str(part)) > 10
