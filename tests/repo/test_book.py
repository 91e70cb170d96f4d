"""The book's own pages and how it is put together; what is built is looked at in a browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from bor_widgets.charts.theme import css_variables
from bor_widgets.course.folder import appendix_paths, lesson_paths
from bor_widgets.printed import where
from bor_widgets.printed.book.__main__ import assemble, main
from bor_widgets.printed.book.lessons import for_the_book
from bor_widgets.printed.told import FIRMNESS
from tests.repo.product import ROOT

BOOK = ROOT / "book"
TEXTS = sorted(path for path in BOOK.rglob("*") if path.suffix in (".md", ".css", ".js", ".html"))

#: a lesson as short as one can be, with room for a cell
LESSON = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# A lesson of one cell

```{{code-cell}} ipython3
{cell}
```
"""


def test_there_are_pages_to_look_at() -> None:
    assert len(TEXTS) > 15


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(BOOK).as_posix())
def test_no_page_names_an_address_from_which_something_would_come(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"(?:https?:)?//(?!www\.w3\.org)[a-z0-9-]+\.[a-z]", text) == []


def test_every_kind_of_record_has_its_page() -> None:
    letters = ("R01", "Q01", "S01", "X01", "A001", "C01", "D01", "E01", "F01", "P0", "W01")
    for name in letters:
        page = BOOK / f"{where.page_of(name)}.md"
        assert "{bor-entries}" in page.read_text(encoding="utf-8"), name


def test_the_badges_are_explained_as_they_are_used() -> None:
    told = (BOOK / "how-to-use.md").read_text(encoding="utf-8")
    for kind, (short, long) in FIRMNESS.items():
        if kind not in ("case", "outside"):
            assert f"| {short} | {long} |" in told


def test_the_page_on_opening_a_lesson_has_the_anchor_that_lessons_link_to() -> None:
    assert "\n## Open a lesson live\n" in (BOOK / "how-to-use.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson", sorted(lesson_paths()))
def test_a_lesson_loses_only_the_sentence_on_running_it(lesson: str) -> None:
    text = lesson_paths()[lesson].read_text(encoding="utf-8")
    made = for_the_book(text)
    assert "Run All Cells" not in made
    before, after = text.splitlines(), made.splitlines()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][1].startswith(f"*Lesson {int(lesson[1:])}.")
    assert changed[0][1].endswith("*")


def test_the_sources_hold_lessons_theme_and_the_installed_plotly(tmp_path: Path) -> None:
    folder = ROOT / "lessons"
    assemble(BOOK, folder, tmp_path / "sources")
    made = sorted(path.name for path in (tmp_path / "sources" / "lessons").iterdir())
    kept = (*lesson_paths(folder).values(), *appendix_paths(folder))
    assert made == sorted(path.name for path in kept)
    static = tmp_path / "sources" / "_static"
    assert (static / "theme.css").read_text(encoding="utf-8") == css_variables()
    installed = files("plotly").joinpath("package_data", "plotly.min.js").read_bytes()
    assert (static / "plotly.min.js").read_bytes() == installed


def test_a_folder_without_a_book_or_without_lessons_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = str(tmp_path / "out" / "book")
    assert main(["--book", str(tmp_path), "--output", output]) == 1
    assert "conf.py" in capsys.readouterr().err
    given = ["--book", str(BOOK), "--lessons", str(tmp_path), "--output", output]
    assert main(given) == 1
    assert "no lesson" in capsys.readouterr().err


def test_a_bad_address_is_told_before_anything_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(where.LAB_VARIABLE, "not an address")
    assert main(["--book", str(BOOK), "--output", str(tmp_path / "out" / "book")]) == 1
    assert where.LAB_VARIABLE in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_lesson_that_fails_fails_the_book(tmp_path: Path) -> None:
    folder = tmp_path / "lessons"
    (folder / "quizzes").mkdir(parents=True)
    failing = LESSON.format(cell='raise RuntimeError("the well is dry")')
    (folder / "01-fails.md").write_text(failing, encoding="utf-8")
    output = tmp_path / "out" / "book"
    command = [sys.executable, "-m", "bor_widgets.printed.book", "--book", str(BOOK)]
    done = subprocess.run(
        [*command, "--lessons", str(folder), "--output", str(output), "--jobs", "1"],
        cwd=tmp_path,
        env={**os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert not output.exists()
    assert "01-fails" in done.stdout + done.stderr
    assert "the well is dry" in done.stdout + done.stderr


def test_make_knows_the_book() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^book: \$\(ENV\)/installed-book", makefile, re.MULTILINE)
    assert "requirements/book.txt" in makefile
    lock = (ROOT / "requirements" / "book.txt").read_text(encoding="utf-8").splitlines()
    run = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
    assert set(run) <= set(lock)
    for name in ("sphinx", "myst-nb", "sphinx-book-theme", "jinja2", "markupsafe"):
        assert any(line.startswith(f"{name}==") for line in lock)
