"""The appendix on worlds: the headings of the ODD protocol, and tables that leave nothing out."""

from __future__ import annotations

import ast
import re
import shutil
from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest
from nbclient import NotebookClient

import bor_widgets.simulation
from bor_widgets.cases import cases
from bor_widgets.commands.lesson_pages import read_lesson
from bor_widgets.course.coverage import coverage
from bor_widgets.course.folder import appendix_paths, lesson_paths
from bor_widgets.printed import worlds
from bor_widgets.printed.book.lessons import for_the_book
from bor_widgets.printed.world_words import WORDS
from bor_widgets.simulation import DOCTRINES, MOVES, SHOCKS, world_groups, world_parameters
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.shocks import Shock
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.world import World
from bor_widgets.sources import lessons, outside, sources
from bor_widgets.theory.calibration import calibration_parameters
from tests.contracts.product_files import paper_lines
from tests.contracts.test_wording import runs_of
from tests.lessons.lesson_files import FOLDER, ID

PATH = FOLDER / "appendix-worlds.md"
TEXT = PATH.read_text(encoding="utf-8")

#: the seven elements, and the eleven concepts of the fourth (Grimm and others 2020)
ELEMENTS = [
    "Purpose and patterns",
    "Entities, state variables, and scales",
    "Process overview and scheduling",
    "Design concepts",
    "Initialization",
    "Input data",
    "Submodels",
]
CONCEPTS = [
    "Basic principles",
    "Emergence",
    "Adaptation",
    "Objectives",
    "Learning",
    "Prediction",
    "Sensing",
    "Interaction",
    "Stochasticity",
    "Collectives",
    "Observation",
]


def headings(level: int, text: str) -> list[str]:
    return re.findall(rf"^{'#' * level} (.+)$", text, re.MULTILINE)


def chapter(name: str) -> str:
    return TEXT.split(f"\n## {name}\n")[1].split("\n## ")[0]


class Cells(HTMLParser):
    """The texts of a part's tables, cell by cell."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag in ("th", "td"):
            self.found.append("")
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td"):
            self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1] += data


def cells_of(html: str) -> list[str]:
    parser = Cells()
    parser.feed(html)
    return parser.found


def calls() -> list[ast.Call]:
    """Calls of the appendix in their order; a cell holds one, and the import."""
    code = [cell.source for cell in jupytext.reads(TEXT, fmt="md:myst").cells
            if cell.cell_type == "code"]  # fmt: skip
    found = []
    for source in code:
        *before, last = ast.parse(source).body
        assert isinstance(last, ast.Expr)
        assert isinstance(last.value, ast.Call)
        assert all(ast.unparse(line) == "from bor_widgets.printed import worlds" for line in before)
        found.append(last.value)
    return found


@pytest.fixture(scope="module")
def tables() -> list[str]:
    """Every cell of every table that the appendix's code generates."""
    found = []
    for call in calls():
        part: Any = eval(ast.unparse(call), {"worlds": worlds})  # the appendix's own line
        found += cells_of(part._repr_html_())
    return found


def test_the_headings_are_those_of_the_protocol_in_order() -> None:
    assert headings(2, TEXT)[:7] == ELEMENTS
    assert headings(3, chapter("Design concepts")) == CONCEPTS
    assert len(headings(3, chapter("Submodels"))) >= 12


def test_the_docstring_has_the_same_headings_in_short() -> None:
    told = bor_widgets.simulation.__doc__ or ""
    lines = told.splitlines()
    assert len(lines) <= 60
    assert [line for line in lines if line in ELEMENTS] == ELEMENTS
    places = [told.lower().index(f"*{name.lower()}*") for name in CONCEPTS]
    assert places == sorted(places)
    assert "R61" in told.split("Purpose and patterns")[0]


def test_that_it_is_no_forecast_comes_first() -> None:
    opening = TEXT.split("\n# ")[1].split("\n## ")[0]
    assert "forecasts nothing" in opening
    assert "R61" in opening
    assert 'rests_on("R61")' in opening


def test_every_submodel_says_what_is_the_papers_and_what_is_ours() -> None:
    for part in chapter("Submodels").split("\n### ")[1:]:
        name = part.splitlines()[0]
        if name == "Numbers that no setting changes":
            continue
        assert "**The papers'**:" in part, name
        assert "**Ours**:" in part, name
        assert "worlds.rests_on(" in part, name


def test_a_submodel_shows_the_source_of_each_rule_that_it_names() -> None:
    for part in chapter("Submodels").split("\n### ")[1:]:
        offered = set(re.findall(r"[RS]\d{2,3}", " ".join(re.findall(r"rests_on\((.*)\)", part))))
        prose = re.sub(r"^```.*?^```", "", part, flags=re.MULTILINE | re.DOTALL)
        # what is not in a world is named without resting on it
        prose = re.sub(r"[^.]*\bis not in a world\.", "", prose)
        named = set(re.findall(r"\b[RS]\d{2,3}\b", prose))
        assert named <= offered, part.splitlines()[0]


def test_every_id_exists() -> None:
    known = {*sources, *(case.id for case in cases.values())}
    assert set(ID.findall(TEXT)) <= known
    assert set(ID.findall(bor_widgets.simulation.__doc__ or "")) <= known
    assert "W03" in outside


def test_no_number_move_or_measure_is_left_out(tables: list[str]) -> None:
    numbers = {**world_parameters(), **calibration_parameters()}
    declared = {
        *numbers,
        *measures(),
        *DOCTRINES,
        *MOVES,
        *SHOCKS,
        *presets(),
    }
    assert declared <= set(tables)
    told: list[Any] = [*numbers.values(), *measures().values(), *presets().values()]
    assert {text for each in told for text in (each.label, each.meaning)} <= set(tables)
    shown = [call.args[0] for call in calls() if ast.unparse(call.func) == "worlds.parameters"]
    groups = [ast.literal_eval(argument) for argument in shown]
    assert sorted(groups) == sorted(world_groups())


@pytest.mark.parametrize("group", world_groups())
def test_a_number_stands_beside_its_range_and_its_neutral_value(group: str) -> None:
    cells = cells_of(worlds.parameters(group).html)
    for name, declared in world_parameters().items():
        if declared.group != group or declared.kind not in ("slider", "count"):
            continue
        place = cells.index(name)
        low, high = (float(end) for end in cells[place + 1].split(" to "))
        assert (low, high) == (declared.low, declared.high)
        assert float(cells[place + 2]) == declared.neutral


def test_every_variable_of_the_state_is_described() -> None:
    told = set(re.findall(r"`(\w+)`", chapter("Entities, state variables, and scales")))
    assert told == {entry.name for entry in fields(Worlds)}


def test_a_move_names_every_rule_that_a_log_can_name() -> None:
    named: dict[str, set[str]] = {}
    for preset in presets().values():
        config = preset.config.with_(shocks=(Shock(2, "annexation", 0, 1),))
        for event in (event for played in World(config).run(12).log for event in played):
            named.setdefault(event.move, set()).add(event.rule)
    assert len(named) == len(MOVES)
    rows = worlds.moves().text.splitlines()[1:]
    shown = {row.split(" | ")[0].removeprefix("- "): row.split(" | ")[-1] for row in rows}
    for move, ids in named.items():
        assert ids - {""} <= set(shown[move].split(", ")), move


def test_words_in_tables_are_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(WORDS, "shocks", "<script>")
    assert "<script>" not in worlds.shocks().html
    with pytest.raises(ValueError, match="group takes one of who, ties"):
        worlds.parameters("weather")
    with pytest.raises(KeyError):
        worlds.rests_on("R999")


def test_on_a_site_each_rule_leads_to_its_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "<a " not in worlds.rests_on("R61").html
    monkeypatch.setenv("BOR_SITE", "../")
    assert '<a href="../reference/rules-p0.html#R61">R61</a>' in worlds.rests_on("R61").html


def test_it_is_canonical_and_runs_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    notebook = jupytext.reads(TEXT, fmt="md:myst")
    assert jupytext.writes(notebook, fmt="md:myst") == TEXT
    folder = tmp_path / "lessons"
    shutil.copytree(FOLDER, folder)
    where = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=where).execute()
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.metadata.jupyter.source_hidden
            (output,) = cell.outputs
            assert "<table" in output["data"]["text/html"], cell.source


def test_it_is_no_lesson() -> None:
    assert appendix_paths(FOLDER) == (PATH,)
    assert list(lesson_paths(FOLDER)) == list(lessons)
    taught = {lesson for ids in coverage(FOLDER).values() for found in ids.values()
              for lesson in found}  # fmt: skip
    assert taught <= set(lessons)


@pytest.mark.parametrize("number", ["07", "08"])
def test_the_lessons_on_webs_and_systems_lead_to_it(number: str) -> None:
    (path,) = FOLDER.glob(f"{number}-*.md")
    assert "](appendix-worlds.md)" in path.read_text(encoding="utf-8")
    # as a notebook it leads to a notebook
    cells = "".join(cell.source for cell in read_lesson(path).cells)
    assert "](appendix-worlds.ipynb)" in cells


def test_bor_notebooks_writes_it_with_the_lessons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bor_widgets.cli import main

    monkeypatch.setenv("BOR_LESSONS", str(FOLDER))
    assert main(["notebooks", "--out", str(tmp_path / "all")]) == 0
    written = {path.stem for path in (tmp_path / "all").iterdir()}
    assert written == {PATH.stem, *(path.stem for path in lesson_paths(FOLDER).values())}
    nbformat.validate(nbformat.read(tmp_path / "all" / "appendix-worlds.ipynb", 4))
    assert main(["notebooks", "7", "--out", str(tmp_path / "one")]) == 0
    assert [path.stem[:2] for path in (tmp_path / "one").iterdir()] == ["07"]


def test_the_book_does_not_tell_how_to_run_it() -> None:
    assert "Run All Cells" in TEXT
    made = for_the_book(TEXT)
    assert "Run All Cells" not in made
    assert len(made.splitlines()) == len(TEXT.splitlines())


def test_it_is_in_our_own_words() -> None:
    printed: set[tuple[str, ...]] = set()
    for lines in paper_lines().values():
        printed |= runs_of(" ".join(lines))
    assert not runs_of(TEXT) & printed
    assert not runs_of(bor_widgets.simulation.__doc__ or "") & printed
