"""Labels by definition: the Philippines, Turkey, Vietnam (S47, S48, E54, E55, E95)."""

from __future__ import annotations

from itertools import product

import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory.regional_pickers import (
    COUNTRIES,
    Country,
    labels,
    philippines,
    turkey,
    turkish_target,
)

SAID = Situation(deliberate=True, sustained=True, delegitimising=True)


def by_reading(country: Country, military: bool | None = None) -> dict[str, str]:
    return {one.reading: one.label for one in labels(country, SAID, military_ties=military)}


def test_the_three_policies_together_are_read_as_soft_balancing() -> None:
    # P2 L53
    assert philippines(True, True, True).label == "soft balancing"


@pytest.mark.parametrize("parts", list(product((True, False, None), repeat=3)))
def test_a_part_of_the_package_gets_no_label(parts: tuple[bool | None, ...]) -> None:
    expected = "not said" if False in parts else "open" if None in parts else "soft balancing"
    told = philippines(*parts)
    assert told.label == expected
    assert tuple(told.present.values()) == parts
    assert told.reasons[0].rule == "S48"


def test_turkeys_three_reasons_explain_the_obstruction() -> None:
    # P2 L105-111
    assert turkey(True, True, True, True).label == "obstruction"


def test_uncertain_membership_counts_only_with_the_lack_of_trust() -> None:
    told = turkey(True, True, False, True)
    assert told.present["membership"] is False
    assert told.label == "not said"
    assert turkey(True, True, None, True).label == "open"


def test_two_places_name_two_targets() -> None:
    # E54: P2 L53 and the title in P2 L61
    assert turkish_target("text")[0] == "NATO"
    assert turkish_target("title")[0] == "European Union"
    with pytest.raises(ValueError, match="given was 'note'"):
        turkish_target("note")  # type: ignore[arg-type]


def test_the_philippine_label_changes_with_the_definition() -> None:
    # E55: security ties are not clearly without arms
    assert by_reading("Philippines")["reported"] == "soft balancing"
    assert by_reading("Philippines", military=None)["definition"] == "open"
    assert by_reading("Philippines", military=False)["definition"] == "soft balancing"
    assert by_reading("Philippines", military=True)["definition"] == "complement"


def test_a_failing_criterion_settles_it_whatever_the_ties_are() -> None:
    friction = SAID.with_(deliberate=False)
    told = {one.reading: one.label for one in labels("Philippines", friction)}
    assert told["definition"] == "not soft balancing"


def test_the_vietnamese_label_moves_and_the_definition_cannot_be_tested() -> None:
    # P2 L51: known from a title only
    told = by_reading("Vietnam")
    assert told["reported"] == "from hedging to soft balancing"
    assert told["definition"] == "open"
    assert told["balance_of_relationships"] == "long-run calculation"


def test_a_student_may_supply_vietnams_tools() -> None:
    supplied = labels("Vietnam", SAID.with_(instruments=["legitimacy_denial"], concerted=True))
    assert supplied[1].label == "soft balancing"


def test_turkey_passes_the_definition_with_an_institution_as_target() -> None:
    assert by_reading("Turkey")["definition"] == "soft balancing"
    assert by_reading("Turkey")["balance_of_relationships"] == "not said"


@pytest.mark.parametrize("country", COUNTRIES)
def test_with_nothing_said_the_definition_stays_open(country: Country) -> None:
    told = labels(country)
    assert [one.reading for one in told] == ["reported", "definition", "balance_of_relationships"]
    assert told[1].label == "open"
    assert all(reason.text for one in told for reason in one.reasons)


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(ValueError, match="given was 'Peru'"):
        labels("Peru")  # type: ignore[arg-type]
