"""Success board (L10): a count that promises nothing, a risk it does not lower, two gates."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bor_widgets.charts.benches.success_board import TEXT, pick, view
from bor_widgets.theory.success import CONDITIONS
from tests.charts.benches.looking import drawing, fired, gauge, looks
from tests.contracts.test_benches import any_values

seen = looks("success_board")

#: rules of the bench, by the product's own plan
RULES = {"S15", "S16", "S17", "S28", "S29", "S30", "S31", "S32", "S49", "S50"}

FIERCE = {"rivalry": 1.0, "ambition": 1.0}


@pytest.mark.parametrize("k", range(8))
def test_the_count_is_shown_and_is_never_certain_nor_impossible(k: int) -> None:
    # T52
    for held in combinations(CONDITIONS, k):
        shown = seen(held=held)
        picture = drawing(shown, "success").data
        assert picture["at"] == k
        assert picture["at_label"] == f"{k} of 7"
        (band,) = picture["bands"]
        assert band["open"]
        assert min(band["lower"]) > 0.0
        assert max(band["upper"]) < 1.0
    assert ("not certain" in drawing(shown, "success").title) == (k == 7)
    assert ("not impossible" in drawing(shown, "success").title) == (k == 0)


@settings(max_examples=60, deadline=None)
@given(values=any_values(TEXT))
def test_success_reaches_neither_end_whatever_is_set(values: dict[str, Any]) -> None:
    # T52
    for band in drawing(view(values), "success").data["bands"]:
        assert min(band["lower"]) > 0.0
        assert max(band["upper"]) < 1.0


def test_the_stretch_goes_no_further_than_what_is_set() -> None:
    # what seven conditions bring is asked first
    (band,) = drawing(seen(), "success").data["bands"]
    assert max(band["xs"]) == 4.5


def test_conditions_left_open_count_neither_way() -> None:
    shown = seen(held=CONDITIONS, unjudged=["institutions"])
    assert drawing(shown, "success").data["at_label"] == "6 of 7, 1 open"
    (region,) = drawing(shown, "success").data["regions"]
    assert region["open"]
    rows = {row["label"]: row["cells"][0] for row in drawing(shown, "conditions").data["rows"]}
    assert len(rows) == len(CONDITIONS)
    assert [label for label, cell in rows.items() if cell["open"]] == ["institutions flourish"]


@settings(max_examples=60, deadline=None)
@given(values=any_values(TEXT), held=st.lists(st.sampled_from(CONDITIONS), unique=True))
def test_the_conditions_do_not_lower_the_risk_of_conflict(
    values: dict[str, Any], held: list[str]
) -> None:
    # T53, S17: the paper does not let them
    one = view({**values, "held": tuple(held)})
    two = view({**values, "held": ()})
    assert drawing(one, "conflict") == drawing(two, "conflict")


def test_seven_conditions_and_still_a_high_risk() -> None:
    # T53 and the lesson's surprise
    calm, fierce = seen(held=CONDITIONS, rivalry=0.0, ambition=0.0), seen(held=CONDITIONS, **FIERCE)
    risk = "Risk of intense conflict"
    assert gauge(fierce, "conflict", risk)["value"] > gauge(calm, "conflict", risk)["value"] > 0.0
    assert gauge(fierce, "conflict", risk)["text"] == "high"
    assert fierce.finding.headline == "Seven of seven, and war is still possible"
    assert fierce.finding.tone == "alarm"
    assert "E59" in fierce.finding.tensions
    taken = gauge(fierce, "conflict", "What the seven conditions take off")
    assert taken["value"] is None


@pytest.mark.parametrize(
    ("deterrence", "managed"), [(False, True), (True, False), (False, False), (False, None)]
)
def test_one_shut_gate_takes_all_good_side_effects_away(
    deterrence: bool | None, managed: bool | None
) -> None:
    # T54
    shown = seen(
        mutual_destruction=deterrence, ideology_managed=managed, institutional_balancing=1.0
    )
    for label in ("Institutions stay", "New motives", "Public goods"):
        assert gauge(shown, "effects", label)["value"] == 0.0
        assert gauge(shown, "effects", label)["text"] == "not granted"
    assert "E67" in shown.finding.tensions
    assert "no good side effects" in drawing(shown, "gates").title


def test_both_gates_grant_them_and_an_unjudged_gate_leaves_them_open() -> None:
    # S29, S30
    granted = seen(institutional_balancing=0.8)
    assert gauge(granted, "effects", "Public goods")["value"] == 0.8
    unjudged = seen(ideology_managed=None)
    assert gauge(unjudged, "effects", "Public goods")["value"] is None
    table = drawing(unjudged, "gates").data["rows"]
    assert [cell["open"] for cell in table[0]["cells"]] == [False, True]


def test_the_table_of_gates_shows_only_what_was_tried() -> None:
    # what one shut gate does is asked first
    assert [len(row["cells"]) for row in drawing(seen(), "gates").data["rows"]] == [1]
    both = seen(mutual_destruction=False, ideology_managed=False)
    assert [len(row["cells"]) for row in drawing(both, "gates").data["rows"]] == [2, 2]


def test_a_failed_attempt_is_still_a_strategy() -> None:
    # T58: the League in the 1930s
    shown = seen(held=[], unjudged=CONDITIONS, **FIERCE, succeeded=False)
    assert shown.finding.headline == "It failed, and it is a strategy"
    assert fired(shown)[0] == "S49"
    assert {"E57", "E60"} <= set(shown.finding.tensions)
    worked = seen(succeeded=True)
    assert "that is not why it counts" in worked.finding.headline


def test_a_more_peaceful_order_is_asked_and_not_answered() -> None:
    # S28, S31
    for values in ({}, {"moderation": 1.0, "other_moderation": 1.0}, FIERCE):
        assert "S28" in [c.rule for c in seen(**values).finding.open if not isinstance(c, str)]
    calm = seen(moderation=1.0, other_moderation=1.0)
    assert gauge(calm, "effects", "Regional military crises")["value"] > 0.0
    one_only = seen(moderation=1.0, other_moderation=0.0)
    assert gauge(one_only, "effects", "A more peaceful")["value"] == 0.0


def test_a_chosen_condition_goes_round_its_three_answers() -> None:
    values = TEXT.checked({"held": ["institutions"]})
    seen_answers = []
    for _ in range(3):
        values = TEXT.checked({**values, **pick(values, "conditions", "institutions")["set"]})
        seen_answers.append(("institutions" in values["held"], bool(values["unjudged"])))
    assert seen_answers == [(False, False), (False, True), (True, False)]


def test_a_chosen_cell_sets_both_gates() -> None:
    values = TEXT.neutral()
    assert pick(values, "gates", "no yes") == {
        "set": {"mutual_destruction": False, "ideology_managed": True}
    }
    for what, key in (("gates", "no"), ("gates", "a b"), ("conditions", "x"), ("success", "no")):
        assert pick(values, what, key) == {}


@pytest.mark.parametrize("look", TEXT.parameters["look"].options)
def test_the_figure_that_is_looked_at_comes_first(look: str) -> None:
    shown = seen(look=look)
    assert shown.drawings[0].name == look
    assert not shown.drawings[0].wide


def test_every_rule_of_the_bench_can_be_met() -> None:
    met = set(fired(seen(succeeded=False, sanctions=True)))
    assert met >= RULES
