"""How many files and sockets the server may hold: as many as its pages need.

A page takes about fourteen of the server's files. Systems give a program 1,024 unless it asks
for more, which would be the end of a class of seventy: no page could be opened any more, nor a
line of one that is open.
"""

from __future__ import annotations

import contextlib
import sys
from typing import Any

import zmq

#: Files for one page: the lines to its Python and to its browser, and as many again while it is
#: opened.
FOR_ONE = 30

#: Sockets for one page: five, and five more while it is opened.
SOCKETS_FOR_ONE = 10

#: What the server needs besides, and the spares.
BESIDES = 1_000

#: More than that the library refuses.
MOST_SOCKETS = 65_535


def make_room_for_files(students: int) -> None:
    """Ask the system for as many files as a class needs, as far as it gives them.

    Parameters
    ----------
    students : int
        How many pages may be open at once.
    """
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FOR_ONE * students + BESIDES
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(ValueError, OSError):  # a system with a limit of its own
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def make_room_for_sockets(context: zmq.Context[Any], students: int) -> None:
    """Have the library that talks to the Pythons open more sockets than its usual 1,023.

    Parameters
    ----------
    context : zmq.Context
        One that has opened no socket yet.
    students : int
        How many pages may be open at once.
    """
    context.set(zmq.MAX_SOCKETS, min(SOCKETS_FOR_ONE * students + BESIDES, MOST_SOCKETS))
