"""Long work beside a page: a thread that can be stopped, and that never draws by itself."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

#: seconds between two pictures of work that is going on, at least
SHOW_EVERY = 0.4


class Stop(threading.Event):
    """Set by whoever cancels, and by itself once the program is about to end."""

    def is_set(self) -> bool:
        """Whether the work is to stop."""
        return super().is_set() or not threading.main_thread().is_alive()


def page_loop() -> asyncio.AbstractEventLoop | None:
    """Return the loop that a page's messages come in on; None in a plain program."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class LabWork:
    """One piece of work at a time, beside everything else.

    What is to be shown is handed to the loop that the page's messages come in on, so that
    widgets change in one thread only. Where there is no loop, as in a plain program, it is
    shown by the working thread itself.
    """

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._busy = False
        self._stop = Stop()
        self._loop = page_loop()
        self._last = 0.0

    @property
    def running(self) -> bool:
        """Whether work is going on."""
        return self._busy

    @property
    def stopped(self) -> bool:
        """Whether the last work was told to stop."""
        return self._stop.is_set()

    def start(
        self, job: Callable[[Stop], Any], ended: Callable[[Any, BaseException | None], None]
    ) -> bool:
        """Begin work, unless some is going on.

        Parameters
        ----------
        job
            Does the work; it looks at the event that it is given, and stops once that is set.
        ended
            Told what came of it, or what went wrong.

        Returns
        -------
        Whether it was begun.
        """
        if self.running:
            return False
        self._busy = True
        self._stop = stop = Stop()
        self._last = 0.0

        def run() -> None:
            result, failed = None, None
            try:
                result = job(stop)
            except Exception as error:  # told on the page; the page stays
                failed = error
            self._busy = False
            self.show(lambda: ended(result, failed))

        self._thread = thread = threading.Thread(target=run, name="lab", daemon=True)
        thread.start()
        return True

    def cancel(self) -> None:
        """Have the work stop soon; what is finished is kept by whoever does it."""
        self._stop.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the work has ended; return whether it has."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return thread is None or not thread.is_alive()

    def show(self, act: Callable[[], Any]) -> None:
        """Have something shown."""
        if self._loop is None:
            act()
            return
        with suppress(RuntimeError):  # the loop is closed: nobody looks any more
            self._loop.call_soon_threadsafe(act)

    def due(self) -> bool:
        """Whether it is time for the next picture; at most a few a second are drawn."""
        now = time.monotonic()
        if now - self._last < SHOW_EVERY:
            return False
        self._last = now
        return True
