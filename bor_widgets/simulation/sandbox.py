"""A separate process with limits, in which a student's function is asked.

What the limits do: they end accidents. A loop that never ends, memory without end, endless
printing, a crash, a fork, a read of the keyboard all end in one report, and the page or the
command that asked goes on. What they do not do: they are no wall against an attacker. The
function runs as the same user on the same machine, and whoever wants to can find a way around
a guard that is written in Python. Do not run a stranger's function that you would not run at
all; a rule table holds no code and is safe from anybody.

Systems differ:

- Linux: computing time, memory, size of files, open files and processes are limited by the
  system. A superuser's process may still fork; Python's own guard stops that.
- macOS: the same but for memory, which the system does not hold to; it is looked at ten times
  a second, and the process is ended when it has too much.
- Windows: only the time on the clock, what is printed and Python's own guard; neither
  computing time nor memory.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bor_widgets.theory.checks import whole, within

CHILD = Path(__file__).with_name("sandbox_child.py")

#: seconds that a process may take to start and to end, beside its own time
GRACE = 5.0

#: bytes that answers may take: all moves, many times over
MOST_TOLD = 500_000

#: how often a process, and its memory, is looked at, in seconds
LOOK, LOOK_AT_MEMORY = 0.02, 0.1

#: whether the system itself holds a process to a limit of memory
HELD_BY_SYSTEM = sys.platform == "linux"

_MEGABYTE = 1 << 20
_LINE = re.compile(rb'File "<doctrine>", line (\d+)')


@dataclass(frozen=True, slots=True)
class Limits:
    """What a student's function may take; all numbers are ours.

    Attributes
    ----------
    computing
        Seconds of computing for all questions together, 1 to 60.
    waiting
        Seconds on the clock for all questions together, 0.1 to 600.
    memory
        Megabytes, 64 to 4096, Python itself included.
    printed
        Bytes that it may print, 0 to 1,000,000.

    Raises
    ------
    TypeError, ValueError
        For a number outside its range.
    """

    computing: int = 2
    waiting: float = 10.0
    memory: int = 256
    printed: int = 20_000

    def __post_init__(self) -> None:
        whole("computing", self.computing, 1, 60)
        within("waiting", self.waiting, 0.1, 600.0)
        whole("memory", self.memory, 64, 4096)
        whole("printed", self.printed, 0, 1_000_000)


LIMITS = Limits()


@dataclass(slots=True)
class Report:
    """How it went in the separate process.

    Attributes
    ----------
    end
        ``"done"``, or why it ended: computing, waiting, memory, printed, refused, raised,
        recursion, left, no function, died, cancelled, not started.
    asked
        Place of the question that it was at; None before the first.
    line
        Line of the student's text, where it is known.
    said
        What else was told of the end.
    answers
        Answers by place of the question.
    held
        Limits that the system held it to.
    """

    end: str
    asked: int | None = None
    line: int | None = None
    said: dict[str, Any] = field(default_factory=dict)
    answers: dict[int, dict[str, str]] = field(default_factory=dict)
    held: tuple[str, ...] = ()


class _Reader(threading.Thread):
    """Takes what a process sends, up to a limit."""

    def __init__(self, stream: Any, most: int) -> None:
        super().__init__(daemon=True)
        self.stream, self.most = stream, most
        self.raw = bytearray()
        self.over = False
        self.start()

    def run(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while chunk := os.read(self.stream.fileno(), 65_536):
                self.raw += chunk
                if len(self.raw) > self.most:
                    self.over = True
                    return


def question(
    source: str,
    questions: Sequence[tuple[int, Sequence[str]]],
    limits: Limits = LIMITS,
    cancel: threading.Event | None = None,
) -> Report:
    """Ask a student's function in a process of its own.

    Parameters
    ----------
    source
        The text that defines ``doctrine``.
    questions
        Places and questions, in the order in which they are put.
    cancel
        Ends it when it is set.
    """
    job = {
        "source": source,
        "questions": [[place, list(each)] for place, each in questions],
        "computing": limits.computing,
        "waiting": limits.waiting,
        "printed": limits.printed,
        "memory": limits.memory * _MEGABYTE if HELD_BY_SYSTEM else 0,
    }
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            process = _start(folder)
        except (OSError, ValueError) as error:
            return Report("not started", said={"text": getattr(error, "strerror", "") or ""})
        told = _Reader(process.stdout, MOST_TOLD)
        printed = _Reader(process.stderr, limits.printed + 10_000)
        try:
            with contextlib.suppress(OSError):  # it may have ended before it read
                assert process.stdin is not None
                process.stdin.write(json.dumps(job).encode("ascii"))
                process.stdin.close()
            stopped = _watch(process, limits, (told, printed), cancel)
        finally:
            _end(process, told, printed)
    return _report(bytes(told.raw), stopped, process.returncode)


def _start(folder: str) -> subprocess.Popen[bytes]:
    if not sys.executable:
        raise OSError("no Python at hand")
    # Windows starts no Python without this one
    environment = {k: v for k, v in os.environ.items() if k.upper() == "SYSTEMROOT"}
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-B", "-W", "ignore", str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment if os.name == "nt" else {},
        close_fds=True,
        start_new_session=os.name != "nt",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _watch(
    process: subprocess.Popen[bytes],
    limits: Limits,
    readers: tuple[_Reader, _Reader],
    cancel: threading.Event | None,
) -> str:
    """Wait for the end; return why it had to be brought about, or ""."""
    latest = time.monotonic() + limits.waiting + GRACE
    look = 0.0
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(LOOK)
            return ""
        now = time.monotonic()
        if cancel is not None and cancel.is_set():
            return "cancelled"
        if any(reader.over for reader in readers):
            return "printed"
        if now > latest:
            return "waiting"
        if now >= look and b'"memory"' not in readers[0].raw[:200]:  # no such limit took hold
            look = now + LOOK_AT_MEMORY
            if resident(process.pid) > limits.memory * _MEGABYTE:
                return "memory"


def resident(process: int) -> int:
    """Return the bytes that a process holds in memory; 0 where the system does not say."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    if os.name == "nt":
        return 0
    with contextlib.suppress(OSError, ValueError, subprocess.SubprocessError):
        listed = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(process)], capture_output=True, timeout=2, check=True
        )
        return int(listed.stdout) * 1024
    return 0


def _end(process: subprocess.Popen[bytes], *readers: _Reader) -> None:
    """Leave nothing behind: no process, none of its own, no open pipe."""
    if process.poll() is None:
        _kill(process)
        process.wait()
    for reader in readers:
        reader.join(1.0)
    if any(reader.is_alive() and not reader.over for reader in readers):
        _kill(process)  # it has left processes of its own behind, which hold the pipe
        for reader in readers:
            reader.join(1.0)
    for stream in (process.stdin, process.stdout, process.stderr):
        with contextlib.suppress(OSError):
            if stream is not None:
                stream.close()


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if os.name == "nt":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _report(raw: bytes, stopped: str, code: int) -> Report:
    """Read what a process has told, however it ended."""
    found = Report(stopped or "died")
    for line in raw.splitlines():
        entry: Any = None
        with contextlib.suppress(ValueError, RecursionError):
            entry = json.loads(line)
        if not isinstance(entry, dict):
            continue
        if "held" in entry:
            found.held = tuple(entry["held"])
        elif "ask" in entry:
            found.asked = entry["ask"]
        elif "answer" in entry:
            found.answers[entry.pop("answer")] = entry
        elif "end" in entry and not stopped:
            found.end, found.line = entry.pop("end"), entry.pop("line", None)
            found.said = entry
    if found.end == "died":
        if b"Timeout (" in raw:
            found.end = "waiting"
        elif hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU:
            found.end = "computing"
        found.said = {"code": code}
    if found.line is None and (where := _LINE.search(raw)):
        found.line = int(where[1])
    return found
