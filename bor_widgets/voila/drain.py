"""How the server stops: no new page, time for those that are open, then the end."""

from __future__ import annotations

import asyncio
import signal
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bor_widgets.voila.limits import ClassKernels

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")

#: Seconds between two looks whether pages are still open.
LOOKS_EVERY = 0.25

#: Seconds that all pages must have gone for: one that is reloaded is back sooner.
SETTLED_AFTER = 2.0


class Drain:
    """Waits for the signal to stop, and then for the pages.

    Parameters
    ----------
    kernels : ClassKernels
        The Pythons of the class.
    """

    def __init__(self, kernels: ClassKernels) -> None:
        self.kernels = kernels
        self.serving = kernels.serving
        self._told = asyncio.Event()
        self._told_again = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def listen(self) -> None:
        """Take note of every signal that asks to stop."""
        for name in SIGNALS:
            if hasattr(signal, name):  # Windows has no SIGHUP
                signal.signal(getattr(signal, name), self._signal)

    def _signal(self, _number: int, _frame: Any) -> None:
        self._loop.call_soon_threadsafe(self._note)

    def _note(self) -> None:
        (self._told_again if self._told.is_set() else self._told).set()

    async def wait(self) -> None:
        """Return when the server is to end."""
        await self._told.wait()
        seconds = self.serving.options.drain
        self.serving.draining = True
        if seconds <= 0:
            return
        self.serving.log.event("draining", pages=self.kernels.connected(), seconds=seconds)
        again = asyncio.create_task(self._told_again.wait())
        gone = asyncio.create_task(self._until_all_have_gone())
        await asyncio.wait({again, gone}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        again.cancel()
        gone.cancel()

    async def _until_all_have_gone(self) -> None:
        since = time.monotonic()
        while time.monotonic() - since < SETTLED_AFTER:
            await asyncio.sleep(LOOKS_EVERY)
            if self.kernels.connected():
                since = time.monotonic()
