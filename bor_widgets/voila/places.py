"""How many places this machine has for students, if nobody says."""

from __future__ import annotations

import os
from pathlib import Path

#: Megabytes that a page's Python takes in ordinary use, generously.
FOR_ONE = 120

#: The part of the memory that is given to pages; the rest is the server's and the system's.
SHARE = 0.75

FEWEST, MOST = 2, 200

#: What a container may take, where the system says so.
CONTAINER_LIMIT = Path("/sys/fs/cgroup/memory.max")


def places_here() -> int:
    """Return how many pages this machine can hold at once."""
    fit = int(megabytes_here() * SHARE / FOR_ONE)
    return max(FEWEST, min(MOST, fit))


def megabytes_here() -> int:
    """Return how much memory there is for all programs, in megabytes."""
    try:
        pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
        machine = pages * size >> 20
    except (AttributeError, OSError, ValueError):  # a system that does not tell
        machine = 4096
    try:
        text = CONTAINER_LIMIT.read_text(encoding="ascii").strip()
    except OSError:
        text = ""
    return min(machine, int(text) >> 20) if text.isdigit() else machine
