"""Two restraints: harmony needs both sides; what a tie hides is not measured."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.benches.view import View
from bor_widgets.theory import Reason
from tests.charts.benches.looking import drawing, ids, looks

shown = looks("two_restraints")

TEXT = bench_text("two_restraints")
SHARES = st.floats(0, 1)
PAID = ("territory", "power", "energy", "gains")


@given(st.floats(0.01, 1), st.floats(-1, 0))
def test_one_sided_imposed_restraint_lands_in_worry_never_in_harmony(
    own: float, other: float
) -> None:
    # R21, P0 L704-706, T14
    seen = shown(own=own, other=other, imposed=True)
    assert "worry" in seen.finding.summary
    assert "R21" in ids(seen)
    active = next(z for z in drawing(seen, "restraints").data["zones"] if z["active"])
    assert active["label"] == TEXT.word("zone", "worry")


def test_harmony_needs_both_and_a_fit() -> None:
    # R20, P0 L700-702, T13
    both = {"own": 0.8, "other": 0.8}
    harmony = TEXT.word("headline", "harmony")
    assert shown(**both, compatible=True).finding.headline == harmony
    for more in ({"compatible": False}, {"compatible": True, "other": 0.0}, {"compatible": None}):
        assert shown(**{**both, **more}).finding.headline != harmony


def worry(seen: View) -> tuple[str, float]:
    """Return on which side the gauge of worry stands, and how high."""
    label, height, _ = drawing(seen, "standing").rows[1]
    return str(label), float(height)


@given(st.floats(0.05, 1), st.floats(0.05, 1), st.sampled_from([True, False, None]))
def test_where_both_hold_back_nobody_is_told_to_worry(own: float, other: float, fit: Any) -> None:
    # R21, P0 L704-706: the paper speaks of restraint that one side practises and imposes
    assert worry(shown(own=own, other=other, compatible=fit, imposed=True))[1] == 0.0


@given(st.floats(0.05, 1), st.floats(-1, 0))
def test_who_does_not_hold_back_is_the_one_that_may_worry(high: float, low: float) -> None:
    # R21: threatening or confusing to the other party
    for own, other, label in ((high, low, "the other side"), (low, high, "your side")):
        side, height = worry(shown(own=own, other=other))
        assert side == f"Worry on {label}"
        assert height == pytest.approx(high, abs=1e-3)


@given(st.floats(0.05, 1), st.floats(-1, 0), st.sampled_from([False, None]))
def test_restraint_that_is_not_imposed_is_still_restraint(
    own: float, other: float, imposed: Any
) -> None:
    # R20: one side alone makes no harmony; R21 asks for imposing, which is open or denied here
    seen = shown(own=own, other=other, imposed=imposed)
    plane = drawing(seen, "restraints")
    assert plane.title.startswith("One side alone holds back")
    assert seen.finding.summary == plane.title
    active = next(zone for zone in plane.data["zones"] if zone["active"])
    assert active["label"] == "One side alone"


@pytest.mark.parametrize(("horizon", "said"), [(1.0, "one round"), (2.0, "2 rounds")])
@pytest.mark.parametrize("look", ["meeting", "time"])
def test_one_round_is_told_as_one(look: str, horizon: float, said: str) -> None:
    seen = shown(look=look, horizon=horizon)
    name = "payoff" if look == "meeting" else "long_view"
    assert drawing(seen, name).data["at_label"] == f"you look {said} ahead"


def test_full_restraint_of_one_side_frightens_more_than_a_little() -> None:
    little, full = shown(own=0.2, other=0.0), shown(own=1.0, other=0.0)
    worry = [drawing(seen, "standing").rows[1][1] for seen in (little, full)]
    assert worry[1] > worry[0] > 0


@given(SHARES, SHARES, st.floats(1, 30))
def test_the_hidden_interest_is_never_given_a_value(
    paid: float, certainty: float, horizon: float
) -> None:
    # R43, P0 L572-578 and L687-694: "cannot immediately be estimated"
    seen = shown(**dict.fromkeys(PAID, paid), certainty=certainty, horizon=horizon)
    hidden = drawing(seen, "standing").rows[3]
    assert hidden[1] is None
    gauge = drawing(seen, "standing").data["gauges"][3]
    assert gauge["value"] is None
    payoff = drawing(seen, "payoff")
    assert len(payoff.data["lines"]) == 1
    assert payoff.data["bands"][0]["open"] is True


def test_one_round_ahead_a_concession_looks_foolish() -> None:
    # R40-R43, T18
    seen = shown(territory=0.6, horizon=1.0)
    assert drawing(seen, "payoff").title == TEXT.word("payoff", "title_closed")
    assert Reason("R42", "one_round") in seen.finding.reasons


@pytest.mark.parametrize("name", PAID)
def test_sacrifice_and_confrontation_both_make_credible(name: str) -> None:
    # R22 and R23, P0 L706-716, T15, E17
    none = {**dict.fromkeys(PAID, 0.0), "confrontation": 0.0}

    def credible(**more: float) -> float:
        return float(drawing(shown(**{**none, **more}), "standing").rows[0][1])

    assert credible(**{name: 0.8}) > credible()
    assert credible(confrontation=0.8) > credible()
    both = shown(**{**none, name: 0.5, "confrontation": 0.5})
    assert "E17" in both.finding.tensions
