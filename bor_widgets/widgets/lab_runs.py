"""A run over many configurations that can be looked at while it goes on, stopped and resumed."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.batch import Runs, finished, on_path, on_threads
from bor_widgets.simulation.engine import Path, quickest_path
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.plan import Plan
from bor_widgets.simulation.progress import Clock, Progress

#: threads of a page: a lecture has a laptop
THREADS = 2

#: ties times rounds from which it pays to make the compiled path ready, which takes seconds
LARGE = 3e7

_ready: set[str] = set()


def path_for(work: float) -> Path:
    """Return how rounds are best computed: compiled where that is quicker in the end.

    Parameters
    ----------
    work
        Ties times rounds of everything that is to be run.
    """
    if quickest_path() == "compiled" and (work >= LARGE or "compiled" in _ready):
        return "compiled"
    return "arrays"


def was_run(path: str | None) -> None:
    """Remember that a path is ready, so that small runs may take it too."""
    _ready.add(str(path))


def empty_runs(plan: Plan) -> Runs:
    """Return a run of which nothing is done."""
    shape = (len(plan.configs), plan.worlds)
    values = np.full((*shape, len(plan.times), len(measures())), np.nan)
    return Runs(plan, values, np.zeros(shape, np.bool_))


def work_of(plan: Plan) -> float:
    """Return ties times rounds of a plan."""
    return float(sum(config.states**2 for config in plan.configs) * plan.worlds * plan.rounds)


def go_on(runs: Runs, stop: Event, tell: Callable[[Progress], object]) -> Runs:
    """Run what is not done yet; the result is the same however often it was stopped.

    Parameters
    ----------
    runs
        Filled as worlds finish, so that it can be looked at meanwhile.
    stop
        Stops it once it is set.
    tell
        Told after each task.
    """
    with on_threads(THREADS, stop) as crew:
        runs.plan = plan = on_path(runs.plan, crew)
        ties = np.array([config.states**2 for config in plan.configs], float)
        left = float(((~runs.done).sum(axis=1) * ties).sum())
        clock = Clock(plan.total, int(runs.done.sum()), left, tell)
        clock.say()
        for task, piece in finished(plan, plan.tasks(runs.done.copy(), THREADS), crew, stop):
            place = slice(task.first, task.first + task.count)
            runs.values[task.cell, place] = piece.values
            runs.done[task.cell, place] = True
            was_run(plan.path)
            clock.count(task.count, plan.work(task))
    return runs
