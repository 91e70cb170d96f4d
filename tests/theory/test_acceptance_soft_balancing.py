# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T45 to T50, T57, T58: what soft balancing is, and when it is expected."""

from __future__ import annotations

import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory import compare
from bor_widgets.theory.soft_balancing import define, is_strategy
from bor_widgets.theory.soft_or_hard import at_threat_level, expected_by_threat

SANCTIONS = Situation(
    instruments=["sanctions"],
    deliberate=True,
    sustained=True,
    delegitimising=True,
    military_means=False,
    threat=0.6,
)


def test_T45_friction_is_not_soft_balancing_and_the_missing_criterion_is_named() -> None:
    friction = SANCTIONS.with_(instruments=[], concerted=False)
    outcome = define(friction)
    assert outcome.label == "not soft balancing"
    assert "concerted" in outcome.missing
    assert "S03" in [reason.rule for reason in outcome.reasons]


def test_T45_everything_but_concert_is_still_friction() -> None:
    outcome = define(SANCTIONS.with_(instruments=["legitimacy_denial"], concerted=False))
    assert outcome.label == "not soft balancing"
    assert outcome.missing == ("concerted",)
    assert "friction" in outcome.reasons[0].text


def test_T45_what_the_student_says_about_concert_outweighs_the_tool() -> None:
    assert define(SANCTIONS).met["concerted"] is True
    assert define(SANCTIONS.with_(concerted=False)).missing == ("concerted",)


def test_T46_a_one_off_retribution_is_not_necessarily_soft_balancing() -> None:
    outcome = define(SANCTIONS.with_(retributive=True, sustained=False))
    assert outcome.label != "soft balancing"
    retribution = next(reason for reason in outcome.reasons if reason.rule == "S04")
    assert "Not necessarily" in retribution.text


def test_T46_retribution_alone_takes_the_label_away() -> None:
    outcome = define(SANCTIONS.with_(retributive=True))
    assert outcome.label not in ("soft balancing", "complement")
    assert [reason.rule for reason in outcome.reasons] == ["S04"]


def test_T47_deliberate_sustained_delegitimising_sanctions_are_soft_balancing() -> None:
    outcome = define(SANCTIONS)
    assert outcome.label == "soft balancing"
    assert not outcome.missing
    assert not outcome.unsaid
    assert {"S01", "S02"} <= {reason.rule for reason in outcome.reasons}


@pytest.mark.parametrize("criterion", ["deliberate", "sustained", "delegitimising"])
def test_T47_each_criterion_is_needed(criterion: str) -> None:
    failing = define(SANCTIONS.with_(**{criterion: False}))
    assert failing.label == "not soft balancing"
    assert failing.missing == (criterion,)
    unsaid = define(SANCTIONS.with_(**{criterion: None}))
    assert unsaid.label == "open"
    assert unsaid.unsaid == (criterion,)


def test_T47_the_target_must_be_threatening() -> None:
    # S01 asks for a threatening target (P2 L7, L95)
    assert define(SANCTIONS, perceived_threat=False).label != "soft balancing"


def test_T48_military_means_alone_are_not_soft_balancing() -> None:
    outcome = define(SANCTIONS.with_(instruments=[], military_means=True))
    assert outcome.label == "not soft balancing"
    assert "military" in outcome.reasons[0].text


def test_T48_military_means_beside_soft_tools_make_a_complement() -> None:
    outcome = define(SANCTIONS.with_(military_means=True))
    assert outcome.label == "complement"
    assert "S10" in [reason.rule for reason in outcome.reasons]


@pytest.mark.parametrize(("existential", "expected"), [(True, "hard"), (False, "soft")])
def test_T49_survival_at_stake_leads_to_hard_and_otherwise_to_soft(
    existential: bool, expected: str
) -> None:
    assert expected_by_threat(existential) == expected
    soft = compare(Situation(existential=existential, allies=0.9)).soft_balancing
    assert soft.label == expected


@pytest.mark.parametrize("s", [Situation(existential=True), Situation(threat=1.0)])
def test_T49_the_wording_is_often(s: Situation) -> None:
    reason = next(r for r in compare(s).soft_balancing.reasons if r.rule == "S08")
    assert "often" in reason.text


def test_T50_two_strands_read_a_low_threat_differently() -> None:
    authors = at_threat_level("low", "authors")
    levick_schulz = at_threat_level("low", "levick-schulz")
    assert "soft balancing" in authors
    assert "favourable" in authors
    assert "binding" in levick_schulz
    assert "soft balancing" in at_threat_level("high", "levick-schulz")


def test_T50_an_unknown_strand_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'others'"):
        at_threat_level("low", "others")  # type: ignore[arg-type]


def test_T57_an_ally_is_admissible_where_a_threat_is_perceived() -> None:
    assert define(SANCTIONS, target="ally", perceived_threat=True).label == "soft balancing"
    without = define(SANCTIONS, target="ally", perceived_threat=False)
    assert without.label == "not soft balancing"
    assert [reason.rule for reason in without.reasons] == ["S11"]


def test_T57_an_institution_is_admissible() -> None:
    assert define(SANCTIONS, target="institution").label == "soft balancing"


def test_T57_an_unknown_target_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"state, ally, institution.*'firm'"):
        define(SANCTIONS, target="firm")  # type: ignore[arg-type]


@pytest.mark.parametrize("succeeded", [True, False, None])
def test_T58_a_failed_attempt_is_still_a_strategy(succeeded: bool | None) -> None:
    assert is_strategy(define(SANCTIONS), succeeded) is True


@pytest.mark.parametrize("succeeded", [True, False, None])
def test_T58_success_does_not_make_friction_a_strategy(succeeded: bool | None) -> None:
    assert is_strategy(define(SANCTIONS.with_(deliberate=False)), succeeded) is False
