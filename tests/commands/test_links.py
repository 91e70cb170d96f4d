"""`bor links`: every link leads where it says, and bad input is refused in one sentence."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.benches.text import bench_text
from bor_widgets.cli import main
from bor_widgets.commands.links import BEGIN, END
from bor_widgets.widgets.bench_saved import from_link
from bor_widgets.widgets.bench_state import BenchState
from tests.repo.product import ROOT

LINK = re.compile(r"\]\((https?://[^)\s]+)\)")


@pytest.fixture(autouse=True)
def no_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the surroundings names a repository."""
    for name in ("BOR_BOOK_REPOSITORY", "BOR_BOOK_BRANCH", "BOR_BOOK_BINDER"):
        monkeypatch.delenv(name, raising=False)


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["links", *words]) == 0
    return capsys.readouterr().out


def urlpaths(text: str) -> list[str]:
    return [parse_qs(urlsplit(link).query)["urlpath"][0] for link in LINK.findall(text)]


def test_every_lesson_opens_as_notebook_and_page_with_its_bench(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = printed(capsys, "--repository", "owner/name")
    rows = [line for line in text.splitlines() if re.match(r"\| \d+\. ", line)]
    assert len(rows) == 12
    benches = {bench.lesson: bench for bench in bench_names().values()}
    for number, row in enumerate(rows, start=1):
        lab, page, bench = urlpaths(row)
        (lesson,) = (ROOT / "lessons").glob(f"{number:02d}-*.md")
        assert lab == f"lab/tree/lessons/{lesson.name}"
        assert page == f"bor/{lesson.stem}.ipynb"
        place, _, state = bench.partition("?s=")
        assert place == f"bor/{benches[f'L{number:02d}'].notebook}"
        assert (ROOT / "notebooks" / Path(place).name).is_file()
        opened = BenchState(bench_text(Path(place).stem.replace("-", "_")))
        snapshot, left_out = from_link(opened, state)
        assert left_out == []
        # a question that is open: no link gives an answer away
        asked = opened.phases[snapshot.phase]
        assert asked.step.ask
        assert not asked.revealed


def test_the_badge_leads_to_lesson_1(capsys: pytest.CaptureFixture[str]) -> None:
    first, *rest = printed(capsys, "--repository", "owner/name").splitlines()
    assert urlpaths(first) == ["lab/tree/lessons/01-the-puzzle.md"]
    picture = re.search(r"!\[[^\]]+\]\(([^)]+)\)", first)
    assert picture is not None
    assert (ROOT / picture[1]).is_file()
    assert "bor/index.ipynb" in urlpaths("\n".join(rest))


@pytest.mark.parametrize(
    ("words", "root"),
    [
        (["--repository=o/n.x"], "https://mybinder.org/v2/gh/o/n.x/HEAD"),
        (["--repository=https://github.com/o/n.git"], "https://mybinder.org/v2/gh/o/n/HEAD"),
        (["--repository=o/n", "--branch=a/b"], "https://mybinder.org/v2/gh/o/n/a%2Fb"),
        (["--repository=o/n", "--binder=http://b.org/"], "http://b.org/v2/gh/o/n/HEAD"),
        (
            ["--repository=https://git.uni.edu/g/n"],
            "https://mybinder.org/v2/git/https%3A%2F%2Fgit.uni.edu%2Fg%2Fn/HEAD",
        ),
    ],
)
def test_where_binder_finds_the_repository(
    words: list[str], root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = LINK.findall(printed(capsys, *words))
    assert found
    assert {link.partition("?")[0] for link in found} == {root}


def test_what_the_book_is_told_is_known_here(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOR_BOOK_REPOSITORY", "https://github.com/o/n")
    monkeypatch.setenv("BOR_BOOK_BRANCH", "taught")
    assert "https://mybinder.org/v2/gh/o/n/taught?" in printed(capsys)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "--repository OWNER/NAME"),
        (["--repository=name"], "'name'"),
        (["--repository=o/n/x"], "'o/n/x'"),
        (["--repository=https://"], "'https://'"),
        (["--repository=o/n)](x"], "OWNER/NAME"),
        (["--repository=o/n", "--binder=mybinder"], "'mybinder'"),
    ],
)
def test_bad_addresses_are_refused(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links", *words]) == 1
    caught = capsys.readouterr()
    assert caught.out == ""
    assert said in caught.err
    assert len(caught.err.splitlines()) == 1


def test_one_command_renews_the_links_in_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "README.md"
    file.write_text(f"# Title é\n\n{BEGIN}\nold\n{END}\n\nmore\n", encoding="utf-8")
    assert main(["links", "--repository=a/b", f"--write={file}"]) == 0
    once = file.read_text(encoding="utf-8")
    assert once.startswith(f"# Title é\n\n{BEGIN}\n[![")
    assert once.endswith(f"\n{END}\n\nmore\n")
    assert "old" not in once
    assert main(["links", "--repository=c/d", f"--write={file}"]) == 0
    twice = file.read_text(encoding="utf-8")
    assert "/gh/a/b/" not in twice
    assert twice == once.replace("/gh/a/b/", "/gh/c/d/")
    # the first page, and three for each of twelve lessons
    assert len(set(LINK.findall(twice))) == 37
    assert "37 places" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", BEGIN, f"{END}\n{BEGIN}", f"{BEGIN}{BEGIN}{END}"])
def test_a_file_without_a_place_is_left_alone(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "README.md"
    file.write_text(text)
    assert main(["links", "--repository=a/b", f"--write={file}"]) == 1
    assert file.read_text() == text
    assert "README.md has no place for the links" in capsys.readouterr().err


def test_a_missing_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "--repository=a/b", f"--write={tmp_path / 'none.md'}"]) == 1
    assert "none.md cannot be used" in capsys.readouterr().err
