"""One arrangement under every definition (P1 L15-23, Q03-Q09, E40)."""

from __future__ import annotations

import pytest

from bor_widgets.theory.approach_readings import PROPERTIES, evidence_reasons, read_arrangement

HELD = dict.fromkeys(PROPERTIES, True)


@pytest.mark.parametrize("denied", PROPERTIES)
def test_one_property_denied_keeps_the_number_and_loses_the_kind(denied: str) -> None:
    # T40: never a fraction
    reading = read_arrangement(3, {**HELD, denied: False})
    assert (reading.number, reading.quality) == ("multilateral", -1)
    assert reading.missing == (denied,)
    assert reading.unjudged == ()


def test_a_property_not_judged_leaves_the_kind_open() -> None:
    reading = read_arrangement(3, {**HELD, "indivisibility": None})
    assert reading.quality == 0
    assert reading.unjudged == ("indivisibility",)


def test_only_a_pair_is_asked_about_its_pair() -> None:
    said = {"exclusive_privileges": True, "one_to_one_belief": False, "shared_interests": True}
    two = read_arrangement(2, HELD, treaty=True, **said)
    assert {reason.rule for reason in two.reasons} == {"Q03", "Q04", "Q08", "Q09"}
    three = read_arrangement(3, HELD, treaty=True, **said)
    assert {reason.rule for reason in three.reasons} == {"Q03", "Q04"}


def test_one_state_is_alone_by_number() -> None:
    assert read_arrangement(1, HELD).number == "unilateral"


def test_it_refuses_other_properties() -> None:
    with pytest.raises(ValueError, match="indivisibility, generalised_principles"):
        read_arrangement(3, {"indivisibility": True})


def test_numbers_suggest_and_one_partner_cannot_be_compared() -> None:
    keys = [reason.key for reason in evidence_reasons([0.9, 0.2], [[-0.3], [0.5]])]
    assert keys == ["case_by_case", "evens_out"]
    assert evidence_reasons([0.5, 0.5], [[-0.3], [0.1]])[0].key == "alike"
    assert evidence_reasons([], [[0.1], [0.1]])[0].key == "nothing_to_compare"
    assert evidence_reasons([0.4], [[0.1], [0.1]])[0].key == "nothing_to_compare"
