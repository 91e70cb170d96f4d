# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T55 and T62 to T64: refusals with a citation, the Iraq cards, and where verdicts come from."""

from __future__ import annotations

import pytest

from bor_widgets.cases import cases
from bor_widgets.sources import papers, rules
from bor_widgets.theory import OPEN_QUESTIONS, ask, compare, computed_rules, respond
from bor_widgets.theory.soft_balancing import define


def test_T55_asked_for_the_instrument_it_refuses_with_the_place() -> None:
    refusals = ask("instrument")
    assert [refusal.rule for refusal in refusals] == ["S19", "S64"]
    for refusal in refusals:
        assert "P2 L113" in [str(place) for place in refusal.source.places]
        assert refusal.source.explicitness == "open"
        assert refusal.text


@pytest.mark.parametrize("question", OPEN_QUESTIONS)
def test_T55_every_open_question_names_a_rule_and_says_what_is_open(question: str) -> None:
    for refusal in ask(question):
        assert refusal.source.places
        assert refusal.text


def test_T55_a_question_that_is_not_known_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match=r"weather.*instrument"):
        ask("weather")


def test_T62_the_american_side_of_iraq_reads_as_a_breakup() -> None:
    case = cases["iraq-2003-united-states"]
    response = respond(case.situation())
    assert response.action == "breakup"
    assert response.judgement.grade == "direct"
    # the one explicit grade of threat in the paper (P0 L1579-1591)
    assert case.coding["grade"].value == "direct"
    assert case.coding["grade"].basis == "text"
    assert case.observed is not None
    assert case.observed.action == "breakup"


def test_T62_the_second_tier_powers_over_iraq_read_as_soft_balancing() -> None:
    case = cases["iraq-2003-second-tier-powers"]
    s = case.situation()
    assert {"S01", "X04"} <= set(case.explained_by)
    assert compare(s).soft_balancing.label == "soft"
    # the text does not say how long it lasted; nothing that it says speaks against the label
    outcome = define(s)
    assert not outcome.missing
    assert set(outcome.unsaid) <= set(case.open_inputs)
    completed = s.with_(**dict.fromkeys(outcome.unsaid, True))
    assert define(completed).label == "soft balancing"


@pytest.mark.parametrize("actor", ["France", "Germany", "Russia", "China"])
def test_T62_the_card_names_the_four(actor: str) -> None:
    case = cases["iraq-2003-second-tier-powers"]
    assert actor in {party.name for party in case.party if party.role == "actor"}


def test_T63_every_coded_input_has_a_place_or_is_marked_as_judgement() -> None:
    coded = [(case, coding) for case in cases.values() for coding in case.coding.values()]
    assert coded
    for case, coding in coded:
        assert coding.basis in ("text", "inferred", "judgement"), (case.slug, coding.name)
        assert coding.places or coding.basis == "judgement", (case.slug, coding.name)
        for place in coding.places:
            assert papers[place.paper].holds(place), (case.slug, coding.name, str(place))


def test_T63_inputs_that_are_not_coded_are_listed_as_open() -> None:
    for case in cases.values():
        assert set(case.coding).isdisjoint(case.open_inputs)
        assert set(case.coding) | set(case.open_inputs) == set(case.situation().values())


@pytest.mark.parametrize("rule", computed_rules())
def test_T64_every_computed_rule_resolves_to_a_place_and_an_explicitness(rule: str) -> None:
    source = rules[rule]
    assert source.places
    assert all(papers[place.paper].holds(place) for place in source.places)
    assert source.explicitness
