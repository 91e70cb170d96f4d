"""Diffuse reciprocity: single losses do not matter if the long run pays (Q07, E44)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import strategies as st

from bor_widgets.theory.diffuse_reciprocity import reciprocity
from tests.theory.strategies import for_all

amounts = st.floats(-10.0, 10.0, allow_nan=False)
tables = st.lists(st.lists(amounts, min_size=2, max_size=2), min_size=1, max_size=6)


def test_losses_on_single_issues_are_made_up_for() -> None:
    account = reciprocity([[-1.0, 0.5], [-0.5, 2.0]])
    assert account.running == (-0.5, 1.0)
    assert account.losses == 2
    assert account.every_time is False
    assert account.diffuse == 1
    assert "long run makes up" in account.reasons[0].text


def test_a_loss_in_the_long_run_ends_it() -> None:
    account = reciprocity([[1.0], [-3.0]])
    assert account.diffuse == -1
    assert "does not hold" in account.reasons[0].text


def test_a_gain_each_time_is_more_than_is_asked() -> None:
    account = reciprocity([[1.0, 0.0], [0.5, 0.5]])
    assert (account.every_time, account.diffuse) == (True, 1)
    assert "more than" in account.reasons[0].text


@pytest.mark.parametrize("amount", [-1.0, 1.0])
def test_one_occasion_is_no_long_run(amount: float) -> None:
    account = reciprocity([[amount]])
    assert account.diffuse == 0
    assert account.reasons[0].key == "one_occasion"


@for_all(tables)
def test_it_depends_on_the_sum_alone(table: list[list[float]]) -> None:
    account = reciprocity(table)
    total = sum(sum(row) for row in table)
    assert account.running[-1] == pytest.approx(total, abs=1e-9)
    assert len(account.running) == len(table)
    if abs(total) > 1e-6:
        assert account.diffuse == (1 if total > 0 else -1)
    assert reciprocity(np.array(table)) == account


@for_all(tables)
def test_no_loss_on_any_occasion_is_diffuse_too(table: list[list[float]]) -> None:
    if reciprocity(table).every_time:
        assert reciprocity(table).diffuse == 1


@pytest.mark.parametrize("bad", [[], [[]], [[1.0], []], [[float("nan"), 1.0]]])
def test_what_is_no_account_is_refused(bad: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="balances takes"):
        reciprocity(bad)
