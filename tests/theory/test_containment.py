"""Stable border ties resolve the threat of containment, as long as nobody must choose."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from bor_widgets.theory.containment import containment
from bor_widgets.theory.webs import Web, read_web
from tests.theory.strategies import for_all

STABLE = st.floats(0.1, 0.9)


@for_all(st.sampled_from((True, None)), STABLE)
def test_stable_ties_of_one_that_must_choose_resolve_nothing_and_deny_nothing(
    said: bool | None, stable: float
) -> None:
    # P0 L987-995: the paper comes to R79 from neighbours that need not take sides
    border = containment([0.9, 0.9], [False, said], -0.5, stable=stable)
    assert border.resolved == 0
    assert border.hegemon_tie == -0.5


@for_all(STABLE)
def test_all_stable_and_nobody_must_choose(stable: float) -> None:
    # R79, P0 L1006-1010: resolved, and the tie with the hegemon is free of confrontation
    border = containment([0.9, 0.9], [False, False], -0.5, stable=stable)
    assert border.resolved == 1
    assert border.hegemon_tie == 0.0


@for_all(st.sampled_from((True, False, None)), STABLE)
def test_one_tie_that_is_not_stable_resolves_nothing(said: bool | None, stable: float) -> None:
    assert containment([0.9, 0.05], [False, said], -0.5, stable=stable).resolved == -1


@pytest.mark.parametrize(("choosing", "keys"), [((), ["resolved"]), (("b",), []), (("b", "c"), [])])
def test_a_web_tells_the_rule_only_where_it_speaks(
    choosing: tuple[str, ...], keys: list[str]
) -> None:
    ties = [[0.0 if i == j else 0.8 for j in range(4)] for i in range(4)]
    reading = read_web(Web(("a", "b", "c", "h"), ties, "h", ("b", "c"), choosing))
    assert [reason.key for reason in reading.reasons if reason.rule == "R79"] == keys
    assert reading.resolved == (0 if choosing else 1)
