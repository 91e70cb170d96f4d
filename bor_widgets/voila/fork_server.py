"""The program that a class's Pythons are forked from.

Starting Python and importing what a page needs takes a second of computing and tens of
megabytes, the same for every student. This program does it once. Asked by the pages' server, it
forks: the copy is there at once and shares all memory that nobody has written to.

It runs as ``python -m bor_widgets.voila.fork_server`` with a socket as its standard input, and
speaks in lines of JSON: a request holds the file that says how a new Python is reached, its
surroundings, its folder and until when it is wanted, the answer its process id. When the socket
closes, it ends, and the Pythons with it.

Forking is safe only while a program has one thread and no open loop; so nothing here starts
either, and what is imported is looked at for it.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import logging
import os
import random
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from typing import Any, NoReturn

#: Environment variable: megabytes that one Python may hold; unset or 0, no limit. It is read by
#: :mod:`bor_widgets.voila.memory`.
MEMORY_VARIABLE = "BOR_MEMORY_MB"

#: What every Python behind a page runs on, besides what the page imports; most of it would
#: otherwise be imported in each copy.
RUNNER = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "IPython.utils.wildcard",
    "bor_widgets.voila.memory",
    "code",
    "comm",
    "faulthandler",
    "ipykernel.debugger",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "ipykernel.zmqshell",
    "pdb",
    "tornado.platform.asyncio",
    "tornado.queues",
    "zmq.asyncio",
)

#: Longest request that is read at once; surroundings take some kilobytes.
LONGEST = 1 << 20

#: Where a machine runs out of memory, the system ends what stands highest: rather one page than
#: the program that all pages come from.
SPARED_LESS = 300


def prepare(modules: tuple[str, ...]) -> None:
    """Import what is to be shared, and put it where no collector writes to it."""
    gc.disable()
    # a page has no debugger; its modules alone would be 15 MB in every copy
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # Python's own way to say: not there
    for name in (*RUNNER, *modules):
        # what is missing is left to the page that wants it, whose message will be the better one
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()
    if threading.active_count() > 1:
        names = ", ".join(thread.name for thread in threading.enumerate())
        raise RuntimeError(f"Only a program of one thread can be forked; there were {names}.")


def become(request: dict[str, Any], mother: int) -> NoReturn:
    """Turn the copy into the Python that was asked for; return never."""
    code = 1
    try:
        os.environ.clear()
        os.environ.update(request["environment"])
        os.chdir(request["folder"])
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        random.seed()
        gc.enable()
        be_spared_less()
        run(request["connection"], request["extensions"], mother)
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        # what was registered to be done at the end of the first program is not the copy's
        os._exit(code)


def be_spared_less() -> None:
    """Stand higher than the server among those that the system ends when memory is out."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(str(SPARED_LESS), encoding="ascii")


def run(connection: str, extensions: list[str], mother: int) -> None:
    """Answer a page until it ends."""
    from ipykernel.kernelapp import IPKernelApp
    from traitlets.config import Config

    class ForkedApp(IPKernelApp):
        """Takes its settings as they are: to read arguments would touch 4 MB of what is shared."""

        def parse_command_line(self, argv: list[str] | None = None) -> None:
            """There are no arguments."""

    settings = Config()
    # history would write every page's code into a file of the account that serves
    settings.HistoryManager.enabled = False
    settings.IPKernelApp.extra_extensions = extensions
    # what libraries write past Python goes where the server's own lines go
    settings.IPKernelApp.capture_fd_output = False
    # what a visitor sends in bad order is no news for the person who serves
    settings.IPKernelApp.log_level = logging.CRITICAL
    app = ForkedApp.instance(config=settings, connection_file=connection, parent_handle=mother)
    app.initialize()  # type: ignore[no-untyped-call]
    if "ipywidgets" in sys.modules:
        # what it does by itself when it is imported inside a running Python of a page
        sys.modules["ipywidgets"].register_comm_target()
    app.start()  # type: ignore[no-untyped-call]


def fork(request: dict[str, Any], line: socket.socket) -> int:
    """Fork once; return the copy's process id."""
    mother = os.getpid()
    child = os.fork()
    if child == 0:
        # a group of its own: a signal to it reaches nobody else
        os.setpgid(0, 0)
        line.close()
        empty = os.open(os.devnull, os.O_RDONLY)
        os.dup2(empty, 0)
        os.close(empty)
        become(request, mother)
    with contextlib.suppress(OSError):  # the copy was faster
        os.setpgid(child, child)
    return child


def answered(request: dict[str, Any], line: socket.socket) -> dict[str, Any]:
    """Do what is asked, unless whoever asked has stopped waiting."""
    if time.monotonic() > request["until"]:
        return {"error": "the fork server was asked too long ago"}
    return {"process": fork(request, line)}


def serve(line: socket.socket) -> None:
    """Answer requests until the line is closed."""
    left = b""
    while chunk := line.recv(LONGEST):
        *requests, left = (left + chunk).split(b"\n")
        for raw in requests:
            try:
                answer = answered(json.loads(raw), line)
            except OSError as reason:  # no memory, or no process left to be had
                answer = {"error": str(reason)}
            line.sendall(json.dumps(answer).encode("ascii") + b"\n")


def main() -> None:
    """Prepare, say so, serve."""
    # nobody waits for a copy: the system takes it away when it ends
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    line = socket.socket(fileno=os.dup(0))
    prepare(tuple(sys.argv[1:]))
    line.sendall(b'{"ready": true}\n')
    with contextlib.suppress(ConnectionError):
        serve(line)


if __name__ == "__main__":
    main()
