"""Runs a plan: many tasks at once, on threads of this program or on a cluster.

Whatever the size of a task, the number of workers or the order in which they finish, a world
follows from its configuration and its number alone; so the results are the same, bit for bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event
from typing import Any

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.checkpoint import Checkpoint, header_of
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.engine import quickest_path
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.piece import Piece, play
from bor_widgets.simulation.plan import Plan, Task
from bor_widgets.simulation.progress import Clock, Tell
from bor_widgets.simulation.versions import versions
from bor_widgets.theory.checks import whole

#: seconds after which a run that waits for its workers looks whether it should stop
LOOK_EVERY = 0.1

#: tasks that are handed out for each slot: one to work on, and one to go on with
AHEAD = 2


WORDS = {
    "no_numba": "the package numba is not installed everywhere, and the compiled path takes it: "
    '`make worlds` or `pip install "bor-widgets[worlds]"` brings it; or take the path of arrays',
}


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does the work.

    Attributes
    ----------
    pool
        Takes the work and gives it back when it is done.
    slots
        How many tasks are worked on at a time.
    play
        Plays one task; called in the pool.
    compiled
        Whether all of them can take the compiled path.
    lost
        Whether a failure was a worker's death, so that its task is to be handed out again.
    """

    pool: Executor
    slots: int
    play: Callable[..., Piece | None]
    compiled: bool
    lost: Callable[[BaseException], bool] = lambda _: False


@dataclass(slots=True)
class Runs:
    """What came of a plan, as far as it was run.

    Attributes
    ----------
    plan
        What was to be run.
    values : (cells, worlds, T, M)
        Each measure at each measurement; not a number also where a world was not run.
    done : (cells, worlds)
        Which worlds were run.
    """

    plan: Plan
    values: Any
    done: Any

    @property
    def complete(self) -> bool:
        """Whether all worlds were run."""
        return bool(self.done.all())


def run_on(
    plan: Plan,
    scheduler: str | None = None,
    *,
    threads: int = 2,
    checkpoint: Path | None = None,
    about: Mapping[str, Any] | None = None,
    on_progress: Tell | None = None,
    stop: Event | None = None,
) -> Runs:
    """Run a plan, in this program or on a cluster.

    Parameters
    ----------
    scheduler
        Address of a scheduler of Dask, such as ``tcp://host:port``; threads here by default.
    threads
        Threads, where there is no scheduler.
    checkpoint
        A file that keeps what is finished; if it is there already, the run goes on with it.
    about
        What is run, for the checkpoint.
    on_progress
        Told how far the run is; called in this thread.
    stop
        Stops the run once it is set; what is finished is kept.

    Raises
    ------
    TypeError, ValueError
        For numbers outside their range, or a checkpoint of another run.
    ConnectionError
        If the cluster cannot be reached, or is lost.
    """
    whole("threads", threads, 1, 256)
    stop = stop or Event()
    shape = (len(plan.times), len(measures()))
    runs = Runs(
        plan,
        np.full((len(plan.configs), plan.worlds, *shape), np.nan),
        np.zeros((len(plan.configs), plan.worlds), np.bool_),
    )
    if scheduler is None:
        crew: AbstractContextManager[Workers] = on_threads(threads, stop)
    else:
        from bor_widgets.simulation.cluster import on_cluster

        crew = on_cluster(scheduler)
    with crew as workers:
        runs.plan = plan = on_path(plan, workers, checkpoint)
        with _opened(checkpoint, plan, about, shape) as kept:
            for task, values in kept.held if kept else ():
                _take(runs, task, values)
            clock = _clock(plan, runs, on_progress)
            clock.say()
            tasks = plan.tasks(runs.done.copy(), workers.slots)
            for task, piece in finished(plan, tasks, workers, stop):
                if kept:
                    kept.add(task, piece.values)
                _take(runs, task, piece.values)
                clock.count(task.count, plan.work(task))
    return runs


def on_path(plan: Plan, workers: Workers, checkpoint: Path | None = None) -> Plan:
    """Choose how rounds are computed: as asked, as a checkpoint began, or the quickest way.

    Raises
    ------
    ModuleNotFoundError
        If the compiled path is asked for where numba is not installed.
    """
    path = plan.path
    if path is None and checkpoint is not None and Path(checkpoint).is_file():
        begun = header_of(Path(checkpoint)).get("path")
        path = begun if begun in ("arrays", "compiled") else None
    if path == "compiled" and not workers.compiled:
        raise ModuleNotFoundError(WORDS["no_numba"])
    return replace(plan, path=path or ("compiled" if workers.compiled else "arrays"))


@contextmanager
def on_threads(threads: int, stop: Event) -> Iterator[Workers]:
    """Give threads of this program; when they are left, all of them have ended."""
    halt = Event()

    def stopped() -> bool:
        return halt.is_set() or stop.is_set()

    def work(config: WorldConfig, numbers: Sequence[int], *how: Any) -> Piece | None:
        rounds, every, path = how
        return play(config, numbers, rounds, every, path, stopped)

    with ThreadPoolExecutor(threads, thread_name_prefix="worlds") as pool:
        try:
            yield Workers(pool, threads, work, quickest_path() == "compiled")
        finally:
            halt.set()
            pool.shutdown(wait=True, cancel_futures=True)


def finished(
    plan: Plan, tasks: Iterator[Task], workers: Workers, stop: Event
) -> Iterator[tuple[Task, Piece]]:
    """Have tasks done and hand out what came of each, in the order in which they finish."""
    arrived: SimpleQueue[Future[Piece | None]] = SimpleQueue()
    under_way: dict[Future[Piece | None], Task] = {}

    def send(task: Task) -> None:
        config = plan.configs[task.cell]
        what = (config, task.numbers, plan.rounds, plan.every, plan.path)
        future = workers.pool.submit(workers.play, *what)
        under_way[future] = task
        future.add_done_callback(arrived.put)

    def send_more() -> None:
        for task in islice(tasks, max(0, AHEAD * workers.slots - len(under_way))):
            send(task)

    try:
        if not stop.is_set():
            send_more()
        while under_way:
            try:
                # what has arrived is kept even when the run is to stop
                future = arrived.get(block=not stop.is_set(), timeout=LOOK_EVERY)
            except Empty:
                if stop.is_set():
                    return
                continue
            task = under_way.pop(future)
            try:
                piece = future.result()
            except BaseException as error:
                if not workers.lost(error):
                    raise
                send(task)
                continue
            if piece is not None:
                yield task, piece
            if not stop.is_set():
                send_more()
    finally:
        for future in under_way:
            future.cancel()


def _opened(
    path: Path | None, plan: Plan, about: Mapping[str, Any] | None, shape: tuple[int, int]
) -> AbstractContextManager[Checkpoint | None]:
    if path is None:
        return nullcontext()
    header = {
        **(about or {}),
        "plan": plan.fingerprint(),
        "path": plan.path,
        "measures": list(measures()),
        "versions": versions(),
    }
    return Checkpoint.open(Path(path), header, shape)


def _take(runs: Runs, task: Task, values: Any) -> None:
    place = slice(task.first, task.first + task.count)
    runs.values[task.cell, place] = values
    runs.done[task.cell, place] = True


def _clock(plan: Plan, runs: Runs, tell: Tell | None) -> Clock:
    left = (~runs.done).sum(axis=1)
    ties = np.array([config.states**2 for config in plan.configs], float)
    return Clock(plan.total, int(runs.done.sum()), float((left * ties).sum()), tell)
