"""How conduct is seen, the long view and faith, told as reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.theory.provenance import OpenQuestion, Reason
from bor_widgets.theory.restraint_reasons import (
    image_reasons,
    keeping_reasons,
    likeness_reasons,
    long_view_reasons,
    mismatch_claims,
    protest_reasons,
    security_reasons,
    sincerity_reasons,
    soft_power_reasons,
)

SHARES = st.floats(0, 1)


def test_restraint_has_an_aim_and_a_sacrifice_makes_believable() -> None:
    # R05 P0 L401-403, R22 P0 L706-710, R23 P0 L710-716
    assert sincerity_reasons(0.0, {"territory": 0.0}, 0.0) == ()
    told = sincerity_reasons(0.5, {"territory": 0.2}, 0.3)
    assert [reason.rule for reason in told] == ["R05", "R22", "R23"]


@pytest.mark.parametrize(("treatment", "key"), [(0.5, "friend"), (-0.5, "badly"), (0.0, "neither")])
def test_treatment_decides_how_the_other_appears(treatment: float, key: str) -> None:
    # R29, P0 L756-764
    assert Reason("R29", key) in image_reasons(0.0, 0.0, treatment, 0.0, 0.0)


def test_only_respect_that_is_not_forced_is_won_by_example() -> None:
    # R30, P0 L327-333
    assert Reason("R30", "free") in image_reasons(0.5, 0.0, 0.0, 0.0, 0.0)
    assert Reason("R30", "forced") in image_reasons(0.5, 0.5, 0.0, 0.0, 0.0)
    assert Reason("R30", "none") in image_reasons(-0.5, 0.0, 0.0, 0.0, 0.0)


def test_adapting_eases_and_preaching_does_not() -> None:
    # R33, P0 L1372-1380
    assert Reason("R33", "eased") in image_reasons(0.0, 0.0, 0.0, 0.8, 0.1)
    assert Reason("R33", "preached") in image_reasons(0.0, 0.0, 0.0, 0.1, 0.8)
    assert Reason("R33", "even") in image_reasons(0.0, 0.0, 0.0, 0.0, 0.0)


@given(SHARES)
def test_dislike_alone_is_no_threat(dislike: float) -> None:
    # R34, P0 L935-945
    assert Reason("R34", "blocks") not in soft_power_reasons(0.0, dislike, 0.0)
    assert Reason("R34", "blocks") in soft_power_reasons(0.5, dislike, 0.0)


def test_values_that_spread_are_the_american_style() -> None:
    # R35, P0 L945-951
    assert Reason("R35", "values") in soft_power_reasons(0.2, 0.9, 0.9)
    assert Reason("R35", "apart") in soft_power_reasons(0.2, 0.9, 0.1)


def test_only_a_far_weaker_and_betrayed_party_protests() -> None:
    # R31, P0 L1555-1559
    assert protest_reasons(-0.9, True) == (Reason("R31"),)
    for capability, betrayal in ((-0.9, False), (-0.9, None), (0.0, True), (0.9, True)):
        assert protest_reasons(capability, betrayal) == ()


@given(st.floats(1, 1000), SHARES, st.floats(0.02, 0.5))
def test_differences_always_keep_an_effect_on_daily_policy(
    horizon: float, conviction: float, daily: float
) -> None:
    # R41, P0 L431-433
    assert Reason("R41") in long_view_reasons(horizon, conviction, daily)


def test_a_long_view_makes_differences_light_and_policy_odd() -> None:
    # R40 P0 L425-431, R44 P0 L675-681
    once = long_view_reasons(1.0, 1.0, 0.1)
    assert [(r.rule, r.key) for r in once] == [
        ("R40", "moment"),
        ("R41", "holds"),
        ("R44", "none"),
    ]
    assert all(r.key == "holds" for r in long_view_reasons(20.0, 1.0, 0.1))
    assert Reason("R44", "none") in long_view_reasons(20.0, 0.0, 0.1)


def test_other_theories_look_ahead_too() -> None:
    # R63 P0 L606-612, R64 P0 L600-606, R65 P0 L612-616
    long = likeness_reasons(20.0, 0.5, 0.5, 0.5)
    assert [(r.rule, r.key) for r in long] == [
        ("R63", "again"),
        ("R64", "cheaper"),
        ("R65", "averts"),
    ]
    once = likeness_reasons(1.0, 0.5, 0.0, 0.5)
    assert [(r.rule, r.key) for r in once] == [("R63", "once"), ("R64", "full")]


@pytest.mark.parametrize("stabilising", [True, False])
def test_which_way_follows_from_which_judgement_stays_open(stabilising: bool) -> None:
    # R93, P0 L578-596
    assert mismatch_claims(stabilising) == (Reason("R93", "judged"), OpenQuestion("R93"))
    assert mismatch_claims(None) == (Reason("R93", "not_judged"),)


def test_the_unclear_sentence_keeps_both_readings() -> None:
    # R94 and E33, P0 L598-600
    assert Reason("R94", "spared") in security_reasons(0.5, 0.5, "uncertainty compels")
    assert Reason("R94", "tests") in security_reasons(0.5, 0.0, "uncertainty compels")
    assert Reason("R94", "calm") in security_reasons(0.0, 0.5, "uncertainty compels")
    assert Reason("R94", "other_way") in security_reasons(0.5, 0.5, "stability compels")


def test_only_stable_ties_renew_the_belief_in_shared_fates() -> None:
    # R95, P0 L637-643
    assert Reason("R95", "grows") in security_reasons(0.5, 0.5, "uncertainty compels")
    assert Reason("R95", "still") in security_reasons(0.5, 0.0, "uncertainty compels")


def test_a_doubtful_tie_is_kept_above_all_in_isolation() -> None:
    # R46 P0 L720-726 (T20), R98 P0 L929-935, R32 P0 L345-347
    assert Reason("R46", "isolated") in keeping_reasons(0.1, 0.9, 0.5, 0.5, 0.0)
    assert Reason("R46", "holds") in keeping_reasons(0.1, 0.1, 0.5, 0.5, 0.0)
    assert Reason("R46", "useful") in keeping_reasons(0.9, 0.9, 0.5, 0.5, 0.0)
    assert Reason("R98", "both") in keeping_reasons(0.1, 0.9, 0.5, 0.5, 0.0)
    assert Reason("R98", "lacking") in keeping_reasons(0.1, 0.9, 0.0, 0.5, 0.0)
    assert Reason("R32") in keeping_reasons(0.1, 0.9, 0.5, 0.5, 0.5)
    assert Reason("R32") not in keeping_reasons(0.1, 0.9, 0.5, 0.5, 0.0)
