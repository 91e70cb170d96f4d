# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""What each lens leads one to expect in the opening cases, and whether it was seen."""

from __future__ import annotations

import pytest

from bor_widgets.cases import cases
from bor_widgets.theory.lens_cases import BOARD, one_answer_to_interventions, rows_for, tally
from bor_widgets.theory.lenses import (
    BOARD_LENSES,
    QUESTIONS,
    BoardLens,
    Outcome,
    Prediction,
    Question,
    Scene,
    outcome,
    predict,
    same_answer,
)
from bor_widgets.theory.provenance import phrase

BY_ID = {case.id: case for case in cases.values()}


def outcomes(case: str) -> dict[str, Outcome]:
    return {row.prediction.lens: row.outcome for row in rows_for(case)}


@pytest.mark.parametrize(
    ("case", "power", "resources", "rule"),
    [
        ("C01", "miss", "lens silent", "miss"),  # P0 L11-21
        ("C02", "miss", "lens silent", "miss"),  # P0 L31-43
        ("C03", "miss", "miss", "lens silent"),  # P0 L51-63: control, and natural resources
        ("C04", "lens silent", "lens silent", "lens silent"),  # P0 L63-66
        ("C05", "miss", "lens silent", "lens silent"),  # P0 L66-76
        ("C06", "lens silent", "miss", "lens silent"),  # P0 L88-98: the supply was lost
        ("C07", "lens silent", "miss", "lens silent"),  # P0 L98-106: the supplier not shielded
        ("C08", "lens silent", "miss", "lens silent"),  # P0 L98-106: timber
        ("C09", "miss", "lens silent", "lens silent"),  # P0 L122-130
        ("C18", "miss", "lens silent", "lens silent"),  # P0 L1010-1014, L1024-1034
    ],
)
def test_what_the_other_lenses_make_of_the_puzzle(
    case: str, power: str, resources: str, rule: str
) -> None:
    found = outcomes(case)
    expected = {"balance of power": power, "resources": resources, "universal rule": rule}
    assert {lens: found[lens] for lens in expected} == expected


def test_the_resource_lens_misses_three_cases_each_in_its_own_way() -> None:
    rows = {
        row.case: row
        for case in ("C06", "C07", "C08")
        for row in rows_for(case)
        if row.prediction.lens == "resources"
    }
    assert "supply given up" in rows["C06"].observed
    assert "consents" in rows["C07"].observed
    assert [reason.key for reason in rows["C08"].prediction.reasons] == ["timber"]
    assert rows["C08"].prediction.basis == "inferred"


def test_the_resource_does_not_sort_the_three_and_neither_does_one_rule() -> None:
    assert one_answer_to_interventions() == "miss"
    approval = {p.case: p.scene.regional_approval for p in BOARD}
    assert (approval["C06"], approval["C07"], approval["C08"]) == ("unknown", "yes", "yes")


def test_for_libya_the_rule_on_regional_approval_is_silent() -> None:
    # P0 L88-98 names no regional organisation
    libya = predict("balance of relationships", Scene("intervention", supplier="energy"))
    assert [(reason.rule, reason.key) for reason in libya.reasons] == [
        ("R104", "tends"),
        ("R107", "silent"),
    ]


def test_power_misses_restraint_from_strength_and_resolve_from_weakness() -> None:
    for capability, seen in ((0.5, "restraint"), (-0.5, "resolve")):
        scene = Scene("territory", capability=capability)
        assert outcome(predict("balance of power", scene), [seen]) == "miss"
        assert outcome(predict("balance of relationships", scene), [seen]) == "hit"
    assert predict("balance of power", Scene("territory")).moves == ()


@pytest.mark.parametrize("approval", ["yes", "no", "unknown"])
def test_T31_approval_turns_the_prediction_and_the_resource_does_not(approval: str) -> None:
    answers = {
        predict(
            "balance of relationships",
            Scene("intervention", supplier=supplier, regional_approval=approval),  # type: ignore[arg-type]
        ).moves
        for supplier in ("energy", "timber", None)
    }
    assert answers == {("consents",) if approval == "yes" else ("stays out",)}


@pytest.mark.parametrize(
    ("observed", "expected"),
    [
        (["control"], "hit"),
        (["other", "control"], "hit"),
        (["other"], "miss"),
        ([], "not observed"),
    ],
)
def test_how_an_expectation_is_compared(observed: list[str], expected: str) -> None:
    said = Prediction("balance of power", ("control",), "text", ())
    assert outcome(said, observed) == expected
    assert outcome(Prediction("resources", (), "inferred", ()), observed) == "lens silent"


def test_like_cases_are_needed_to_test_one_rule() -> None:
    assert same_answer([]) == same_answer([[]]) == "not observed"
    assert same_answer([["consents"]]) == "lens silent"
    assert same_answer([["consents"], ["consents", "more"]]) == "hit"


def test_the_tally_counts_every_case_once_for_each_lens() -> None:
    counts = tally()
    assert set(counts) == set(BOARD_LENSES)
    assert all(sum(one.values()) == len(BOARD) for one in counts.values())
    assert phrase("board", "note", "chosen")


@pytest.mark.parametrize("posed", BOARD, ids=lambda posed: posed.case)
def test_the_board_agrees_with_the_case_records(posed: object) -> None:
    record = BY_ID[posed.case]  # type: ignore[attr-defined]
    for place in posed.places:  # type: ignore[attr-defined]
        assert any(
            whole.paper == place.paper and whole.first <= place.first and place.last <= whole.last
            for whole in record.places
        ), str(place)
    coded = record.coding.get("capability")
    capability = posed.scene.capability  # type: ignore[attr-defined]
    if coded is not None:
        assert coded.value == capability


@pytest.mark.parametrize("case", [c for c in BY_ID.values() if c.observed], ids=lambda c: c.slug)
def test_a_judged_grade_is_compared_with_the_recorded_action(case: object) -> None:
    grade = case.coding.get("grade")  # type: ignore[attr-defined]
    scene = Scene("the tie is judged", grade=grade.value if grade else None)
    found = outcome(
        predict("balance of relationships", scene),
        [case.observed.action],  # type: ignore[attr-defined]
    )
    # where no grade is coded the theory says nothing of its own accord
    assert found == ("hit" if grade else "lens silent")
    assert predict("balance of power", scene).moves == ()


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("lens", BOARD_LENSES)
def test_every_expectation_has_its_words(lens: BoardLens, question: Question) -> None:
    for scene in (
        Scene(question),
        Scene(question, capability=0.5, supplier="timber", grade="direct"),
        Scene(question, capability=-0.5, desired=True, regional_approval="no", grade="none"),
    ):
        said = predict(lens, scene)
        assert all(reason.text for reason in said.reasons)
        assert not said.moves or said.reasons
        for move in said.moves:
            assert phrase("board", "move", move.replace(" ", "_"))


def test_every_label_of_the_board_has_its_words() -> None:
    for posed in BOARD:
        assert all(phrase("board", "move", move.replace(" ", "_")) for move in posed.observed)
    for label in ("hit", "miss", "lens silent", "not observed"):
        assert phrase("board", "outcome", label.replace(" ", "_"))
    for lens in BOARD_LENSES:
        assert phrase("board", "lens", lens.replace(" ", "_"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"question": "weather"}, "question takes one of"),
        ({"question": "territory", "capability": 2.0}, "capability takes a number"),
        ({"question": "intervention", "supplier": "tea"}, "supplier takes one of"),
        ({"question": "the tie is judged", "grade": "grave"}, "grade takes one of"),
        ({"question": "intervention", "regional_approval": "maybe"}, "regional_approval takes"),
    ],
)
def test_a_scene_that_makes_no_sense_is_refused(given: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Scene(**given)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="lens takes one of"):
        predict("tea leaves", Scene("dispute"))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="case takes one of C01"):
        rows_for("C99")
