"""A class has the files and sockets that its pages need."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import zmq

from bor_widgets.voila.open_files import make_room_for_sockets
from tests.voila.class_server import PATIENCE
from tests.voila.test_forgotten import Room

#: What a page was seen to take: the server's files, and the sockets among them.
FILES, SOCKETS = 14, 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize(
    ("soft", "hard", "students", "least"),
    [(256, 4096, 200, 200 * FILES), (256, 300, 200, 300), (4096, 4096, 2, 4096)],
)
def test_a_class_gets_the_files_it_needs_where_the_system_gives_them(
    soft: int, hard: int, students: int, least: int
) -> None:
    code = (
        "import resource\n"
        f"resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}))\n"
        "from bor_widgets.voila.open_files import make_room_for_files\n"
        f"make_room_for_files({students})\n"
        "print(*resource.getrlimit(resource.RLIMIT_NOFILE))\n"
    )
    command = [sys.executable, "-c", code]
    told = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    now, still = map(int, told.stdout.split())
    assert least <= now <= hard
    assert still == hard


def test_a_large_class_gets_its_sockets() -> None:
    assert Room(students=1000).context.get(zmq.MAX_SOCKETS) >= 1000 * SOCKETS
    context: zmq.Context[Any] = zmq.Context()
    make_room_for_sockets(context, 10_000)  # more than there can be: as many as there can
    assert context.get(zmq.MAX_SOCKETS) == 65_535
    context.term()
