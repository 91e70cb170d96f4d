"""Yes, no and open; harmony; prospects and their restraint; whole ledgers."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import strategies as st

from bor_widgets.situation import Situation
from bor_widgets.theory import WORDINGS, Calibration, Wording, compare
from bor_widgets.theory.arithmetic import all_of, answer, any_of, leaning
from bor_widgets.theory.comparison import names_an_adversary
from bor_widgets.theory.credibility import SACRIFICES, credibility, signature
from bor_widgets.theory.horizon import weight_of_differences
from bor_widgets.theory.restraint import attachment, harmony, worry
from bor_widgets.theory.soft_balancing import define
from bor_widgets.theory.success import conflict_risk, prospects
from bor_widgets.theory.venue import by_quality
from tests.theory.strategies import calibrations, for_all, numbers, situations

leanings = st.sampled_from((-1, 0, 1))
criteria = st.one_of(st.none(), st.booleans(), numbers(0.0, 1.0))
restraints, shares = numbers(-1.0, 1.0), numbers(0.0, 1.0)


@pytest.mark.parametrize("pair", [*product((-1, 0, 1), repeat=2)])
def test_all_and_any_are_the_three_valued_logic_of_kleene(pair: tuple[int, int]) -> None:
    a, b = pair
    if 0 not in pair:
        assert all_of(a, b) == (1 if a == b == 1 else -1)
        assert any_of(a, b) == (1 if 1 in pair else -1)
    # open stays open exactly where the other side does not settle the matter
    assert (all_of(a, b) == 0) == (0 in pair and -1 not in pair)
    assert (any_of(a, b) == 0) == (0 in pair and 1 not in pair)


@for_all(st.lists(leanings, min_size=1, max_size=6))
def test_all_and_any_mirror_each_other(values: list[int]) -> None:
    assert all_of(*values) == -any_of(*(-value for value in values))
    assert all_of(*values) == all_of(*reversed(values))


@for_all(st.lists(criteria, min_size=1, max_size=6))
def test_one_no_settles_all_and_one_yes_settles_any(values: list[bool | float | None]) -> None:
    read = [leaning(value) for value in values]
    assert set(read) <= {-1, 0, 1}
    assert all_of(*read, -1) == -1
    assert any_of(*read, 1) == 1


def test_a_criterion_leans_to_yes_above_the_middle_and_is_open_on_it() -> None:
    assert [leaning(v) for v in (True, False, None)] == [1, -1, 0]
    assert [leaning(v) for v in (1.0, 0.51, 0.5, 0.49, 0.0)] == [1, 1, 0, -1, -1]
    assert [answer(code) for code in (1, 0, -1)] == [True, None, False]


@for_all(st.lists(shares, min_size=1, max_size=6))
def test_leanings_of_one_and_of_many_agree(values: list[float]) -> None:
    many = leaning(np.array(values))
    assert many.tolist() == [leaning(value) for value in values]
    assert all_of(many, 1).tolist() == [all_of(leaning(value), 1) for value in values]
    assert any_of(many, -1).tolist() == [any_of(leaning(value), -1) for value in values]


@for_all(restraints, restraints, criteria)
def test_harmony_is_the_same_from_both_sides(a: float, b: float, fit: bool | float | None) -> None:
    assert harmony(a, b, fit) == harmony(b, a, fit)
    if a <= 0 or b <= 0:
        assert harmony(a, b, fit) < 0


@for_all(restraints, restraints, restraints)
def test_worry_never_falls_as_the_imposed_restraint_grows(a: float, b: float, other: float) -> None:
    low, high = sorted((a, b))
    assert 0.0 <= worry(low, other, True) <= worry(high, other, True) <= 1.0


@for_all(st.sampled_from(SACRIFICES), shares, shares, shares)
def test_credibility_never_falls_with_sacrifice_or_confrontation(
    kind: str, a: float, b: float, confrontation: float
) -> None:
    low, high = sorted((a, b))
    assert credibility({kind: low}, confrontation) >= 0.0
    assert (
        credibility({kind: low}, confrontation) <= credibility({kind: high}, confrontation) <= 1.0
    )
    assert credibility({kind: confrontation}, low) <= credibility({kind: confrontation}, high)


@for_all(restraints, restraints)
def test_the_signature_is_mirrored_when_strong_and_weak_change_places(
    c: float, give: float
) -> None:
    assert 0.0 <= signature(c, give) <= 1.0
    assert signature(c, give) == pytest.approx(signature(-c, -give))
    assert signature(c, give) + signature(-c, give) == pytest.approx(1.0)


@for_all(st.integers(1, 10_000), st.integers(1, 10_000))
def test_differences_weigh_less_the_longer_the_horizon(a: int, b: int) -> None:
    short, long = sorted((a, b))
    assert 0.0 < weight_of_differences(long) <= weight_of_differences(short) <= 1.0


@for_all(shares, shares, shares)
def test_attachment_never_falls_with_isolation_and_never_vanishes(
    a: float, b: float, usefulness: float
) -> None:
    low, high = sorted((a, b))
    assert 0.0 < attachment(usefulness, low) <= attachment(usefulness, high) <= 1.0


@for_all(situations("soft", "success"))
def test_prospects_are_counted_and_never_certain_or_impossible(s: Situation) -> None:
    outlook = prospects(s)
    assert len(outlook.met) == 7
    assert outlook.count == sum(holds is True for holds in outlook.met.values())
    assert outlook.open == sum(holds is None for holds in outlook.met.values())
    assert outlook.outlook in ("less favourable", "mixed", "more favourable")


@for_all(shares, shares, shares, shares)
def test_conflict_risk_never_vanishes_and_no_condition_lowers_it(
    rivalry: float, ambition: float, conditions: float, more: float
) -> None:
    risk = conflict_risk(rivalry, ambition, conditions)
    assert 0.0 < risk <= 1.0
    assert risk == conflict_risk(rivalry, ambition, more)
    assert risk <= conflict_risk(max(rivalry, more), ambition, conditions)


@for_all(criteria, criteria, criteria)
def test_quality_never_depends_on_the_order_of_the_properties(
    a: bool | float | None, b: bool | float | None, c: bool | float | None
) -> None:
    assert by_quality(a, b, c) == by_quality(c, a, b) == by_quality(b, c, a)


@for_all(situations("definition"))
def test_the_definition_accounts_for_every_criterion(s: Situation) -> None:
    outcome = define(s)
    assert set(outcome.missing) == {name for name, holds in outcome.met.items() if holds is False}
    assert set(outcome.unsaid) == {name for name, holds in outcome.met.items() if holds is None}
    assert (outcome.label in ("soft balancing", "complement")) == all(outcome.met.values())
    assert (outcome.label == "not soft balancing") == bool(outcome.missing)
    assert outcome.reasons
    assert all(reason.text for reason in outcome.reasons)


@for_all(
    situations("power", "soft", "venue"), st.sampled_from(WORDINGS), calibrations(), examples=150
)
def test_every_ledger_can_be_told_in_words(
    s: Situation, wording: Wording, calibration: Calibration
) -> None:
    ledger = compare(s, wording=wording, calibration=calibration)
    assert len(ledger.verdicts) == 4
    for verdict in ledger.verdicts:
        assert verdict.headline
        assert verdict.title
        assert verdict.reasons
        assert all(reason.text for reason in verdict.reasons)
        assert all(question.text for question in verdict.open)
    for disagreement in ledger.disagreements:
        assert disagreement.text
        assert disagreement.tension.id == disagreement.id


@for_all(situations(), calibrations())
def test_no_ledger_predicts_an_instrument(s: Situation, calibration: Calibration) -> None:
    soft = compare(s, calibration=calibration).soft_balancing
    assert soft.label == "none" or "S19" in [question.rule for question in soft.open]


@pytest.mark.parametrize(
    ("theory", "named"),
    [("balance_of_power", True), ("soft_balancing", True), ("balance_of_relationships", False)],
)
def test_balance_of_relationships_alone_names_no_adversary(theory: str, named: bool) -> None:
    says, reason = names_an_adversary(theory)
    assert says is named
    assert reason.text
