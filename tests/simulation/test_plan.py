"""Plans: tasks cover what is missing, once; and what cannot be run is refused before it is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.simulation import WorldConfig
from bor_widgets.simulation.plan import MOST_TOGETHER, Plan, Task, times_of, together
from tests.hostile import VALUES


@given(
    done=st.lists(st.lists(st.booleans(), min_size=9, max_size=9), min_size=1, max_size=4),
    slots=st.integers(1, 5),
    most=st.none() | st.integers(1, 12),
)
def test_tasks_cover_what_is_missing_and_nothing_twice(
    done: list[list[bool]], slots: int, most: int | None
) -> None:
    plan = Plan((WorldConfig(states=3),) * len(done), 9, 4, 2)
    covered = np.array(done).astype(int)
    for task in plan.tasks(np.array(done), slots, most):
        assert 1 <= task.count <= (most or MOST_TOGETHER)
        covered[task.cell, task.first : task.first + task.count] += 1
    assert (covered == 1).all()


@given(st.integers(1, 60), st.integers(1, 60))
def test_the_last_round_is_always_measured(rounds: int, every: int) -> None:
    times = times_of(rounds, every)
    assert times[-1] == rounds
    assert set(times) == {k for k in range(1, rounds + 1) if k % every == 0 or k == rounds}
    assert list(times) == sorted(times)


def test_each_slot_gets_a_share_of_a_single_cell() -> None:
    plan = Plan((WorldConfig(states=4),), 200, 10, 10)
    assert len(list(plan.tasks(slots=2))) >= 4


def test_fewer_worlds_are_run_together_the_larger_they_are() -> None:
    counts = [together(WorldConfig(states=n)) for n in (4, 12, 50, 100, 500)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] >= 1


def test_work_grows_as_ties_do() -> None:
    plan = Plan((WorldConfig(states=4), WorldConfig(states=8)), 5, 1, 1)
    assert plan.work(Task(1, 0, 5)) == 4 * plan.work(Task(0, 0, 5))


def test_the_fingerprint_tells_plans_apart() -> None:
    config = WorldConfig(states=4)
    plans = [
        Plan((config,), 5, 4, 2),
        Plan((config,), 5, 4, 1),
        Plan((config,), 5, 5, 2),
        Plan((config,), 6, 4, 2),
        Plan((config, config), 5, 4, 2),
        Plan((config.with_(strikes=0.06),), 5, 4, 2),
        Plan((config.with_(seed=2),), 5, 4, 2),
    ]
    assert len({plan.fingerprint() for plan in plans}) == len(plans)
    assert Plan((config,), 5, 4, 2, "arrays").fingerprint() == plans[0].fingerprint()


@pytest.mark.parametrize("name", ["worlds", "rounds", "every"])
@pytest.mark.parametrize("value", [v for v in VALUES if v != 7 or isinstance(v, bool)])
def test_numbers_out_of_range_are_refused_by_name(name: str, value: Any) -> None:
    numbers = {"worlds": 2, "rounds": 2, "every": 1, name: value}
    with pytest.raises((TypeError, ValueError), match=rf"^{name} takes a whole number from 1 to"):
        Plan((WorldConfig(states=3),), **numbers)


def test_a_plan_of_no_worlds_or_too_many_is_refused() -> None:
    config = WorldConfig(states=3)
    with pytest.raises(TypeError, match="configs takes WorldConfigs"):
        Plan((), 1, 1, 1)
    with pytest.raises(TypeError, match="configs takes WorldConfigs"):
        Plan((config, "x"), 1, 1, 1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="at most 1,000,000 worlds; given were 1,200,000"):
        Plan((config,) * 2, 600_000, 1, 1)
    with pytest.raises(ValueError, match="measure less often"):
        Plan((config,), 100_000, 100, 1)
    with pytest.raises(ValueError, match="path takes one of arrays, compiled"):
        Plan((config,), 1, 1, 1, "fast")  # type: ignore[arg-type]
