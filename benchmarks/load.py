"""A crowd of students at once, ours beside plain Voila: ``python -m benchmarks.load``.

Each student opens the console over HTTP and a websocket, moves the slider of threat perception
every two seconds for a minute, and leaves. Only this machine is asked, only for as long as the
arguments say. Both servers run one after the other in the same run, with the same notebook;
plain Voila has its default settings. Three designs of ours can be compared: Pythons that are
forked from one that is ready, Pythons that are started, and (memory only) one Python for all.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import psutil

from benchmarks.load_student import Kept, Student
from tests.browser.harness import ROOT, free_port, read_on, without_a_journal

#: Designs by name: what is started (the port follows), and the page of the console below it.
DESIGNS: dict[str, tuple[tuple[str, ...], str]] = {
    "plain Voila": (
        ("-m", "voila", "notebooks/console.ipynb", "--no-browser", "--port"),
        "",
    ),
    # the same page in a notebook that begins as most do: NumPy, networkx, plotly, a figure widget
    "plain, usual imports": (
        ("-m", "voila", "benchmarks/notebooks/usual.ipynb", "--no-browser", "--port"),
        "",
    ),
    "started": (
        ("-m", "benchmarks.load_started", "serve", "--spare", "2", "--port"),
        "voila/render/console.ipynb",
    ),
    "forked": (
        ("-m", "bor_widgets.cli", "serve", "--spare", "2", "--port"),
        "voila/render/console.ipynb",
    ),
}

#: Most students that are let loose on one machine.
MOST = 200

#: Seconds between two moves of one student.
PACE = 2.0

#: Seconds until a server must listen.
STARTS_WITHIN = 60.0

#: Seconds that a server is left alone before its memory is read.
SETTLES = 6.0


@dataclass(frozen=True)
class Crowd:
    """What a crowd met on one server.

    Parameters
    ----------
    design : str
        Which server.
    students : tuple of Kept
        One for each.
    empty, full : float
        Megabytes of all its processes, shared memory counted once: before, and with all there.
    """

    design: str
    students: tuple[Kept, ...]
    empty: float
    full: float

    @property
    def each(self) -> float:
        """Megabytes that one more student takes."""
        return (self.full - self.empty) / len(self.students)

    @property
    def in_all(self) -> float:
        """Megabytes of the whole server for each student."""
        return self.full / len(self.students)


def megabytes(process: psutil.Process) -> float:
    """Return what a process and all below it hold; what several share is counted once."""
    found = 0
    for each in (process, *process.children(recursive=True)):
        with contextlib.suppress(psutil.Error):  # one may end while the others are read
            found += each.memory_full_info().pss
    return found / 1e6


def wait_until_it_listens(port: int) -> None:
    """Knock, without asking for a page: plain Voila would start a Python for each."""
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1.0).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


@contextlib.contextmanager
def running(design: str) -> Iterator[tuple[str, psutil.Process]]:
    """Start a server on a free port of this machine; end it with all below it."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, *DESIGNS[design][0], str(port)],
        cwd=ROOT,
        env={**without_a_journal(), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    read_on(process.stdout)
    address = f"http://127.0.0.1:{port}/"
    try:
        wait_until_it_listens(port)
        time.sleep(SETTLES)
        yield address, psutil.Process(process.pid)
    finally:
        below = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(30)
        for each in below:
            with contextlib.suppress(psutil.Error):
                each.kill()
        if process.poll() is None:
            process.kill()
            process.wait()


async def crowd(
    address: str, page: str, many: int, seconds: float, server: psutil.Process
) -> tuple[list[Kept], float]:
    """Let many students work at once; return what they met, and the memory with all there."""
    dice = random.Random(1)
    students = [Student(address, page, "threat") for _ in range(many)]
    await asyncio.gather(*(student.open() for student in students))

    async def works(student: Student) -> None:
        if student.kept.usable is None:
            return
        await asyncio.sleep(dice.uniform(0, PACE))
        until = time.monotonic() + seconds
        threat = dice.random()
        while time.monotonic() < until:
            began = time.monotonic()
            threat = (threat + 0.07) % 1.0
            await student.move(threat)
            await asyncio.sleep(max(0.0, PACE - (time.monotonic() - began)))

    await asyncio.gather(*(works(student) for student in students))
    full = await asyncio.to_thread(megabytes, server)
    await asyncio.gather(*(student.leave() for student in students))
    return [student.kept for student in students], full


def measure(design: str, many: int, seconds: float) -> Crowd:
    """Start one server and let a crowd at it."""
    with running(design) as (address, server):
        empty = megabytes(server)
        kept, full = asyncio.run(crowd(address, DESIGNS[design][1], many, seconds, server))
    return Crowd(design, tuple(kept), empty, full)


def share(values: Sequence[float], at: float) -> float:
    """Return the value below which a share of all lies; not a number without values."""
    if not values:
        return float("nan")
    return sorted(values)[min(len(values) - 1, int(at * len(values)))]


def report(found: Crowd) -> str:
    """Return a row of the table."""
    usable = [s.usable for s in found.students if s.usable is not None]
    answers = [1000 * each for s in found.students for each in s.answers]
    failures = [each for s in found.students for each in s.failures]
    row = (
        f"| {found.design} | {len(found.students)} "
        f"| {statistics.median(usable) if usable else float('nan'):.1f} "
        f"| {max(usable, default=float('nan')):.1f} "
        f"| {share(answers, 0.5):.0f} | {share(answers, 0.95):.0f} | {len(answers)} "
        f"| {found.each:.1f} | {found.in_all:.1f} | {len(failures)} |"
    )
    kinds = sorted({re.sub(r"[0-9a-f]{6,}", "…", each) for each in failures})
    return "\n".join([row, *(f"  {kind}" for kind in kinds)])


#: One Python for all, as far as memory goes: how much one more console takes in it.
TOGETHER = """
import os, sys
os.environ["BOR_JOURNAL"] = "none"
import psutil
from bor_widgets.dashboards.console import page
many, me, kept = int(sys.argv[1]), psutil.Process(), [page()]
before = me.memory_full_info().pss
kept += [page() for _ in range(many)]
print((me.memory_full_info().pss - before) / many / 1e6)
"""


def together(many: int) -> float:
    """Return the megabytes of one more console in a Python that all students share."""
    command = [sys.executable, "-c", TOGETHER, str(many)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


HEAD = """| server | students | usable, median s | last s | slider, median ms | p95 ms | moves \
| MB each | MB in all, each | failures |
|---|---|---|---|---|---|---|---|---|---|"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table; 1 if anyone failed on a server of ours."""
    parser = argparse.ArgumentParser(prog="make load", description=__doc__)
    parser.add_argument("--students", type=int, default=40, help="1 to 200 (default: 40)")
    parser.add_argument("--seconds", type=float, default=60.0, help="1 to 600 (default: 60)")
    parser.add_argument("--designs", nargs="+", choices=[*DESIGNS], default=[*DESIGNS])
    asked = parser.parse_args(arguments)
    if not 1 <= asked.students <= MOST or not 1 <= asked.seconds <= 600:
        parser.error(f"--students takes 1 to {MOST}, --seconds 1 to 600")
    print(HEAD, flush=True)
    rows = []
    for design in asked.designs:
        rows.append(measure(design, asked.students, asked.seconds))
        print(report(rows[-1]), flush=True)
    plain = [row for row in rows if row.design.startswith("plain")]
    ours = [row for row in rows if row not in plain]
    for row, beside in itertools.product(ours, plain):
        print(
            f"{row.design}: {row.each / beside.each:.0%} of the memory of {beside.design} for one "
            f"more student, {row.in_all / beside.in_all:.0%} of the whole"
        )
    print(f"one Python for all (not built: memory only): {together(asked.students):.1f} MB each")
    return int(any(s.failures for row in ours for s in row.students))


if __name__ == "__main__":
    sys.exit(main())
