"""The Pythons of a class: so many at once, each with so much memory, none for ever."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

from jupyter_core.utils import ensure_async

from bor_widgets.voila.memory import marked
from bor_widgets.voila.open_files import make_room_for_sockets
from bor_widgets.voila.serving import Serving
from bor_widgets.voila.spare_kernels import SpareKernelManager

#: Seconds that a page which finds no place waits for one: a page that is reloaded comes back
#: before its own Python has ended.
WAITS_FOR_A_PLACE = 5.0

#: Seconds between two looks whether there is one.
LOOKS_EVERY = 0.1

#: Seconds without a connection after which a page loses its place to another, in a full room.
GIVES_WAY_AFTER = 60.0

#: A page that stays open but untouched is left alone so many times longer than one that has gone.
PATIENCE = 4

#: Loaded in every Python before its page runs.
IN_EVERY_PYTHON = '--IPKernelApp.extra_extensions=["bor_widgets.voila.memory"]'


class ClassKernels(SpareKernelManager):
    """Gives places while there are some, and takes back those that nobody uses."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.serving: Serving = kwargs["parent"].serving
        make_room_for_sockets(self.context, self.serving.options.students)
        self._taken: set[str] = set()
        self._opening = 0
        #: since when a page has had no connection
        self._alone: dict[str, float] = {}

    # ---- places

    def taken(self) -> int:
        """Return how many places are taken, those of pages that are opening too."""
        self._taken &= set(self.list_kernel_ids())
        return len(self._taken) + self._opening

    def connected(self) -> int:
        """Return how many pages have their connection, or are opening."""
        open_ = [k for k in self._taken if k in self and self._kernel_connections.get(k, 0)]
        return len(open_) + self._opening

    def waiting(self) -> int:
        """Return how many Pythons run without a page."""
        self.taken()
        return len(set(self.list_kernel_ids()) - self._taken)

    async def take_place(self) -> bool:
        """Take a place for a page that opens; false if there is none, even after a while.

        Whoever was given one calls `page_stands` once, however the page fares.
        """
        until = time.monotonic() + WAITS_FOR_A_PLACE
        while self.taken() >= self.serving.options.students:
            if not await self._end_the_longest_alone():
                if time.monotonic() > until:
                    return False
                await asyncio.sleep(LOOKS_EVERY)
        self._opening += 1
        return True

    def page_stands(self) -> None:
        """Stop counting a page as opening: its Python counts from now on."""
        self._opening -= 1

    async def _end_the_longest_alone(self) -> bool:
        before = time.monotonic() - GIVES_WAY_AFTER
        alone = [
            (since, kernel_id)
            for kernel_id, since in self._alone.items()
            if since < before and kernel_id in self
        ]
        if not alone:
            return False
        await self._end(min(alone)[1], "room")
        return True

    # ---- the life of one Python

    def pre_start_kernel(self, kernel_name: str | None, kwargs: Any) -> Any:
        """Have every Python hold to its memory, spares too."""
        kwargs["extra_arguments"] = [*(kwargs.get("extra_arguments") or ()), IN_EVERY_PYTHON]
        return super().pre_start_kernel(kernel_name, kwargs)

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]  # as upstream
        """Give a page its Python."""
        kernel_id = await self._async_start_kernel(**kwargs)
        self._taken.add(kernel_id)
        self._alone[kernel_id] = time.monotonic()
        return kernel_id

    def notify_connect(self, kernel_id: str) -> None:
        """Take note that a page is there."""
        super().notify_connect(kernel_id)  # type: ignore[no-untyped-call]
        self._alone.pop(kernel_id, None)

    def notify_disconnect(self, kernel_id: str) -> None:
        """Take note that a page has gone, or lost its connection."""
        super().notify_disconnect(kernel_id)  # type: ignore[no-untyped-call]
        if kernel_id in self._taken and not self._kernel_connections.get(kernel_id, 0):
            self._alone[kernel_id] = time.monotonic()

    def _handle_kernel_died(self, kernel_id: str) -> None:
        mark = marked(Path(self.get_kernel(kernel_id).connection_file))
        if mark.exists():
            mark.unlink()
            self.serving.endings.remember(kernel_id, "memory")
            self.serving.log.event("over_memory", memory=self.serving.options.memory)
        else:
            self.serving.log.event("ended", reason="died")
        super()._handle_kernel_died(kernel_id)  # type: ignore[no-untyped-call]

    def remove_kernel(self, kernel_id: str) -> Any:
        """Forget what was noted about a Python that has gone."""
        self._alone.pop(kernel_id, None)
        return super().remove_kernel(kernel_id)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a Python that no page has used for long; leave the spares alone."""
        if kernel_id not in self._taken:
            return
        kernel: Any = self.get_kernel(kernel_id)
        quiet = time.time() - kernel.last_activity.timestamp()
        there = self._kernel_connections.get(kernel_id, 0) > 0
        if quiet > 60 * self.serving.options.forget * (PATIENCE if there else 1):
            await self._end(kernel_id, "idle")

    async def _end(self, kernel_id: str, reason: str) -> None:
        self.serving.endings.remember(kernel_id, reason)
        self.serving.log.event("ended", reason=reason)
        self._alone.pop(kernel_id, None)
        await ensure_async(self.shutdown_kernel(kernel_id, now=True))  # type: ignore[no-untyped-call]
