"""Indivisibility: the shares of costs and benefits, and the scope read off them (Q05)."""

from __future__ import annotations

from itertools import chain
from typing import Any

import numpy as np
import pytest
from hypothesis import strategies as st

from bor_widgets.theory.cost_sharing import scope, shares
from tests.theory.strategies import for_all, numbers

counts = st.integers(2, 6)
reach = numbers(0.0, 1.0)


def test_without_scope_all_falls_where_the_action_began() -> None:
    table = shares(3, 2, 0.0, 0.0, state=2, issue=1)
    assert table == [[0.0, 0.0], [0.0, 0.0], [0.0, 1.0]]
    assert scope(table) == (0.0, 0.0)


def test_with_full_scope_costs_and_benefits_are_spread_over_the_whole_set() -> None:
    # P1 L23: the scope is both geographic and functional
    assert list(chain(*shares(4, 2, 1.0, 1.0))) == pytest.approx([1 / 8] * 8)


def test_the_two_scopes_are_told_apart() -> None:
    rows = shares(2, 2, 1.0, 0.0)
    assert rows == [[0.5, 0.0], [0.5, 0.0]]
    assert scope(rows) == (1.0, 0.0)


@for_all(counts, counts, reach, reach)
def test_the_parts_are_one_whole_and_the_scope_can_be_read_back(
    states: int, issues: int, geographic: float, functional: float
) -> None:
    table = shares(states, issues, geographic, functional)
    assert sum(chain(*table)) == pytest.approx(1.0)
    assert min(chain(*table)) >= 0.0
    assert scope(table) == pytest.approx((geographic, functional))
    assert scope(np.array(table)) == pytest.approx((geographic, functional))


@for_all(counts, counts, reach, reach, st.floats(0.01, 1000.0))
def test_the_scope_does_not_depend_on_how_large_the_costs_are(
    states: int, issues: int, geographic: float, functional: float, size: float
) -> None:
    table = np.array(shares(states, issues, geographic, functional))
    assert scope(size * table) == pytest.approx(scope(table))


def test_a_set_of_one_is_covered_whole() -> None:
    assert shares(1, 1, 0.3, 0.3) == [[1.0]]
    assert scope([[5.0]]) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((0, 2, 0.5, 0.5), r"states takes a whole number from 1 upwards; given was 0"),
        ((2, True, 0.5, 0.5), r"issues takes .*given was True"),
        ((2, 2, 1.5, 0.5), r"geographic takes .*0 to 1; given was 1.5"),
        ((2, 2, 0.5, -0.1), r"functional takes .*given was -0.1"),
    ],
)
def test_what_makes_no_table_is_refused_by_name(given: tuple[Any, ...], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        shares(*given)


def test_a_place_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="state takes a number from 0 to 1; given was 2"):
        shares(2, 2, 0.5, 0.5, state=2)


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ([], r"rows of lengths \[\]"),
        ([[]], r"rows of lengths \[0\]"),
        ([[1.0], [1.0, 2.0]], r"rows of lengths \[1, 2\]"),
        ([[0.0, 0.0]], "only zeros"),
        ([[1.0, -1.0]], "given was -1.0"),
    ],
)
def test_a_table_without_meaning_is_refused(table: Any, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        scope(table)
