"""A Python that is ready before a page asks for one.

Starting Python takes longer than everything else that a page needs. So the server keeps one
or a few running with the widgets' modules loaded, gives one to the next page, and starts
another when that page has had time to settle. Where the system can, none of them is started:
each is forked from a program that is ready, and shares its memory.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from typing import Any, cast

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyter_server.utils import ApiPath
from traitlets import Bool, Int

from bor_widgets.voila.forked import use

#: What a page of ours imports; a page that needs less is none the slower for it.
PRELOADED = ("ipywidgets", "anywidget", "bor_widgets.voila.warm_up")

#: Seconds between handing out a spare and starting the next: a page that opens should have
#: the machine to itself.
REFILL_AFTER = 3.0

#: Seconds that a Python may take to start, and then to answer one request.
STARTS_WITHIN = 60.0
ANSWERS_WITHIN = 10.0

KERNEL = "python3"


@dataclass(frozen=True)
class Spare:
    """A running Python that no page has yet."""

    kernel_id: str
    client: AsyncKernelClient


class SpareKernelManager(AsyncMappingKernelManager):
    """Hands out spares where it can, and starts a new Python where it cannot."""

    spares = Int(1, min=0, help="How many are kept ready.").tag(config=True)

    forked = Bool(True, help="Fork Pythons where the system can.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        self._spares: list[asyncio.Task[Spare]] = []
        self._fork_server = use(PRELOADED) if self.forked else None

    def fill(self) -> None:
        """Start as many as are missing."""
        while len(self._spares) < self.spares:
            self._spares.append(asyncio.get_running_loop().create_task(self._make_spare()))

    async def _make_spare(self) -> Spare:
        kernel_id = await super()._async_start_kernel(kernel_name=KERNEL, env=dict(os.environ))
        try:
            client = cast("AsyncKernelClient", self.get_kernel(kernel_id).client())
            client.start_channels()
            await client.wait_for_ready(timeout=STARTS_WITHIN)
            await ask(client, LOAD.format(names=PRELOADED), within=STARTS_WITHIN)
        except Exception:
            await self.shutdown_kernel(kernel_id, now=True)  # type: ignore[no-untyped-call]
            raise
        return Spare(kernel_id, client)

    async def _async_start_kernel(
        self,
        *,
        kernel_id: str | None = None,
        path: ApiPath | None = None,
        **kwargs: Any,
    ) -> str:
        if kernel_id is None and kwargs.get("kernel_name") == KERNEL:
            folder = str(self.cwd_for_path(path or ""))  # type: ignore[no-untyped-call]
            ready = await self._take_spare(kwargs.get("env") or {}, folder)
            if ready is not None:
                return ready
        return await super()._async_start_kernel(kernel_id=kernel_id, path=path, **kwargs)

    # Upstream assigns the public name in the same way, which would keep its own method.
    start_kernel = _async_start_kernel  # type: ignore[assignment]

    async def _take_spare(self, env: dict[str, str], folder: str) -> str | None:
        """Put a page's surroundings into a spare and return its id; None if there is none.

        A spare that is still starting is waited for: it has a head start on any other.
        """
        # Voila's names are members of an enumeration: plain text travels better.
        texts = {str(name): str(value) for name, value in env.items()}
        news = {name: value for name, value in texts.items() if os.environ.get(name) != value}
        while self._spares:
            task = self._spares.pop(0)
            asyncio.get_running_loop().call_later(REFILL_AFTER, self.fill)
            try:
                spare = await task
                await ask(spare.client, ENTER.format(news=news, folder=folder))
            except Exception:
                self.log.exception("A Python that was kept ready does not answer.")
                continue
            spare.client.stop_channels()
            if spare.kernel_id in self:
                return spare.kernel_id
        return None

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Leave the spares alone: it is their business to wait."""
        waiting = {task.result().kernel_id for task in self._spares if succeeded(task)}
        if kernel_id not in waiting:
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]

    async def shutdown_all(self, now: bool = False) -> None:  # type: ignore[override]  # as upstream
        """End all, those that were still starting too."""
        for task in self._spares:
            task.cancel()
        self._spares.clear()
        self.spares = 0
        await super().shutdown_all(now=now)
        if self._fork_server is not None:
            self._fork_server.stop()


#: Runs in the new Python and leaves no name behind. A module that is not there is left to the
#: page that wants it, whose message will be the better one.
LOAD = """
def _load(names):
    import importlib
    for name in names:
        try:
            importlib.import_module(name)
        except Exception:
            pass
_load({names!r})
del _load
"""

#: Runs when a page takes the Python over: the page's own address and folder.
ENTER = "__import__('os').environ.update({news!r}); __import__('os').chdir({folder!r})"


async def ask(client: AsyncKernelClient, code: str, within: float = ANSWERS_WITHIN) -> None:
    """Run code without a trace and wait until it is done.

    Parameters
    ----------
    client : AsyncKernelClient
        Connected to the Python that is to run it.
    code : str
        What to run.
    within : float
        Seconds that it may take.

    Raises
    ------
    RuntimeError
        If the code failed in there.
    """
    reply = await client.execute(code, silent=True, store_history=False, reply=True, timeout=within)
    if reply["content"]["status"] != "ok":
        raise RuntimeError(f"{reply['content'].get('ename')}: {reply['content'].get('evalue')}")


def succeeded(task: asyncio.Task[Spare]) -> bool:
    """Tell whether a spare has started well."""
    return task.done() and not task.cancelled() and task.exception() is None
