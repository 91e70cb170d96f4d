# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T62: Iraq in 2003 seen from two sides (X04, S51, S53, E83)."""

from __future__ import annotations

import pytest

from bor_widgets.theory.iraq_2003 import ACTORS, aims_in_2003, kind_of_resistance, read_iraq_2003


def test_T62_the_american_side_is_a_breakup_with_the_one_grade_a_paper_names() -> None:
    # P0 L1579-1591
    told = read_iraq_2003("United States")
    assert (told.theory, told.label, told.grade) == (
        "balance_of_relationships",
        "breakup",
        "direct",
    )


@pytest.mark.parametrize("actor", ["France", "Germany", "Russia", "China"])
def test_T62_those_who_refused_are_read_as_balancing_softly(actor: str) -> None:
    # P2 L23
    told = read_iraq_2003(actor)
    assert (told.theory, told.label) == ("soft_balancing", "soft balancing")
    assert told.grade is None
    assert {"X04", "S51"} <= {reason.rule for reason in told.reasons}


def test_T62_france_and_germany_acted_against_an_ally() -> None:
    # P2 L103
    assert [read_iraq_2003(a).target_is_ally for a in ("France", "Germany", "Russia", "China")] == [
        True,
        True,
        None,
        None,
    ]


def test_some_european_states_are_read_as_not_cooperating() -> None:
    # P2 L69
    assert kind_of_resistance("some European states") == "strategic_non_cooperation"
    assert read_iraq_2003("some European states").label == "strategic_non_cooperation"
    assert kind_of_resistance("France") == "not said"


def test_the_british_part_is_not_explained() -> None:
    assert read_iraq_2003("United Kingdom").theory == "not said"


@pytest.mark.parametrize("actor", ACTORS)
def test_every_reading_gives_its_reason(actor: str) -> None:
    assert all(reason.text for reason in read_iraq_2003(actor).reasons)


def test_the_aims_are_those_of_the_case() -> None:
    # P2 L23
    assert aims_in_2003() == ("frustrate", "delay", "undermine")


def test_another_actor_is_refused() -> None:
    with pytest.raises(ValueError, match="given was 'Spain'"):
        read_iraq_2003("Spain")
