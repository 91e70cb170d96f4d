"""What is told of success, conflict and side effects, and the stretch in which success lies."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.situation import Situation
from bor_widgets.theory.externalities import HARMS
from bor_widgets.theory.soft_balancing import define
from bor_widgets.theory.success import CONDITIONS, Prospects
from bor_widgets.theory.success_band import success_band
from bor_widgets.theory.success_reasons import (
    ATTEMPT,
    conflict_reason,
    gate_reasons,
    harm_reason,
    harms_of,
    outcome_reasons,
    prospect_reasons,
    risk_level,
)

SHARES = st.floats(0.0, 1.0)


def prospects_of(count: int, open_: int, outlook: str) -> Prospects:
    """Return prospects with these counts."""
    return Prospects({}, count, open_, outlook)


@given(
    count=st.integers(0, 7),
    unjudged=st.integers(0, 7),
    margin=st.floats(0.02, 0.25),
    width=st.floats(0.1, 0.5),
)
def test_success_is_never_certain_and_never_impossible(
    count: int, unjudged: int, margin: float, width: float
) -> None:
    # T52: P2 L123, "ideals", not all of them needed
    unjudged = min(unjudged, len(CONDITIONS) - count)
    band = success_band(count, unjudged, margin=margin, width=width)
    assert 0.0 < band.low < band.high < 1.0


def test_each_condition_raises_the_stretch_and_an_open_one_only_its_upper_edge() -> None:
    # S15: likelier with them
    bands = [success_band(count) for count in range(len(CONDITIONS) + 1)]
    assert all(a.low < b.low and a.high < b.high for a, b in pairwise(bands))
    unjudged = success_band(3, 2)
    assert unjudged.low == bands[3].low
    assert unjudged.high == pytest.approx(bands[5].high)


@pytest.mark.parametrize(("count", "unjudged"), [(8, 0), (-1, 0), (5, 3), (0, -1)])
def test_there_are_seven_conditions_and_no_more(count: int, unjudged: int) -> None:
    with pytest.raises(ValueError, match="0 to 7 together"):
        success_band(count, unjudged)


def test_a_margin_that_would_reach_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="margin"):
        success_band(7, margin=0.0)


def test_no_count_is_told_as_certain_or_impossible() -> None:
    all_seven = prospect_reasons(prospects_of(7, 0, "more favourable"))
    none = prospect_reasons(prospects_of(0, 0, "less favourable"))
    assert [reason.rule for reason in all_seven] == ["S15", "S16"]
    assert all_seven[1].key == "all"
    assert none[1].key == "none"
    assert "not make it certain" in all_seven[1].text
    assert "Nowhere is it called impossible" in none[1].text


def test_where_nothing_is_judged_nothing_is_promised() -> None:
    assert prospect_reasons(prospects_of(0, 7, "mixed"))[0].key == "none_judged"


@given(rivalry=SHARES, ambition=SHARES)
def test_the_risk_has_a_level_whatever_is_set(rivalry: float, ambition: float) -> None:
    assert conflict_reason(rivalry, ambition, 0.05).rule == "S17"
    assert risk_level(0.0) == "low"
    assert risk_level(1.0) == "high"


def test_rivalry_and_ambition_make_the_risk_high() -> None:
    # T53: P2 L125
    assert conflict_reason(1.0, 1.0, 0.05).key == "high"
    assert conflict_reason(0.0, 0.0, 0.05).key == "low"


def test_the_gate_that_is_shut_is_named() -> None:
    # T54: P2 L153
    assert [reason.key for reason in gate_reasons(True, True)] == ["both"]
    assert [reason.key for reason in gate_reasons(False, True)] == ["no_deterrence"]
    assert [reason.key for reason in gate_reasons(True, False)] == ["no_management"]
    assert [reason.key for reason in gate_reasons(False, False)] == [
        "no_deterrence",
        "no_management",
    ]
    assert [reason.key for reason in gate_reasons(None, True)] == ["open"]


def test_harms_come_within_reach_in_the_papers_order() -> None:
    # P2 L153: tension, rivalry, possibly war
    assert harms_of(0.0, 1.0) == ()
    assert len(harms_of(1.0, 1.0)) == len(HARMS)
    assert "war" in harms_of(1.0, 1.0)[-1]
    assert harm_reason(0.0, 0.0).key == "none"
    assert harms_of(1.0, 1.0)[0] in harm_reason(1.0, 1.0).text


def test_an_attempt_that_failed_is_a_strategy_all_the_same() -> None:
    # T58: P2 L103
    assert define(Situation(**ATTEMPT)).label == "soft balancing"
    assert [(r.rule, r.key) for r in outcome_reasons(False, False)] == [("S49", "failed")]
    assert [(r.rule, r.key) for r in outcome_reasons(True, False)] == [("S49", "worked")]
    assert outcome_reasons(None, False) == ()
    assert [r.rule for r in outcome_reasons(None, True)] == ["S50"]
