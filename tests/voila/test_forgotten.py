"""Which Pythons are ended when nobody uses them, and which give way in a full room."""

from __future__ import annotations

import asyncio
import datetime
import io
import time
from types import SimpleNamespace
from typing import Any

import pytest
from traitlets.config import Configurable

from bor_widgets.voila.limits import GIVES_WAY_AFTER, ClassKernels
from bor_widgets.voila.logs import EventLog
from bor_widgets.voila.options import Options
from bor_widgets.voila.serving import Serving
from tests import loops

FORGET = 10


class Room(ClassKernels):
    """A room in which no Python runs."""

    def __init__(self, students: int = 2) -> None:
        parent: Any = Configurable()
        options = Options(port=0, students=students, forget=FORGET)
        parent.serving = Serving(options, EventLog("quiet", io.StringIO()))
        super().__init__(parent=parent, forked=False)

    def seat(self, name: str, *, quiet: float, connected: bool, page: bool = True) -> None:
        """Put a Python there that has been quiet for so many minutes."""
        then = datetime.datetime.now(datetime.UTC) - datetime.timedelta(minutes=quiet)
        kernel: Any = SimpleNamespace(last_activity=then, execution_state="idle")
        self._kernels[name] = kernel
        self._kernel_connections[name] = int(connected)
        if page:
            self._taken.add(name)
        if not connected:
            self._alone[name] = time.monotonic() - 60 * quiet

    async def shutdown_kernel(self, kernel_id: str, **_how: Any) -> None:  # type: ignore[override]
        """End nothing but the entry."""
        del self._kernels[kernel_id]


@pytest.mark.parametrize(
    ("quiet", "connected", "stays"),
    [
        (FORGET - 1, False, True),
        (FORGET + 1, False, False),
        (FORGET + 1, True, True),
        (4 * FORGET - 1, True, True),
        (4 * FORGET + 1, True, False),
    ],
)
def test_a_page_that_has_gone_is_forgotten_and_an_open_one_later(
    quiet: float, connected: bool, stays: bool
) -> None:
    room = Room()
    room.seat("one", quiet=quiet, connected=connected)
    loops.run(room.cull_kernel_if_idle("one"))
    assert ("one" in room) == stays
    assert ("Nobody used this page" in room.serving.endings.words("one")) != stays


def test_a_spare_waits_for_ever() -> None:
    room = Room()
    room.seat("spare", quiet=100 * FORGET, connected=False, page=False)
    loops.run(room.cull_kernel_if_idle("spare"))
    assert "spare" in room
    assert room.waiting() == 1
    assert room.taken() == 0


def test_in_a_full_room_the_one_that_is_longest_alone_gives_way() -> None:
    room = Room(students=3)
    long_gone = 2 * GIVES_WAY_AFTER / 60
    room.seat("here", quiet=long_gone, connected=True)
    room.seat("gone", quiet=long_gone, connected=False)
    room.seat("longer", quiet=long_gone + 1, connected=False)
    assert loops.run(room.take_place())
    assert set(room.list_kernel_ids()) == {"here", "gone"}
    assert "its place was given to another" in room.serving.endings.words("longer")
    assert room.serving.endings.words("gone") == ""


def test_whoever_is_there_keeps_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bor_widgets.voila.limits.WAITS_FOR_A_PLACE", 0.2)
    room = Room(students=2)
    room.seat("here", quiet=100, connected=True)
    room.seat("just gone", quiet=GIVES_WAY_AFTER / 120, connected=False)
    assert not loops.run(room.take_place())
    assert len(room.list_kernel_ids()) == 2


def test_pages_that_are_opening_count() -> None:
    async def two() -> list[bool]:
        room = Room(students=1)
        first = await room.take_place()
        waiting = asyncio.create_task(room.take_place())
        await asyncio.sleep(0.2)
        early = waiting.done()
        room.page_stands()  # it failed, and holds no Python
        return [first, early, await waiting]

    assert loops.run(two()) == [True, False, True]
