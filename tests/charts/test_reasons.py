"""Every reason that is shown says who says so."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import strategies as st

from bor_widgets.charts.change_rows import change_rows, change_title
from bor_widgets.charts.ledger import (
    ledger_alt,
    ledger_columns,
    ledger_disagreements,
    ledger_title,
)
from bor_widgets.charts.verdict import verdict_card
from bor_widgets.situation import Situation, parameters
from bor_widgets.sources import sources, tensions
from bor_widgets.sources.records import Explicitness
from bor_widgets.theory import (
    GRADES,
    WORDINGS,
    Calibration,
    compare,
    phrase,
    respond,
    what_would_change,
)
from tests.theory.strategies import calibrations, for_all, situations


def has_a_source(told: dict[str, Any]) -> None:
    """A finding stands in a sentence and leads to a place, or to a work outside the papers."""
    assert told["text"].strip()
    source = told["source"]
    assert source["id"] in sources
    assert source["text"].strip()
    if source["explicitness"] == "outside":
        assert source["name"], "a work from outside the papers is cited"
        return
    assert source["explicitness"] in get_args(Explicitness)
    assert source["places"]
    assert source["paper"]
    assert all(place.startswith(("P0 L", "P1 L", "P2 L")) for place in source["places"])


@for_all(situations(), calibrations(), st.sampled_from(WORDINGS), st.booleans(), examples=40)
def test_every_reason_of_the_verdict_has_a_source(
    s: Situation, calibration: Calibration, wording: Any, coded: bool
) -> None:
    response = respond(s, wording=wording, calibration=calibration)
    card = verdict_card(response, coded=coded)
    assert card["reasons"]
    for told in (*card["reasons"], *card["open"], *card["notes"]):
        has_a_source(told)
    assert card["action"] == response.action
    assert card["headline"] == phrase("action", response.action)
    assert card["grade"] == response.judgement.grade
    assert json.loads(json.dumps(card)) == card


@for_all(situations("power", "soft", "venue"), st.sampled_from(WORDINGS), examples=40)
def test_every_reason_of_the_ledger_has_a_source(s: Situation, wording: Any) -> None:
    ledger = compare(s, wording=wording)
    columns = ledger_columns(ledger)
    assert [column["theory"] for column in columns] == [
        "balance_of_relationships",
        "balance_of_power",
        "soft_balancing",
        "venue",
    ]
    for column in columns:
        assert column["headline"].strip()
        assert column["tone"] in ("none", "compromise", "mix", "breakup")
        assert column["reasons"] or column["open"], "a verdict without a reason"
        for told in (*column["reasons"], *column["open"]):
            has_a_source(told)
        assert column["headline"] in ledger_alt(ledger)
    for row in ledger_disagreements(ledger):
        assert row["tension"] in tensions
        assert row["places"]
        assert row["text"] in ledger_alt(ledger)
    assert json.loads(json.dumps(columns)) == columns


def test_the_ledgers_title_counts_what_clashes() -> None:
    seen = set()
    for s in (
        Situation(),
        Situation(threat=0.3, capability=0.5),
        Situation(grade="direct", existential=True, capability=0.5),
        Situation(grade="indirect", instruments=("sanctions",), parties=5),
    ):
        ledger = compare(s)
        count = len(ledger_disagreements(ledger))
        title = ledger_title(ledger)
        seen.add(count)
        told = {0: "no open conflict", 1: "one point"}.get(count, f"{count} points")
        assert told in title
    assert len(seen) > 1


def test_the_verdict_says_whose_judgement_it_is() -> None:
    # T11: the engine suggests, the student may overrule, a case may bring its own
    suggested = verdict_card(respond(Situation(threat=0.9)))
    mine = verdict_card(respond(Situation(grade="direct")))
    coded = verdict_card(respond(Situation(grade="direct")), coded=True)
    assert (suggested["by"], mine["by"]) == ("suggested", "student")
    assert len({card["by_label"] for card in (suggested, mine, coded)}) == 3
    # nobody overruled anything where the grade is the record's
    overruled = phrase("reason", "R10", "overruled")
    assert overruled in [reason["text"] for reason in mine["reasons"]]
    assert overruled not in [reason["text"] for reason in coded["reasons"]]


@pytest.mark.parametrize("grade", GRADES)
def test_the_card_tells_the_restraint_of_every_area(grade: str) -> None:
    areas = ("security", "trade", "culture")
    card = verdict_card(respond(Situation(grade=grade, issue_areas=areas)))
    assert tuple(row["area"] for row in card["restraint"]) == areas
    words = {row["label"] for row in card["restraint"]}
    assert (
        words
        == {
            "none": {"as before"},
            "potential": {"more"},
            "indirect": {"more", "less"},
            "direct": {"revoked"},
        }[grade]
    )


@for_all(situations(), st.sampled_from(WORDINGS), examples=25)
def test_a_button_does_what_it_says(s: Situation, wording: Any) -> None:
    rows = change_rows(what_would_change(s, wording=wording))
    now = respond(s, wording=wording).action
    for row in rows:
        assert row["label"] == parameters()[row["name"]].label
        assert row["from_label"] != row["to_label"]
        after = s.with_(**{row["name"]: json.loads(json.dumps(row["value"]))})
        action = respond(after, wording=wording).action
        assert action != now
        assert row["result"] == phrase("action_short", action)


def test_the_title_tells_the_nearest_change() -> None:
    changes = what_would_change(Situation(threat=0.5, relationship=0.4))
    first = change_rows(changes)[0]
    title = change_title(changes)
    assert first["label"].lower() in title
    assert first["to_label"] in title
    assert change_title(()) != title


def test_own_power_is_never_offered_as_a_change() -> None:
    # R11, P0 L1518-1533: power does not enter the choice between the three
    for threat in (0.0, 0.3, 0.6, 0.9):
        rows = change_rows(what_would_change(Situation(threat=threat)))
        assert "capability" not in {row["name"] for row in rows}
