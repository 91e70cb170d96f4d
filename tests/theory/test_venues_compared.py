"""One question, three papers (X03, X09 to X11; E81, E86, E89, E97, E98)."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from bor_widgets.theory.venues_compared import (
    Expectation,
    expected_venues,
    flows,
    many_pairs,
    unbound,
)
from tests.theory.strategies import for_all, numbers


def by_paper(told: tuple[Expectation, ...]) -> dict[str, str]:
    assert {one.paper for one in told} == {"P0", "P1", "P2"}
    assert all(one.reason.text for one in told)
    return {one.paper: one.label for one in told}


def test_many_pairs_treated_case_by_case_are_not_multilateral() -> None:
    # E89: multilateral by number, and not by quality
    told = many_pairs([0.9, 0.4, 0.1], indivisibility=True, diffuse_reciprocity=True)
    assert (told.number, told.label) == ("multilateral", "multi-bilateral")


def test_alike_treatment_is_one_property_of_three() -> None:
    alike = [0.5, 0.5, 0.5]
    assert many_pairs(alike, True, True).label == "multilateral"
    assert many_pairs(alike, False, True).label == "neither"
    assert many_pairs(alike).label == "open"


def test_one_partner_is_a_pair() -> None:
    assert many_pairs([0.3]).label == many_pairs([0.3]).number == "bilateral"


@for_all(st.lists(numbers(0.0, 1.0), min_size=1, max_size=6))
def test_case_by_case_is_never_called_multilateral(treatment: list[float]) -> None:
    told = many_pairs(treatment, True, True)
    if max(treatment) - min(treatment) > 0.5:
        assert told.label == "multi-bilateral"
    if max(treatment) == min(treatment) and len(treatment) > 1:
        assert told.label == "multilateral"


def test_each_paper_expects_its_own_venue() -> None:
    # E86
    assert by_paper(expected_venues(1962, "small")) == {
        "P1": "bilateral",
        "P0": "bilateral",
        "P2": "regional institutions",
    }
    assert by_paper(expected_venues(2005, "middle"))["P1"] == "multilateral"
    assert by_paper(expected_venues(1900, "great")) == {
        "P1": "not said",
        "P0": "bilateral",
        "P2": "not said",
    }


def test_the_era_moves_one_paper_only() -> None:
    then, now = by_paper(expected_venues(1962, "small")), by_paper(expected_venues(2015, "small"))
    assert [paper for paper in then if then[paper] != now[paper]] == ["P1"]


def test_the_strong_protect_or_concede_and_the_weak_pay_or_use_institutions() -> None:
    # P1 L27, P0 L1326-1332, P2 L137
    assert by_paper(flows(0.7)) == {"P1": "gives protection", "P0": "concedes", "P2": "not said"}
    assert by_paper(flows(-0.7)) == {
        "P1": "gives patronage",
        "P0": "not said",
        "P2": "uses institutions",
    }
    assert set(by_paper(flows(0.0)).values()) == {"not said"}


@for_all(numbers(-1.0, 1.0))
def test_only_the_sign_of_the_gap_decides(capability: float) -> None:
    sign = (capability > 0) - (capability < 0)
    assert by_paper(flows(capability)) == by_paper(flows(float(sign)))


def test_a_capability_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match=r"capability takes a number from -1 to 1; given was 2"):
        flows(2.0)


def test_unwilling_to_be_bound_leads_to_three_venues() -> None:
    # E98
    assert by_paper(unbound(False)) == {
        "P1": "unilateral",
        "P0": "bilateral or multi-bilateral",
        "P2": "soft rules",
    }


@pytest.mark.parametrize("will", [True, None])
def test_otherwise_nothing_follows(will: bool | None) -> None:
    assert set(by_paper(unbound(will)).values()) == {"not said"}
