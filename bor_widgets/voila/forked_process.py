"""A forked Python, seen from a program that is not its parent."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess

#: What a wait that took too long names.
NAME = "bor-forked"


class ForkedProcess:
    """A process that is not this one's child, with the part of ``Popen`` that is asked of it.

    Parameters
    ----------
    pid : int
        Its id. A file that stands for the process is held, so that an id which the system has
        given to another meanwhile is never taken for it.
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        try:
            self._file: int | None = os.pidfd_open(pid)
        except ProcessLookupError:
            self._file, self.returncode = None, 0

    def poll(self) -> int | None:
        """Return None while it runs; then 0, for only a parent learns the code."""
        if self._file is not None:
            look = select.poll()  # unlike select, also for file numbers above 1,023
            look.register(self._file, select.POLLIN)
            if look.poll(0):
                os.close(self._file)
                self._file, self.returncode = None, 0
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended."""
        if self._file is not None:
            look = select.poll()
            look.register(self._file, select.POLLIN)
            look.poll(None if timeout is None else int(1000 * timeout))
        if self.poll() is None:
            raise subprocess.TimeoutExpired(NAME, timeout or 0.0)
        return 0

    def send_signal(self, number: int) -> None:
        """Send a signal; to a process that has ended, nothing."""
        if self.poll() is None:
            assert self._file is not None
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._file, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)
