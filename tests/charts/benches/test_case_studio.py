"""Case studio: one case under four theories, a sanction under its aims, and your own coding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.cases import cases
from bor_widgets.charts.benches.case_studio import locks, markdown, pick, view
from bor_widgets.charts.case_page import telling_inputs
from bor_widgets.sources import Place, lessons, papers
from bor_widgets.theory import NEUTRAL, Reason
from tests.charts.benches.studio import SLUGS, TEXT, after, names, shown, sources, table
from tests.hostile import TEXTS


# T62, X04: P0 L1579-1591, P2 L23
@pytest.mark.parametrize(
    ("actor", "called"),
    [
        ("United States", "breakup"),
        ("France", "soft balancing"),
        ("Germany", "soft balancing"),
        ("Russia", "soft balancing"),
        ("China", "soft balancing"),
        ("some European states", "strategic non-cooperation"),  # P2 L69
        ("United Kingdom", "not said"),
    ],
)
def test_iraq_is_breakup_for_one_and_soft_balancing_for_others(actor: str, called: str) -> None:
    seen = shown(case="iraq-2003-two-lenses", expected="shown", actor=actor)
    label, grade = table(seen, "sides")[actor]
    assert called in label["text"]
    # the one grade that the paper names
    assert (grade["text"] == "direct") == (actor == "United States")
    assert grade["open"] == (actor != "United States")
    claims = table(seen, "theories")
    assert "claims it" in claims["Balance of relationships"][1]["text"]
    assert "claims it" in claims["Soft balancing"][1]["text"]
    assert actor in seen.finding.summary


def test_the_american_grade_is_coded_direct_and_leads_to_breakup() -> None:
    # P0 L1579-1589, R02, R13: power on the American side changes nothing about it
    for case in ("iraq-2003-united-states", "iraq-2003-two-lenses"):
        seen = shown(case=case, expected="balance_of_relationships")
        assert seen.finding.tone == "breakup"
        assert "R02" in sources(seen)
        assert all(
            (claim.rule, claim.key) != ("R10", "overruled")
            for claim in seen.finding.reasons
            if isinstance(claim, Reason)
        )


@pytest.mark.parametrize("case", SLUGS)
def test_nothing_of_the_deed_is_on_the_page_before_a_prediction(case: str) -> None:
    record = cases[case]
    seen = shown(case=case)
    page = " ".join([seen.finding.summary, *(drawing.alt for drawing in seen.drawings)])
    text = markdown(TEXT.checked({"case": case}), NEUTRAL)
    for telling in (record.done, record.reading):
        assert telling not in page
        assert telling not in text
    assert not {"told", "sides", "labels"} & set(names(seen))
    assert not any("claims" in row[1]["text"] for row in table(seen, "theories").values())
    fixed = locks(TEXT.checked({"case": case})) or {}
    for name in telling_inputs(record):
        assert fixed[name].value == TEXT.parameters[name].neutral
        assert fixed[name].final
    told = shown(case=case, expected="venue")
    assert record.done in next(d for d in told.drawings if d.name == "told").alt


@pytest.mark.parametrize("case", SLUGS)
def test_every_coded_input_has_its_place_and_every_other_is_yours(case: str) -> None:
    # T63
    values = TEXT.checked({"case": case, "expected": "shown"})
    fixed, record = locks(values) or {}, cases[case]
    assert set(fixed) == set(record.coding) & TEXT.judged
    for name, lock in fixed.items():
        assert lock.flag == record.coding[name].basis
        assert lock.value == record.coding[name].value
        for place in record.coding[name].places:
            assert papers[place.paper].holds(place)
            assert str(place) in lock.reason


def test_every_coding_of_the_lessons_cases_can_be_shown() -> None:
    ids = set(lessons["L12"].cases)
    assert {cases[slug].id for slug in SLUGS} == ids
    for slug in SLUGS:
        assert set(cases[slug].coding) <= TEXT.judged


def test_a_prediction_stays() -> None:
    values = TEXT.checked({"case": "iraq-2003-united-states"})
    values = after(values, "theories", "expect:soft_balancing")
    assert values["expected"] == "soft_balancing"
    row = table(view(values, NEUTRAL), "theories")["Soft balancing"][1]
    # the record names rules of one paper for this side of the war
    assert "does not claim it" in row["text"]
    assert after(values, "theories", "expect:balance_of_relationships") == values


def test_a_lock_holds_until_it_is_unlocked() -> None:
    values = TEXT.checked({"case": "iraq-2003-united-states", "expected": "shown"})
    moved = TEXT.checked({**values, "grade": "none"})
    assert view(moved, NEUTRAL) == view(values, NEUTRAL)
    free = after(moved, "coding", "grade")
    assert free["grade"] == "direct"  # it opens where the paper put it
    assert view({**free, "grade": "none"}, NEUTRAL).finding.tone == "none"
    assert view(after(free, "coding", "grade"), NEUTRAL) == view(values, NEUTRAL)


def test_what_is_held_back_cannot_be_unlocked() -> None:
    values = TEXT.checked({"case": "iraq-2003-united-states"})
    assert pick(values, "unlock", "grade") == {}
    assert pick(values, "coding", "grade") == {}


@pytest.mark.parametrize("what", ["theories", "coding", "sides", "labels", "sanction", "parting"])
@pytest.mark.parametrize("key", [*TEXTS[:6], "", "lens:", "expect:shown", "venue:lens"])
def test_a_key_that_no_cell_has_changes_nothing(what: str, key: str) -> None:
    assert pick(TEXT.neutral(), what, key) == {}


# E55, E95: P2 L51-53, S20, S48, R65
@pytest.mark.parametrize(
    ("case", "state", "reported"),
    [
        ("philippines-2016-south-china-sea", "Philippines", "soft balancing"),
        ("vietnam-china", "Vietnam", "from hedging to soft balancing"),
    ],
)
def test_the_label_changes_with_the_definition(case: str, state: str, reported: str) -> None:
    seen = shown(case=case, expected="shown")
    by_scholar, by_test, by_tie = table(seen, "labels")[state]
    assert by_scholar["text"] == reported
    assert by_test["open"]
    assert "long-run" in by_tie["text"]
    assert "changes with the definition" in seen.drawings[0].title
    other = shown(case=case, expected="shown", definition="balance_of_relationships")
    assert "long-run" in other.finding.summary


@given(st.floats(-1, 1), st.floats(0, 1))
def test_power_does_not_move_the_reading_of_the_tie(power: float, threat: float) -> None:
    # R11, P0 L1518-1533
    read = [
        table(shown(case="own", threat=threat, capability=at), "theories") for at in (0.0, power)
    ]
    first, other = (rows["Balance of relationships"][0]["text"] for rows in read)
    assert first == other


def test_the_rules_of_the_lesson_are_shown() -> None:
    found: set[str] = set()
    for case in (*SLUGS, "own"):
        for lens in TEXT.parameters["lens"].options:
            found |= sources(shown(case=case, lens=lens, expected="shown"))
    for look in ("sanction", "parting"):
        found |= sources(shown(look=look, aim=["mend"]))
        found |= sources(shown(look=look, aim=["delegitimise"], will_be_bound=False, parties=5))
        found |= sources(shown(look=look, parties=5, generalised_principles=False, case="own"))
    found.update(source for step in TEXT.steps for source in step.sources)
    wanted = {f"X{number:02d}" for number in range(1, 12)} | {"S19", "S28", "S38", "S64"}
    assert wanted <= found


def test_the_alert_names_what_applies() -> None:
    assert "E83" in shown(case="iraq-2003-two-lenses", expected="shown").finding.tensions
    assert "E91" in shown(case="china-three-roles", expected="shown").finding.tensions
    assert "E97" in shown(case="own", capability=0.5).finding.tensions
    assert "E97" not in shown(case="own", capability=0.0).finding.tensions
    assert "E101" in shown(case="own", grade="indirect").finding.tensions
    assert "E98" in shown(case="own", will_be_bound=False).finding.tensions


@given(st.text("<>&*#[]()!`_\\ ab\n", max_size=60))
def test_what_a_student_writes_is_never_html(written: str) -> None:
    values = TEXT.checked({"case": "own", "judgement": written, "note_tie": written})
    text = markdown(values, NEUTRAL)
    assert "<" not in text
    assert not any(line.startswith("> #") for line in text.splitlines())


def test_the_text_keeps_coding_places_and_judgement() -> None:
    values = TEXT.checked(
        {
            "case": "iraq-2003-united-states",
            "expected": "soft_balancing",
            "judgement": "Both papers may be right.",
        }
    )
    text = markdown(values, NEUTRAL)
    assert "P0 L1579-1589" in text
    assert "coded from the paper" in text
    assert "> Both papers may be right." in text
    assert "E83" in text
    assert Place.parse("P0 L1579-1589") in cases["C25"].coding["grade"].places
