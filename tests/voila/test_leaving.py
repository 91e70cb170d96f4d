"""What is done for a reader who leaves before the page is there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from bor_widgets.voila.pages import PageHandler
from tests import loops


def test_nobody_writes_to_a_reader_who_has_left() -> None:
    written: list[str] = []
    stands: list[None] = []

    async def place() -> bool:
        return True

    async def endless(path: str) -> Any:
        assert path == "a.ipynb"
        for _ in range(100):
            yield "<script>window.voila_heartbeat()</script>"

    serving = SimpleNamespace(draining=False, log=None, metrics=None)
    handler: Any = SimpleNamespace(
        settings={"bor": serving},
        kernel_manager=SimpleNamespace(take_place=place, page_stands=lambda: stands.append(None)),
        notebook_path="a.ipynb",
        get_generator=endless,
        write=written.append,
        left=False,
    )

    def flush() -> None:
        handler.left = len(written) == 3

    handler.flush = flush
    opened: Any = PageHandler.get
    loops.run(opened.__wrapped__(handler, "a.ipynb"))
    assert len(written) == 3
    assert len(stands) == 1
