"""The page and the tables: whole, readable without a script, and safe with any text."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from bor_widgets.charts.class_page import Handling, class_page
from bor_widgets.course.class_course import Course
from bor_widgets.course.class_files import FileFault
from bor_widgets.course.class_tables import class_tables
from bor_widgets.course.spreadsheet import as_csv, harmless
from tests.course.class_journals import (
    Said,
    answer,
    expected,
    figures_of,
    named,
    predicted,
    small_course,
    write_class,
)
from tests.hostile import TEXTS

CASE = "iraq-2003-united-states"

#: elements that have no end
VOID = {"meta", "br"}


class Outline(HTMLParser):
    """Every element of a page in its order; fails where one is closed that is not open."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, frozenset[str]]] = []
        self.addresses: list[str] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, frozenset(name for name, _ in attrs)))
        self.addresses += [v or "" for name, v in attrs if name in ("href", "src", "action")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, frozenset(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return small_course(tmp_path_factory.mktemp("lessons"))


def said(text: str, *, who: str = "") -> list[Said]:
    return [
        named(who or text),
        ("note", "L01/why", text),
        expected(CASE, "mix", "direct", reason=text),
        predicted("a"),
        answer("L01-a", "yes"),
        answer("B-1", "no"),
        answer("A-1", "yes"),
    ]


def page_of(folder: Path, course: Course, **handling: object) -> str:
    told = Handling("A class", **handling)  # type: ignore[arg-type]
    return class_page(figures_of(folder, course), told)


def test_a_student_s_text_never_becomes_part_of_the_page(tmp_path: Path, course: Course) -> None:
    texts = [text for text in TEXTS if text.strip()]
    plain = write_class(
        tmp_path / "plain", *(said("plain", who=f"n{i}") for i in range(len(texts)))
    )
    hostile = write_class(tmp_path / "hostile", *(said(f"{i} {t}") for i, t in enumerate(texts)))
    told = Outline(page_of(plain, course, notes=True))
    found = Outline(page_of(hostile, course, notes=True))
    assert found.elements == told.elements
    assert found.addresses == told.addresses
    shown = "".join(found.text)
    for text in (
        "<script>window.harmed=1</script>",
        "{{7*7}}",
        "{threat}",
        "&lt;b&gt;",
        "关系平衡",
    ):
        assert text in shown


def test_signs_that_turn_or_end_a_text_are_marked(tmp_path: Path, course: Course) -> None:
    signs = "\x00\x1b\u202e\u2066\ud800\ufeff"
    folder = write_class(tmp_path, said(f"be{signs}fore", who=f"A{signs}da\n\n" + "a" * 30_000))
    figures = figures_of(folder, course)
    texts = [
        class_page(figures, Handling(f"A {signs}class", notes=True)),
        *(text.removeprefix("\ufeff") for text in class_tables(figures, notes=True).values()),
    ]
    for text in texts:
        text.encode("utf-8")
        assert not set(signs) & set(text)
    assert "be\ufffd\ufffd\ufffd\ufffd\ufffdfore" in texts[0]
    # a name is one line of a length that a table can hold
    assert len(figures.students[0].name) == 80


def test_the_page_needs_no_script_and_asks_for_nothing(tmp_path: Path, course: Course) -> None:
    page = page_of(write_class(tmp_path, said("x")), course)
    outline = Outline(page)
    elements = {tag for tag, _ in outline.elements}
    assert not elements & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert outline.addresses
    assert all(address.startswith("#") for address in outline.addresses)
    assert not [name for _, names in outline.elements for name in names if name.startswith("on")]
    assert not re.search(r"url\((?!#)|@import|https?://", page)


def test_every_table_has_a_caption_and_heads_and_every_link_a_place(
    tmp_path: Path, course: Course
) -> None:
    page = page_of(write_class(tmp_path, said("x"), said("y")), course, notes=True)
    outline = Outline(page)
    tags = [tag for tag, _ in outline.elements]
    assert tags.count("table") == tags.count("caption") > 5
    assert all("scope" in names for tag, names in outline.elements if tag == "th")
    assert tags.count("h1") == 1
    for address in outline.addresses:
        assert f'id="{address[1:]}"' in page
    # headings go down one level at a time
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h\d", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("students", [0, 1, 2, 12])
def test_a_page_holds_no_inner_name_of_ours(students: int, tmp_path: Path, course: Course) -> None:
    class_ = [said(f"text {number}") for number in range(students)]
    shown = "".join(Outline(page_of(write_class(tmp_path, *class_), course)).text)
    body = shown[shown.index("Report on a class") :]
    for wrong in ("None", "built-in", "object at", "{", "}", "nan", "Undefined"):
        assert wrong not in body


def test_anonymous_means_no_name_no_file_and_no_day(tmp_path: Path, course: Course) -> None:
    folder = write_class(tmp_path / "cls", said("note one", who="Ada Li"), said("x", who="Ada Li"))
    faults = (FileFault("Li Ada/x.jsonl", "it is not text in UTF-8", left_out=True),)
    figures = figures_of(folder, course)
    page = class_page(figures, Handling("A class", anonymous=True, faults=faults))
    tables = class_tables(figures, anonymous=True)
    for text in (page, *tables.values()):
        assert "Ada" not in text
        assert "student-001.jsonl" not in text
        assert figures.students[0].id not in text
    assert "2026-03-01" not in tables["students"]
    assert "Student 1" in page
    assert "it is not text in UTF-8" in page
    named_page = class_page(figures, Handling("A class", faults=faults))
    for text in ("Ada Li", "Li Ada/x.jsonl", "same name as another journal"):
        assert text in named_page


def test_what_students_wrote_is_shown_only_when_asked_for(tmp_path: Path, course: Course) -> None:
    folder = write_class(tmp_path, said("my own words", who="Ada"))
    assert "my own words" not in page_of(folder, course)
    assert page_of(folder, course, notes=True).count("my own words") == 2
    figures = figures_of(folder, course)
    assert "notes" not in class_tables(figures)
    assert not any("my own words" in text for text in class_tables(figures).values())
    assert class_tables(figures, notes=True)["notes"].count("my own words") == 2


def table(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_tables_hold_the_figures(tmp_path: Path, course: Course) -> None:
    folder = write_class(
        tmp_path,
        [named("Ada"), answer("L01-a", "yes"), answer("B-1", "no"), answer("A-1", "yes")],
        [named("Bo"), answer("L01-a", "no"), predicted("b"), expected(CASE, "mix", "direct")],
    )
    tables = {name: table(text) for name, text in class_tables(figures_of(folder, course)).items()}
    ada, bo = tables["students"]
    assert (ada["student"], ada["test before"], ada["test after"], ada["gain"]) == (
        "Ada", "0", "1", "0.5",
    )  # fmt: skip
    assert (bo["gain"], bo["predictions made"], bo["predictions as the course answers"]) == (
        "", "1", "0",
    )  # fmt: skip
    item = next(row for row in tables["items"] if row["question"] == "L01-a")
    assert (item["tried"], item["right"], item["share right (difficulty)"]) == ("2", "1", "0.5")
    assert item["why there is none"] == "too few students"
    assert [row["chosen by"] for row in tables["predictions"]] == ["0", "1"]
    assert (tables["cases"][0]["expected: mix"], tables["cases"][0]["judged: direct"]) == ("1", "1")
    assert [row["share right after"] for row in tables["claims"]] == ["1.0", "0.0"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=x", "  =x", "＝1", "\n=1"])
def test_no_text_becomes_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"
    (row,) = table(as_csv(["a", "b"], [[text, -0.25]]))
    assert row["a"].startswith("'")
    # a number stays one
    assert row["b"] == "-0.25"


@pytest.mark.parametrize("value", ["Ada", "", "1 - 2", "O'Neill", 3, None, -1])
def test_what_is_harmless_stays_as_it_is(value: object) -> None:
    assert harmless(value) == value


def test_hostile_names_and_notes_stay_in_their_cells(tmp_path: Path, course: Course) -> None:
    texts = [text for text in TEXTS if text.strip()]
    folder = write_class(tmp_path, *(said(text) for text in texts))
    figures = figures_of(folder, course)
    for name, text in class_tables(figures, notes=True).items():
        text.encode("utf-8")
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
        assert {len(row) for row in rows} == {len(rows[0])}, name
        for row in rows[1:]:
            for cell in row:
                number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
                assert number or cell[:1] not in tuple("=+-@\t\r"), cell
