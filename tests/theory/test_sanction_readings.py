"""One sanction, three readings (X01, E53, E80)."""

from __future__ import annotations

from itertools import product

import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory.sanction_readings import read_sanction

DELEGITIMISING = Situation(deliberate=True, sustained=True, delegitimising=True)
RETRIBUTION = Situation(deliberate=True, sustained=False, delegitimising=False, retributive=True)


def test_paired_with_repair_it_belongs_to_the_tie() -> None:
    # P0 L415-423
    told = read_sanction(RETRIBUTION, rectifies_tie=True, repaired_elsewhere=True)
    assert told.labels == ("balance of relationships",)


def test_a_lasting_attempt_to_delegitimise_is_soft_balancing() -> None:
    # P2 L95
    told = read_sanction(DELEGITIMISING, rectifies_tie=False)
    assert told.labels == ("soft balancing",)
    assert told.definition.label == "soft balancing"


def test_retribution_without_repair_is_neither() -> None:
    told = read_sanction(RETRIBUTION, rectifies_tie=True, repaired_elsewhere=False)
    assert told.labels == ("neither",)
    assert told.reasons[0].key == "neither"
    assert "S04" in [reason.rule for reason in told.reasons]


def test_a_one_off_signal_is_neither() -> None:
    told = read_sanction(DELEGITIMISING.with_(sustained=False), rectifies_tie=False)
    assert told.labels == ("neither",)


def test_both_theories_may_claim_the_same_sanction() -> None:
    # E80
    told = read_sanction(DELEGITIMISING, rectifies_tie=True, repaired_elsewhere=True)
    assert told.labels == ("balance of relationships", "soft balancing")


def test_what_is_not_said_is_not_guessed() -> None:
    told = read_sanction(Situation())
    assert (told.relationships, told.soft_balancing, told.labels) == (0, 0, ())


def test_with_arms_beside_it_soft_balancing_still_claims_it() -> None:
    assert read_sanction(DELEGITIMISING.with_(military_means=True)).labels == ("soft balancing",)


def test_a_target_that_is_no_threat_takes_the_second_reading_away() -> None:
    assert read_sanction(DELEGITIMISING, perceived_threat=False).soft_balancing == -1


@pytest.mark.parametrize("tie", list(product((True, False, None), repeat=2)))
def test_labels_follow_the_two_readings(tie: tuple[bool | None, bool | None]) -> None:
    for s in (DELEGITIMISING, RETRIBUTION, Situation()):
        told = read_sanction(s, rectifies_tie=tie[0], repaired_elsewhere=tie[1])
        assert ("balance of relationships" in told.labels) == (told.relationships > 0)
        assert ("soft balancing" in told.labels) == (told.soft_balancing > 0)
        both_fail = told.relationships < 0 and told.soft_balancing < 0
        assert (told.labels == ("neither",)) == both_fail
        assert all(reason.text for reason in told.reasons)
