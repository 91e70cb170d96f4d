"""Places, intervals, and whether who wins depends on the assumptions; on made-up scores."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping

import numpy as np
import pytest

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.criteria import criteria
from bor_widgets.simulation.entries import built_in
from bor_widgets.simulation.intervals import interval, t_quantile
from bor_widgets.simulation.ranking import (
    clearly_better,
    standings,
    whether_it_depends,
    winners,
)
from bor_widgets.simulation.settings import Setting
from bor_widgets.simulation.tournament import Outcome, Tournament

A, B, C = "sits still", "tit for tat", "always breaks up"
EARLY, LATE = (Setting(name, name, WorldConfig(states=4)) for name in ("early", "late"))


def made_up(
    means: Mapping[tuple[str, str], Mapping[str, float]],
    usual: Mapping[str, float],
    noise: float = 0.0,
) -> Outcome:
    """Return an outcome in which entries score as said, by setting and criterion."""
    entries = tuple(built_in()[name] for name in usual)
    outcome = Outcome(Tournament(entries, (EARLY, LATE), worlds=8, rounds=1, path="arrays"))
    chance = random.Random(5)
    for meeting in outcome.tournament.meetings():
        part, setting, one, other = meeting
        count = len(outcome.tournament.numbers(part))
        outcome.played[meeting] = {
            name: np.array(
                [
                    [
                        means.get((setting, name), usual)[each] + noise * chance.gauss(0, 1)
                        for _ in range(count)
                    ]
                    for each in (one, other)
                ]
            )
            for name in criteria()
        }
    return outcome


def signed(best_first: tuple[str, ...], criterion: str) -> dict[str, float]:
    """Return means by which the first is the best, whichever way the criterion runs."""
    sign = criteria()[criterion].sign
    return {name: -sign * place for place, name in enumerate(best_first)}


def alike(best_first: tuple[str, ...]) -> dict[tuple[str, str], dict[str, float]]:
    return {
        (setting, name): signed(best_first, name)
        for setting in ("early", "late")
        for name in criteria()
    }


@pytest.mark.parametrize(
    ("freedom", "value"),
    [(1, 12.706), (2, 4.303), (4, 2.776), (10, 2.228), (29, 2.045), (120, 1.980), (10**6, 1.960)],
)
def test_students_quantiles_are_those_of_the_printed_tables(freedom: int, value: float) -> None:
    assert t_quantile(0.975, freedom) == pytest.approx(value, abs=6e-4)


def test_students_quantiles_far_out() -> None:
    assert t_quantile(0.9995, 9) == pytest.approx(4.781, abs=6e-4)
    assert t_quantile(0.995, 3) == pytest.approx(5.841, abs=6e-4)


def test_an_interval_by_hand() -> None:
    # mean 3, standard error sqrt(2.5 / 5), quantile 2.776 for four degrees of freedom
    found = interval([1.0, 2.0, 3.0, 4.0, 5.0])
    half = 2.776445 * math.sqrt(0.5)
    assert (found.mean, found.count) == (3.0, 5)
    assert found.low == pytest.approx(3.0 - half, abs=1e-5)
    assert found.high == pytest.approx(3.0 + half, abs=1e-5)
    assert not found.holds_zero


def test_an_interval_holds_the_truth_as_often_as_it_says() -> None:
    chance = random.Random(11)
    hits = sum(interval([chance.gauss(0, 1) for _ in range(6)]).holds_zero for _ in range(2000))
    # 1900 expected, standard deviation 10
    assert 1850 < hits < 1950


def test_one_value_says_nothing_of_its_spread() -> None:
    found = interval([7.0])
    assert (found.mean, found.low, found.high) == (7.0, -math.inf, math.inf)
    with pytest.raises(ValueError, match="at least one value"):
        interval([])


def test_all_pairs_are_looked_at_together() -> None:
    # a difference that is clear on its own at 95 %, and not among 45 pairs
    gaps = [0.1, 0.5, 0.9, 0.2, 0.8]
    assert not interval(gaps).holds_zero
    assert interval(gaps, 1.0 - 0.05 / 45).holds_zero
    two = {"a": gaps, "b": [0.0] * 5}
    assert clearly_better(two, 1.0)["a"] == {"b"}
    ten = {**two, **{f"c{k}": [0.0] * 5 for k in range(8)}}
    assert clearly_better(ten, 1.0)["a"] == set()


def test_less_is_better_where_the_criterion_says_so() -> None:
    found = {"a": [1.0, 1.1, 0.9], "b": [9.0, 9.1, 8.9]}
    assert clearly_better(found, 1.0) == {"a": set(), "b": {"a"}}
    assert clearly_better(found, -1.0) == {"a": {"b"}, "b": set()}


@pytest.mark.parametrize("criterion", criteria())
def test_places_follow_the_criterion(criterion: str) -> None:
    outcome = made_up(alike((B, C, A)), {A: 0.0, B: 0.0, C: 0.0})
    table = standings(outcome, criterion)
    assert [(row.place, row.entry.name) for row in table] == [(1, B), (2, C), (3, A)]
    assert standings(outcome, criterion, "late")[0].entry.name == B


def test_entries_that_cannot_be_told_apart_share_a_place() -> None:
    means = {(s, "security"): {A: 0.5, B: 0.5, C: 0.0} for s in ("early", "late")}
    table = standings(made_up(means, {A: 0.0, B: 0.0, C: 0.0}, noise=0.01), "security")
    assert sorted((row.place, row.entry.name) for row in table) == [(1, A), (1, B), (3, C)]
    assert all(row.score.low < row.score.mean < row.score.high for row in table)


def test_the_mean_is_over_the_others_and_the_baseline_is_its_own() -> None:
    outcome = made_up({}, {A: 0.25, B: 0.75})
    for meeting, played in outcome.played.items():
        if meeting[2] == meeting[3] == A:
            played["security"][...] = 9.0
    row = next(row for row in standings(outcome, "security") if row.entry.name == A)
    assert (row.score.mean, row.alone.mean) == (0.25, 9.0)
    assert row.score.count == 8


def test_who_wins_is_listed_by_setting_and_criterion() -> None:
    means = alike((A, B))
    means["late", "peace"] = signed((B, A), "peace")
    found = winners(made_up(means, {A: 0.0, B: 0.0}))
    assert set(found) == {(s, c) for s in ("early", "late") for c in criteria()}
    assert found["late", "peace"] == (B,)
    assert all(names == (A,) for key, names in found.items() if key != ("late", "peace"))


def test_one_that_is_always_first_is_said_to_be() -> None:
    said = whether_it_depends(made_up(alike((B, A)), {A: 0.0, B: 0.0}))
    assert said.startswith("Tit for tat comes first")
    assert "every setting by every criterion" in said
    both = whether_it_depends(made_up({}, {A: 0.0, B: 0.0}))
    assert both.startswith("Sits still and Tit for tat come first")


def test_what_the_winner_changes_with_is_said() -> None:
    means = alike((A, B))
    means["late", "peace"] = signed((B, A), "peace")
    said = whether_it_depends(made_up(means, {A: 0.0, B: 0.0}))
    assert said.startswith("What wins depends on the assumptions")
    assert "with the setting it changes for “Conflicts avoided”" in said
    assert "with the criterion it changes in “late”" in said
    assert said.count(".") == 1


def test_a_change_with_the_criterion_alone_is_said() -> None:
    means = alike((A, B))
    for setting in ("early", "late"):
        means[setting, "interests"] = signed((B, A), "interests")
    said = whether_it_depends(made_up(means, {A: 0.0, B: 0.0}))
    assert "with the criterion it changes in all of them" in said
    assert "with the setting" not in said


def test_a_change_with_the_setting_alone_is_said() -> None:
    means = {
        (setting, name): signed((A, B) if setting == "early" else (B, A), name)
        for setting in ("early", "late")
        for name in criteria()
    }
    said = whether_it_depends(made_up(means, {A: 0.0, B: 0.0}))
    assert "with the setting it changes for all of them" in said
    assert "with the criterion" not in said


def test_too_little_is_said_to_be_too_little() -> None:
    outcome = made_up({}, {A: 0.0, B: 0.0})
    outcome.played.clear()
    assert standings(outcome) == ()
    assert winners(outcome) == {}
    assert whether_it_depends(outcome) == "Too little was played to say who wins."
    assert "only one entry" in whether_it_depends(made_up({}, {A: 0.0}))


def test_another_criterion_or_setting_is_refused() -> None:
    outcome = made_up({}, {A: 0.0, B: 0.0})
    with pytest.raises(ValueError, match="criterion takes one of security"):
        standings(outcome, "glory")
    with pytest.raises(ValueError, match="setting takes one of early, late"):
        standings(outcome, "security", "never")
