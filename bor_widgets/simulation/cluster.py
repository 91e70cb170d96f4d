"""Work on a cluster of Dask: the same tasks, handed to workers elsewhere.

A worker that dies costs nothing but time: the scheduler, or this program, hands its tasks to
another. What comes back does not depend on who did it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from bor_widgets.simulation.batch import Workers
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.piece import Piece, play
from bor_widgets.simulation.versions import versions

#: seconds to wait for a scheduler to answer, and for a first worker
PATIENCE = 20

#: how often one run hands out tasks anew whose worker died
MOST_DEATHS = 1_000

WORDS = {
    "missing": "the package distributed is not installed: `make worlds` brings it, and so does "
    '`pip install "bor-widgets[worlds]"`',
    "address": "scheduler takes an address such as tcp://host:8786; given was {given!r:.100}",
    "unreachable": "no scheduler answers at {address}: is it running, and is that its address?",
    "no_workers": "the scheduler at {address} has no workers: start one with "
    "`dask worker {address}`",
    "other_version": "{worker} has {package} {theirs}, and here is {ours}: its worlds could differ",
    "lost": "the scheduler at {address} was lost; what was finished is kept",
}


def check_address(scheduler: str) -> str:
    """Return the address of a scheduler, if it can be one.

    Raises
    ------
    TypeError, ValueError
        If it cannot.
    """
    if not isinstance(scheduler, str):
        raise TypeError(WORDS["address"].format(given=scheduler))
    if not re.fullmatch(r"(tcp|tls|ws|wss)://(\[[0-9a-fA-F:.]+\]|[\w.-]+):\d{1,5}", scheduler):
        raise ValueError(WORDS["address"].format(given=scheduler))
    return scheduler


@contextmanager
def on_cluster(scheduler: str) -> Iterator[Workers]:
    """Give the workers of a cluster.

    Parameters
    ----------
    scheduler
        Its address.

    Raises
    ------
    ModuleNotFoundError
        If distributed is not installed; the sentence says what brings it.
    ValueError
        If a worker could not give the same bits.
    ConnectionError
        If the cluster cannot be reached, has no workers, or is lost.
    """
    address = check_address(scheduler)
    distributed = _distributed()
    with _hushed():
        try:
            client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError):
            raise ConnectionError(WORDS["unreachable"].format(address=address)) from None
        try:
            slots, compiled = _look_at(client, address)
            pool = client.get_executor(pure=False)
            try:
                work = partial(play_remotely, versions())
                yield Workers(pool, slots, work, compiled, _Deaths(distributed.KilledWorker))
            except (CancelledError, OSError) as error:
                # a full disk here is no fault of the cluster
                if client.status == "running" and not isinstance(error, CancelledError):
                    raise
                raise ConnectionError(WORDS["lost"].format(address=address)) from None
            finally:
                with suppress(Exception):
                    pool.shutdown(wait=False)
        finally:
            with suppress(Exception):
                client.close(timeout=2)


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep Dask from telling of deaths and lost connections: what matters is told in a sentence."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def play_remotely(
    expected: dict[str, str], config: WorldConfig, numbers: range, *how: Any
) -> Piece | None:
    """Play a task in a worker, if its packages are those of the program that asks."""
    _compare("a worker", versions(), expected)
    return play(config, numbers, *how)


def about_worker() -> dict[str, str]:
    """Return what decides the bits of a worker's results."""
    return {**versions(), "numba": "there" if find_spec("numba") is not None else ""}


class _Deaths:
    """Tells a worker's death from a fault, as long as there are not too many."""

    def __init__(self, kind: type[BaseException]) -> None:
        self.kind = kind
        self.count = 0

    def __call__(self, error: BaseException) -> bool:
        if not isinstance(error, self.kind) or self.count >= MOST_DEATHS:
            return False
        self.count += 1
        return True


def _look_at(client: Any, address: str) -> tuple[int, bool]:
    """Return how many tasks all workers take at a time, and whether all have numba."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        raise ConnectionError(WORDS["no_workers"].format(address=address)) from None
    told = client.run(about_worker)
    for worker, theirs in told.items():
        _compare(worker, theirs, versions())
    compiled = all(theirs["numba"] for theirs in told.values())
    return max(1, int(sum(client.nthreads().values()))), compiled


def _compare(worker: str, theirs: Mapping[str, str], ours: Mapping[str, str]) -> None:
    for package, version in ours.items():
        if theirs.get(package) != version:
            raise ValueError(
                WORDS["other_version"].format(
                    worker=worker, package=package, theirs=theirs.get(package), ours=version
                )
            )


def _distributed() -> Any:
    try:
        return import_module("distributed")
    except ModuleNotFoundError:
        raise ModuleNotFoundError(WORDS["missing"]) from None
