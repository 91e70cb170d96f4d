"""Whether there is a page that will say when it has been shown."""

from __future__ import annotations

import asyncio


def in_a_kernel() -> bool:
    """Whether a kernel's loop is running, so that work can wait for the page's word."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
