"""Work that can wait until the page has been handed over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

#: seconds after which the page is on its way to the browser
SOON = 0.05


def later(work: Callable[[], None]) -> None:
    """Do something after the cell at hand, or at once where nothing is running.

    In a notebook the kernel's loop takes it up when the cell has ended, while the browser
    is still loading the page's scripts; so it costs the first view nothing.
    """
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        work()
    else:
        loop.call_later(SOON, work)
