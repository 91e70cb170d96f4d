"""Two restraints, the other views: how it is seen, the long view, and faith in ties."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.benches.two_restraints import view
from bor_widgets.charts.benches.view import View
from tests.charts.benches.looking import drawing, fired, looks

TEXT = bench_text("two_restraints")
SHARES = st.floats(0, 1)

#: what this bench answers for, by the table of the task
RULES = (
    "R05", "R20", "R21", "R22", "R29", "R30", "R31", "R32", "R33", "R34", "R35", "R40", "R41",
    "R42", "R43", "R44", "R45", "R46", "R63", "R64", "R65", "R93", "R94", "R95", "R96", "R97",
    "R98",
)  # fmt: skip
TENSIONS = ("E14", "E15", "E16", "E17", "E26", "E28", "E32", "E33", "E37")


def shown(look: str, **values: Any) -> View:
    """Draw one view with some values."""
    return looks("two_restraints")(look=look, **values)


def numbers(seen: View, name: str) -> list[Any]:
    """Return the middle column of gauges."""
    return [row[1] for row in drawing(seen, name).rows]


def line(seen: View, word: str) -> list[float]:
    """Return the course of a faith."""
    lines = drawing(seen, "faith").data["lines"]
    return next(part["ys"] for part in lines if part["label"] == TEXT.word("faith", word))


def sample() -> list[View]:
    """Return views over a few values of each."""
    return [
        *(
            shown("meeting", own=own, other=other, confrontation=0.5)
            for own, other in product((-0.5, 0.5), repeat=2)
        ),
        shown("seen", capability=-0.9, betrayal=True),
        *(
            shown("time", calculable=calculable, stabilising=judged)
            for calculable, judged in product((True, False, None), repeat=2)
        ),
        *(shown("faith", danger=danger) for danger in (0.0, 0.5)),
    ]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_reached(rule: str) -> None:
    assert any(rule in fired(seen) for seen in sample())


@pytest.mark.parametrize("tension", TENSIONS)
def test_every_tension_is_reached(tension: str) -> None:
    assert any(tension in seen.finding.tensions for seen in sample())


@given(st.floats(0.61, 1), st.integers(0, 20), st.integers(1, 20), st.floats(0.1, 1), SHARES)
def test_a_rooted_faith_does_not_fall(
    start: float, good: int, bad: int, badness: float, stability: float
) -> None:
    # R97, P0 L728-736
    seen = shown(
        "faith", faith=start, good_years=good, bad_years=bad, badness=badness, stability=stability
    )
    for word in ("yours", "old"):
        assert all(before <= after for before, after in pairwise(line(seen, word)))
    assert seen.finding.headline == TEXT.word("faith", "headline_stays_rooted")


@given(st.floats(0.05, 0.59), st.integers(1, 20), st.floats(0.1, 1))
def test_the_same_bad_years_undo_a_young_faith(start: float, bad: int, badness: float) -> None:
    # R97, P0 L728-736
    seen = shown("faith", faith=start, good_years=0, bad_years=bad, badness=badness)
    young, old = line(seen, "yours"), line(seen, "old")
    assert young[-1] < young[0]
    assert old[-1] == old[0]
    assert seen.finding.tone == "warn"


def test_enough_good_years_and_faith_takes_root() -> None:
    walk = TEXT.steps[-1]
    seen = view(TEXT.checked(walk.values))
    assert seen.finding.headline == TEXT.word("faith", "headline_took_root")
    few = view(TEXT.checked({**walk.values, "good_years": 4}))
    assert few.finding.headline == TEXT.word("faith", "headline_undone")


@pytest.mark.parametrize(
    ("name", "change", "reads"),
    [
        ("faith_rate", 0.4, lambda seen: line(seen, "yours")[-1]),
        ("coupling_rate", 0.4, lambda seen: numbers(seen, "keeping")[1]),
        ("hold_left", 0.4, lambda seen: numbers(seen, "keeping")[0]),
        ("marked", 0.1, lambda seen: drawing(seen, "keeping").title),
    ],
)
def test_each_number_of_ours_can_be_set_and_is_called_ours(
    name: str, change: float, reads: Callable[[View], Any]
) -> None:
    # the paper gives none of them (P0 L720-736, L637-643)
    parameter = TEXT.parameters[name]
    assert TEXT.groups[parameter.group] == "Our scale"
    assert "number of ours" in parameter.meaning
    assert name not in TEXT.core
    assert reads(shown("faith", **{name: change})) != reads(shown("faith"))


@given(SHARES, SHARES)
def test_a_doubtful_tie_is_kept_whatever_its_use(usefulness: float, isolation: float) -> None:
    # R46, P0 L720-726, T20
    def hold(apart: float) -> float:
        seen = shown("faith", usefulness=usefulness, isolation=apart)
        return float(numbers(seen, "keeping")[0])

    assert 0.0 < hold(0.0) <= hold(isolation) <= hold(1.0)
    assert hold(1.0) > hold(0.0)


def test_two_readings_of_one_sentence_stand_side_by_side() -> None:
    # R94 and E33, P0 L598-600
    def testing(reading: str, stability: float) -> float:
        return float(numbers(shown("faith", reading=reading, stability=stability), "keeping")[3])

    assert testing("uncertainty compels", 0.9) < testing("uncertainty compels", 0.1)
    assert testing("stability compels", 0.9) > testing("stability compels", 0.1)
    assert "E33" in shown("faith").finding.tensions


@given(st.floats(0.01, 1))
def test_disliked_and_still_no_threat(dislike: float) -> None:
    # R34, P0 L935-945
    seen = shown("seen", blocking=0.0, dislike=dislike)
    assert numbers(seen, "image")[0] == 0.0
    assert drawing(seen, "image").title == TEXT.word("seen", "title_disliked")
    blocked = shown("seen", blocking=0.9, dislike=0.0)
    assert numbers(blocked, "image")[0] > 0.0


def test_two_styles_of_soft_power() -> None:
    # R34 and R35, P0 L935-951
    for diffusion, blocking, style in (
        (0.1, 0.1, "not in the way"),
        (0.9, 0.9, "synchronising"),
        (0.9, 0.1, "both"),
        (0.1, 0.9, "neither"),
    ):
        told = drawing(shown("seen", diffusion=diffusion, blocking=blocking), "soft_power")
        assert told.title == TEXT.word("power", style)
        chosen = [c["text"] for row in told.data["rows"] for c in row["cells"] if c["chosen"]]
        assert chosen == [TEXT.word("power", f"cell_{style}")]


@given(st.floats(1, 30), st.floats(0.02, 0.5))
def test_differences_weigh_less_and_never_nothing(horizon: float, daily: float) -> None:
    # R40 and R41, P0 L425-433, T18
    seen = shown("time", horizon=horizon, daily=daily)
    weights = drawing(seen, "long_view").data["lines"][0]["ys"]
    assert weights[0] == pytest.approx(1.0)
    assert all(before > after > 0.0 for before, after in pairwise(weights))


def test_a_belief_decides_how_time_is_treated() -> None:
    # R45 and R96, P0 L622-633, L681-687; E37
    def headline(**values: Any) -> str:
        return shown("time", **values).finding.headline

    assert headline(calculable=True) == TEXT.word("time", "headline_calculation")
    assert headline(calculable=None) == TEXT.word("time", "headline_open")
    assert headline(calculable=False, obvious=False) == TEXT.word("time", "headline_patience")
    assert headline(calculable=False, obvious=True) == TEXT.word("time", "headline_not said")


def test_only_this_theory_needs_no_fixed_standard() -> None:
    # P0 L612-622, L1437-1441, E26: of hedging no standard is said
    rows = drawing(shown("time"), "likeness").data["rows"]
    standards = [row["cells"][1] for row in rows]
    assert [cell["text"] == TEXT.word("likeness", "yes") for cell in standards] == [
        True,
        True,
        False,
        False,
    ]
    assert standards[2]["open"] is True
    assert standards[3]["text"] == TEXT.word("likeness", "no")


def test_played_once_the_dilemma_rewards_betrayal() -> None:
    # R63, P0 L606-612
    def first(horizon: float) -> str:
        return str(drawing(shown("time", horizon=horizon), "likeness").data["rows"][0]["cells"][0])

    assert TEXT.word("likeness", "betray") in first(1.0)
    assert TEXT.word("likeness", "cooperate") in first(20.0)


@given(st.sampled_from(["seen", "time", "faith"]), SHARES, st.floats(1, 30))
def test_no_other_view_measures_the_hidden_interest(
    look: str, certainty: float, horizon: float
) -> None:
    # R43, P0 L691-694
    seen = shown(look, certainty=certainty, horizon=horizon)
    for part in seen.drawings:
        assert TEXT.word("gauge", "hidden") not in [row[0] for row in part.rows]
