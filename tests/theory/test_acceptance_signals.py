# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T13 to T20: restraint that meets restraint, credibility, and the long run."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bor_widgets.theory.credibility import SACRIFICES, credibility, proper_tie, signature
from bor_widgets.theory.horizon import weight_of_differences
from bor_widgets.theory.restraint import attachment, denied_reciprocity, harmony, worry


def test_T13_harmony_needs_both_sides_and_a_fit() -> None:
    assert harmony(0.5, 0.5, True) > 0
    assert harmony(0.5, 0.5, False) < 0
    assert harmony(0.5, 0.0, True) < 0
    assert harmony(0.0, 0.5, True) < 0
    assert harmony(-0.5, 0.5, True) < 0


def test_T13_harmony_is_open_where_the_fit_is() -> None:
    assert harmony(0.5, 0.5, None) == 0
    assert harmony(0.5, -0.5, None) < 0


def test_T14_imposed_one_sided_restraint_worries_the_other() -> None:
    baseline = worry(own=0.0, other=0.0, imposed=True)
    assert worry(own=1.0, other=0.0, imposed=True) > baseline
    assert worry(own=1.0, other=0.0, imposed=False) == baseline
    assert worry(own=1.0, other=1.0, imposed=True) == baseline


@pytest.mark.parametrize("kind", SACRIFICES)
def test_T15_sacrifice_alone_makes_credible(kind: str) -> None:
    nothing = credibility({}, 0.0)
    some = credibility({kind: 0.3}, 0.0)
    more = credibility({kind: 0.9}, 0.0)
    assert nothing < some < more


def test_T15_confrontation_alone_makes_credible() -> None:
    nothing = dict.fromkeys(SACRIFICES, 0.0)
    assert credibility(nothing, 0.0) < credibility(nothing, 0.4) < credibility(nothing, 1.0)


def test_T15_the_sacrifices_are_the_papers_four() -> None:
    # P0 L708-710 (D13)
    assert set(SACRIFICES) == {"territory", "power", "energy", "economic gains"}
    with pytest.raises(ValueError, match="pride"):
        credibility({"pride": 1.0}, 0.0)


def test_T16_the_signature_is_high_for_yielding_strong_and_resisting_weak() -> None:
    high = [signature(capability=1.0, concession=1.0), signature(capability=-1.0, concession=-1.0)]
    low = [signature(capability=1.0, concession=-1.0), signature(capability=-1.0, concession=1.0)]
    equal = signature(capability=0.0, concession=1.0)
    assert min(high) > equal > max(low)
    assert equal == signature(capability=0.0, concession=-1.0)


def test_T17_an_unenacted_tie_decays_and_one_enactment_refreshes_it() -> None:
    levels = [proper_tie(0.8, rounds) for rounds in range(30)]
    assert all(later < earlier for earlier, later in pairwise(levels))
    assert proper_tie(0.8, 0) == pytest.approx(0.8)
    assert proper_tie(0.8, 0) > proper_tie(0.8, 29)


def test_T18_differences_weigh_less_in_the_long_run_and_never_nothing() -> None:
    short, long = weight_of_differences(1), weight_of_differences(100)
    assert long < short
    assert short > 0
    assert long > 0


def test_T19_denied_reciprocity_leads_through_three_states_in_order() -> None:
    # P0 L1200-1206 (D07)
    assert denied_reciprocity(True) == ("mutuality lost", "isolation", "uncertainty")
    assert denied_reciprocity(False) == ()


def test_T20_a_tie_of_little_use_is_kept_above_all_in_isolation() -> None:
    by_isolation = [attachment(usefulness=0.0, isolation=step / 10) for step in range(11)]
    assert all(strength > 0 for strength in by_isolation)
    assert all(b >= a for a, b in pairwise(by_isolation))
    assert by_isolation[-1] > by_isolation[0]
