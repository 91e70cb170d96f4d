"""Prediction board (L01): what P0 L11-130 reports beside what each lens would expect."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bor_widgets.charts.benches.prediction_board import TEXT, pick
from bor_widgets.charts.benches.view import View
from bor_widgets.theory.provenance import phrase
from tests.charts.benches.looking import drawing, looks, row

# what was done is in view, unless a test hides it
seen = looks("prediction_board", hide=[])

LENSES = TEXT.parameters["lens"].options
CASES = TEXT.parameters["case"].options


def texts(shown: View, name: str, label: str) -> list[str]:
    """Return what stands in the cells of a row."""
    return [cell["text"] for cell in row(shown, name, label)["cells"]]


def test_the_resource_lens_misses_three_suppliers_each_in_its_own_way() -> None:
    # P0 L88-102: supply given up in Libya; consent over two suppliers, one of them of timber
    shown = seen(lens="resources")
    for label, supply, done in (
        ("Libya", "supplies energy", "lets its supply go"),
        ("Sudan", "supplies oil", "consents"),
        ("Liberia", "supplies timber", "consents"),
    ):
        entry = row(shown, "board", label)
        assert entry["note"] == supply
        assert done in entry["cells"][1]["text"]
        assert entry["cells"][1]["tone"] == "alarm"
    # the realist claim is about energy, so the expectation for timber is our step
    assert "our step" in texts(shown, "board", "Liberia")[0]
    assert "our step" not in texts(shown, "board", "Libya")[0]
    assert "three suppliers" in drawing(shown, "board").title
    assert "R108" in [r.rule for r in shown.finding.reasons if not isinstance(r, str)]


def test_of_libya_the_paper_names_energy_and_not_oil() -> None:
    # P0 L88-98 (C06) says energy; oil and timber are said of Sudan and Liberia, L98-102
    shown = seen()
    supplies = {label: texts(shown, "three", label)[0] for label in ("Libya", "Sudan", "Liberia")}
    assert supplies == {"Libya": "energy", "Sudan": "oil", "Liberia": "timber"}
    said = " ".join(option for step in TEXT.steps for option in step.options)
    assert "oil" not in said


def test_no_regional_body_is_named_for_libya() -> None:
    # P0 L102-110 names two organisations, for Sudan and Liberia only
    shown = seen()
    assert row(shown, "three", "Libya")["cells"][1]["open"]
    assert texts(shown, "three", "Sudan")[1] == "approved"
    assert texts(shown, "three", "Liberia")[1] == "approved"
    assert "Arab" not in drawing(shown, "three").alt


def test_power_misses_where_china_is_stronger_and_where_it_is_not() -> None:
    # P0 L122-130
    shown = seen(lens="balance of power")
    stronger, weaker = row(shown, "board", "North Korea"), row(shown, "board", "Contested")
    assert "upper hand" in stronger["note"]
    assert "could not" in weaker["note"]
    assert stronger["cells"][1]["text"].startswith("holds back")
    assert weaker["cells"][1]["text"] == "shows resolve"
    assert {stronger["cells"][1]["tone"], weaker["cells"][1]["tone"]} == {"alarm"}


def test_like_cases_got_unlike_answers() -> None:
    # R112: no universal rule over the three interventions
    together = row(seen(lens="universal rule"), "board", "The three interventions")
    assert together["cells"][1]["tone"] == "alarm"
    assert together["cells"][0]["source"]["id"] == "R112"


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("hide", [[], ["hidden"]])
def test_the_tally_always_says_who_chose_the_cases(lens: str, hide: list[str]) -> None:
    # E08: a full score on chosen cases is no test
    shown = seen(lens=lens, hide=hide)
    note = phrase("board", "note", "chosen")
    assert drawing(shown, "tally").data["foot"] == note
    assert note in shown.finding.notes
    assert note in drawing(shown, "tally").alt


def test_the_tally_counts_hits_misses_and_silence() -> None:
    shown = seen()
    for label in ("Balance of power", "Resources", "Universal rule"):
        assert texts(shown, "tally", label)[0] == "0 of 10"
        counts = [int(text.split()[0]) for text in texts(shown, "tally", label)]
        assert sum(counts) == len(CASES)
    # P0 opens with these cases because its own lens reads all of them
    assert texts(shown, "tally", "Balance of relationships") == ["10 of 10", "0 of 10", "0 of 10"]


@settings(max_examples=60, deadline=None)
@given(lens=st.sampled_from(LENSES), case=st.sampled_from(CASES))
def test_hidden_means_that_nothing_on_the_page_tells_what_was_done(lens: str, case: str) -> None:
    shown = seen(lens=lens, case=case, hide=["hidden"])
    told = " ".join(entry.alt for entry in shown.drawings)
    for move in ("supplies_it", "supply_given_up"):
        # moves that no lens expects can be on the page only if they give the answer away
        assert phrase("board", "move", move) not in told
    for entry in shown.drawings[:2]:
        tones = {cell["tone"] for r in entry.data["rows"] for cell in r["cells"]}
        assert not tones & {"good", "alarm"}
    assert not {"hits", "misses"} & set(shown.finding.headline.split())


@pytest.mark.parametrize("case", CASES)
def test_the_chosen_case_is_marked_and_laid_out(case: str) -> None:
    for lens in LENSES:
        board = drawing(seen(lens=lens, case=case), "board")
        marked = [r for r in board.data["rows"] if r["chosen"]]
        assert [r["case"] for r in marked] == [case]
        assert "(chosen)" in board.alt
        assert len(drawing(seen(lens=lens, case=case), "one").data["rows"]) == 4


def test_rows_open_their_case_and_cells_choose_it() -> None:
    from bor_widgets.cases import cases

    rows = drawing(seen(), "board").data["rows"]
    assert [r["case"] for r in rows] == list(CASES)
    assert all(r["case"] in cases for r in rows)
    assert pick(TEXT.neutral(), "board", "C06") == {"set": {"case": "C06"}}
    assert pick(TEXT.neutral(), "tally", "resources") == {"set": {"lens": "resources"}}
    assert pick(TEXT.neutral(), "board", "C99") == {}


@settings(max_examples=60, deadline=None)
@given(capability=st.floats(-1, 1, allow_nan=False), lens=st.sampled_from(LENSES))
def test_power_moves_nothing_of_the_claim_on_ties(capability: float, lens: str) -> None:
    # R89: small and great alike
    here, there = seen(lens=lens, capability=capability), seen(lens=lens, capability=0.0)
    assert row(here, "claims", "A stable tie") == row(there, "claims", "A stable tie")
    assert here.finding == there.finding
    assert here.drawings[:4] == there.drawings[:4]


def test_events_can_count_against_the_claims() -> None:
    # R120, R122
    shown = seen(sphere=True, expands=True)
    assert texts(shown, "claims", "Pressure") == ["This counts against it"]
    assert texts(shown, "claims", "Seeking security") == ["This counts against it"]
    assert "against" in drawing(shown, "claims").title
    assert "E13" in shown.finding.tensions
    assert texts(seen(pressure=0.0, sphere=True), "claims", "Pressure") == ["Not tested"]
    assert texts(seen(fit=0.2), "claims", "When")[0].endswith("called for")


def test_the_lesson_s_rules_are_reached() -> None:
    shown: set[str] = set()
    for lens in LENSES:
        for case in CASES:
            now = seen(lens=lens, case=case)
            shown |= {r.rule for r in now.finding.reasons if not isinstance(r, str)}
            for entry in now.drawings:
                cells = [c for r in entry.data["rows"] for c in r["cells"]]
                shown |= {c["source"]["id"] for c in cells if c["source"]}
    lesson = {"R25", "R37", "R38", "R68", "R69", "R89", "R108", "R120", "R122", "R135", "R147"}
    assert lesson | {"R157", "R158", "R159", "R161", "R81", "R104", "R107", "R112"} <= shown
