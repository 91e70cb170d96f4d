"""What every case of the papers must fulfil, also one that is added tomorrow."""

from __future__ import annotations

import re

import pytest

from bor_widgets.cases import Case, cases, records_folder
from bor_widgets.cases.record import ACTIONS, BASES, DEPTHS, QUALITIES, ROLES
from bor_widgets.situation import parameters
from bor_widgets.sources import Place, lessons, papers, rules, tensions
from bor_widgets.theory import GRADES, compare, judge, respond, what_would_change
from bor_widgets.theory.success import prospects

each_case = pytest.mark.parametrize("case", cases.values(), ids=cases)

#: the numbers of the cases of the three papers; what is missing between them was never given
NUMBERS = (range(1, 44), range(50, 62), range(70, 109))


def sentences(text: str) -> list[str]:
    """Sentences of a text that are long enough to be recognised."""
    return [part for part in re.split(r"(?<=[.?!;])\s+", text) if len(part) > 20]


def test_there_are_94_cases_in_the_order_of_the_papers() -> None:
    expected = [f"C{n:02}" for run in NUMBERS for n in run]
    assert [case.id for case in cases.values()] == expected
    assert len(cases) == 94


def test_nothing_else_lies_in_the_folder_of_records() -> None:
    assert {path.stem for path in records_folder().iterdir()} == set(cases)


def test_only_one_event_has_a_grade_that_a_paper_states() -> None:
    # P0 L1581-1587 calls one violation direct, that of Iraq; C107 is the same event again
    stated = {
        case.id: case.coding["grade"].value
        for case in cases.values()
        if "grade" in case.coding and case.coding["grade"].basis == "text"
    }
    assert stated == {"C25": "direct", "C107": "direct"}


@each_case
def test_it_is_found_by_slug_and_by_id(case: Case) -> None:
    assert re.fullmatch(r"C\d{2,3}", case.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", case.slug)
    assert cases[case.slug] == cases[case.id] == case
    assert not case.theirs


@each_case
def test_every_reading_of_it_works(case: Case) -> None:
    situation = case.situation()
    assert judge(situation).grade in GRADES
    response = respond(situation)
    assert response.action in ACTIONS
    assert response.reasons
    ledger = compare(situation)
    assert [verdict.headline for verdict in ledger.verdicts if not verdict.headline.strip()] == []
    assert set(prospects(situation).met) >= {"legitimacy", "domestic_support"}
    assert all(change.action != response.action for change in what_would_change(situation))


@each_case
def test_its_coded_inputs_are_those_of_its_situation(case: Case) -> None:
    situation = case.situation()
    for name, coding in case.coding.items():
        assert coding.name == name
        assert getattr(situation, name) == coding.value
        assert coding.value is not None


@each_case
def test_its_open_inputs_are_exactly_the_uncoded_ones_and_stay_neutral(case: Case) -> None:
    assert set(case.open_inputs) | set(case.coding) == set(parameters())
    assert not set(case.open_inputs) & set(case.coding)
    situation = case.situation()
    for name in case.open_inputs:
        assert getattr(situation, name) == parameters()[name].neutral


@each_case
def test_every_coded_input_says_on_what_it_rests(case: Case) -> None:
    for coding in case.coding.values():
        assert coding.basis in BASES
        assert coding.why.strip(), coding.name
        if coding.basis != "judgement":
            assert coding.places, coding.name


@each_case
def test_no_number_is_said_to_stand_in_a_paper(case: Case) -> None:
    # no paper gives one: a slider's value is inferred or a judgement
    for name, coding in case.coding.items():
        if parameters()[name].kind == "slider":
            assert coding.basis != "text", name
        if isinstance(coding.value, float):
            assert coding.basis != "text", name


def cited(case: Case) -> list[Place]:
    """Every place that a case names, whatever for."""
    places = [*case.places, *(place for tie in case.tie for place in tie.places)]
    places += [place for coding in case.coding.values() for place in coding.places]
    return [*places, *(case.observed.places if case.observed else ())]


@each_case
def test_every_place_exists_in_one_of_its_papers(case: Case) -> None:
    assert case.papers
    assert case.places
    for place in cited(case):
        assert papers[place.paper].holds(place), str(place)
        assert place.paper in case.papers, str(place)
    assert {place.paper for place in case.places} == set(case.papers)


@each_case
def test_what_explains_it_exists_and_has_a_source(case: Case) -> None:
    for rule in case.explained_by:
        assert rules[rule].places
    for tension in case.tensions:
        assert tensions[tension].places
    for ids in (case.papers, case.explained_by, case.tensions, case.open, case.notes):
        assert len(set(ids)) == len(ids)


@each_case
def test_its_texts_are_whole_sentences(case: Case) -> None:
    assert case.depth in DEPTHS
    texts = [case.setting, case.done, case.reading, *case.open, *case.notes]
    texts += [coding.why for coding in case.coding.values()]
    for text in filter(None, texts):
        assert text[0].isupper() or text[0].isdigit() or text[0] in "“\"'‘", text
        assert text[-1] in ".?!”\"'’)", text
    assert case.setting
    assert case.done
    assert not case.title.endswith(".")


@each_case
def test_its_setting_does_not_tell_what_was_done(case: Case) -> None:
    for sentence in sentences(case.done):
        assert sentence.strip(" .;").lower() not in case.setting.lower()
    for sentence in sentences(case.setting):
        assert sentence.strip(" .;").lower() not in case.done.lower()


@each_case
def test_what_was_observed_is_one_of_the_actions(case: Case) -> None:
    if case.observed is not None:
        assert case.observed.action in ACTIONS
        assert case.observed.basis in BASES
        assert case.observed.why.strip()
        assert case.observed.places or case.observed.basis == "judgement"


@each_case
def test_its_countries_are_codes_and_its_years_are_in_order(case: Case) -> None:
    assert all(re.fullmatch(r"[A-Z]{3}", code) for code in case.countries)
    assert len(set(case.countries)) == len(case.countries)
    if case.first_year is not None and case.last_year is not None:
        assert case.first_year <= case.last_year


@each_case
def test_its_ties_join_two_of_its_parties(case: Case) -> None:
    names = [party.name for party in case.party]
    assert len(set(names)) == len(names)
    assert all(party.role in ROLES for party in case.party)
    joined = []
    for tie in case.tie:
        assert set(tie.between) <= set(names)
        assert tie.between[0] != tie.between[1]
        assert tie.quality in QUALITIES
        assert tie.basis in BASES
        assert tie.places or tie.basis == "judgement"
        joined.append(frozenset(tie.between))
    assert len(set(joined)) == len(joined), "a tie is told twice"


@each_case
def test_actor_and_counterpart_are_its_parties(case: Case) -> None:
    for role, named in (("actor", case.actor), ("counterpart", case.counterpart)):
        parties = [party.name for party in case.party if party.role == role]
        # a record may leave open who acts, and then has no party for it
        assert bool(parties) == bool(named), role
        if len(parties) == 1:
            assert parties == [named]
        told = [name for name in parties if name in named]
        assert len(told) in (0, len(parties)), "some are named and some are not"


@each_case
def test_a_lesson_teaches_it(case: Case) -> None:
    assert case.lessons
    assert all(case.id in lessons[lesson].cases for lesson in case.lessons)


@each_case
def test_it_cannot_be_changed_by_accident(case: Case) -> None:
    with pytest.raises((AttributeError, TypeError)):
        case.title = "another"  # type: ignore[misc]
    with pytest.raises(TypeError):
        case.coding["threat"] = None  # type: ignore[index]


def test_iraq_2003_is_a_breakup_for_one_theory_and_soft_balancing_for_the_other() -> None:
    # T62 with X04: one event, two actors, two theories
    invader = cases["C25"]
    assert invader.actor == "United States"
    assert respond(invader.situation()).action == "breakup"
    assert invader.observed is not None
    assert invader.observed.action == "breakup"
    others = cases["C70"]
    assert others.papers == ("P2",)
    assert compare(others.situation()).soft_balancing.label != "none"
