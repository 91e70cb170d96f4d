"""The figures of small classes, worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bor_widgets.cases import cases
from bor_widgets.course.class_course import Course
from bor_widgets.course.class_figures import ClassFigures
from bor_widgets.course.class_hints import hints
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

CASE = "iraq-2003-united-states"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return small_course(tmp_path_factory.mktemp("lessons"))


def quiz(*responses: str) -> list[Said]:
    """First attempts at the three questions; "-" leaves one out."""
    return [
        answer(f"L01-{name}", response)
        for name, response in zip("abc", responses, strict=True)
        if response != "-"
    ]


def both_tests(before: str, after: str) -> list[Said]:
    """Answers to the two pairs: "y" is right, "n" wrong, "-" left out."""
    words = {"y": "yes", "n": "no"}
    return [
        answer(f"{letter}-{number}", words[one])
        for letter, given in (("B", before), ("A", after))
        for number, one in enumerate(given, start=1)
        if one != "-"
    ]


def items_of(figures: ClassFigures) -> dict[str, Any]:
    return {row.item.id: row for row in figures.lessons[0].items}


def test_difficulty_and_separation_of_four_students(tmp_path: Path, course: Course) -> None:
    found = figures_of(
        write_class(
            tmp_path,
            quiz("yes", "yes", "yes"),
            quiz("yes", "yes", "no"),
            quiz("no", "yes", "no"),
            quiz("no", "no", "no"),
        ),
        course,
    )
    rows = items_of(found)
    assert [rows[f"L01-{n}"].difficulty for n in "abc"] == [0.5, 0.75, 0.25]
    # as in the test of the statistics: 1 / sqrt(2)
    assert rows["L01-a"].separation.value == pytest.approx(0.5**0.5)
    assert rows["L01-a"].wrong.label == "Wrong of L01-a"
    assert rows["L01-a"].wrong.count == 2
    # one student alone is no frequent mistake
    assert rows["L01-b"].wrong is None


def test_only_the_first_attempt_counts_and_marks_in_the_file_do_not(
    tmp_path: Path, course: Course
) -> None:
    folder = write_class(
        tmp_path,
        # wrong, though the file says right; right at the second attempt
        [answer("L01-a", "no", right=True), answer("L01-a", "yes", right=False, attempt=2)],
        [answer("L01-a", "yes", right=True)],
        # asked for the answer, and then of course right
        [answer("L01-a", "no"), answer("L01-a", None), answer("L01-a", "yes", right=True)],
        # asked for the answer at once: no attempt
        [answer("L01-a", None), answer("L01-a", "yes", right=True)],
        # nothing at all
        [],
    )
    row = items_of(figures_of(folder, course))["L01-a"]
    assert (row.tried, row.right, row.solved, row.shown) == (3, 1, 2, 2)
    assert row.difficulty == pytest.approx(1 / 3)
    remarked = [student.remarked for student in figures_of(folder, course).students]
    assert remarked == [2, 0, 0, 0, 0]


def test_a_lesson_is_finished_when_all_is_predicted_and_closed(
    tmp_path: Path, course: Course
) -> None:
    solved = quiz("yes", "yes", "yes")
    given_up = [*quiz("yes", "yes", "-"), answer("L01-c", "no"), answer("L01-c", None)]
    lied = [*quiz("yes", "yes", "-"), answer("L01-c", "no", right=True)]
    found = figures_of(
        write_class(
            tmp_path, [predicted("b"), *solved], [predicted("a"), *given_up], solved,
            [predicted("a"), *lied], [("note", "L01/why", "text")], [],
        ),
        course,
    )  # fmt: skip
    states = [row[0] for row in found.states]
    assert states == ["done", "done", "begun", "begun", "new", "new"]
    assert found.lessons[0].states == {"done": 2, "begun": 2, "new": 2}
    assert found.lessons[0].notes == {"L01/why": 1}


def test_gain_by_hand(tmp_path: Path, course: Course) -> None:
    found = figures_of(
        write_class(
            tmp_path,
            both_tests("yn", "yy"),  # (2 - 1) / (2 - 1) = 1
            both_tests("nn", "yn"),  # (1 - 0) / (2 - 0) = 1/2
            both_tests("yy", "yn"),  # everything was right before: no value
            both_tests("y-", "--"),
            both_tests("--", "yy"),
            [],
        ),
        course,
    )
    own = [student.gain.normalised for student in found.students]
    assert own == [pytest.approx(1), pytest.approx(0.5), None, None, None, None]
    gain = found.gain
    assert (gain.both, gain.only_before, gain.only_after) == (3, 1, 1)
    # of 6 answers 3 were right before and 4 after: (4 - 3) / (6 - 3)
    assert gain.before == pytest.approx(3 / 6)
    assert gain.after == pytest.approx(4 / 6)
    assert gain.normalised == pytest.approx(1 / 3)
    assert gain.mean == pytest.approx(0.75)
    assert gain.valued == 2
    # claim 1: y n y before, y y y after; claim 2: n n y before, y n n after
    assert [row.before for row in gain.claims] == pytest.approx([2 / 3, 1 / 3])
    assert [row.after for row in gain.claims] == pytest.approx([1, 1 / 3])


def test_in_a_test_the_last_answer_counts(tmp_path: Path, course: Course) -> None:
    changed = [answer("B-1", "no"), answer("B-1", "yes"), answer("B-2", "yes"), answer("B-2", "no")]
    found = figures_of(write_class(tmp_path, changed), course)
    assert [row.right for row in found.before] == [1, 0]
    assert found.students[0].gain.before == 1


def test_the_first_prediction_counts(tmp_path: Path, course: Course) -> None:
    found = figures_of(
        write_class(
            tmp_path,
            [predicted("b", right=True), predicted("a", right=True)],
            [predicted("a")],
            [predicted("b")],
            [predicted("b")],
        ),
        course,
    )
    row = found.lessons[0].predictions[0]
    assert (row.made, row.right) == (4, 1)
    assert [(one.key, one.count, one.right) for one in row.choices] == [
        ("a", 1, True),
        ("b", 3, False),
    ]
    assert row.spread == pytest.approx(0.5)


def test_judgements_of_a_case(tmp_path: Path, course: Course) -> None:
    observed = cases[CASE].observed
    stated = observed.action if observed else ""
    found = figures_of(
        write_class(
            tmp_path,
            [expected(CASE, "mix", "indirect"), expected(CASE, "none", "none")],
            [expected(CASE, "mix")],
            [expected(CASE, "breakup", "direct")],
            [expected(CASE, "breakup", "terrible")],
        ),
        course,
    )
    (row,) = found.cases
    assert row.case.slug == CASE
    assert row.actions == {"none": 0, "compromise": 0, "mix": 2, "breakup": 2}
    assert row.grades == {"none": 0, "potential": 0, "indirect": 1, "direct": 1}
    assert row.spread == pytest.approx(2 / 3)
    assert row.observed == stated
    assert row.as_observed == row.actions.get(stated, 0)


def test_what_the_course_does_not_have_is_counted_and_left_out(
    tmp_path: Path, course: Course
) -> None:
    strange: list[Said] = [
        answer("L77-gone", "yes"),
        answer("L01-a", "no longer offered"),
        answer("L01-b", 10**400),
        predicted("z"),
        ("prediction", "L77/gone", {"choice": "a", "right": True}),
        expected("atlantis-1900", "mix"),
        expected(CASE, "surrender"),
        ("note", "L77/gone", "text"),
    ]
    found = figures_of(write_class(tmp_path, [*strange, *quiz("yes", "-", "-")]), course)
    assert found.students[0].unknown == len(strange)
    assert items_of(found)["L01-a"].difficulty == 1
    assert items_of(found)["L01-b"].tried == 0
    assert not found.cases
    assert not found.students[0].notes


def test_two_journals_with_one_name_are_marked_and_both_kept(
    tmp_path: Path, course: Course
) -> None:
    found = figures_of(
        write_class(tmp_path, [named("Ada  Li")], [named("Bo")], [named("ada li")], [], []), course
    )
    assert [student.name for student in found.students] == ["Ada Li", "ada li", "Bo", "", ""]
    assert found.twins == {0, 1}


def test_hints_name_what_is_hard_blunt_split_and_surprising(tmp_path: Path, course: Course) -> None:
    # b is hardest; who is right at a is wrong at c, so that neither goes with the rest
    rows = [("yes", "no", "no"), ("no", "no", "yes")] * 5
    class_ = [
        [*quiz(*row), predicted("b"), expected(CASE, action)]
        for row, action in zip(rows, ["mix", "breakup"] * 5, strict=True)
    ]
    found = hints(figures_of(write_class(tmp_path, *class_), course))
    assert found.hardest[0].item.id == "L01-b"
    assert {row.item.id for row in found.blunt} == {"L01-a", "L01-c"}
    assert [row.case.slug for row in found.split] == [CASE]
    assert [row.prediction.key for row in found.surprising] == ["L01/guess"]
    # four students stand for nobody else
    few = hints(figures_of(write_class(tmp_path / "few", *class_[:4]), course))
    assert not [*few.hardest, *few.blunt, *few.split, *few.surprising]


def test_a_claim_that_gained_nothing_and_one_that_was_known(tmp_path: Path, course: Course) -> None:
    class_ = [both_tests("yn", "yn")] * 5
    found = hints(figures_of(write_class(tmp_path, *class_), course))
    assert [(row.before, row.after) for row in found.known] == [(1, 1)]
    assert [(row.before, row.after) for row in found.unmoved] == [(0, 0)]
