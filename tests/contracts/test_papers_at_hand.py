"""The papers are compared wherever their folder is; only without one are the checks left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contracts.product_files import papers_in


def test_without_a_folder_there_is_nothing_to_compare(tmp_path: Path) -> None:
    assert papers_in(tmp_path / "nowhere") == {}


@pytest.mark.parametrize("count", [0, 1, 2, 4])
def test_a_folder_without_the_three_papers_fails(tmp_path: Path, count: int) -> None:
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text("a line", encoding="utf-8")
    with pytest.raises(pytest.fail.Exception, match=f"3 papers as .txt; it has {count}"):
        papers_in(tmp_path)


def test_three_papers_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "c", "a"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\nsecond", encoding="utf-8")
    assert papers_in(tmp_path) == {
        "P0": ("a", "second"),
        "P1": ("b", "second"),
        "P2": ("c", "second"),
    }
