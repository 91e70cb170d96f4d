"""Many worlds of one configuration: the same bits however they are run."""

from __future__ import annotations

import threading
import warnings
from threading import Event

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bor_widgets.simulation import WorldConfig
from bor_widgets.simulation import plan as plan_module
from bor_widgets.simulation.engine import Engine, Path, quickest_path
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.plan import Plan
from bor_widgets.simulation.progress import Clock, Progress
from bor_widgets.simulation.replicate import Replications, replicate
from bor_widgets.simulation.world import World

PATHS: tuple[Path, ...] = ("arrays",) if quickest_path() == "arrays" else ("arrays", "compiled")

#: a world with all doctrines, and of a size at which sums are not exact in any order
MANY_SIDED = WorldConfig(states=9, values=0.3, soft=0.3, power=0.3, strikes=0.4)

WORLDS, ROUNDS, EVERY = 21, 9, 4

#: each path's result, run all at once on one thread
_whole: dict[Path, Replications] = {}


def run_whole(path: Path) -> Replications:
    """All worlds in one task, on one thread."""
    if path not in _whole:
        _whole[path] = in_tasks_of(WORLDS, path, threads=1)
    return _whole[path]


def in_tasks_of(most: int, path: Path, threads: int, worlds: int = WORLDS) -> Replications:
    """The same worlds in tasks of a size."""
    before = Plan.tasks
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Plan, "tasks", lambda plan, **_: before(plan, most=most))
        return replicate(MANY_SIDED, worlds, ROUNDS, EVERY, path, threads)


@settings(max_examples=12)
@given(most=st.integers(1, WORLDS), threads=st.integers(1, 4), path=st.sampled_from(PATHS))
@example(most=1, threads=1, path=PATHS[0])
@example(most=1, threads=3, path=PATHS[-1])
@example(most=2, threads=2, path=PATHS[-1])
def test_the_bits_do_not_depend_on_tasks_or_threads(most: int, threads: int, path: Path) -> None:
    assert in_tasks_of(most, path, threads).same_as(run_whole(path))


@pytest.mark.parametrize("path", PATHS)
def test_fewer_worlds_are_the_first_of_more(path: Path) -> None:
    few, all_ = in_tasks_of(5, path, 2, worlds=7), run_whole(path)
    assert few.values.tobytes() == all_.values[:7].tobytes()
    assert few.given_up.tobytes() == all_.given_up[:7].tobytes()


@pytest.mark.parametrize("path", PATHS)
def test_every_world_is_the_one_that_is_run_alone(path: Path) -> None:
    # measured after each round, a replication is a World of the same number
    found = replicate(MANY_SIDED, 3, 5, 1, path, 2)
    for number in range(3):
        alone = World(MANY_SIDED, number=number, path=path).run(5)
        for name in measures():
            np.testing.assert_array_equal(found.of(name)[number], alone.history[name])


def test_the_measures_between_two_times_are_summed() -> None:
    # the share of compromise after four rounds is that of all ties struck in them
    found = replicate(MANY_SIDED, 2, ROUNDS, EVERY, "arrays")
    assert found.times == (4, 8, 9)
    engine = Engine.of(MANY_SIDED, [0, 1], "arrays")
    moves = sum((engine.step().moves for _ in range(4)), np.zeros((2, 8), int))
    np.testing.assert_array_equal(found.of("compromise")[:, 0], moves[:, 1] / moves.sum(axis=1))


def test_the_sums_of_each_state_are_what_they_say() -> None:
    found = replicate(MANY_SIDED, 2, ROUNDS, EVERY, "arrays")
    engine = Engine.of(MANY_SIDED, [0, 1], "arrays")
    before = engine.worlds.capability.copy()
    fights, given_up = np.zeros((2, 9)), np.zeros((2, 9))
    for _ in range(ROUNDS):
        tallies = engine.step()
        fights += tallies.fights
        given_up += tallies.given_up
    np.testing.assert_array_equal(found.conflicts, fights)
    np.testing.assert_allclose(found.given_up, given_up, rtol=1e-12)
    np.testing.assert_array_equal(found.growth, engine.worlds.capability / before)
    np.testing.assert_array_equal(found.doctrine, engine.worlds.doctrine)
    # the states' security, on average, is the measure of it, on average over its times
    np.testing.assert_allclose(
        found.security.mean(axis=1), found.of("relational_security").mean(axis=1), rtol=1e-12
    )


def test_a_stop_keeps_what_is_finished() -> None:
    stop, seen = Event(), []

    def tell(progress: Progress) -> None:
        seen.append(progress)
        if progress.done:
            stop.set()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan_module, "FEWEST_TOGETHER", 2)
        patch.setattr(plan_module, "MOST_TOGETHER", 2)
        found = replicate(MANY_SIDED, 60, ROUNDS, EVERY, "arrays", 2, tell, stop)
    assert not found.complete
    assert 0 < len(found.numbers) < 60
    whole = replicate(MANY_SIDED, 60, ROUNDS, EVERY, "arrays")
    assert found.values.tobytes() == whole.values[found.numbers].tobytes()
    assert seen[0].done == 0
    assert [each.total for each in seen] == [60] * len(seen)


def test_a_run_that_is_stopped_before_it_begins_has_nothing() -> None:
    stop = Event()
    stop.set()
    found = replicate(MANY_SIDED, 5, stop=stop)
    assert found.values.shape == (0, 10, len(measures()))
    assert found.security.shape == found.doctrine.shape == (0, 9)
    assert not found.complete


def test_the_one_who_is_told_may_stop_it_by_a_fault() -> None:
    def tell(progress: Progress) -> None:
        if progress.done:
            raise KeyboardInterrupt

    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        replicate(MANY_SIDED, 200, 50, 10, "arrays", 2, tell)
    assert threading.active_count() == before  # nothing goes on behind


def test_progress_ends_at_all_and_never_falls() -> None:
    seen: list[Progress] = []
    replicate(MANY_SIDED, 100, 4, 4, "arrays", 2, seen.append)
    assert [each.done for each in seen] == sorted(each.done for each in seen)
    assert (seen[0].done, seen[0].left, seen[0].share) == (0, None, 0.0)
    assert (seen[-1].done, seen[-1].left, seen[-1].share) == (100, 0.0, 1.0)


def test_the_time_left_follows_from_the_work_left(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    clock = Clock(total=30, done=10, work=80.0, _began=0.0)
    now[0] = 6.0
    clock.count(5, 20.0)
    # a quarter of the work took 6 seconds, so the rest takes 18
    assert clock.now() == Progress(15, 30, 6.0, 18.0)


def test_many_threads_leave_the_warnings_of_the_program_as_they_were() -> None:
    before = list(warnings.filters)
    replicate(MANY_SIDED, 64, 12, 1, "arrays", 8)
    assert warnings.filters == before


@pytest.mark.parametrize("threads", [0, -1, 257, True, 1.5, "2", None])
def test_threads_out_of_range_are_refused(threads: object) -> None:
    with pytest.raises((TypeError, ValueError), match="threads takes a whole number from 1 to 256"):
        replicate(MANY_SIDED, 2, 2, threads=threads)  # type: ignore[arg-type]


def test_what_is_no_measure_is_refused() -> None:
    found = replicate(MANY_SIDED, 2, 2, 2, "arrays")
    with pytest.raises(ValueError, match="measure takes one of relational_security"):
        found.of("peace")


def test_means_and_shares_are_over_worlds() -> None:
    found = replicate(MANY_SIDED, 6, ROUNDS, EVERY, "arrays")
    values = found.of("harmony")
    np.testing.assert_allclose(found.mean("harmony").mean, values.mean(axis=0))
    middle = float(np.median(values[:, -1]))
    share = found.share("harmony", middle)
    assert share.mean[-1] == (values[:, -1] > middle).mean()
    assert share.n.tolist() == [6, 6, 6]
