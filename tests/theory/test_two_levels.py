# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T61: central Asia on two levels, one edge with two signs (S33 to S38, S67)."""

from __future__ import annotations

from itertools import combinations

import pytest

from bor_widgets.sources import lists
from bor_widgets.theory.provenance import phrase
from bor_widgets.theory.two_levels import (
    ACTORS,
    STRATEGIES,
    after_shock,
    edge,
    edges,
    future_order,
    level_of,
    repertoire,
    use,
)


@pytest.mark.parametrize("pair", [("Russia", "China"), ("China", "Russia")])
def test_T61_russia_and_china_compete_and_resist_together(pair: tuple[str, str]) -> None:
    # P2 L155
    told = edge(*pair)
    assert told.competes is True
    assert told.resists_together is True
    assert told.military is False
    assert told.signs == (1, -1)
    assert [reason.rule for reason in told.reasons] == ["S36"]


@pytest.mark.parametrize("other", ["Russia", "China"])
def test_american_involvement_is_resisted_without_arms(other: str) -> None:
    told = edge("United States", other)
    assert told.signs == (-1,)
    assert told.military is False
    assert told.resists_together is None


def test_of_pairs_with_a_regional_power_nothing_is_said() -> None:
    # C101: which state used which strategy is open
    for told in edges():
        if "regional" in {level_of(name) for name in told.pair}:
            assert told.signs == ()
            assert told.military is None
            assert [question.rule for question in told.open] == ["S34"]


def test_every_pair_of_the_eight_states_is_there_once() -> None:
    names = [name for level in ACTORS.values() for name in level]
    assert [told.pair for told in edges()] == list(combinations(names, 2))
    assert len(names) == 8


def test_great_powers_use_institutions_and_regional_powers_eight_strategies() -> None:
    assert repertoire("great") == ("regional_institutions",)
    told = repertoire("regional")
    assert told == STRATEGIES
    assert len(set(told)) == 8


def test_the_strategies_are_those_of_the_list_in_its_order() -> None:
    printed = [item.strip().rstrip(".") for item in lists["D58"].text.split(";")]
    ours = [phrase("central_asia", "means", name) for name in STRATEGIES]
    assert ours[:-1] == printed[:-1]
    assert {"legitimacy", "denial"} <= set(ours[-1].split()) & set(printed[-1].split())


def test_great_powers_are_proactive_and_regional_powers_defensive() -> None:
    assert use("great")[0] == "proactive"
    assert use("regional")[0] == "defensive"
    assert "mainly" in use("regional")[1].text


def test_a_shock_reaches_both_levels_and_its_direction_is_open() -> None:
    levels, questions = after_shock(True)
    assert levels == ("great", "regional")
    assert [question.rule for question in questions] == ["S67"]
    assert after_shock(False) == ((), ())


@pytest.mark.parametrize("given", [{}, {"war": "won", "russia_china": 1.0}, {"china_west": -1.0}])
def test_the_order_to_come_stays_open_whatever_is_given(given: dict[str, object]) -> None:
    assert future_order(**given) == future_order()
    assert future_order().rule == "S38"


@pytest.mark.parametrize(
    ("pair", "named"), [(("Russia", "India"), "'India'"), (("China", "China"), "'China' twice")]
)
def test_a_pair_that_is_none_is_refused(pair: tuple[str, str], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        edge(*pair)


@pytest.mark.parametrize("ask", [repertoire, use])
def test_an_unknown_level_is_refused(ask: object) -> None:
    with pytest.raises(ValueError, match="'great' or 'regional'; given was 'world'"):
        ask("world")  # type: ignore[operator]
