"""Clusters: the same bits as here, whoever does the work and whoever dies at it."""

from __future__ import annotations

import logging
import signal
import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from threading import Event
from typing import Any

import psutil
import pytest

from bor_widgets.simulation import WorldConfig
from bor_widgets.simulation.batch import Workers, finished
from bor_widgets.simulation.cluster import check_address, on_cluster, play_remotely
from bor_widgets.simulation.piece import play
from bor_widgets.simulation.plan import Plan, Task
from bor_widgets.simulation.progress import Progress
from bor_widgets.simulation.sweep import Sweep
from tests.hostile import VALUES
from tests.simulation.cluster_here import cluster_here

SMALL = WorldConfig(states=5, neighbours=1, strikes=0.3)


def computed(process: subprocess.Popen[bytes]) -> float:
    """Seconds for which a process has computed."""
    return float(psutil.Process(process.pid).cpu_times().user)


def test_a_worker_killed_in_mid_sweep_changes_no_bit(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    axes = {"gap_weight": tuple(k / 14 for k in range(15)), "strikes": (0.1, 0.9)}
    sweep = Sweep.over(SMALL, axes, worlds=30, rounds=30, every=15)
    here = sweep.run(path="arrays")
    with cluster_here(tmp_path) as cluster:
        idle: list[float] = []
        killed: list[int] = []

        def tell(progress: Progress) -> None:
            # only a worker that is seen to have begun is killed, and only in the middle
            if not idle:
                idle.extend(computed(worker) for worker in cluster.workers)
            if not killed and 0.1 < progress.share < 0.9:
                for number, worker in enumerate(cluster.workers):
                    if computed(worker) - idle[number] >= 0.1:
                        worker.send_signal(signal.SIGKILL)
                        worker.wait(30)
                        killed.append(number)
                        return

        there = sweep.run(cluster.address, path="arrays", on_progress=tell)
        assert len(killed) == 1
        assert cluster.workers[killed[0]].returncode == -signal.SIGKILL
        assert cluster.workers[1 - killed[0]].poll() is None
        assert there.complete
        assert there.same_as(here)

        # stopped there and resumed here, it is still the same
        stop = Event()

        def halfway(progress: Progress) -> None:
            if progress.share >= 0.3:
                stop.set()

        part = sweep.run(
            cluster.address,
            path="arrays",
            checkpoint=tmp_path / "x",
            on_progress=halfway,
            stop=stop,
        )
        assert 0 < part.measured.done.sum() < part.measured.done.size
        assert sweep.run(checkpoint=tmp_path / "x").same_as(here)

        # the scheduler lost in the middle: one sentence, and what was finished is kept
        def end_it(progress: Progress) -> None:
            if progress.share >= 0.2:
                cluster.scheduler.kill()

        with pytest.raises(ConnectionError, match=r"^the scheduler at .* was lost"):
            sweep.run(cluster.address, path="arrays", checkpoint=tmp_path / "y", on_progress=end_it)
        seen: list[Progress] = []
        assert sweep.run(checkpoint=tmp_path / "y", on_progress=seen.append).same_as(here)
        assert seen[0].share >= 0.2


def test_no_scheduler_and_no_worker_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("bor_widgets.simulation.cluster.PATIENCE", 1)
    levels = logging.getLogger("distributed").level
    with cluster_here(tmp_path, workers=0) as cluster:
        with (
            pytest.raises(ConnectionError, match="has no workers: start one with `dask worker tcp"),
            on_cluster(cluster.address),
        ):
            pass
        address = cluster.address
    # what listens no longer cannot answer
    sweep = Sweep.over(SMALL, {"tie": (0.1, 0.2)}, worlds=2, rounds=2)
    with pytest.raises(ConnectionError, match=r"no scheduler answers at tcp://127.0.0.1:"):
        sweep.run(address, checkpoint=tmp_path / "x")
    assert not (tmp_path / "x").exists()
    assert logging.getLogger("distributed").level == levels


@pytest.mark.parametrize(
    "address",
    [*VALUES, "tcp://", "tcp://host", "http://host:80", "tcp://host:8786/x", "tcp://ho st:1"],
)
def test_what_is_no_address_is_refused(address: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=r"^scheduler takes an address such as tcp"):
        check_address(address)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:8786", "tls://a.b-c:1", "tcp://[::1]:80"])
def test_addresses_are_taken(address: str) -> None:
    assert check_address(address) == address


class Died(Exception):
    """A worker's death, as a pool tells of it."""


class Deadly(Executor):
    """A pool whose workers die at some tasks, the first times that they meet them."""

    def __init__(self, deaths: dict[int, int]) -> None:
        self.left = dict(deaths)
        self.handed = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.handed += 1
        future: Future[Any] = Future()
        first = args[1].start
        if self.left.get(first, 0):
            self.left[first] -= 1
            future.set_exception(Died())
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_the_work_of_the_dead_is_handed_out_again() -> None:
    plan = Plan((SMALL,), 12, 3, 3, "arrays")
    pool = Deadly({0: 1, 6: 3})
    workers = Workers(pool, 2, play, False, lambda error: isinstance(error, Died))
    found = dict(finished(plan, plan.tasks(most=3), workers, Event()))
    assert sorted(task.first for task in found) == [0, 3, 6, 9]
    assert pool.handed == 4 + 1 + 3
    alone = play(SMALL, range(12), 3, 3, "arrays")
    assert alone is not None
    for task, piece in found.items():
        assert piece.values.tobytes() == alone.values[task.first : task.first + 3].tobytes()


def test_a_fault_is_not_taken_for_a_death() -> None:
    plan = Plan((SMALL,), 3, 3, 3, "arrays")
    workers = Workers(Deadly({0: 1}), 1, play, False)
    with pytest.raises(Died):
        list(finished(plan, iter([Task(0, 0, 3)]), workers, Event()))


def test_a_worker_of_another_version_refuses() -> None:
    with pytest.raises(ValueError, match=r"a worker has bor_widgets .*, and here is 99"):
        play_remotely({"bor_widgets": "99"}, SMALL, range(2), 2, 2, "arrays")


def test_where_numba_is_missing_the_compiled_path_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bor_widgets.simulation.batch.quickest_path", lambda: "arrays")
    sweep = Sweep.over(SMALL, {"tie": (0.1, 0.2)}, worlds=2, rounds=2)
    with pytest.raises(ModuleNotFoundError, match="numba is not installed everywhere"):
        sweep.run(path="compiled")
    assert sweep.run().measured.path == "arrays"


def test_nothing_waits_for_a_pool_that_is_stopped() -> None:
    class Silent(Executor):
        """A pool that never gives an answer."""

        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            del fn, args, kwargs
            return Future()

    stop = Event()
    plan = Plan((SMALL,), 3, 3, 3, "arrays")
    going = finished(plan, plan.tasks(), Workers(Silent(), 1, play, False), stop)
    threading.Timer(0.3, stop.set).start()
    assert list(going) == []
    assert stop.is_set()
