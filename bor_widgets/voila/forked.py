"""Pythons that are forked from one that is ready, seen from the server.

The pages' server starts its Pythons through a *provisioner* of ``jupyter_client``. The one here
asks the :mod:`fork server <bor_widgets.voila.fork_server>`; where that cannot be had (another
system than Linux, a program that ended), a Python is started as ever.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from bor_widgets.voila.forked_process import NAME, ForkedProcess

#: Only Linux forks safely with the libraries that are loaded, and names processes by files.
POSSIBLE = sys.platform == "linux" and hasattr(os, "pidfd_open")

#: Seconds until the fork server must be ready, and must have answered.
READY_WITHIN = 60.0
ANSWERS_WITHIN = 20.0

#: Seconds after which the fork server no longer does what it was asked: a Python that nobody waits
#: for any more would take the place of the one that is started instead.
FORKS_WITHIN = 15.0

#: One arena of memory for all threads: each further one would be pages of its own.
SURROUNDINGS = {"MALLOC_ARENA_MAX": "1", "OPENBLAS_NUM_THREADS": "1"}

log = logging.getLogger(__name__)


class NoFork(Exception):
    """Why no Python could be forked."""


class TooSlow(NoFork):
    """The program runs, but has not answered in time."""


class Declined(NoFork):
    """The program answers, but could not fork."""


class ForkServer:
    """The program that is forked, and the line to it; started when it is first asked.

    Parameters
    ----------
    modules : tuple of str
        What it imports before it is forked.
    """

    def __init__(self, modules: tuple[str, ...]) -> None:
        self.modules = modules
        self._asking = asyncio.Lock()
        self._program: subprocess.Popen[bytes] | None = None
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        #: programs that are asked no more, but whose Pythons still have their pages
        self._retired: list[tuple[subprocess.Popen[bytes], asyncio.StreamWriter]] = []

    async def start(self) -> None:
        """Start the program if it does not run; return when it is ready to be forked."""
        async with self._asking:
            await self._start()

    async def _start(self) -> None:
        if self._program is not None and self._program.poll() is None:
            return
        self._end()
        ours, theirs = socket.socketpair()
        with theirs:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "bor_widgets.voila.fork_server", *self.modules],
                stdin=theirs.fileno(),
                env={**os.environ, **SURROUNDINGS},
                start_new_session=True,  # Ctrl-C in a terminal is the server's affair
            )
        self._reader, self._writer = await asyncio.open_connection(sock=ours)
        await self._answer(READY_WITHIN)

    async def _answer(self, within: float) -> dict[str, Any]:
        assert self._reader is not None
        try:
            line = await asyncio.wait_for(self._reader.readline(), within)
        except TimeoutError as reason:
            raise TooSlow("the fork server does not answer in time") from reason
        except OSError as reason:
            raise NoFork(f"the fork server does not answer: {reason!r}") from reason
        if not line:
            raise NoFork("the fork server has ended")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise Declined(answer["error"])
        return answer

    async def fork(
        self,
        connection: str,
        environment: dict[str, str],
        folder: str,
        extensions: Sequence[str] = (),
    ) -> ForkedProcess:
        """Return a new Python.

        Parameters
        ----------
        connection : str
            The file that says how it is reached.
        environment : dict
            All that surrounds it.
        folder : str
            Where it works.
        extensions : sequence of str
            What IPython loads before anything else.

        Raises
        ------
        NoFork
            If the fork server cannot be started or does not answer.
        """
        asked = {
            "connection": connection,
            "extensions": list(extensions),
            "environment": {**environment, **SURROUNDINGS},
            "folder": folder,
        }
        async with self._asking:
            try:
                await self._start()
            except (OSError, NoFork, ValueError) as reason:
                self._end()
                raise NoFork(str(reason)) from reason
            try:
                return await self._ask(asked)
            except Declined:
                raise  # it goes on, and so do the Pythons that it has forked
            except (TooSlow, asyncio.CancelledError):
                self._retire()
                raise
            except (OSError, NoFork, ValueError) as reason:
                self._end()
                raise NoFork(str(reason)) from reason

    async def _ask(self, asked: dict[str, Any]) -> ForkedProcess:
        assert self._writer is not None
        # the clock is the same for all programs of one machine
        asked["until"] = time.monotonic() + FORKS_WITHIN
        self._writer.write(json.dumps(asked).encode("ascii") + b"\n")
        await self._writer.drain()
        answer = await self._answer(ANSWERS_WITHIN)
        return ForkedProcess(int(answer["process"]))

    def _retire(self) -> None:
        """Ask this program no more: an answer that comes late would be taken for another's.

        It is not ended, because every page that has a Python of its would lose it.
        """
        if self._program is not None and self._writer is not None:
            self._retired.append((self._program, self._writer))
        self._program = self._reader = self._writer = None

    def stop(self) -> None:
        """End the program; what was forked from it ends too."""
        self._end()
        while self._retired:
            self._program, self._writer = self._retired.pop()
            self._end()

    def _end(self) -> None:
        if self._writer is not None:
            with contextlib.suppress(RuntimeError):  # the loop is closed already
                self._writer.close()
        if self._program is not None:
            self._program.kill()
            self._program.wait()
        self._program = self._reader = self._writer = None

    @property
    def process(self) -> int | None:
        """Its process id while it runs."""
        running = self._program is not None and self._program.poll() is None
        return self._program.pid if running and self._program else None


class ForkedProvisioner(LocalProvisioner):
    """Has Pythons forked where it can, and started where it cannot."""

    #: the one of this server; without one, Pythons are started
    server: ForkServer | None = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork, or start."""
        asked = understood(cmd)
        if self.server is not None and asked is not None:
            folder = str(kwargs.get("cwd") or Path.cwd())
            environment = {str(k): str(v) for k, v in (kwargs.get("env") or os.environ).items()}
            try:
                process = await self.server.fork(asked[0], environment, folder, asked[1])
            except NoFork as reason:
                log.warning("A Python is started, not forked: %s", reason)
            else:
                self.process = process  # type: ignore[assignment]  # as much of it as is used
                self.pid = self.pgid = process.pid
                return self.connection_info
        return await super().launch_kernel(cmd, **kwargs)


#: How IPython is told what to load before anything else.
EXTENSIONS = "--IPKernelApp.extra_extensions="


def understood(command: Sequence[str]) -> tuple[str, list[str]] | None:
    """Return what a command says of a Python: its connection file, and what it loads first.

    None for any other command: what is not understood is started, not forked.
    """
    _, *first = command[:4]
    rest = command[5:]
    if first != ["-m", "ipykernel_launcher", "-f"] or len(rest) > 1:
        return None
    if not rest:
        return command[4], []
    if not rest[0].startswith(EXTENSIONS):
        return None
    try:
        extensions = json.loads(rest[0].removeprefix(EXTENSIONS))
    except ValueError:
        return None
    return command[4], extensions


def use(modules: tuple[str, ...]) -> ForkServer | None:
    """Have all Pythons of this server forked, where that is possible.

    Parameters
    ----------
    modules : tuple of str
        What is imported before forking.

    Returns
    -------
    ForkServer or None
        What is to be stopped in the end; None where the system cannot fork safely.
    """
    if not POSSIBLE:
        return None
    ForkedProvisioner.server = ForkServer(modules)
    factory = KernelProvisionerFactory.instance()
    where = f"{ForkedProvisioner.__module__}:{ForkedProvisioner.__name__}"
    factory.provisioners[NAME] = EntryPoint(NAME, where, factory.GROUP_NAME)
    factory.default_provisioner_name = NAME
    return ForkedProvisioner.server
