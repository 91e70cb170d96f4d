"""A cluster of Dask on this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

#: seconds to wait for a process to say that it is ready
PATIENCE = 60


@dataclass
class Cluster:
    """A running cluster.

    Attributes
    ----------
    address
        The scheduler's.
    scheduler, workers
        The processes.
    folder
        Where they write what they say.
    """

    address: str
    scheduler: subprocess.Popen[bytes]
    folder: Path
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)


def _start(module: str, log: Path, *words: str) -> subprocess.Popen[bytes]:
    with log.open("wb") as stream:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{module}", *words],
            cwd=log.parent,
            stdout=stream,
            stderr=subprocess.STDOUT,
        )


def _said(log: Path, process: subprocess.Popen[bytes], words: str) -> str:
    """Wait until a process has said something, and return the line."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        for line in log.read_text(errors="replace").splitlines():
            if words in line:
                return line
        time.sleep(0.05)
    raise RuntimeError(f"nothing said {words!r}:\n{log.read_text(errors='replace')[-2000:]}")


@contextmanager
def cluster_here(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """Give a cluster on the loopback; every process ends with it."""
    log = folder / "scheduler.log"
    # port 0: the system gives a free one, and the scheduler says which
    local = ("--host", "tcp://127.0.0.1", "--no-dashboard")
    scheduler = _start("dask_scheduler", log, *local, "--port", "0", "--no-jupyter")
    cluster = Cluster("", scheduler, folder)
    try:
        line = _said(log, scheduler, "Scheduler at:")
        cluster.address = line.split("Scheduler at:")[1].strip()
        own = ("--no-nanny", "--nthreads", "1", "--local-directory", str(folder))
        for number in range(workers):
            log = folder / f"worker-{number}.log"
            cluster.workers.append(_start("dask_worker", log, cluster.address, *local[:3], *own))
        for number, worker in enumerate(cluster.workers):
            _said(folder / f"worker-{number}.log", worker, "Registered to:")
        yield cluster
    finally:
        for process in (*cluster.workers, scheduler):
            if process.poll() is None:
                process.kill()
        for process in (*cluster.workers, scheduler):
            process.wait(PATIENCE)
