"""Mode clock: commitment bends back, the mix makes the double standard, one cell stays blank."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.charts.benches.mode_clock import pick, view
from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.benches.view import View
from bor_widgets.theory import OpenQuestion, Reason
from tests.charts.benches.looking import cell, drawing, ids, looks
from tests.theory.strategies import values_for

shown = looks("mode_clock")

TEXT = bench_text("mode_clock")
ANYTHING = st.fixed_dictionaries({name: values_for(p) for name, p in TEXT.parameters.items()})
KINDS = ("ally", "complying", "revisionist", "defector")

#: rules that this bench answers for
RULES = {f"R{n}" for n in (*range(48, 63), 126, *range(130, 154))}


def line(seen: View, label: str) -> list[float]:
    """Return the heights of a line of the clock."""
    lines = drawing(seen, "clock").data["lines"]
    return list(next(entry["ys"] for entry in lines if entry["label"] == label))


def index(seen: View) -> float:
    """Return the double-standard index as the drawing's table tells it."""
    return float(drawing(seen, "double").rows[0][1])


# ---- the clock


def test_a_determined_start_bends_back() -> None:
    # T21; R48, R50, R51: P0 L1263-1273
    seen = shown(determination=1.0, round=40.0)
    commitment, fatigue, ties = (line(seen, name) for name in ("commitment", "fatigue", "ties"))
    assert commitment[0] == 1.0
    assert min(commitment) < 0.5
    back = next(i for i, value in enumerate(commitment) if value < 1.0)
    assert fatigue[back] > fatigue[0]
    assert min(fatigue[back:]) < fatigue[back]
    assert max(ties[back:]) > ties[back]
    assert "back" in drawing(seen, "clock").title
    assert {"R48", "R50", "R51", "R126"} <= ids(seen)


@given(st.floats(0.3, 1.0))
def test_no_new_high_reaches_the_first(determination: float) -> None:
    # R126: no consistent course towards a fixed end, P0 L1295-1301
    commitment = line(shown(determination=determination, round=40.0), "commitment")
    fell = next(i for i, value in enumerate(commitment) if value < commitment[0])
    assert max(commitment[fell:]) < commitment[0]


def test_what_is_our_drawing_is_said_to_be_ours() -> None:
    # R126 says that no line is kept up consistently; that each high is lower is nowhere said
    seen = shown(determination=1.0, round=40.0)
    assert "our scale" in drawing(seen, "clock").title
    assert "our drawing" in seen.finding.summary
    told = {claim.rule: claim.text for claim in seen.finding.reasons if isinstance(claim, Reason)}
    assert "the paper does not say that" in told["R126"]
    assert "our scale" in told["R50"]
    asked = next(step for step in TEXT.steps if "R126" in step.sources)
    assert "our drawing" in asked.reveal
    assert "sooner" in asked.reveal


def test_a_faint_start_has_not_bent_back_when_the_clock_ends() -> None:
    # R48 is about the long run; the clock ends after 40 rounds
    seen = shown(determination=0.1, round=40.0)
    commitment = line(seen, "commitment")
    assert set(commitment) == {commitment[0]}
    assert "Turn the clock further" not in seen.finding.summary
    assert "bends back" not in drawing(seen, "clock").title
    assert "Turn the clock further" in shown(determination=0.1, round=30.0).finding.summary


@given(st.floats(0.2, 1.0), st.floats(0.01, 0.5))
def test_the_more_determined_the_sooner(determination: float, more: float) -> None:
    # what the reveal says is seen on our scale
    def back(start: float) -> int:
        commitment = line(shown(determination=min(start, 1.0), round=40.0), "commitment")
        fell = [i for i, value in enumerate(commitment) if value < commitment[0]]
        return fell[0] if fell else 99

    assert back(determination + more) <= back(determination)


def test_the_future_is_not_drawn() -> None:
    seen = shown(round=7.0)
    assert all(max(entry["xs"]) == 7 for entry in drawing(seen, "clock").data["lines"])


def test_the_opening_keeps_the_surprise() -> None:
    seen = view(TEXT.neutral())
    assert len(set(line(seen, "commitment"))) == 1
    assert "back" not in drawing(seen, "clock").title


@given(ANYTHING)
def test_how_a_state_looks_today_changes_nothing(values: dict[str, Any]) -> None:
    # R49, P0 L456-462
    a = view(TEXT.checked({**values, "appearance": "deterministic"}))
    b = view(TEXT.checked({**values, "appearance": "opportunistic"}))
    assert a == b


# ---- the partners


def test_kinds_side_by_side_raise_the_index() -> None:
    # T22; R53, R55, R58
    mixed = shown(look="partners", partners=["ally", "complying", "revisionist"])
    alike = shown(look="partners", partners=["complying"], each=6)
    assert index(mixed) > index(alike) > 0
    assert "R53" in ids(mixed)
    assert "R58" in ids(alike)
    assert mixed.finding.headline != alike.finding.headline


@given(ANYTHING, st.floats(0, 1), st.floats(0, 40))
def test_values_and_determination_do_not_move_the_index(
    values: dict[str, Any], determination: float, rounds: float
) -> None:
    # the surprise: the mix alone; R53, P0 L1251-1259
    before = {**values, "look": "partners"}
    a = view(TEXT.checked(before))
    b = view(TEXT.checked({**before, "determination": determination, "round": rounds}))
    assert drawing(a, "double") == drawing(b, "double")
    assert a.finding == b.finding


@given(ANYTHING)
def test_the_index_is_never_nought_among_two_or_more(values: dict[str, Any]) -> None:
    # the lesson's prediction: it cannot fall to zero; R58, R153
    seen = view(TEXT.checked({**values, "look": "partners"}))
    number = len(values["partners"]) * values["each"]
    assert (index(seen) > 0) == (number > 1)


@given(ANYTHING)
def test_an_ally_has_more_room_than_a_defector(values: dict[str, Any]) -> None:
    # T23; R54, R55: P0 L1072-1076, L1257-1261
    seen = view(TEXT.checked({**values, "look": "partners", "partners": ("ally", "defector")}))
    room = {str(row[0]): row for row in drawing(seen, "double").rows}
    ally, defector = room["Room for an ally"], room["Room for a defector"]
    assert float(ally[1]) > float(defector[1])
    assert "compromise" in str(ally[2])
    assert "not said" in str(defector[2])


@pytest.mark.parametrize(("kind", "rule"), [("complying", "R56"), ("revisionist", "R57")])
def test_compromise_pays_with_two_kinds(kind: str, rule: str) -> None:
    others = [other for other in KINDS if other != kind]
    assert rule in ids(shown(look="partners", partners=[kind], compromise=0.5))
    assert rule not in ids(shown(look="partners", partners=others, compromise=0.5))
    assert rule not in ids(shown(look="partners", partners=[kind], compromise=0.0))


# ---- the systems


@pytest.mark.parametrize(
    ("sight", "works", "headline"),
    [
        (True, True, "Balance of relationships"),
        (True, False, "Balance of relationships"),
        (False, True, "Balance of power"),
        (False, False, "The paper does not say"),
    ],
)
def test_the_table_of_systems(sight: bool, works: bool, headline: str) -> None:
    # T35; R130, R131, E21: P0 L1664-1670
    seen = shown(look="systems", reciprocity=sight, works=works)
    assert seen.finding.headline == headline
    chosen = cell(seen, "modes", 0 if sight else 1, 0 if works else 1)
    assert chosen["chosen"]
    assert sum(part["chosen"] for row in drawing(seen, "modes").data["rows"]
               for part in row["cells"]) == 1  # fmt: skip


@pytest.mark.parametrize(("works", "ours"), [(True, True), (None, True), (False, False)])
def test_that_ties_take_over_where_balancing_works_is_told_as_our_step(
    works: bool | None, ours: bool
) -> None:
    # R130 says only that balance of power is not needed; R131 where it fails, P0 L1664-1670
    seen = shown(look="systems", reciprocity=True, works=works)
    assert ("our step" in seen.finding.summary) is ours
    asked = next(step for step in TEXT.steps if step.sources == ("R130",))
    assert "our step" in asked.reveal


@given(ANYTHING)
def test_exactly_one_cell_is_blank(values: dict[str, Any]) -> None:
    seen = view(TEXT.checked({**values, "look": "systems"}))
    blank = [[part["open"] for part in row["cells"]] for row in drawing(seen, "modes").data["rows"]]
    assert blank == [[False, False], [False, True]]


def test_the_blank_cell_is_refused_with_its_place() -> None:
    seen = shown(look="systems", reciprocity=False, works=False)
    assert [claim.rule for claim in seen.finding.open if isinstance(claim, OpenQuestion)] == [
        "R131"
    ]
    assert "E21" in seen.finding.tensions


@pytest.mark.parametrize("key", ["yes-yes", "yes-no", "no-yes", "no-no"])
def test_a_pressed_cell_answers_the_two_questions(key: str) -> None:
    values = TEXT.checked({"look": "systems"})
    wish = pick(values, "modes", key)
    sight, works = (part == "yes" for part in key.split("-"))
    assert wish == {"set": {"reciprocity": sight, "works": works}}
    assert pick(values, "clock", key) == {}


def test_failed_ties_may_lead_to_balancing_or_bandwagoning() -> None:
    # T36; R132, R133: P0 L1670-1672, L1241-1243
    seen = shown(look="systems", ties_failed=True)
    assert "Balance of power" in seen.finding.headline
    assert "bandwagoning" in seen.finding.headline
    assert {"R132", "R133"} <= ids(seen)


def test_only_one_system_has_a_target() -> None:
    # T37; R136: P0 L1188-1198
    rows = {row["label"]: row for row in drawing(shown(look="systems"), "systems").data["rows"]}
    ties, power = rows["A specific other in view"]["cells"]
    assert ties["text"] == "no"
    assert power["text"].startswith("yes")
    assert ties["source"]["id"] == "R136"


def test_both_systems_in_one_policy() -> None:
    # T38; R146: P0 L1476-1490 (C20)
    assert "R146" in ids(shown(look="systems", second="power"))
    assert "R146" not in ids(shown(look="systems", second="ties"))


def test_what_the_rules_of_the_bench_ask_for_can_be_seen() -> None:
    sample: list[dict[str, Any]] = [
        {"determination": 1.0, "round": 40.0},
        *({"look": "partners", "partners": KINDS[:n], "compromise": 1.0, "interactions": 9}
          for n in range(5)),
        {"look": "partners", "partners": ["ally", "defector"]},
        {"look": "partners", "partners": ["ally", "complying"]},
        {"look": "systems", "reciprocity": False, "works": False, "will": True},
        {"look": "systems", "reciprocity": False, "works": False, "integrity": True},
        {"look": "systems", "works": False, "ties_failed": True, "second": "power"},
        {"look": "systems", "works": False, "second": "power", "survival": True, "violence": True,
         "guides": False, "crisis": True, "acknowledged": True, "supports": True, "far": True,
         "integrity": True, "explains": False, "compromises": 1, "confrontations": 1,
         "puts_first": "ties", "restores": True, "follows_power": False},
    ]  # fmt: skip
    seen: set[str] = set()
    for values in sample:
        seen |= ids(shown(**values))
    assert seen >= RULES, sorted(RULES - seen)


@given(ANYTHING)
def test_any_values_can_be_drawn(values: dict[str, Any]) -> None:
    seen = view(TEXT.checked(values))
    seen.finding.as_card()
    assert seen.drawings[0].title != seen.drawings[0].alt
    json.dumps([part.as_data() for part in seen.drawings], allow_nan=False)


def test_a_view_must_be_chosen() -> None:
    with pytest.raises(TypeError, match="look takes one of clock, partners, systems"):
        TEXT.checked({"look": None})
