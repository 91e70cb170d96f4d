"""The analogies hold so far, and then the theories part company."""

from __future__ import annotations

import pytest

from bor_widgets.theory.long_run_analogies import (
    FIXED_STANDARD,
    bargaining_cost,
    hedge,
    part_company,
    repeated_play_cooperates,
)


def test_played_once_betrayal_is_better_and_played_on_cooperation_can_hold() -> None:
    # P0 L606-612, R63: cooperation is preferred although betrayal loses less at once
    assert repeated_play_cooperates(1.0) < 0
    assert repeated_play_cooperates(100.0) > 0


def test_a_larger_temptation_needs_a_longer_view() -> None:
    assert repeated_play_cooperates(3.0, temptation=4.0) > 0
    assert repeated_play_cooperates(3.0, temptation=20.0) < 0
    assert repeated_play_cooperates(50.0, temptation=20.0) > 0


def test_payoffs_that_are_no_dilemma_are_refused() -> None:
    with pytest.raises(ValueError, match="must rise"):
        repeated_play_cooperates(5.0, reward=9.0)
    with pytest.raises(TypeError, match="a payoff takes"):
        repeated_play_cooperates(5.0, reward=True)


def test_institutions_save_nothing_at_once() -> None:
    # P0 L600-606, R64: over the longer run
    assert bargaining_cost(1.0, 1.0) == 1.0
    assert bargaining_cost(1.0, 20.0) < bargaining_cost(0.3, 20.0) < 1.0


def test_hedging_brings_less_risk_and_no_gain() -> None:
    # P0 L612-616, R65
    gain, risk = hedge(1.0, 0.6)
    assert gain == 0.0
    assert 0.0 < risk < 0.6
    assert hedge(0.0, 0.6) == (0.0, 0.6)


def test_only_balance_of_relationships_gives_up_the_fixed_standard() -> None:
    # P0 L619-622, L1437-1441
    assert part_company("balance of relationships") is False
    assert part_company("repeated prisoner's dilemma") is True
    assert part_company("transaction-cost institutionalism") is True
    assert part_company("hedging") == "not said"
    assert len(FIXED_STANDARD) == 4
    with pytest.raises(ValueError, match="chess"):
        part_company("chess")
