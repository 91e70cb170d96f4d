"""Nothing of the papers is left untaught: rules, cases, tensions and debates."""

from __future__ import annotations

import pytest

from bor_widgets.cases import cases
from bor_widgets.course.coverage import coverage, coverage_table
from bor_widgets.sources import debates, rules, tensions
from tests.lessons.lesson_files import FOLDER, ID, LESSONS

#: what the inventory of the papers counts
COUNTS = {"rules": 264, "cases": 94, "tensions": 85, "debates": 59}


def test_the_counts_are_those_of_the_inventory() -> None:
    known = {
        "rules": len(rules),
        "cases": len({case.id for case in cases.values()}),
        "tensions": len(tensions),
        "debates": len(debates),
    }
    assert known == COUNTS


@pytest.mark.parametrize("kind", COUNTS)
def test_nothing_is_untaught(kind: str) -> None:
    found = coverage(FOLDER)[kind]
    assert len(found) == COUNTS[kind]
    assert not [name for name, where in found.items() if not where]


def test_a_record_is_taught_only_where_the_prose_names_it() -> None:
    """Read the texts once more, in another way: what the table says must stand there."""
    named = {lesson.record.id: set(ID.findall(lesson.prose)) for lesson in LESSONS}
    for found in coverage(FOLDER).values():
        for name, where in found.items():
            assert set(where) == {lesson for lesson, ids in named.items() if name in ids}, name


def test_the_table_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print("\n" + coverage_table(FOLDER))
    table = coverage_table(FOLDER)
    assert "264" in table
    assert "untaught" in table
