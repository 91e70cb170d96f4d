"""The separate program that asks a student's function; it imports nothing of this package.

It runs with ``-I -S -B -W ignore`` and an empty environment in an empty folder, reads one job
from its input, lays limits on itself where the system has them, and answers in lines of JSON.
What it says last is a line with ``end``; a program that ends without one was stopped.
"""

from __future__ import annotations

import _thread
import contextlib
import faulthandler
import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any, NoReturn

#: the name that the student's text has in a traceback
FILE = "<doctrine>"

#: what a doctrine has no business to do, by the beginning of Python's own name for the event
FORBIDDEN = (
    ("builtins.input", "input"),
    ("builtins.breakpoint", "input"),
    ("os.fork", "processes"),
    ("os.exec", "processes"),
    ("os.posix_spawn", "processes"),
    ("os.spawn", "processes"),
    ("os.startfile", "processes"),
    ("os.system", "processes"),
    ("pty.spawn", "processes"),
    ("subprocess.Popen", "processes"),
    ("_winapi.CreateProcess", "processes"),
    ("_thread.start_", "threads"),
    ("os.kill", "signals"),
    ("signal.pthread_kill", "signals"),
    ("socket.", "network"),
    ("ctypes.", "libraries"),
    ("resource.setrlimit", "limits"),
    ("resource.prlimit", "limits"),
    ("os.remove", "files"),
    ("os.rename", "files"),
    ("os.rmdir", "files"),
    ("os.mkdir", "files"),
    ("os.link", "files"),
    ("os.symlink", "files"),
    ("os.truncate", "files"),
    ("os.chmod", "files"),
    ("os.chown", "files"),
    ("shutil.", "files"),
    ("winreg.", "files"),
)

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

#: longest answer, and longest message of an error, that is told
LONGEST = 200


def line_here() -> int | None:
    """Return the line of the student's text that is being run, or None."""
    frame: Any = sys._getframe()
    while frame is not None and frame.f_code.co_filename != FILE:
        frame = frame.f_back
    return frame.f_lineno if frame else None


def line_of(error: BaseException) -> int | None:
    """Return the innermost line of the student's text that an error came through, or None."""
    if isinstance(error, SyntaxError) and error.filename == FILE:
        return error.lineno
    line: int | None = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


class Teller:
    """The way back, which nothing that is printed can disturb."""

    def __init__(self) -> None:
        self.channel = os.dup(1)
        self._write, self._dumps, self._leave = os.write, json.dumps, os._exit

    def tell(self, **said: Any) -> None:
        """Send one line."""
        self._write(self.channel, self._dumps(said).encode("ascii") + b"\n")

    def end(self, how: str, **said: Any) -> NoReturn:
        """Send the last line and leave at once: nothing of the student's is run any more."""
        self.tell(end=how, **said)
        self._leave(0)


class Printed:
    """What takes the place of the output: it counts, and passes on."""

    encoding, errors = "utf-8", "replace"

    def __init__(self, teller: Teller, most: int) -> None:
        self._left, self._teller = most, teller

    def write(self, text: str) -> int:
        """Pass a text on, or stop where there is too much."""
        raw = str(text).encode("utf-8", "replace")
        self._left -= len(raw)
        if self._left < 0:
            self._teller.end("printed", line=line_here())
        os.write(2, raw)
        return len(text)

    def flush(self) -> None:
        """Do nothing: all is passed on at once."""

    def isatty(self) -> bool:
        """Return False."""
        return False


class NoInput:
    """What takes the place of the keyboard."""

    encoding, errors = "utf-8", "replace"

    def __init__(self, stop: Callable[..., NoReturn]) -> None:
        self._stop = stop

    def __getattr__(self, name: str) -> Callable[..., NoReturn]:
        return self._stop

    def __iter__(self) -> NoReturn:
        self._stop()


def guard(teller: Teller) -> None:
    """Stop where a doctrine does what it has no business to do."""

    def stops(what: str) -> Callable[..., NoReturn]:
        return lambda *_, **__: teller.end("refused", what=what, line=line_here())

    sys.stdin = NoInput(stops("input"))
    for name in ("start_new_thread", "start_new", "start_joinable_thread"):
        if hasattr(_thread, name):  # not every Python announces it to the guard below
            setattr(_thread, name, stops("threads"))
    inside = tuple(os.path.realpath(place) for place in sys.path if place)
    realpath = os.path.realpath

    def reads_python(path: Any, flags: int | None) -> bool:
        if isinstance(path, int) or path == FILE:  # Python looks for the text of a line
            return True
        whole = realpath(os.fsdecode(path))
        return not (flags or 0) & WRITING and whole.startswith(inside)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            if not reads_python(arguments[0], arguments[2]):
                given = repr(arguments[0])[:LONGEST]
                teller.end("refused", what="files", line=line_here(), given=given)
            return
        for beginning, what in FORBIDDEN:
            if event.startswith(beginning):
                teller.end("refused", what=what, line=line_here())

    sys.addaudithook(hook)


def limit(job: dict[str, Any]) -> list[str]:
    """Lay limits on this program, and return the names of those that took hold."""
    try:
        import resource
    except ImportError:  # Windows has none of them
        return []
    held = []
    for name, which, soft, hard in (
        ("computing", "RLIMIT_CPU", job["computing"], job["computing"] + 1),
        ("memory", "RLIMIT_AS", job["memory"], job["memory"]),
        ("files", "RLIMIT_NOFILE", 32, 32),
        ("size", "RLIMIT_FSIZE", 0, 0),
        ("core", "RLIMIT_CORE", 0, 0),
        ("processes", "RLIMIT_NPROC", 0, 0),
    ):
        if name == "memory" and not soft:
            continue
        try:
            kind = getattr(resource, which)
            there = resource.getrlimit(kind)[1]
            most = there if there != resource.RLIM_INFINITY else hard
            resource.setrlimit(kind, (min(soft, most), min(hard, most)))
        except (AttributeError, ValueError, OSError):
            continue
        held.append(name)
    return held


def told(answer: object) -> dict[str, str]:
    """Return an answer as plain data: a text as it is, of anything else what it is."""
    if isinstance(answer, str):
        return {"move": str.__str__(answer)[:LONGEST]}
    if answer is None or type(answer) in (bool, int, float):
        try:
            return {"other": repr(answer)[:LONGEST]}
        except ValueError:  # Python refuses to write out thousands of digits
            return {"other": "a very long number"}
    return {"kind": type(answer).__name__[:LONGEST]}


def main() -> None:
    """Ask the function every question once."""
    job = json.loads(sys.stdin.buffer.read())
    teller = Teller()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    # lines of Python's own that say where a program was when it was stopped
    faulthandler.enable(file=teller.channel, all_threads=False)
    faulthandler.dump_traceback_later(job["waiting"], exit=True, file=teller.channel)
    if hasattr(signal, "SIGXCPU"):
        faulthandler.register(signal.SIGXCPU, file=teller.channel, all_threads=False, chain=True)
    teller.tell(held=limit(job))
    sys.stdout = sys.stderr = Printed(teller, job["printed"])
    # given back when memory has run out, so that this can still be told
    spare = [bytearray(2_000_000)]
    try:
        ask(job, teller)
    except MemoryError as error:
        spare.clear()
        teller.end("memory", line=line_of(error))
    except RecursionError as error:
        teller.end("recursion", line=line_of(error))
    except SystemExit as error:
        teller.end("left", line=line_of(error))
    except BaseException as error:
        text = ""
        with contextlib.suppress(BaseException):  # its text may be the student's own code
            text = str(error.msg if isinstance(error, SyntaxError) else error)[:LONGEST]
        kind = type(error).__name__[:LONGEST]
        teller.end("raised", kind=kind, text=text, line=line_of(error))


def ask(job: dict[str, Any], teller: Teller) -> None:
    """Read the text, and put the questions."""
    scope: dict[str, Any] = {"__name__": "doctrine"}
    # before the guard: to read a text runs nothing of it, and what Python opens is its own affair
    code = compile(job["source"], FILE, "exec", dont_inherit=True)
    guard(teller)
    exec(code, scope)
    doctrine = scope.get("doctrine")
    if not callable(doctrine):
        teller.end("no function")
    for place, question in job["questions"]:
        teller.tell(ask=place)
        teller.tell(answer=place, **told(doctrine(*question)))
    teller.end("done")


if __name__ == "__main__":
    main()
