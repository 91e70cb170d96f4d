"""Whatever a lesson is called or begins with: its form holds, and nothing becomes code."""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bor_widgets.cli import main
from bor_widgets.commands.check_files import read_text
from bor_widgets.commands.lesson_markdown import as_markdown
from tests import hostile
from tests.commands.terminal import held

pytestmark = pytest.mark.usefixtures("at_home")

LEAST = ("--title=Fish and chips", "--claim=R01, R12")


def new(*words: str) -> int:
    return main(["lesson", "new", *words])


def notebook(path: str) -> nbformat.NotebookNode:
    found: nbformat.NotebookNode = jupytext.reads(read_text(Path(path)), fmt="md:myst")
    return found


@pytest.mark.parametrize("name", ["title", "puzzle"])
@pytest.mark.parametrize("text", hostile.TEXTS)
def test_any_words_make_a_sound_lesson_or_a_sentence(
    name: str, text: str, at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = new("--yes", *LEAST, f"--{name}={text}")
    said = capsys.readouterr().err.strip()
    if code:
        assert len(said.splitlines()) == 1
        assert held(at_home) == []
        return
    assert main(["check", "my-lessons"]) == 0
    (path,) = Path("my-lessons").glob("*.md")
    whole = notebook(str(path))
    code_cells = [cell.source for cell in whole.cells if cell.cell_type == "code"]
    # nothing that was answered has become code
    assert all(text.strip() not in source for source in code_cells if len(text.strip()) > 3)
    if name == "title":
        assert whole.metadata["title"] == " ".join(text.split())


#: words that could end up as a heading, a fence, a header or a cell of code
marks = st.text(
    st.sampled_from(list("`~#>|+=:-*_[](){}<$\\&!.1 \n\tab\"'%@")), min_size=1, max_size=30
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=marks, puzzle=marks)
def test_no_words_break_the_form_of_a_lesson(
    title: str, puzzle: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("lessons")
    if new("--yes", f"--title={title}", "--claim=R01", f"--puzzle={puzzle}", f"--folder={folder}"):
        assert held(folder) == []
        return
    assert main(["check", str(folder)]) == 0


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("plain words, as usual.", "plain words, as usual."),
        ("# no heading", "\\# no heading"),
        ("```{code-cell}\nimport os\n```", "\\`\\`\\`\\{code-cell\\} import os \\`\\`\\`"),
        ("1. no list", "1\\. no list"),
        ("- no list", "\\- no list"),
        ("$x$ and *y*", "\\$x\\$ and \\*y\\*"),
        ("Asia-Pacific, 50 %", "Asia-Pacific, 50 %"),
    ],
)
def test_words_of_a_person_are_no_markup(words: str, written: str) -> None:
    assert as_markdown(words) == written
